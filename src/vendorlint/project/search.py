"""Looks for the configuration of a folder, and tells where its name was nearly right: a gate goes by no defaults unseen."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.project.inside import require_own_file

CONFIG_NAME = "vendorlint.yaml"
_SPELLING = re.compile(r"[._]?vendor[-_. ]?lint(rc)?\.(ya?ml|toml)(\.txt)?|\.?vendor-?lintrc|\.vendorlint")
# How near a name comes to the right one by a slip of the hand: vendorlnt.yaml does, vendors.yaml does not.
_TYPING = 0.92


def find_config_file(start: Path) -> Path | None:
    """The configuration for a folder: in it or above, to the repository's root.

    Raises InputError for what may be meant as one and is not read: another spelling, a folder, a link that leads nowhere or out
    of its folder.
    """
    near: list[Path] = []
    folders = _upward(start)
    for folder in folders:
        path = folder / CONFIG_NAME
        names = _names(folder)
        if os.path.lexists(path):
            require_own_file(path, folder)
            _refuse(folder / name for name in names if _SPELLING.fullmatch(name.casefold()) and name != CONFIG_NAME)
            return path
        # .github/workflows/vendorlint.yml is meant for somebody else.
        if not any(part.startswith(".") for part in folder.relative_to(folders[-1]).parts):
            near += (folder / name for name in names if _is_near(name))
    _refuse(near)
    return None


def _upward(start: Path) -> list[Path]:
    """The folders to look in."""
    folders = [start, *start.parents]
    root = next((index for index, folder in enumerate(folders) if os.path.lexists(folder / ".git")), len(folders))
    return folders[: root + 1]


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - of every folder upward, at every start
    except OSError:
        return []


def _is_near(name: str) -> bool:
    folded = unicodedata.normalize("NFKC", name).casefold().strip()
    return bool(_SPELLING.fullmatch(folded) or get_close_matches(folded, [CONFIG_NAME], cutoff=_TYPING))


def _refuse(near: Iterable[Path]) -> None:
    for path in near:
        raise InputError(f"is not read; the configuration is called {CONFIG_NAME}", path)
