"""What is drawn on a PDF page beside its words: rules, dots, pictures, and the lines that go through words."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from vendorlint_extractor.documents.readers.pdf.ink import Box
from vendorlint_extractor.documents.readers.pdf.rules import THIN, Rule, edges
from vendorlint_extractor.documents.readers.pdf.words import Frame, finite

MAX_SEGMENTS = 4  # of a path that is a box; a longer one is a drawing
DOT = 8.0  # points: a drawing that is no wider and no higher
MANY_PATHS = 50  # text drawn as outlines takes more
MANY_PIECES = 300  # of paths: some words drawn as outlines take more
FLAT = 2.0  # times its height: the least width of a line through a word
MAX_STROKES = 20_000  # of a page
MAX_PIECES = 4000  # of a path whose lines are looked at one by one
MAX_DEPTH = 8  # of forms within forms
MAX_SHAPES = 200_000  # of a page, those in its forms among them

_Matrix = tuple[float, float, float, float, float, float]
UNMOVED: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawing:
    """`dots` are the boxes of small drawings, such as bullets that are no letters; `strokes` all level lines, however short;
    `pictures` the boxes of pictures in the page's own coordinates, `covers` those of them that the page draws itself, each with its number
    among what is drawn, and `share` that of the page which the largest picture or form covers;
    `shapes` are the boxes there of what letters drawn as outlines may be, empty where there are too few."""

    rules: list[Rule] = field(default_factory=list)
    dots: list[Rule] = field(default_factory=list)
    strokes: list[Rule] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    covers: list[tuple[Box, int]] = field(default_factory=list)
    shapes: list[Box] = field(default_factory=list)
    share: float = 0.0


def read_drawing(page: ctypes.c_void_p, frame: Frame) -> Drawing:
    """What is drawn on a FPDF_PAGE."""
    found = Drawing()
    largest, paths, outlines = 0.0, 0, 0
    for shape, kind, matrix, depth, order in _shapes(page):
        bounds = _bounds(shape, matrix)
        if bounds is None:
            continue
        box = _box(frame, *bounds)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            paths += depth == 0
            pieces = pdfium.FPDFPath_CountSegments(shape)
            if pieces > MAX_SEGMENTS + 1:
                found.shapes.append(bounds)
                outlines += pieces
            _sort(shape, box, found)
            found.strokes.extend(_pieces(shape, matrix, frame) if len(found.strokes) < MAX_STROKES else ())
            continue
        area = (box.x1 - box.x0) * (box.y1 - box.y0)
        largest = max(largest, area if depth == 0 else 0.0)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            found.pictures.append(bounds)
            if depth == 0:
                found.covers.append((bounds, order))
    if outlines < MANY_PIECES:
        found.shapes.clear()
    area = frame.width * frame.height
    found.share = min(max(largest / area if area else 0.0, float(paths > MANY_PATHS)), 1.0)
    return found


def _shapes(page: ctypes.c_void_p) -> Iterator[tuple[ctypes.c_void_p, int, _Matrix, int, int]]:
    """The objects of a page but its text, those in forms behind these, each with its kind, how it is moved, how deep it is, and its
    number or that of the form that it is in."""
    waiting = [
        (pdfium.FPDFPage_GetObject(page, at), UNMOVED, 0, at) for at in range(pdfium.FPDFPage_CountObjects(page))
    ]
    waiting.reverse()
    for _ in range(MAX_SHAPES):
        if not waiting:
            return
        shape, matrix, depth, order = waiting.pop()
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        yield shape, kind, matrix, depth, order
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
            moved = _moved(shape, matrix)
            count = max(pdfium.FPDFFormObj_CountObjects(shape), 0)
            waiting += [(pdfium.FPDFFormObj_GetObject(shape, at), moved, depth + 1, order) for at in range(count)][::-1]


def _moved(shape: ctypes.c_void_p, outer: _Matrix) -> _Matrix:
    """How what stands in an object is moved on the page."""
    own = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(shape, own):
        return outer
    a, b, c, d, e, f = outer
    return (
        own.a * a + own.b * c,
        own.a * b + own.b * d,
        own.c * a + own.d * c,
        own.c * b + own.d * d,
        own.e * a + own.f * c + e,
        own.e * b + own.f * d + f,
    )


def _point(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(shape: ctypes.c_void_p, matrix: _Matrix) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
    corners = [_point(matrix, x.value, y.value) for x in (left, right) for y in (bottom, top)]
    if not all(finite(*corner) for corner in corners):
        return None
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _sort(shape: ctypes.c_void_p, box: Rule, found: Drawing) -> None:
    if _is_stroke(box) and len(found.strokes) < MAX_STROKES:
        found.strokes.append(box)
    if max(box.x1 - box.x0, box.y1 - box.y0) <= DOT:
        found.dots.append(box)
    elif pdfium.FPDFPath_CountSegments(shape) <= MAX_SEGMENTS + 1:
        found.rules.extend(edges(box))


def _is_stroke(box: Rule) -> bool:
    height = box.y1 - box.y0
    return height <= THIN and box.x1 - box.x0 >= max(FLAT * height, 1.0)


def _pieces(shape: ctypes.c_void_p, outer: _Matrix, frame: Frame) -> Iterator[Rule]:
    """The level lines of a path that draws several at once."""
    count = pdfium.FPDFPath_CountSegments(shape)
    if not MAX_SEGMENTS + 1 < count <= MAX_PIECES:
        return
    matrix = _moved(shape, outer)
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(shape, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield from _line(points, frame)
            points = []
        points.append(_point(matrix, x.value, y.value))
    yield from _line(points, frame)


def _line(points: Sequence[tuple[float, float]], frame: Frame) -> Iterator[Rule]:
    """A level line, if that is what points make."""
    if len(points) > 1 and all(finite(*point) for point in points):
        xs, ys = zip(*points, strict=True)
        box = _box(frame, min(xs), min(ys), max(xs), max(ys))
        if _is_stroke(box):
            yield box


def _box(frame: Frame, left: float, bottom: float, right: float, top: float) -> Rule:
    (xa, ya), (xb, yb) = frame.point(left, bottom), frame.point(right, top)
    return Rule(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
