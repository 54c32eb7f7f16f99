"""Printed lines gathered into paragraphs, headings, items and rows, over the ends of columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vendorlint_extractor.documents.readers.pdf.layout import Line, Sheet
from vendorlint_extractor.documents.readers.pdf.marks import (
    WIDE,
    depth_of,
    follows_within,
    is_dash,
    is_item,
    mark_of,
    names_part,
    repeats_number,
)
from vendorlint_extractor.documents.readers.pdf.rows import Row
from vendorlint_extractor.documents.readers.pdf.tables import TableRow
from vendorlint_extractor.documents.readers.pdf.words import Word

OPENING = frozenset("«‹§")  # what typographers never part from the next word
LARGER = 1.12  # times the body's size: a title
APART = 1.2  # times the usual distance of lines: a new paragraph
APART_RAISED = 1.6  # the same for a line with raised marks, which may stand lower
USUAL = 0.12  # of all distances; the smallest that is as common is that of lines in a paragraph
MAX_TITLE = 16  # words
MAX_TITLE_LINES = 3

_ENDS = re.compile(r"[.:;!?][)\]\"'”’»⁰¹²³⁴⁵⁶⁷⁸⁹]*$")


@dataclass(slots=True)
class Passage:
    """Lines that belong together; a row of a table is one by itself."""

    lines: list[Line]
    mark: str = ""

    @property
    def rows(self) -> list[Row]:
        """The rows of its lines, which are no rows of a table."""
        return [line.row for line in self.lines if isinstance(line.row, Row)]

    @property
    def text(self) -> str:
        """Its words, as they are printed."""
        return " ".join(row.text for row in self.rows)


class Gatherer:
    """Makes passages of sheets. `body` is the size of most letters; `leading` the usual distance of lines by their size."""

    def __init__(self, sheets: list[Sheet]) -> None:
        self._sheets = sheets
        self._leading = _leadings(sheets)
        letters: Counter[bool] = Counter()
        for sheet in sheets:
            for word in sheet.page.words:
                letters[word.bold] += len(word.text)
        self._bold_is_rare = letters[True] < letters[False]

    def passages(self) -> Iterator[Passage]:
        """All passages in reading order; notes follow the paragraph that goes on over the end of their page."""
        passage: Passage | None = None
        notes: list[Passage] = []
        for sheet in self._sheets:
            for line in sheet.lines:
                if passage is not None and self._goes_on(passage, line):
                    passage.lines.append(line)
                    continue
                if passage is not None:
                    yield passage
                    yield from notes
                    notes = []
                passage = _passage(line)
            notes.extend(self._notes(sheet.notes))
        if passage is not None:
            yield passage
        yield from notes

    def is_bold(self, row: Row) -> bool:
        """Whether all words of a row are bold, in a document of which most are not."""
        return self._bold_is_rare and all(word.bold for word in row.words)

    def _notes(self, lines: list[Line]) -> Iterator[Passage]:
        passage: Passage | None = None
        for line in lines:
            if passage is not None and self._goes_on(passage, line) and not _is_note_mark(line):
                passage.lines.append(line)
                continue
            if passage is not None:
                yield passage
            passage = _passage(line)
        if passage is not None:
            yield passage

    def _goes_on(self, passage: Passage, line: Line) -> bool:
        """Whether a line belongs to a passage. Seen from the line before: is it set alike, and was it full or unfinished?"""
        before = passage.lines[-1]
        above, row = before.row, line.row
        if isinstance(above, TableRow) or isinstance(row, TableRow) or not self._alike(above, row):
            return False
        ended = bool(_ENDS.search(above.text))
        lower = row.words[0].text[:1].islower()
        short = _had_room(before, row)
        if before.flow != line.flow or row.y <= above.y:
            return not ended and not mark_of(row) and (lower or not (short or self.is_bold(above)))
        apart = APART_RAISED if any(word.raised for word in row.words) else APART
        if row.y - above.y > apart * self._leading.get(round(row.size * 2), 1.3 * row.size):
            return False
        if mark := mark_of(row):
            return _is_within(passage, mark, row, ended=ended, short=short)
        shift = row.x0 - _text_x(passage)
        outside = bool(passage.mark) and len(passage.lines) > 1 and shift < -2
        broken = short and (ended or not lower)
        indented = ended and shift > 0.8 * row.size
        return (self.is_bold(row) and not ended) or not (broken or indented or outside)

    def _alike(self, above: Row, row: Row) -> bool:
        bold = self.is_bold(above) == self.is_bold(row) or (above.words[-1].bold and row.words[0].bold)
        return bold and _same_size(above, row)

    def is_heading(self, passage: Passage, following: Passage | None, body: float) -> bool:
        """Whether a passage is set as a heading: larger or bold, or a line of its own with a number or in capitals."""
        rows = passage.rows
        words = sum(len(row.words) for row in rows)
        text = passage.text
        if (
            following is None
            or not rows
            or len(rows) > MAX_TITLE_LINES
            or words > MAX_TITLE
            or text[-1] in ",;:"
            or not _letters(text)
        ):
            return False
        if is_item(passage.mark) and not re.fullmatch(r"[A-Z]+\.", passage.mark):
            return False
        larger = all(row.size >= LARGER * body for row in rows)
        if larger or all(self.is_bold(row) for row in rows):
            return not text.endswith(".") or words <= MAX_TITLE // 2
        if len(rows) > 1 or words > MAX_TITLE // 2 + 2 or text.endswith(".") or _letters(text) < 4:
            return False
        depth = depth_of(passage.mark)
        if depth == 1:
            return depth_of(following.mark) != 1
        return depth == 0 and (text.isupper() or names_part(text))


def _passage(line: Line) -> Passage:
    return Passage([line], mark_of(line.row) if isinstance(line.row, Row) else "")


def _is_within(passage: Passage, mark: str, row: Row, *, ended: bool, short: bool) -> bool:
    """Whether a mark that begins a line stands inside a sentence: 'section' / '12.2', 'thirty' / '(30) days', or a dash."""
    if not ended and repeats_number(mark, passage.mark) and row.words[1].text[:1].islower():
        return True
    shift = row.x0 - _text_x(passage)
    if is_dash(mark) and mark != passage.mark and not ended and abs(shift) < 2:
        return True
    return not short and shift >= -2 and (not ended or follows_within(mark, passage.text))


def _is_note_mark(line: Line) -> bool:
    word = line.row.words[0] if isinstance(line.row, Row) else None
    return word is not None and (word.raised or word.text[0] in "*†‡§[" or word.text.rstrip(".)").isdigit())


def _same_size(above: Row, row: Row) -> bool:
    return max(above.size, row.size) <= 1.08 * min(above.size, row.size)


def _had_room(before: Line, row: Row) -> bool:
    """Whether the first word of a row would have fitted at the end of the line before: that line was ended on purpose."""
    above = before.row
    assert isinstance(above, Row)  # noqa: S101
    return above.x1 + _unbroken(row.words) + 0.8 * row.size < before.right


def _unbroken(words: Sequence[Word]) -> float:
    """How wide the first word is, with the next one where a blank that does not break keeps it, as in '« Notification'."""
    last = words[1] if words[0].text in OPENING and len(words) > 1 else words[0]
    return last.x1 - words[0].x0


def _text_x(passage: Passage) -> float:
    """Where the lines of a passage begin below its first, in the column of its last."""
    flow = passage.lines[-1].flow
    rows = [line.row for line in passage.lines[-3:] if line.flow == flow and isinstance(line.row, Row)]
    if len(rows) < len(passage.lines[-3:]):
        return min(row.x0 for row in rows)
    if len(rows) > 1:
        return min(row.x0 for row in rows[1:]) if passage.mark else min(row.x0 for row in rows)
    hangs = passage.mark and rows[0].words[1].x0 - rows[0].words[0].x1 > WIDE * rows[0].size
    return rows[0].words[1].x0 if hangs else rows[0].x0


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


def _leadings(sheets: Iterable[Sheet]) -> dict[int, float]:
    """The distance of lines in a paragraph for each size, in half points."""
    found: dict[int, Counter[float]] = {}
    for sheet in sheets:
        for lines in (sheet.lines, sheet.notes):
            for before, line in pairwise(lines):
                above, row = before.row, line.row
                if (
                    before.flow == line.flow
                    and isinstance(above, Row)
                    and isinstance(row, Row)
                    and _same_size(above, row)
                ):
                    found.setdefault(round(row.size * 2), Counter())[round((row.y - above.y) * 2) / 2] += 1
    return {
        size: min(
            distance
            for distance, count in distances.items()
            if count >= min(USUAL * distances.total(), max(distances.values()))
        )
        for size, distances in found.items()
    }
