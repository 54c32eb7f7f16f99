"""Clauses as patterns see them, for whoever writes patterns."""

from __future__ import annotations

from collections.abc import Iterator

from vendorlint_extractor.clauses.sentences import read_clauses
from vendorlint_extractor.documents.document import Document
from vendorlint_extractor.language.lexicon import load_lexicon


def shown_clauses(document: Document, language: str) -> Iterator[str]:
    """A line per clause: index, kind, zone, section, and the tagged text as lead-in >> own words."""
    for clause in read_clauses(document, load_lexicon(language)):
        lead, own = clause.text[: clause.own_start], clause.text[clause.own_start :]
        yield f"[{clause.index} {clause.kind} {clause.zone} | {clause.section.title[:40]}] {lead}>> {own}"
