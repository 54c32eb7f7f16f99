"""What the sections are about that a clause names by their numbers."""

from __future__ import annotations

import pytest

from vendorlint_extractor.readings import cited
from vendorlint_extractor.readings.cited import about, sections

from .make import clauses

TERMS = """\
# Terms

## 7. Confidentiality

7.1 Each party keeps secret what it learns.

## 8. Fees

8.1 Fees are due at once. The data processing terms (Annex D) apply.
"""


def test_a_section_is_known_by_its_title_and_its_beginning() -> None:
    known = sections(clauses(TERMS))
    assert known["7"].startswith("7. confidentiality")
    assert known["7.1"] == "7. confidentiality | each party keeps secret what it learns."
    assert known["annex d"] == " / the AGREEMENT-DPA |"


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        ("do not apply to clause 7", "a"),
        ("do not apply to clauses 7 and 8", "a\nb"),
        ("do not apply to clause 8.4", "b"),
        ("do not apply to annex d", "c"),
        ("do not apply to 30% of $7", ""),
        ("do not apply to clause 9", ""),
    ],
)
def test_what_an_act_names(act: str, expected: str) -> None:
    assert about(act, {"7": "a", "8": "b", "annex d": "c"}) == expected


def test_only_so_much_is_looked_at() -> None:
    many = ", ".join(["9"] * cited.MAX_NAMED)
    assert about(f"clauses {many}, 7", {"7": "a"}) == ""
    assert about(f"clauses {many[3:]}, 7", {"7": "a"}) == "a"
    long = sections(clauses("# Terms\n\n## 7. Secrets\n\n7.1 Each " + "party " * 200 + "keeps it.\n"))
    assert len(long["7.1"].partition("|")[2]) == cited.BEGINNING
