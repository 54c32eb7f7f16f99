"""Reads a file of vendor terms into a Document: its text, its blocks, and the map from any offset to line and column."""

from __future__ import annotations

import bisect
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from vendorlint_extractor.blocks import Block, read_blocks

DOCUMENT_SUFFIXES = frozenset({".md", ".markdown", ".txt"})
MAX_BYTES = 10_000_000


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


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One document of a vendor. Offsets are in characters of `text`; lines and columns count from 1."""

    id: str
    path: Path
    text: str
    sha256: str
    blocks: tuple[Block, ...]
    line_starts: tuple[int, ...]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect.bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1


def read_document(path: Path, *, document_id: str | None = None) -> Document:
    """Read Markdown or plain text (UTF-8, at most 10 MB). Raises DocumentError with the cause."""
    if path.suffix.lower() not in DOCUMENT_SUFFIXES:
        known = ", ".join(sorted(DOCUMENT_SUFFIXES))
        raise DocumentError(path, f"cannot read '{path.suffix or path.name}' documents; expected one of {known}")
    raw = _read_bytes(path)
    text = _decode(path, raw)
    return parse_document(text, path=path, document_id=document_id or path.stem, sha256=hashlib.sha256(raw).hexdigest())


def parse_document(text: str, *, path: Path, document_id: str, sha256: str | None = None) -> Document:
    """Parse text that is already in memory. Raises DocumentError where it holds no words."""
    if not any(character.isalpha() for character in text):
        raise DocumentError(path, "found no text; expected the terms of a vendor")
    starts = [0]
    starts.extend(match.end() for match in re.finditer("\n", text))
    digest = sha256 or hashlib.sha256(text.encode()).hexdigest()
    return Document(document_id, path, text, digest, tuple(read_blocks(text)), tuple(starts))


def _read_bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise DocumentError(path, "is a folder; expected a document")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DocumentError(path, f"is {size / 1e6:.0f} MB; expected at most {MAX_BYTES // 1_000_000} MB of terms")
        return path.read_bytes()
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
