"""What a page says of a vendor's facts: a row for each, and a card for the one that is looked at."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from markupsafe import Markup

from vendorlint.facts.closest import Closest
from vendorlint.facts.file import FactNode, FactsFile, evidence_of, fact_node, is_not_there, iter_facts, sides
from vendorlint.facts.readings import MODEL, READ_BY
from vendorlint.facts.reviewed import new_clauses, read_sides
from vendorlint.facts.wording import scope_words, value_words
from vendorlint.jobs.review import as_shown
from vendorlint.jobs.waiting import DECIDED, Pending, as_now, pending
from vendorlint.reports.contract.cover import Stretch, cover_of
from vendorlint.reports.contract.element import as_html
from vendorlint.reports.contract.lines import words
from vendorlint.reports.parts.quote import word_spans
from vendorlint.serve.contract import Contract
from vendorlint_extractor.ontology import FactInfo

_HASHES = re.compile(r"#{1,6} ")  # of a heading

Group = Literal["waiting", "decided", "silent"]


@dataclass(frozen=True, slots=True)
class Row:
    """A fact in the list; `why` says why it waits, or who decided."""

    fact: str
    title: str
    group: Group
    value: str
    why: str
    asked: bool
    assigned_to: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, its telling words marked. `number` is its in the contract; `quote` is what an override would give."""

    number: int
    where: str
    html: Markup
    quote: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """What is read, or was, with the clauses that say so; `label` for what does not decide."""

    value: str
    notes: tuple[str, ...]
    clauses: tuple[Clause, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A fact with all that one needs to decide. `shown` names what it says, for the decision; `review` has who said what of it."""

    info: FactInfo
    row: Row
    shown: str
    sides: tuple[Side, ...]
    closest: tuple[Clause, ...]
    review: Mapping[str, Any] = field(default_factory=dict)
    can_confirm: bool = False
    is_read: bool = False  # so that it may be marked as not there, or left


def rows(facts: FactsFile, infos: Mapping[str, FactInfo], asked: Collection[str]) -> list[Row]:
    """All facts that there are: those that wait in the order of `review`, then the decided ones, then the silent."""
    waiting = pending(facts)
    known = {each.fact for each in waiting}
    decided = [fact for fact, node in iter_facts(facts.facts) if fact not in known]
    silent = [fact for fact in infos if fact not in known and fact_node(facts.facts, fact) is None]
    return [
        *(_row(each, infos, "waiting", asked) for each in waiting),
        *(_row(as_now(facts, fact), infos, "decided", asked) for fact in decided),
        *(_row(Pending(fact, None, ""), infos, "silent", asked) for fact in silent),
    ]


def _row(each: Pending, infos: Mapping[str, FactInfo], group: Group, asked: Collection[str]) -> Row:
    node = each.node or {}
    value = (
        "not there"
        if is_not_there(node)
        else " | ".join(value_words(side["value"]) if "value" in side else "" for side in sides(node))
    )
    assigned = node.get("review", {}).get("assigned_to", "")
    return Row(each.fact, infos[each.fact].title, group, value, each.why, each.fact in asked, assigned)


def card(facts: FactsFile, row: Row, info: FactInfo, contract: Contract, closest: Sequence[Closest]) -> Card:
    """The card of a fact."""
    node = fact_node(facts.facts, row.fact) or {}
    review = node.get("review", {})
    gone = any(entry["fact"] == row.fact for entry in facts.raw.get("stale_reviews", ()))
    return Card(
        info,
        row,
        as_shown(facts, row.fact),
        tuple(_sides(node, contract)),
        tuple(_closest(each, contract) for each in closest),
        review,
        can_confirm=(bool(node) and review.get("status") not in DECIDED) or (gone and not node),
        is_read=bool(node) and review.get("status") != "overridden" and bool(read_sides(node)),
    )


def active_clauses(shown: Card) -> Iterator[int]:
    """The numbers of the clauses of a card."""
    yield from (clause.number for side in shown.sides for clause in side.clauses)
    yield from (clause.number for clause in shown.closest)


def _sides(node: FactNode, contract: Contract) -> Iterator[Side]:
    new = new_clauses(node) if node.get("review", {}).get("status") == "stale" else []
    yield from (_side(side, contract, new) for side in sides(node))
    beside = (
        ("for others", node.get("elsewhere", ())),
        ("set aside", node.get("set_aside", ())),
        ("the terms read as", node.get("review", {}).get("read", ())),
    )
    for label, said in beside:
        yield from (_side(side, contract, (), label) for side in said)
    if "doubts" in node:
        yield _side(node["doubts"], contract, (), "may be taken back by")


def _side(side: FactNode, contract: Contract, new: Collection[FactNode], label: str = "") -> Side:
    notes = (
        f"{side['confidence']} confidence" if "confidence" in side else "",
        "by the second reader alone" if side.get(READ_BY) == [MODEL] else "",
        f"for {scope_words(side['scope'])}" if side.get("scope") else "",
    )
    clauses = tuple(_clause(piece, contract, "new" if piece in new else "") for piece in evidence_of(side))
    return Side(value_words(side["value"]), tuple(filter(None, notes)), clauses, label)


_ROLES = {"lead_in": "the sentence that it is an item of", "exception": "an exception", "outranked": "ranked behind"}


def _clause(piece: FactNode, contract: Contract, note: str) -> Clause:
    at = piece.get("place") or f"line {piece['lines'][0]}"
    where = ", ".join(filter(None, (piece["document"], piece.get("section", ""), at)))
    role = _ROLES.get(piece.get("role", ""), "")
    told = ", ".join(filter(None, (role, note)))
    return Clause(
        contract.number(piece), where, clause_html(piece["quote"], piece.get("words", ())), piece["quote"], told
    )


def _closest(each: Closest, contract: Contract) -> Clause:
    piece = {"document": each.document, "quote": each.quote, "lines": each.lines, "column": each.column}
    return _clause({**piece, "place": each.place}, contract, "")


def clause_html(quote: str, telling: Sequence[str]) -> Markup:
    """A clause as the contract shows it, its telling words marked."""
    text = quote[found.end() :] if (found := _HASHES.match(quote)) else quote
    cover = cover_of(Stretch(start, end, 0) for start, end in word_spans(text, telling))
    return as_html(words(text, 0, len(text), cover))
