"""Evidence: the verbatim pieces of a document that prove a fact, with their places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from vendorlint_extractor.clauses.clause import Clause, Piece
from vendorlint_extractor.clauses.scope import EVERYONE, Scope
from vendorlint_extractor.documents.document import Document
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.readings.confidence import Confidence
from vendorlint_extractor.readings.statement import Resolved, Stand, Statement
from vendorlint_extractor.resolved.stated import Evidence, Fact, Role, Side


def fact_of(document: Document, info: FactInfo, resolved: Resolved, scope: Scope = EVERYONE) -> Fact:
    """A fact of one document in a scope as it leaves the extractor."""
    return Fact(info, tuple(_side(document, stand, scope) for stand in resolved.stands))


def _side(document: Document, stand: Stand, scope: Scope) -> Side:
    ranks = {id(each.rank) for each in stand.outranked}
    proof = [each for statement in stand.statements for each in _evidence(document, statement, "statement", ranks)]
    behind = (each for lost in stand.outranked for each in _evidence(document, lost.statement, "outranked", ranks))
    evidence = tuple(dict.fromkeys((*proof, *behind)))
    return Side(stand.value, confidence_of(document, stand.confidence), evidence, scope)


def confidence_of(document: Document, confidence: Confidence) -> Confidence:
    """That of a fact of a document: what was guessed from pictures of words is never sure."""
    return "low" if document.rendering is not None and document.rendering.ocr else confidence


def _evidence(document: Document, statement: Statement, role: Role, ranks: Collection[int]) -> Iterator[Evidence]:
    """The clause's own words with the telling ones, those of its exception and of its rank among them; then its lead-ins,
    and what turns it from outside: a later clause, or one that says which section governs.
    """
    clause = statement.clause
    used = [rank for rank in statement.ranks if id(rank) in ranks]
    own = [rank.span for rank in used if rank.clause is clause]
    spans = [statement.span, *([statement.exception] if statement.exception else []), *own]
    yield quote_of(document, clause, spans, role)
    yield from (evidence_of(document, piece, clause, (), "lead_in") for piece in clause.pieces[:-1])
    turning = [statement.follow_up] if statement.follow_up else []
    turning += [(rank.clause, rank.span) for rank in used if rank.clause is not clause]
    yield from (quote_of(document, other, [span], "exception") for other, span in turning)


def quote_of(document: Document, clause: Clause, spans: Sequence[tuple[int, int]], role: Role) -> Evidence:
    """The clause's own words; of `spans` of its text, those that stand in them are the telling ones."""
    words = []
    for start, end in spans:
        if start >= clause.own_start:
            begin, stop = clause.locate(start, end)
            words.append(document.text[begin:stop])
    return evidence_of(document, clause.pieces[-1], clause, words, role)


def evidence_of(document: Document, piece: Piece, clause: Clause, words: Sequence[str], role: Role) -> Evidence:
    """One piece of a clause, with these telling words."""
    begin, end = piece.source()
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
