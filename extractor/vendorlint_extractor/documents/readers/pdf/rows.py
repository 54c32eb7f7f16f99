"""Words of a page in rows, and the text of words that stand in one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from vendorlint_extractor.documents.readers.pdf.letters import raised
from vendorlint_extractor.documents.readers.pdf.rules import Rule
from vendorlint_extractor.documents.readers.pdf.words import Word

_CLOSING = ".,;:!?)]}”’\"'"


@dataclass
class Row:
    """Words on one base line from left to right, over the whole width of the page or of a column."""

    words: list[Word]
    y: float
    size: float

    @cached_property
    def text(self) -> str:
        """Its words with single blanks where the page shows blanks."""
        return joined(self.words)

    @property
    def x0(self) -> float:
        """Where the first word begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where the words end."""
        return max(word.x1 for word in self.words)


def row_of(words: list[Word]) -> Row:
    """A row of words that share a base line."""
    words.sort(key=lambda word: word.x0)
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    size = sizes.most_common(1)[0][0]
    return Row(words, median(word.y for word in words if word.size >= 0.8 * size), size)


def rows_of(words: Iterable[Word]) -> list[Row]:
    """The rows of words from the top of the page; a raised mark belongs to the row that it stands in."""
    gathered: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.y):
        last = gathered[-1] if gathered else None
        if last and word.y - last[0].y <= 0.3 * min(word.size, last[0].size):
            last.append(word)
        else:
            gathered.append([word])
    rows: list[Row] = []
    for row in map(row_of, gathered):
        if rows and row.y - rows[-1].y < 0.7 * row.size and rows[-1].size < 0.9 * row.size:
            row = _with_marks(rows, row)  # noqa: PLW2901
        rows.append(row)
    return rows


def _with_marks(rows: list[Row], row: Row) -> Row:
    """The row together with the marks above it that touch its words; these leave the row before."""
    marks = [mark for mark in rows[-1].words if any(_touches(mark, word) for word in row.words)]
    for mark in marks:
        mark.raised, mark.text = True, raised(mark.text)
    rest = [word for word in rows[-1].words if not word.raised]
    rows.pop()
    if rest:
        rows.append(row_of(rest))
    return row_of([*row.words, *marks])


def _touches(mark: Word, word: Word) -> bool:
    return min(abs(mark.x0 - word.x1), abs(word.x0 - mark.x1)) < 0.35 * word.size


def with_bullets(rows: list[Row], dots: list[Rule]) -> list[Row]:
    """The rows with a bullet as a word where a dot is drawn before other words."""
    if not dots:
        return rows
    shown = []
    for row in rows:
        bullets = [_bullet(row, dot) for dot in dots if _is_bullet(row, dot)]
        shown.append(row_of([*row.words, *bullets]) if bullets else row)
    return shown


def _bullet(row: Row, dot: Rule) -> Word:
    return Word("•", dot.x0, dot.x1, row.y, row.size, False, -1)


def _is_bullet(row: Row, dot: Rule) -> bool:
    middle = (dot.y0 + dot.y1) / 2
    size = max(dot.x1 - dot.x0, dot.y1 - dot.y0)
    if not row.y - 0.8 * row.size < middle < row.y or not 0.15 * row.size < size < 0.7 * row.size:
        return False
    after = min((word.x0 for word in row.words if word.x0 > dot.x1), default=None)
    before = max((word.x1 for word in row.words if word.x0 <= dot.x1), default=None)
    return after is not None and after - dot.x1 < 3 * row.size and (before is None or dot.x0 - before > row.size)


def joined(words: list[Word]) -> str:
    """The words of a row with single blanks where the page shows blanks."""
    text = ""
    for before, word in zip([None, *words], words, strict=False):
        if before is not None and not _close(before, word):
            text += " "
        text += word.text
    return text


def _close(before: Word, word: Word) -> bool:
    if word.raised or before.raised:
        touching = word.x0 - before.x1 < 0.15 * max(word.size, before.size)
        return touching and (word.raised or word.text[0] in _CLOSING)
    return word.glued and word.index == before.index + 1


def fragments(row: Row, gap: float) -> list[list[Word]]:
    """The row's words in runs, parted where the blank is wider than `gap` times the size of the text."""
    runs = [[row.words[0]]]
    end = row.words[0].x1
    for word in row.words[1:]:
        if word.x0 - end > gap * row.size:
            runs.append([])
        runs[-1].append(word)
        end = max(end, word.x1)
    return runs
