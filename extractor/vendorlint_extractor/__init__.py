"""Reads vendor terms and states their facts, each with the clause that proves it."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vendorlint_extractor.document import DOCUMENT_SUFFIXES, Document, DocumentError, parse_document, read_document
    from vendorlint_extractor.extraction import Evidence, Extraction, Fact, Side, extract

__all__ = [
    "DOCUMENT_SUFFIXES",
    "Document",
    "DocumentError",
    "Evidence",
    "Extraction",
    "Fact",
    "Side",
    "extract",
    "parse_document",
    "read_document",
]
_DOCUMENT_NAMES = frozenset({"DOCUMENT_SUFFIXES", "Document", "DocumentError", "parse_document", "read_document"})


def __getattr__(name: str) -> Any:
    """Load a name on first use: whoever only wants the ontology does not pay for the patterns."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "document" if name in _DOCUMENT_NAMES else "extraction"
    return getattr(importlib.import_module(f"{__name__}.{home}"), name)
