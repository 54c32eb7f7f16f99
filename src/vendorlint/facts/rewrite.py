"""Turns a fresh extraction into the text of facts.yaml, and keeps what people have reviewed.

A review holds for the clauses that the person saw, as long as each stands in its document and the extractor reads no other:
- a confirmation says that what was read is right, and holds while the extractor reads that value;
- a fact that is marked as not there keeps what is read of it under `review.read`, and is gone once nothing is;
- an override keeps the value and the quotes that the person gave, with the lines where the quotes stand now, and what the
  extractor reads instead, with its clauses, under `review.read`.
Where another value is read of what was confirmed, or a clause is gone or new, the fresh reading takes the fact's place and its review becomes `status: stale` (see
reviewed.py), for the person to decide again. Without a quote there is no fact: one of which nothing is read any more goes, and
its review stays under `stale_reviews` until a person deletes it there.
A review that decides nothing (`status: open`) keeps no value, and neither does one whose fact was edited under it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from vendorlint.errors import InputError
from vendorlint.facts.brief import as_written, is_brief
from vendorlint.facts.closest import without_stated
from vendorlint.facts.file import (
    NOT_THERE,
    FactNode,
    FactsFile,
    evidence_of,
    fact_node,
    is_not_there,
    iter_facts,
    sides,
    value_of,
)
from vendorlint.facts.provenance import EXTRACTED_BY, digests, edited, is_overridden, sealed
from vendorlint.facts.quotes import Source, document_path, read_source
from vendorlint.facts.reviewed import clauses_of, new_clauses, read_sides, stale_review
from vendorlint.facts.wording import listed
from vendorlint.files.yaml.comments import arranged, comments_of
from vendorlint.files.yaml.document import dump_yaml
from vendorlint.schemas.schema import schema_url

BESIDE = ("set_aside", "elsewhere", "doubts")  # what stands in a fact beside its value


def facts_text(extraction: Mapping[str, Any], previous: FactsFile | None) -> str:
    """The text of the facts file. `extraction` is what `extract_facts` gives of documents in the folder of `previous`."""
    return rewritten(merged(extraction, previous), previous)


def merged(extraction: Mapping[str, Any], previous: FactsFile | None) -> dict[str, Any]:
    """The content of the facts file: what was extracted now, with those reviews of the `previous` one that still hold."""
    content = dict(extraction)
    by = content.pop(EXTRACTED_BY, None)
    if previous:
        reviewed = any("review" in node for _, node in iter_facts(previous.facts))
        sources = _sources(extraction, previous.path.parent) if reviewed else {}
        content["facts"] = facts = _with_reviews(extraction["facts"], previous, sources)
        if homeless := _homeless_reviews(facts, previous):
            content["stale_reviews"] = homeless
        content = without_stated(content)
    if by:
        content[EXTRACTED_BY] = by | {"facts": _recorded(content, by["facts"])}
    return sealed(content)


def rewritten(content: Mapping[str, Any], previous: FactsFile | None) -> str:
    """The text of a facts file with this content, with the comments and the order of the one that it is to replace."""
    written = as_written(content)
    if previous is None:
        return dump_yaml(written, schema=schema_url("facts"))
    before = previous.document.value
    kept = comments_of(previous.document.text, before, written)
    order = before if is_brief(before) == is_brief(written) else {}
    return dump_yaml(arranged(written, order), schema=schema_url("facts"), comments=kept)


def _recorded(content: Mapping[str, Any], read: Mapping[str, str]) -> dict[str, str]:
    """The digests to keep: of facts as they are written, but of overridden ones as they were read. Whoever takes the override
    away has then edited the fact."""
    overridden = {fact for fact, node in iter_facts(content["facts"]) if is_overridden(node)}
    kept = {fact: read.get(fact) if fact in overridden else digest for fact, digest in digests(content).items()}
    return {fact: digest for fact, digest in kept.items() if digest}


def _sources(extraction: Mapping[str, Any], folder: Path) -> dict[str, Source]:
    """The documents, to look quotes of reviews up in."""
    found: dict[str, Source] = {}
    for document in extraction["documents"]:
        try:
            found[document["id"]] = read_source(document_path(folder, document))
        except InputError:  # a document that cannot be read proves nothing; verify_quotes says why
            continue
    return found


def _with_reviews(fresh: Mapping[str, Any], previous: FactsFile, sources: Mapping[str, Source]) -> dict[str, Any]:
    nodes = dict(iter_facts(fresh))
    hands = edited(previous)
    for fact, node in iter_facts(previous.facts):
        if "review" in node:
            merged = _merge(node, fact_node(fresh, fact), {} if fact in hands else sources)
            nodes.pop(fact, None)
            if merged:
                nodes[fact] = merged
    return nest(nodes, previous.known)


def _homeless_reviews(facts: Mapping[str, Any], previous: FactsFile) -> list[dict[str, Any]]:
    """The reviews of facts that are silent now, those of earlier extractions first."""
    earlier = {entry["fact"]: entry["review"] for entry in previous.raw.get("stale_reviews", ())}
    now = {fact: stale_review(node) for fact, node in iter_facts(previous.facts) if _waits(node)}
    return [{"fact": fact, "review": review} for fact, review in (earlier | now).items() if not fact_node(facts, fact)]


def _waits(node: FactNode) -> bool:
    """Whether the review of a fact waits for its person once nothing is read any more; one that said so has come true."""
    return "review" in node and not is_not_there(node)


def _merge(reviewed: FactNode, fresh: FactNode | None, sources: Mapping[str, Source]) -> FactNode | None:
    """The node to write for a fact that a person has reviewed; None where it is silent now. Where it has no `sources`, no quote
    stands."""
    standing = None if reviewed["review"]["status"] == "stale" else _standing(reviewed, sources)
    if standing is None:
        return {**fresh, "review": stale_review(reviewed)} if fresh else None
    if reviewed["review"]["status"] == "open":
        return {**fresh, "review": reviewed["review"]} if fresh else None
    review = {key: value for key, value in reviewed["review"].items() if key not in {"read", "seen"}}
    same = fresh is not None and _same(value_of(fresh), value_of(reviewed))
    if fresh is None or (is_not_there(reviewed) and not sides(fresh)):
        return {**standing, "review": review} if is_overridden(reviewed) and not is_not_there(reviewed) else fresh
    if is_overridden(reviewed) and not new_clauses(fresh, reviewed):
        return _overridden(standing, fresh, review, [] if same else read_sides(fresh))
    if same and not new_clauses(fresh, reviewed):
        return {**fresh, "review": review}
    return {**fresh, "review": stale_review(reviewed)}


def _overridden(
    standing: FactNode, fresh: FactNode, review: Mapping[str, Any], read: Sequence[FactNode]
) -> dict[str, Any]:
    """A fact whose override holds, with what it reads as beside it."""
    own = _without_opposing({key: value for key, value in standing.items() if key not in BESIDE}, read)
    beside = {key: fresh[key] for key in BESIDE if key in fresh}
    return {**own, **beside, "review": {**review, "read": read} if read else review}


def _without_opposing(node: FactNode, read: Sequence[FactNode]) -> dict[str, Any]:
    """The node without the clauses that the terms read as another value, word for word as they are read: these do not prove a
    value that a person set. A clause that the person named stays."""
    opposing = [_bare(piece) for side in read if side["value"] != node.get("value") for piece in evidence_of(side)]
    proof = [piece for piece in evidence_of(node) if _bare(piece) not in opposing]
    bare = {key: value for key, value in node.items() if key != "evidence"}
    return bare | ({"evidence": proof} if proof else {})


def _bare(piece: FactNode) -> dict[str, Any]:
    return {key: value for key, value in piece.items() if key not in {"lines", "column", "place"}}


def _same(first: object, second: object) -> bool:
    """Whether two values are equal; sets have no order, whatever order a person wrote."""
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(item in second for item in first)
    return first == second


def _standing(node: FactNode, sources: Mapping[str, Source]) -> dict[str, Any] | None:
    """The node with the lines where its quotes stand now, without the review; None where one that the review saw no longer
    stands."""
    if not all(_moved(piece, sources.get(piece["document"])) for piece in clauses_of(node)):
        return None
    own = sides(node)
    moved = [_moved_side(side, sources) for side in own or node.get("elsewhere", ())]
    kept = [side for side in moved if side]
    if len(kept) < len(moved):
        return None
    if is_not_there(node):
        return {NOT_THERE: True}
    return {"conflict": kept} if "conflict" in node else kept[0] if own else {"elsewhere": kept}


def _moved_side(side: FactNode, sources: Mapping[str, Source]) -> dict[str, Any] | None:
    evidence = [_moved(piece, sources.get(piece["document"])) for piece in evidence_of(side)]
    if not all(evidence):
        return None
    scope = {"scope": side["scope"]} if "scope" in side else {}
    moved = scope | {"value": side["value"], "confidence": side["confidence"]}
    return moved | ({"evidence": evidence} if evidence else {})


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


def nest(nodes: Mapping[str, FactNode], order: Sequence[str]) -> dict[str, Any]:
    """Facts nested by their dotted names, in an order. Raises InputError for facts that the order lacks: they would be lost."""
    if unknown := [fact for fact in nodes if fact not in order]:
        raise InputError(f"the schema of facts files lacks {listed(unknown)}; run tools/generate")
    nested: dict[str, Any] = {}
    for fact in order:
        if fact in nodes:
            *folders, name = fact.split(".")
            place = nested
            for folder in folders:
                place = place.setdefault(folder, {})
            place[name] = nodes[fact]
    return nested
