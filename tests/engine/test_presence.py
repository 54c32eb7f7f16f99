"""Presence: flags, one of a list, sets."""

from __future__ import annotations

import pytest

from vendorlint_extractor.readings.definitions import DefinitionError
from vendorlint_extractor.readings.kinds import presence as kind
from vendorlint_extractor.readings.statement import Outranked, Resolved, Stand, Stated

from .make import clause, definition, ranked, statement, telling


def test_read() -> None:
    assert [each.value for each in kind.read(telling("presence", "we may", "may", reading={"value": False}))] == [False]
    assert kind.READS_ON is False
    with pytest.raises(DefinitionError) as caught:
        list(kind.read(telling("presence", "we may", "may")))
    assert str(caught.value) == "a.b.yaml: a reading of kind presence needs a value"


def test_what_the_text_ranks() -> None:
    yes, no = statement(True, 1), ranked(False, 2, "prevails")
    behind = (Outranked(yes, no.ranks[0]),)
    assert kind.resolve(definition("presence"), Stated({"a.b": [yes, no]}, {})) == Resolved(
        "a.b", (Stand(False, "high", (no,), behind),)
    )


def test_one_value_or_a_conflict() -> None:
    yes, no = statement(True, 1), statement(False, 2, confidence="low")
    assert kind.resolve(definition("presence"), Stated({"a.b": [yes]}, {})) == Resolved(
        "a.b", (Stand(True, "high", (yes,)),)
    )
    assert kind.resolve(definition("presence"), Stated({"a.b": [yes, no]}, {})) == Resolved(
        "a.b", (Stand(True, "high", (yes,)), Stand(False, "low", (no,)))
    )
    assert kind.resolve(definition("presence"), Stated({}, {})) is None
    assert kind.resolve(definition("presence", type="set"), Stated({}, {})) is None


def test_a_set_is_all_its_elements_as_sure_as_the_weakest() -> None:
    b, weak_a, a, top = (
        statement("b", 1),
        statement("a", 2, confidence="low"),
        statement("a", 3, confidence="medium"),
        statement("c", 4, confidence="medium"),
    )
    found = kind.resolve(definition("presence", type="set"), Stated({"a.b": [b, weak_a, a, top]}, {}))
    assert found == Resolved("a.b", (Stand(("a", "b", "c"), "medium", (b, a, top), elements=(("b",), ("a",), ("c",))),))


def test_an_element_that_one_long_clause_alone_names_is_not_sure() -> None:
    a, b, long = statement("a", 1), statement("b", 2), statement("b", clause("x" * 300, 3))
    resolved = [
        kind.resolve(definition("presence", type="set"), Stated({"a.b": found}, {}))
        for found in ([a, long], [a, long, b])
    ]
    assert [each and each.stands[0].confidence for each in resolved] == ["medium", "high"]


def test_of_two_clauses_as_sure_the_first_proves_an_element() -> None:
    one, other = statement("a", 1), statement("a", 2)
    assert kind.resolve(definition("presence", type="set"), Stated({"a.b": [one, other]}, {})) == Resolved(
        "a.b", (Stand(("a",), "high", (one,), elements=(("a",),)),)
    )


def test_all_elements_of_a_set_that_a_clause_states_are_told_of_it() -> None:
    a, b, both_a, both_b = statement("a", 1), statement("b", 2), statement("a", 3), statement("b", 3)
    found = [
        kind.resolve(definition("presence", type="set"), Stated({"a.b": said}, {}))
        for said in ([a, both_a, both_b], [both_a, both_b, b])
    ]
    assert [each and (each.stands[0].statements, each.stands[0].elements) for each in found] == [
        ((a, both_b), (("a",), ("a", "b"))),
        ((both_a,), (("a", "b"),)),
    ]
