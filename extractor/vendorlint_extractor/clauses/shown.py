"""Clauses as patterns see them, for whoever writes patterns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vendorlint_extractor.clauses.clause import Clause


def shown_clauses(clauses: Iterable[Clause]) -> Iterator[str]:
    """A line per clause: index, kind, zone, section, and the tagged text as lead-in >> own words."""
    for clause in clauses:
        lead, own = clause.text[: clause.own_start], clause.text[clause.own_start :]
        yield f"[{clause.index} {clause.kind} {clause.zone} | {clause.section.title[:40]}] {lead}>> {own}"
