"""Which clauses of a finding the text shows, and in which order."""

from dataclasses import replace
from pathlib import Path

from vendorlint.findings.citation import Citation
from vendorlint.reports.check.lines import in_reading_order

BOTH = Citation(
    "terms",
    Path("terms.md"),
    "",
    "9.2",
    "",
    (9, 9),
    5,
    "30 days before, or without notice",
    ("without notice",),
    "statement",
)
OTHER = replace(BOTH, lines=(4, 4), quote="60 days before a change", words=("60 days before",))
LEAD_IN = replace(BOTH, lines=(8, 8), quote="We may change these terms:", words=(), role="lead_in")


def test_a_clause_that_states_both_values_is_shown_once_with_the_words_of_both() -> None:
    again = replace(BOTH, words=("30 days before",))
    once = replace(BOTH, words=("without notice", "30 days before"))
    assert in_reading_order([BOTH, OTHER, again]) == [[once], [OTHER]]
    assert in_reading_order([BOTH, LEAD_IN, again, LEAD_IN]) == [[LEAD_IN, once]]


def test_the_same_words_in_another_place_or_role_are_another_clause() -> None:
    outranked = replace(BOTH, role="outranked")
    elsewhere = replace(BOTH, lines=(20, 20))
    assert in_reading_order([BOTH, outranked, elsewhere]) == [[BOTH], [outranked], [elsewhere]]
