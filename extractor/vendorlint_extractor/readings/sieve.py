"""Which of many things a text may hold, told by its words alone: each thing is the patterns that have to match, and `wanted` says
which words these ask for.

Every choice of a way is a bit, and a word of a text sets those that it meets; a way is open where all of its bits are set. All ways
are looked at in a few operations on long integers.
"""

from __future__ import annotations

import collections
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vendorlint_extractor.readings.wanted import Wanted
from vendorlint_extractor.readings.wanted_words import Choice

MOST_CHOICES = 6  # of a way that are looked at: those with the rarest words
KNOWN = 8192  # words whose bits are kept
LONG = 40  # letters of a word whose pieces are not all looked up
_WORD = re.compile(rb"\w+|[^\w\s]")
_FIGURES = bytes.maketrans(b"123456789", b"0" * 9)
_PAIR = re.compile(rb"\b(?=(\w+ \w+))")


def sieve_content(things: Sequence[Sequence[str]], wanted: Wanted) -> dict[str, Any]:
    """What a sieve of things, each with its patterns, is made of, as JSON has it; `wanted` may know some of the patterns.

    `things` says whose each way is, those with the most choices first; `sizes` how many have a first choice, a second and so on;
    `choices` which bits each choice is; and `words` which choices each word meets."""
    every = [(at, way) for at, sources in enumerate(things) for way in wanted.ways(sources)]
    common = _common(collections.Counter(choice for _, way in every for choice in way))
    told = [(at, sorted(way, key=common.__getitem__)[:MOST_CHOICES]) for at, way in every]
    told.sort(key=lambda each: -len(each[1]))
    sizes = [sum(len(way) > place for _, way in told) for place in range(MOST_CHOICES)]
    bits: dict[Choice, list[int]] = collections.defaultdict(list)
    for place, size in enumerate(sizes):
        first = sum(sizes[:place])
        for number, (_, way) in enumerate(told[:size]):
            bits[way[place]].append(first + number)
    words: dict[str, list[int]] = collections.defaultdict(list)
    for number, choice in enumerate(bits):
        for word in choice:
            words[word].append(number)
    return {
        "things": [at for at, _ in told],
        "sizes": sizes,
        "choices": [_listed(each) for each in bits.values()],
        "words": {word: _listed(words[word]) for word in sorted(words)},
    }


def _listed(numbers: Sequence[int]) -> str:
    return " ".join(map(str, numbers))


def _common(seen: Mapping[Choice, int]) -> dict[Choice, int]:
    """How common the words of each choice are in patterns, which is about how common they are."""
    words: dict[str, int] = collections.Counter()
    for choice, times in seen.items():
        for word in choice:
            words[word] += times
    return {choice: sum(words[word] for word in choice) for choice in seen}


class Sieve:
    """A sieve of its content (`sieve_content`)."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._things: Sequence[int] = content["things"]
        self._choices: Sequence[str] = content["choices"]
        self._words = {word.encode(): choices for word, choices in content["words"].items()}
        self._pairs = frozenset(word for word in self._words if b" " in word)
        self._places = list(_places(content["sizes"], len(self._things)))
        self._bits: dict[bytes, int] = {}

    def possible(self, text: bytes) -> list[int]:
        """The numbers of the things of which all patterns may match a text (`patterns.one_byte`), in their order."""
        text = text.translate(_FIGURES)
        met = 0
        for word in self._pairs.intersection(_PAIR.findall(text)).union(_WORD.findall(text)):
            bits = self._bits.get(word)
            met |= self._learn(word) if bits is None else bits
        opened = -1
        for first, every, without in self._places:
            opened &= (met >> first) & every | without
        return sorted({self._things[at] for at in _set_bits(opened)})

    def _learn(self, word: bytes) -> int:
        if len(self._bits) >= KNOWN:
            self._bits.clear()
        found = self._bits[word] = self._bits_of(word)
        return found

    def _bits_of(self, word: bytes) -> int:
        choices = {each for known in self._known_in(word) for each in known.split(" ")}
        numbers = [int(bit) for each in choices for bit in self._choices[int(each)].split(" ")]
        met = bytearray(max(numbers, default=-1) // 8 + 1)
        for number in numbers:
            met[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(met, "little")

    def _known_in(self, word: bytes) -> Iterator[str]:
        """The choices that a word meets by itself and by its pieces."""
        whole = b"^%s$" % word
        if b" " in word:
            pieces = {word}
        elif len(word) > LONG:
            pieces = {each for each in self._words if each in whole}
        else:
            pieces = {whole[begin:end] for begin in range(len(whole)) for end in range(begin + 1, len(whole) + 1)}
        return (self._words[each] for each in pieces if each in self._words)


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
