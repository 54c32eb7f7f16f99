"""Which of many patterns may match a text, told by its words alone; `wanted` says which words each asks for.

Every choice of a way is a bit, and a word of a text sets those that it meets; a way is open where all of its bits are set. All ways
are looked at in a few operations on long integers.
"""

from __future__ import annotations

import array
import collections
import functools
import itertools
import operator
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from vendorlint_extractor.readings.wanted import Wanted, Way
from vendorlint_extractor.readings.wanted_words import WEAK, Choice

MOST_CHOICES = 4  # of a way that are looked at: the rarest
KNOWN = 8192  # words of which it is kept what they meet
_WORD = re.compile(r"\w+|[^\w\s]", re.ASCII)
_FIGURES = bytes.maketrans(b"123456789", b"0" * 9)

Ways = Sequence[tuple[int, Way]]  # with whose each is


def sieve_content(groups: Sequence[Sequence[str]], wanted: Wanted) -> dict[str, Any]:
    """What a sieve of groups of patterns is made of, as JSON has it; `wanted` may know some of the patterns.

    `pieces` are words, pairs of them and what words may have in them, with the numbers of the choices that they meet; `within` are those that may
    stand anywhere in a word, by their first letters, and `groups` what is said of each group (`_group`)."""
    every = [[(at, way) for at, source in enumerate(sources) for way in wanted.ways(source)] for sources in groups]
    common = _common(collections.Counter(choice for ways in every for _, way in ways for choice in way))
    rarest = sorted(common, key=lambda choice: (common[choice], sorted(choice)))
    met: dict[str, list[int]] = collections.defaultdict(list)
    for number, choice in enumerate(rarest):
        for word in choice:
            met[word].append(number)
    within: dict[str, list[str]] = collections.defaultdict(list)
    for word in sorted(met):
        if word[0] != "^" and word[-1] != "$" and " " not in word:
            within[word[:WEAK]].append(word)
    return {
        "pieces": {word: " ".join(map(str, met[word])) for word in sorted(met)},
        "within": within,
        "groups": [_group(ways, {choice: number for number, choice in enumerate(rarest)}) for ways in every],
    }


def _group(ways: Ways, numbers: Mapping[Choice, int]) -> dict[str, Any]:
    """`patterns` says whose each way is, those with the most choices first; `sizes` how many have a first choice, a second and so on;
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
    return {"patterns": [at for at, _ in told], "sizes": sizes, "bits": list(itertools.chain(*bits)), "ends": ends}


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
        self._pieces: Mapping[str, str] = content["pieces"]
        self._within: Mapping[str, Sequence[str]] = content["within"]
        self._seconds: dict[str, set[str]] = {}  # of pairs, by the first
        for first, _, second in (word.partition(" ") for word in self._pieces if " " in word):
            self._seconds.setdefault(first, set()).add(second)
        self._longest = max(map(len, self._pieces), default=0)
        choices = functools.lru_cache(maxsize=KNOWN)(self._met)
        self._groups = [_Group(each, choices) for each in content["groups"]]
        self._last: tuple[bytes, Collection[str]] = b"", ()

    def possible(self, text: bytes, group: int = 0) -> set[int]:
        """The numbers of the patterns of a group that may match a text (`patterns.one_byte`)."""
        if self._last[0] != text:
            self._last = text, self._words(text)
        return self._groups[group].opened(self._last[1])

    def _words(self, text: bytes) -> set[str]:
        """The words of a text, and those two in a row of which something is known."""
        words = _WORD.findall(text.translate(_FIGURES).decode("latin-1"))
        following = zip(words, map(self._seconds.get, words), words[1:], strict=False)
        return {*words, *[f"{one} {other}" for one, known, other in following if known and other in known]}

    def _met(self, word: str) -> Collection[int]:
        """The choices that a word, or a pair of them, meets by itself and by its pieces."""
        known = self._pieces
        found = [known.get(word if " " in word else f"^{word}$")]
        if " " not in word:
            least = 1 if "0" in word else WEAK  # a shorter piece is a figure
            for size in range(least, min(len(word), self._longest) + 1):
                found.append(known.get(f"^{word[:size]}"))
                found.append(known.get(f"{word[-size:]}$"))
            found += (known[piece] for piece in self._pieces_within(word, least))
        return array.array("I", {int(number) for numbers in found if numbers for number in numbers.split()})

    def _pieces_within(self, word: str, least: int) -> Iterator[str]:
        for size in range(least, WEAK + 1):
            for at in range(len(word) - size + 1):
                for piece in self._within.get(word[at : at + size], ()):
                    if word.startswith(piece, at):
                        yield piece


class _Group:
    def __init__(self, content: Mapping[str, Any], choices: Callable[[str], Collection[int]]) -> None:
        self._patterns: Sequence[int] = content["patterns"][::-1]
        self._bits = array.array("I", content["bits"])
        self._ends = array.array("I", [0, *content["ends"]])
        self._places = list(_places(content["sizes"], len(self._patterns)))
        self._whole = (2 << len(self._patterns)) - 1  # with one bit more, so that all have one length
        self._choices = choices
        self._known = functools.lru_cache(maxsize=KNOWN)(self._learnt)

    def opened(self, words: Iterable[str]) -> set[int]:
        """The numbers of the patterns of which a way is open to a text of these words."""
        met = functools.reduce(operator.or_, filter(None, map(self._known, words)), 0)
        opened = self._whole
        for first, every, without in self._places:
            opened &= (met >> first) & every | without
        return set(map(self._patterns.__getitem__, _set_bits(opened)))

    def _learnt(self, word: str) -> int:
        """The bits that a word sets."""
        ends = self._ends
        numbers = [bit for each in self._choices(word) for bit in self._bits[ends[each] : ends[each + 1]]]
        met = bytearray(max(numbers, default=-1) // 8 + 1)
        for number in numbers:
            met[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(met, "little")


def _places(sizes: Sequence[int], ways: int) -> Iterator[tuple[int, int, int]]:
    """Of each place of a choice where its bits begin, all of them, and the ways that have none there, with one bit more."""
    first, whole = 0, (2 << ways) - 1
    for size in sizes:
        every = (1 << size) - 1
        yield first, every, whole ^ every
        first += size


def _set_bits(number: int) -> Iterator[int]:
    """How far those of a number are below its highest, which is left out."""
    *runs, _ = bin(number)[3:].split("1")
    return map(operator.add, itertools.accumulate(map(len, runs)), itertools.count())
