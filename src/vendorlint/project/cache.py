"""Where what is costly to find again is kept."""

from __future__ import annotations

import functools
import os
from collections.abc import Mapping
from pathlib import Path

from vendorlint.files.cache import Cache
from vendorlint.project.inside import is_inside, repository_of

NO_CACHE = "VENDORLINT_NO_CACHE"  # the variable by which `--no-cache` is told
# What documents state, which facts files say that, YAML files, and what rules answered.
NAMES = ("facts", "current", "parsed", "verdicts")


def kept(name: str, repository: Path, environ: Mapping[str, str] = os.environ) -> Cache:
    """What is kept under one of NAMES; nothing where nobody wants that, for a user without a home, and for one whose home is in
    the repository."""
    unwanted = environ.get(NO_CACHE, "0") not in ("", "0")
    return Cache(None if unwanted else cache_folder(name, repository))


def cache_folder(name: str, repository: Path) -> Path | None:
    """The folder of a cache: with the user, and not in the repository, where anybody may have put what is in it. None for a user
    without a home, or whose home it is."""
    return _folder(name, repository, os.environ.get("HOME", ""), os.environ.get("XDG_CACHE_HOME", ""))


@functools.lru_cache(maxsize=64)  # it is asked of each vendor
def _folder(name: str, repository: Path, user: str, cache: str) -> Path | None:
    home, own = Path(user), Path(cache)
    folder = own if own.is_absolute() else home / ".cache"
    return (
        folder / "vendorlint" / name
        if folder.is_absolute() and not is_inside(folder, Path(repository_of(repository)))
        else None
    )
