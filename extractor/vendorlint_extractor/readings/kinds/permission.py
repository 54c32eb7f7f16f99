"""Permissions: whether somebody may do an act, read off negation, exceptions and the sentences that follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.ontology import in_order
from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.kinds.kind import Telling, stands_of
from vendorlint_extractor.readings.polarity import CarveOut, CarveOutKind, exception, tied
from vendorlint_extractor.readings.ranking import ranked
from vendorlint_extractor.readings.ranks import ALL, numbers
from vendorlint_extractor.readings.statement import (
    Consent,
    Resolved,
    Span,
    Stand,
    Stated,
    Statement,
    evidence_for,
    sureness,
)

READS_ON = False
READS_DEFINITIONS = False
_ASKED: Mapping[CarveOutKind, Consent] = {"opt_in": "opt_in", "opt_out": "opt_out"}
FOLLOWING = 2  # sentences after a permission in which its opt-out may stand


def read(telling: Telling) -> Iterator[Statement]:
    """What the clause permits or bans; a sentence after it may make what it permits depend on the customer."""
    banned = telling.banned
    found = exception(
        telling.clause.text, telling.view.origin(*telling.act), telling.language.exceptions, banned=banned
    )
    if telling.banned and not found:
        found = _of_kinds(telling)
    if found and "conditional" not in telling.definition.info.values and _says_nothing(telling, found):
        yield from _noticed(telling, found.span)
        return
    statement = _stated(telling, found)
    if statement.consent == "opt_in":
        yield _presumed(telling, statement)
        return
    settled = statement.value in ("permitted", "prohibited")
    yield from _followed(telling, statement) if settled else (statement,)


def _of_kinds(telling: Telling) -> CarveOut | None:
    """That a ban is on one kind of data ('We do not sell health data'), which words say that have a wider tag."""
    found = telling.language.exceptions.kinds.search(telling.clause.words)
    return CarveOut("limited", telling.view.origin(*telling.act)) if found else None


def _says_nothing(telling: Telling, found: CarveOut) -> bool:
    """Whether a ban is on one kind of thing, or leaves out what is done for gain, so that it says nothing of the rest."""
    gainful = telling.language.exceptions.gainful
    return found.kind == "limited" or (
        telling.banned and found.kind == "partial" and bool(gainful.match(telling.clause.text, found.span[0]))
    )


def _noticed(telling: Telling, span: Span) -> Iterator[Statement]:
    """The permission that a ban is which a mere notice ends."""
    values = telling.definition.info.values
    if (
        telling.banned
        and "permitted" in values
        and telling.language.exceptions.noticed.search(telling.clause.text, *span)
    ):
        yield telling.statement("permitted", telling.act, exception=span, consent="none")


def _stated(telling: Telling, found: CarveOut | None) -> Statement:
    banned = telling.banned
    value, span = ("prohibited" if banned else "permitted"), None
    consent: Consent | None = None if banned else "none"
    if found and found.kind in _ASKED:
        value, consent, span = "conditional", _ASKED[found.kind], found.span
    elif found and found.kind == "chosen":  # until then it is done
        known = telling.definition.info.values
        value, consent, span = ("conditional" if "conditional" in known else "permitted"), "opt_out", found.span
    elif found and found.kind == "deemed":
        if not banned:
            consent, span = "deemed", found.span
        elif telling.language.exceptions.opt_in.search(
            telling.clause.text
        ):  # a ban but with consent, which they say is given
            value, consent, span = "conditional", "deemed", found.span
    elif found and found.kind != "deemed":
        value, consent, span = "conditional", None, found.span
    value = _called(telling.definition, value, consent, banned=banned)
    refusal = consent == "opt_out" and _only_refuses(telling)
    return telling.statement(value, telling.act, exception=span, consent=consent, refusal=refusal)


def _only_refuses(telling: Telling) -> bool:
    """Whether a clause with an opt-out permits nothing by itself: the customer's right comes before the act ('You may opt out of the use of ...')."""
    text = telling.clause.text
    start, _ = telling.view.origin(*telling.act)
    tie = tied(text[telling.clause.own_start : start], telling.language, banned=False)
    return bool(tie and tie.kind == "opt_out")


def _presumed(telling: Telling, statement: Statement) -> Statement:
    """A permission that asks for consent; one of the next sentences may say that acceptance or use is that."""
    after = telling.clause.index + 1
    for clause in telling.context.clauses[after : after + FOLLOWING]:
        found = telling.language.exceptions.deemed.search(clause.text, clause.own_start)
        if found and clause.section == telling.clause.section:
            known = telling.definition.info.values
            value = statement.value if "conditional" in known or "permitted" not in known else "permitted"
            return replace(statement, value=value, consent="deemed", follow_up=(clause, found.span()))
    return statement


