"""Text that a document shows around its terms and that is read as none of them: headers, footers, tables of contents, forms."""

from __future__ import annotations

from collections.abc import Iterable

from vendorlint_extractor.documents.readers.markdown import escaped

MIN_WORDS = 6  # of a piece that may say something
MAX_AROUND = 200_000  # characters of a document

Piece = tuple[str, str]  # where it stands, and its words


def pieces(found: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces that may say something, each once, as text in which nothing is markup."""
    shown: dict[str, str] = {}
    length = 0
    for place, words in found:
        piece = escaped(words)
        if len(piece.split()) < MIN_WORDS or piece in shown:
            continue
        length += len(piece)
        if length > MAX_AROUND:
            break
        shown[piece] = place
    return tuple((place, piece) for piece, place in shown.items())
