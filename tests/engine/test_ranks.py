"""How the text itself ranks its clauses."""

from __future__ import annotations

from typing import Any

import pytest

from vendorlint_extractor.documents.block import Section
from vendorlint_extractor.readings.ranks import Cases, Rank, governing, ranks_of, stands_in

from .make import LANGUAGES, clause


def forces(text: str, code: str = "en", own: int = 0, **more: Any) -> list[tuple[str, str, str]]:
    """Force, words and section of each."""
    found = ranks_of(clause(text, own=own, **more), LANGUAGES[code].ranking, Cases(), {})
    assert all(rank.clause.text == text for rank in found)
    return [(rank.force, text[slice(*rank.span)], rank.section) for rank in found]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("en", "VENDOR may use it", []),
        ("en", "VENDOR may, notwithstanding section 4.2, use it", [("prevails", "notwithstanding section 4.2", "4.2")]),
        ("en", "VENDOR may, notwithstanding section 4_2, use it", [("prevails", "notwithstanding section 4_2", "4.2")]),
        ("en", "VENDOR may, despite the foregoing, use it", [("prevails", "despite the foregoing", "")]),
        ("en", "subject to section 4.2. VENDOR may", [("yields", "subject to section 4.2", "4.2")]),
        ("en", "however, VENDOR may", [("follows", "however,", "")]),
        ("en", "VENDOR may, however, use it", []),
        ("en", "provided, however, that VENDOR may", [("follows", "provided, however,", "")]),
        ("en", "provided that VENDOR may", [("follows", "provided that", "")]),
        (
            "en",
            "however, notwithstanding section 1 and subject to section 2 VENDOR may",
            [
                ("prevails", "notwithstanding section 1", "1"),
                ("yields", "subject to section 2", "2"),
                ("follows", "however,", ""),
            ],
        ),
        (
            "fr",
            "VENDOR peut, nonobstant toute clause contraire, l'utiliser",
            [("prevails", "nonobstant toute clause", "")],
        ),
    ],
)
def test_words_that_rank_their_clause(code: str, text: str, found: list[tuple[str, str, str]]) -> None:
    shown = forces(text, code)
    assert [(force, section) for force, _, section in shown] == [(force, section) for force, _, section in found]
    assert all(given.startswith(words.split()[0]) for (_, given, _), (_, words, _) in zip(shown, found, strict=True))


def test_only_a_clause_s_own_words_rank_it() -> None:
    text = "notwithstanding section 4: however, VENDOR may"
    assert forces(text, own=27) == [("follows", "however,", "")]
    assert [force for force, _, _ in forces(text)] == ["prevails"]


def test_cases_of_a_fact() -> None:
    where = clause("lead: urgent material changes", own=6)
    cues = LANGUAGES["en"].ranking
    found = ranks_of(where, cues, Cases(("none", "urgent", "changes"), ("material",)), {})
    assert found == (Rank("narrower", where, (6, 12)),)  # an urgent change stands behind, material or not
    assert ranks_of(where, cues, Cases((), ("material",)), {}) == (Rank("foremost", where, (13, 21)),)
    assert ranks_of(where, cues, Cases(("lead",), ()), {}) == (Rank("narrower", where, (0, 4)),)
    assert ranks_of(where, cues, Cases(), {}) == ()


CONFLICT = "in a conflict this section prevails"


def test_sections_that_govern() -> None:
    cues = LANGUAGES["en"].ranking
    one = clause("in the event of a conflict, section 5 prevails", 0)
    fees = Section("Fees", "7", 2, ("Terms", "Fees"))
    two, again = clause(CONFLICT, 1, section=fees), clause(CONFLICT, 2, section=fees)
    trial = clause("in a conflict section 9 prevails", 3, operative=False)
    found = governing([one, two, again, trial, clause("x", 4)], cues)
    assert list(found) == ["5", "Terms / Fees"]
    assert [(rank.force, rank.clause.index, rank.section) for rank in found.values()] == [
        ("governs", 0, "5"),
        ("governs", 1, ""),
    ]
    # Clauses of those sections, and of parts of them, have that rank.
    for number, path, ranks in (
        ("5", ("A",), 1),
        ("5.2", ("A",), 1),
        ("6", ("A",), 0),
        ("", ("Terms", "Fees"), 1),
        ("15", ("A",), 0),
        ("", ("Fees",), 0),
    ):
        where = clause("x", 9, section=Section("", number, 1, path))
        assert len(ranks_of(where, cues, Cases(), found)) == ranks


@pytest.mark.parametrize(
    ("number", "section", "found"),
    [
        ("4", "4", True),
        ("4.2", "4", True),
        ("4.2.1", "4.2", True),
        ("4", "4.2", False),
        ("14", "4", False),
        ("", "4", False),
        ("4", "", True),
        ("", "", True),
    ],
)
def test_where_a_clause_stands(number: str, section: str, found: bool) -> None:
    assert stands_in(clause("x", section=Section("", number, 1, ())), section) == found
