"""What an amendment takes out of the agreement that it amends: words in quotation marks that are deleted or replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vendorlint_extractor.documents.unseen import Passage, count_words
from vendorlint_extractor.documents.words import WORDS

BEFORE = 140  # characters before a quotation in which the verb stands that takes it out
AFTER = 100  # the same behind it
MAX_QUOTED = 3000  # characters
MIN_WORDS = 4  # of a quotation; fewer are a term or a value
_QUOTED = re.compile(rf"[\"“«](?P<words>[^\"“”«»]{{1,{MAX_QUOTED}}})[\"”»]")


def _any(name: str) -> str:
    return f"(?:{'|'.join(WORDS['deleted'][name])})"


_TAKING = re.compile(rf"\b{_any('taking')}\b(?P<then>[^\"“”«».;]*)$", re.IGNORECASE)
_TAKEN = re.compile(rf"[\s,;.)\]]*{_any('taken')}\b", re.IGNORECASE)
_PUT_IN = re.compile(rf"\b{_any('put_in')}\b", re.IGNORECASE)
_NAMED = re.compile(rf"\s*{_any('named')}\b", re.IGNORECASE)
_NAMING = re.compile(rf"\b{_any('named')}(?P<called> {_any('naming')})?[\s*_]*$", re.IGNORECASE)
_SMALL = re.compile(r"\b[^\W\d_A-ZÀ-Þ][^\W\d_]{3,}")  # a word of some length without a capital
_PARTS = re.compile(rf"\b{_any('parts')}\b", re.IGNORECASE)


def deleted(text: str) -> Iterator[Passage]:
    """The quotations that the text says are deleted: 'The words "..." are struck from Section 4.'"""
    for quoted in _QUOTED.finditer(text):
        before = text[max(quoted.start() - BEFORE, 0) : quoted.start()]
        after = text[quoted.end() : quoted.end() + AFTER]
        words = count_words(quoted["words"])
        if _NAMED.match(after) or _is_name(before, quoted["words"]):
            continue  # what the terms call a part of theirs: 'replaces the above "Law and Disputes" section'
        if words >= MIN_WORDS and _PARTS.search(f"{before} {after}") and (_is_taken(before) or _TAKEN.match(after)):
            yield Passage("struck", quoted.start("words"), quoted.end("words"), words)


def _is_name(before: str, words: str) -> bool:
    """Whether the words before a quotation say that it is the name of a part: 'in the section "Your Rights"'."""
    naming = _NAMING.search(before)
    return naming is not None and (naming["called"] is not None or not _SMALL.search(words))


def _is_taken(before: str) -> bool:
    """Whether the words before a quotation take it out; not where they say what comes in its place."""
    taking = _TAKING.search(before)
    return taking is not None and not _PUT_IN.search(taking["then"])
