"""Running headers, footers and page numbers: rows at a page's ends that stand at the same place on other pages.

A row is furniture only if all rows between it and the page's end are, so that text which happens to repeat stays.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import product

from vendorlint_extractor.documents.readers.pdf.page import Page
from vendorlint_extractor.documents.readers.pdf.rows import Row

DEEPEST = 5  # rows at either end
NEAR = 8.0  # points
MIN_SHARE = 0.4  # of the pages: left and right pages may differ
LARGEST = 1.15  # times the body's size; what is larger is a title
MAX_NUMBERS = 3  # in a row; more are no page number

_NUMBER = re.compile(r"\d{1,9}|(?<![^\W_])[ivxlc]{1,6}(?![^\W_])", re.IGNORECASE)

_Sign = tuple[str, int, tuple[tuple[str, int], ...]]


def split_furniture(pages: list[Page], rows: list[list[Row]], body: float) -> list[tuple[int, int]]:
    """For each page how many rows at its top and at its bottom are furniture."""
    tops = _depths(
        [[_signs(row, row.y, page.number, body) for row in own[:DEEPEST]] for page, own in _both(pages, rows)]
    )
    bottoms = _depths(
        [
            [_signs(row, page.height - row.y, page.number, body) for row in own[: -DEEPEST - 1 : -1]]
            for page, own in _both(pages, rows)
        ]
    )
    return [(top, min(bottom, len(own) - top)) for top, bottom, own in zip(tops, bottoms, rows, strict=True)]


def _both(pages: list[Page], rows: list[list[Row]]) -> zip[tuple[Page, list[Row]]]:
    return zip(pages, rows, strict=True)


def _depths(pages: list[list[set[_Sign]]]) -> list[int]:
    """How many rows from the end are furniture, for each page."""
    seen = Counter(sign for page in pages for sign in set().union(*page))
    least = max(2, MIN_SHARE * len(pages))
    return [
        next((depth for depth, signs in enumerate(page) if all(seen[sign] < least for sign in signs)), len(page))
        for page in pages
    ]


def _signs(row: Row, place: float, number: int, body: float) -> set[_Sign]:
    """What a row has in common with those of other pages: its words, its place, and numbers that stay or grow with the pages."""
    if row.size > LARGEST * body:
        return set()
    text = row.text.casefold()
    found = _NUMBER.findall(text)
    if len(found) > MAX_NUMBERS:
        return set()
    key = _NUMBER.sub("#", text)
    readings = [_readings(each, number) for each in found]
    places = (int(place // NEAR) * 2, int((place + NEAR / 2) // NEAR) * 2 + 1)  # one of them is that of its like
    return {(key, at, reading) for at in places for reading in product(*readings)}


def _readings(found: str, page: int) -> list[tuple[str, int]]:
    if not found.isdecimal():
        return [("roman", _roman(found) - page), ("letters", _roman(found))]
    return [("stays", int(found)), ("grows", int(found) - page)]


def _roman(letters: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in letters]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
