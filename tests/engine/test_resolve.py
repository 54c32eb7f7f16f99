"""Statements resolved into facts."""

from __future__ import annotations

import pytest

from vendorlint_extractor.readings.statement import Resolved, Stand
from vendorlint_extractor.resolved.resolve import REACH, resolve

from .make import definition, statement

NEAR = {"a.b": definition("presence"), "c.d": definition("presence", fact="c.d")}


def test_each_by_its_kind_in_the_order_of_the_definitions() -> None:
    consent = definition("derived", fact="e.f", derive=("a.b",), risk=("opt_in",))
    permitted = definition("permission", values=("permitted", "conditional"))
    amount = definition("amount", fact="c.d")
    asked, first, later = (
        statement("conditional", consent="opt_in"),
        statement(30, 1, fact="c.d"),
        statement(60, 2, fact="c.d"),
    )
    found = resolve({each.id: each for each in (consent, amount, permitted)}, [later, asked, first])
    assert list(found) == ["e.f", "c.d", "a.b"]
    assert found["e.f"] == Resolved("e.f", (Stand("opt_in", "high", (asked,)),))
    assert [stand.value for stand in found["c.d"].stands] == [60, 30]
    assert [stand.value for stand in found["a.b"].stands] == ["conditional"]


def test_silent_facts_are_left_out() -> None:
    assert list(resolve(NEAR, [statement(1), statement(2, fact="x.y")])) == ["a.b"]


@pytest.mark.parametrize(
    ("distance", "stated"), [(0, True), (REACH, True), (-REACH, True), (REACH + 1, False), (-REACH - 1, False)]
)
def test_a_clause_close_by_states_what_a_reading_leans_on(distance: int, stated: bool) -> None:
    assert REACH == 25
    leaning, other = statement(1, 100, near="c.d"), statement(2, 100 + distance, fact="c.d")
    assert ("a.b" in resolve(NEAR, [leaning, other])) == stated


def test_nothing_close_by() -> None:
    assert resolve(NEAR, [statement(1, near="c.d")]) == {}
    assert list(resolve(NEAR, [statement(1, near="x.y|c.d"), statement(2, fact="c.d")])) == ["a.b", "c.d"]


@pytest.mark.parametrize(
    ("requires", "value", "stated"),
    [
        ("c.d", "x", True),
        ("c.d", None, False),
        ("c.d=x", "x", True),
        ("c.d=y|x", "x", True),
        ("c.d=y|z", "x", False),
        ("c.d=true", True, True),
        ("c.d=y", None, False),
    ],
)
def test_the_document_states_what_a_reading_builds_on(requires: str, value: object, stated: bool) -> None:
    others = [] if value is None else [statement(value, 90, fact="c.d"), statement("late", 91, fact="c.d")]
    assert ("a.b" in resolve(NEAR, [statement(1, requires=requires), *others])) == stated


def test_what_leans_on_nothing_stated_is_none_to_lean_on() -> None:
    assert list(resolve(NEAR, [statement(1, near="c.d"), statement(2, fact="c.d", requires="x.y")])) == ["a.b"]
