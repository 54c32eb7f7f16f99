"""The clauses of a text, as patterns see them."""

from __future__ import annotations

from pathlib import Path

from vendorlint_extractor import parse_document
from vendorlint_extractor.clauses.clause import Clause

from ..reading import EXTRACTOR

PARTIES = {
    "en": 'These Terms are between Lumio Inc. ("Lumio", "we", "us") and you ("Customer", "you").\n\n',
    "fr": "Les présentes conditions lient Lumio SAS (« Lumio », « nous ») et le client (« Client », « vous »).\n\n",
}


def clauses_of(text: str, language: str = "en") -> list[Clause]:
    """Those of a text, behind words that name the parties."""
    document = parse_document(PARTIES[language] + text, path=Path("terms.md"), document_id="terms")
    return [
        clause
        for clause in EXTRACTOR.clauses_of(document, language)
        if clause.pieces[0].source()[0] >= len(PARTIES[language])
    ]


def texts_of(text: str, language: str = "en") -> list[str]:
    """The words of each clause."""
    return [clause.text for clause in clauses_of(text, language)]
