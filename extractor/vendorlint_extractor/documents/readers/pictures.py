"""Which pictures of a document are large enough to show a clause: nobody reads what stands in them."""

from __future__ import annotations

import re

WIDE = 240.0  # points: a line of words
LARGE = 10_000.0  # square points: some short lines; most logos and signatures are smaller
LOW = 6.0  # points: lower than a line of words
_LENGTH = re.compile(r"(\d{1,6}(?:\.\d{1,9})?)\s?(pt|in|cm|mm|pc|px|)", re.IGNORECASE)
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "pc": 12.0, "px": 0.75}


def may_show_a_clause(width: float | None, height: float | None) -> bool:
    """Whether a picture of a size in points may; one of which a size is not known may."""
    if width is None or height is None:
        return (width is None or width >= WIDE) or (height is None or height >= WIDE)
    return height >= LOW and (width >= WIDE or width * height >= LARGE)


def points(length: str | None, unit: str = "px") -> float | None:
    """A length ("16cm", "400pt", "300") in points, where it is one; without a unit it is in `unit`."""
    found = _LENGTH.fullmatch((length or "").strip())
    return float(found[1]) * _POINTS[found[2].lower() or unit] if found else None
