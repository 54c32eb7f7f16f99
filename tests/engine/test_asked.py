"""Questions that a page asks and answers, as one statement."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint_extractor import parse_document

from ..reading import EXTRACTOR, HEADS, tagged


@pytest.mark.parametrize(
    ("language", "text", "clauses"),
    [
        ("en", "Do you sell my data?\n\nNo.", ["VENDOR do not sell CONTENT no."]),
        ("en", "Do you sell my data?\n\nYes, to partners. They pay us.", ["VENDOR do sell CONTENT yes, to THIRD_PARTY.", "they pay VENDOR."]),
        ("en", "Can you cancel your plan?\n\nYes, you can.", ["CUSTOMER can cancel CUSTOMER's plan yes, CUSTOMER can."]),
        ("en", "Q: Do you sell my data? A: Never.", ["q: VENDOR do not sell CONTENT a: never."]),
        ("en", "Is my data sold?\n\nNot yet.", ["CONTENT is not sold not yet."]),
        ("en", "What do you sell?\n\nYes.", ["what do CUSTOMER sell?", "yes."]),
        ("en", "Do you sell my data?\n\nData is stored.", ["do CUSTOMER sell my data?", "data is stored."]),
        ("en", "Do you sell my data?", ["do CUSTOMER sell my data?"]),
        ("fr", "Vendez-vous mes données ?\n\nNon.", ["VENDOR ne vendons pas CONTENT non."]),
        ("fr", "Est-ce que vous vendez mes données ?\n\nOui.", ["VENDOR vendons CONTENT oui."]),
        ("fr", "Mes données sont-elles vendues ?\n\nJamais.", ["CONTENT ne sont pas vendues jamais."]),
    ],
)  # fmt: skip
def test_the_sentence_that_an_answer_affirms_or_denies(language: str, text: str, clauses: list[str]) -> None:
    assert tagged(HEADS[language] + text, language)[1:] == clauses


def test_the_quote_holds_question_and_answer() -> None:
    document = parse_document(HEADS["en"] + "Do you sell my data?\n\nNo.\n", path=Path("terms.md"), document_id="terms")
    clause = EXTRACTOR.clauses_of(document, "en")[-1]
    begin, end = clause.locate(0, clause.text.index(" no."))
    assert document.text[begin:end] == "Do you sell my data"
