"""A block of a text, and the section that it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "cell"]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading as printed, markup removed; `number` is the printed number ('10.4'), or empty."""

    title: str
    number: str
    level: int
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text: [start, end) in the source, its kind and, for list items, how deep it is indented, how it is marked
    (bullet, letter, roman, figure, or decimal with its depth: 10.2 is 'decimal2') and its mark as printed ('a', '10.2')."""

    kind: BlockKind
    start: int
    end: int
    section: Section
    indent: int = 0
    style: str = ""
    mark: str = ""
    row: int = -1  # where the row of a cell begins in the source
    gaps: tuple[tuple[int, int], ...] = ()  # page numbers and running lines in it
