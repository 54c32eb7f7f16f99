"""A document's entry in the facts file."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from vendorlint_extractor.clauses.scope import EVERYONE, Scope
from vendorlint_extractor.documents.document import Document
from vendorlint_extractor.resolved.stated import Fact

MOST = 0.5  # of a document's words that are set aside: worth a warning
ScopedFacts = dict[str, dict[Scope, Fact]]  # by fact and scope


def describe(document: Document, facts: ScopedFacts, path: str, aside: float) -> dict[str, Any]:
    """The document as the facts file has it; `aside` is the share of its words that are set aside."""
    shown: dict[str, Any] = {"id": document.id, "path": path, "sha256": document.sha256}
    for key in ("type", "language", "effective_date"):
        fact = facts.get(f"document.{key}", {}).get(EVERYONE)
        if fact and len(fact.sides) == 1:
            shown[key] = fact.sides[0].value
    if document.notes:
        shown["notes"] = [asdict(note) for note in document.notes]
    if aside > MOST:
        shown["set_aside"] = round(aside, 2)
    return {"type": "other"} | shown if "type" not in shown else shown
