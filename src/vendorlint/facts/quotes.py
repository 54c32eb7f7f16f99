"""Finds quotes in documents: verbatim, with white space folded, and the lines where they stand."""

from __future__ import annotations

import bisect
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from vendorlint.errors import InputError
from vendorlint.facts.documents import document_errors
from vendorlint.files.notice import Notice
from vendorlint.files.text import decoded_text, file_bytes
from vendorlint.place import FilePlace
from vendorlint.project.cache import kept
from vendorlint.project.config import Config
from vendorlint.project.folders import home_of
from vendorlint.project.vendors import left_out
from vendorlint_extractor.documents.readers.rendering import KINDS, LIMITS, Limits, Rendering

MAX_NAMES = 5  # that a line tells
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a quote stands: first and last line, the column of its first character, from 1, and the column after its
    last one."""

    lines: tuple[int, int]
    column: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Source:
    """A document's text, the same with white space folded, and where each of its words stands in the text.

    `rendering` is what a reader made of a document that is no text.
    """

    sha256: str
    text: str
    folded: str
    starts: tuple[int, ...]  # offset of each word in `folded`
    places: tuple[tuple[int, int], ...]  # line and column of each word
    rendering: Rendering | None = None

    def find(self, quote: str) -> Iterator[Standing]:
        """Every place where the quote stands, top down."""
        wanted = fold_space(quote)
        offset = self.folded.find(wanted)
        while wanted and offset >= 0:
            yield self.standing(offset, len(wanted))
            offset = self.folded.find(wanted, offset + 1)

    def standing(self, offset: int, length: int) -> Standing:
        """Where a part of `folded` stands in the text; `length` is 1 or more."""
        first_line, column = self._place(offset)
        last_line, last_column = self._place(offset + length - 1)
        return Standing((first_line, last_line), column, last_column + 1)

    def offset(self, line: int, column: int) -> int | None:
        """Where in `folded` the character at a line and column is, both from 1; None for white space and for what is no place."""
        word = bisect.bisect_right(self.places, (line, column)) - 1
        if word < 0 or self.places[word][0] != line:
            return None
        offset = self.starts[word] + column - self.places[word][1]
        end = self.starts[word + 1] - 1 if word + 1 < len(self.starts) else len(self.folded)
        return offset if offset < end else None

    def _place(self, offset: int) -> tuple[int, int]:
        word = bisect.bisect_right(self.starts, offset) - 1
        line, column = self.places[word]
        return line, column + offset - self.starts[word]


def fold_space(text: str) -> str:
    """White space folded to single blanks, as quotes are stored and compared."""
    return " ".join(text.split())


def read_source(path: Path, limits: Limits = LIMITS) -> Source:
    """Read a document to find quotes in. Raises InputError."""
    text, rendering, sha256 = read_terms(path, limits)
    return source_of(text, sha256, rendering)


def read_terms(path: Path, limits: Limits = LIMITS) -> tuple[str, Rendering | None, str]:
    """A document's text, what a reader made of it if it is no text, and the SHA-256 of its bytes. Raises InputError."""
    if path.suffix.lower() in KINDS:
        # Most vendors' terms are text, which needs none of this.
        from vendorlint_extractor.documents.file import read_bytes, text_of

        with document_errors():
            raw = read_bytes(path, limits)
            text, rendering = text_of(path, raw, limits)
        return text, rendering, hashlib.sha256(raw).hexdigest()
    raw = file_bytes(path)
    return decoded_text(path, raw), None, hashlib.sha256(raw).hexdigest()


def text_lines(text: str) -> list[str]:
    """The lines of a text as places in it count them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def words_at(lines: Sequence[str], place: Mapping[str, Any]) -> str:
    """What stands at `lines` and `columns` of a place, white space folded; empty where a text of these lines has no such."""
    (first, last), (start, end) = place["lines"], place["columns"]
    if not first <= last <= len(lines):
        return ""
    cut = list(lines[first - 1 : last])
    cut[-1] = cut[-1][:end]
    cut[0] = cut[0][start - 1 :]
    return fold_space(" ".join(cut))


def reading_notices(paths: Iterable[Path], config: Config) -> Iterator[Notice]:
    """What there is to tell of documents: others beside them that are not read, for their names, and what the readers of those
    that are no text found. Raises InputError."""
    read = tuple(paths)
    for home in filter(None, dict.fromkeys(home_of(path, config.vendors) for path in read)):
        if names := [str(path.relative_to(home)) for path in left_out(home)]:
            shown = ", ".join(names[:MAX_NAMES]) + (f" and {len(names) - MAX_NAMES} more" if names[MAX_NAMES:] else "")
            yield Notice(FilePlace(home), f"not read, for their names: {shown}")
    for path in read:
        if path.suffix.lower() in KINDS:
            yield from (Notice(FilePlace(path), warning) for warning in _warnings(path, config))


def _warnings(path: Path, config: Config) -> Sequence[str]:
    """What the reader of a document that is no text has to tell, now or when it read the same bytes before."""
    from vendorlint_extractor.documents.file import read_bytes
    from vendorlint_extractor.shipped import digest

    with document_errors():
        sha256 = hashlib.sha256(read_bytes(path, config.limits)).hexdigest()
    cache = kept("facts", config.root)
    key = ["warnings", digest(), sha256, path.suffix.lower(), asdict(config.limits)]
    known: list[str] | None = cache.get(key)
    if known is None:
        rendering = read_source(path, config.limits).rendering
        known = list(rendering.warnings if rendering else ())
        cache.put(key, known)
    return known


def source_of(text: str, sha256: str, rendering: Rendering | None = None) -> Source:
    """The same of text in memory."""
    starts, places, words, length = [], [], [], 0
    for number, line in enumerate(text_lines(text), start=1):
        for found in _WORD.finditer(line):
            starts.append(length)
            places.append((number, found.start() + 1))
            words.append(found[0])
            length += len(found[0]) + 1
    return Source(sha256, text, " ".join(words), tuple(starts), tuple(places), rendering)


def document_path(folder: Path, document: Mapping[str, Any]) -> Path:
    """The file of an entry of `documents`. Raises InputError, without a place, for a path that leaves the folder."""
    relative = PurePosixPath(document["path"])
    path = folder / relative
    outside = relative.is_absolute() or ".." in relative.parts or "\\" in document["path"]
    if outside or not path.resolve().is_relative_to(folder.resolve()):
        raise InputError(f"the path '{document['path']}' leaves the vendor's folder; expected a path inside it")
    return path
