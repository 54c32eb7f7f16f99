"""Clauses and where their words stand in the document."""

from __future__ import annotations

import pytest

from .make import clauses

TEXT = """\
# 10. Content

10.4 It stays yours. You grant us a licence to:

(a) host **Your Content**, and

(b) show it:

- to users
"""


def found(own: str):
    return next(each for each in clauses(TEXT) if each.pieces[-1].text.startswith(own))


@pytest.mark.parametrize(
    ("own", "number"),
    [("CUSTOMER grant", "10.4"), ("host", "10.4(a)"), ("show", "10.4(b)"), ("to CUSTOMER", "10.4(b)")],
)
def test_number_as_a_reader_would_cite_it(own: str, number: str) -> None:
    clause = found(own)
    assert clause.number(clause.pieces[-1]) == number


def test_number_of_a_lead_in() -> None:
    clause = found("host")
    assert clause.number(clause.pieces[0]) == "10.4"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("# 3. Fees\n\nWe may raise the fees of all plans.", "3"),
        ("# 3. Fees\n\n- We may raise the fees of all plans.", "3"),
        ("# 3. Fees\n\n(a) We may raise the fees of all plans.", "3(a)"),
        ("# 3. Fees\n\n2. We may raise the fees of all plans.", "3(2)"),
        ("# Fees\n\n2. We may raise the fees of all plans.", "2"),
        ("# Fees\n\nWe may raise the fees of all plans.", ""),
    ],
)
def test_number_begins_with_the_section_s(text: str, number: str) -> None:
    clause = clauses(text)[-1]
    assert clause.number(clause.pieces[-1]) == number


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("host CONTENT", "host **Your Content"),
        ("CONTENT", "Your Content"),
        ("a licence", "a licence"),
        ("to: host", "host"),
        (", and", ", and"),
    ],
)
def test_words_are_found_in_the_source(words: str, source: str) -> None:
    clause = found("host")
    assert clause.text == "CUSTOMER grant VENDOR a licence to: host CONTENT, and"
    start = clause.text.index(words)
    begin, end = clause.locate(start, start + len(words))
    assert TEXT[begin:end] == source


def test_nothing_is_found_as_a_character() -> None:
    clause = found("host")
    begin, end = clause.locate(clause.own_start, clause.own_start)
    assert TEXT[begin:end] == "h"


def test_a_piece_s_text_and_source() -> None:
    piece = found("host").pieces[-1]
    assert piece.text == "host CONTENT, and"
    begin, end = piece.source()
    assert TEXT[begin:end] == "host **Your Content**, and"
    begin, end = piece.source(piece.start + 5, piece.start + 12)
    assert TEXT[begin:end] == "Your Content"
