"""Evidence: the verbatim pieces of a document that prove a fact, with their places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vendorlint_extractor.clauses.clause import Clause, Piece
from vendorlint_extractor.documents.document import Document
from vendorlint_extractor.readings.match import Finding
from vendorlint_extractor.resolved.resolve import Resolved
from vendorlint_extractor.resolved.stated import Evidence, Fact, Side


def fact_of(document: Document, resolved: Resolved) -> Fact:
    """A fact of one document as it leaves the extractor."""
    return Fact(
        resolved.fact,
        tuple(
            Side(
                value,
                confidence_of(document, confidence),
                tuple(e for finding in findings for e in _evidence(document, finding)),
            )
            for value, confidence, findings in resolved.sides
        ),
    )


def confidence_of(document: Document, confidence: str) -> str:
    """That of a fact of a document: what was guessed from pictures of words is never sure."""
    return "low" if document.rendering is not None and document.rendering.ocr else confidence


def _evidence(document: Document, finding: Finding) -> list[Evidence]:
    """The clause's own words with the telling ones, those of its exception among them, then its lead-ins."""
    spans = [finding.span, *([finding.exception] if finding.exception else [])]
    shown = [quote_of(document, finding.clause, spans, "statement")]
    shown.extend(evidence_of(document, piece, finding.clause, (), "lead_in") for piece in finding.clause.pieces[:-1])
    return shown


def quote_of(document: Document, clause: Clause, spans: Sequence[tuple[int, int]], role: str) -> Evidence:
    """The clause's own words; of `spans` of its text, those that stand in them are the telling ones."""
    words = []
    for start, end in spans:
        if start >= clause.own_start:
            begin, stop = clause.locate(start, end)
            words.append(document.text[begin:stop])
    return evidence_of(document, clause.pieces[-1], clause, words, role)


def evidence_of(document: Document, piece: Piece, clause: Clause, words: Sequence[str], role: str) -> Evidence:
    """One piece of a clause, with these telling words."""
    begin, end = piece.source()
    while begin < end and document.text[begin].isspace():
        begin += 1
    quote = fold_space(document.text[begin:end])
    first, column = document.position(begin)
    last, _ = document.position(max(end - 1, begin))
    telling = tuple(word for word in dict.fromkeys(fold_space(w) for w in words) if word and word in quote)
    place = document.rendering.place(first, last) if document.rendering else ""
    number = clause.number(piece)
    return Evidence(document.id, clause.section.title, number, place, (first, last), column, quote, telling, role)


def fold_space(text: str) -> str:
    """White space folded to single blanks, as quotes are stored and compared."""
    return re.sub(r"\s+", " ", text).strip()
