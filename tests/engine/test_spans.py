"""Derived text and the map back."""

from __future__ import annotations

import pytest

from vendorlint_extractor.documents.spans import DerivedBuilder


def built():
    out = DerivedBuilder()
    out.add("ab", 10, 12)
    out.add("TAG", 12, 20)
    out.add("", 20, 25)
    out.add("cd", 25, 27)
    return out.build()


def test_text_and_map() -> None:
    found = built()
    assert (found.text, found.at, found.origin) == ("abTAGcd", (0, 2, 5), ((10, 12), (12, 20), (25, 27)))


@pytest.mark.parametrize(
    ("start", "end", "source"),
    [
        (0, 2, (10, 12)), (1, 2, (11, 12)), (0, 1, (10, 11)), (2, 5, (12, 20)), (3, 4, (12, 20)), (1, 3, (11, 20)), (4, 6, (12, 26)),
        (5, 7, (25, 27)), (6, 7, (26, 27)), (3, 3, (12, 20)), (5, 5, (25, 26)), (0, 7, (10, 27)),
    ],
)  # fmt: skip
def test_source(start: int, end: int, source: tuple[int, int]) -> None:
    assert built().source(start, end) == source


def test_whether_it_ends_with_a_blank() -> None:
    out = DerivedBuilder()
    assert out.ends_with_space()
    out.add("a", 0, 1)
    assert not out.ends_with_space()
    out.add("b ", 1, 3)
    assert out.ends_with_space()


def test_the_last_piece_but_one_is_as_long_as_it_is() -> None:
    out = DerivedBuilder()
    out.add("ab", 10, 12)
    out.add("cd", 25, 27)
    assert out.build().source(0, 1) == (10, 11)
