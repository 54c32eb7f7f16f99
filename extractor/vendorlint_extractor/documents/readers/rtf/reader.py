"""Reads RTF documents as Word shows them with all tracked changes accepted."""

from __future__ import annotations

from dataclasses import replace

from vendorlint_extractor.documents.readers.around import Piece, pieces
from vendorlint_extractor.documents.readers.docx_look import SIGNS as SIGNS_ALONE
from vendorlint_extractor.documents.readers.docx_symbols import symbols
from vendorlint_extractor.documents.readers.markdown import raised
from vendorlint_extractor.documents.readers.pictures import may_show_a_clause
from vendorlint_extractor.documents.readers.rendering import EmptyError, Limits, ReadingError, Rendering
from vendorlint_extractor.documents.readers.rtf.blocks import Blocks
from vendorlint_extractor.documents.readers.rtf.header import SYMBOLS, Header
from vendorlint_extractor.documents.readers.rtf.look import Fills
from vendorlint_extractor.documents.readers.rtf.state import (
    ASIDE,
    ENDS,
    GONE,
    SHOWN,
    SIGNS,
    TABLES,
    TOLD,
    WRITTEN,
    State,
)
from vendorlint_extractor.documents.readers.rtf.tokens import Token, tokens
from vendorlint_extractor.documents.readers.rtf.words import Field, Paragraph, paired

TWIPS = 20  # to a point


def read(raw: bytes, limits: Limits) -> Rendering:
    """The text of a document. Raises ReadingError."""
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise ReadingError("is no RTF: it does not begin with {\\rtf")
    reader = _Reader(limits.depth)
    for token in tokens(raw.decode("latin-1")):
        reader.take(token)
        if reader.has_ended:
            break
    if not reader.has_ended:
        raise ReadingError("is broken: it ends inside of a group; save or export it again")
    reader.blocks.end_table()
    if not reader.blocks.words:
        if reader.pictures:
            raise ReadingError("holds pictures and no text; run OCR first")
        raise EmptyError("holds no text; expected a document of terms")
    warnings = ["holds tracked changes; they were read as accepted"] if reader.changed else []
    found = reader.blocks.writer.rendering(warnings, reader.blocks.notes)
    return replace(found, around=pieces((*reader.blocks.around, *reader.around)))


