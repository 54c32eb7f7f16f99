"""Automatic numbers of an ODT, computed as LibreOffice shows them (OASIS OpenDocument 1.3, part 3, 16.30 to 16.34)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from vendorlint_extractor.documents.readers.docx_numbering import Number, formatted
from vendorlint_extractor.documents.readers.docx_package import attribute, integer
from vendorlint_extractor.documents.readers.markdown import BULLET, escaped

_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PLACEHOLDER = re.compile(r"%(\d{1,2})%")
OUTLINE = ""  # the name under which the numbers of headings stand

Counts = dict[int, int]  # by level, from 1


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    prefix: str
    suffix: str
    start: int
    shows: int  # how many levels
    pattern: str | None


class Lists:
    """List styles by name."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[str | None, Mapping[int, _Level]] = {}
        for root in roots:
            for style in root.iter("list-style") if root is not None else ():
                self._styles[attribute(style, "name")] = _levels(style)
            for style in root.iter("outline-style") if root is not None else ():
                self._styles[OUTLINE] = _levels(style)

    def next(self, name: str | None, depth: int, counts: Counts, start: int | None = None) -> Number | None:
        """The number of the next item of a list at a depth, from 1; None where it shows none. Counts on in `counts`."""
        levels = self._styles.get(name, {})
        level = levels.get(depth)
        if level is None:
            return None
        counts[depth] = start if start is not None else counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if level.format == "bullet":
            return Number(BULLET, depth - 1, level.format)
        shown = escaped(_shown(levels, counts, depth)) if level.format else ""
        return Number(shown, depth - 1, level.format) if shown else None


def _levels(style: Element) -> dict[int, _Level]:
    return {integer(attribute(each, "level")) or 1: _level(each) for each in style if attribute(each, "level")}


def _level(element: Element) -> _Level:
    bullet = element.tag in {"list-level-style-bullet", "list-level-style-image"}
    start = integer(attribute(element, "start-value"))
    return _Level(
        format="bullet" if bullet else _FORMATS.get(attribute(element, "num-format") or "", ""),
        prefix=attribute(element, "num-prefix") or "",
        suffix=attribute(element, "num-suffix") or "",
        start=1 if start is None else start,
        shows=integer(attribute(element, "display-levels")) or 1,
        pattern=attribute(element, "num-list-format"),
    )


def _shown(levels: Mapping[int, _Level], counts: Counts, depth: int) -> str:
    level = levels[depth]
    if level.pattern is not None:
        return _PLACEHOLDER.sub(lambda found: _number(levels, counts, int(found[1])), level.pattern)
    first = max(depth - level.shows + 1, 1)
    numbers = (_number(levels, counts, each) for each in range(first, depth + 1))
    return f"{level.prefix}{'.'.join(filter(None, numbers))}{level.suffix}"


def _number(levels: Mapping[int, _Level], counts: Counts, depth: int) -> str:
    if depth not in levels or levels[depth].format in {"", "bullet"}:
        return ""
    return formatted(counts.get(depth, levels[depth].start), levels[depth].format)
