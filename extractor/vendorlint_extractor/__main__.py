"""`python -m vendorlint_extractor FILE`: the clauses of a document as the patterns see them, for whoever writes patterns."""

from __future__ import annotations

import sys
from pathlib import Path

from vendorlint_extractor.documents.document import read_document
from vendorlint_extractor.extraction import Extractor


def main(path: str) -> None:
    """Print index, kind, zone, section number and the text (lead-in >> own words) of every clause."""
    document, extractor = read_document(Path(path)), Extractor()
    for clause in extractor.clauses_of(document, extractor.language_of(document)):
        lead, own = clause.text[: clause.own_start], clause.text[clause.own_start :]
        print(f"[{clause.index} {clause.kind} {clause.zone} | {clause.section.title[:40]}] {lead}>> {own}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