class _Reader:
    def __init__(self, depth: int) -> None:
        self.has_ended = self.changed = self.pictures = False
        self.around: list[Piece] = []  # headers, footers and tables of contents
        self._header = Header()
        self.blocks = Blocks(self._header)
        self._depth = depth
        self._state = State()
        self._outer: list[State] = []
        self._asides: list[
            tuple[Paragraph, list[Paragraph]]
        ] = []  # the paragraphs around, and those of what stands aside
        self._paragraph = Paragraph()
        self._bytes = bytearray()
        self._skip = 0  # characters that are there for readers without Unicode
        self._half = ""  # the first of a pair of UTF-16
        self._fills = Fills()
        self._note = 0
        self._size: dict[str, int] = {}  # what the picture that is read says of itself

    def take(self, token: Token) -> None:
        """Read a token."""
        kind, text, number = token
        if kind == "bytes":
            self._state.fresh = False
            kept = text[self._skip :]
            self._skip -= len(text) - len(kept)
            self._bytes += kept.encode("latin-1")
            return
        self._flush()
        if kind == "open":
            self._open()
        elif kind == "close":
            self._close()
        elif self._skip:
            self._skip -= 1
        elif kind == "word":
            self._word(text, number)
        else:
            self._symbol(text)

    def _open(self) -> None:
        self._skip = 0
        self._outer.append(self._state)
        if len(self._outer) > self._depth:
            raise ReadingError(f"nests groups more than {self._depth} deep; expected a document of terms")
        hidden = "nothing" if self._state.twice else self._state.reads
        self._state = replace(self._state, reads=hidden, opened="", fresh=True, starred=False, twice=False)
        if self._outer[-1].opened == "stylesheet":
            self._header.other_style()

    def _close(self) -> None:
        self._skip = 0
        closed = self._state
        if not self._outer:
            self.has_ended = True
            return
        self._state = self._outer.pop()
        if closed.opened in ASIDE and closed.reads == "shown":
            self._end_aside(closed.opened)
        elif closed.reads == "picture" and closed.opened == "pict":
            self._end_picture()
        elif closed.opened == "fldinst" and closed.field:
            self._say(closed.field.shown)
        if not self._outer:
            if self._paragraph.runs or self._paragraph.told():
                self._end_paragraph()
            self.has_ended = True

    def _symbol(self, text: str) -> None:
        if text == "*":
            self._state.starred = True
        elif text in "\r\n":
            self._word("par", None)
        else:
            self._say(WRITTEN.get(text, text if text in "\\{}" else ""))

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        fresh, state.fresh = state.fresh, False
        if fresh and self._opens(word, state):
            return
        if state.reads in {"fonts", "colours", "styles"}:
            self._header.word(state.reads, word, number)
        elif state.reads == "picture":
            self._size[word] = number or 0
        elif state.reads == "form" and state.field:
            state.field.numbers.setdefault(word, number or 0)
        elif word == "u":
            self._unicode(number or 0)
        elif word in SIGNS:
            self._say(SIGNS[word])
        else:
            self._header.say(word, number)
            self._set(word, number)
            self._structure(word)

    def _opens(self, word: str, state: State) -> bool:
        """Whether a word says what its group is."""
        state.opened = word
        if word == "upr":
            state.twice = True
        elif word == "field":
            state.field = Field(state.target)
        elif word in SHOWN:
            self._result(word, state)
        elif word in ASIDE and state.reads == "shown":
            self._asides.append((self._paragraph, []))
            self._paragraph = Paragraph()
        elif word in TABLES or word in TOLD:
            state.reads = (TABLES | TOLD)[word] if state.reads != "nothing" else "nothing"
            if state.reads == "around":
                self.around.append((word.rstrip("lrf"), "") if word != "footer" else (word, ""))
        elif word in GONE or state.starred:
            self.pictures = self.pictures or word == "pict"
            state.reads = "picture" if word == "pict" and state.reads == "shown" else "nothing"
            self._size = {}
        else:
            return False
        return True

    def _result(self, word: str, state: State) -> None:
        if word == "ud":
            state.reads = self._outer[-1].reads
        elif word == "fldrslt" and state.field:
            state.target = state.field.target
            if state.field.is_contents and state.reads == "shown":
                state.reads = "around"
                self.around.append(("table of contents", ""))

    def _set(self, word: str, number: int | None) -> None:
        """A word that says how characters, paragraphs and cells look from here on."""
        state = self._state
        state.look = state.look.after(word, number)
        state.shape = state.shape.after(word, number)
        self.changed = self.changed or word in {"revised", "deleted"}
        if word == "uc":
            state.fallback = max(number or 0, 0)
        elif word in {"pard", "intbl"}:
            state.in_table = word == "intbl"
        else:
            self._fills.say(word, number)

    def _structure(self, word: str) -> None:
        if self._state.reads != "shown":
            self._say(" " if word in ENDS else "")
        elif word in ENDS or (word == "cell" and self._asides):
            self._end_paragraph()
        elif word == "cell":
            self.blocks.cell(self._taken())
        elif word == "row" and not self._asides:
            self.blocks.row()
        elif word == "chftn":  # where a note is referred to, and before its text
            self._note += not self._asides
            self._say(raised(str(self._note)))

    def _taken(self) -> Paragraph:
        taken, self._paragraph = self._paragraph, Paragraph()
        taken.shape = self._state.shape
        return taken

    def _end_paragraph(self) -> None:
        if self._asides:
            self._asides[-1][1].append(self._taken())
        else:
            self.blocks.paragraph(self._taken(), in_table=self._state.in_table)

    def _end_aside(self, kind: str) -> None:
        outer, inner = self._asides.pop()
        inner.append(self._taken())
        self._paragraph = outer
        outer.add_aside(inner, is_note=kind == "footnote")

    def _end_picture(self) -> None:
        """Tell of a picture, or of a file of another program, that may show a clause."""
        sizes = (self._size.get(f"pic{side}goal") for side in "wh")
        if may_show_a_clause(*(size and size / TWIPS for size in sizes)):
            self._paragraph.pictures += 1

    def _flush(self) -> None:
        """Read the bytes that stand together."""
        if not self._bytes:
            return
        font = self._header.font(self._state.look.font)
        if font.charset == SYMBOLS and self._state.reads in {"shown", "mark"}:
            text = "".join(chr(0xF000 + byte) if byte > 0x20 else chr(byte) for byte in self._bytes)
        else:
            text = self._bytes.decode(self._header.encoding(font), "replace")
        self._bytes.clear()
        self._say(text)

    def _unicode(self, number: int) -> None:
        self._skip = self._state.fallback
        self._half, shown = paired(self._half, number)
        self._say(shown)

    def _say(self, text: str) -> None:
        state = self._state
        if state.reads in TABLES.values():
            self._header.text(state.reads, text)
        elif state.reads == "instruction" and state.field:
            state.field.instruction += text
        elif state.reads == "entry" and state.field:
            state.field.entries.append(text)
        elif state.reads == "around":
            place, words = self.around[-1]
            self.around[-1] = place, words + text
        elif state.reads == "comment":
            self._paragraph.hide("comment", text)
        elif state.reads in {"mark", "shown"}:
            self._show(symbols(text, self._header.font(state.look.font).name), state)

    def _show(self, text: str, state: State) -> None:
        if state.reads == "mark":
            self._paragraph.mark += text
            return
        cell = self._fills.of(self.blocks.column) if state.in_table else 0
        low = state.in_table and self._fills.low
        kind = self._header.colours.unshown(state.look, state.shape, cell, low=low)
        if kind and text.strip():
            self._paragraph.hide(kind, text)
        elif not kind:
            if self._header.font(state.look.font).name.lower() in SIGNS_ALONE and len(text.strip()) > 1:
                self._paragraph.hide("shown_otherwise", text)
            shown = raised(text) if state.look.raised else text
            self._paragraph.say(shown, bold=state.look.bold or state.look.underlined, target=state.target)
