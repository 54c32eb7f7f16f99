"""What kind of document it is, by what it calls itself: its first headings, then its opening clauses."""

from __future__ import annotations

import collections
import re
from collections.abc import Iterator, Sequence

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.language.cues import DocumentCues
from vendorlint_extractor.language.tokens import fold_case
from vendorlint_extractor.readings.confidence import Confidence
from vendorlint_extractor.readings.statement import Statement

HEADINGS = 6  # the first ones, where a document says what it is
OPENING = 30  # clauses
PART = 10  # clauses below a title: fewer are no document of their own
AGREEMENT, PRIVACY = "terms_of_service", "privacy_policy"
_ENTRY = re.compile(r"\b(?:[2-9]|[1-9]\d)[.)]? $")  # the number of a section that a table of contents names


def document_type(clauses: Sequence[Clause], cues: DocumentCues) -> Statement | None:
    """The statement of document.type, or None where nothing names a kind that is known.

    Terms of service in one file with a privacy policy are the agreement, whichever comes first.
    """
    headings = [clause for clause in clauses if clause.kind == "heading"]
    for clause in headings[:HEADINGS]:
        title = _title(clause)
        value = next((value for value, cue in cues.types.items() if cue.search(title)), None)
        if value:
            part = next(_agreements(headings, clauses, cues), None) if value == PRIVACY else None
            return _statement(AGREEMENT, part, "high") if part else _statement(value, clause, "high")
    for number, clause in enumerate(clauses[:OPENING]):
        if clause.kind != "heading":
            # A title in bold type before the first words is no clause.
            above = fold_case(clause.section.title) if number == 0 else ""
            value = next((value for value, cue in cues.types.items() if above and cue.search(above)), None)
            if value:
                return _statement(value, clause, "medium")
            words = _title(clause)
            for value, cue in cues.types.items():
                if cue.search(words) and (value != PRIVACY or _is_privacy_policy(clause, cues)):
                    return _statement(value, clause, "medium")
    return None


def _is_privacy_policy(clause: Clause, cues: DocumentCues) -> bool:
    """Whether a clause that is no heading calls the document so: terms name theirs as well, behind themselves."""
    words = _title(clause)
    named = cues.types[PRIVACY].search(words)
    terms = cues.references[AGREEMENT].search(words)
    return bool(named and not (terms and terms.start() < named.start()) and not _ENTRY.search(words, 0, named.start()))


def _agreements(headings: Sequence[Clause], clauses: Sequence[Clause], cues: DocumentCues) -> Iterator[Clause]:
    """The titles of parts that are agreements by themselves: 'Terms of Service', and nothing else."""
    below = collections.Counter(
        title for clause in clauses if clause.kind != "heading" for title in clause.section.path
    )
    for heading in headings:
        title = _title(heading)
        name = cues.references[AGREEMENT].search(title)
        if name and name[0] == title.strip(" .:#") and below[heading.section.title] >= PART:
            yield heading


def _title(clause: Clause) -> str:
    """The words of a heading, or of the paragraph that a clause stands in."""
    return fold_case(clause.pieces[-1].block.plain.text).strip()


def _statement(value: str, clause: Clause, confidence: Confidence) -> Statement:
    return Statement("document.type", value, clause, (clause.own_start, len(clause.text)), confidence, rank=1)
