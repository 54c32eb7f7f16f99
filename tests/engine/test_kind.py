"""What kinds of facts have in common."""

from __future__ import annotations

from typing import Any

import pytest

from vendorlint_extractor.readings.kinds.kind import resolve_first, stated_value, values_of
from vendorlint_extractor.readings.statement import Resolved, Stand, Stated, Statement

from .make import clause, definition, statement, telling


@pytest.mark.parametrize(
    ("banned", "negated", "value", "spoken", "stated"),
    [
        (False, "drop", True, None, [True]),
        (True, "drop", True, None, []),
        (True, "keep", True, None, [True]),
        (True, "flip", True, None, [False]),
        (True, "flip", False, None, [True]),
        (False, "flip", True, None, [True]),
        (False, "drop", None, 30, [30]),
        (False, "drop", None, None, []),
        (True, "flip", None, None, []),
        (True, "keep", None, 30, [30]),
        (False, "drop", 10, 30, [10]),
    ],
)
def test_the_value_that_a_ban_leaves(banned: bool, negated: Any, value: Any, spoken: Any, stated: list[Any]) -> None:
    found = telling("presence", "we may", "may", banned=banned, reading={"negated": negated, "value": value})
    assert [each.value for each in stated_value(found, lambda _: spoken)] == stated


def test_a_statement_has_what_its_reading_says() -> None:
    where = clause("lead in: however, VENDOR may use it", 7, own=9)
    more = {"confidence": "low", "rank": 3, "near": "c.d", "requires": "e.f", "value": "x"}
    found = telling("presence", where.text, "may", clause=where, reading=more)
    assert list(stated_value(found, lambda _: None)) == [
        Statement("a.b", "x", where, (25, 28), "low", 3, overrides=True, near="c.d", requires="e.f")
    ]


@pytest.mark.parametrize(
    ("text", "own", "overrides"),
    [
        ("notwithstanding it, may", 0, True),
        ("we, notwithstanding it, may", 0, False),
        ("notwithstanding: it may", 17, False),
    ],
)
def test_a_clause_prevails_by_how_its_own_words_open(text: str, own: int, overrides: bool) -> None:
    found = telling("presence", text, "may", clause=clause(text, own=own))
    assert found.statement(1, (0, 1)).overrides == overrides


def test_groups_of_the_alternative_that_matched() -> None:
    source = r"(?P<n>\d+)(?: (?P<unit>days?))?(?P<tail>x*)|(?P<word>none)"
    found = telling("amount", "in 30 days", source)
    assert found.groups("n") == {"n": "30", "unit": "days", "tail": ""}
    assert found.groups("n", "word") is None
    assert found.groups("n", "tail") is None  # empty is nothing
    assert telling("amount", "in 30", source).groups("n") == {"n": "30", "tail": ""}
    assert telling("amount", "none", source).groups() == {"word": "none"}
    assert telling("amount", "none", source).groups("n") is None


@pytest.mark.parametrize(
    ("stated", "prefer", "values"),
    [
        ([(1, False)], (), [1]),
        ([(2, False), (1, False), (2, False)], (), [2, 1]),
        ([(2, False), (1, False)], (3, 1, 2), [1]),
        ([(2, False), (1, True)], (), [1]),
        ([(2, False), (1, True), (3, True)], (), [1, 3]),
        ([(2, False), (1, True)], (2,), [2]),  # what is preferred before what prevails
        ([(2, True), (2, False)], (), [2]),
    ],
)
def test_values_that_hold(stated: list[tuple[int, bool]], prefer: tuple[int, ...], values: list[int]) -> None:
    statements = [statement(value, overrides=overrides) for value, overrides in stated]
    assert values_of(definition("presence", prefer=prefer), statements) == values


def test_the_first_value_of_many() -> None:
    one, other, again = statement(30, 1), statement(60, 2), statement(30, 3)
    found = resolve_first(definition("amount"), Stated({"a.b": [one, other, again]}, {}))
    assert found == Resolved("a.b", (Stand(30, "high", (one, again)),))
    assert resolve_first(definition("amount"), Stated({}, {})) is None
