"""Reads a file of vendor terms into a Document: its text, its blocks, and the map from any offset to line and column.

Of all that is no plain text the text is the Markdown that its reader makes of it.
"""

from __future__ import annotations

import bisect
import hashlib
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path

from vendorlint_extractor.documents.block import Block
from vendorlint_extractor.documents.letters import mixed_words
from vendorlint_extractor.documents.notes import Note, gathered
from vendorlint_extractor.documents.opened import regular_file
from vendorlint_extractor.documents.readers.rendering import (
    KINDS,
    LIMITS,
    TEXT_SUFFIXES,
    Limits,
    ReadingError,
    Rendering,
)
from vendorlint_extractor.documents.rendered import render
from vendorlint_extractor.documents.stated import read_stated
from vendorlint_extractor.documents.unseen import count_words

DOCUMENT_SUFFIXES = TEXT_SUFFIXES | KINDS.keys()
# What an override of direction shows from right to left is read so, and is no word that a person reads.
_TURNED_ROUND = re.compile("\u202e[^\u202c\n]{0,300}")
MAX_TEXT = 10_000_000  # bytes
MAX_RENDERED = 20_000_000  # characters of what a reader makes of a file


@dataclass
class DocumentError(Exception):
    """A document that cannot be read. Line and column are 1-based, and absent where the whole file is at fault."""

    path: Path
    message: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {self.message}"


class ListingError(DocumentError):
    """A document of names and figures in a table or a list, without a sentence that tells its language."""


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


def read_document(path: Path, *, document_id: str | None = None, limits: Limits = LIMITS) -> Document:
    """Read terms: Markdown or plain text (UTF-8), or a file of one of KINDS. Raises DocumentError with the cause."""
    raw = read_bytes(path, limits)
    text, rendering = text_of(path, raw, limits)
    digest = hashlib.sha256(raw).hexdigest()
    return parse_document(text, path=path, document_id=document_id or path.stem, sha256=digest, rendering=rendering)


def text_of(path: Path, raw: bytes, limits: Limits) -> tuple[str, Rendering | None]:
    """The text of a document's bytes as quotes stand in it, by the ending of its name, and what its reader made of it.

    Raises DocumentError.
    """
    suffix = path.suffix.lower()
    if suffix in TEXT_SUFFIXES:
        return _decode(path, raw), None
    if not raw:
        raise DocumentError(path, "is empty; expected the terms of a vendor")
    try:
        rendering = render(raw, KINDS[suffix], limits)
    except ReadingError as error:
        raise DocumentError(path, str(error)) from None
    if len(rendering.text) > MAX_RENDERED:
        message = f"holds {len(rendering.text) / 1e6:.0f} MB of text; expected at most {MAX_RENDERED // 1_000_000} MB of terms"
        raise DocumentError(path, message)
    return rendering.text, rendering


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
    own += [Note("mixed_scripts", _place(document, start), 1) for start in mixed_words(text)]
    return replace(document, notes=gathered([*(rendering.notes if rendering else ()), *own]))


def _place(document: Document, offset: int) -> str:
    line, _ = document.position(offset)
    return document.rendering.place(line, line) if document.rendering else f"line {line}"


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The bytes of a document as they were at one moment. Raises DocumentError."""
    suffix = path.suffix.lower()
    if suffix not in DOCUMENT_SUFFIXES:
        kind = f"'{suffix}' files are" if suffix else "a file without an ending is"
        message = f"{kind} not read: save it as PDF or DOCX, or begin its name with '_' where it is no terms"
        raise DocumentError(path, message)
    most = MAX_TEXT if suffix in TEXT_SUFFIXES else limits.file_mb * 1_000_000
    try:
        if path.is_dir():
            raise DocumentError(path, "is a folder; expected a document")
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise DocumentError(path, "is no file; expected a document")
        with regular_file(path) as file:
            before = os.fstat(file.fileno())
            if before.st_size > most:
                message = f"is {before.st_size / 1e6:.0f} MB; expected at most {most // 1_000_000} MB of terms"
                raise DocumentError(path, message)
            raw = file.read(most + 1)
            after = os.fstat(file.fileno())
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(raw) != after.st_size:
            raise DocumentError(path, "changed while it was read; run again")
        return raw
    except FileNotFoundError:
        raise DocumentError(path, "no such file") from None
    except OSError as error:
        raise DocumentError(path, f"cannot be read: {error.strerror}") from None


def _decode(path: Path, raw: bytes) -> str:
    if not raw.strip():
        raise DocumentError(path, "is empty; expected the terms of a vendor")
    if b"\0" in raw:
        raise DocumentError(path, "is binary (it holds a NUL byte); expected Markdown or plain text in UTF-8")
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        found = f"byte 0x{raw[error.start]:02x}"
        raise DocumentError(path, f"is not UTF-8 ({found}); save it as UTF-8", line, column) from None
