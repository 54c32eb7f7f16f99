"""`python -m vendorlint_extractor FILE`: the clauses of a document as the patterns see them, for whoever writes patterns."""

from __future__ import annotations

import sys
from pathlib import Path

from vendorlint_extractor.clauses.shown import shown_clauses
from vendorlint_extractor.documents.document import read_document
from vendorlint_extractor.language.detect import detect_language


def main(path: str) -> None:
    """Print every clause."""
    document = read_document(Path(path))
    for line in shown_clauses(document, detect_language(document)):
        print(line)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
