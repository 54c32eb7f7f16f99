"""Passages of a PDF written as Markdown, a line for each printed one."""

from __future__ import annotations

from collections.abc import Iterable

from vendorlint_extractor.documents.readers.markdown import INDENT, Writer, escaped
from vendorlint_extractor.documents.readers.pdf.hyphens import Hyphens, without_soft
from vendorlint_extractor.documents.readers.pdf.layout import Line, Sheet
from vendorlint_extractor.documents.readers.pdf.marks import depth_of, is_item, looks_like_markup, shown
from vendorlint_extractor.documents.readers.pdf.passages import Gatherer, Passage
from vendorlint_extractor.documents.readers.pdf.rows import Row, joined
from vendorlint_extractor.documents.readers.pdf.tables import TableRow
from vendorlint_extractor.documents.readers.rendering import Place

MAX_RUN_IN = 12  # words of a title that opens a paragraph
MAX_DEPTH = 6

_Style = tuple[float, bool]


def write(sheets: list[Sheet], body: float) -> Writer:
    """All sheets as Markdown."""
    gatherer = Gatherer(sheets)
    hyphens = Hyphens(text for sheet in sheets for line in [*sheet.lines, *sheet.notes] for text in _texts(line))
    passages = list(gatherer.passages())
    headings = {
        index
        for index, (passage, following) in enumerate(zip(passages, [*passages[1:], None], strict=True))
        if gatherer.is_heading(passage, following, body)
    }
    styles = sorted({_style(passages[index], gatherer) for index in headings}, reverse=True)
    writer = Writer()
    items = _Depths()
    for index, passage in enumerate(passages):
        place = _place(passage.lines[0])
        row = passage.lines[0].row
        if isinstance(row, TableRow):
            writer.row([escaped(_unbroken(list(cell), hyphens)) for cell in row.cells], place)
        elif index in headings:
            items.forget()
            level = styles.index(_style(passage, gatherer)) + max(depth_of(passage.mark), 1)
            texts = [each.text for each in passage.rows]
            writer.heading(escaped(_unbroken(texts, hyphens)), level, place)
        else:
            _write_text(writer, passage, items.of(passage, row), hyphens)
    return writer


class _Depths:
    """How deep items are indented, by where their marks stand."""

    def __init__(self) -> None:
        self._starts: list[float] = []

    def forget(self) -> None:
        """A heading ends all lists."""
        self._starts = []

    def of(self, passage: Passage, row: Row) -> int:
        """The depth of a passage; a clause with a decimal number has none, and what is no item leaves the lists as they are."""
        if not passage.mark:
            return 0
        while self._starts and self._starts[-1] > row.x0 - 3:
            self._starts.pop()
        if not is_item(passage.mark):
            self._starts = []
        self._starts.append(row.x0)
        return min(len(self._starts) - 1, MAX_DEPTH)


def _texts(line: Line) -> Iterable[str]:
    if isinstance(line.row, TableRow):
        return [text for cell in line.row.cells for text in cell]
    return [line.row.text]


def _style(passage: Passage, gatherer: Gatherer) -> _Style:
    row = passage.rows[0]
    return round(row.size * 2) / 2, gatherer.is_bold(row)


def _place(line: Line) -> Place:
    return f"page {line.page}", line.number


def _unbroken(lines: list[str], hyphens: Hyphens) -> str:
    """Lines as one."""
    text = ""
    for line in lines:
        end, rest = hyphens.join(text, line) if text else ("", line)
        text = " ".join(part for part in (end, rest) if part)
    return without_soft(text)


def _write_text(writer: Writer, passage: Passage, depth: int, hyphens: Hyphens) -> None:
    lines: list[str] = []
    places: list[Place] = []
    for line, row in zip(passage.lines, passage.rows, strict=True):
        text = row.text
        if lines:
            lines[-1], text = hyphens.join(lines[-1], text)
            # A line inside a paragraph must not look like the beginning of an item or a heading.
            while looks_like_markup(text):
                word, _, text = text.partition(" ")
                lines[-1] = f"{lines[-1]} {word}"
        if text:
            lines.append(text)
            places.append(_place(line))
    lines = [without_soft(text) for text in lines]
    opening = _opening(passage, lines[0])
    indent = INDENT * depth
    writer.printed([indent + line for line in [opening, *map(escaped, lines[1:])]], places)


def _opening(passage: Passage, line: str) -> str:
    """The first line of a passage with its mark; the title of a numbered clause has the number in it, as a heading's has."""
    mark = shown(passage.mark)
    text = line[len(passage.mark) :].lstrip()
    title = _run_in(passage)
    if not title or not text.startswith(title):
        return f"{mark} {escaped(text)}" if mark else escaped(text)
    rest = text[len(title) :]
    gap = " " if rest.startswith(" ") else ""
    if is_item(passage.mark):
        return f"{mark} **{escaped(title)}**{gap}{escaped(rest)}"
    return f"**{escaped(f'{mark} {title}')}**{gap}{escaped(rest)}"


def _run_in(passage: Passage) -> str:
    """The bold words that open a paragraph as its title, on its first line; an empty string where none do."""
    row = passage.rows[0]
    words = row.words[1:] if passage.mark else row.words
    count = next((index for index, word in enumerate(words) if not word.bold), len(words))
    if not 0 < count <= MAX_RUN_IN or count == len(words):
        return ""
    title, following = joined(words[:count]), words[count].text
    return title if title[-1] in ".:" or following[:1].isupper() else ""
