"""Statements, one per reading of one clause, and what all those of a fact come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.clauses.scope import EVERYONE, Scope
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.readings.confidence import CONFIDENCES, Confidence
from vendorlint_extractor.readings.ranks import Force, Rank

Consent = Literal["none", "opt_in", "opt_out", "deemed"]
Span = tuple[int, int]
TITLE = 45  # characters of a sentence that may be a title ('No class actions.')
# Of how likely a clause states what was read in it (readings/likelihood.py), what is high and what is low: of 229 facts read in rounds G
# and H, which nobody had looked at, 92 of 100 were right that are high, 69 that are neither and 4 of 10 that are low.
LIKELY, UNLIKELY = 0.75, 0.05
LONG = 200  # characters of a clause: what one longer clause alone says was read right in 83 of 100, all else in 97


@dataclass(frozen=True, slots=True)
class Statement:
    """One reading of one clause. Spans are offsets of the clause's text; `exception` is that of a carve-out, `ban` that of the
    negation that turns what is said.

    `ranks`: how the text ranks the clause. `titled`: how much its section's title tells of the fact. `follow_up`: a later clause that turns it, with the span that does. `near` and
    `requires` are what it leans on (see Reading). `consent` is how a permission depends on it; None where nothing is permitted.
    A `refusal` permits nothing and lets the customer refuse what others permit ('You may opt out of the use of ...').
    `scopes` are for whom it is stated. One that is `inert` stands where text states nothing: in a title, a definition, an
    example or a summary. `likelihood` is how likely the clause states it, from 0 to 1, None where nobody knows.
    """

    fact: str
    value: Any
    clause: Clause
    span: tuple[int, int]
    confidence: Confidence
    rank: int
    exception: Span | None = None
    ban: Span | None = None
    consent: Consent | None = None
    ranks: tuple[Rank, ...] = ()
    titled: float = 0
    follow_up: tuple[Clause, Span] | None = None
    near: str | None = None
    requires: str | None = None
    scopes: tuple[Scope, ...] = (EVERYONE,)
    inert: bool = False
    likelihood: float | None = None
    refusal: bool = False

    def rank_of(self, force: Force) -> Rank | None:
        """The words of this force that rank its clause, if any do."""
        return next((rank for rank in self.ranks if rank.force == force), None)


@dataclass(frozen=True, slots=True)
class Outranked:
    """A statement that the text puts behind others, and the words that do it."""

    statement: Statement
    rank: Rank


@dataclass(frozen=True, slots=True)
class Stand:
    """A value of a fact, how sure it is, the statements that prove it, and those of other values that it outranks.

    `elements` are, of a set, those that the clause of each statement states, in the order of the statements; empty of all else.
    """

    value: Any
    confidence: Confidence
    statements: tuple[Statement, ...]
    outranked: tuple[Outranked, ...] = ()
    elements: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """A fact of one document: one stand where it is stated, two or more where clauses disagree.

    They stand in the order of risk, the worst first, or of the text where the fact has no such order.
    """

    fact: str
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document states, for whoever resolves a fact: the statements by fact, and the facts resolved so far."""

    statements: Mapping[str, Sequence[Statement]]
    resolved: Mapping[str, Resolved]

    def best(self, info: FactInfo) -> list[Statement]:
        """The statements of a fact whose readings no better ones set aside.

        Of one clause readings of the highest rank count. Over clauses a reading of rank 0 counts only where there is no other,
        or where one says the same; so it is of all ranks of a fact whose values are none worse than others, as nothing
        adverse is hidden there.
        """
        found = self.statements.get(info.id, ())
        tops: dict[int, int] = {}
        for each in found:
            tops[each.clause.index] = max(each.rank, tops.get(each.clause.index, each.rank))
        top = max(tops.values(), default=0)
        least = min(top, 1) if info.risk else top
        of_clauses = [each for each in found if each.rank == tops[each.clause.index]]
        values = {each.value for each in of_clauses if each.rank >= least}
        return [each for each in of_clauses if each.value in values]


def stand_of(value: Any, statements: Iterable[Statement]) -> Stand:
    """What the statements of a value come to."""
    kept = [each for each in statements if each.value == value]
    return Stand(value, sureness(kept), evidence_for(kept))


def sureness(statements: Sequence[Statement]) -> Confidence:
    """How sure statements of one value are: as the likeliest is. Where nobody knows how likely, as sure as the surest, and never high
    where one long clause alone says so.

    Learnt on the rounds of docs/accuracy.md; no other trait of a reading told right ones from wrong ones as well.
    """
    if known := [each.likelihood for each in statements if each.likelihood is not None]:
        return "high" if max(known) >= LIKELY else "medium" if max(known) >= UNLIKELY else "low"
    surest = max((each.confidence for each in statements), key=CONFIDENCES.index)
    alone = len({each.clause.index for each in statements}) == 1
    return "medium" if surest == "high" and alone and len(statements[0].clause.text) >= LONG else surest


def evidence_for(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """One statement per clause, those first of readings that count beside others and those of which a lead-in alone says it last, then the
    surest and likeliest; of equal ones those of a narrower case last, and those first whose section is about the fact, then those whose clause says it whole, in more words than a title
    and without a lead-in."""
    unique: dict[int, Statement] = {}
    for each in sorted(statements, key=_strength):
        unique.setdefault(each.clause.index, each)
    return tuple(unique.values())


def _strength(statement: Statement) -> tuple[float, ...]:
    clause = statement.clause
    short = len(clause.text) < TITLE
    return (
        statement.rank == 0,
        clause.own_start >= statement.span[1],
        -CONFIDENCES.index(sureness([statement])),
        -CONFIDENCES.index(statement.confidence),
        statement.rank_of("narrower") is not None,
        -round(statement.titled),
        short,
        clause.own_start > statement.span[0],
    )
