"""Reads a text file whole, or says in one line why it cannot."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.place import FilePlace
from vendorlint_extractor.documents.opened import regular_file

MAX_BYTES = 10_000_000

_HELD: ContextVar[Mapping[Path, bytes] | None] = ContextVar("_HELD", default=None)


@contextlib.contextmanager
def holding(files: Mapping[Path, bytes]) -> Iterator[None]:
    """Within it these bytes, by resolved path, are read in place of files: what an editor has not saved yet."""
    token = _HELD.set({**(_HELD.get() or {}), **files})
    try:
        yield
    finally:
        _HELD.reset(token)


def held(path: Path) -> bytes | None:
    """The bytes that are held in place of a file, or None."""
    files = _HELD.get()
    return files.get(path.resolve()) if files else None


def read_text(path: Path) -> str:
    """The text of a UTF-8 file of at most 10 MB, without a byte order mark. Raises InputError."""
    return decoded_text(path, file_bytes(path))


def file_bytes(path: Path) -> bytes:
    """The bytes of a file of at most 10 MB. Raises InputError."""
    if (unsaved := held(path)) is not None:
        return unsaved
    try:
        if path.is_dir():
            raise InputError("is a folder; expected a file", path)
        with regular_file(path) as file:
            size = os.fstat(file.fileno()).st_size
            if size > MAX_BYTES:
                raise InputError(f"is {size / 1e6:.0f} MB; expected at most {MAX_BYTES // 1_000_000} MB", path)
            return file.read(MAX_BYTES)
    except FileNotFoundError:
        raise InputError("no such file", path) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path) from None


def decoded_text(path: Path, raw: bytes) -> str:
    """The text of `raw`, the content of `path`. Raises InputError with the place of the first byte that is no UTF-8."""
    if b"\0" in raw:
        raise InputError("is binary (it holds a NUL byte); expected text in UTF-8", path)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        message = f"is not UTF-8 (byte 0x{raw[error.start]:02x}); save it as UTF-8"
        raise InputError(message, FilePlace(path, line, column)) from None
