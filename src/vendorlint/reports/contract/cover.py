"""Stretches of a text that overlap, cut such that each piece lies within the same of them."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Stretch(NamedTuple):
    """[start, end) of a text, and what is to be said of it: the number of a clause, or why it states nothing."""

    start: int
    end: int
    said: int | str


@dataclass(frozen=True, slots=True)
class Cover:
    """`said` has what holds from each of `ends` to the next."""

    ends: tuple[int, ...]
    said: tuple[tuple[int | str, ...], ...]

    def cut(self, start: int, end: int) -> Iterator[tuple[int, int, tuple[int | str, ...]]]:
        """The pieces of [start, end), each with what is said of it."""
        index = bisect.bisect_right(self.ends, start) - 1
        while start < end:
            following = self.ends[index + 1] if index + 1 < len(self.ends) else end
            stop = min(following, end)
            yield start, stop, self.said[index] if index >= 0 else ()
            start, index = stop, index + 1


def cover_of(stretches: Iterable[Stretch]) -> Cover:
    """The pieces that stretches make of a text."""
    changes: dict[int, list[tuple[bool, int | str]]] = {}
    for start, end, said in stretches:
        if start < end:
            changes.setdefault(start, []).append((True, said))
            changes.setdefault(end, []).append((False, said))
    ends = sorted(changes)
    return Cover(tuple(ends), tuple(_held(changes, ends)))


def _held(changes: dict[int, list[tuple[bool, int | str]]], ends: list[int]) -> Iterator[tuple[int | str, ...]]:
    held: list[int | str] = []
    for end in ends:
        for begins, said in sorted(changes[end], key=lambda change: change[0]):
            if begins:
                held.append(said)
            else:
                held.remove(said)
        yield tuple(dict.fromkeys(held))
