"""Evidence: the verbatim pieces of a document that prove a fact, with their places."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from vendorlint_extractor.clauses.clause import Clause, Piece
from vendorlint_extractor.clauses.scope import EVERYONE, Scope
from vendorlint_extractor.documents.document import Document
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.readings.confidence import CONFIDENCES, Confidence
from vendorlint_extractor.readings.statement import Resolved, Stand, Statement
from vendorlint_extractor.resolved.stated import Evidence, Fact, Role, Side

MAX_QUOTE = 5_000  # characters
MAX_PIECES = 60  # that prove one value: the first ones


@dataclass(frozen=True, slots=True)
class _Shown:
    """A statement that is quoted, what it is to the value, and of a set the elements that its clause states."""

    statement: Statement
    role: Role
    states: tuple[str, ...] = ()


def fact_of(document: Document, info: FactInfo, resolved: Resolved, scope: Scope = EVERYONE) -> Fact:
    """A fact of one document in a scope as it leaves the extractor."""
    return Fact(info, tuple(_side(document, info, stand, scope) for stand in resolved.stands))


def _side(document: Document, info: FactInfo, stand: Stand, scope: Scope) -> Side:
    """The clause that states the value, what the text puts behind it, and the other clauses that state it."""
    ranks = {id(each.rank) for each in stand.outranked}
    elements = stand.elements or ((),) * len(stand.statements)
    shown = [_Shown(each, "statement", states) for each, states in zip(stand.statements, elements, strict=True)]
    shown[1:1] = [_Shown(each.statement, "outranked") for each in stand.outranked]
    pieces = (piece for each in shown for piece in _evidence(document, each, ranks))
    kept = itertools.islice(dict.fromkeys(pieces), MAX_PIECES)
    confidence = confidence_of(document, stand.confidence)
    # The patterns' grade of a fact that is not read well enough is no more than a guess.
    if info.status == "experimental":
        confidence = min(confidence, "medium", key=CONFIDENCES.index)
    found = Side(stand.value, confidence, tuple(kept), scope)
    return found if info.id.startswith("document.") or scope != EVERYONE else _about(found, stand)


def _about(side: Side, stand: Stand) -> Side:
    """What is stated in parts about regions alone, which are taken to be the customer's, has the first as its scope."""
    parts = [each.clause.about if EVERYONE in each.clause.scopes else () for each in stand.statements]
    regions = [region for region in parts[0] if all(region in part for part in parts)] if parts else []
    first, *others = (Scope(region=region) for region in regions or [""])
    return replace(side, scope=first, also=tuple(others))


def confidence_of(document: Document, confidence: Confidence) -> Confidence:
    """That of a fact of a document: what was guessed from pictures of words is never sure."""
    return "low" if document.rendering is not None and document.rendering.ocr else confidence


def _evidence(document: Document, shown: _Shown, ranks: Collection[int]) -> Iterator[Evidence]:
    """The clause's own words with the telling ones; its lead-ins; and what turns it from outside, a later clause or one that
    says which section governs. Words that ban, except or rank are telling wherever they stand.
    """
    statement = shown.statement
    clause = statement.clause
    used = [rank for rank in statement.ranks if id(rank) in ranks]
    own = [statement.span] if statement.span[0] >= clause.own_start else []
    turning = [span for span in (statement.exception, statement.ban) if span]
    turning += [rank.span for rank in used if rank.clause is clause]
    yield replace(quote_of(document, clause, [*own, *turning], shown.role), states=shown.states)
    for piece in clause.pieces[:-1]:
        yield evidence_of(document, piece, clause, _words(document, clause, piece, turning), "lead_in")
    outside = [statement.follow_up] if statement.follow_up else []
    outside += [(rank.clause, rank.span) for rank in used if rank.clause is not clause]
    yield from (quote_of(document, other, [span], "exception") for other, span in outside)


def _words(document: Document, clause: Clause, piece: Piece, spans: Sequence[tuple[int, int]]) -> list[str]:
    places = filter(None, (clause.within(piece, *span) for span in spans))
    return [document.text[begin:stop] for begin, stop in places]


def quote_of(document: Document, clause: Clause, spans: Sequence[tuple[int, int]], role: Role) -> Evidence:
    """The clause's own words; of `spans` of its text, those that stand in them are the telling ones."""
    piece = clause.pieces[-1]
    return evidence_of(document, piece, clause, _words(document, clause, piece, spans), role)


def evidence_of(document: Document, piece: Piece, clause: Clause, words: Sequence[str], role: Role) -> Evidence:
    """One piece of a clause, with these telling words."""
    begin, end = _cut(document.text, *piece.source(), words)
    quote = fold_space(document.text[begin:end])
    first, column = document.position(begin)
    last, _ = document.position(max(end - 1, begin))
    telling = tuple(word for word in dict.fromkeys(fold_space(w) for w in words) if word and word in quote)
    place = document.rendering.place(first, last) if document.rendering else ""
    number = clause.number(piece)
    return Evidence(document.id, clause.section.title, number, place, (first, last), column, quote, telling, role)


class Wording:
    """What a document states with white space folded, in which quotes of it are looked up."""

    def __init__(self, document: Document, clauses: Sequence[Clause]) -> None:
        self._document = document
        self._clauses = clauses
        words = list(re.finditer(r"\S+", document.stated))
        self._text = " ".join(word[0] for word in words)
        self._words = [word.start() for word in words]  # where each begins in the document
        self._starts = list(itertools.accumulate((len(word[0]) + 1 for word in words), initial=0))  # and in the text

    def evidence(self, words: str) -> Evidence | None:
        """The first place where words stand, as evidence; None where they stand nowhere, or only in what states nothing."""
        wanted = fold_space(words)
        offset = self._text.find(wanted) if wanted else -1
        while offset >= 0:
            begin, end = self._place(offset), self._place(offset + len(wanted) - 1) + 1
            if fold_space(self._document.text[begin:end]) == wanted:
                return _standing(self._document, self._clauses, begin, end)
            offset = self._text.find(wanted, offset + 1)
        return None

    def _place(self, offset: int) -> int:
        index = bisect.bisect_right(self._starts, offset) - 1
        return self._words[index] + offset - self._starts[index]


def _standing(document: Document, clauses: Sequence[Clause], begin: int, end: int) -> Evidence:
    first, column = document.position(begin)
    last, _ = document.position(max(end - 1, begin))
    place = document.rendering.place(first, last) if document.rendering else ""
    around = next((each for each in clauses if _holds(each.pieces[-1], begin)), None)
    title, number = (around.section.title, around.number(around.pieces[-1])) if around else ("", "")
    quote = fold_space(document.text[begin:end])
    return Evidence(document.id, title, number, place, (first, last), column, quote, (), "statement")


def _holds(piece: Piece, offset: int) -> bool:
    begin, end = piece.source()
    return begin <= offset < end


def _cut(text: str, begin: int, end: int, words: Sequence[str]) -> tuple[int, int]:
    """The part of a clause that is quoted: all of it, or of one that nobody would read MAX_QUOTE characters, from shortly before
    the first telling words."""
    if end - begin <= MAX_QUOTE:
        return begin, end
    telling = min((at for word in words if (at := text.find(word, begin, end)) >= 0), default=begin)
    start = (
        begin if telling - begin <= MAX_QUOTE // 2 else max(text.rfind(" ", begin, telling - MAX_QUOTE // 4) + 1, begin)
    )
    return start, min(start + MAX_QUOTE, end)


def fold_space(text: str) -> str:
    """White space folded to single blanks, as quotes are stored and compared."""
    return re.sub(r"\s+", " ", text).strip()
