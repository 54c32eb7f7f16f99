"""One page of a PDF as words with their places, in the direction in which most of its text runs, and the rules drawn on it."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from vendorlint_extractor.documents.readers.pdf.letters import WORD, spelled
from vendorlint_extractor.documents.readers.pdf.rules import Rule, edges

MAX_SEGMENTS = 4  # of a path that is a box; a longer one is a drawing
DOT = 8.0  # points: a drawing that is no wider and no higher
MANY_PATHS = 50  # text drawn as outlines takes more

SAME = 0.08  # times the size: letters whose base lines are no further apart stand on one line
SLANT = 0.1  # quarters of a turn
FORCE_BOLD = 1 << 18  # a flag of fonts
_BOLD = (b"bold", b"black", b"heavy", b"demi")


@dataclass(slots=True)
class Word:
    """Letters between blanks. x runs along the line, y down the page to the base line; `glued` says that no blank stands before."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    index: int
    glued: bool = False
    raised: bool = False


@dataclass(slots=True)
class Page:
    """`across` are the words that run in other directions than most, each by itself; `dots` are the boxes of
    small drawings, such as bullets that are no letters; `pictures` is the share of the page that the largest picture covers."""

    number: int
    height: float
    words: list[Word]
    across: list[list[Word]]
    rules: list[Rule]
    dots: list[Rule]
    pictures: float
    unknown: int  # words whose font does not say which letters it shows


@dataclass(frozen=True, slots=True)
class _Style:
    """How the letters of a text object are set, which all stand on one line; `turn` is in quarters, anticlockwise, and -1 for
    a stamp at a slant."""

    turn: int
    y: float
    size: float
    bold: bool
    unknown: bool


class _Frame:
    """The page turned such that text of a direction reads from left to right."""

    def __init__(self, box: tuple[float, float, float, float], turn: int) -> None:
        self.box, self.turn = box, turn
        left, bottom, right, top = box
        self.width, self.height = (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)

    def point(self, x: float, y: float) -> tuple[float, float]:
        left, bottom, right, top = self.box
        return ((x - left, top - y), (y - bottom, x - left), (right - x, y - bottom), (top - y, right - x))[self.turn]

    def holds(self, word: Word) -> bool:
        return 0 <= (word.x0 + word.x1) / 2 <= self.width and 0 <= word.y <= self.height + word.size


