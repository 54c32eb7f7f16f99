"""What a page shows that looks like lines of words and is none that was read: words of annotations, in patterns, without names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from vendorlint_extractor.documents.readers.pdf.ink import Box, Ink
from vendorlint_extractor.documents.readers.pdf.pictures import Cell, apart

DARK = 150  # of 255: ink
CELL = 6  # pixels of a cell, across and down
LINE = 10  # cells beside one another: some words
STARTS = 3  # places in a cell at which a stroke begins, and rows that have one
LONGEST = 12  # pixels of a stroke of a letter; what is longer is a rule or a ground
LOWEST = 6  # cells one below another at most: what is higher than some lines is a drawing
_INKED = bytes(sign < DARK for sign in range(256))
_STROKE = re.compile(rb"\x01+")

# Cells that stand beside one another, with a blank of two between them at most.
BESIDE = tuple((down, right) for down in (-1, 0, 1) for right in range(-3, 4))


def unread_lines(ink: Ink, known: Iterable[Box]) -> int:
    """How many lines there are that look like words, outside of boxes that are known."""
    pixels, width = ink.without(known)
    inked = pixels.translate(_INKED)
    if 1 not in inked:
        return 0
    starts: dict[Cell, set[int]] = defaultdict(set)
    rows: dict[Cell, set[int]] = defaultdict(set)
    for stroke in _STROKE.finditer(inked):
        at, long = stroke.start(), stroke.end() - stroke.start()
        if long > LONGEST:
            continue
        row, column = divmod(at, width)
        cell = (row // CELL, column // CELL)
        starts[cell].add(column)
        rows[cell].add(row)
    texty = {cell for cell, own in starts.items() if len(own) >= STARTS <= len(rows[cell])}
    return sum(map(_is_line, apart(texty, BESIDE)))


def _is_line(cells: set[Cell]) -> bool:
    down = {row for row, _ in cells}
    across = {column for _, column in cells}
    return len(across) >= LINE and len(down) <= LOWEST
