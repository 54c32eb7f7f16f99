"""What documents say that does not count: what holds for others than the customer, later, or behind another document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from vendorlint.facts.file import iter_facts, sides
from vendorlint.files.notice import Notice
from vendorlint.place import FilePlace
from vendorlint_extractor.ontology import FactInfo

SHOWN = 4  # facts of a document that are named in a line


def aside_notices(raw: Mapping[str, Any], documents: Mapping[str, Path]) -> Iterator[Notice]:
    """That most of a document holds for others than the customer, or states nothing, so that its facts may be few.

    `raw` is the content of a facts file, `documents` the files of its documents by id.
    """
    for document in raw["documents"]:
        if share := document.get("set_aside"):
            cure = "name your region, plan and products in vendor.yaml (customer:), or read it yourself"
            message = f"{share:.0%} of its words hold for others than the customer or state nothing; {cure}"
            yield Notice(FilePlace(documents[document["id"]]), message)


def later_notices(raw: Mapping[str, Any], documents: Mapping[str, Path], today: str) -> Iterator[Notice]:
    """That a document takes effect later, so that something else holds today."""
    for document in raw["documents"]:
        effective = document.get("effective_date")
        if isinstance(effective, str) and effective > today:
            yield Notice(
                FilePlace(documents[document["id"]]),
                f"takes effect on {effective}, which is to come: see what holds until then",
            )


def overruled_notices(
    raw: Mapping[str, Any], documents: Mapping[str, Path], infos: Mapping[str, FactInfo]
) -> Iterator[Notice]:
    """What a document says that is worse than what decides, and was set aside because another goes first.

    Of a document of no known type nobody knows that it stands behind the others, so that each fact is told; of others all in one line.
    `precedence` of vendorlint.yaml may say which decide.
    """
    types = {document["id"]: document.get("type") for document in raw["documents"]}
    behind: dict[str, tuple[int, list[str]]] = {}
    for fact, node in iter_facts(raw["facts"]):
        info = infos.get(fact)
        for side in node.get("set_aside", ()):
            quotes = [each for each in side.get("evidence", ()) if types.get(each["document"]) == "other"]
            if info is None or not _is_worse(info, side["value"], node):
                continue
            if quotes:
                place = FilePlace(documents[quotes[0]["document"]], quotes[0]["lines"][0])
                decided = ", ".join(str(each["value"]) for each in sides(node) if "value" in each)
                yield Notice(
                    place,
                    f"says that {fact} is {side['value']}; another document decides ({decided}), because this is of no known type",
                )
            elif elsewhere := _in_another(side, node):
                _, facts = behind.setdefault(elsewhere["document"], (elsewhere["lines"][0], []))
                facts.append(f"{fact} {side['value']}")
    for document, (line, facts) in behind.items():
        shown = ", ".join(facts[:SHOWN]) + (f" and {len(facts) - SHOWN} more" if facts[SHOWN:] else "")
        yield Notice(FilePlace(documents[document], line), f"says worse than the document that goes first: {shown}")


def _in_another(side: Mapping[str, Any], node: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The evidence of a side that is set aside in a document that has none for what decides."""
    deciding = {quote["document"] for each in sides(node) for quote in each.get("evidence", ())}
    return next((quote for quote in side.get("evidence", ()) if quote["document"] not in deciding), None)


def _is_worse(info: FactInfo, value: Any, node: Mapping[str, Any]) -> bool:
    decided = [side["value"] for side in sides(node) if "value" in side]
    if isinstance(value, list) or not decided or any(isinstance(each, list) for each in decided):
        return False
    ranked = info.worst_first(dict.fromkeys([value, *decided]))
    return ranked is not None and ranked[0] == value and value not in decided
