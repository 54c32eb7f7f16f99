"""Terms that yield to the order form stand behind it where the same file holds both, and behind nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vendorlint_extractor import parse_document

from ..reading import EXTRACTOR

HEAD = 'These terms are between Larkspur Ltd ("Provider") and the customer ("Customer").\n\n'
FORM = f"# Order Form\n\n{HEAD}Notice of non-renewal: 75 days\n\n"
TERMS = "# Terms\n\nThe subscription renews each year by itself, automatically, unless a party gives notice 20 days before its end"
BON = (
    "# Bon de commande\n\nLe présent document lie Larkspur SAS (« Prestataire ») et le client (« Client »).\n\n"
    "Préavis de non-renouvellement : 75 jours\n\n"
)
CONDITIONS = (
    "# Conditions\n\nL'abonnement est reconduit tacitement, sauf dénonciation au moins 20 jours avant son échéance"
)
OTHER = f"# Terms\n\n{HEAD}## Renewal\n\nNotice of non-renewal: 75 days\n\n"


def days(text: str, language: str) -> list[Any]:
    document = parse_document(text, path=Path("terms.md"), document_id="terms")
    return sorted(side.value for side in EXTRACTOR.facts_of(document, language)["term.renewal_notice_days"].sides)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", f"{FORM}{TERMS}, unless the Order Form says otherwise.", [75]),
        ("en", f"{FORM}{TERMS}, except as the Order Form provides.", [75]),
        ("fr", f"{BON}{CONDITIONS}, sauf stipulation contraire du bon de commande.", [75]),
        ("en", f"{FORM}{TERMS}.", [20, 75]),
        ("fr", f"{BON}{CONDITIONS}.", [20, 75]),
        # What the better clause stands in is no order form: both count.
        ("en", f"{OTHER}{TERMS}, unless the Order Form says otherwise.", [20, 75]),
    ],
)
def test_terms_yield_to_the_order_form(language: str, text: str, expected: list[int]) -> None:
    assert days(text, language) == expected
