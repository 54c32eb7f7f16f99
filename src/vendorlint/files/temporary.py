"""Folders for copies that a run needs for a while."""

from __future__ import annotations

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
