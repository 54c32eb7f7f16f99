"""Clauses as patterns see them, for whoever writes patterns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.clauses.scope import Scope


def shown_clauses(clauses: Iterable[Clause]) -> Iterator[str]:
    """A line per clause: index, kind, for whom it holds, section, and the tagged text as lead-in >> own words."""
    for clause in clauses:
        lead, own = clause.text[: clause.own_start], clause.text[clause.own_start :]
        yield f"[{clause.index} {clause.kind} {_holding(clause)} | {clause.section.title[:40]}] {lead}>> {own}"


def _holding(clause: Clause) -> str:
    if not clause.operative:
        return "states nothing"
    parts = (f"{part.start}-{part.end} {_names(part.scopes)}" for part in clause.parts)
    return "; ".join([_names(clause.scopes), *parts])


def _names(scopes: Iterable[Scope]) -> str:
    return " or ".join(" ".join(scope.to_dict().values()) or "all" for scope in scopes)
