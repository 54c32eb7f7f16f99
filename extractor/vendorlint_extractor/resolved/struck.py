"""Promises of a document that another one strikes: an amendment that deletes a section, an order form to which it does not apply."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from vendorlint_extractor.readings.hollow import is_promise
from vendorlint_extractor.resolved.described import Reading, ScopedFacts
from vendorlint_extractor.resolved.stated import Fact, Side


def without_struck(read: Sequence[Reading]) -> Iterator[Reading]:
    """The readings without what stands in no other section than those that another document strikes, if it is good for the customer."""
    for one in read:
        gone = frozenset(number for other in read if other is not one for number in other.strikes)
        yield replace(one, facts=_kept(one.facts, gone)) if gone else one


def _kept(facts: ScopedFacts, gone: Collection[str]) -> ScopedFacts:
    kept = {
        fact_id: {scope: left for scope, fact in scoped.items() if (left := _without(fact, gone)).sides}
        for fact_id, scoped in facts.items()
    }
    return {fact_id: scoped for fact_id, scoped in kept.items() if scoped}


def _without(fact: Fact, gone: Collection[str]) -> Fact:
    return replace(fact, sides=tuple(each for each in fact.sides if not _is_struck(fact, each, gone)))


def _is_struck(fact: Fact, side: Side, gone: Collection[str]) -> bool:
    stated = [each.number for each in side.evidence if each.role == "statement"]
    return is_promise(fact.info, side.value) and bool(stated) and all(_within(number, gone) for number in stated)


def _within(number: str, gone: Collection[str]) -> bool:
    """Whether a clause stands in one of the sections: '1.1(a)' in '1.1' and in '1'."""
    parts = number.partition("(")[0].split(".")
    return any(".".join(parts[:depth]) in gone for depth in range(1, len(parts) + 1))
