"""Statements told apart by how the text ranks their clauses."""

from __future__ import annotations

import pytest

from vendorlint_extractor.documents.block import Section
from vendorlint_extractor.readings.ranking import FOLLOWED, RIVALS, ranked
from vendorlint_extractor.readings.statement import Statement

from .make import ranked as made
from .make import statement

FOUR, FIVE = Section("Four", "4", 1, ("Four",)), Section("Five", "5.1", 2, ("Five",))


def told(*statements: Statement) -> tuple[list[int], list[tuple[int, str]]]:
    """The values that are kept, and those behind with the force that puts them there."""
    kept, behind = ranked(statements)
    return [each.value for each in kept], [(each.statement.value, each.rank.force) for each in behind]


@pytest.mark.parametrize(
    ("statements", "kept", "behind"),
    [
        ([statement(1), statement(2)], [1, 2], []),
        ([statement(1), made(1, 1, "prevails")], [1, 1], []),  # of one value nothing is ranked
        ([statement(1), made(2, 1, "prevails")], [2], [(1, "prevails")]),
        ([statement(1), made(2, 1, "prevails"), statement(2, 2)], [2, 2], [(1, "prevails")]),
        ([made(1, 0, "prevails"), made(2, 1, "prevails")], [1, 2], []),
        ([statement(1), made(2, 1, "yields")], [1], [(2, "yields")]),
        ([made(1, 0, "yields"), made(2, 1, "yields")], [1, 2], []),
        ([statement(1), made(2, 1, "narrower")], [1], [(2, "narrower")]),
        ([statement(1), made(2, 1, "foremost")], [2], [(1, "foremost")]),
        ([statement(1), made(2, 1, "governs")], [2], [(1, "governs")]),
        ([statement(1), made(2, 1, "follows")], [2], [(1, "follows")]),
        # The most precise first.
        ([made(1, 0, "foremost"), made(2, 1, "prevails")], [1], [(2, "foremost")]),
        ([made(1, 0, "prevails", "narrower"), statement(2, 1)], [2], [(1, "narrower")]),
        ([made(1, 0, "governs"), made(2, 1, "prevails")], [1], [(2, "governs")]),
        ([made(1, 0, "prevails"), made(2, 9, "follows"), statement(3, 8)], [1], [(2, "prevails"), (3, "prevails")]),
        ([made(1, 8, "yields"), made(2, 9, "follows"), made(3, 20, "yields")], [2], [(1, "follows"), (3, "yields")]),
        ([], [], []),
    ],
)
def test_ranked(statements: list[Statement], kept: list[int], behind: list[tuple[int, str]]) -> None:
    assert told(*statements) == (kept, behind)


def test_a_clause_that_names_a_section_ranks_clauses_of_it() -> None:
    first, other = made(1, 0, at=FOUR), made(3, 1, at=FIVE)
    assert told(first, other, made(2, 2, "prevails", section="4")) == ([3, 2], [(1, "prevails")])
    assert told(first, other, made(2, 2, "prevails", section="5")) == ([1, 2], [(3, "prevails")])
    assert told(first, other, made(2, 2, "governs", section="9")) == ([2], [(1, "governs"), (3, "governs")])
    assert told(first, made(2, 2, "yields", section="4")) == ([1], [(2, "yields")])
    assert told(other, made(2, 2, "yields", section="4")) == ([3, 2], [])
    assert told(other, first, made(2, 2, "yields", section="4")) == ([3, 1], [(2, "yields")])
    assert told(first, made(2, 2, "prevails", section="9"), made(3, 3, "prevails", section="4")) == (
        [2, 3],
        [(1, "prevails")],
    )


def test_an_opener_takes_up_the_clauses_just_above() -> None:
    assert FOLLOWED == 3
    for index, kept in ((1, [2]), (3, [2]), (4, [1, 2])):
        assert told(statement(1, 0), made(2, index, "follows"))[0] == kept
    assert told(made(1, 1, "follows"), statement(2, 2))[0] == [1, 2]  # not those below
    assert told(made(1, 0, at=FOUR), made(2, 1, "follows", at=FIVE))[0] == [1, 2]
    assert told(statement(1, 0), statement(2, 0), made(1, 1, "follows"))[0] == [1, 1]
    assert told(statement(1, 0), made(1, 1, "follows"), made(2, 2, "follows"))[0] == [2]


def test_so_many_rivals_are_looked_at() -> None:
    assert RIVALS == 16
    for count, kept in ((15, [99]), (16, [1, 99])):
        leaders = [made(1, n, "prevails", section=f"9.{n}") for n in range(count)]
        last = made(1, 50, "prevails", section="4")
        assert told(*leaders, last, made(99, 60, at=FOUR))[0][-1:] == ([1] if count == 15 else [99])
        del kept
