"""Patterns over text of a byte a character."""

from __future__ import annotations

import pytest
import re2

from vendorlint_extractor.readings.patterns import loose, one_byte, pattern


def test_text_keeps_its_offsets() -> None:
    assert one_byte("€ 5 – é 中") == b"\x80 5 \x96 \xe9 ?"


@pytest.mark.parametrize(
    ("source", "without_bounds"),
    [
        (r"a[^.;]{0,80}b", r"a[^.;]*b"),
        (r"a[^.;]{1,80}?b", r"a[^.;]+b"),
        (r"a(?: \w+){0,3}b{2}", r"a(?: \w+)*b{2}"),
        (r"a{2,3}", r"a{2,3}"),
        (r"\{0,3}", r"\{0,3}"),
    ],
)
def test_gaps_without_bounds(source: str, without_bounds: str) -> None:
    assert loose(source) == without_bounds


def test_a_pattern_matches_bytes() -> None:
    assert pattern("€ [0-9]").search(one_byte("for € 5")).span() == (4, 7)
    with pytest.raises(re2.error):
        pattern("(")


def test_a_pattern_that_is_larger_than_most() -> None:
    source = " ".join(["[a-z ]{0,900}x"] * 8)
    assert pattern(source).search(b"ax " * 8 + b"bx").span() == (0, 26)
