"""A place in a file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class FilePlace(NamedTuple):
    """A file, and a line and a column in it, both from 1."""

    path: Path
    line: int
    column: int
