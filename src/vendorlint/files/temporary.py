"""Folders for copies that a run needs for a while."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vendorlint.files.signals import uninterrupted


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A new folder that only the user may look into (0700); it goes at the end, also where a signal ends the run."""
    name = ""
    try:
        with uninterrupted():
            name = tempfile.mkdtemp(prefix="vendorlint-")
        yield Path(name).resolve()
    finally:
        with uninterrupted():
            if name:
                shutil.rmtree(name)


def write_copy(path: Path, content: bytes) -> None:
    """Write a file that is not there, so that only the user may read it (0600). Raises OSError."""
    with os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb"
    ) as file:
        file.write(content)
