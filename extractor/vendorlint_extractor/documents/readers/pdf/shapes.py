"""Whether the letters of a page look like the letters that its fonts say they are: each is held against those of common fonts.

A font may name any letter for any drawing. What is compared is the page as it is drawn: the pixels of a letter, brought to one size,
against the same letter of the fonts that every PDF program has; another letter that fits far better is what a person reads.
"""

from __future__ import annotations

import ctypes
import functools
import operator
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from vendorlint_extractor.documents.readers.pdf.ink import Box, Ink

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
SCALE = 2.0  # pixels to a point
GRID = 6  # places across and down at which a letter is looked at
FINE = 2  # times as many pixels each way, of which a place is the sum
DARK = 40  # of 255: letters that differ less from their ground are not compared
ABOVE, BELOW = 1.0, 0.35  # times the size: how far letters reach
LIKE, UNLIKE = 0.85, 0.5  # how alike a letter and another one are
ITSELF = 0.4  # of a letter that looks like itself, if a font is an odd one
ONE_FOR_ALL = 3  # letters that are drawn alike: the sign for those that a font has not
LEAST = 6.0  # points: letters that are smaller are not compared
_FONTS = (b"Helvetica", b"Times-Roman", b"Helvetica-Bold", b"Times-Bold", b"Times-Italic", b"Courier")
ALONE, BETTER = 0.35, 0.4  # how alike a letter that stands by itself is, and how much more another one
THIN = "1lIij"  # letters of which most is a line: what stands beside them is easily taken for a part of them
_SIZE, _STEP = 10.0, 16.0
_ALIKE = (
    "l1Ii|jJtfr!",
    "0OoQDCce",
    "s5S",
    "z2Z",
    "b6G",
    "g9qy",
    "B8",
    "uvUVY",
    "nhmr",
    "aed",
    "pP",
    "kK",
    "xX",
    "wW",
    "cC",
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A letter as it is drawn: its places, brought to a mean of 0 and a length of 1, and its top, bottom and width in sizes."""

    places: tuple[float, ...]
    top: float
    bottom: float
    width: float

    def likeness(self, other: Shape) -> float:
        """From -1 to 1."""
        found: float = sum(map(operator.mul, self.places, other.places))
        found -= 1.5 * max(abs(self.top - other.top) - 0.08, 0.0) + 1.5 * max(
            abs(self.bottom - other.bottom) - 0.08, 0.0
        )
        return found - 0.8 * max(abs(self.width - other.width) - 0.15, 0.0)


def shape_of(rows: Sequence[bytes], size: float, base: float) -> Shape | None:
    """The shape of what is drawn in rows of pixels; `size` and `base`, the line that letters stand on, are in pixels."""
    lows = [min(row) for row in rows]
    low, high = min(lows), max(map(max, rows))
    if high - low < DARK:
        return None
    edge = high - (high - low) * 0.35
    inked = [at for at, darkest in enumerate(lows) if darkest < edge]
    top, bottom = inked[0], inked[-1] + 1
    columns = bytes(map(min, *rows[top:bottom])) if bottom - top > 1 else rows[top]
    across = [at for at, darkest in enumerate(columns) if darkest < edge]
    left, right = across[0], across[-1] + 1
    steps = [(at + 0.5) / (GRID * FINE) for at in range(GRID * FINE)]
    taken = operator.itemgetter(*[left + int(step * (right - left)) for step in steps])
    lines = [taken(rows[top + int(step * (bottom - top))]) for step in steps]
    sums = [list(map(operator.add, lines[at], lines[at + 1])) for at in range(0, GRID * FINE, FINE)]
    values = [line[at] + line[at + 1] for line in sums for at in range(0, GRID * FINE, FINE)]
    mean = sum(values) / len(values)
    length = sum((value - mean) ** 2 for value in values) ** 0.5 or 1.0
    places = tuple((mean - value) / length for value in values)
    return Shape(places, (base - top) / size, (bottom - base) / size, (right - left) / size)


def base_of(letter: str) -> str:
    """The letter below the marks on one: é as e; empty for what is none of those that are compared."""
    plain = unicodedata.normalize("NFD", letter)[:1]
    return plain if plain in LETTERS else ""


def as_itself(shape: Shape, letter: str) -> float:
    """How alike a shape and a letter are, small or large; from UNLIKE on no more is said."""
    known = references()
    best = -1.0
    for form in (letter, letter.swapcase()):
        for each in known.get(form, ()):
            best = max(best, shape.likeness(each))
            if best >= UNLIKE:
                return best
    return best


def as_another(shape: Shape, letter: str) -> float:
    """How alike a shape and any other letter are that nobody takes for it."""
    near = {letter.lower(), letter.upper(), *"".join(group for group in _ALIKE if letter and letter in group)}
    return max(shape.likeness(each) for other, shapes in references().items() if other not in near for each in shapes)


def is_another(shape: Shape, letter: str) -> bool:
    """Whether a person reads another letter than the one that the font names; `letter` is empty for one that is not known here."""
    if letter and letter in THIN:
        return False
    if not letter:
        return as_another(shape, "") > LIKE
    return as_itself(shape, letter) < UNLIKE and as_another(shape, letter) > LIKE


def _is_another_alone(shape: Shape, letter: str) -> bool:
    """The same of a letter that stands by itself, so that nothing beside it can be taken for a part of it."""
    if letter in THIN:
        return False
    own = as_itself(shape, letter)
    other = as_another(shape, letter)
    return own < ALONE and other > 2 * ALONE and other - own > BETTER


def renamed_letters(font: bytes) -> str:
    """The letters for which a TrueType or OpenType font shows others; empty for one that cannot be read."""
    document = pdfium.FPDF_CreateNewDocument()
    try:
        data = (ctypes.c_ubyte * len(font)).from_buffer_copy(font)
        loaded = pdfium.FPDFText_LoadFont(document, data, len(font), pdfium.FPDF_FONT_TRUETYPE, 1)
        if not loaded:
            return ""
        shown: dict[str, list[Shape]] = {letter: [] for letter in LETTERS}
        _draw(document, loaded, shown)
    finally:
        pdfium.FPDF_CloseDocument(document)
    drawings = Counter(shape.places for shapes in shown.values() for shape in shapes)
    return "".join(
        letter
        for letter, shapes in shown.items()
        if any(drawings[each.places] < ONE_FOR_ALL and _is_another_alone(each, letter) for each in shapes)
    )


@functools.cache
def references() -> dict[str, list[Shape]]:
    """The letters of common fonts."""
    found: dict[str, list[Shape]] = {letter: [] for letter in LETTERS}
    document = pdfium.FPDF_CreateNewDocument()
    try:
        for name in _FONTS:
            _draw(document, pdfium.FPDFText_LoadStandardFont(document, name), found)
    finally:
        pdfium.FPDF_CloseDocument(document)
    return found


def _draw(document: ctypes.c_void_p, font: ctypes.c_void_p, found: dict[str, list[Shape]]) -> None:
    """Add the letters of a font, which is closed then."""
    page = pdfium.FPDFPage_New(document, 0, _STEP * (len(LETTERS) + 1), 3 * _SIZE)
    try:
        for at, letter in enumerate(LETTERS):
            shown = pdfium.FPDFPageObj_CreateTextObj(document, font, _SIZE)
            pdfium.FPDFText_SetText(shown, (ctypes.c_ushort * 2)(ord(letter), 0))
            pdfium.FPDFPageObj_Transform(shown, 1, 0, 0, 1, _STEP * (at + 0.5), _SIZE)
            pdfium.FPDFPage_InsertObject(page, shown)
        ink = Ink(page, SCALE)
        for at, letter in enumerate(LETTERS):
            shape = drawn(ink, (_STEP * (at + 0.3), _SIZE, _STEP * (at + 1.3), _SIZE), _SIZE)
            found[letter] += [shape] if shape else []
    finally:
        pdfium.FPDFFont_Close(font)
        pdfium.FPDF_ClosePage(page)


def drawn(ink: Ink, box: Box, size: float) -> Shape | None:
    """The shape of what is drawn at a place: from left to right, on a base line at the bottom of the box."""
    left, bottom, right, _ = box
    rows, top = ink.rows((left, bottom - BELOW * size, right, bottom + ABOVE * size))
    scale = ink.scale
    if len(rows) < 4 or len(rows[0]) < 2:
        return None
    return shape_of(rows, size * scale, ink.level(left, bottom) - top)
