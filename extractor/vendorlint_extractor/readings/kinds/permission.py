"""Permissions: whether somebody may do an act, read off negation, exceptions and the sentences that follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.kinds.kind import Telling
from vendorlint_extractor.readings.polarity import CarveOutKind, exception, objection
from vendorlint_extractor.readings.statement import (
    Consent,
    Resolved,
    Stand,
    Stated,
    Statement,
    evidence_for,
    stand_of,
    surest,
)

READS_ON = False
READS_DEFINITIONS = False
_ASKED: Mapping[CarveOutKind, Consent] = {"opt_in": "opt_in", "opt_out": "opt_out"}
FOLLOWING = 2  # sentences after a permission in which its opt-out may stand


def read(telling: Telling) -> Iterator[Statement]:
    """What the clause permits or bans; and where a sentence after it lets the customer say no, that as well."""
    statement = _read(telling)
    yield statement
    if statement.value == "permitted":
        yield from _objections(telling, statement)


def _read(telling: Telling) -> Statement:
    banned = telling.banned
    found = exception(telling.clause.text, telling.act[1], telling.language.exceptions)
    value, span = ("prohibited" if banned else "permitted"), None
    consent: Consent | None = None if banned else "none"
    if found and found.kind in _ASKED:
        value, consent, span = "conditional", _ASKED[found.kind], found.span
    elif found and found.kind == "deemed" and not banned:
        consent, span = "deemed", found.span
    elif found and found.kind == "partial" and banned:
        value, span = "conditional", found.span
    value = _called(telling.definition, value, consent, banned=banned)
    return telling.statement(value, telling.act, exception=span, consent=consent)


def _objections(telling: Telling, statement: Statement) -> Iterator[Statement]:
    """A permission that the next sentences let the customer refuse is conditional: the refusal is a statement of its own."""
    after = telling.clause.index + 1
    for clause in telling.clauses[after : after + FOLLOWING]:
        if clause.section != telling.clause.section:
            continue
        span = objection(clause.text[clause.own_start :], telling.language.exceptions)
        if span:
            value = _called(telling.definition, "conditional", "opt_out", banned=False)
            where = (span[0] + clause.own_start, span[1] + clause.own_start)
            yield replace(
                statement,
                value=value,
                clause=clause,
                span=where,
                exception=None,
                consent="opt_out",
                confidence="medium",
            )
            return


def _called(definition: FactDefinition, value: str, consent: Consent | None, *, banned: bool) -> str:
    """The value, or what a fact without it calls a conditional permission: by its consent, else by the ban."""
    if value in definition.info.values:
        return value
    named = {"opt_in": "with_consent", "opt_out": "opt_out"}.get(consent or "")
    if named in definition.info.values:
        return str(named)
    return "prohibited" if banned or consent == "opt_in" else "permitted"


def resolve(definition: FactDefinition, stated: Stated) -> Resolved | None:
    """A carve-out over a permission makes it conditional (with consent, unless objected to); a 'notwithstanding' ban ends
    it; a plain ban beside it conflicts."""
    statements = stated.highest(definition.id)
    if not statements:
        return None
    return Resolved(definition.id, tuple(_stands(definition, statements)))


def _stands(definition: FactDefinition, statements: Sequence[Statement]) -> Iterator[Stand]:
    values = {each.value for each in statements}
    qualified = [v for v in definition.info.values if v in values and v not in ("permitted", "prohibited")]
    overriding = {each.value for each in statements if each.overrides}
    if qualified:
        first = [each for each in statements if each.value == qualified[0]]
        rest = [each for each in statements if each.value != qualified[0]]
        yield Stand(qualified[0], surest(first), evidence_for([*first, *rest]))
    elif overriding == {"prohibited"}:
        yield stand_of("prohibited", statements)
    else:
        yield from (stand_of(value, statements) for value in sorted(values))
