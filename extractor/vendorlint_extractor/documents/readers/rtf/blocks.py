"""The paragraphs and tables of an RTF, written as Markdown."""

from __future__ import annotations

from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.readers.around import Piece
from vendorlint_extractor.documents.readers.docx_numbering import Number
from vendorlint_extractor.documents.readers.markdown import BULLET, Writer, escaped, is_mark
from vendorlint_extractor.documents.readers.printed import depth_shown, is_list_mark, is_title, list_mark
from vendorlint_extractor.documents.readers.rendering import Place
from vendorlint_extractor.documents.readers.rtf.header import Header, Style
from vendorlint_extractor.documents.readers.rtf.words import Paragraph

MAX_CELL = 3  # paragraphs; more than that is no cell of a table of data
_HOLLOW = "o"  # a bullet of a typewriter's font

Counted = tuple[Paragraph, Place]


class Blocks:
    """Writes paragraphs in their order, and counts them."""

    def __init__(self, header: Header) -> None:
        self.writer = Writer()
        self.notes: list[Note] = []
        self.around: list[Piece] = []  # entries of tables of contents
        self.words = 0
        self._header = header
        self._number = 0
        self._cell: list[Counted] = []
        self._row: list[list[Counted]] = []
        self._table: list[list[list[Counted]]] = []

    @property
    def column(self) -> int:
        """The cell of its row that is read, from 0."""
        return len(self._row)

    def paragraph(self, paragraph: Paragraph, *, in_table: bool) -> None:
        """A paragraph ends."""
        counted = self._counted(paragraph)
        if in_table:
            self._cell.append(counted)
            return
        self.end_table()
        self._write(*counted)

    def cell(self, paragraph: Paragraph) -> None:
        """A cell ends, with its last paragraph."""
        self._row.append([*self._cell, self._counted(paragraph)])
        self._cell = []

    def row(self) -> None:
        """A row ends."""
        if self._cell:
            self._row.append(self._cell)
        if self._row:
            self._table.append(self._row)
        self._row, self._cell = [], []

    def end_table(self) -> None:
        """A table ends, if there is one; one that only lays out the page is read like any other text."""
        self.row()
        table, self._table = self._table, []
        if any(len(cell) > MAX_CELL for row in table for cell in row) or all(len(row) < 2 for row in table):
            for counted in (each for row in table for cell in row for each in cell):
                self._write(*counted)
            return
        self.writer.table()
        for row in table:
            self._cells(row, row[0][0][1])

    def _cells(self, row: list[list[Counted]], place: Place) -> None:
        shown = [" ".join(filter(None, (_in_cell(paragraph) for paragraph, _ in cell))) for cell in row]
        self.words += sum(len(each.split()) for each in shown)
        if len(shown) == 2 and is_mark(shown[0]):
            self.writer.item(shown[0], shown[1], 0, place)
        else:
            self.writer.row(shown, place)
        for paragraph, at in (each for cell in row for each in cell):
            self._beside(paragraph, at)

    def _counted(self, paragraph: Paragraph) -> Counted:
        self._number += 1
        place = f"paragraph {self._number}"
        self.notes += (Note(kind, place, words) for kind, words in paragraph.told())
        return paragraph, (place, None)

    def _write(self, paragraph: Paragraph, place: Place) -> None:
        style = self._header.styles.get(paragraph.shape.style or 0, Style())
        if style.is_contents:
            self.around.append((place[0], paragraph.text.title))
        elif paragraph.text.words:
            self._block(paragraph, style, place)
        self._beside(paragraph, place)

    def _block(self, paragraph: Paragraph, style: Style, place: Place) -> None:
        text = paragraph.text
        self.words += len(text.words.split())
        own = paragraph.shape.outline
        level = own + 1 if own is not None and own < 9 else style.level
        number = _number(paragraph)
        mark = number.shown if number and number.shown != BULLET else ""
        if is_title(text.title) and (level or (text.is_bold and mark)):
            self.writer.heading(f"{mark} {text.title}".strip(), level or 2 + (number.depth if number else 0), place)
        elif number is None:
            self.writer.paragraph(text.words, place)
        elif mark and not is_list_mark(mark):
            self.writer.paragraph(f"{mark} {text.words}", place)
        else:
            self.writer.item(list_mark(number), text.words, depth_shown(number), place)

    def _beside(self, paragraph: Paragraph, place: Place) -> None:
        for note in paragraph.notes:
            self.words += len(note.split())
            self.writer.paragraph(note, place)
        for box in paragraph.boxes:
            self._write(*self._counted(box))


def _number(paragraph: Paragraph) -> Number | None:
    mark = escaped(paragraph.mark)
    if not paragraph.mark.strip():
        return None
    is_number = any(map(str.isalnum, mark)) and mark != _HOLLOW
    return Number(mark if is_number else BULLET, min(max(paragraph.shape.depth, 0), 8), "")


def _in_cell(paragraph: Paragraph) -> str:
    words, number = paragraph.text.words.replace("**", ""), _number(paragraph)
    return f"{number.shown} {words}" if number and number.shown != BULLET and words else words
