"""How paths are written in reports."""

from __future__ import annotations

from pathlib import Path


def shown_path(path: Path) -> str:
    """Relative to the working directory where the path is below it, else absolute; with slashes on every system."""
    absolute, here = path.absolute(), Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()
