"""What there is to know beside findings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know of a file, with its place; lines count from 1."""

    path: Path
    line: int
    message: str
