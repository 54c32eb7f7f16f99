"""Reads DOCX documents as Word shows them with all tracked changes accepted: headings, automatic numbers, tables, footnotes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from xml.etree.ElementTree import Element

from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.readers.around import Piece, pieces
from vendorlint_extractor.documents.readers.css_values import colour_of
from vendorlint_extractor.documents.readers.docx_drawn import drawn, said_beside, words_in
from vendorlint_extractor.documents.readers.docx_fields import BLANK, Fields, control
from vendorlint_extractor.documents.readers.docx_look import is_narrow, is_shut, shade
from vendorlint_extractor.documents.readers.docx_numbering import Number, Numbering
from vendorlint_extractor.documents.readers.docx_package import Package, attribute, child, integer, is_on, value
from vendorlint_extractor.documents.readers.docx_styles import Style, Styles
from vendorlint_extractor.documents.readers.docx_text import PICTURES, Text, Texts
from vendorlint_extractor.documents.readers.fonts import renamed
from vendorlint_extractor.documents.readers.markdown import BULLET, Writer, escaped, is_mark
from vendorlint_extractor.documents.readers.printed import depth_shown, is_list_mark, is_title, list_mark
from vendorlint_extractor.documents.readers.rendering import Limits, Place, ReadingError, Rendering

FRAMES = 4  # of Python per level of elements
MAX_CELL = 3  # paragraphs; more than that is no cell of a table of data
MAX_SPAN = 50
LABEL = 3  # words of a number: more of them say something
CONTENTS = ("toc ", "table of figures")  # how the names of styles of a table of contents begin
FURNITURE = ("header", "footer", "chart", "diagramData")  # parts whose words stand beside the text
_NO_TEXT = frozenset({"sectPr", "Fallback", "txbxContent", "tcPr", "tblPr"})
# What stands around blocks, rows and cells and is none itself.
_AROUND = frozenset({"ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag", "AlternateContent", "Choice"})


def read(raw: bytes, limits: Limits) -> Rendering:
    """The text of a document. Raises ReadingError."""
    sys.setrecursionlimit(limits.depth * FRAMES + 1000)
    package = Package(raw, limits)
    root = package.part(package.document)
    body = child(root, "body")
    if body is None:
        raise ReadingError("is no DOCX: its document has no body")
    fields = Fields(followed=True)
    reader = _Reader(package, limits.depth, fields)
    reader.blocks(body, 0)
    if not fields.are_closed:
        reader = _Reader(package, limits.depth, Fields(followed=False))
        reader.blocks(body, 0)
    reader.end()
    warnings = ["holds tracked changes; they were read as accepted"] if reader.texts.changed else []
    embedded = sum(each.tag in {"altChunk", "subDoc"} for each in body.iter())
    if not reader.words:
        raise ReadingError(_no_text(body, embedded=embedded > 0))
    if embedded:
        reader.notes.append(Note("unread", "text in a format of its own", embedded))
    reader.notes += _fonts(package)
    beside = (("beside the text", words) for words in said_beside(body))
    found = pieces((*reader.around, *_furniture(package), *_separators(package), *beside))
    return replace(reader.writer.rendering(warnings, reader.notes), around=found)


def _fonts(package: Package) -> Iterator[Note]:
    """Notes on fonts that a document brings along and that show other letters than they name."""
    for name, font in package.fonts():
        if letters := renamed(font):
            yield Note("shown_otherwise", f"font {name[:80]}".strip(), len(letters))


def _furniture(package: Package) -> Iterator[Piece]:
    """The words of headers, footers, charts and diagrams, a paragraph each."""
    for kind, part in package.related(FURNITURE):
        yield from ((kind, words_in(paragraph)) for paragraph in part.iter("p"))


def _separators(package: Package) -> Iterator[Piece]:
    """The words by which notes are set off from the text, where a line stands as a rule."""
    for name in ("footnotes", "endnotes"):
        part = package.beside(f"{name}.xml")
        notes = () if part is None else part
        yield from ((name, words_in(note)) for note in notes if attribute(note, "type") not in {None, "normal"})


def _no_text(body: Element, *, embedded: bool) -> str:
    if embedded:
        return "embeds its text in another format; open it in Word and save it again"
    if any(element.tag in PICTURES for element in body.iter()):
        return "holds pictures and no text; run OCR first"
    return "holds no text; expected a document of terms"


class _Reader:
    def __init__(self, package: Package, depth: int, fields: Fields) -> None:
        self.writer = Writer()
        self.words = 0
        self.notes: list[Note] = []
        self.around: list[Piece] = []
        self._depth = depth
        self._styles = Styles(package.beside("styles.xml"))
        self._numbering = Numbering(package.beside("numbering.xml"))
        self.texts = Texts(package, self._styles, depth, fields)
        ground = child(package.part(package.document), "background")
        if is_on(package.beside("settings.xml"), "displayBackgroundShape"):
            self.texts.paper = colour_of(f"#{attribute(ground, 'color')}") or self.texts.paper
        self._number = 0  # of the paragraph
        self._held = Text()  # of a paragraph whose end is deleted: it goes on in the next one

    def blocks(self, parent: Element, depth: int) -> None:
        """Write the paragraphs and tables of a body, a cell or a text box."""
        if depth > self._depth:
            raise ReadingError(f"nests elements more than {self._depth} deep; expected a document of terms")
        for element in parent:
            if element.tag == "p":
                self._paragraph(element, depth)
            elif element.tag == "oMathPara":
                self._number += 1
                self.words += len(words_in(element).split())
                self.writer.paragraph(escaped(words_in(element)), (f"paragraph {self._number}", None))
            elif element.tag == "tbl":
                self._table(element, depth)
            elif element.tag in _AROUND:
                self._note_change(element.tag in {"ins", "moveTo"})
                if element.tag == "AlternateContent":
                    self.texts.aside += drawn(element)
                self.texts.told["shown_otherwise"] += self.texts.bound_otherwise(element)
                if element.tag == "sdt" and control(element) == BLANK:
                    self.notes.append(Note("blank", f"paragraph {self._number + 1}", 1))
                    self._put_aside(element)
                elif value(element, "sdtPr", "docPartObj", "docPartGallery") == "Table of Contents":
                    self._put_aside(element)
                else:
                    self.blocks(element, depth + 1)
            elif element.tag in {"del", "moveFrom"}:
                self.texts.strike(element)
                self._tell()
            elif element.tag not in _NO_TEXT and any(child(element, name) is not None for name in ("p", "tbl")):
                self.blocks(element, depth + 1)  # of a program that this one knows nothing of

    def end(self) -> None:
        """Write what is held when the document ends."""
        self._tell()
        self.words += len(self._held.words.split())
        self.writer.paragraph(self._held.words, (f"paragraph {self._number}", None))

    def _tell(self) -> None:
        """Note what was read otherwise than it is seen since this was asked last."""
        self.notes += (
            Note(kind, f"paragraph {self._number}", count) for kind, count in self.texts.told.items() if count
        )
        self.texts.told.clear()
        self.around += ((f"paragraph {self._number}", words) for words in self.texts.aside)
        self.texts.aside.clear()

    def _put_aside(self, element: Element) -> None:
        """What is shown and read as no terms, paragraph by paragraph."""
        self.around += ((f"paragraph {self._number + 1}", words_in(each)) for each in element.iter("p"))

    def _note_change(self, changed: bool) -> None:
        self.texts.changed = self.texts.changed or changed

    def _paragraph(self, element: Element, depth: int) -> None:
        self._number += 1
        style = self._styles.of(element)
        text = self.texts.of(element, style)
        self._tell()
        mark = child(element, "pPr", "rPr")
        dropped = attribute(child(element, "pPr", "framePr"), "dropCap") in {"drop", "margin"}
        if dropped or child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self._note_change(not dropped)
            self._held = self._held.followed_by(text)
            return
        text, self._held = self._held.followed_by(text), Text()
        place = (f"paragraph {self._number}", None)
        number = self._numbered(element, style)  # of an empty paragraph too: it counts
        if style.name.lower().startswith(CONTENTS):
            self._put_aside(element)
        elif text.words:
            self._write(element, style, text, number, place)
        elif number and len(number.shown.split()) > LABEL:
            self.words += len(number.shown.split())
            self.writer.paragraph(number.shown, place)
        self._beside([text], place, depth)

    def _beside(self, texts: list[Text], place: Place, depth: int) -> None:
        """What stands in boxes, and the notes."""
        for text in texts:
            for box, seen in text.boxes:
                outer, self.texts.shut = self.texts.shut, self.texts.shut or not seen
                self.blocks(box, depth + 1)
                self.texts.shut = outer
            for note in text.notes:
                self.words += len(note.split())
                self.writer.paragraph(note, place)

    def _write(self, element: Element, style: Style, text: Text, number: Number | None, place: Place) -> None:
        words = text.words
        self.words += len(words.split())
        level = _outline(element) or style.level
        mark = number.shown if number and number.shown != BULLET else ""
        title = text.title
        if is_title(title) and (level or (text.is_bold and mark)):
            self.writer.heading(f"{mark} {title}".strip(), level or 2 + (number.depth if number else 0), place)
        elif number is None:
            self.writer.paragraph(words, place)
        elif mark and not is_list_mark(mark):
            self.writer.paragraph(f"{mark} {words}", place)
        else:
            self.writer.item(list_mark(number), words, depth_shown(number), place)

    def _numbered(self, element: Element, style: Style) -> Number | None:
        own = child(element, "pPr", "numPr")
        number = value(own, "numId") or style.numbering[0]
        if number in (None, "0"):
            return None
        depth = value(own, "ilvl")
        if depth is None:
            tied = self._numbering.level_of_style(number, style.numbered_by)
            return self._numbering.next(number, tied if tied is not None else style.numbering[1] or 0)
        return self._numbering.next(number, integer(depth) or 0)

    def _table(self, table: Element, depth: int) -> None:
        """A table, whose style says something of its words."""
        outer, self._styles.table = self._styles.table, value(table, "tblPr", "tblStyle") or ""
        self._rows_of(table, depth)
        self._styles.table = outer

    def _rows_of(self, table: Element, depth: int) -> None:
        """Rows of cells; a table that only lays out the page is read like any other part of it."""
        for gone in _inside(table, "tr"):
            if child(gone, "trPr", "del") is not None:
                self.texts.strike(gone)
        kept = [row for row in _inside(table, "tr") if child(row, "trPr", "del") is None]
        rows = [list(self._kept_cells(row)) for row in kept]
        shut = {
            id(cell)
            for row, cells in zip(kept, rows, strict=True)
            for cell in cells
            if is_shut(row) or is_narrow(cell, table)
        }
        styled = value(table, "tblPr", "tblStyle") is not None  # its style may fill cells with any colour
        if any(_lays_out(cell) for row in rows for cell in row) or all(len(row) < 2 for row in rows):
            for row in rows:
                for cell in row:
                    with self._over(cell, styled=styled, shut=id(cell) in shut):
                        self.blocks(cell, depth + 1)
            return
        self.writer.table()
        for row in rows:
            place = (f"paragraph {self._number + 1}", None)
            texts: list[Text] = []
            shown = [column for cell in row for column in self._cell(cell, texts, styled=styled, shut=id(cell) in shut)]
            if len(shown) == 2 and is_mark(shown[0]):
                self.writer.item(shown[0], shown[1], 0, place)
            else:
                self.writer.row(shown, place)
            self.words += sum(len(text.split()) for text in shown)
            self._beside(texts, place, depth)

    def _kept_cells(self, row: Element) -> Iterator[Element]:
        """The cells of a row, but those that a tracked change deletes."""
        for cell in _inside(row, "tc"):
            if child(cell, "tcPr", "cellDel") is None:
                yield cell
            else:
                self.texts.strike(cell)

    @contextmanager
    def _over(self, cell: Element, *, styled: bool, shut: bool) -> Iterator[None]:
        """Read what stands in a cell over its colour; `shut`: it has no room for words."""
        outer = self.texts.paper, self.texts.shut
        self.texts.paper = shade(child(cell, "tcPr")) or (None if styled else outer[0])
        self.texts.shut = outer[1] or shut
        yield
        self.texts.paper, self.texts.shut = outer

    def _cell(self, cell: Element, texts: list[Text], *, styled: bool, shut: bool) -> Iterator[str]:
        """The columns that a cell takes, the first with its words."""
        paragraphs = []
        for paragraph in _inside(cell, "p"):
            self._number += 1
            style = self._styles.of(paragraph)
            number = self._numbered(paragraph, style)
            with self._over(cell, styled=styled, shut=shut):
                texts.append(self.texts.of(paragraph, style))
            self._tell()
            words = texts[-1].words.replace("**", "")
            paragraphs.append(f"{number.shown} {words}" if number and number.shown != BULLET and words else words)
        yield " ".join(filter(None, paragraphs))
        yield from [""] * (min(integer(value(cell, "tcPr", "gridSpan")) or 1, MAX_SPAN) - 1)


def _outline(element: Element) -> int | None:
    outline = integer(value(element, "pPr", "outlineLvl"))
    return outline + 1 if outline is not None and outline < 9 else None


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, none of a table inside of it."""
    for inner in parent:
        if inner.tag == name:
            yield inner
        elif inner.tag in _AROUND:
            yield from _inside(inner, name)


def _lays_out(cell: Element) -> bool:
    return child(cell, "tbl") is not None or len(list(_inside(cell, "p"))) > MAX_CELL
