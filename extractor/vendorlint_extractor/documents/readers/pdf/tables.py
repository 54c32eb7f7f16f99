"""Tables of a page: between rules that are drawn, or by gaps that stand below one another."""

from __future__ import annotations

import bisect
from collections import defaultdict
from dataclasses import dataclass

from vendorlint_extractor.documents.readers.pdf.rows import Row, rows_of
from vendorlint_extractor.documents.readers.pdf.rules import Rule
from vendorlint_extractor.documents.readers.pdf.words import Word

GAP = 0.6  # times the size: the least between columns that no rule parts
NEAR = 4.0  # points between rules that are one
MAX_RULES = 400  # of a page after joining; a drawing has more
MAX_LINES = 25  # in a cell; text in a frame has more


@dataclass(frozen=True, slots=True)
class TableRow:
    """Cells as their printed lines. `height` is the number of printed lines, `y` the first one's."""

    cells: tuple[tuple[str, ...], ...]
    y: float

    @property
    def height(self) -> int:
        """How many lines the highest cell has."""
        return max(len(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rules that make cells: columns between `xs`, rows between `ys`."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    upright: tuple[Rule, ...]
    level: tuple[Rule, ...]

    def holds(self, word: Word) -> bool:
        """Whether a word stands inside."""
        middle = (word.x0 + word.x1) / 2
        return self.xs[0] <= middle <= self.xs[-1] and self.ys[0] <= word.y - 0.3 * word.size <= self.ys[-1]

    def rows(self, words: list[Word]) -> tuple[TableRow, ...] | None:
        """The cells of all rows, or None where it is no table but text in a frame."""
        begins = self._begins(words)
        filled: dict[tuple[int, int], list[Word]] = defaultdict(list)
        for word in words:
            filled[self._cell(word, begins)].append(word)
        texts = {cell: tuple(row.text for row in rows_of(inside)) for cell, inside in filled.items()}
        if any(len(lines) > MAX_LINES for lines in texts.values()) or len({column for _, column in texts}) < 2:
            return None
        found = []
        for row in range(len(self.ys) - 1):
            own = [column for column in range(len(self.xs) - 1) if (row, column) in begins]
            if any((row, column) in texts for column in own):
                y = min(word.y for column in own for word in filled.get((row, column), ()))
                found.append(TableRow(tuple(texts.get((row, column), ()) for column in own), y))
        return tuple(found)

    def _row(self, word: Word) -> int:
        return min(max(bisect.bisect(self.ys, word.y - 0.3 * word.size) - 1, 0), len(self.ys) - 2)

    def _cell(self, word: Word, begins: set[tuple[int, int]]) -> tuple[int, int]:
        """Row and column of the cell that a word stands in; those of its upper left corner where it spans several."""
        column = min(max(bisect.bisect(self.xs, (word.x0 + word.x1) / 2) - 1, 0), len(self.xs) - 2)
        row = self._row(word)
        while (row, column) not in begins:
            column -= 1
        while row and not self._has_ceiling(row, column):
            row -= 1
        while (row, column) not in begins:
            column -= 1
        return row, column

    def _begins(self, words: list[Word]) -> set[tuple[int, int]]:
        """The cells that begin at a column: behind a rule, or where the words of the row leave a gap."""
        lines: dict[int, list[Row]] = defaultdict(list)
        for line in rows_of(words):
            lines[self._row(line.words[0])].append(line)
        found = set()
        for row in range(len(self.ys) - 1):
            middle = (self.ys[row] + self.ys[row + 1]) / 2
            for column, x in enumerate(self.xs[:-1]):
                ruled = any(abs(rule.x0 - x) <= NEAR and rule.y0 <= middle <= rule.y1 for rule in self.upright)
                if column == 0 or ruled or not any(_reaches_over(line, x) for line in lines[row]):
                    found.add((row, column))
        return found

    def _has_ceiling(self, row: int, column: int) -> bool:
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        y = self.ys[row]
        return any(abs(rule.y0 - y) <= NEAR and rule.x0 <= middle <= rule.x1 for rule in self.level)


def _reaches_over(line: Row, x: float) -> bool:
    """Whether the words of a line go on over a place without a gap such as columns have."""
    left = max((word.x1 for word in line.words if word.x0 < x), default=None)
    right = min((word.x0 for word in line.words if word.x0 >= x), default=None)
    return left is not None and (left > x or (right is not None and right - left < GAP * line.size))


def grids(rules: list[Rule]) -> list[Grid]:
    """The grids with two columns or more that rules make, from the top of the page."""
    level = _joined([(rule.y0, rule.x0, rule.x1) for rule in rules if rule.level])
    upright = _joined([(rule.x0, rule.y0, rule.y1) for rule in rules if not rule.level])
    if not upright or len(level) < 2 or len(level) + len(upright) > MAX_RULES:
        return []
    flat = [Rule(start, at, end, at) for at, start, end in level]
    tall = [Rule(at, start, at, end) for at, start, end in upright]
    found = [grid for group in _touching(flat + tall) if (grid := _grid(group))]
    return sorted(found, key=lambda grid: grid.ys[0])


def _joined(rules: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Pieces of one line as one: (where it is, start, end)."""
    lines: list[tuple[float, list[tuple[float, float]]]] = []
    for at, start, end in sorted(rules):
        if lines and at - lines[-1][0] <= NEAR:
            lines[-1][1].append((start, end))
        else:
            lines.append((at, [(start, end)]))
    whole = []
    for at, pieces in lines:
        pieces.sort()
        start, end = pieces[0]
        for next_start, next_end in pieces[1:]:
            if next_start > end + NEAR:
                whole.append((at, start, end))
                start = next_start
            end = max(end, next_end)
        whole.append((at, start, end))
    return whole


def _touching(rules: list[Rule]) -> list[list[Rule]]:
    groups: list[list[Rule]] = []
    for rule in rules:
        meets = [group for group in groups if any(_meet(rule, other) for other in group)]
        groups = [group for group in groups if group not in meets]
        groups.append([rule, *(other for group in meets for other in group)])
    return groups


def _meet(rule: Rule, other: Rule) -> bool:
    return (
        rule.x0 <= other.x1 + NEAR
        and other.x0 <= rule.x1 + NEAR
        and rule.y0 <= other.y1 + NEAR
        and other.y0 <= rule.y1 + NEAR
    )


def _grid(rules: list[Rule]) -> Grid | None:
    level = tuple(rule for rule in rules if rule.level)
    upright = tuple(rule for rule in rules if not rule.level)
    xs = _places([rule.x0 for rule in upright] + [x for rule in level for x in (rule.x0, rule.x1)])
    ys = _places([rule.y0 for rule in level] + [y for rule in upright for y in (rule.y0, rule.y1)])
    if len(xs) < 3 or len(ys) < 2 or not upright or not level:
        return None
    return Grid(xs, ys, upright, level)


def _places(values: list[float]) -> tuple[float, ...]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > NEAR:
            kept.append(value)
    return tuple(kept)
