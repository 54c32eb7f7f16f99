"""The words of a PDF page with their places, by the direction in which they run."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from vendorlint_extractor.documents.readers.pdf.ink import Box
from vendorlint_extractor.documents.readers.pdf.letters import WORD, spelled

SAME = 0.08  # times the size: letters whose base lines are no further apart stand on one line
SLANT = 0.1  # quarters of a turn
FORCE_BOLD = 1 << 18  # a flag of fonts
ASCENT, DESCENT = 0.72, 0.1  # times the size: how far letters reach from the base line
CLEAR = (3, 7)  # modes of text that print nothing: no ink, and a path to clip by
FAINT = 8  # of 255: the opacity of what is not there
MAX_SPOKEN = 200  # characters
LIGATURE = 3  # letters that one sign may stand for
UNNAMED, NO_LETTER = "\ufffe", "\ufffd"
_BOLD = (b"bold", b"black", b"heavy", b"demi")


@dataclass(slots=True)
class Word:
    """Letters between blanks. x runs along the line, y down the page to the base line; `glued` says that no blank stands before.

    `letters` are the word's as the page has them, from the one with the number `at`; `font` tells its font from the page's others;
    `spoken` says that the file has the words beside what it draws, for programs that read aloud.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    index: int
    glued: bool = False
    raised: bool = False
    ink: int = 0  # its grey, from 0 for black to 255
    clear: bool = False  # printed without ink
    letters: str = ""
    at: int = -1
    font: int = 0
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    """How the letters of a text object are set, which all stand on one line; `turn` is in quarters, anticlockwise, and -1 for
    a stamp at a slant."""

    turn: int
    y: float
    size: float
    bold: bool
    unknown: bool
    ink: int = 0
    clear: bool = False
    font: int = 0
    spoken: bool = False


class Frame:
    """The page turned such that text of a direction reads from left to right."""

    def __init__(self, box: tuple[float, float, float, float], turn: int) -> None:
        self.box, self.turn = box, turn
        left, bottom, right, top = box
        self.width, self.height = (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A place on the page in this frame, from its upper left corner."""
        left, bottom, right, top = self.box
        return ((x - left, top - y), (y - bottom, x - left), (right - x, y - bottom), (top - y, right - x))[self.turn]

    def place(self, u: float, v: float) -> tuple[float, float]:
        """The same the other way: a place on the page."""
        left, bottom, right, top = self.box
        return ((u + left, top - v), (v + left, u + bottom), (right - u, v + bottom), (right - v, top - u))[self.turn]

    def box_of(self, word: Word) -> Box:
        """Where a word's letters stand on the page."""
        (xa, ya) = self.place(word.x0, word.y - ASCENT * word.size)
        (xb, yb) = self.place(word.x1, word.y + DESCENT * word.size)
        return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)

    def holds(self, word: Word) -> bool:
        """Whether a word stands on the page."""
        return 0 <= (word.x0 + word.x1) / 2 <= self.width and 0 <= word.y <= self.height + word.size


