"""Reads ODT documents as LibreOffice shows them with all tracked changes accepted: headings, lists with their numbers, tables, notes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.readers.around import Piece, pieces
from vendorlint_extractor.documents.readers.docx_numbering import Number
from vendorlint_extractor.documents.readers.docx_package import Archive, attribute, child, integer
from vendorlint_extractor.documents.readers.docx_text import Text
from vendorlint_extractor.documents.readers.markdown import BULLET, Writer, is_mark
from vendorlint_extractor.documents.readers.odt_lists import OUTLINE, Counts, Lists
from vendorlint_extractor.documents.readers.odt_styles import Styles
from vendorlint_extractor.documents.readers.odt_text import Texts, paragraphs
from vendorlint_extractor.documents.readers.printed import depth_shown, is_list_mark, is_title, list_mark
from vendorlint_extractor.documents.readers.rendering import Limits, Place, ReadingError, Rendering

FURNITURE = ("header", "footer")  # how the names of elements of page styles begin
MAX_CELL = 3  # paragraphs; more than that is no cell of a table of data
_INDEXES = frozenset({"table-of-content", "illustration-index", "table-index", "object-index", "alphabetical-index"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_ROWS = frozenset({"table-header-rows", "table-rows", "table-row-group"})


@dataclass(slots=True)
class _List:
    """A list that is open: its style, its numbers, and how deep the reader is in it."""

    style: str | None
    counts: Counts
    depth: int = 1


_BESIDE = frozenset({"title", "desc", "ruby-text", "placeholder"})
_SAID = ("title", "label", "value", "current-value", "string-value", "string-value-if-true", "string-value-if-false")


def read(raw: bytes, limits: Limits) -> Rendering:
    """The text of a document. Raises ReadingError."""
    archive = Archive(raw, limits, "ODT")
    if archive.holds("META-INF/manifest.xml", "encryption-data"):
        raise ReadingError("is protected by a password; save it without one")
    content = archive.part("content.xml")
    body = child(content, "body", "text")
    if body is None:
        raise ReadingError("is no ODT: the archive holds no text document")
    styles = archive.part("styles.xml")
    reader = _Reader(content, styles, body)
    reader.blocks(body)
    if not reader.words:
        raise ReadingError("holds no text; expected a document of terms")
    warnings = ["holds tracked changes; they were read as accepted"] if reader.texts.changed else []
    beside = (("beside the text", words) for words in _said_beside(body))
    found = pieces((*reader.around, *_furniture(styles), *beside))
    return replace(reader.writer.rendering(warnings, reader.notes), around=found)


def _furniture(styles: Element | None) -> Iterator[Piece]:
    """The paragraphs of headers and footers."""
    for part in styles.iter() if styles is not None else ():
        if part.tag.startswith(FURNITURE):
            yield from ((part.tag, "".join(each.itertext())) for each in paragraphs(part))


def _said_beside(body: Element) -> Iterator[str]:
    """Words beside the text: what stands for a picture or a table, small letters over words (ruby), what is to be filled in, titles of
    links, what forms hold, and the values by which fields are shown anew."""
    for each in body.iter():
        if each.tag in _BESIDE:
            yield "".join(each.itertext())
        for name in _SAID:
            if said := attribute(each, name):
                yield said


class _Reader:
    def __init__(self, content: Element | None, styles: Element | None, body: Element) -> None:
        self.writer = Writer()
        self.words = 0
        self.notes: list[Note] = []
        self.around: list[Piece] = []  # entries of tables of contents and of other indexes
        self._styles = Styles(styles, content)
        self._lists = Lists(styles, content)
        self.texts = Texts(self._styles, child(body, "tracked-changes"))
        self._number = 0  # of the paragraph
        self._outline: Counts = {}
        self._known: dict[str | None, Counts] = {}  # numbers of lists by their ids
        self._last: dict[str | None, Counts] = {}  # and by their styles

    def blocks(self, parent: Element) -> None:
        """Write the paragraphs, lists and tables of a body, a section, a cell or a text box."""
        for element in parent:
            if element.tag in {"p", "h"}:
                self._paragraph(element, None)
            elif element.tag == "list":
                for paragraph, number in self._items(element, self._opened(element)):
                    self._paragraph(paragraph, number)
            elif element.tag == "table":
                self._table(element)
            elif attribute(element, "display") == "none" or attribute(element, "is-hidden") == "true":
                self.texts.hide(element)
                self._tell()
            elif element.tag in _INDEXES:
                self.around += ((self._place[0], "".join(each.itertext())) for each in paragraphs(element))
            elif element.tag != "tracked-changes":
                self.blocks(element)

    @property
    def _place(self) -> Place:
        return (f"paragraph {self._number}", None)

    def _tell(self) -> None:
        """Note what was read otherwise than it is seen since this was asked last."""
        self.notes += (Note(kind, self._place[0], count) for kind, count in self.texts.told.items() if count)
        self.texts.told.clear()

    def _opened(self, element: Element) -> _List:
        """A list that begins, or goes on with the numbers of one before it."""
        first = next((each for each in element.iter() if each.tag in {"p", "h"}), None)
        named = attribute(element, "style-name")
        style = named or (None if first is None else self._styles.list_of(attribute(first, "style-name")))
        counts: Counts = {}
        if (before := attribute(element, "continue-list")) is not None:
            counts = self._known.get(before, {})
        elif attribute(element, "continue-numbering") == "true":
            counts = self._last.get(style, {})
        self._known[attribute(element, "id")] = self._last[style] = counts
        return _List(style, counts)

    def _items(self, element: Element, found: _List) -> Iterator[tuple[Element, Number | None]]:
        """The paragraphs of a list; the first of each item has its number."""
        for item in element:
            number = None
            if item.tag == "list-item" and any(each.tag in {"p", "h"} for each in item):
                start = integer(attribute(item, "start-value"))
                number = self._lists.next(found.style, found.depth, found.counts, start)
            for inner in item:
                if inner.tag == "list":
                    style = attribute(inner, "style-name") or found.style
                    yield from self._items(inner, _List(style, found.counts, found.depth + 1))
                elif inner.tag in {"p", "h"}:
                    yield inner, number
                    number = None

    def _paragraph(self, element: Element, number: Number | None) -> None:
        self._number += 1
        text = self.texts.of(element)
        self._tell()
        level = integer(attribute(element, "outline-level")) or 1 if element.tag == "h" else None
        if level and number is None and attribute(element, "is-list-header") != "true":
            number = self._lists.next(OUTLINE, level, self._outline)
        if text.words:
            self._write(text, 1 if self._styles.is_title(attribute(element, "style-name")) else level, number)
        self._beside(text)

    def _write(self, text: Text, level: int | None, number: Number | None) -> None:
        self.words += len(text.words.split())
        mark = number.shown if number and number.shown != BULLET else ""
        if is_title(text.title) and (level or (text.is_bold and mark)):
            depth = level or 2 + (number.depth if number else 0)
            self.writer.heading(f"{mark} {text.title}".strip(), depth, self._place)
        elif number is None:
            self.writer.paragraph(text.words, self._place)
        elif mark and not is_list_mark(mark):
            self.writer.paragraph(f"{mark} {text.words}", self._place)
        else:
            self.writer.item(list_mark(number), text.words, depth_shown(number), self._place)

    def _beside(self, text: Text) -> None:
        """What stands in boxes, and the notes."""
        for box, seen in text.boxes:
            outer, self.texts.shut = self.texts.shut, self.texts.shut or not seen
            self.blocks(box)
            self.texts.shut = outer
        for note in text.notes:
            self.words += len(note.split())
            self.writer.paragraph(note, self._place)

    def _table(self, table: Element) -> None:
        """Rows of cells; a table that only lays out the page is read like any other part of it."""
        rows = [list(self._seen_cells(row)) for row in self._rows(table)]
        if any(_lays_out(cell) for row in rows for cell in row) or all(len(row) < 2 for row in rows):
            for cell in (cell for row in rows for cell in row):
                with self._over(cell):
                    self.blocks(cell)
            return
        self.writer.table()
        for row in rows:
            place, texts = (f"paragraph {self._number + 1}", None), list[Text]()
            shown = [self._cell(cell, texts) for cell in row]
            if len(shown) == 2 and is_mark(shown[0]):
                self.writer.item(shown[0], shown[1], 0, place)
            else:
                self.writer.row(shown, place)
            self.words += sum(len(each.split()) for each in shown)
            for text in texts:
                self._beside(text)

    def _rows(self, table: Element) -> Iterator[Element]:
        for element in table:
            if element.tag in _ROWS:
                yield from self._rows(element)
            elif element.tag == "table-row" and attribute(element, "visibility") in {"collapse", "filter"}:
                self.texts.hide(element)
                self._tell()
            elif element.tag == "table-row":
                yield element

    def _seen_cells(self, row: Element) -> Iterator[Element]:
        """The cells of a row; one that another covers holds its place and none of its words."""
        for cell in _cells(row):
            if cell.tag == "covered-table-cell" and len(cell):
                self.texts.hide(cell)
                self._tell()
                cell.clear()
            yield cell

    @contextmanager
    def _over(self, cell: Element) -> Iterator[None]:
        """Read what stands in a cell over its colour."""
        outer = self.texts.paper
        self.texts.paper = self._styles.fill_of(cell) or outer
        yield
        self.texts.paper = outer

    def _cell(self, cell: Element, texts: list[Text]) -> str:
        """The words of a cell on one line."""
        shown = []
        for element in cell:
            is_list = element.tag == "list"
            paragraphs = self._items(element, self._opened(element)) if is_list else iter([(element, None)])
            for paragraph, number in paragraphs:
                self._number += 1
                with self._over(cell):
                    texts.append(self.texts.of(paragraph))
                self._tell()
                words = texts[-1].words.replace("**", "")
                shown.append(f"{number.shown} {words}" if number and number.shown != BULLET and words else words)
        return " ".join(filter(None, shown))


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in row if cell.tag in _CELLS)


def _lays_out(cell: Element) -> bool:
    return child(cell, "table") is not None or sum(each.tag in {"p", "h"} for each in cell.iter()) > MAX_CELL
