"""The order in which the rows of a page are read: down one column, then the next.

Columns are told from a table and from numbers in a margin by what stands in them: lines of several words that fill the width
of their column and follow one another without holes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from vendorlint_extractor.documents.readers.pdf.rows import Row, fragments, row_of
from vendorlint_extractor.documents.readers.pdf.words import Word

MIN_LINES = 3  # of a column where no page before has shown it
SHORT = 2  # lines of a column that is one sentence, or a part of one
MIN_WORDS = 3.0  # a line on average
MIN_FILL = 0.6  # of the column's width, by half of its lines
MIN_DENSE = 0.55  # of its height
MAX_RATIO = 2.5  # of the widths
MAX_GUTTER = 8.0  # times the size of the text
MIN_WRAPPED = 0.2  # of the lines: those that begin in lower case
CANDIDATES = 6
MAX_DEPTH = 6


@dataclass(frozen=True, slots=True)
class _Zone:
    """Rows [first, last) of which none crosses the gutter that ends at `edge`."""

    first: int
    last: int
    edge: float
    left: list[Row]
    right: list[Row]


def flows(rows: list[Row], known: set[int], depth: int = 0) -> list[list[Row]]:
    """The rows as runs to be read one after another. `known` are the left edges of columns met so far, and grows."""
    zone = _zone(rows, known) if depth < MAX_DEPTH and len(rows) > 1 else None
    if zone is None:
        return [rows] if rows else []
    known.add(round(zone.edge))
    parts = (rows[: zone.first], zone.left, zone.right, rows[zone.last :])
    return [flow for part in parts for flow in flows(part, known, depth + 1)]


def _zone(rows: list[Row], known: set[int]) -> _Zone | None:
    starts: Counter[int] = Counter()
    middle = min(row.x0 for row in rows) + 0.25 * (max(row.x1 for row in rows) - min(row.x0 for row in rows))
    for row in rows:
        for run in fragments(row, 0.7):
            if run[0].x0 > middle:
                starts[round(run[0].x0)] += 1
    often = [edge for edge, count in starts.most_common(CANDIDATES) if count >= MIN_LINES]
    zones = [zone for edge in often for zone in _zones(rows, edge, _is_prose)]
    pairs = [edge for edge, count in starts.most_common(CANDIDATES) if count == SHORT]
    zones += [zone for edge in pairs for zone in _zones(rows, edge, _is_wrapped)]
    zones += [zone for edge in known if edge in starts for zone in _zones(rows, edge, _is_pair)]
    return max(zones, key=lambda zone: zone.last - zone.first, default=None)


def _zones(rows: list[Row], edge: float, accepts: Callable[[list[Row], list[Row]], bool]) -> list[_Zone]:
    zones, first = [], 0
    for index in range(len(rows) + 1):
        if index < len(rows) and not _crosses(rows[index], edge):
            continue
        if index - first > 1 and (zone := _trimmed(rows, first, index, edge)) and accepts(zone.left, zone.right):
            zones.append(zone)
        first = index + 1
    return zones


def _crosses(row: Row, edge: float) -> bool:
    gutter = max(7.0, 0.7 * row.size)
    return any(word.x0 < edge - 1.5 and word.x1 > edge - gutter for word in row.words)


def _trimmed(rows: list[Row], first: int, last: int, edge: float) -> _Zone | None:
    """The zone without lines at its ends that stand apart on one side only, as a date or a signature below does."""
    while True:
        left = [part for row in rows[first:last] if (part := _part(row, edge, left=True))]
        right = [part for row in rows[first:last] if (part := _part(row, edge, left=False))]
        if not left or not right:
            return None
        if _stands_apart(left, right, -1):
            last -= 1
        elif _stands_apart(left, right, 0):
            first += 1
        else:
            return _Zone(first, last, edge, left, right)


def _stands_apart(left: list[Row], right: list[Row], end: int) -> bool:
    side, other = (left, right) if (left[end].y - right[end].y) * (-1 if end == 0 else 1) > 0 else (right, left)
    if len(side) < 3 or abs(side[end].y - other[end].y) < side[end].size:
        return False
    pitch = _pitch(side)
    return abs(side[end].y - side[end - 1 if end else 1].y) > 2.2 * pitch


def _part(row: Row, edge: float, *, left: bool) -> Row | None:
    words: list[Word] = [word for word in row.words if (word.x0 < edge - 1.5) == left]
    return row_of(words) if words else None


def _pitch(rows: list[Row]) -> float:
    return median(max(below.y - above.y, 0.1) for above, below in pairwise(rows))


def _is_pair(left: list[Row], right: list[Row]) -> bool:
    """Whether two sides are columns where other pages have such."""
    return all(sum(len(row.words) for row in side) >= 2 * len(side) for side in (left, right))


def _is_wrapped(left: list[Row], right: list[Row]) -> bool:
    """Whether two sides of two lines each are sentences that go on from one line to the next, and no cells."""
    rows = left + right
    if not (len(left) == len(right) == SHORT and sum(len(row.words) for row in rows) >= MIN_WORDS * len(rows)):
        return False
    return all(after.words[0].text[:1].islower() and before.text[-1:] not in ".;:" for before, after in (left, right))


def _is_prose(left: list[Row], right: list[Row]) -> bool:
    widths = []
    for side in (left, right):
        if len(side) < MIN_LINES or sum(len(row.words) for row in side) < MIN_WORDS * len(side):
            return False
        start, end = min(row.x0 for row in side), max(row.x1 for row in side)
        widths.append(end - start)
        if median(row.x1 - start for row in side) < MIN_FILL * (end - start):
            return False
        if len(side) * _pitch(side) < MIN_DENSE * (side[-1].y - side[0].y):
            return False
    rows = left + right
    wrapped = sum(row.words[0].text[:1].islower() for row in rows)
    gutter = min(row.x0 for row in right) - max(row.x1 for row in left)
    return (
        max(widths) <= MAX_RATIO * min(widths)
        and wrapped >= MIN_WRAPPED * len(rows)
        and gutter <= MAX_GUTTER * median(row.size for row in rows)
    )
