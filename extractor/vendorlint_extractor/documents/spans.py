"""Text that was derived from other text, with a map from each derived offset back to where it came from."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Derived:
    """`text`, and per piece of it where the piece starts here (`at`) and starts and ends in the origin.

    A piece copied from the origin has equal lengths on both sides; a replaced one (a tag for a phrase) maps as a whole.
    """

    text: str
    at: tuple[int, ...]
    origin: tuple[tuple[int, int], ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The span of the origin that [start, end) of the text stands for."""
        return self._offset(start, first=True), self._offset(max(end - 1, start), first=False)

    def after(self, start: int) -> int:
        """Where the piece ends that starts at an offset."""
        following = bisect.bisect_right(self.at, start)
        return self.at[following] if following < len(self.at) else len(self.text)

    def _offset(self, offset: int, *, first: bool) -> int:
        piece = max(bisect.bisect_right(self.at, offset) - 1, 0)
        begin, end = self.origin[piece]
        length = (self.at[piece + 1] if piece + 1 < len(self.at) else len(self.text)) - self.at[piece]
        if length != end - begin:
            return begin if first else end
        return begin + (offset - self.at[piece]) + (0 if first else 1)


def inserted(derived: Derived, offsets: Sequence[int]) -> Derived:
    """The same with a blank at each of the offsets, which are in order; a blank stands for nothing of the origin."""
    out = DerivedBuilder()
    waiting = iter([*offsets, len(derived.text) + 1])
    following = next(waiting)
    for begin, (start, end) in zip(derived.at, derived.origin, strict=True):
        piece = derived.text[begin : derived.after(begin)]
        copied = len(piece) == end - start
        while following < begin + len(piece):
            if following == begin or copied:
                length = following - begin
                out.add(piece[:length], start, start + length)
                out.add(" ", start + length, start + length)
                piece, begin, start = piece[length:], following, start + length
            following = next(waiting)
        out.add(piece, start, end)
    return out.build()


class DerivedBuilder:
    """Collects pieces in order."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at: list[int] = []
        self._origin: list[tuple[int, int]] = []
        self._length = 0

    def add(self, part: str, begin: int, end: int) -> None:
        """Append `part`, which stands for [begin, end) of the origin."""
        if part:
            self._at.append(self._length)
            self._parts.append(part)
            self._origin.append((begin, end))
            self._length += len(part)

    def ends_with_space(self) -> bool:
        """Whether the text so far is empty or ends with a blank."""
        return not self._parts or self._parts[-1].endswith(" ")

    def build(self) -> Derived:
        """The text and its map."""
        return Derived("".join(self._parts), tuple(self._at), tuple(self._origin))
