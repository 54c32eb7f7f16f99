"""One extractor for all tests: building it takes half a second."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vendorlint_extractor import Extractor, parse_document

EXTRACTOR = Extractor()
HEADS = {
    "en": 'This Agreement is made between Orbita Inc. ("Orbita", "we") and you ("Customer").\n\n',
    "fr": "Le présent contrat est conclu entre Orbita SAS (« Orbita », « nous ») et vous (le « Client »).\n\n",
}


def stated(text: str, language: str) -> dict[str, Any]:
    """The facts of a text with their values, sets in order; `conflict` where its clauses disagree."""
    document = parse_document(text + "\n", path=Path("terms.md"), document_id="terms")
    found = EXTRACTOR.facts_of(document, language).items()
    return {name: _value(fact.sides[0].value) if len(fact.sides) == 1 else "conflict" for name, fact in found}


def _value(value: Any) -> Any:
    return sorted(value) if isinstance(value, tuple) else value


def tagged(text: str, language: str) -> list[str]:
    """The clauses of a text as patterns see them."""
    document = parse_document(text + "\n", path=Path("terms.md"), document_id="terms")
    return [clause.text for clause in EXTRACTOR.clauses_of(document, language)]
