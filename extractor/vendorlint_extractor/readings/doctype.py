"""What kind of document it is, by what it calls itself: its first headings, then its opening clauses."""

from __future__ import annotations

from collections.abc import Sequence

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.language.cues import DocumentCues
from vendorlint_extractor.language.tokens import fold_case
from vendorlint_extractor.readings.confidence import Confidence
from vendorlint_extractor.readings.statement import Statement

HEADINGS = 6  # the first ones, where a document says what it is
OPENING = 30  # clauses


def document_type(clauses: Sequence[Clause], cues: DocumentCues) -> Statement | None:
    """The statement of document.type, or None where nothing names a kind that is known."""
    headings = [clause for clause in clauses if clause.kind == "heading"][:HEADINGS]
    opening = [clause for clause in clauses[:OPENING] if clause.kind != "heading"]
    for clause in (*headings, *opening):
        words = fold_case(clause.pieces[-1].block.plain.text).strip()
        for value, cue in cues.types.items():
            if cue.search(words):
                confidence: Confidence = "high" if clause.kind == "heading" else "medium"
                span = (clause.own_start, len(clause.text))
                return Statement("document.type", value, clause, span, confidence, rank=1)
    return None
