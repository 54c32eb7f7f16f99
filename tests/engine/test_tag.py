"""Phrases become tags, number words figures."""

from __future__ import annotations

import pytest

from vendorlint_extractor.clauses.tag import tag_text
from vendorlint_extractor.documents.plain import plain
from vendorlint_extractor.language.phrases import Phrases

from .make import LANGUAGES


def tagged(text: str, code: str = "en", **phrases: str) -> str:
    language = LANGUAGES[code]
    known = Phrases(language.tokens, base=language.phrases)
    for words, tag in phrases.items():
        known.add(tuple(words.split("_")), tag)
    return tag_text(plain(text, 0, len(text)), known, language).text


@pytest.mark.parametrize(
    ("code", "text", "seen"),
    [
        ("en", "We may use It.", "VENDOR may use it."),
        ("en", "You'll see us", "CUSTOMER will see VENDOR"),
        ("en", "Our service", "VENDOR's SERVICE"),
        ("en", "the Company's staff", "VENDOR's staff"),
        ("en", "Your Content", "CONTENT"),
        ("en", "the Customer's personal data", "the PERSONAL"),
        ("en", "our content", "VENDOR_CONTENT"),
        ("en", "our personal data", "PERSONAL"),
        ("en", "your files", "CONTENT"),
        ("en", "customers' data", "CONTENT"),
        ("en", "the Suppliers' staff and users' files", "the THIRD_PARTY's staff and CONTENT"),
        ("en", "our customers' content", "CONTENT"),
        ("en", "our customers' own files", "VENDOR's CUSTOMER's own files"),
        ("en", "'users' and 'customers' are", "'CUSTOMER' and 'CUSTOMER' are"),  # closed quotes
        ("en", "of the users', it is said", "of CUSTOMER', it is said"),
        ("fr", "les clients' fichiers", "les CUSTOMER' fichiers"),  # no possessive of the language
        ("en", "our files", "VENDOR's files"),
        ("en", "files", "files"),
        ("en", "your own files", "CUSTOMER's own files"),
        ("en", "The Supplier pays the Customer under the Agreement", "VENDOR pays CUSTOMER under AGREEMENT"),
        ("en", "at the Customer's cost, other customers", "at CUSTOMER's cost, OTHERS"),
        ("en", "breathe Supplier", "breathe VENDOR"),
        ("en", "(The Supplier", "(VENDOR"),
        ("fr", "le client", "le CUSTOMER"),
        ("fr", "Nous n'utilisons pas l'outil", "VENDOR n'utilisons pas l'SERVICE"),
        ("fr", "Votre banque", "CUSTOMER's banque"),
    ],
)
def test_phrases(code: str, text: str, seen: str) -> None:
    assert tagged(text, code) == seen


def test_phrases_of_the_document() -> None:
    assert tagged("Acme Cloud and Acme's tool", acme="VENDOR", acme_cloud="SERVICE") == "SERVICE and VENDOR's tool"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("thirty (30) days", "30 days"),
        ("within thirty ( 30 ) days", "within 30 days"),
        ("one hundred and eighty (180) days", "180 days"),
        ("one hundred eighty-two (182)", "182"),
        ("one hundred times many (182)", "one hundred times many (182)"),
        ("30 (30) days", "30 days"),
        ("thirty days", "30 days"),
        ("thirty (30) calendar days", "30 calendar days"),
        ("thirty business days", "30 business days"),
        ("twelve-month term", "12-month term"),
        ("twelve-sided", "twelve-sided"),
        ("one or more", "one or more"),
        ("one (or more)", "one (or more)"),
        ("one hundred dollars", "100 dollars"),
        ("two thousand euros", "2000 euros"),
        ("one million lines", "one million lines"),
        ("two of the parties (2)", "two of the parties (2)"),
        ("clause 5 (2)", "clause 5 (2)"),
        ("five percent", "5 percent"),
        ("thirty (3000000)", "thirty (3000000)"),
    ],
)
def test_numbers(text: str, seen: str) -> None:
    assert tagged(text) == seen


def test_french_numbers() -> None:
    assert [
        tagged(text, "fr")
        for text in (
            "trente (30) jours",
            "trente jours",
            "douze derniers mois",
            "un ou plusieurs",
            "cent vingt et un (121) jours",
        )
    ] == ["30 jours", "30 jours", "12 derniers mois", "un ou plusieurs", "121 jours"]


def test_the_map_leads_back() -> None:
    text = "If we keep Your **Content** for thirty (30) days"
    language = LANGUAGES["en"]
    source = plain(text, 0, len(text))
    found = tag_text(source, language.phrases, language)
    assert found.text == "if VENDOR keep CONTENT for 30 days"

    def back(words: str) -> str:
        start = found.text.index(words)
        begin, end = source.source(*found.source(start, start + len(words)))
        return text[begin:end]

    assert [back(words) for words in ("VENDOR", "keep", "CONTENT", "30", "days")] == [
        "we",
        "keep",
        "Your **Content",
        "thirty (30)",
        "days",
    ]
