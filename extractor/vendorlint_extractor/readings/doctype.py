"""What kind of document it is, by what it calls itself: its first headings, then its opening clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.language.lexicon import Lexicon
from vendorlint_extractor.language.phrases import fold_case
from vendorlint_extractor.readings.match import Finding

_HEADINGS = 6
_OPENING = 30


def document_type(clauses: Sequence[Clause], lexicon: Lexicon) -> Finding | None:
    """The finding of document.type, or None where nothing names a kind that is known."""
    headings = [clause for clause in clauses if clause.kind == "heading"][:_HEADINGS]
    opening = [clause for clause in clauses[:_OPENING] if clause.kind != "heading"]
    for clause in (*headings, *opening):
        words = fold_case(clause.pieces[-1].block.plain.text).strip()
        for value, cue in lexicon.cues["document_types"].items():
            if re.search(cue, words):
                confidence = "high" if clause.kind == "heading" else "medium"
                span = (clause.own_start, len(clause.text))
                return Finding("document.type", value, clause, span, confidence, rank=1)
    return None