class WordReader:
    """Reads the words of a page; `page` is a FPDF_PAGE, `text` its FPDF_TEXTPAGE.

    `unknown` counts the words whose font does not say which letters it shows, `unnamed` those of which it says so of a letter, `slanted` those of stamps, and `outside` those
    that stand beside the page.
    """

    def __init__(self, page: ctypes.c_void_p, text: ctypes.c_void_p) -> None:
        self._text = text
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self._box = (box.left, box.bottom, box.right, box.top)
        self.frames = [Frame(self._box, turn) for turn in range(4)]
        self.unknown = self.unnamed = self.slanted = self.outside = 0
        self._styles: dict[int, _Style] = {}
        self._bold: dict[int, bool] = {}
        self._loose, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._colour = [ctypes.c_uint() for _ in range(4)]

    def by_turn(self) -> dict[int, list[Word]]:
        """The words in each direction, in quarters of a turn anticlockwise."""
        found: dict[int, list[Word]] = {}
        for index, run in enumerate(WORD.finditer(self._letters())):
            for turn, word in self._split(run.start(), run[0]):
                word.index = index
                if word.text and self.frames[turn].holds(word):  # some are of marks alone that stand for nothing
                    found.setdefault(turn, []).append(word)
                else:
                    self.outside += any(map(str.isalnum, word.text))
        return found

    def _letters(self) -> str:
        """The page's characters by their index; of a pair of surrogates each is one."""
        count = pdfium.FPDFText_CountChars(self._text)
        buffer = (ctypes.c_ushort * (count + 1))()
        if pdfium.FPDFText_GetText(self._text, 0, count, buffer) == count + 1:
            return self._named(bytes(buffer)[:-2].decode("utf-16-le", "surrogatepass"))
        return "".join(chr(pdfium.FPDFText_GetUnicode(self._text, at)) for at in range(count))

    def _named(self, letters: str) -> str:
        """The letters with U+FFFD where a font says of none which it is; pdfium has its sign for a hyphen there."""
        if UNNAMED not in letters:
            return letters
        return "".join(
            NO_LETTER if letter == UNNAMED and not pdfium.FPDFText_GetUnicode(self._text, at) else letter
            for at, letter in enumerate(letters)
        )

    def _split(self, start: int, letters: str) -> Iterator[tuple[int, Word]]:
        """The words in letters that no blank parts: one, unless the line ends or a raised letter stands among them."""
        style = self._style(start)
        if style.turn < 0:
            self.slanted += any(map(str.isalnum, letters))
            return
        x0, x1 = self._extent(start, style.turn)
        end = start + len(letters) - 1
        if self._style(end) is style:
            yield style.turn, self._word(letters, start, style, x0, max(self._extent(end, style.turn)[1], x1))
            return
        begun = 0
        for at in range(1, len(letters)):
            following = self._style(start + at)
            if following.turn < 0:
                break
            next_x0, next_x1 = self._extent(start + at, following.turn)
            apart = next_x0 < x0 - style.size or next_x0 > x1 + style.size
            if following.turn != style.turn or abs(following.y - style.y) > SAME * style.size or apart:
                yield style.turn, self._word(letters[begun:at], start + begun, style, x0, x1, glued=begun > 0)
                begun, style, x0 = at, following, next_x0
            x1 = next_x1
        yield style.turn, self._word(letters[begun:], start + begun, style, x0, x1, glued=begun > 0)

    def _word(  # noqa: PLR0913 - what makes a word
        self, letters: str, at: int, style: _Style, x0: float, x1: float, *, glued: bool = False
    ) -> Word:
        self.unknown += style.unknown
        self.unnamed += NO_LETTER in letters
        return Word(
            spelled(letters),
            x0,
            x1,
            style.y,
            style.size,
            style.bold,
            0,
            glued,
            ink=style.ink,
            clear=style.clear,
            letters=letters,
            at=at,
            font=style.font,
            spoken=style.spoken,
        )

    def _extent(self, at: int, turn: int) -> tuple[float, float]:
        """Where a letter begins and ends on its line."""
        box = self._loose
        pdfium.FPDFText_GetLooseCharBox(self._text, at, box)
        if turn == 0:
            return box.left - self._box[0], box.right - self._box[0]
        frame = self.frames[turn]
        (xa, _), (xb, _) = frame.point(box.left, box.bottom), frame.point(box.right, box.top)
        return min(xa, xb), max(xa, xb)

    def _style(self, at: int) -> _Style:
        shown = pdfium.FPDFText_GetTextObject(self._text, at)
        key = ctypes.addressof(shown.contents) if shown else 0
        if key not in self._styles:
            self._styles[key] = self._read_style(at, shown)
        return self._styles[key]

    def _read_style(self, at: int, shown: Any) -> _Style:
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self._text, at, matrix)
        pdfium.FPDFText_GetCharOrigin(self._text, at, self._x, self._y)
        angle = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
        size = pdfium.FPDFText_GetFontSize(self._text, at) * math.hypot(matrix.c, matrix.d)
        if not finite(angle, size, self._x.value, self._y.value):  # a broken file's; it stands nowhere on the page
            return _Style(-1, 0.0, 0.1, False, False)
        turn = -1 if abs(angle - round(angle)) > SLANT else round(angle) % 4
        y = self.frames[turn].point(self._x.value, self._y.value)[1]
        unknown = pdfium.FPDFText_HasUnicodeMapError(self._text, at) == 1
        ink, clear = self._ink(shown) if shown else (0, False)
        bold = bool(shown) and self._is_bold(shown)
        font = pdfium.FPDFTextObj_GetFont(shown) if shown else None
        known_by = ctypes.addressof(font.contents) if font else 0
        return _Style(turn, y, max(size, 0.1), bold, unknown, ink, clear, known_by, bool(shown) and _is_spoken(shown))

    def _ink(self, shown: Any) -> tuple[int, bool]:
        """The grey in which letters are filled, and whether they are not printed at all."""
        mode = pdfium.FPDFTextObj_GetTextRenderMode(shown)
        if not pdfium.FPDFPageObj_GetFillColor(shown, *self._colour):
            return 0, mode in CLEAR
        red, green, blue, opacity = (part.value for part in self._colour)
        ink = round(0.3 * red + 0.59 * green + 0.11 * blue)
        return 255 - (255 - ink) * opacity // 255, mode in CLEAR or (opacity < FAINT and mode == 0)

    def _is_bold(self, shown: Any) -> bool:
        font = pdfium.FPDFTextObj_GetFont(shown)
        if not font:
            return False
        key = ctypes.addressof(font.contents)
        if key not in self._bold:
            name = ctypes.create_string_buffer(128)
            pdfium.FPDFFont_GetBaseFontName(font, name, 128)
            weighty = pdfium.FPDFFont_GetFlags(font) & FORCE_BOLD or any(part in name.value.lower() for part in _BOLD)
            self._bold[key] = bool(weighty)
        return self._bold[key]


def _is_spoken(shown: Any) -> bool:
    """Whether a text object stands for other words than it draws: /ActualText that is no hyphen, blank or ligature."""
    for at in range(pdfium.FPDFPageObj_CountMarks(shown)):
        buffer, size = (ctypes.c_ushort * MAX_SPOKEN)(), ctypes.c_ulong()
        mark = pdfium.FPDFPageObj_GetMark(shown, at)
        if pdfium.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", buffer, ctypes.sizeof(buffer), size):
            words = bytes(buffer)[: max(size.value - 2, 0)].decode("utf-16-le", "replace")
            if size.value > ctypes.sizeof(buffer) or sum(map(str.isalnum, words)) > LIGATURE:
                return True
    return False


def finite(*numbers: float) -> bool:
    """Whether all are numbers that a page may have."""
    return all(map(math.isfinite, numbers))
