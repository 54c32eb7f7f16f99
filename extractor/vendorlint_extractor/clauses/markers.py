"""Marks that count the items of a list within a sentence."""

from __future__ import annotations

import re
from collections.abc import Collection

from vendorlint_extractor.documents.items import ROMAN
from vendorlint_extractor.documents.words import WORDS

_ENUMERATOR = re.compile(r"(?:^|(?<=[\s(,;:]))\(?((?:[ivx]{1,5})|[a-z]|\d{1,2})\)\s+")
# 'paragraphs (a) and (b)', 'clause (a)': marks that are named, and begin no item.
_NAMED = re.compile(
    rf"\b(?:{'|'.join(WORDS['numbered'] + WORDS['named'])})s?\s+(?:\((?:[a-z]|[ivx]{{1,5}}|\d{{1,2}})\)(?:,\s+|\s+[a-z]{{1,3}}\s+)){{0,4}}$"
)
BEFORE = 60  # characters before a mark that may name it

FIRST = ("a", "i", "1")


def enumerators(text: str, first: Collection[str] = FIRST) -> list[re.Match[str]]:
    """Markers that count up: (a), (b), ... or (i), (ii), ... or (1), (2), ...; references such as 'Section 4(b)' do not.

    Those of a list within an item of another are passed over.
    """
    found: list[re.Match[str]] = []
    if not first or ")" not in text:  # most sentences
        return found
    for match in _ENUMERATOR.finditer(text):
        expected = next_marker(found[-1][1]) if found else first
        if match[1] in expected and not _NAMED.search(text, max(match.start() - BEFORE, 0), match.start()):
            found.append(match)
    return found


def next_marker(marker: str) -> set[str]:
    """The marks that may come after one: (b) after (a), (ii) or (j) after (i)."""
    following = set()
    if marker.isdigit():
        following.add(str(int(marker) + 1))
    if marker in ROMAN[:-1]:
        following.add(ROMAN[ROMAN.index(marker) + 1])
    if len(marker) == 1 and marker.isalpha() and marker not in ("i", "z"):
        following.add(chr(ord(marker) + 1))
    return following
