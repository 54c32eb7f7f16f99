"""Reads DOCX documents as Word shows them with all tracked changes accepted: headings, automatic numbers, tables, footnotes."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from vendorlint_extractor.readers import Limits, Place, ReadingError, Rendering
from vendorlint_extractor.readers.docx_numbering import BULLET, Number, Numbering
from vendorlint_extractor.readers.docx_package import Package, attribute, child, children, is_on, value
from vendorlint_extractor.readers.docx_styles import Style, Styles
from vendorlint_extractor.readers.markdown import Writer, escaped

MAX_TITLE = 14  # words; a longer paragraph in a heading's style is a clause
FRAMES = 4  # of Python per level of elements
_GONE = frozenset(
    {"del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText", "pPr", "rPr", "sdtPr", "commentReference"}
)
_PICTURES = frozenset({"drawing", "pict", "object"})
_BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_DECIMAL = re.compile(r"[\d.]+\.?$")
_LETTERS = re.compile(r"([A-Za-z]{1,5}|\d{1,2})\.$")


@dataclass(slots=True)
class _Text:
    """The words of a paragraph as Markdown, and what else was met in it."""

    words: str = ""
    bold: bool = False  # all of it
    notes: tuple[str, ...] = ()
    boxes: tuple[Element, ...] = ()


def read(raw: bytes, limits: Limits) -> Rendering:
    """The text of a document. Raises ReadingError."""
    sys.setrecursionlimit(limits.depth * FRAMES + 1000)
    package = Package(raw, limits)
    root = package.part(package.document)
    body = child(root, "body")
    if body is None:
        raise ReadingError("is no DOCX: its document has no body")
    reader = _Reader(package, limits.depth)
    reader.blocks(body, 0)
    if not reader.words:
        pictures = any(element.tag in _PICTURES for element in body.iter())
        found = (
            "holds pictures and no text; run OCR first" if pictures else "holds no text; expected a document of terms"
        )
        raise ReadingError(found)
    warnings = ["holds tracked changes; they were read as accepted"] if reader.changed else []
    return reader.writer.rendering(warnings)


class _Reader:
    def __init__(self, package: Package, depth: int) -> None:
        self.writer = Writer()
        self.words = 0
        self.changed = False
        self._depth = depth
        self._styles = Styles(package.beside("styles.xml"))
        self._numbering = Numbering(package.beside("numbering.xml"))
        self._notes = {
            kind: {attribute(note, "id"): note for note in children(package.beside(f"{kind}s.xml"), kind)}
            for kind in ("footnote", "endnote")
        }
        self._number = 0  # of the paragraph
        self._held = ""  # of a paragraph whose end is deleted: it goes on in the next one

    def blocks(self, parent: Element, depth: int) -> None:
        """Write the paragraphs and tables of a body, a cell or a text box."""
        if depth > self._depth:
            raise ReadingError(f"nests elements more than {self._depth} deep; expected a document of terms")
        for element in parent:
            if element.tag == "p":
                self._paragraph(element, depth)
            elif element.tag == "tbl":
                self._table(element, depth)
            elif element.tag in {
                "ins",
                "moveTo",
                "sdt",
                "sdtContent",
                "customXml",
                "smartTag",
                "AlternateContent",
                "Choice",
            }:
                self.changed = self.changed or element.tag in {"ins", "moveTo"}
                if value(element, "sdtPr", "docPartObj", "docPartGallery") != "Table of Contents":
                    self.blocks(element, depth + 1)
            elif element.tag in {"del", "moveFrom"}:
                self.changed = True

    def _paragraph(self, element: Element, depth: int) -> None:
        self._number += 1
        style = self._styles.of(element)
        text = self._text(element, style)
        mark_gone = (
            child(element, "pPr", "rPr", "del") is not None or child(element, "pPr", "rPr", "moveFrom") is not None
        )
        if mark_gone:
            self.changed = True
            self._held += text.words
            return
        text.words, self._held = self._held + text.words, ""
        place = (f"paragraph {self._number}", None)
        if text.words.strip() and not style.name.lower().startswith(("toc ", "table of figures")):
            self._write(element, style, text, place)
        for box in text.boxes:
            self.blocks(box, depth + 1)
        for note in text.notes:
            self.writer.paragraph(note, place)

    def _write(self, element: Element, style: Style, text: _Text, place: Place) -> None:
        self.words += len(text.words.split())
        number = self._numbered(element, style)
        level = _outline(element) or style.level
        mark = number.shown if number and number.shown != BULLET else ""
        short = len(text.words.split()) <= MAX_TITLE and text.words.rstrip()[-1:] not in ".;,"
        if short and (level or (text.bold and mark)):
            title = text.words.replace("**", "").replace("\n", " ").strip()
            self.writer.heading(f"{mark} {title}".strip(), level or 2 + (number.depth if number else 0), place)
        elif number is None:
            self.writer.paragraph(text.words, place)
        elif mark and not _is_list_mark(mark):
            self.writer.paragraph(f"{mark} {text.words.strip()}", place)
        else:
            self.writer.item(_list_mark(number), text.words.strip(), self._list_depth(number, mark), place)

    def _numbered(self, element: Element, style: Style) -> Number | None:
        own = child(element, "pPr", "numPr")
        number = value(own, "numId") or style.numbering[0]
        if number in (None, "0"):
            return None
        depth = value(own, "ilvl")
        if depth is None:
            tied = self._numbering.level_of_style(number, value(element, "pPr", "pStyle") or "")
            depth = str(tied if tied is not None else style.numbering[1] or 0)
        return self._numbering.next(number, int(depth)) if depth.isdigit() else None

    def _list_depth(self, number: Number, mark: str) -> int:
        """How deep an item is indented: 1.1 not at all, (a) below it once."""
        return 0 if _DECIMAL.match(mark) else number.depth

    def _text(self, element: Element, style: Style) -> _Text:
        found = _Text(bold=True)
        runs: list[tuple[str, bool]] = []
        for run, deleted in self._runs(element, 0):
            if deleted:
                self.changed = True
                continue
            words = self._run_words(run, found)
            runs.append((words, self._is_bold(run, style)))
        found.bold = any(words.strip() for words, _ in runs) and all(bold for words, bold in runs if words.strip())
        opened = (
            0
            if found.bold
            else next((index for index, (words, bold) in enumerate(runs) if words.strip() and not bold), 0)
        )
        title, rest = ("".join(words for words, _ in part) for part in (runs[:opened], runs[opened:]))
        shown = "\n".join(escaped(line) for line in rest.split("\n"))
        if title.strip():
            gap = " " if title[-1:].isspace() or rest[:1].isspace() else ""
            shown = f"**{escaped(title)}**{gap}{shown}"
        found.words = shown
        return found

    def _runs(self, element: Element, depth: int) -> Iterator[tuple[Element, bool]]:
        """The runs of a paragraph, and whether each is deleted."""
        if depth > self._depth:
            raise ReadingError(f"nests elements more than {self._depth} deep; expected a document of terms")
        for inner in element:
            if inner.tag == "r":
                yield inner, False
            elif inner.tag in {"del", "moveFrom"}:
                yield inner, True
            elif inner.tag not in _GONE:
                self.changed = self.changed or inner.tag in {"ins", "moveTo"}
                yield from self._runs(inner, depth + 1)

    def _run_words(self, run: Element, found: _Text) -> str:
        if is_on(run, "rPr", "vanish") or child(run, "rPr", "del") is not None:
            return ""
        words = ""
        for part in run:
            if part.tag == "t":
                words += part.text or ""
            elif part.tag in _BREAKS and attribute(part, "type") not in {"page", "column"}:
                words += _BREAKS[part.tag]
            elif part.tag in {"footnoteReference", "endnoteReference"}:
                found.notes += self._note(part)
            elif part.tag in {*_PICTURES, "AlternateContent"}:
                found.boxes += tuple(_boxes(part))
        return words

    def _note(self, reference: Element) -> tuple[str, ...]:
        note = self._notes[reference.tag.removesuffix("Reference")].get(attribute(reference, "id"))
        if note is None:
            return ()
        texts = [self._text(paragraph, self._styles.of(paragraph)).words for paragraph in note.iter("p")]
        self.words += sum(len(text.split()) for text in texts)
        return tuple(text for text in texts if text.strip())

    def _is_bold(self, run: Element, style: Style) -> bool:
        """Bold or underlined: drafters set titles in either."""
        properties = child(run, "rPr")
        if child(properties, "b") is not None:
            bold = is_on(properties, "b")
        else:
            named = self._styles.is_bold(properties)
            bold = style.bold if named is None else named
        return bold or is_on(properties, "u")

    def _table(self, table: Element, depth: int) -> None:
        """Rows of cells; a table that only lays out the page is read like any other part of it."""
        rows = [row for row in _inside(table, "tr") if child(row, "trPr", "del") is None]
        cells = [list(_inside(row, "tc")) for row in rows]
        if any(_lays_out(cell) for row in cells for cell in row) or all(len(row) < 2 for row in cells):
            for row in cells:
                for cell in row:
                    self.blocks(cell, depth + 1)
            return
        for row in cells:
            first = self._number + 1
            shown = [" ".join(filter(None, self._cell(cell))) for cell in row]
            self.words += sum(len(text.split()) for text in shown)
            self.writer.row(shown, (f"paragraph {first}", None))

    def _cell(self, cell: Element) -> Iterator[str]:
        for paragraph in children(cell, "p"):
            self._number += 1
            style = self._styles.of(paragraph)
            number = self._numbered(paragraph, style)
            words = self._text(paragraph, style).words.replace("**", "").strip()
            yield f"{number.shown} {words}" if number and number.shown != BULLET and words else words


def _outline(element: Element) -> int | None:
    outline = value(element, "pPr", "outlineLvl")
    return int(outline) + 1 if outline and outline.isdigit() and int(outline) < 9 else None


def _is_list_mark(mark: str) -> bool:
    return bool(_DECIMAL.match(mark) or _LETTERS.match(mark) or re.fullmatch(r"\(?[A-Za-z\d]{1,6}\)", mark))


def _list_mark(number: Number) -> str:
    """The mark of an item; 'a.' is written as '(a)', which cannot be taken for a word at the end of a sentence."""
    letters = _LETTERS.match(number.shown)
    return f"({letters[1]})" if letters and not number.shown[0].isdigit() else number.shown


def _boxes(part: Element) -> Iterator[Element]:
    """The text boxes of a drawing; of alternatives the first."""
    for inner in part:
        if inner.tag == "txbxContent":
            yield inner
        elif inner.tag != "Fallback":
            yield from _boxes(inner)


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, none of a table inside of it."""
    for inner in parent:
        if inner.tag == name:
            yield inner
        elif inner.tag in {"ins", "sdt", "sdtContent", "customXml"}:
            yield from _inside(inner, name)


def _lays_out(cell: Element) -> bool:
    return child(cell, "tbl") is not None or len(list(children(cell, "p"))) > 3
