"""How the text itself ranks its clauses, so that of two that disagree the one decides which the text puts first.

A clause prevails ('notwithstanding any other provision'), takes up what stands just above it ('However, ...') or stands
behind those it names ('subject to Section 5'); one elsewhere says which section governs in a conflict. And a fact has cases
of its own: a clause of a narrower one ('urgent changes') stands behind the general clause, one of the case that the fact is
about ('material changes') before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.clauses.scope import EVERYONE
from vendorlint_extractor.clauses.stops import spoken
from vendorlint_extractor.documents.gates import gate_of
from vendorlint_extractor.language.cues import Ranking
from vendorlint_extractor.readings.patterns import one_byte, pattern

ALL = ""  # in the place of a section's number: the whole document
Force = Literal["foremost", "narrower", "governs", "prevails", "follows", "yields"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rank:
    """Ranking words: what they do to the clause that they rank, the clause in which they stand (often the same), their span
    of its text, and the number of the section or the title of the part that they name ('order form'), or empty.
    """

    force: Force
    clause: Clause
    span: Span
    section: str = ""


@dataclass(frozen=True, slots=True)
class Cases:
    """Patterns of clauses about a narrower case than a fact is about, and of those about the case that it is about."""

    narrower: tuple[str, ...] = ()
    foremost: tuple[str, ...] = ()


Governing = Mapping[str, Rank]  # by the number of a section, or by the titles above it


def governing(clauses: Sequence[Clause], cues: Ranking) -> Governing:
    """The sections that a document lets govern where clauses conflict."""
    found: dict[str, Rank] = {}
    opens = gate_of(cues.governs).opens
    for clause in clauses:
        operative = clause.operative and EVERYONE in clause.scopes and opens(clause.text)
        match = cues.governs.search(clause.text) if operative else None
        if match:
            number = _section(match)
            found.setdefault(number or _titles(clause), Rank("governs", clause, match.span(), number))
    return found


def lifted(clauses: Sequence[Clause], cues: Ranking) -> Mapping[str, tuple[Clause, Span]]:
    """The numbers of the sections that a clause lifts, or says to hold for some only, with its words."""
    found: dict[str, tuple[Clause, Span]] = {}
    opens = gate_of(cues.lifts).opens
    for clause in clauses:
        operative = clause.operative and opens(clause.text)
        match = cues.lifts.search(clause.text, clause.own_start) if operative else None
        if match:
            found.setdefault(_section(match), (clause, match.span()))
    return found


def ranks_of(clause: Clause, cues: Ranking, cases: Cases, sections: Governing) -> tuple[Rank, ...]:
    """How the text ranks a clause."""
    narrower = _cased(clause, "narrower", cases.narrower)
    found = [narrower or _cased(clause, "foremost", cases.foremost)]
    found += [sections.get(key) for key in (_titles(clause), *numbers(clause))]
    found += [_said(clause, "prevails", cues.prevails), _said(clause, "yields", cues.yields)]
    if match := cues.follows.match(clause.text[clause.own_start :]):
        found.append(Rank("follows", clause, (clause.own_start, clause.own_start + match.end())))
    return tuple(rank for rank in found if rank)


def _said(clause: Clause, force: Force, cue: Any) -> Rank | None:
    match = cue.search(clause.text, clause.own_start) if gate_of(cue).opens(clause.text) else None
    part = match.groupdict().get("part") if match else None
    if not match or (part and stands_in(clause, part)):  # 'unless the order form says otherwise', in the order form
        return None
    return Rank(force, clause, match.span(), part or _section(match))


def _section(match: Any) -> str:
    return spoken(match.groupdict().get("section") or "").rstrip(".")


def _cased(clause: Clause, force: Force, sources: Sequence[str]) -> Rank | None:
    text = one_byte(clause.text)
    match = next(filter(None, (pattern(source).search(text) for source in sources)), None)
    return Rank(force, clause, match.span()) if match else None


def _titles(clause: Clause) -> str:
    return " / ".join(clause.section.path)


def numbers(clause: Clause) -> Iterator[str]:
    """The numbers of a clause and of the sections that it stands in: '14', '14.2' and '14.2.1'."""
    number = clause.number(clause.pieces[-1]).partition("(")[0]
    parts = number.split(".") if number else []
    yield from (".".join(parts[:depth]) for depth in range(1, len(parts) + 1))


def stands_in(clause: Clause, section: str) -> bool:
    """Whether a clause stands in the section of a number or the part of a title, or in a part of it; in any where none is named."""
    titled = section[:1].isalpha() and re.search(rf"\b{re.escape(section)}\b", _titles(clause).lower())
    return not section or section in numbers(clause) or bool(titled)
