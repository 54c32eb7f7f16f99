"""A ban at some times, in some manner or of a part of the data is no ban of the rest, however it is ranked."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint_extractor import Extractor, parse_document
from vendorlint_extractor.customer import Customer

EXTRACTOR = Extractor()
HEAD = '# Terms\n\nThese terms are between Orbita Inc. ("Orbita") and the customer ("Customer"). Customer Content means what Customer stores.\n\n'
MAY = "Orbita may use Customer Content to train its AI models."


def training(text: str, customer: Customer | None = None) -> object:
    document = parse_document(HEAD + text, path=Path("terms.md"), document_id="terms")
    found = EXTRACTOR.extract([document], vendor="orbita", customer=customer or Customer())
    return found.facts["ai.training.customer_content"].sides[0].value


@pytest.mark.parametrize(
    "ban",
    [
        "However, Orbita will not use Customer Content to train its AI models at weekends or on Sundays.",
        "Notwithstanding the foregoing, Orbita will not use Customer Content to train its AI models without a record.",
        "However, after termination Orbita will not use Customer Content to train its AI models.",
        "However, Orbita will not use personal data in Customer Content to train its AI models.",
    ],
)
def test_a_narrow_ban_leaves_the_rest(ban: str) -> None:
    assert training(f"{MAY} {ban}") == "conditional"


def test_a_whole_ban_is_one() -> None:
    assert training(f"{MAY} However, Orbita will not use Customer Content to train its AI models.") == "prohibited"


def test_what_holds_in_one_region_does_not_say_what_holds_in_the_other() -> None:
    text = f"{MAY}\n\n## For customers in Germany\n\nOrbita will not use Customer Content to train its AI models."
    assert training(text, Customer(("DE",))) == "prohibited"
    assert training(text, Customer(("DE", "BR"))) == "permitted"
