"""The facts of several documents made into one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vendorlint_extractor.clauses.scope import EVERYONE
from vendorlint_extractor.ontology import FactInfo, in_order
from vendorlint_extractor.readings.confidence import CONFIDENCES
from vendorlint_extractor.resolved.stated import Fact, Side


def merge(info: FactInfo, stated: Sequence[tuple[Any, Fact]]) -> Fact:
    """One fact out of those of several documents and scopes, each with its place in their order, the first first.

    The documents of the first place decide; where two of one place disagree, nothing ranks them and the fact conflicts, the
    worst first. A set is what they state together. What a later document says of the same value is more evidence, and of
    another, be it worse or better, is set aside: kept for a person to see, and no statement.
    """
    first = stated[0][0]
    deciding = [side for place, fact in stated if place == first for side in fact.sides]
    if isinstance(deciding[0].value, tuple):
        value = tuple(sorted({v for side in deciding for v in side.value}))
        aside = tuple(side for place, fact in stated if place != first for side in fact.sides if side.value != value)
        return Fact(info, (_together(value, deciding),), aside)
    values = in_order(info, dict.fromkeys(side.value for side in deciding))
    every = [side for _, fact in stated for side in fact.sides]
    aside = tuple(side for side in every if side.value not in values)
    return Fact(info, tuple(_together(value, [s for s in every if s.value == value]) for value in values), aside)


def _together(value: Any, sides: Sequence[Side]) -> Side:
    """One side out of several: as sure as the surest, or for a set as the least sure, with the evidence of all."""
    pick = min if isinstance(value, tuple) else max
    confidence = pick((side.confidence for side in sides), key=CONFIDENCES.index)
    scope = EVERYONE if any(side.scope == EVERYONE for side in sides) else sides[0].scope
    also = tuple(each for each in sides[0].also if all(each in (side.scope, *side.also) for side in sides))
    return Side(value, confidence, tuple(evidence for side in sides for evidence in side.evidence), scope, also)
