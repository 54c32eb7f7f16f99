"""Which words of a page are shown with other letters than the file has: by a font, or by what lies over them."""

from __future__ import annotations

import ctypes
import itertools
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import pypdfium2.raw as pdfium

from vendorlint_extractor.documents.readers.pdf.ink import Box, Ink
from vendorlint_extractor.documents.readers.pdf.shapes import LEAST, SCALE, Shape, as_itself, base_of, drawn, is_another
from vendorlint_extractor.documents.readers.pdf.words import Word

UNLIKE_ITSELF = 0.4
SHARED = 0.5  # of the smaller of two words: they lie upon one another
MAX_SIZES = 1.5  # times that one of them is as large as the other
TRIED = 2  # letters of a kind that are looked at before one is taken for another
POINTS = 4  # of an outline by which it is known again
EASTERN = 0x2E80  # the first of the letters that none of ours looks like

_Outline = tuple[float, ...]


class Comparison:
    """Compares the pages of one document with their text; what an outline of a font shows is looked up once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, _Outline], bool] = {}

    def of(self, page: ctypes.c_void_p, text: ctypes.c_void_p) -> PageComparison:
        """What compares a FPDF_PAGE with its FPDF_TEXTPAGE."""
        return PageComparison(page, text, self._known)


class PageComparison:
    """Compares one page with its text."""

    def __init__(self, page: ctypes.c_void_p, text: ctypes.c_void_p, known: dict[tuple[str, _Outline], bool]) -> None:
        self._page, self._text = page, text
        self._numbers: dict[int, int] = {}
        self._ink = Ink(page, SCALE)
        self._known = known
        self._turned = pdfium.FPDFPage_GetRotation(page)
        self._x, self._y, self._loose = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()

    def renamed(self, words: Iterable[Word], turn: int) -> set[int]:
        """The ids of words in which a font shows other letters than it names; they run in the direction `turn`."""
        if (turn - self._turned) % 4:
            return set()
        compared = [word for word in words if word.letters and word.size >= LEAST and not word.clear]
        settled: dict[int, set[str]] = {}  # by font
        doubted: dict[tuple[int, str], int] = {}
        for word in compared:
            done = settled.setdefault(word.font, set())
            for letter in set(word.letters) - done:
                kind = (word.font, letter)
                if not self._is_renamed(word.at + word.letters.index(letter), letter, word.size):
                    done.add(letter)
                    doubted.pop(kind, None)
                    continue
                doubted[kind] = doubted.get(kind, 0) + 1
                if doubted[kind] >= TRIED:
                    done.add(letter)
        if not doubted:
            return set()
        return {id(word) for word in compared if any((word.font, letter) in doubted for letter in word.letters)}

    def unlike(self, words: Iterable[Word], turn: int) -> set[int]:
        """The ids of those words of which most letters do not look like themselves."""
        if (turn - self._turned) % 4:
            return set()
        return {id(word) for word in words if word.size >= LEAST and self._is_unlike(word)}

    def beneath(self, words: Sequence[tuple[Word, Box]], covers: Sequence[tuple[Box, int]]) -> Iterator[Word]:
        """The words that something lies over which is drawn after them; `covers` have their numbers among what is drawn."""
        for word, (left, bottom, right, top) in words:
            x, y = (left + right) / 2, (bottom + top) / 2
            if any(box[0] <= x <= box[2] and box[1] <= y <= box[3] and at > self._number(word) for box, at in covers):
                yield word

    def _number(self, word: Word) -> int:
        """Where among what is drawn a word stands; -1 for one that is part of something else."""
        if not self._numbers:
            for at in range(pdfium.FPDFPage_CountObjects(self._page)):
                drawn_one = pdfium.FPDFPage_GetObject(self._page, at)
                if drawn_one:
                    self._numbers[ctypes.addressof(drawn_one.contents)] = at
        shown = pdfium.FPDFText_GetTextObject(self._text, word.at)
        return self._numbers.get(ctypes.addressof(shown.contents), -1) if shown else -1

    def _is_unlike(self, word: Word) -> bool:
        letters = [(at, base) for at, letter in enumerate(word.letters, word.at) if (base := base_of(letter))]
        like = 0
        for at, letter in letters:
            shape = self._shape(at, word.size)
            like += shape is not None and as_itself(shape, letter) >= UNLIKE_ITSELF
        return like * 2 < len(letters)

    def _is_renamed(self, at: int, letter: str, size: float) -> bool:
        base = base_of(letter)
        if not base and unicodedata.category(letter) != "Co" and ord(letter) < EASTERN:
            return False
        outline = self._outline(at, letter)
        key = (letter, outline)
        if outline and key in self._known:
            return self._known[key]
        shape = self._shape(at, size)
        found = shape is not None and is_another(shape, base)
        if outline and shape is not None:
            self._known[key] = found
        return found

    def _shape(self, at: int, size: float) -> Shape | None:
        if not pdfium.FPDFText_GetCharOrigin(self._text, at, self._x, self._y):
            return None
        pdfium.FPDFText_GetLooseCharBox(self._text, at, self._loose)
        left, right = sorted((self._loose.left, self._loose.right))
        return drawn(self._ink, (left, self._y.value, right, self._y.value), size)

    def _outline(self, at: int, letter: str) -> _Outline:
        """How a font draws a letter, as far as it takes to know it again; empty where it has no outline."""
        shown = pdfium.FPDFText_GetTextObject(self._text, at)
        font = pdfium.FPDFTextObj_GetFont(shown) if shown else None
        path = pdfium.FPDFFont_GetGlyphPath(font, ord(letter), 10.0) if font else None
        if not path:
            return ()
        count = pdfium.FPDFGlyphPath_CountGlyphSegments(path)
        x, y = ctypes.c_float(), ctypes.c_float()
        found = [float(count)]
        for segment in range(0, max(count, 0), max(count // POINTS, 1)):
            if pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFGlyphPath_GetGlyphPathSegment(path, segment), x, y):
                found += (round(x.value, 2), round(y.value, 2))
        return tuple(found)


def upon_one_another(words: Sequence[Word]) -> Iterator[Word]:
    """Words that are printed over others, so that nobody can read either as it stands."""
    rows: dict[int, list[Word]] = {}
    for word in words:
        if sum(map(str.isalnum, word.text)) > 1:
            rows.setdefault(round(word.y / max(word.size, 1.0)), []).append(word)
    found: dict[int, Word] = {}
    for row in rows.values():
        row.sort(key=lambda word: word.x0)
        for one, other in itertools.pairwise(row):
            if one.text != other.text and _shared(one, other) > SHARED:
                found |= {id(one): one, id(other): other}
    yield from found.values()


def _shared(one: Word, other: Word) -> float:
    if max(one.size, other.size) > MAX_SIZES * min(one.size, other.size) or abs(one.y - other.y) > 0.3 * one.size:
        return 0.0
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    return width / max(min(one.x1 - one.x0, other.x1 - other.x0), 0.01)
