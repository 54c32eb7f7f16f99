"""Facts with the clauses that may take back what they state, of the documents that have a say in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vendorlint_extractor.resolved.described import Reading
from vendorlint_extractor.resolved.stated import Fact

MOST = 5  # clauses of a fact


def with_doubts(
    facts: Mapping[str, Fact], read: Sequence[Reading], orders: Mapping[str, Sequence[str]]
) -> dict[str, Fact]:
    """The facts with the clauses that may take back what is stated of them, in the documents that state it and those that decide before
    these. What is stated as the worst cannot be worse."""
    return {fact_id: _with(fact, read, orders[fact_id]) for fact_id, fact in facts.items()}


def _with(fact: Fact, read: Sequence[Reading], order: Sequence[str]) -> Fact:
    risk = fact.info.risk
    if not fact.sides or (isinstance(risk, tuple) and fact.sides[0].value in risk[:1]):
        return fact
    stating = {piece.document for side in fact.sides for piece in side.evidence}
    types = {each.described["id"]: each.described["type"] for each in read}
    last = max((order.index(types[document]) for document in stating if document in types), default=0)
    known = {(piece.document, piece.lines, piece.column) for side in fact.sides for piece in side.evidence}
    doubts = [
        piece
        for each in read
        if each.described["id"] in stating or order.index(each.described["type"]) < last
        for piece in each.doubts.get(fact.info.id, ())
        if (piece.document, piece.lines, piece.column) not in known
    ]
    return replace(fact, doubts=tuple(dict.fromkeys(doubts))[:MOST])
