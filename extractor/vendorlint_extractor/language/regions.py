"""Regions as terms name them: countries and states by their ISO 3166 codes, and the unions of countries that scopes know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vendorlint_extractor.documents.gates import Gate, gate_of
from vendorlint_extractor.language.cues import FOLDER
from vendorlint_extractor.language.places import Places
from vendorlint_extractor.shipped import read

_WORD = re.compile(r"(?<![\w./@-])\w+")  # and no part of an address


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of regions in a text: their codes, where it ends, and whether it is of those that are left out."""

    codes: tuple[str, ...]
    end: int
    outside: bool


@dataclass(frozen=True, slots=True)
class Regions:
    """What a language calls regions, and the words of a list of them. Over plain text in lower case without accents."""

    named: Mapping[str, re.Pattern[str]]
    places: Places
    between: re.Pattern[str]
    outside: re.Pattern[str]
    elsewhere: re.Pattern[str]

    @property
    def gate(self) -> Gate:
        """What is open to a text that names any region."""
        return gate_of(*self.named.values(), self.places.pattern, self.outside, self.elsewhere)

    def at(self, text: str, offset: int) -> tuple[str, int] | None:
        """The region whose name stands at an offset, and where it ends; the longest of several."""
        found = [(match.end(), code) for code, name in self.named.items() if (match := name.match(text, offset))]
        if place := self.places.pattern.match(text, offset):
            found.append((place.end(), _region(self.places.codes[place[1]])))
        end, code = max(found, default=(0, ""), key=lambda each: each[0])
        return (code, end) if found else None

    def listed(self, text: str, start: int) -> Listed | None:
        """The list of regions that begins at an offset, if one does; without codes where it is of everybody else."""
        codes: list[str] = []
        end, offset, outside = start, start, False
        while offset < len(text):
            if rest := self.elsewhere.match(text, offset):
                codes, outside = [], True
                end = offset = rest.end()
                continue
            turned = self.outside.match(text, offset)
            if turned and codes:
                break
            if place := self.at(text, offset):
                codes.append(place[0])
                end = offset = place[1]
            elif following := turned or self.between.match(text, offset):
                outside, offset = outside or turned is not None, following.end()
            else:
                break
        return Listed(tuple(dict.fromkeys(codes)), end, outside) if end > start else None

    def countries(self, text: str) -> list[str]:
        """The countries and unions that a text names, each once and as ISO 3166 has it, up to words that turn the places behind them round."""
        found: list[str] = []
        offset = 0
        while word := _WORD.search(text, offset):
            if self.outside.match(text, word.start()):
                break
            place = self.at(text, word.start())
            found += [_iso(place[0])] if place else []
            offset = place[1] if place else word.end()
        return list(dict.fromkeys(found))


def read_groups() -> Mapping[str, frozenset[str]]:
    """The countries of each region that is a union of several."""
    return {name: frozenset(codes) for name, codes in _raw()["groups"].items()}


def read_forms() -> Mapping[str, str]:
    """The countries that alone know a form of companies, by that form in lower case."""
    return {form: code for code, forms in _raw()["forms"].items() for form in forms}


def _raw() -> Mapping[str, Mapping[str, Iterable[str]]]:
    raw: Mapping[str, Mapping[str, Iterable[str]]] = read(FOLDER / "regions.yaml")
    return raw


def _region(code: str) -> str:
    """A place as scopes name it: the United Kingdom is UK, as terms have it."""
    return "UK" if code.partition("-")[0] == "GB" else code


def _iso(region: str) -> str:
    """The country of a region: that of California is US."""
    country = region.partition("-")[0]
    return "GB" if country == "UK" else country


def holds(region: str, code: str, groups: Mapping[str, frozenset[str]]) -> bool:
    """Whether a region has another, or a country, in it: EEA has DE, US has US-CA."""
    country = code.partition("-")[0]
    return region in {code, country} or country in groups.get(region, ())
