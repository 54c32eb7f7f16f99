"""Questions to a second reader: one for each family of facts, or for a part of a large family, of each document."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping, Sequence

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.documents.document import Document
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.questions.passages import Excerpts, Lines
from vendorlint_extractor.questions.prompts import OTHERWISE, asked, frames
from vendorlint_extractor.questions.question import UNASKED, Question
from vendorlint_extractor.readings.candidates import Candidate

MOST_FACTS = 8  # in one question: more, and small models forget some


def questions_of(  # noqa: PLR0913, PLR0917 - what a question shows
    document: Document,
    clauses: Sequence[Clause],
    infos: Sequence[FactInfo],
    read: Mapping[str, Sequence[Lines]],
    near: Sequence[Candidate],
    code: str,
) -> Iterator[Question]:
    """The questions about facts in a document whose language has this code; `read` and `near` as in `Excerpts.of`."""
    excerpts = Excerpts(document, clauses)
    language = code if code in frames() else OTHERWISE
    mark = _mark(document)
    for family, part in _parts(infos):
        names = tuple(info.id for info in part)
        shown = excerpts.of(names, read, near)
        text = f"<terms {mark}>\n{shown.text}\n</terms {mark}>\n\n{asked(family, part, language)}"
        yield Question(document.id, document.sha256, family, names, language, frames()[language], text, shown.whole)


def _parts(infos: Sequence[FactInfo]) -> Iterator[tuple[str, tuple[FactInfo, ...]]]:
    """The facts by family, at most MOST_FACTS together."""
    families: dict[str, list[FactInfo]] = {}
    for info in (info for info in infos if info.id not in UNASKED):
        families.setdefault(info.id.partition(".")[0], []).append(info)
    for family, members in families.items():
        size = math.ceil(len(members) / math.ceil(len(members) / MOST_FACTS))  # parts of about one size
        for start in range(0, len(members), size):
            yield family, tuple(members[start : start + size])


def _mark(document: Document) -> str:
    """What names the terms: no document can hold the digest of itself, so that none can close its own terms."""
    return hashlib.sha256(document.stated.encode()).hexdigest()[:16]
