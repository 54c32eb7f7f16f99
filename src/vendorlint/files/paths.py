"""How paths are written in reports."""

from __future__ import annotations

import functools
import os
from pathlib import Path
from urllib.parse import quote

from vendorlint.place import told_path


def shown_path(path: Path) -> str:
    """Relative to the working directory where the path is below it, else absolute; with slashes on every system."""
    return _from(told_path(path), os.getcwd())  # noqa: PTH109 - as text, by which it is kept


@functools.lru_cache(maxsize=10_000)
def _from(path: Path, folder: str) -> str:
    """The same from a folder. A report names each file many times."""
    absolute, here = path.absolute(), Path(folder)
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def repository_path(path: Path) -> str:
    """As services that review code want it: relative to the repository's root (the folder with .git, else the working
    directory), absolute where it is elsewhere; with slashes. What is no Unicode in a name becomes U+FFFD."""
    return os.fsencode(_in_repository(path).as_posix()).decode("utf-8", "replace")


def repository_uri(path: Path) -> str:
    """The same as a URI reference, percent-encoded; a file: URI where the path is elsewhere."""
    inside = _in_repository(path)
    return inside.as_uri() if inside.is_absolute() else quote(os.fsencode(inside.as_posix()))


def _in_repository(path: Path) -> Path:
    absolute, root = Path(os.path.normpath(told_path(path).absolute())), _root(Path.cwd())
    return absolute.relative_to(root) if absolute.is_relative_to(root) else absolute


def _root(here: Path) -> Path:
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
