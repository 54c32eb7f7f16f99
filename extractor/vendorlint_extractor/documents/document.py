"""A document of vendor terms: its text, its blocks, and the map from any offset to line and column."""

from __future__ import annotations

import bisect
import functools
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from vendorlint_extractor.documents.block import Block
from vendorlint_extractor.documents.file import DocumentError, read_bytes, text_of
from vendorlint_extractor.documents.letters import filled_words, mixed_words, struck_words
from vendorlint_extractor.documents.notes import Note, NoteKind, gathered
from vendorlint_extractor.documents.plain import plain
from vendorlint_extractor.documents.readers.rendering import LIMITS, Limits, Rendering
from vendorlint_extractor.documents.spans import Derived
from vendorlint_extractor.documents.stated import read_stated
from vendorlint_extractor.documents.unseen import count_words

# What an override of direction shows from right to left is read so, and is no word that a person reads.
_TURNED_ROUND = re.compile("\u202e[^\u202c\n]{0,300}")


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One document of a vendor. Offsets are in characters of `text`; lines and columns count from 1.

    `stated` is the text, of the same length, with what states nothing blanked out, and `notes` tell of that. `rendering` is
    what a reader made of a file that is no text; None for text.
    """

    id: str
    path: Path
    text: str
    stated: str
    sha256: str
    blocks: tuple[Block, ...]
    line_starts: tuple[int, ...]
    rendering: Rendering | None = None
    notes: tuple[Note, ...] = ()

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect.bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def place(self, offset: int) -> str:
        """Where an offset is, as reading notes say it: "line 12", or as a document that is no text says it ("page 3, line 4")."""
        line, _ = self.position(offset)
        return self.rendering.place(line, line) if self.rendering else f"line {line}"


def read_document(path: Path, *, document_id: str | None = None, limits: Limits = LIMITS) -> Document:
    """Read terms: Markdown or plain text (UTF-8), or a file of one of KINDS. Raises DocumentError with the cause."""
    raw = read_bytes(path, limits)
    text, rendering = text_of(path, raw, limits)
    digest = hashlib.sha256(raw).hexdigest()
    return parse_document(text, path=path, document_id=document_id or path.stem, sha256=digest, rendering=rendering)


def parse_document(
    text: str, *, path: Path, document_id: str, sha256: str | None = None, rendering: Rendering | None = None
) -> Document:
    """Parse text that is already in memory. Raises DocumentError where it holds no words."""
    if not any(character.isalpha() for character in text):
        raise DocumentError(path, "found no text; expected the terms of a vendor")
    starts = [0]
    starts.extend(match.end() for match in re.finditer("\n", text))
    digest = sha256 or hashlib.sha256(text.encode()).hexdigest()
    stated, blocks, passages = read_stated(text, markdown=rendering is None)
    document = Document(document_id, path, text, stated, digest, tuple(blocks), tuple(starts), rendering)
    own = [Note(each.kind, _place(document, each.start), each.words) for each in passages if each.kind]
    own += [
        Note("hidden", _place(document, found.start()), count_words(found[0])) for found in _TURNED_ROUND.finditer(text)
    ]
    kinds: tuple[tuple[NoteKind, Callable[[str], Iterator[int]]], ...] = (
        ("mixed_scripts", mixed_words),
        ("struck", struck_words),
        ("glyph", filled_words),
    )
    own += [Note(kind, _place(document, start), 1) for kind, words in kinds for start in words(text)]
    return replace(document, notes=gathered([*(rendering.notes if rendering else ()), *own]))


@functools.lru_cache(maxsize=1)
def plain_blocks(document: Document) -> tuple[Derived, ...]:
    """The words of each block of a document, of the one that was asked for last at once."""
    return tuple(plain(document.stated, block.start, block.end, block.gaps) for block in document.blocks)


def _place(document: Document, offset: int) -> str:
    line, _ = document.position(offset)
    return document.rendering.place(line, line) if document.rendering else f"line {line}"
