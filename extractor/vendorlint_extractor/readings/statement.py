"""Statements, one per reading of one clause, and what all those of a fact come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.clauses.scope import EVERYONE, Scope
from vendorlint_extractor.readings.confidence import CONFIDENCES, Confidence

Consent = Literal["none", "opt_in", "opt_out", "deemed"]
MAX_EVIDENCE = 4  # statements that prove a value


@dataclass(frozen=True, slots=True)
class Statement:
    """One reading of one clause. Spans are offsets of the clause's text; `exception` is the span of a carve-out.

    `overrides`: the clause prevails over others. `near` and `requires` are what it leans on (see Reading). `consent` is how
    a permission depends on it; None where nothing is permitted. `scopes` are for whom it is stated.
    """

    fact: str
    value: Any
    clause: Clause
    span: tuple[int, int]
    confidence: Confidence
    rank: int
    exception: tuple[int, int] | None = None
    consent: Consent | None = None
    overrides: bool = False
    near: str | None = None
    requires: str | None = None
    scopes: tuple[Scope, ...] = (EVERYONE,)


@dataclass(frozen=True, slots=True)
class Stand:
    """A value of a fact, how sure it is, and the statements that prove it."""

    value: Any
    confidence: Confidence
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A fact of one document: one stand where it is stated, two or more where clauses disagree."""

    fact: str
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document states, for whoever resolves a fact: the statements by fact, and the facts resolved so far."""

    statements: Mapping[str, Sequence[Statement]]
    resolved: Mapping[str, Resolved]

    def highest(self, fact: str) -> list[Statement]:
        """The statements of a fact that no other sets aside by its rank."""
        found = self.statements.get(fact, ())
        top = max((each.rank for each in found), default=0)
        return [each for each in found if each.rank == top]


def stand_of(value: Any, statements: Iterable[Statement]) -> Stand:
    """What the statements of a value come to: as sure as the surest."""
    kept = [each for each in statements if each.value == value]
    return Stand(value, surest(kept), evidence_for(kept))


def surest(statements: Iterable[Statement]) -> Confidence:
    """The highest confidence of them."""
    return max((each.confidence for each in statements), key=CONFIDENCES.index)


def evidence_for(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """At most MAX_EVIDENCE statements, strongest first, one per clause."""
    unique: dict[int, Statement] = {}
    for each in sorted(statements, key=lambda each: -CONFIDENCES.index(each.confidence)):
        unique.setdefault(each.clause.index, each)
    return tuple(unique.values())[:MAX_EVIDENCE]
