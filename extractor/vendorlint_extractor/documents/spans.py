"""Text that was derived from other text, with a map from each derived offset back to where it came from."""

from __future__ import annotations

import bisect
import collections
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
        begin, stop = self.origin[0] if len(self.at) == 1 else (0, 0)
        if stop - begin == len(self.text) > 0:  # a copy, as many sentences are
            return begin + start, begin + max(end - 1, start) + 1
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
    """The same with a blank at each of the offsets, which are in order; a blank stands for nothing of the origin.

    An offset within a piece that is no copy of the origin is left out.
    """
    out = DerivedBuilder()
    waiting = collections.deque(offsets)
    for begin, (start, end) in zip(derived.at, derived.origin, strict=True):
        stop = derived.after(begin)
        shift = start - begin
        done = begin
        while waiting and waiting[0] < stop:
            offset = waiting.popleft()
            if offset == begin or stop - begin == end - start:
                out.add(derived.text[done:offset], done + shift, offset + shift)
                out.add(" ", offset + shift, offset + shift)
                done = offset
        out.add(derived.text[done:stop], done + shift, end)
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
