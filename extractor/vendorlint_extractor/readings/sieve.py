"""Which of many things a text may hold, told by its words alone: each thing is the patterns that have to match, and `wanted` says
which words these ask for.

A word of a text meets choices. A way is looked at where the rarest of its choices is met, and is open where all of them are: so a text
costs what its own words cost, however many things there are. Choices are the bits of long integers.
"""

from __future__ import annotations

import collections
import functools
import operator
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from vendorlint_extractor.readings.wanted import Wanted, Way
from vendorlint_extractor.readings.wanted_words import Choice

KNOWN = 8192  # words of which it is kept what they meet
START = 3  # letters and bounds by which the pieces of words are looked up
_WORD = re.compile(r"\w+|[^\w\s]", re.ASCII)
_FIGURES = bytes.maketrans(b"123456789", b"0" * 9)
_PAIR = re.compile(r"\b(?=(\w+ \w+))", re.ASCII)

Things = Sequence[Sequence[str]]
Opening = tuple[
    int, int, Callable[[str], Collection[str]]
]  # of a way: its second rarest choice, whose it is, what gets all its choices
Numbered = tuple[int, list[int]]  # a thing, and the choices of a way to it by their numbers, the rarest first


def sieve_content(groups: Sequence[Things], wanted: Wanted) -> dict[str, Any]:
    """What a sieve of groups of things, each thing with its patterns, is made of, as JSON has it; `wanted` may know some of the patterns.

    There are so many `choices`. `pairs` are two words with the numbers of the choices that they meet, `pieces` what a word may have in it, by its first letters, and
    `groups` the ways of each group by their rarest choice ('thing choice choice', a line each), those without any by ''."""
    every = [[(at, way) for at, sources in enumerate(things) for way in wanted.ways(sources)] for things in groups]
    common = _common(collections.Counter(choice for ways in every for _, way in ways for choice in way))
    numbers = {
        choice: number for number, choice in enumerate(sorted(common, key=lambda each: (common[each], *sorted(each))))
    }
    met: dict[str, list[int]] = collections.defaultdict(list)
    for choice, number in numbers.items():
        for word in choice:
            met[word].append(number)
    pieces: dict[str, list[str]] = collections.defaultdict(list)
    for word in sorted(met):
        if " " not in word:
            pieces[word[:START]].append(f"{word} {_listed(met[word])}")
    return {
        "choices": len(numbers),
        "pairs": {word: _listed(met[word]) for word in sorted(met) if " " in word},
        "pieces": {start: "\n".join(each) for start, each in pieces.items()},
        "groups": [_by_rarest((at, sorted(numbers[choice] for choice in way)) for at, way in ways) for ways in every],
    }


def _by_rarest(ways: Iterable[Numbered]) -> dict[str, str]:
    found: dict[str, list[str]] = collections.defaultdict(list)
    for at, way in ways:
        found[str(way[0]) if way else ""].append(_listed([at, *way]))
    return {rarest: "\n".join(each) for rarest, each in found.items()}


def _listed(numbers: Sequence[int]) -> str:
    return " ".join(map(str, numbers))


def _common(seen: Mapping[Choice, int]) -> dict[Choice, float]:
    """How common the words of each choice may be in texts: as they are in patterns, and the more so, the shorter they are. Tags are as
    common as short words."""
    words: dict[str, int] = collections.Counter()
    for choice, times in seen.items():
        for word in choice:
            words[word] += times
    return {choice: round(sum(words[word] / _length(word) ** 2 for word in choice), 6) for choice in seen}


def _length(word: str) -> int:
    letters = word.strip("^$")
    return 1 if letters.isupper() or not letters else len(letters)


class Sieve:
    """A sieve of its content (`sieve_content`), of which a part is read when a word of a text first needs it."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._pairs: Mapping[str, str] = content["pairs"]
        self._pieces: Mapping[str, str] = content["pieces"]
        self._groups = [_Group(each) for each in content["groups"]]
        self._end: int = 1 << content["choices"]  # a bit behind all, so that each has a digit
        self._starts: dict[str, list[tuple[str, list[int]]]] = {}
        self._known: dict[str, int] = {}  # by word or pair
        self._last: tuple[bytes, int] = b"", 0

    def possible(self, text: bytes, group: int = 0) -> list[int]:
        """The numbers of the things of a group of which all patterns may match a text (`patterns.one_byte`), in their order."""
        if self._last[0] != text:
            self._last = text, self._met(text.translate(_FIGURES).decode("latin-1")) | self._end
        return self._groups[group].opened(self._last[1])

    def _met(self, text: str) -> int:
        """The choices that the words of a text meet."""
        words = {*_WORD.findall(text), *self._pairs.keys() & _PAIR.findall(text)}
        return functools.reduce(operator.or_, map(self._met_by, words), 0)

    def _met_by(self, word: str) -> int:
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= KNOWN:
                self._known.clear()
            numbers = map(int, self._pairs[word].split()) if " " in word else self._met_within(word)
            found = self._known[word] = _bits(numbers)
        return found

    def _met_within(self, word: str) -> Iterator[int]:
        """The choices that a word meets by itself and by its pieces."""
        whole = f"^{word}$"
        for at in range(len(whole)):
            for size in range(1, START + 1):
                for piece, choices in self._beginning(whole[at : at + size]):
                    if whole.startswith(piece, at):
                        yield from choices

    def _beginning(self, start: str) -> list[tuple[str, list[int]]]:
        """The pieces that are looked up by these letters, with their choices."""
        found = self._starts.get(start)
        if found is None:
            entries = (each.split() for each in self._pieces.get(start, "").splitlines())
            found = self._starts[start] = [(piece, list(map(int, choices))) for piece, *choices in entries]
        return found


class _Group:
    """The ways of a group by the numbers of their rarest choices, which are read when such a choice is first met."""

    def __init__(self, ways: Mapping[str, str]) -> None:
        self._ways = ways
        self._rarest = _bits(int(choice) for choice in ways if choice)
        self._always = frozenset(map(int, ways.get("", "").split()))
        self._read: dict[int, list[Opening]] = {}

    def opened(self, met: int) -> list[int]:
        """The numbers of the things of which a way is open where these choices are met."""
        digits = bin(met)[:1:-1]
        likely = [
            each for rarest in _set_bits(met & self._rarest) for each in self._of(rarest) if digits[each[0]] == "1"
        ]
        return sorted(self._always.union([at for _, at, choices in likely if "0" not in choices(digits)]))

    def _of(self, choice: int) -> list[Opening]:
        found = self._read.get(choice)
        if found is None:
            found = self._read[choice] = list(map(_opening, self._ways[str(choice)].splitlines()))
        return found


def _opening(written: str) -> Opening:
    at, *choices = map(int, written.split())
    return (choices[1] if len(choices) > 1 else choices[0]), at, operator.itemgetter(*choices)


def _bits(numbers: Iterable[int]) -> int:
    listed = list(numbers)
    found = bytearray(max(listed, default=-1) // 8 + 1)
    for number in listed:
        found[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(found, "little")


def _set_bits(number: int) -> Iterator[int]:
    digits = bin(number)[:1:-1]
    at = digits.find("1")
    while at >= 0:
        yield at
        at = digits.find("1", at + 1)
