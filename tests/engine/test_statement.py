"""Statements and what they come to."""

from __future__ import annotations

from vendorlint_extractor.readings.confidence import CONFIDENCES
from vendorlint_extractor.readings.statement import MAX_EVIDENCE, Stand, Stated, evidence_for, stand_of, surest

from .make import statement


def test_confidences() -> None:
    assert CONFIDENCES == ("low", "medium", "high")


def test_the_highest_rank_counts() -> None:
    low, high, other = statement(1), statement(2, rank=2), statement(3, rank=2)
    assert Stated({"a.b": [low, high, other]}, {}).highest("a.b") == [high, other]
    assert Stated({"a.b": []}, {}).highest("a.b") == []
    assert Stated({}, {}).highest("a.b") == []
    assert Stated({"a.b": [statement(1, rank=0)]}, {}).highest("a.b") == [statement(1, rank=0)]


def test_surest() -> None:
    assert surest([statement(1, confidence="low"), statement(1, confidence="medium")]) == "medium"


def test_evidence_is_the_strongest_of_each_clause() -> None:
    weak, sure, same = statement(1, 1, confidence="low"), statement(1, 2), statement(1, 2, confidence="medium")
    assert evidence_for([weak, same, sure]) == (sure, weak)
    assert MAX_EVIDENCE == 4
    assert evidence_for([statement(1, index) for index in range(6)]) == tuple(statement(1, index) for index in range(4))


def test_a_stand_is_of_one_value() -> None:
    one, two, three = statement(1, 1, confidence="low"), statement(2, 2), statement(1, 3, confidence="medium")
    assert stand_of(1, [one, two, three]) == Stand(1, "medium", (three, one))


def test_plain_statement() -> None:
    plain = statement(1)
    assert (plain.exception, plain.consent, plain.overrides, plain.near, plain.requires) == (
        None,
        None,
        False,
        None,
        None,
    )
