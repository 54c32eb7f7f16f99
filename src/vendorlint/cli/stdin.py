"""A document on standard input: `-` where a path is."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.project.vendors import DOCUMENT_SUFFIXES

STDIN = Path("-")
MAX_BYTES = 200_000_000  # what readers take is less; this bounds the copy
CHUNK = 1_000_000
_BEGINNINGS = ((b"%PDF-", ".pdf"), (b"PK\x03\x04", ".docx"), (b"{\\rtf", ".rtf"), (b"\xd0\xcf\x11\xe0", ".doc"))
_HTML = (b"<!doctype html", b"<html", b"<?xml")


@contextmanager
def with_stdin(paths: Sequence[Path], name: str | None) -> Iterator[list[Path]]:
    """The paths with a copy of standard input in the place of `-`, which lasts as long as the context and is called `name`, or
    `stdin` with the ending of what it is, in all that is told of it. Raises InputError."""
    if STDIN not in paths:
        if name is not None:
            raise InputError("--stdin-filename goes with '-', which reads standard input")
        yield list(paths)
        return
    if len(paths) > 1:
        raise InputError("'-' is standard input, and goes without other paths")
    called = None if name is None else _named(name)
    from vendorlint.files.temporary import temporary_folder
    from vendorlint.place import told_as

    with temporary_folder() as folder:
        copy = folder / "stdin"
        _copy(copy)
        called = called or Path(f"stdin{_suffix(copy)}")
        document = copy.rename(folder / called.name)
        with told_as(document, called):
            yield [document]


def _copy(path: Path) -> None:
    if sys.stdin is None:
        raise InputError("there is no standard input to read")
    with path.open("xb") as file:
        while piece := sys.stdin.buffer.read(CHUNK):
            file.write(piece)
            if file.tell() > MAX_BYTES:
                raise InputError(f"standard input has more than {MAX_BYTES // 1_000_000} MB; expected a vendor's terms")


def _named(name: str) -> Path:
    """The path that a person gives. Raises InputError for one that is no document's."""
    path = Path(name)
    if path.suffix.lower() not in DOCUMENT_SUFFIXES:
        known = ", ".join(sorted(DOCUMENT_SUFFIXES))
        raise InputError(f"--stdin-filename is '{name}'; expected a name that ends in one of {known}")
    return path


def _suffix(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(512)
    if start[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text"):  # the first in the archive, as it is
        return ".odt"
    found = next((suffix for beginning, suffix in _BEGINNINGS if start.startswith(beginning)), "")
    if found:
        return found
    return ".html" if start.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_HTML) else ".md"
