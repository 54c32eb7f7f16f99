"""One page of a PDF as words with their places, in the direction in which most of its text runs, and the rules drawn on it."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from vendorlint_extractor.readers.pdf.letters import is_blank, spelled

MAX_SEGMENTS = 4  # of a path that is a box; a longer one is a drawing
THIN, LONG = 3.0, 8.0  # points: what is narrower and longer than these is a rule
DOT = 8.0  # points: a drawing that is no wider and no higher
MANY_PATHS = 50  # text drawn as outlines takes more

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


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, upright or level, or the edge of a box."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """Whether it runs along the lines of text."""
        return self.x1 - self.x0 >= self.y1 - self.y0


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
class _Glyph:
    turn: int  # quarters, anticlockwise
    x0: float
    x1: float
    y: float
    size: float


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
        self._fonts: dict[int, bool] = {}
        self._loose, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._unknown = 0

    def read(self) -> Page:
        """The page's words and rules."""
        by_turn: dict[int, list[Word]] = {}
        for turn, word in self._words():
            if turn >= 0 and self._frames[turn].holds(word):
                by_turn.setdefault(turn, []).append(word)
        letters = Counter({turn: sum(len(word.text) for word in words) for turn, words in by_turn.items()})
        turn = letters.most_common(1)[0][0] if letters else 0
        rules, dots, pictures = self._objects(self._frames[turn])
        across = [words for other, words in sorted(by_turn.items()) if other != turn]
        height = self._frames[turn].height
        return Page(self._number, height, by_turn.get(turn, []), across, rules, dots, pictures, self._unknown)

    def _words(self) -> Iterator[tuple[int, Word]]:
        code = pdfium.FPDFText_GetUnicode
        text = self._text
        run: list[int] = []
        index = 0
        for at in range(pdfium.FPDFText_CountChars(text)):
            letter = code(text, at)
            if not is_blank(letter):
                run.append(letter)
                continue
            if run:
                for turn, word in self._split(at - len(run), run):
                    word.index = index = index + 1
                    yield turn, word
                run = []
        if run:
            for turn, word in self._split(pdfium.FPDFText_CountChars(text) - len(run), run):
                word.index = index = index + 1
                yield turn, word

    def _split(self, start: int, codes: list[int]) -> Iterator[tuple[int, Word]]:
        """The words in letters that no blank parts: one, unless the line ends or a raised letter stands among them."""
        first, last = self._glyph(start), self._glyph(start + len(codes) - 1)
        if first.turn == last.turn and abs(first.y - last.y) < 0.08 * first.size and last.x1 >= first.x0:
            yield first.turn, self._word(start, codes, first, last)
            return
        begun, before = 0, first
        for at in range(1, len(codes)):
            glyph = self._glyph(start + at)
            if _parts(before, glyph):
                glued = begun > 0
                word = self._word(start + begun, codes[begun:at], first, before)
                word.glued = glued
                yield first.turn, word
                begun, first = at, glyph
            before = glyph
        word = self._word(start + begun, codes[begun:], first, before)
        word.glued = begun > 0
        yield first.turn, word

    def _word(self, start: int, codes: list[int], first: _Glyph, last: _Glyph) -> Word:
        if pdfium.FPDFText_HasUnicodeMapError(self._text, start) == 1 or 0xFFFD in codes:
            self._unknown += 1
        bold = self._is_bold(start)
        return Word(spelled(codes), first.x0, max(last.x1, first.x1), first.y, first.size, bold, 0)

    def _glyph(self, at: int) -> _Glyph:
        box, matrix = self._loose, self._matrix
        pdfium.FPDFText_GetLooseCharBox(self._text, at, box)
        pdfium.FPDFText_GetMatrix(self._text, at, matrix)
        pdfium.FPDFText_GetCharOrigin(self._text, at, self._x, self._y)
        angle = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
        turn = round(angle) % 4
        size = pdfium.FPDFText_GetFontSize(self._text, at) * math.hypot(matrix.c, matrix.d)
        frame = self._frames[turn]
        (xa, _), (xb, _) = frame.point(box.left, box.bottom), frame.point(box.right, box.top)
        _, y = frame.point(self._x.value, self._y.value)
        slanted = abs(angle - round(angle)) > 0.1  # a stamp across the page
        return _Glyph(-1 if slanted else turn, min(xa, xb), max(xa, xb), y, max(size, 0.1))

    def _is_bold(self, at: int) -> bool:
        shown = pdfium.FPDFText_GetTextObject(self._text, at)
        font = pdfium.FPDFTextObj_GetFont(shown) if shown else None
        if not font:
            return False
        key = ctypes.addressof(font.contents)
        if key not in self._fonts:
            name = ctypes.create_string_buffer(128)
            pdfium.FPDFFont_GetBaseFontName(font, name, 128)
            weighty = pdfium.FPDFFont_GetFlags(font) & 1 << 18 or any(part in name.value.lower() for part in _BOLD)
            self._fonts[key] = bool(weighty)
        return self._fonts[key]

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
            box = _box(frame, left.value, bottom.value, right.value, top.value)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                paths += 1
                if max(box.x1 - box.x0, box.y1 - box.y0) <= DOT:
                    dots.append(box)
                elif pdfium.FPDFPath_CountSegments(shape) <= MAX_SEGMENTS + 1:
                    rules.extend(_edges(box))
            else:
                largest = max(largest, (box.x1 - box.x0) * (box.y1 - box.y0))
        area = frame.width * frame.height
        return rules, dots, min(max(largest / area if area else 0.0, float(paths > MANY_PATHS)), 1.0)


def _parts(before: _Glyph, glyph: _Glyph) -> bool:
    """Whether a glyph stands in another word than the one before."""
    if glyph.turn != before.turn or abs(glyph.y - before.y) > 0.08 * before.size:
        return True
    return glyph.x0 < before.x0 - before.size or glyph.x0 > before.x1 + before.size


def _box(frame: _Frame, left: float, bottom: float, right: float, top: float) -> Rule:
    (xa, ya), (xb, yb) = frame.point(left, bottom), frame.point(right, top)
    return Rule(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))


def _edges(box: Rule) -> Iterator[Rule]:
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if min(width, height) <= THIN:
        if max(width, height) >= LONG:
            yield box
    elif min(width, height) >= LONG:
        yield Rule(box.x0, box.y0, box.x1, box.y0)
        yield Rule(box.x0, box.y1, box.x1, box.y1)
        yield Rule(box.x0, box.y0, box.x0, box.y1)
        yield Rule(box.x1, box.y0, box.x1, box.y1)
