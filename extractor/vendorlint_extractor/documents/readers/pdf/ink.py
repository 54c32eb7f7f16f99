"""A page as it is shown, in grey: whether there is anything to see where words stand.

What pdfium draws settles at once what is white on white, covered, clipped, invisible, or on a layer that is switched off.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable

import pypdfium2.raw as pdfium

MAX_PIXELS = 4_000_000
FAINT = 12  # of 255: what differs less from what is around it nobody reads
LIGHT = 200  # of 255: ink that may be the paper's colour
MOST = 0.5  # of the pixels

Box = tuple[float, float, float, float]  # left, bottom, right, top, in the page's own coordinates


class Ink:
    """The picture of a page; drawn when it is first asked for, with `scale` pixels to a point unless the page is a large one."""

    def __init__(self, page: ctypes.c_void_p, scale: float = 1.0) -> None:
        self._page = page
        self.scale = scale
        self._pixels: bytes | None = None
        self._width = self._height = self._stride = 0
        self._map = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)

    def shows(self, box: Box, ink: int) -> bool:
        """Whether something is to be seen in a box, where letters are printed in a grey of `ink`, from 0 to 255."""
        drawn = self._drawn()
        left, top, right, bottom = self._device(box)
        low, high, alike = 255, 0, 0
        for row in range(top, bottom):
            pixels = drawn[row * self._stride + left : row * self._stride + right]
            low, high = min(low, *pixels), max(high, *pixels)
            if high - low > FAINT and ink < LIGHT:
                return True
            if ink >= LIGHT:
                alike += sum(abs(pixel - ink) <= FAINT for pixel in pixels)
        return high - low > FAINT and alike < MOST * (bottom - top) * (right - left)

    def has_any(self) -> bool:
        """Whether the page is not of one colour."""
        drawn = self._drawn()
        return max(drawn) - min(drawn) > FAINT

    def rows(self, box: Box) -> tuple[list[bytes], int]:
        """The pixels of a box row by row, and the row of the page that is the first of them."""
        drawn = self._drawn()
        left, top, right, bottom = self._device(box)
        stride = self._stride
        return [drawn[row * stride + left : row * stride + right] for row in range(top, bottom)], top

    def without(self, boxes: Iterable[Box]) -> tuple[bytes, int]:
        """The pixels with all that stands in boxes taken out, and how many are in a row."""
        pixels, stride = bytearray(self._drawn()), self._stride
        for box in boxes:
            left, top, right, bottom = self._device(box)
            blank = b"\xff" * (right - left)
            for row in range(top * stride, bottom * stride, stride):
                pixels[row + left : row + right] = blank
        return bytes(pixels), stride

    def level(self, x: float, y: float) -> float:
        """How many rows down a place of the page is."""
        _, _, _, d, e, f = self._map
        return d * x + e * y + f

    def _drawn(self) -> bytes:
        if self._pixels is None:
            self._pixels = self._draw()
        return self._pixels

    def _draw(self) -> bytes:
        width, height = pdfium.FPDF_GetPageWidthF(self._page), pdfium.FPDF_GetPageHeightF(self._page)
        self.scale = scale = min(self.scale, math.sqrt(MAX_PIXELS / max(width * height, 1.0)))
        self._width, self._height = max(int(width * scale), 1), max(int(height * scale), 1)
        bitmap = pdfium.FPDFBitmap_CreateEx(self._width, self._height, pdfium.FPDFBitmap_Gray, None, 0)
        if not bitmap:
            raise MemoryError
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, self._width, self._height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, self._page, 0, 0, self._width, self._height, 0, pdfium.FPDF_ANNOT)
            self._stride = pdfium.FPDFBitmap_GetStride(bitmap)
            size = self._stride * self._height
            pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), size)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
        self._map = self._mapping()
        return pixels

    def _mapping(self) -> tuple[float, float, float, float, float, float]:
        """How places on the page become pixels: x = a * X + b * Y + c, and y alike."""
        x, y = ctypes.c_int(), ctypes.c_int()
        points = []
        for place in ((0.0, 0.0), (UNIT, 0.0), (0.0, UNIT)):
            pdfium.FPDF_PageToDevice(self._page, 0, 0, self._width, self._height, 0, *place, x, y)
            points.append((x.value, y.value))
        (cx, cy), (ax, ay), (bx, by) = points
        return (ax - cx) / UNIT, (bx - cx) / UNIT, cx, (ay - cy) / UNIT, (by - cy) / UNIT, cy

    def _device(self, box: Box) -> tuple[int, int, int, int]:
        """The pixels of a box, at least one: left, top, right, bottom."""
        a, b, c, d, e, f = self._map
        if b == 0 == d:  # as of every page that is not turned
            xs = [a * box[0] + c, a * box[2] + c]
            ys = [e * box[1] + f, e * box[3] + f]
        else:
            xs = [a * x + b * y + c for x in (box[0], box[2]) for y in (box[1], box[3])]
            ys = [d * x + e * y + f for x in (box[0], box[2]) for y in (box[1], box[3])]
        left = min(max(int(min(xs)), 0), self._width - 1)
        top = min(max(int(min(ys)), 0), self._height - 1)
        right = min(max(math.ceil(max(xs)), left + 1), self._width)
        return left, top, right, min(max(math.ceil(max(ys)), top + 1), self._height)


UNIT = 10_000.0  # points: pixels are whole, so that a long way measures them well
