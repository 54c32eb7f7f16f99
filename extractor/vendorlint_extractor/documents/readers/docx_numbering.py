"""Automatic numbers of a DOCX, computed as Word shows them (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from vendorlint_extractor.documents.readers.docx_package import attribute, child, children, integer, is_on, value
from vendorlint_extractor.documents.readers.markdown import BULLET, escaped

MAX_LETTERS = 780  # z thirty times, after which Word begins again
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a numbering: its first value, format and text ('%1.%2'), and the level after which it starts again."""

    start: int
    format: str
    text: str
    restart: int | None
    legal: bool  # all numbers in the text are shown as figures
    style: str | None


@dataclass(frozen=True, slots=True)
class Number:
    """A number as shown and escaped: '1.2', '(a)', 'Article 3', or BULLET. `depth` is the level, `format` that level's."""

    shown: str
    depth: int
    format: str


class Numbering:
    """Counts the numbered paragraphs of a document in their order."""

    def __init__(self, root: Element | None) -> None:
        abstracts = {attribute(each, "abstractNumId") or "": each for each in children(root, "abstractNum")}
        linked = {value(each, "styleLink"): each for each in abstracts.values() if value(each, "styleLink")}
        self._levels: dict[str, Mapping[int, Level]] = {}
        self._abstract: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        for num in children(root, "num"):
            number = attribute(num, "numId") or ""
            abstract_id = value(num, "abstractNumId") or ""
            abstract = abstracts.get(abstract_id)
            if (link := value(abstract, "numStyleLink")) in linked:
                abstract = linked[link]
            self._abstract[number] = attribute(abstract, "abstractNumId") or abstract_id
            self._levels[number], self._restarts[number] = _with_overrides(_levels(abstract), num)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level_of_style(self, number: str, style: str) -> int | None:
        """The level that a numbering ties to a paragraph style."""
        levels = self._levels.get(number, {})
        return next((depth for depth, level in levels.items() if level.style == style), None)

    def next(self, number: str, depth: int) -> Number | None:
        """The number of the next paragraph of a numbering, or None where it shows none."""
        levels = self._levels.get(number)
        if levels is None or depth not in levels:
            return None
        counts = self._counts.setdefault(self._abstract[number], {})
        level = levels[depth]
        if depth in self._restarts[number] and (number, depth) not in self._begun:
            counts[depth] = self._restarts[number][depth]
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        self._begun.add((number, depth))
        for deeper in [each for each in counts if each > depth]:
            after = levels[deeper].restart if deeper in levels else None
            if after is None or (after and depth < after):
                del counts[deeper]
        if level.format == "bullet":
            said = level.text if sum(map(str.isalnum, level.text)) > 2 else ""
            return Number(escaped(said) or BULLET, depth, level.format)
        shown = escaped(
            _PLACEHOLDER.sub(lambda found: _shown(levels, counts, int(found[1]) - 1, level.legal), level.text)
        )
        return Number(shown, depth, level.format) if shown else None


def _levels(abstract: Element | None) -> dict[int, Level]:
    return {integer(attribute(each, "ilvl")) or 0: _level(each) for each in children(abstract, "lvl")}


def _level(element: Element) -> Level:
    return Level(
        start=integer(value(element, "start")) or 0,
        format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        restart=integer(value(element, "lvlRestart")),
        legal=is_on(element, "isLgl"),
        style=value(element, "pStyle"),
    )


def _with_overrides(levels: dict[int, Level], num: Element) -> tuple[dict[int, Level], dict[int, int]]:
    restarts: dict[int, int] = {}
    for override in children(num, "lvlOverride"):
        depth = integer(attribute(override, "ilvl")) or 0
        own = child(override, "lvl")
        if own is not None:
            levels[depth] = _level(own)
        if (start := integer(value(override, "startOverride"))) is not None:
            restarts[depth] = start
            if depth in levels:
                levels[depth] = replace(levels[depth], start=restarts[depth])
    return levels, restarts


def _shown(levels: Mapping[int, Level], counts: Mapping[int, int], depth: int, legal: bool) -> str:
    if depth not in levels:
        return ""
    number = counts.get(depth, levels[depth].start)
    return formatted(number, "decimal" if legal else levels[depth].format)


def formatted(number: int, kind: str) -> str:  # noqa: PLR0911 - one per format
    """A number in one of the formats of ST_NumberFormat; those that are not for European languages are figures."""
    if kind in {"none", "bullet"}:
        return ""
    if kind == "decimalZero":
        return f"{number:02}"
    if kind in {"lowerLetter", "upperLetter"} and 0 < number <= MAX_LETTERS:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in {"lowerRoman", "upperRoman"} and 0 < number < 4000:
        letters = _roman(number)
        return letters if kind == "lowerRoman" else letters.upper()
    if kind == "ordinal":
        ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"
    if kind in {"cardinalText", "ordinalText"} and 0 < number < 100:
        return _spelt(number, ordinal=kind == "ordinalText").capitalize()
    return str(number)


def _roman(number: int) -> str:
    shown = ""
    for size, letters in (*_ROMAN, *_ROMAN_ONES):
        shown += letters * (number // size)
        number %= size
    return shown


def _spelt(number: int, *, ordinal: bool) -> str:
    tens, units = ("", _UNITS[number - 1]) if number < 20 else (_TENS[number // 10 - 2], ["", *_UNITS][number % 10])
    if ordinal:
        units = _ORDINALS.get(units, f"{units}th" if units else "")
        tens = tens if units else f"{tens[:-1]}ieth"
    return "-".join(filter(None, (tens, units)))
