"""Where what is costly to find again is kept."""

from __future__ import annotations

import os
from pathlib import Path

from vendorlint.project.inside import is_inside


def cache_folder(name: str, repository: Path) -> Path | None:
    """The folder of a cache: with the user, and not in the repository, where anybody may have put what is in it. None for a user
    without a home, or whose home it is."""
    home, own = Path(os.environ.get("HOME", "")), Path(os.environ.get("XDG_CACHE_HOME", ""))
    folder = own if own.is_absolute() else home / ".cache"
    return folder / "vendorlint" / name if folder.is_absolute() and not is_inside(folder, repository) else None
