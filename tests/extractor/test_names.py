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
    (
        "en",
        'Pella Ltd ("Pella") runs this shop.\n\nPella.example may close it, and so may Pella.co.example.',
        "VENDOR may close it, and so may VENDOR.",
    ),
    (
        "en",
        'Pella Ltd ("Pella") runs this shop.\n\nGoods are of Pella.We may close it.',
        "VENDOR may close it.",
    ),
    (
        "en",
        "We may modify the TOS, and each contractual partner the order.",
        "VENDOR may modify AGREEMENT, and each CUSTOMER the order.",
    ),
    (
        "en",
        "The platform operator and the owner of the site shall keep the user terms.",
        "VENDOR and VENDOR shall keep AGREEMENT.",
    ),
    ("fr", "Le cocontractant paie.", "le CUSTOMER paie."),
    ("fr", "Les présentes Conditions du Réseau Ami s'appliquent.", "les AGREEMENT s'appliquent."),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_what_patterns_see(language: str, text: str, expected: str) -> None:
    assert tagged(text, language)[-1] == expected
