"""`python -m vendorlint_extractor FILE`: the clauses of a document as the patterns see them, for whoever writes patterns."""

from __future__ import annotations

import sys
from pathlib import Path

from vendorlint_extractor.clauses.sentences import read_clauses
from vendorlint_extractor.documents.document import read_document
from vendorlint_extractor.language.detect import detect_language
from vendorlint_extractor.language.lexicon import load_lexicon


def main(path: str) -> None:
    """Print index, kind, zone, section number and the text (lead-in >> own words) of every clause."""
    document = read_document(Path(path))
    for clause in read_clauses(document, load_lexicon(detect_language(document))):
        lead, own = clause.text[: clause.own_start], clause.text[clause.own_start :]
        print(f"[{clause.index} {clause.kind} {clause.zone} | {clause.section.title[:40]}] {lead}>> {own}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
