"""Places in files, as errors, findings and editors name them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

Position = tuple[int, int]  # a line and a column, both from 1

_NAMES: dict[Path, Path] = {}  # of files that a run has made for a while, what a person calls them


@contextmanager
def told_as(path: Path, name: Path) -> Iterator[None]:
    """As long as the context lasts, whatever is told of a file calls it by another name."""
    _NAMES[path] = name
    try:
        yield
    finally:
        del _NAMES[path]


def told_path(path: Path) -> Path:
    """The path by which to tell of a file."""
    return _NAMES.get(path, path)


class FilePlace(NamedTuple):
    """A file, and a line and a column in it, both from 1; its beginning where nothing else is said."""

    path: Path
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{told_path(self.path)}:{self.line}:{self.column}"

    @property
    def position(self) -> Position:
        """The place within the file."""
        return self.line, self.column
