"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from vendorlint.errors import InputError


def write_atomically(path: Path, content: str | bytes) -> None:
    """Put text (as UTF-8) or bytes at `path`; a reader sees the old file or the new one, never a part.

    The file's permissions stay, and a symbolic link keeps pointing at its file. Raises InputError.
    """
    target = path.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", path) from None
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", path) from None
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


def _mode(target: Path) -> int:
    """The permissions of the file that is there, or those that the umask gives a new one."""
    with contextlib.suppress(FileNotFoundError):
        return target.stat().st_mode & 0o7777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