def _followed(telling: Telling, statement: Statement) -> Iterator[Statement]:
    """The permission or the ban, or what sentences elsewhere leave of it: one of the next may make a permission depend on the customer, or take
    back a ban, as may one that names its section, or the word that it is said in. A ban of which a fact cannot say that something is left out says
    nothing of the rest, and so states nothing."""
    banned = statement.value == "prohibited"
    if banned and (found := _lifted(telling) or _narrowed(telling, statement)):
        yield from _weaker(telling, statement, None, *found)
        return
    after = telling.clause.index + 1
    for clause in telling.context.clauses[after : after + FOLLOWING]:
        tie = tied(clause.text[clause.own_start :], telling.language, banned=banned)
        if tie and clause.section == telling.clause.section:
            span = (tie.span[0] + clause.own_start, tie.span[1] + clause.own_start)
            yield from _weaker(telling, statement, tie, clause, span)
            return
    yield statement


def _weaker(
    telling: Telling, statement: Statement, tie: CarveOut | None, clause: Clause, span: Span
) -> Iterator[Statement]:
    """What a sentence elsewhere leaves of a permission or a ban."""
    banned = statement.value == "prohibited"
    consent = _ASKED.get(tie.kind) if tie else statement.consent
    value = _called(telling.definition, "conditional", consent, banned=banned)
    if value != statement.value:
        confidence = "medium" if tie else statement.confidence
        yield replace(
            statement, value=value, exception=None, consent=consent, confidence=confidence, follow_up=(clause, span)
        )
    elif not banned:
        yield statement


def _lifted(telling: Telling) -> tuple[Clause, Span] | None:
    """The clause that lifts the section of this one, or says for whom alone it holds."""
    found = (telling.context.lifted.get(number) for number in (*numbers(telling.clause), ALL))
    return next(filter(None, found), None)


def _narrowed(telling: Telling, statement: Statement) -> tuple[Clause, Span] | None:
    """The clause by which a word of the act means less than it says ('"sell" means for money alone')."""
    said = telling.clause.text[statement.span[0] : statement.span[1]]
    return next((found for word, found in telling.context.narrowed.items() if word in said), None)


def _called(definition: FactDefinition, value: str, consent: Consent | None, *, banned: bool) -> str:
    """The value, or what a fact without it calls a conditional permission: by its consent, else by the ban."""
    if value in definition.info.values:
        return value
    named = {"opt_in": "with_consent", "opt_out": "opt_out"}.get(consent or "")
    if named in definition.info.values:
        return str(named)
    return "prohibited" if banned or consent == "opt_in" else "permitted"


def _asks(statement: Statement) -> bool:
    """Whether a statement of a ban is a permission with consent, of a fact that knows no third value."""
    return statement.value == "prohibited" and statement.consent == "opt_in" and statement.ban is None


def resolve(definition: FactDefinition, stated: Stated) -> Resolved | None:
    """A ban beside a permission that depends on the customer is what that one narrows, and a right to refuse narrows what other clauses
    permit; all else that differs conflicts.

    Of a fact that has no word for it, what is permitted with consent alone is no ban of what another clause just permits.
    """
    statements = stated.best(definition.info)
    kept, behind = ranked(statements)
    if any(each.value == "permitted" for each in kept):
        kept = [each for each in kept if not _asks(each)]
    refusal = next((each for each in kept if each.refusal), None)
    if refusal:
        kept = [_refusable(each, refusal) if each.value == "permitted" else each for each in kept]
    values = in_order(definition.info, dict.fromkeys(each.value for each in kept))
    if len(values) == 2 and "permitted" not in values and values[1] == "prohibited":
        narrowed = [each for each in kept if each.value == "prohibited"]
        allowed = [each for each in kept if each.value != "prohibited"]
        stand = Stand(values[0], sureness(allowed), (*evidence_for(allowed), *evidence_for(narrowed)), tuple(behind))
        return Resolved(definition.id, (_allowing_first(stand),))
    if not values:
        return None
    return Resolved(definition.id, tuple(map(_allowing_first, stands_of(values, kept, behind))))


def _refusable(statement: Statement, refusal: Statement) -> Statement:
    """A permission that another clause lets the customer refuse."""
    return replace(statement, value=refusal.value, exception=None, consent="opt_out", confidence="medium")


def _allowing_first(stand: Stand) -> Stand:
    """A stand led by what allows, which proves it better than a ban that leaves it out."""
    if stand.value == "prohibited":
        return stand
    return replace(stand, statements=tuple(sorted(stand.statements, key=lambda each: each.ban is not None)))
