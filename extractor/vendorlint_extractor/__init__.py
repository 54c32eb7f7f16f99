"""Reads vendor terms and states their facts, each with the clause that proves it."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vendorlint_extractor.documents.document import Document, parse_document, read_document
    from vendorlint_extractor.documents.file import DOCUMENT_SUFFIXES, DocumentError, ListingError
    from vendorlint_extractor.extraction import Extractor
    from vendorlint_extractor.readings.candidates import Candidate
    from vendorlint_extractor.resolved.stated import Evidence, Extraction, Fact, Side
    from vendorlint_extractor.resolved.unread import NothingReadError, Unread

__all__ = [
    "DOCUMENT_SUFFIXES",
    "Candidate",
    "Document",
    "DocumentError",
    "Evidence",
    "Extraction",
    "Extractor",
    "Fact",
    "ListingError",
    "NothingReadError",
    "Side",
    "Unread",
    "parse_document",
    "read_document",
]
_HOMES = {
    "documents.document": ("Document", "parse_document", "read_document"),
    "documents.file": ("DOCUMENT_SUFFIXES", "DocumentError", "ListingError"),
    "extraction": ("Extractor",),
    "readings.candidates": ("Candidate",),
    "resolved.stated": ("Evidence", "Extraction", "Fact", "Side"),
    "resolved.unread": ("NothingReadError", "Unread"),
}


def __getattr__(name: str) -> Any:
    """Load a name on first use: whoever only wants the ontology does not pay for the patterns."""
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{home}"), name)
