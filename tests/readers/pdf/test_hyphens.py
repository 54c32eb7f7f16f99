"""A hyphen at a line's end: of the word, or only of the line."""

from __future__ import annotations

import pytest

from vendorlint_extractor.documents.readers.pdf.hyphens import Hyphens

TEXT = "The parties agree to it under this contract; a multi-tenant service is agreed."


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        # Compounds, wherever they stand.
        ("royalty-", "free", "royalty-free"),
        ("thirty-", "five", "thirty-five"),
        ("twelve-", "month", "twelve-month"),
        ("in-", "transit", "in-transit"),
        ("pre-", "existing", "pre-existing"),
        ("on-", "premises", "on-premises"),
        ("machine-", "readable", "machine-readable"),
        ("case-", "by-case", "case-by-case"),
        ("au-", "delà", "au-delà"),
        ("c'est-", "à-dire", "c'est-à-dire"),
        ("quatre-", "vingt-dix", "quatre-vingt-dix"),
        ("celui-", "ci", "celui-ci"),
        # Words that go on.
        ("agree-", "ment", "agreement"),
        ("there-", "under", "thereunder"),
        ("pre-", "vent", "prevent"),
        ("on-", "boarding", "onboarding"),
        ("au-", "tomne", "automne"),
        # As the document has it.
        ("multi-", "tenant", "multi-tenant"),
        ("con-", "tract", "contract"),
    ],
)
def test_a_word_over_two_lines(before: str, after: str, word: str) -> None:
    assert Hyphens([TEXT]).join(f"the {before}", f"{after} of it") == (f"the {word}", "of it")
