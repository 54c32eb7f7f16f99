"""`python -m vendorlint_extractor FILE`: the clauses of a document as the patterns see them, for whoever writes patterns."""

from __future__ import annotations

import sys
from pathlib import Path

from vendorlint_extractor.clauses.shown import shown_clauses
from vendorlint_extractor.documents.document import read_document
from vendorlint_extractor.extraction import Extractor


def main(path: str) -> None:
    """Print every clause."""
    document, extractor = read_document(Path(path)), Extractor()
    for line in shown_clauses(extractor.clauses_of(document, extractor.language_of(document))):
        print(line)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
