"""The readings of some definitions in one language, behind a sieve that tells by the words of a text which of them may match it."""

from __future__ import annotations

import functools
import itertools
import operator
from collections.abc import Iterator, Sequence
from typing import Any

from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.patterns import loose
from vendorlint_extractor.readings.reading import Reading
from vendorlint_extractor.readings.sieve import Sieve, sieve_content
from vendorlint_extractor.readings.wanted import Wanted
from vendorlint_extractor.shipped import kept

TELLING, ASIDES = range(2)  # groups of the sieve
ASKED = 1500  # texts that were asked about last: who looks for candidates asks about each clause of a document again
Defined = tuple[FactDefinition, Reading]


class Sifted:
    """The readings of definitions. `name` is what their sieve is kept by, of those that ship."""

    def __init__(self, definitions: Sequence[FactDefinition], code: str, name: str = "") -> None:
        found = [(each, reading) for each in definitions for reading in each.readings.get(code, ())]
        by_telling: dict[str, list[Defined]] = {}
        for definition, reading in found:
            by_telling.setdefault(reading.all[-1], []).append((definition, reading))
        self._by_telling = list(by_telling.values())
        self._readings = list(itertools.chain.from_iterable(self._by_telling))
        self._none = list(dict.fromkeys(source for _, reading in found for source in reading.none))
        self._name = name
        self._opened = functools.lru_cache(maxsize=ASKED)(self._opened_by)

    def possible(self, text: bytes) -> Iterator[Defined]:
        """The readings of which all patterns may match a text."""
        asked = self._sieve[1]
        opened = {*self._opened(text)}
        found = [
            number
            for telling in opened & asked.keys()
            for number, others in asked[telling]
            if not others or others <= opened
        ]
        return (self._readings[number] for number in sorted(found))

    def told(self, text: bytes) -> Iterator[tuple[FactDefinition, Reading, int]]:
        """The readings of which the telling pattern may match a text, with how many of their patterns may at most."""
        asked = self._sieve[1]
        opened = {*self._opened(text)}
        found = [(number, others) for telling in opened & asked.keys() for number, others in asked[telling]]
        for number, others in sorted(found, key=operator.itemgetter(0)):
            definition, reading = self._readings[number]
            yield definition, reading, len(reading.all) - len(others - opened)

    def asides(self, text: bytes) -> Iterator[str]:
        """The patterns that set readings aside which may match a text."""
        return (self._none[number] for number in self._sieve[0].possible(text, ASIDES))

    def _opened_by(self, text: bytes) -> tuple[int, ...]:
        """The numbers of the patterns of readings that may match a text."""
        return tuple(self._sieve[0].possible(text, TELLING))

    def prepare(self) -> None:
        """Make the sieve, which is made when it is first asked."""
        self._sieve  # noqa: B018

    @functools.cached_property
    def _sieve(self) -> tuple[Sieve, dict[int, list[tuple[int, frozenset[int]]]]]:
        """It, and by the number of a telling pattern the readings that it tells, with the other patterns of each."""
        content = kept(self._name, self._content) if self._name else self._content()
        asked: dict[int, list[tuple[int, frozenset[int]]]] = {}
        for number, (*others, telling) in enumerate(content["asked"]):
            asked.setdefault(telling, []).append((number, frozenset(others)))
        return Sieve(content["sieve"]), asked

    def _content(self) -> dict[str, Any]:
        """The sieve's, and the numbers of each reading's patterns there, which has each loose pattern once."""
        numbers: dict[str, int] = {}
        asked = [
            [numbers.setdefault(loose(source), len(numbers)) for source in reading.all] for _, reading in self._readings
        ]
        return {"asked": asked, "sieve": sieve_content((list(numbers), list(map(loose, self._none))), Wanted())}
