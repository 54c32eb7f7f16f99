"""The readings of some definitions in one language, behind a sieve that tells by the words of a text which of them may match it."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.patterns import loose
from vendorlint_extractor.readings.reading import Reading
from vendorlint_extractor.readings.sieve import Sieve, sieve_content
from vendorlint_extractor.readings.wanted import Wanted
from vendorlint_extractor.shipped import kept

EVERY, TELLING, ASIDES = range(3)  # groups of the sieve
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

    def possible(self, text: bytes) -> Iterator[Defined]:
        """The readings of which all patterns may match a text."""
        return (self._readings[number] for number in self._sieve.possible(text, EVERY))

    def told(self, text: bytes) -> Iterator[Defined]:
        """The readings of which the telling pattern may match a text."""
        return itertools.chain.from_iterable(self._by_telling[number] for number in self._sieve.possible(text, TELLING))

    def asides(self, text: bytes) -> Iterator[str]:
        """The patterns that set readings aside which may match a text."""
        return (self._none[number] for number in self._sieve.possible(text, ASIDES))

    def prepare(self) -> None:
        """Make the sieve, which is made when it is first asked."""
        self._sieve  # noqa: B018

    @functools.cached_property
    def _sieve(self) -> Sieve:
        return Sieve(kept(self._name, self._content) if self._name else self._content())

    def _content(self) -> dict[str, Any]:
        every = [tuple(map(loose, reading.all)) for _, reading in self._readings]
        telling = [(loose(readings[0][1].all[-1]),) for readings in self._by_telling]
        asides = [(loose(source),) for source in self._none]
        return sieve_content((every, telling, asides), Wanted())
