"""Facts as patterns read them, with a second reader's word added: what it may do, and what it may not.

It may add: fill a silence, add a value of a set, agree, name for whom something holds, disagree. It takes nothing away: each
value, clause and conflict of the patterns stands after it as before. Where it disagrees the fact is a conflict, whose value is the
worst for the customer, so that its word alone turns nothing adverse into something favourable. What it reads in a document
that stands behind others, or for a wider scope, is set aside as what patterns read there is.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vendorlint.facts.file import FactNode, evidence_of, iter_facts, sides
from vendorlint.facts.quotes import fold_space
from vendorlint.facts.readings import MODEL, MODEL_ONLY, PATTERNS, READ_BY, Reading
from vendorlint.facts.rewrite import nest
from vendorlint_extractor.ontology import FactInfo, in_order

MOST = 40  # readings of a fact that are looked at: a facts file may hold any number
Fits = Callable[[Mapping[str, str]], bool]


@dataclass(frozen=True, slots=True)
class Standing:
    """A reading whose quote stands, as a piece of evidence; `sure` is false where letters were guessed from pictures."""

    reading: Reading
    evidence: Mapping[str, Any]
    sure: bool = True

    @property
    def confidence(self) -> str:
        """That of what a model alone reads."""
        return "medium" if self.sure else "low"

    def side(self) -> dict[str, Any]:
        """What it says, as a side of a fact."""
        own = {"value": self.reading.value, "confidence": self.confidence, READ_BY: [MODEL]}
        scope = {"scope": dict(self.reading.scope)} if self.reading.scope else {}
        return scope | own | {"evidence": [dict(self.evidence)]}


@dataclass(frozen=True, slots=True)
class Terms:
    """What readings are placed by: what facts are, in their order; the rank of each document, the first first; and whether what
    holds for a scope holds for the customer."""

    infos: Mapping[str, FactInfo]
    ranks: Mapping[str, int]
    fits: Fits

    def rank(self, document: str) -> int:
        """That of a document; behind all where nobody ranks it."""
        return self.ranks.get(document, len(self.ranks))


def with_readings(content: Mapping[str, Any], standing: Sequence[Standing], terms: Terms) -> dict[str, Any]:
    """The content of a facts file with the readings added to what patterns read."""
    nodes = {fact: copy.deepcopy(dict(node)) for fact, node in iter_facts(content["facts"])}
    by_fact: dict[str, list[Standing]] = {}
    for each in standing:
        by_fact.setdefault(each.reading.fact, []).append(each)
    for fact, own in by_fact.items():
        info = terms.infos[fact]
        nodes[fact] = _added(nodes.get(fact, {}), _kept(own, info, terms), info, terms)
    return {**content, "facts": nest(nodes, list(terms.infos))}


def _kept(standing: Sequence[Standing], info: FactInfo, terms: Terms) -> list[Standing]:
    """The readings of one fact in their order; of more than anybody would need those of the worst values."""
    ordered = sorted(standing, key=lambda each: _order(each, terms))
    if len(ordered) <= MOST:
        return ordered
    values = in_order(info, list(dict.fromkeys(each.reading.value for each in ordered)))
    places = {value: place for place, value in enumerate(values)}
    worst = sorted(ordered, key=lambda each: places[each.reading.value])[:MOST]
    return sorted(worst, key=lambda each: _order(each, terms))


def _order(standing: Standing, terms: Terms) -> tuple[Any, ...]:
    reading = standing.reading
    place = terms.rank(reading.document), reading.document, standing.evidence["lines"]
    return (*place, str(reading.value), reading.quote, reading.scope)


def _added(node: dict[str, Any], standing: Sequence[Standing], info: FactInfo, terms: Terms) -> dict[str, Any]:
    for each in (each for each in standing if not terms.fits(dict(each.reading.scope))):
        _add_beside(node, "elsewhere", each, info)
    own = [each for each in standing if terms.fits(dict(each.reading.scope))]
    first = _deciding(node, own, terms)
    for each in own:
        if info.type == "set":
            _add_to_set(node, each, behind=terms.rank(each.reading.document) > first)
        else:
            _add_value(node, each, info, behind=terms.rank(each.reading.document) > first)
    return _ordered(node)


def _deciding(node: FactNode, own: Sequence[Standing], terms: Terms) -> int:
    """The rank of the documents that decide: the first of those of the patterns' clauses, or where there are none of the model's."""
    read = [terms.rank(piece["document"]) for side in sides(node) for piece in evidence_of(side)]
    return min(read or [terms.rank(each.reading.document) for each in own], default=0)


def _add_value(node: dict[str, Any], each: Standing, info: FactInfo, *, behind: bool) -> None:
    reading = each.reading
    for side in _sides(node):
        if side["value"] == reading.value:
            _agree(side, each)
            _mark_all(node)
            return
    wider = bool(node.get("scope")) and not reading.scope
    known = any(_says(side, reading) for side in node.get("set_aside", ()))
    if sides(node) and (behind or wider or known):
        _add_beside(node, "set_aside", each, info)
    elif not sides(node):
        node |= each.side()
    else:
        _disagree(node, each, info)


def _says(side: FactNode, reading: Reading) -> bool:
    """Whether a side that is set aside has this value in the same document: the terms rank it behind, whoever reads it."""
    return bool(side["value"] == reading.value) and any(
        piece["document"] == reading.document for piece in evidence_of(side)
    )


def _sides(node: dict[str, Any]) -> list[dict[str, Any]]:
    return list(node["conflict"]) if "conflict" in node else [node] if "value" in node else []


def _agree(side: dict[str, Any], each: Standing) -> None:
    """Both read the same: surer, and with the model's clause where it is another."""
    if side.get(READ_BY) != [MODEL]:
        side[READ_BY] = [PATTERNS, MODEL]
        if side["confidence"] == "medium" and each.sure and MODEL_ONLY not in side:
            side["confidence"] = "high"
    _prove(side, each)


