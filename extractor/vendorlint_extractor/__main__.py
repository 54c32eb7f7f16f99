"""`python -m vendorlint_extractor FILE`: the clauses of a document as the patterns see them, for whoever writes patterns."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.clauses.scope import Scope
from vendorlint_extractor.documents.document import read_document
from vendorlint_extractor.extraction import Extractor


def main(path: str) -> None:
    """Print index, kind, for whom it holds, section number and the text (lead-in >> own words) of every clause."""
    document, extractor = read_document(Path(path)), Extractor()
    for clause in extractor.clauses_of(document, extractor.language_of(document)):
        lead, own = clause.text[: clause.own_start], clause.text[clause.own_start :]
        print(f"[{clause.index} {clause.kind} {_shown(clause)} | {clause.section.title[:40]}] {lead}>> {own}")  # noqa: T201


def _shown(clause: Clause) -> str:
    if not clause.operative:
        return "states nothing"
    parts = (f"{part.start}-{part.end}: {_scopes(part.scopes)}" for part in clause.parts)
    return "; ".join([_scopes(clause.scopes), *parts])


def _scopes(scopes: Iterable[Scope]) -> str:
    return " or ".join(" ".join(scope.to_dict().values()) or "all" for scope in scopes)


if __name__ == "__main__":
    main(sys.argv[1])
