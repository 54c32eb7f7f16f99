"""Names of companies and agreements, and terms that are no data, as patterns see them."""

from __future__ import annotations

import pytest

from ..reading import tagged

CASES = [
    ("en", "It is sold by Quill AI, Inc., of Denver.", "it is sold by COMPANY, of denver."),
    ("en", '"Testers" means persons who upload files for you.\n\nTesters pay.', "testers pay."),
    ("en", '"Lookup" means a request for your files.\n\nA Lookup is free.', "a lookup is free."),
    (
        "fr",
        "« Lecture » désigne une demande portant sur vos fichiers.\n\nLa Lecture est libre.",
        "la lecture est libre.",
    ),
    ("fr", "Les prompts et les réponses forment les « Échanges ».\n\nLes Échanges restent.", "les CONTENT restent."),
    ("fr", "Les présentes Conditions du Réseau Ami s'appliquent.", "les AGREEMENT s'appliquent."),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_what_patterns_see(language: str, text: str, expected: str) -> None:
    assert tagged(text, language)[-1] == expected
