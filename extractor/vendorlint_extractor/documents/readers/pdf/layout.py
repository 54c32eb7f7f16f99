"""The printed lines of each page in reading order, with running headers gone, tables as rows and footnotes apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeGuard

from vendorlint_extractor.documents.readers.pdf.columns import flows
from vendorlint_extractor.documents.readers.pdf.furniture import split_furniture
from vendorlint_extractor.documents.readers.pdf.gaps import with_tables
from vendorlint_extractor.documents.readers.pdf.page import Page
from vendorlint_extractor.documents.readers.pdf.rows import Row, row_of, rows_of, with_bullets
from vendorlint_extractor.documents.readers.pdf.tables import TableRow, grids
from vendorlint_extractor.documents.readers.pdf.words import Word

NOTE_SIZE = 0.93  # times the body's size, at most
MOST = 0.4  # of the pages

_NOTE = re.compile(r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡§]+|\[?\d{1,2}\]?[.)]?$)")
_LEADER = re.compile(r"(?<![.…])(?<![.…]\s)(?:[.…]\s?){4,}\s*(?:\d+|[ivxlc]+)?$", re.IGNORECASE)


@dataclass(slots=True)
class Line:
    """A printed line or a row of a table. Lines of one flow stand below one another; `right` is where its longest ends."""

    page: int
    number: int
    flow: int
    row: Row | TableRow
    right: float


@dataclass(slots=True)
class Sheet:
    """A page's lines, and those to be read after the paragraph that goes on over its end: footnotes and sidewise text.

    `around` are words that are read as no terms: running lines, entries of a table of contents, stamps.
    """

    page: Page
    lines: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    around: list[str] = field(default_factory=list)


def body_size(pages: list[Page]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            sizes[round(word.size, 1)] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def lay_out(pages: list[Page], body: float) -> Iterator[Sheet]:
    """The sheets of a document, in which `body` is the size of most letters."""
    rows = [with_bullets(rows_of(page.words), page.dots) for page in pages]
    furniture = split_furniture(pages, rows, body)
    stamps = Counter(text for page in pages for text in {row.text for row in _across(page)})
    known: set[int] = set()
    flow = 0
    for page, own, (top, bottom) in zip(pages, rows, furniture, strict=True):
        sheet = Sheet(page, around=[_words(own[:top]), _words(own[len(own) - bottom :])])
        number = top
        for rows_of_flow in _flows(page, own[top : len(own) - bottom], known):
            flow += 1
            right = max((row.x1 for row in rows_of_flow if isinstance(row, Row)), default=0.0)
            lines = []
            for row in rows_of_flow:
                lines.append(Line(page.number, number + 1, flow, row, right))
                number += row.height if isinstance(row, TableRow) else 1
            begin = _notes_begin(lines, body)
            sheet.lines.extend(line for line in lines[:begin] if not _is_entry(line.row))
            sheet.around += (_LEADER.sub("", line.row.text) for line in lines[:begin] if _is_entry(line.row))
            sheet.notes.extend(lines[begin:])
        flow += 1
        for row in _across(page):
            number += 1
            if len(pages) == 1 or stamps[row.text] < max(2, MOST * len(pages)):
                sheet.notes.append(Line(page.number, number, flow, row, row.x1))
            else:
                sheet.around.append(row.text)
        yield sheet


def _words(rows: list[Row]) -> str:
    return " ".join(row.text for row in rows)


def _across(page: Page) -> list[Row]:
    return [row for words in page.across for row in rows_of(words)]


def _flows(page: Page, rows: list[Row], known: set[int]) -> Iterator[list[Row | TableRow]]:
    """Rows in reading order, in which each table with rules stands as one word of its size until its place is known."""
    tables: dict[int, tuple[TableRow, ...]] = {}
    words = [word for row in rows for word in row.words]
    for grid in grids(page.rules):
        inside = [word for word in words if grid.holds(word)]
        found = grid.rows(inside) if inside else None
        if found:
            held = {id(word) for word in inside}
            words = [word for word in words if id(word) not in held]
            index = -1 - len(tables)
            tables[index] = found
            words.append(Word("", grid.xs[0], grid.xs[-1], found[0].y, inside[0].size, False, index))
    if tables:
        rows = _rows_around(words)
    level = [rule for rule in page.rules if rule.level]
    for flow in flows(rows, known):
        shown: list[Row | TableRow] = []
        text: list[Row] = []
        for row in flow:
            table = tables.get(row.words[0].index)
            if table is None:
                text.append(row)
            else:
                shown += [*with_tables(text, level), *table]
                text = []
        yield [*shown, *with_tables(text, level)]


def _rows_around(words: list[Word]) -> list[Row]:
    """Rows of words and of tables; a table shares none."""
    tables = [row_of([word]) for word in words if word.index < 0]
    return sorted([*rows_of(word for word in words if word.index >= 0), *tables], key=lambda row: row.y)


def _notes_begin(lines: list[Line], body: float) -> int:
    """Where the footnotes at the end of a flow begin."""
    begin = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        row = lines[index].row
        if isinstance(row, TableRow) or row.size > NOTE_SIZE * body:
            break
        if _NOTE.match(row.words[0].text):
            begin = index
    return begin


def _is_entry(row: Row | TableRow) -> TypeGuard[Row]:
    """Whether a line is one of a table of contents."""
    return isinstance(row, Row) and bool(_LEADER.search(row.text))
