"""Files of vendor terms: their bytes, and the text of those. Of all that is no plain text the text is the Markdown that its reader
makes of it.

It is apart from `document` because what was read before is told by its bytes, without what reading takes.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from vendorlint_extractor.documents.opened import regular_file
from vendorlint_extractor.documents.readers.rendering import KINDS, TEXT_SUFFIXES, Limits, ReadingError, Rendering

DOCUMENT_SUFFIXES = TEXT_SUFFIXES | KINDS.keys()
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


def text_of(path: Path, raw: bytes, limits: Limits) -> tuple[str, Rendering | None]:
    """The text of a document's bytes as quotes stand in it, by the ending of its name, and what its reader made of it.

    Raises DocumentError.
    """
    suffix = path.suffix.lower()
    if suffix in TEXT_SUFFIXES:
        return _decode(path, raw), None
    if not raw:
        raise DocumentError(path, "is empty; expected the terms of a vendor")
    from vendorlint_extractor.documents.rendered import render

    try:
        rendering = render(raw, KINDS[suffix], limits)
    except ReadingError as error:
        raise DocumentError(path, str(error)) from None
    if len(rendering.text) > MAX_RENDERED:
        message = f"holds {len(rendering.text) / 1e6:.0f} MB of text; expected at most {MAX_RENDERED // 1_000_000} MB of terms"
        raise DocumentError(path, message)
    return rendering.text, rendering


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
