"""Marks of list items at the beginnings of lines."""

from __future__ import annotations

import pytest

from vendorlint_extractor.documents.items import ROMAN, follows, labels_before, marker, style_of


@pytest.mark.parametrize(
    ("line", "mark", "style", "rest"),
    [
        *((f"{bullet} we may", None, "bullet", "we may") for bullet in "*+-•·●▪◦‣–—"),
        (r"\- we may", None, "bullet", "we may"),
        ("·we may", None, "bullet", "we may"),
        ("  - we may", None, "bullet", "we may"),
        ("(a) we may", "a", "letter", "we may"), ("b) we may", "b", "letter", "we may"), ("**(c)** we may", "c", "letter", "we may"),
        ("(B) we may", "B", "letter", "we may"), ("(iv) we may", "iv", "roman", "we may"), ("(i)we may", "i", "roman", "we may"),
        ("(12) we may", "12", "figure", "we may"), ("(l) we may", "l", "letter", "we may"),
        ("1. we may", "1", "decimal1", "we may"), (r"10\.2\. we may", "10", "decimal1", r"2\. we may"), ("10.2 we may", "10.2", "decimal2", "we may"), ("1.2.3. we may", "1.2.3", "decimal3", "we may"),
        (r"7\. we may", "7", "decimal1", "we may"), ("30 Days", "30", "decimal1", "Days"), ("30 days", None, None, ""),
        ("B.2. we may", "B.2", "decimal2", "we may"), ("B.2.a. we may", "B.2.a", "decimal3", "we may"), ("10.2.b we may", "10.2.b", "decimal3", "we may"),
        ("a. we may", "a", "letter", "we may"), ("iv. we may", "iv", "roman", "we may"), ("e.g. we may", None, None, ""),
        ("-we may", None, None, ""), ("we may", None, None, ""), ("(ab) we may", None, None, ""), ("- ", None, None, ""), ("1000. we may", None, None, ""),
    ],
)  # fmt: skip
def test_mark(line: str, mark: str | None, style: str | None, rest: str) -> None:
    found = marker(line, alone=True)
    if style is None:
        assert found is None
        return
    assert found
    assert (style_of(found), line[found.end() :]) == (style, rest)
    assert style == "bullet" or found[2] == mark


@pytest.mark.parametrize(
    ("line", "is_item"),
    [
        ("30 days", False),
        ("30. days", True),
        ("30) days", True),
        ("300) days", True),
        ("1.2 days", True),
        ("(a) days", True),
        ("- days", True),
    ],
)
def test_within_a_paragraph_a_bare_number_is_no_mark(line: str, is_item: bool) -> None:
    assert bool(marker(line, alone=False)) == is_item


@pytest.mark.parametrize(
    ("label", "before"),
    [
        ("b", ["a"]),
        ("a", []),
        ("z", ["y"]),
        ("ii", ["i"]),
        ("i", ["h"]),
        ("v", ["iv", "u"]),
        ("xv", ["xiv"]),
        ("2", ["1"]),
        ("10", ["9"]),
        ("xx", []),
    ],
)
def test_what_comes_before(label: str, before: list[str]) -> None:
    assert list(labels_before(label)) == before


@pytest.mark.parametrize(
    ("before", "label", "is_next"),
    [
        ("10.2", "10.3", True),
        ("a", "b", True),
        ("1", "2", True),
        ("10.2", "11.3", False),
        ("1", "3", False),
        ("", "1", False),
    ],
)
def test_what_follows(before: str, label: str, is_next: bool) -> None:
    assert follows(before, label) == is_next


def test_a_letter_that_is_a_roman_numeral_too() -> None:
    found = marker("(i) we may", alone=True)
    assert found
    assert (style_of(found), style_of(found, "h"), style_of(found, "g")) == ("roman", "letter", "roman")


def test_roman_numerals() -> None:
    assert ROMAN == ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
