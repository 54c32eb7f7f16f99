"""Did-you-mean: what somebody may have meant by a word that is none of those known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean 'x'?)`, or an empty string where nothing known is near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean '{near[0]}'?)" if near else ""


def file_meant(path: Path) -> str:
    """The same for the name of a file that is not there, by those of its ending beside where it would be."""
    try:
        beside = [each for each in path.parent.iterdir() if each.suffix == path.suffix]
    except OSError:
        return ""
    near = did_you_mean(path.stem, [each.stem for each in beside])
    return near.replace("'?)", f"{path.suffix}'?)")
