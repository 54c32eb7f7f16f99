"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import glob
import os
import tempfile
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.files.signals import uninterrupted

NO_FILE = "is no regular file; expected the file to write"
ABANDONED = 60  # seconds: a write takes milliseconds, so that an older part was left by a process that was killed


def write_atomically(path: Path, content: str | bytes) -> None:
    """Put text (as UTF-8) or bytes at `path`; a reader sees the old file or the new one, never a part.

    The file's permissions stay. A process that is killed meanwhile leaves a hidden `.<name>.<random>.tmp`, which a later write
    of the file takes away. Raises InputError, also for a link: whoever made it would choose the file that is written; and for a
    device or a pipe, which would be replaced: /dev/null is of the whole machine.
    """
    if path.is_symlink():
        raise InputError("is a link; nothing is written through one", path)
    if path.exists() and not path.is_file() and not path.is_dir():
        raise InputError(NO_FILE, path)
    with uninterrupted():
        _write(path, content.encode() if isinstance(content, str) else content)


def _write(path: Path, content: bytes) -> None:
    target = path.absolute()
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", path) from None
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.chmod(_mode(target))
        _sweep(target, temporary)
        temporary.replace(target)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", path) from None
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


def _sweep(target: Path, temporary: Path) -> None:
    """Take away what killed processes left of the file. Ages are told by the file system's clock alone."""
    now = temporary.stat().st_mtime
    for left in target.parent.glob(f".{glob.escape(target.name)}.????????.tmp"):
        with contextlib.suppress(FileNotFoundError):  # another process was faster
            if now - left.stat().st_mtime > ABANDONED:
                left.unlink()


def _mode(target: Path) -> int:
    """The permissions of the file that is there, or those that the umask gives a new one."""
    with contextlib.suppress(FileNotFoundError):
        return target.stat().st_mode & 0o7777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
