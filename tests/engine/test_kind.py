"""What kinds of facts have in common."""

from __future__ import annotations

from typing import Any

import pytest

from vendorlint_extractor.documents.block import Section
from vendorlint_extractor.readings.kinds.kind import figure, general, resolve_figure, settled, stands_of, stated_value
from vendorlint_extractor.readings.ranks import Cases, Rank
from vendorlint_extractor.readings.statement import Outranked, Resolved, Stand, Stated, Statement

from .make import clause, definition, ranked, statement, telling


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
    where = clause("lead in: VENDOR may, notwithstanding section 5, use it", 7, own=9)
    more = {"confidence": "low", "rank": 3, "near": "c.d", "requires": "e.f", "value": "x"}
    found = telling("presence", where.text, "use", clause=where, reading=more)
    rank = Rank("prevails", where, (21, 46), "5")
    assert list(stated_value(found, lambda _: None)) == [
        Statement("a.b", "x", where, (48, 51), "low", 3, ranks=(rank,), near="c.d", requires="e.f")
    ]


def test_cases_and_governing_sections_rank_it() -> None:
    where = clause("urgent changes", section=Section("Changes", "3.1", 1, ("Changes",)))
    other = Rank("governs", clause("in a conflict section 3 prevails"), (0, 5), "3")
    found = telling(
        "presence",
        where.text,
        "changes",
        clause=where,
        definition={"cases": Cases(("urgent",), ("changes",))},
        governing={"3": other},
    )
    assert [each.force for each in found.statement(1, (0, 1)).ranks] == ["narrower", "governs"]
    french = telling(
        "presence", where.text, "changes", clause=where, code="fr", definition={"cases": Cases(("urgent",))}
    )
    assert found.language.code != french.language.code
    assert french.statement(1, (0, 1)).ranks == ()


@pytest.mark.parametrize(
    ("text", "own", "words"),
    [
        ("VENDOR stores it for 5 days", 0, None),
        ("VENDOR stores it for 5 days if CUSTOMER is abroad", 0, "if CUSTOMER is"),
        ("if CUSTOMER is abroad: for 5 days", 23, None),  # words of the lead-in
        ("notwithstanding section 5, for 5 days if CUSTOMER is abroad", 0, None),  # it is ranked already
    ],
)
def test_a_figure_that_holds_in_a_case_alone(text: str, own: int, words: str | None) -> None:
    where = clause(text, own=own)
    [found] = figure(telling("amount", text, "5 days", clause=where), lambda _: 5)
    case = found.rank_of("narrower")
    assert (case and text[slice(*case.span)]) == words
    assert (found.value, [each.force for each in found.ranks]) == (
        5,
        ["narrower"] if words else [each.force for each in found.ranks],
    )
    assert list(figure(telling("amount", text, "5 days", clause=where), lambda _: None)) == []


def test_groups_of_the_alternative_that_matched() -> None:
    source = r"(?P<n>\d+)(?: (?P<unit>days?))?(?P<tail>x*)|(?P<word>none)"
    found = telling("amount", "in 30 days", source)
    assert found.groups("n") == {"n": "30", "unit": "days", "tail": ""}
    assert found.groups("n", "word") is None
    assert found.groups("n", "tail") is None  # empty is nothing
    assert telling("amount", "in 30", source).groups("n") == {"n": "30", "tail": ""}
    assert telling("amount", "none", source).groups() == {"word": "none"}
    assert telling("amount", "none", source).groups("n") is None


def test_statements_are_settled() -> None:
    low, high, again = statement(30, 1), statement(60, 2), statement(30, 3)
    last = ranked(90, 4, "prevails")
    rank = last.ranks[0]
    about = definition("amount", risk="high")
    assert settled(about, []) is None
    assert settled(about, [low, again]) == Resolved("a.b", (Stand(30, "high", (low, again)),))
    assert settled(about, [low, high]) == Resolved(
        "a.b", (Stand(60, "high", (high,)), Stand(30, "high", (low,)))
    )  # the worst first
    assert settled(definition("amount"), [low, high]) == Resolved(
        "a.b", (Stand(30, "high", (low,)), Stand(60, "high", (high,)))
    )
    assert settled(about, [low, last]) == Resolved("a.b", (Stand(90, "high", (last,), (Outranked(low, rank),)),))
    assert settled(definition("amount", risk="high", cumulative=True), [low, high]) == Resolved(
        "a.b", (Stand(60, "high", (high,)),)
    )


def test_what_is_outranked_comes_with_the_first_stand() -> None:
    low, high, last = statement(30, 1), statement(60, 2), ranked(90, 4, "prevails")
    behind = (Outranked(low, last.ranks[0]),)
    assert stands_of([60, 90], [high, last], behind) == (Stand(60, "high", (high,), behind), Stand(90, "high", (last,)))


def test_the_general_case_of_figures() -> None:
    one, other, third = statement(30, 1), statement(60, 1), statement(90, 2)
    case, same, last = ranked(1, 3, "narrower"), ranked(1, 4, "narrower"), ranked(2, 5, "narrower")
    assert general([one, other, third]) == [one, third]  # of a clause the first
    assert general([case, last, same]) == [case, same]  # where all are of cases, what the first says
    assert general([case, last, third]) == [case, last, third]
    assert general([]) == []
    assert resolve_figure(definition("amount"), Stated({"a.b": [one, other]}, {})) == Resolved(
        "a.b", (Stand(30, "high", (one,)),)
    )
    assert resolve_figure(definition("amount"), Stated({}, {})) is None
