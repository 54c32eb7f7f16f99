"""What is drawn on a PDF page beside its words: rules, dots, pictures, and the lines that go through words."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from vendorlint_extractor.documents.readers.pdf.ink import Box
from vendorlint_extractor.documents.readers.pdf.rules import THIN, Rule, edges
from vendorlint_extractor.documents.readers.pdf.words import Frame, finite

MAX_SEGMENTS = 4  # of a path that is a box; a longer one is a drawing
DOT = 8.0  # points: a drawing that is no wider and no higher
MANY_PATHS = 50  # text drawn as outlines takes more
FLAT = 2.0  # times its height: the least width of a line through a word
MAX_STROKES = 20_000  # of a page


@dataclass(slots=True)
class Drawing:
    """`dots` are the boxes of small drawings, such as bullets that are no letters; `strokes` all level lines, however short;
    `pictures` the boxes of pictures in the page's own coordinates, and `share` that of the page which the largest covers."""

    rules: list[Rule] = field(default_factory=list)
    dots: list[Rule] = field(default_factory=list)
    strokes: list[Rule] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    share: float = 0.0


def read_drawing(page: ctypes.c_void_p, frame: Frame) -> Drawing:
    """What is drawn on a FPDF_PAGE."""
    found = Drawing()
    largest, paths = 0.0, 0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        shape = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
        bounds = (left.value, bottom.value, right.value, top.value)
        if not finite(*bounds):
            continue
        box = _box(frame, *bounds)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
            _sort(shape, box, found)
        else:
            largest = max(largest, (box.x1 - box.x0) * (box.y1 - box.y0))
            found.pictures.append(bounds)
    area = frame.width * frame.height
    found.share = min(max(largest / area if area else 0.0, float(paths > MANY_PATHS)), 1.0)
    return found


def _sort(shape: ctypes.c_void_p, box: Rule, found: Drawing) -> None:
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if height <= THIN and width >= FLAT * height and len(found.strokes) < MAX_STROKES:
        found.strokes.append(box)
    if max(width, height) <= DOT:
        found.dots.append(box)
    elif pdfium.FPDFPath_CountSegments(shape) <= MAX_SEGMENTS + 1:
        found.rules.extend(edges(box))


def _box(frame: Frame, left: float, bottom: float, right: float, top: float) -> Rule:
    (xa, ya), (xb, yb) = frame.point(left, bottom), frame.point(right, top)
    return Rule(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
