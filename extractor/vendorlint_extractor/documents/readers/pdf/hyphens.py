"""Whether a hyphen at a line's end belongs to the word, or only says that the word goes on.

A soft hyphen never belongs to it. Of a hard one decides, in this order:

1. What follows: nothing is joined before "and", "or" and the like ("pre- and post-termination"), and the hyphen stays before a
   capital or a figure ("Non-" + "Exclusive").
2. What stands before: the hyphen stays behind a figure ("30-" + "day") and where another one led to it ("state-of-the-" + "art",
   "pre- and post-" + "termination").
3. The document: as it writes the word elsewhere, within a line.
4. The compound: it stays behind prefixes that are written with a hyphen ("non-", "self-", "third-"), before words that make
   compounds ("royalty-" + "free"), and in numbers and what they count ("thirty-" + "five", "twelve-" + "month").
5. The parts: it stays if both stand in the document as words ("royalty-" + "free"), unless the first one is such as grows
   together with what follows ("there-" + "under").
6. Else the word goes on without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vendorlint_extractor.documents.readers.pdf.letters import SOFT_HYPHEN
from vendorlint_extractor.documents.words import WORDS

_HYPHENS = "-\u2010\u2011"
_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011'’][^\W_]+)*")
_WORDS = WORDS["hyphens"]
_SUSPENDED, _KEEPS, _GROWS, _MAKES = (frozenset(_WORDS[name]) for name in ("suspended", "keeps", "grows", "makes"))
_TENS, _ONES, _ORDINALS, _COUNTED = (frozenset(_WORDS[name]) for name in ("tens", "ones", "ordinals", "counted"))
_PAIRS = {first: frozenset(seconds) for first, seconds in _WORDS["pairs"].items()}
_COUPLE = re.compile(rf"[{_HYPHENS}] (?:{'|'.join(_WORDS['couples'])}) $")
MAX_STEM = 30
STEM = 5  # letters of the second part by which forms of one word are known


class Hyphens:
    """Joins lines by the words that the whole document writes within its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._stems: set[str] = set()
        parted = False
        for line in lines:
            words = _WORD.findall(line.casefold())[parted:]
            parted = line.endswith((*_HYPHENS, SOFT_HYPHEN))
            for word in words[:-1] if parted else words:
                if word not in self._words:
                    self._words.add(word)
                    self._stems.update(word[:length] for length in range(2, min(len(word), MAX_STEM) + 1))

    def join(self, before: str, after: str) -> tuple[str, str]:
        """The end of a line and the beginning of the next as two strings, of which the first has the whole of a parted word."""
        word, _, rest = after.partition(" ")
        if before.endswith(SOFT_HYPHEN):
            return before.rstrip(SOFT_HYPHEN) + word, rest
        if before.endswith("/") and word[:1].isalpha():
            return before + word, rest
        start = _WORD.match(word)
        if before[-1] not in _HYPHENS or not start or start[0].casefold() in _SUSPENDED:
            return before, after
        keeps = self._keeps(before[:-1], start[0])
        return (before if keeps else before[:-1]) + word, rest

    def _keeps(self, before: str, following: str) -> bool:
        further, last = _last_word(before)
        if not last or last[-1].isdigit() or further.endswith(tuple(_HYPHENS)) or _COUPLE.search(further[-8:]):
            return True
        if not following[0].islower() and not (last.isupper() and len(last) > 1 and following.isupper()):
            return True
        left, right = last.casefold(), following.casefold()
        if left + right[:STEM] in self._stems:
            return False
        if any(f"{left}{hyphen}{right[:STEM]}" in self._stems for hyphen in _HYPHENS) or _is_compound(left, right):
            return True
        parts = left in self._words and right in self._words
        return parts and min(len(left), len(right)) > 2 and left not in _GROWS


def _is_compound(left: str, right: str) -> bool:
    """Whether two parts make a word that is written with a hyphen, wherever it stands."""
    if left in _KEEPS or right in _MAKES or right in _PAIRS.get(left, ()):
        return True
    counts = left in _TENS or left in _ONES
    return (left in _TENS and right in _ONES | _ORDINALS) or (counts and right in _COUNTED)


def _last_word(text: str) -> tuple[str, str]:
    """The text in two: the letters and figures at its end, and what stands before."""
    at = len(text)
    while at and text[at - 1].isalnum():
        at -= 1
    return text[:at], text[at:]


def without_soft(text: str) -> str:
    """Text without the soft hyphens that are not shown."""
    return text.replace(SOFT_HYPHEN, "")
