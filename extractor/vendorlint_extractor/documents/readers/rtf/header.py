"""The tables at the head of an RTF: fonts with their encodings, colours, styles."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from vendorlint_extractor.documents.readers.rtf.look import Colours

SYMBOLS = 2  # the character set of fonts of signs
# Code pages of character sets, as <windows.h> numbers them.
_CHARSETS = {0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 255: 437}  # fmt: skip
_NAMED = {1361: "johab", 10000: "mac_roman", 65001: "utf-8"}
_PAGES = {"ansi": 1252, "mac": 10000, "pc": 437, "pca": 850}
_LEVEL = re.compile(r"heading (\d)\b", re.IGNORECASE)
_CONTENTS = re.compile(r"toc \d|table of (?:figures|authorities)|index \d|contents \d", re.IGNORECASE)
_CHANNELS = ("red", "green", "blue")


@dataclass(slots=True)
class Font:
    """A font: its name and its encoding."""

    name: str = ""
    charset: int = 1
    page: int | None = None


@dataclass(slots=True)
class Style:
    """A paragraph style: its name and the level of headings in it, from 0."""

    name: str = ""
    outline: int | None = None

    @property
    def level(self) -> int:
        """The level of headings, from 1; 0 for other styles."""
        named = _LEVEL.match(self.name)
        if self.outline is not None and self.outline < 9:
            return self.outline + 1
        return int(named[1]) if named else 0

    @property
    def is_contents(self) -> bool:
        """Whether paragraphs are entries of a table of contents."""
        return bool(_CONTENTS.match(self.name))


@dataclass(slots=True)
class Header:
    """The tables, filled as they are read."""

    page: int = 1252
    first: int | None = None  # the font of text that names none
    fonts: dict[int, Font] = field(default_factory=dict)
    styles: dict[int, Style] = field(default_factory=dict)
    colours: Colours = field(default_factory=Colours)
    _channels: dict[str, int] = field(default_factory=dict)
    _font: Font = field(default_factory=Font)
    _style: Style = field(default_factory=Style)

    def say(self, word: str, number: int | None) -> None:
        """A control word that names the encoding of the file."""
        if word in _PAGES:
            self.page = _PAGES[word]
        elif word == "ansicpg":
            self.page = number or self.page
        elif word == "deff":
            self.first = number

    def word(self, table: str, word: str, number: int | None) -> None:
        """A control word of one of the tables: `fonts`, `colours` or `styles`."""
        {"fonts": self._font_word, "colours": self._colour_word, "styles": self._style_word}[table](word, number)

    def _font_word(self, word: str, number: int | None) -> None:
        if word == "f":
            self._font = self.fonts.setdefault(number or 0, Font())
        elif word == "fcharset":
            self._font.charset = number or 0
        elif word == "cpg":
            self._font.page = number

    def _style_word(self, word: str, number: int | None) -> None:
        if word == "s":
            self._style = self.styles.setdefault(number or 0, Style())
        elif word == "outlinelevel":
            self._style.outline = number or 0

    def other_style(self) -> None:
        """A style begins, of which nothing says yet that it is one of paragraphs; without a number it is the normal one."""
        self._style = self.styles.setdefault(0, Style()) if 0 not in self.styles else Style()

    def _colour_word(self, word: str, number: int | None) -> None:
        if word in _CHANNELS:
            self._channels[word] = min(max(number or 0, 0), 255)

    def text(self, table: str, text: str) -> None:
        """Text of a table: names, and the ends of colours."""
        if table == "fonts":
            self._font.name = (self._font.name + text).partition(";")[0].strip()
        elif table == "styles":
            self._style.name = (self._style.name + text).partition(";")[0]
        else:
            for _ in range(text.count(";")):
                known = [self._channels.get(name, 0) for name in _CHANNELS]
                self.colours.known.append((known[0], known[1], known[2]) if self._channels else None)
                self._channels = {}

    def font(self, number: int | None) -> Font:
        """The font of a number."""
        return self.fonts.get(self.first or 0 if number is None else number, Font())

    def encoding(self, font: Font) -> str:
        """The codec of a font's bytes."""
        page = font.page or _CHARSETS.get(font.charset) or self.page
        name = _NAMED.get(page, f"cp{page}")
        try:
            return codecs.lookup(name).name
        except LookupError:
            return "cp1252"
