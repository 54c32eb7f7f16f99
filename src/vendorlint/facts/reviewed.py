"""What a person's review of a fact saw: it holds for these clauses, and for no other.

A clause that was not there when the person decided, in whatever direction, makes the review stale; so does one that is gone.
A stale review keeps the value that it was about (`reviewed`) and the quotes that it saw (`seen`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from vendorlint.facts.file import FactNode, evidence_of, iter_facts, sides, value_of
from vendorlint.facts.quotes import fold_space
from vendorlint.files.notice import Notice
from vendorlint.files.yaml.document import read_yaml
from vendorlint.place import FilePlace


def clauses_of(node: FactNode) -> Iterator[FactNode]:
    """Every clause on a fact: of its sides, of what is set aside, holds elsewhere or may take it back, and of what an override keeps."""
    doubts = [node["doubts"]] if "doubts" in node else []
    said = [*sides(node), *node.get("set_aside", ()), *node.get("elsewhere", ()), *doubts, *_read(node)]
    for side in said:
        yield from (piece for piece in evidence_of(side) if piece.get("role") != "lead_in")


def _read(node: FactNode) -> list[FactNode]:
    return list(node.get("review", {}).get("read", ()))


def read_sides(node: FactNode) -> list[FactNode]:
    """What the terms read as of a reviewed fact, where a person set another value; else what it states."""
    return _read(node) or [
        {key: side[key] for key in ("value", "confidence", "evidence") if key in side} for side in sides(node)
    ]


def new_clauses(node: FactNode, seen: FactNode | None = None) -> list[FactNode]:
    """The clauses on a fact that its review, or that of the node that it was `seen` as, did not see."""
    known = set((node if seen is None else seen).get("review", {}).get("seen", ()))
    if seen is not None:
        known |= {fold_space(piece["quote"]) for piece in clauses_of(seen)}
    found = {fold_space(piece["quote"]): piece for piece in clauses_of(node)}
    return [piece for quote, piece in found.items() if quote not in known]


def quotes_of(node: FactNode) -> list[str]:
    """The quotes of every clause on a fact, and those that its review saw."""
    known = node.get("review", {}).get("seen", ())
    return list(dict.fromkeys([*(fold_space(piece["quote"]) for piece in clauses_of(node)), *known]))


def stale_review(node: FactNode) -> dict[str, Any]:
    """The review of a fact that no longer holds."""
    review = {key: value for key, value in node["review"].items() if key != "read"}
    if review["status"] == "stale":
        return review
    seen = quotes_of(node)
    return {"reviewed": value_of(node)} | review | {"status": "stale"} | ({"seen": seen} if seen else {})


def why_stale(node: FactNode) -> str:
    """What became of the clauses of a fact whose review is stale."""
    quotes = {fold_space(piece["quote"]) for piece in clauses_of(node)}
    gone = [quote for quote in node["review"].get("seen", ()) if quote not in quotes]
    return "its clause has changed" if gone or not new_clauses(node) else "a clause on it is new"


def review_notices(path: Path, raw: Mapping[str, Any]) -> Iterator[Notice]:
    """That a review no longer holds, so that its fact is judged by what the terms read as now."""
    nodes = [(fact, node) for fact, node in iter_facts(raw["facts"]) if node.get("review", {}).get("status") == "stale"]
    gone = raw.get("stale_reviews", ())
    places = read_yaml(path) if (nodes or gone) and path.is_file() else None
    for fact, node in nodes:
        place = places.place(("facts", *fact.split("."))) if places else FilePlace(path)
        message = f"{fact} was {reviewed_words(node['review'])}, and {why_stale(node)}: it is judged as {_now(node)}"
        yield Notice(place, message)
    for index, entry in enumerate(gone):
        place = places.place(("stale_reviews", index)) if places else FilePlace(path)
        yield Notice(place, f"{entry['fact']} was {reviewed_words(entry['review'])}, and the terms no longer state it")


def _now(node: FactNode) -> str:
    from vendorlint.facts.wording import value_words

    return " | ".join(value_words(side["value"]) for side in sides(node)) or "silent"


def reviewed_words(review: Mapping[str, Any]) -> str:
    """Who reviewed it, and when."""
    return f"reviewed by {review['by']} on {review['date']}"
