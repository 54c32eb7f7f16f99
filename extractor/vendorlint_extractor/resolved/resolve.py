"""All findings of a fact resolved into one: stated with a value, or conflicting; a fact with no finding is silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.match import Finding

CONFIDENCES = ("low", "medium", "high")
MAX_EVIDENCE = 4
REACH = 25  # clauses: a grant with its list, then the sentences about the licence


@dataclass(frozen=True, slots=True)
class Resolved:
    """A fact of one document. `sides` holds one entry where it is stated, two or more where clauses disagree."""

    fact: str
    sides: tuple[tuple[Any, str, tuple[Finding, ...]], ...]  # value, confidence, findings that prove it


def resolve(definitions: Mapping[str, FactDefinition], findings: Iterable[Finding]) -> dict[str, Resolved]:
    """The stated and conflicting facts by id, in the order of `definitions`."""
    by_fact: dict[str, list[Finding]] = {}
    for finding in findings:
        by_fact.setdefault(finding.fact, []).append(finding)
    by_fact = {
        fact: [finding for finding in found if _has(by_fact, finding.requires) and _is_near(by_fact, finding)]
        for fact, found in by_fact.items()
    }
    resolved: dict[str, Resolved] = {}
    for fact, definition in definitions.items():
        if definition.kind == "derived":
            continue
        stated = by_fact.get(fact)
        if stated:
            is_set = definition.info.type == "set"
            resolved[fact] = _resolve_set(fact, stated) if is_set else _resolve_one(definition, stated)
    for fact, definition in definitions.items():
        if definition.kind == "derived" and (derived := _derive(definition, resolved, by_fact)):
            resolved[fact] = derived
    return {fact: resolved[fact] for fact in definitions if fact in resolved}


def _is_near(by_fact: Mapping[str, Sequence[Finding]], finding: Finding) -> bool:
    """Whether a clause close by states the fact that a reading leans on."""
    if finding.near is None:
        return True
    return any(abs(other.clause.index - finding.clause.index) <= REACH for other in by_fact.get(finding.near, ()))


def _has(by_fact: Mapping[str, Sequence[Finding]], wanted: str | None) -> bool:
    """Whether the document states what a reading builds on: 'ai.features', or with values 'document.type=dpa|sla'."""
    if wanted is None:
        return True
    fact, _, values = wanted.partition("=")
    stated = by_fact.get(fact, ())
    return bool(stated) and (not values or str(stated[0].value).lower() in values.split("|"))


def _resolve_set(fact: str, findings: Sequence[Finding]) -> Resolved:
    """Each element with the clause that proves it best; the set's confidence is that of its weakest element."""
    best: dict[Any, Finding] = {}
    top = max(finding.rank for finding in findings)
    for finding in findings:
        if finding.rank == top and (finding.value not in best or _stronger(finding, best[finding.value])):
            best[finding.value] = finding
    value = tuple(sorted(best))
    confidence = min((finding.confidence for finding in best.values()), key=CONFIDENCES.index)
    return Resolved(fact, ((value, confidence, _evidence(best[element] for element in value)),))


def _resolve_one(definition: FactDefinition, findings: Sequence[Finding]) -> Resolved:
    top = max(finding.rank for finding in findings)
    kept = [finding for finding in findings if finding.rank == top]
    if definition.kind == "permission":
        return _resolve_permission(definition, kept)
    values = list(dict.fromkeys(finding.value for finding in kept))
    for preferred in definition.prefer:
        if preferred in values and len(values) > 1:
            values = [preferred]
    overriding = [finding for finding in kept if finding.overrides]
    if len(values) > 1 and overriding:
        values = list(dict.fromkeys(finding.value for finding in overriding))
    if len(values) > 1 and definition.kind in ("amount", "money", "date", "code"):
        values = values[:1]  # the first number stated is the general case; later ones are of special cases
    return Resolved(definition.id, tuple(_side(value, kept) for value in values))


def _resolve_permission(definition: FactDefinition, findings: Sequence[Finding]) -> Resolved:
    """A carve-out over a permission makes it conditional (with consent, unless objected to); a 'notwithstanding' ban ends it; a plain ban beside it conflicts."""
    values = {finding.value for finding in findings}
    if len(values) == 1:
        return Resolved(definition.id, (_side(values.pop(), findings),))
    overriding = [finding for finding in findings if finding.overrides]
    qualified = next((v for v in definition.info.values if v in values and v not in ("permitted", "prohibited")), None)
    if qualified:
        first = [f for f in findings if f.value == qualified]
        rest = [f for f in findings if f.value != qualified]
        return Resolved(definition.id, ((qualified, _confidence(first), _evidence([*first, *rest])),))
    if overriding and {f.value for f in overriding} == {"prohibited"}:
        return Resolved(definition.id, (_side("prohibited", findings),))
    return Resolved(definition.id, tuple(_side(value, findings) for value in sorted(values)))


def _derive(
    definition: FactDefinition, resolved: Mapping[str, Resolved], by_fact: Mapping[str, Sequence[Finding]]
) -> Resolved | None:
    """How consent is given, read off the findings of the facts it is about; silent where none of them allows anything."""
    findings: list[Finding] = []
    for source in definition.derive:
        found = resolved.get(source)
        if found and any(value != "prohibited" for value, _, _ in found.sides):
            top = max(finding.rank for finding in by_fact[source])
            findings.extend(f for f in by_fact[source] if f.consent and f.rank == top)
    for value in definition.prefer:
        kept = [finding for finding in findings if finding.consent == value]
        if kept:
            return Resolved(definition.id, ((value, _confidence(kept), _evidence(kept)),))
    return None


def _side(value: Any, findings: Sequence[Finding]) -> tuple[Any, str, tuple[Finding, ...]]:
    kept = [finding for finding in findings if finding.value == value]
    return value, _confidence(kept), _evidence(kept)


def _confidence(findings: Sequence[Finding]) -> str:
    return max((finding.confidence for finding in findings), key=CONFIDENCES.index)


def _stronger(new: Finding, old: Finding) -> bool:
    return CONFIDENCES.index(new.confidence) > CONFIDENCES.index(old.confidence)


def _evidence(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """At most four findings, strongest first, one per clause."""
    ordered = sorted(findings, key=lambda finding: -CONFIDENCES.index(finding.confidence))
    unique: dict[int, Finding] = {}
    for finding in ordered:
        unique.setdefault(finding.clause.index, finding)
    return tuple(unique.values())[:MAX_EVIDENCE]
