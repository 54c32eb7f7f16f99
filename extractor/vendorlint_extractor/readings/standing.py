"""What a document says of its own standing: that it holds no longer, is no more than a draft or a translation, is for some alone, or
stands behind a text that is not here. What it states is read all the same; a note tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.clauses.scope import Scope
from vendorlint_extractor.clauses.titles import Reader
from vendorlint_extractor.documents.document import Document
from vendorlint_extractor.documents.gates import gate_of
from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.unseen import count_words
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.language.tokens import fold_case

_ARTICLES = re.compile(r"^(?:(?:the|any|all|an?|every|each|your|our|tout|toute|tous|les|le|la|un|une) )+")
TITLES = 4  # clauses at the head of a document among which its titles are
PASSING = ("free", "trial", "beta", "pilot")
LONGEST = 600  # characters of a clause that says it


def standing_notes(document: Document, clauses: Sequence[Clause], language: Language) -> Iterator[Note]:
    """A note for each clause by which a document takes from its own standing, and for a title of one plan alone."""
    cues, reader = language.standing, Reader(language.scopes, "")
    opens = gate_of(cues.said, cues.title).opens
    for at, clause in enumerate(clauses):
        words = fold_case(clause.words[:LONGEST])
        title = at < TITLES and clause.kind == "heading"
        if not title and not opens(words):
            continue
        titled = title and (cues.title.search(words) or (at == 0 and _of_a_trial(reader.title(words))))
        if titled or cues.said.search(words):
            begin, end = clause.pieces[-1].source()
            yield Note("standing", document.place(begin), count_words(document.text[begin:end]))


def _of_a_trial(scopes: Iterable[Scope]) -> bool:
    """Whether a title names a plan that nobody stays on, or pays for."""
    return any(scope.plan in PASSING for scope in scopes)


def stands_over(clauses: Sequence[Clause], language: Language) -> frozenset[str]:
    """The types of documents over which a document says that it stands."""
    cues, types = language.standing, language.documents.types
    found: set[str] = set()
    opens = gate_of(cues.over, cues.between).opens
    for clause in clauses:
        words = fold_case(clause.words[:LONGEST])
        if not opens(words):
            continue
        for match in filter(None, (cues.over.search(words), cues.between.search(words))):
            other = _ARTICLES.sub("", match["other"])
            found |= {kind for kind, name in types.items() if name.search(other)}
    return frozenset(found)