class PageReader:
    """Reads the pages of a document; `page` is a FPDF_PAGE, `text` its FPDF_TEXTPAGE."""

    def __init__(self, page: ctypes.c_void_p, text: ctypes.c_void_p, number: int) -> None:
        self._page, self._text, self._number = page, text, number
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self._box = (box.left, box.bottom, box.right, box.top)
        self._frames = [_Frame(self._box, turn) for turn in range(4)]
        self._styles: dict[int, _Style] = {}
        self._bold: dict[int, bool] = {}
        self._loose, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._unknown = 0

    def read(self) -> Page:
        """The page's words and rules."""
        by_turn: dict[int, list[Word]] = {}
        for index, run in enumerate(WORD.finditer(self._letters())):
            for turn, word in self._split(run.start(), run[0]):
                word.index = index
                if word.text and self._frames[turn].holds(word):  # some are of marks alone that stand for nothing
                    by_turn.setdefault(turn, []).append(word)
        letters = Counter({turn: sum(len(word.text) for word in words) for turn, words in by_turn.items()})
        turn = letters.most_common(1)[0][0] if letters else 0
        rules, dots, pictures = self._objects(self._frames[turn])
        across = [words for other, words in sorted(by_turn.items()) if other != turn]
        height = self._frames[turn].height
        return Page(self._number, height, by_turn.get(turn, []), across, rules, dots, pictures, self._unknown)

    def _letters(self) -> str:
        """The page's characters by their index; of a pair of surrogates each is one."""
        count = pdfium.FPDFText_CountChars(self._text)
        buffer = (ctypes.c_ushort * (count + 1))()
        if pdfium.FPDFText_GetText(self._text, 0, count, buffer) == count + 1:
            return bytes(buffer)[:-2].decode("utf-16-le", "surrogatepass")
        return "".join(chr(pdfium.FPDFText_GetUnicode(self._text, at)) for at in range(count))

    def _split(self, start: int, letters: str) -> Iterator[tuple[int, Word]]:
        """The words in letters that no blank parts: one, unless the line ends or a raised letter stands among them."""
        style = self._style(start)
        if style.turn < 0:
            return
        x0, x1 = self._extent(start, style.turn)
        end = start + len(letters) - 1
        if self._style(end) is style:
            yield style.turn, self._word(letters, style, x0, max(self._extent(end, style.turn)[1], x1))
            return
        begun = 0
        for at in range(1, len(letters)):
            following = self._style(start + at)
            if following.turn < 0:
                break
            next_x0, next_x1 = self._extent(start + at, following.turn)
            apart = next_x0 < x0 - style.size or next_x0 > x1 + style.size
            if following.turn != style.turn or abs(following.y - style.y) > SAME * style.size or apart:
                yield style.turn, self._word(letters[begun:at], style, x0, x1, glued=begun > 0)
                begun, style, x0 = at, following, next_x0
            x1 = next_x1
        yield style.turn, self._word(letters[begun:], style, x0, x1, glued=begun > 0)

    def _word(self, letters: str, style: _Style, x0: float, x1: float, *, glued: bool = False) -> Word:
        self._unknown += style.unknown
        return Word(spelled(letters), x0, x1, style.y, style.size, style.bold, 0, glued)

    def _extent(self, at: int, turn: int) -> tuple[float, float]:
        """Where a letter begins and ends on its line."""
        box = self._loose
        pdfium.FPDFText_GetLooseCharBox(self._text, at, box)
        if turn == 0:
            return box.left - self._box[0], box.right - self._box[0]
        frame = self._frames[turn]
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
        if not _finite(angle, size, self._x.value, self._y.value):  # a broken file's; it stands nowhere on the page
            return _Style(-1, 0.0, 0.1, False, False)
        turn = -1 if abs(angle - round(angle)) > SLANT else round(angle) % 4
        y = self._frames[turn].point(self._x.value, self._y.value)[1]
        unknown = pdfium.FPDFText_HasUnicodeMapError(self._text, at) == 1
        return _Style(turn, y, max(size, 0.1), bool(shown) and self._is_bold(shown), unknown)

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

    def _objects(self, frame: _Frame) -> tuple[list[Rule], list[Rule], float]:
        rules: list[Rule] = []
        dots: list[Rule] = []
        largest, paths = 0.0, 0
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        for index in range(pdfium.FPDFPage_CountObjects(self._page)):
            shape = pdfium.FPDFPage_GetObject(self._page, index)
            kind = pdfium.FPDFPageObj_GetType(shape)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                continue
            pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
            if not _finite(left.value, bottom.value, right.value, top.value):
                continue
            box = _box(frame, left.value, bottom.value, right.value, top.value)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                paths += 1
                if max(box.x1 - box.x0, box.y1 - box.y0) <= DOT:
                    dots.append(box)
                elif pdfium.FPDFPath_CountSegments(shape) <= MAX_SEGMENTS + 1:
                    rules.extend(edges(box))
            else:
                largest = max(largest, (box.x1 - box.x0) * (box.y1 - box.y0))
        area = frame.width * frame.height
        return rules, dots, min(max(largest / area if area else 0.0, float(paths > MANY_PATHS)), 1.0)


def _finite(*numbers: float) -> bool:
    return all(map(math.isfinite, numbers))


def _box(frame: _Frame, left: float, bottom: float, right: float, top: float) -> Rule:
    (xa, ya), (xb, yb) = frame.point(left, bottom), frame.point(right, top)
    return Rule(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
