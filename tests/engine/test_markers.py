"""Marks that count the items of a list within a sentence."""

from __future__ import annotations

import pytest

from vendorlint_extractor.clauses.markers import enumerators, next_marker


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("we may (a) use it, (b) sell it and (c) keep it", ["a", "b", "c"]),
        ("(i) one; (ii) two; (iii) three", ["i", "ii", "iii"]),
        ("1) one 2) two 9) nine", ["1", "2"]),
        ("a) one, b) two", ["a", "b"]),
        ("see section 4(b) and (a) this", ["a"]),
        ("(b) two (c) three", []),
        ("(a)one", []),
        ("(h) x (i) y", ["i"]),
        ("(a) x (c) y (b) z", ["a", "b"]),
        ("no marks at all", []),
    ],
)
def test_marks_count_up(text: str, marks: list[str]) -> None:
    assert [match[1] for match in enumerators(text)] == marks


def test_the_first_mark_may_be_another() -> None:
    assert [match[1] for match in enumerators("(b) two (c) three", ("b", "ii"))] == ["b", "c"]
    assert enumerators("(a) one (b) two", ()) == []
    assert [match.start() for match in enumerators("we (a) do")] == [3]


@pytest.mark.parametrize(
    ("mark", "following"),
    [
        ("a", {"b"}), ("h", {"i"}), ("i", {"ii"}), ("v", {"vi", "w"}), ("x", {"xi", "y"}), ("z", set()), ("1", {"2"}), ("9", {"10"}),
        ("iv", {"v"}), ("xiv", {"xv"}), ("xv", set()), ("xx", set()),
    ],
)  # fmt: skip
def test_what_comes_next(mark: str, following: set[str]) -> None:
    assert next_marker(mark) == following
