"""Adverse words where text states nothing, beside a text that says the opposite: they are told; what looks alike is not."""

from __future__ import annotations

import pytest

from .test_standing import kinds
from .test_wording import FORM, HEADS, TRAIN

BAN = "2.3 Provider shall not use Customer Data to train AI models.\n\n"
INTERDIT = "2.3 Le Prestataire n'utilise pas les Données du Client pour entraîner des modèles d'IA.\n\n"
TOLD = {
    "a summary": f"## Summary\n\n{TRAIN}.",
    "an overview": f"## Overview\n\n{TRAIN}.",
    "contents": f"## Contents\n\n- {TRAIN}",
    "an example": f"Example: {TRAIN}.",
    "a link's title": f'See [our site](https://example.org "{TRAIN}.").',
    "a link's title in brackets": f"See [our site](https://example.org ({TRAIN}.)).",
    "an attribute": f'<abbr title="{TRAIN}.">Data</abbr> is kept.',
    "a field": f'<input type="text" value="{TRAIN}.">',
    "a frame": f"<iframe srcdoc='{TRAIN}.'></iframe>",
}
UNTOLD = {
    "a summary that agrees": "## Summary\n\nProvider does not use Customer Data to train its AI models.",
    "a question": "## Do you use Customer Data to train AI models?\n\nNo.",
    "a heading": "## Training of AI models",
    "a link's title that agrees": 'See [our site](https://example.org "Provider shall not use Customer Data to train AI models.").',
    "an attribute that says little": '<abbr title="Artificial intelligence, as computers do it">AI</abbr> is of use.',
}


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD)
def test_adverse_words_that_state_nothing_are_told(text: str) -> None:
    assert kinds(f"{HEADS['en']}{BAN}{text}\n") == ["around"]


def test_so_they_are_in_french() -> None:
    assert kinds(f"{HEADS['fr']}{INTERDIT}## En résumé\n\n{FORM}.\n", "fr") == ["around"]


@pytest.mark.parametrize("text", UNTOLD.values(), ids=UNTOLD)
def test_other_words_are_not(text: str) -> None:
    assert kinds(f"{HEADS['en']}{BAN}{text}\n") == []


def test_a_summary_counts_where_the_text_is_silent() -> None:
    assert kinds(f"{HEADS['en']}## Summary\n\n{TRAIN}.\n") == []
