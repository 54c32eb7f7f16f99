"""Places in files, as errors, findings and editors name them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

Position = tuple[int, int]  # a line and a column, both from 1


class FilePlace(NamedTuple):
    """A file, and a line and a column in it, both from 1; its beginning where nothing else is said."""

    path: Path
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    @property
    def position(self) -> Position:
        """The place within the file."""
        return self.line, self.column
