"""Patterns over text of a byte a character."""

from __future__ import annotations

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from vendorlint_extractor.readings.patterns import first_end, loose, one_byte, pattern


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


PIECES = [
    "keep",
    "data",
    "(?P<act>keep|kept)",
    "^",
    "$",
    "\\b",
    " ?",
    "[^.;]{0,3}",
    "[^.;]*?",
    "\\.",
    "(?:data|keep data)",
    "(?i:K)",
]
WORDS = ["keep", "kept", "data", " ", ".", "\n", "·", "k"]


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join),
    st.lists(st.sampled_from(WORDS), max_size=8).map("".join),
)
def test_where_the_first_match_ends(source: str, text: str) -> None:
    if source.count("<act>") < 2:  # a name is that of one group
        found = pattern(source).search(one_byte(text))
        assert first_end(source, one_byte(text)) == (found.end() if found else -1)
