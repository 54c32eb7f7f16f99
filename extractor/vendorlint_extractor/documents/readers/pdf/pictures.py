"""Pictures on a PDF page in which hardly a word stands that was read: what they show is not known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from vendorlint_extractor.documents.readers.pdf.ink import Box
from vendorlint_extractor.documents.readers.pdf.words import Frame

SIDE = 100  # cells of a page, across and down: what touches one another on them is one picture
MAX_PICTURES = 5_000  # of a page
MAX_CELLS = 500_000  # that are looked at: where there are more, pictures lie over one another
WIDE = 0.4  # of the page's width: a line of words
LARGE = 0.02  # of the page: some short lines; most logos and signatures are smaller
WRITTEN = 0.04  # of a picture: where words cover more, it lies behind the text, or was read by OCR
LOW = 6.0  # points: lower than a line of words

Cell = tuple[int, int]
TOUCHING: Sequence[Cell] = tuple((by, across) for by in (-1, 0, 1) for across in (-1, 0, 1))


def unread_pictures(pictures: Sequence[Box], words: Iterable[Box], frame: Frame) -> int:
    """How many pictures may show a clause and hold hardly a word; all small ones together count as one."""
    if not pictures:
        return 0
    grid = _Grid(frame)
    written: dict[Cell, float] = defaultdict(float)
    for left, bottom, right, top in words:
        written[grid.cell((left + right) / 2, (bottom + top) / 2)] += (right - left) * (top - bottom)
    boxes = {grid.cell(*box[:2]): list[Box]() for box in pictures[:MAX_PICTURES]}
    for box in pictures[:MAX_PICTURES]:
        boxes[grid.cell(*box[:2])].append(box)
    covered = grid.covered(pictures[:MAX_PICTURES])
    sizes = []
    for each in apart(covered):
        width, height = _size([box for cell in each & boxes.keys() for box in boxes[cell]])
        if sum(written[cell] for cell in each & written.keys()) < WRITTEN * width * height:
            sizes.append((width, height))
    large = [size for size in sizes if _is_large(*size, frame)]
    small = sum(width * height for width, height in sizes if not _is_large(width, height, frame))
    return len(large) + (small >= LARGE * frame.width * frame.height)


def _is_large(width: float, height: float, frame: Frame) -> bool:
    return height >= LOW and (width >= WIDE * frame.width or width * height >= LARGE * frame.width * frame.height)


def _size(boxes: Sequence[Box]) -> tuple[float, float]:
    """The width and the height of boxes together, in points."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return max(rights) - min(lefts), max(tops) - min(bottoms)


class _Grid:
    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._across = max(frame.width, 1.0) / SIDE
        self._down = max(frame.height, 1.0) / SIDE

    def cell(self, x: float, y: float) -> Cell:
        """The cell of a point; one beside the page is that of its edge."""
        right, down = self._frame.point(x, y)
        return (
            min(max(int(right / self._across), 0), SIDE - 1),
            min(max(int(down / self._down), 0), SIDE - 1),
        )

    def covered(self, boxes: Iterable[Box]) -> set[Cell]:
        """The cells in which something of the boxes stands."""
        found: set[Cell] = set()
        areas = {(self.cell(left, top), self.cell(right, bottom)) for left, bottom, right, top in boxes}
        looked_at = 0
        for (x0, y0), (x1, y1) in sorted(areas):
            looked_at += (x1 - x0 + 1) * (y1 - y0 + 1)
            if looked_at > MAX_CELLS:
                break
            found.update((x, y) for x in range(x0, x1 + 1) for y in range(y0, y1 + 1))
        return found


def apart(cells: set[Cell], beside: Sequence[Cell] = TOUCHING) -> Iterator[set[Cell]]:
    """Cells each of which has another `beside` it, by how far, each lot by itself."""
    left = set(cells)
    while left:
        waiting = [left.pop()]
        found = set(waiting)
        while waiting:
            first, second = waiting.pop()
            near = {(first + by, second + across) for by, across in beside} & left
            left -= near
            found |= near
            waiting += near
        yield found
