"""Statements and what they come to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from vendorlint_extractor.readings.confidence import CONFIDENCES
from vendorlint_extractor.readings.ranks import Rank
from vendorlint_extractor.readings.statement import Stand, Stated, Statement, evidence_for, stand_of, sureness

from .make import clause, definition, statement

ORDERED = definition("amount", risk="low").info
PLAIN = definition("amount").info


def test_confidences() -> None:
    assert CONFIDENCES == ("low", "medium", "high")


@pytest.mark.parametrize(
    ("found", "ordered", "plain"),
    [
        ([], [], []),
        ([(1, 0, 1)], [1], [1]),
        # Of one clause readings of the highest rank count.
        ([(1, 0, 1), (2, 0, 2), (3, 0, 2)], [2, 3], [2, 3]),
        ([(1, 0, 2), (2, 0, 1)], [1], [1]),
        # Over clauses only where values are none worse than others.
        ([(1, 0, 1), (2, 5, 2)], [1, 2], [2]),
        # A reading of rank 0 counts where there is no other, or where one says the same.
        ([(1, 0, 0)], [1], [1]),
        ([(1, 0, 0), (2, 5, 1)], [2], [2]),
        ([(1, 0, 0), (1, 5, 1)], [1, 1], [1, 1]),
        ([(1, 0, 0), (2, 0, 1), (1, 5, 1)], [2, 1], [2, 1]),
    ],
)
def test_readings_that_no_better_ones_set_aside(
    found: list[tuple[int, int, int]], ordered: list[int], plain: list[int]
) -> None:
    statements = [statement(value, index, rank=rank) for value, index, rank in found]
    for info, values in ((ORDERED, ordered), (PLAIN, plain)):
        assert [each.value for each in Stated({"a.b": statements}, {}).best(info)] == values
    assert Stated({}, {}).best(PLAIN) == []


def test_statements_are_as_sure_as_the_surest() -> None:
    assert sureness([statement(1, confidence="low"), statement(1, 1, confidence="medium")]) == "medium"


@pytest.mark.parametrize(("length", "sure"), [(199, "high"), (200, "medium")])
def test_what_one_long_clause_alone_says_is_never_sure(length: int, sure: str) -> None:
    first, second = statement(1, clause("x" * length, 1)), statement(1, clause("x" * length, 2))
    assert sureness([first]) == sureness([first, first]) == sure
    assert sureness([first, second]) == "high"
    assert sureness([replace(first, confidence="low")]) == "low"


def test_evidence_is_the_strongest_of_each_clause() -> None:
    weak, sure, same = statement(1, 1, confidence="low"), statement(1, 2), statement(1, 2, confidence="medium")
    assert evidence_for([weak, same, sure]) == (sure, weak)
    assert evidence_for([statement(1, index) for index in range(6)]) == tuple(statement(1, index) for index in range(6))


def test_a_stand_is_of_one_value() -> None:
    one, two, three = statement(1, 1, confidence="low"), statement(2, 2), statement(1, 3, confidence="medium")
    assert stand_of(1, [one, two, three]) == Stand(1, "medium", (three, one))


def test_the_words_that_rank_a_clause() -> None:
    where = clause("x")
    first, second, third = (Rank(force, where, (n, n + 1)) for n, force in enumerate(("prevails", "yields", "yields")))  # type: ignore[arg-type]
    found: Any = statement(1, ranks=(first, second, third))
    assert [found.rank_of(force) for force in ("prevails", "yields", "narrower")] == [first, second, None]


def test_a_plain_statement() -> None:
    plain = Statement("a.b", 1, clause("x"), (0, 1), "high", 1)
    assert (plain.exception, plain.consent, plain.ranks, plain.follow_up, plain.near, plain.requires) == (
        None,
        None,
        (),
        None,
        None,
        None,
    )
    assert Stand(1, "high", ()).outranked == ()


def test_of_equal_statements_the_one_that_says_it_whole_comes_first() -> None:
    title, whole = statement(1, clause("x" * 44, 1)), statement(1, clause("x" * 45, 2))
    assert evidence_for([title, whole]) == (whole, title)
    led, own = statement(1, clause("x" * 60, 1, own=9)), statement(1, clause("x" * 60, 2))
    assert evidence_for([led, own]) == (own, led)
    about = statement(1, clause("x" * 44, 3), titled=1.0)
    assert evidence_for([whole, about]) == (about, whole)
    assert evidence_for([whole, statement(1, clause("x" * 60, 4), titled=0.4)])[0] == whole
    assert whole.titled == 0
    # What a lead-in alone says is shown last, however sure the reading is.
    lead, weak = (
        statement(1, clause("x" * 60, 1, own=9), span=(0, 9)),
        statement(1, clause("x" * 60, 2), confidence="medium"),
    )
    assert evidence_for([lead, weak]) == (weak, lead)
    assert evidence_for([replace(lead, span=(0, 10)), weak]) == (replace(lead, span=(0, 10)), weak)
