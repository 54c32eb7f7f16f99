"""Rules: straight lines drawn on a page, which part the cells of tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

THIN, LONG = 3.0, 8.0  # points: what is narrower and longer than these is a rule


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


def edges(box: Rule) -> Iterator[Rule]:
    """The rules that a drawn box shows: itself where it is thin, else its four sides; none where it is small."""
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if min(width, height) <= THIN:
        if max(width, height) >= LONG:
            yield box
    elif min(width, height) >= LONG:
        yield Rule(box.x0, box.y0, box.x1, box.y0)
        yield Rule(box.x0, box.y1, box.x1, box.y1)
        yield Rule(box.x0, box.y0, box.x0, box.y1)
        yield Rule(box.x1, box.y0, box.x1, box.y1)
