"""Turns a fresh extraction into the text of facts.yaml, and keeps what people have reviewed.

A review survives as long as every quote of the reviewed fact still stands in its document:
- the fact keeps the value and the quotes that the person saw, with the lines where the quotes stand now;
- where the extractor reads something else, that is kept under `review.extracted`.
Where a quote no longer stands, the fresh reading takes the fact's place and its review becomes `status: stale`, with
the value that it was about under `review.reviewed`, for the person to decide again. Without a quote there is no fact:
one of which nothing is read any more goes, and its review stays under `stale_reviews` until a person deletes it there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from vendorlint.errors import InputError
from vendorlint.facts_file import FactNode, FactsFile, fact_node, iter_facts, sides, value_of
from vendorlint.quotes import Source, document_path, read_source
from vendorlint.schemas import schema_url
from vendorlint.yamlio import dump_yaml, parse_yaml

MAX_NAMED = 5  # facts in the message about a stale file


def facts_text(extraction: Mapping[str, Any], previous: FactsFile | None) -> str:
    """The text of the facts file. `extraction` is `Extraction.to_dict()` over documents in the folder of `previous`."""
    content = dict(extraction)
    if previous:
        sources = _sources(extraction, previous.path.parent)
        content["facts"] = facts = _with_reviews(extraction["facts"], previous, sources)
        if homeless := _homeless_reviews(facts, previous):
            content["stale_reviews"] = homeless
    return dump_yaml(content, schema=schema_url("facts"))


def stale(facts_path: Path, previous: FactsFile | None, fresh_text: str) -> str | None:
    """One line on how the facts file differs from the fresh text, or None where it holds the same data.

    `previous` is what stands at `facts_path` now. Comments and layout are a person's own business.
    """
    if previous is None:
        return f"{facts_path}: is missing; run 'vendorlint extract'"
    old, new = previous.raw, parse_yaml(fresh_text, facts_path).value
    if old == new:
        return None
    known = dict(iter_facts(old["facts"])), dict(iter_facts(new["facts"]))
    changed = [fact for fact in previous.known if known[0].get(fact) != known[1].get(fact)]
    more = f" and {len(changed) - MAX_NAMED} more" if len(changed) > MAX_NAMED else ""
    what = f" ({', '.join(changed[:MAX_NAMED])}{more})" if changed else ""
    return f"{facts_path}: is stale{what}; run 'vendorlint extract'"


def _sources(extraction: Mapping[str, Any], folder: Path) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for document in extraction["documents"]:
        try:
            found[document["id"]] = read_source(document_path(folder, document))
        except InputError:  # a document that cannot be read proves nothing; verify_quotes says why
            continue
    return found


def _with_reviews(fresh: Mapping[str, Any], previous: FactsFile, sources: Mapping[str, Source]) -> dict[str, Any]:
    nodes = dict(iter_facts(fresh))
    for fact, node in iter_facts(previous.facts):
        if "review" in node:
            merged = _merge(node, fact_node(fresh, fact), sources)
            nodes.pop(fact, None)
            if merged:
                nodes[fact] = merged
    return _nest(nodes, previous.known)


def _homeless_reviews(facts: Mapping[str, Any], previous: FactsFile) -> list[dict[str, Any]]:
    """The reviews of facts that are silent now, those of earlier extractions first."""
    earlier = {entry["fact"]: entry["review"] for entry in previous.raw.get("stale_reviews", ())}
    now = {fact: _stale_review(node) for fact, node in iter_facts(previous.facts) if "review" in node}
    return [{"fact": fact, "review": review} for fact, review in (earlier | now).items() if not fact_node(facts, fact)]


def _stale_review(node: FactNode) -> dict[str, Any]:
    """The review of a fact whose quote fell, with the value that it was about."""
    review = {key: value for key, value in node["review"].items() if key != "extracted"}
    return {"reviewed": value_of(node)} | review | {"status": "stale"}


def _merge(reviewed: FactNode, fresh: FactNode | None, sources: Mapping[str, Source]) -> FactNode | None:
    """The node to write for a fact that a person has reviewed; None where it is silent now."""
    standing = None if reviewed["review"]["status"] == "stale" else _standing(reviewed, sources)
    if standing is None:
        return {**fresh, "review": _stale_review(reviewed)} if fresh else None
    review = {key: value for key, value in reviewed["review"].items() if key != "extracted"}
    if fresh is None:
        return {**standing, "review": review}
    if not _same(value_of(fresh), value_of(reviewed)):
        return {**standing, "review": review | {"extracted": value_of(fresh)}}
    return {**(fresh if review["status"] == "confirmed" else standing), "review": review}


def _same(first: object, second: object) -> bool:
    """Whether two values are equal; sets have no order, whatever order a person wrote."""
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(item in second for item in first)
    return first == second


def _standing(node: FactNode, sources: Mapping[str, Source]) -> dict[str, Any] | None:
    """The node with the lines where its quotes stand now, without the review; None where one no longer stands."""
    moved = [_moved_side(side, sources) for side in sides(node)]
    kept = [side for side in moved if side]
    if len(kept) < len(moved):
        return None
    return {"conflict": kept} if "conflict" in node else kept[0]


def _moved_side(side: FactNode, sources: Mapping[str, Source]) -> dict[str, Any] | None:
    evidence = [_moved(piece, sources.get(piece["document"])) for piece in side["evidence"]]
    if not all(evidence):
        return None
    return {"value": side["value"], "confidence": side["confidence"], "evidence": evidence}


def _moved(piece: FactNode, source: Source | None) -> dict[str, Any] | None:
    """The piece where it stands now: of several places, the one nearest to where it stood."""
    standings = list(source.find(piece["quote"])) if source else []
    if not standings:
        return None
    nearest = min(standings, key=lambda standing: abs(standing.lines[0] - piece["lines"][0]))
    moved = {**piece, "lines": list(nearest.lines)}
    if source and source.rendering and "place" in piece:
        moved["place"] = source.rendering.place(*nearest.lines)
    return moved | ({"column": nearest.column} if "column" in piece else {})


def _nest(nodes: Mapping[str, FactNode], order: Iterable[str]) -> dict[str, Any]:
    """Facts nested by their dotted names, in an order."""
    nested: dict[str, Any] = {}
    for fact in order:
        if fact in nodes:
            *folders, name = fact.split(".")
            place = nested
            for folder in folders:
                place = place.setdefault(folder, {})
            place[name] = nodes[fact]
    return nested
