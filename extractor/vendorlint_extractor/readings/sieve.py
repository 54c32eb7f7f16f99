"""Which of many things a text may hold, told by its words alone: each thing is the patterns that have to match, and `wanted` says
which words these ask for.

Every choice of a way is a bit, and a word of a text sets those that it meets; a way is open where all of its bits are set. All ways
are looked at in a few operations on long integers.
"""

from __future__ import annotations

import collections
import itertools
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from vendorlint_extractor.readings.wanted import Wanted, Way
from vendorlint_extractor.readings.wanted_words import Choice

MOST_CHOICES = 4  # of a way that are looked at: the rarest
KNOWN = 4096  # words of which it is kept what they meet
START = 3  # letters and bounds by which the pieces of words are looked up
_WORD = re.compile(r"\w+|[^\w\s]", re.ASCII)
_FIGURES = bytes.maketrans(b"123456789", b"0" * 9)
_PAIR = re.compile(r"\b(?=(\w+ \w+))", re.ASCII)

Things = Sequence[Sequence[str]]
Ways = Sequence[tuple[int, Way]]  # with whose each is


def sieve_content(groups: Sequence[Things], wanted: Wanted) -> dict[str, Any]:
    """What a sieve of groups of things, each thing with its patterns, is made of, as JSON has it; `wanted` may know some of the patterns.

    `pairs` are two words with the numbers of the choices that they meet, `pieces` what a word may have in it, by its first letters, and
    `groups` what is said of each group (`_group`)."""
    every = [[(at, way) for at, sources in enumerate(things) for way in wanted.ways(sources)] for things in groups]
    common = _common(collections.Counter(choice for ways in every for _, way in ways for choice in way))
    rarest = sorted(common, key=lambda choice: (common[choice], sorted(choice)))
    met: dict[str, list[int]] = collections.defaultdict(list)
    for number, choice in enumerate(rarest):
        for word in choice:
            met[word].append(number)
    pieces: dict[str, list[str]] = collections.defaultdict(list)
    for word in sorted(met):
        if " " not in word:
            pieces[word[:START]].append(" ".join([word, *map(str, met[word])]))
    return {
        "pairs": {word: met[word] for word in sorted(met) if " " in word},
        "pieces": {start: "\n".join(each) for start, each in pieces.items()},
        "groups": [_group(ways, {choice: number for number, choice in enumerate(rarest)}) for ways in every],
    }


def _group(ways: Ways, numbers: Mapping[Choice, int]) -> dict[str, Any]:
    """`things` says whose each way is, those with the most choices first; `sizes` how many have a first choice, a second and so on;
    `bits` which each choice is, one choice after another, and `ends` where these end."""
    told = [(at, sorted(numbers[choice] for choice in way)[:MOST_CHOICES]) for at, way in ways]
    told.sort(key=lambda each: -len(each[1]))
    sizes = [sum(len(way) > place for _, way in told) for place in range(MOST_CHOICES)]
    bits: list[list[int]] = [[] for _ in numbers]
    for place, size in enumerate(sizes):
        first = sum(sizes[:place])
        for number, (_, way) in enumerate(told[:size]):
            bits[way[place]].append(first + number)
    ends = list(itertools.accumulate(map(len, bits)))
    return {"things": [at for at, _ in told], "sizes": sizes, "bits": list(itertools.chain(*bits)), "ends": ends}


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
    """A sieve of its content (`sieve_content`). What a word meets is looked up when a text first has it."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._pairs: Mapping[str, Sequence[int]] = content["pairs"]
        self._pieces: Mapping[str, str] = content["pieces"]
        self._groups = [_Group(each) for each in content["groups"]]
        self._starts: dict[str, list[tuple[str, list[int]]]] = {}
        self._known: dict[str, Collection[int]] = {}  # choices by word
        self._last: tuple[bytes, Collection[str]] = b"", ()

    def possible(self, text: bytes, group: int = 0) -> list[int]:
        """The numbers of the things of a group of which all patterns may match a text (`patterns.one_byte`), in their order."""
        if self._last[0] != text:
            known = text.translate(_FIGURES).decode("latin-1")
            self._last = text, {*_WORD.findall(known), *self._pairs.keys() & _PAIR.findall(known)}
        return self._groups[group].opened(self._last[1], self._choices)

    def _choices(self, word: str) -> Collection[int]:
        """The choices that a word, or a pair of them, meets."""
        if " " in word:
            return self._pairs[word]
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= KNOWN:
                self._known.clear()
            found = self._known[word] = frozenset(self._met(word))
        return found

    def _met(self, word: str) -> Iterator[int]:
        """The choices that a word meets by itself and by its pieces."""
        whole = f"^{word}$"
        sizes = range(1, START + 1) if "0" in word else (START,)  # a shorter piece is a figure
        for size in sizes:
            for at in range(len(whole) - size + 1):
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
    def __init__(self, content: Mapping[str, Any]) -> None:
        self._things: Sequence[int] = content["things"]
        self._bits: Sequence[int] = content["bits"]
        self._ends: Sequence[int] = [0, *content["ends"]]
        self._places = list(_places(content["sizes"], len(self._things)))
        self._known: dict[str, int] = {}  # bits by word

    def opened(self, words: Iterable[str], choices: Callable[[str], Collection[int]]) -> list[int]:
        """The numbers of the things of which a way is open to a text of these words, by the choices of each."""
        met = 0
        for word in words:
            bits = self._known.get(word)
            met |= self._learn(word, choices(word)) if bits is None else bits
        opened = -1
        for first, every, without in self._places:
            opened &= (met >> first) & every | without
        return sorted({self._things[at] for at in _set_bits(opened)})

    def _learn(self, word: str, choices: Collection[int]) -> int:
        if len(self._known) >= KNOWN:
            self._known.clear()
        numbers = [bit for each in choices for bit in self._bits[self._ends[each] : self._ends[each + 1]]]
        met = bytearray(max(numbers, default=-1) // 8 + 1)
        for number in numbers:
            met[number >> 3] |= 1 << (number & 7)
        found = self._known[word] = int.from_bytes(met, "little")
        return found


def _places(sizes: Sequence[int], ways: int) -> Iterator[tuple[int, int, int]]:
    """Of each place of a choice where its bits begin, all of them, and the ways that have none there."""
    first, whole = 0, (1 << ways) - 1
    for size in sizes:
        every = (1 << size) - 1
        yield first, every, whole ^ every
        first += size


def _set_bits(number: int) -> Iterator[int]:
    digits = bin(number)[:1:-1]
    at = digits.find("1")
    while at >= 0:
        yield at
        at = digits.find("1", at + 1)