def _prove(side: dict[str, Any], each: Standing) -> None:
    quotes = [fold_space(piece["quote"]) for piece in side["evidence"]]
    if not any(each.evidence["quote"] in quote for quote in quotes):
        side["evidence"] = [*side["evidence"], dict(each.evidence)]


def _disagree(node: dict[str, Any], each: Standing, info: FactInfo) -> None:
    """The fact becomes a conflict, or one with another side, the worst first."""
    kept = ("value", "confidence", "evidence", READ_BY)
    read = _sides(node) if "conflict" in node else [{key: node[key] for key in kept if key in node}]
    found = [*read, each.side()]
    values = in_order(info, list(dict.fromkeys(side["value"] for side in found)))
    for key in kept:
        node.pop(key, None)
    if info.risk:
        node["value"] = values[0]
    node["conflict"] = sorted(found, key=lambda side: values.index(side["value"]))
    _mark_all(node)


def _mark_all(node: dict[str, Any]) -> None:
    """Say of a conflict who read any of its sides."""
    if "conflict" in node:
        readers = {reader for side in node["conflict"] for reader in side.get(READ_BY, [PATTERNS])}
        if MODEL in readers:
            node[READ_BY] = [reader for reader in (PATTERNS, MODEL) if reader in readers]


def _add_to_set(node: dict[str, Any], each: Standing, *, behind: bool) -> None:
    value = each.reading.value
    if "value" not in node:
        node |= {**each.side(), "value": [value]}
        _state(node, each)
        return
    if value in node["value"]:
        _agree(node, each)
        _state(node, each)
        return
    if behind or (node.get("scope") and not each.reading.scope):
        aside = {**each.side(), "value": [value]}
        node.setdefault("set_aside", []).append(aside)
        return
    node["value"] = sorted([*node["value"], value])
    _prove(node, each)
    _state(node, each)
    if node.get(READ_BY) != [MODEL]:
        node[READ_BY] = [PATTERNS, MODEL]
        node[MODEL_ONLY] = sorted([*node.get(MODEL_ONLY, ()), value])
        node["confidence"] = min(node["confidence"], "medium", key=("low", "medium", "high").index)


def _state(node: dict[str, Any], each: Standing) -> None:
    """Tell of the clause that it quotes that it states this value of a set."""
    evidence = list(node["evidence"])
    at = next(index for index, piece in enumerate(evidence) if each.evidence["quote"] in fold_space(piece["quote"]))
    evidence[at] = {**evidence[at], "states": sorted({*evidence[at].get("states", ()), each.reading.value})}
    node["evidence"] = evidence


def _add_beside(node: dict[str, Any], key: str, each: Standing, info: FactInfo) -> None:
    """Put it among what holds for others, which stands there the worst first, or what is set aside."""
    said = each.side()
    beside = node.setdefault(key, [])
    same = [side for side in beside if side.get("scope") == said.get("scope")]
    if info.type == "set" and same:
        same[0]["value"] = sorted({*same[0]["value"], said["value"]})
        _agree(same[0], each)
    elif info.type == "set":
        beside.append({**said, "value": [said["value"]]})
    elif known := next((side for side in same if side["value"] == said["value"]), None):
        _agree(known, each)
    else:
        beside.append(said)
    if key == "elsewhere" and info.risk:
        values = in_order(info, list(dict.fromkeys(side["value"] for side in beside)))
        beside.sort(key=lambda side: values.index(side["value"]))


def _ordered(node: dict[str, Any]) -> dict[str, Any]:
    """The keys of a fact in the order of the file."""
    keys = (
        "scope",
        "value",
        "confidence",
        READ_BY,
        MODEL_ONLY,
        "evidence",
        "conflict",
        "elsewhere",
        "set_aside",
        "doubts",
    )
    return {key: node[key] for key in keys if key in node}
