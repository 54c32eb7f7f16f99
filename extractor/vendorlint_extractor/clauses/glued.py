"""Blanks that a page lost: 'March 3, 2031Earlier version', 'fifteen (15)calendar days', '48hours', 'a duty ofconfidentiality', 'our property.You grant'."""

from __future__ import annotations

import collections
import re
from collections.abc import Iterator, Sequence, Set

from vendorlint_extractor.documents.spans import Derived, inserted
from vendorlint_extractor.language.cues import SentenceCues
from vendorlint_extractor.language.tokens import fold_case

_BEHIND_FIGURES = re.compile(
    r"\b(?:19|20)\d\d(?=[A-ZÀ-Þ][a-zà-ÿ])|\d\)(?=[^\W\d_]{3})|(?<![\w.,])\d{1,3}(?=[a-zà-ÿ]{3})"
)
_BEHIND_SENTENCES = re.compile(r"(?<=[a-zà-ÿ]{4}\.)(?=([A-ZÀ-Þ][a-zà-ÿ]*)[ ’'][a-zà-ÿ])")
_WORD = re.compile(r"[^\W\d_]+")
MIN_LONG = 6  # letters of a word that a little one is glued to
OFTENER = 5  # times that such a word stands alone for each time that it is glued


def unglued(plains: Sequence[Derived], cues: SentenceCues, vocabulary: frozenset[str]) -> list[Derived]:
    """The paragraphs of a document with the blanks that they lack between figures and words, behind little words, and behind a
    sentence before one of the words that open the next.

    A little word is split off where the rest is a word of the document or of `vocabulary`, and the whole stands in the
    document only once, or far more seldom than the rest; and where the rest is a little word too.
    """
    split = _split_words([derived.text for derived in plains], cues.little, vocabulary)
    return [_with_blanks(derived, split, cues.sentence_openers) for derived in plains]


def _split_words(texts: Sequence[str], little: frozenset[str], vocabulary: frozenset[str]) -> dict[str, int]:
    """Words that are two, with the length of the first."""
    counts = collections.Counter(word for text in texts for word in _WORD.findall(fold_case(text)))
    beginning = tuple(little)
    known = counts.keys() | vocabulary
    split: dict[str, int] = {}
    for word, count in counts.items():
        length = _first_of_two(word, little, known) if word.startswith(beginning) and word not in vocabulary else 0
        if length and (count == 1 or count * OFTENER <= counts[word[length:]] or _is_two_little(word, little)):
            split[word] = length
    return split


def _is_two_little(word: str, little: frozenset[str]) -> bool:
    return any(word.startswith(first) and word[len(first) :] in little for first in little)


def _first_of_two(word: str, little: frozenset[str], known: Set[str]) -> int:
    lengths = (len(first) for first in little if word.startswith(first))
    return next((length for length in lengths if _may_follow(word[length:], little, known)), 0)


def _may_follow(rest: str, little: frozenset[str], known: Set[str]) -> bool:
    """Whether a word may stand behind a little one: one that is little too ('ofthe'), or a long one that is known."""
    return rest in little or (rest in known and len(rest) >= MIN_LONG)


def _with_blanks(derived: Derived, split: dict[str, int], openers: frozenset[str]) -> Derived:
    text = derived.text
    ends = {match.end() for match in _BEHIND_SENTENCES.finditer(text) if match[1].lower() in openers}
    offsets = sorted(ends | {match.end() for match in _BEHIND_FIGURES.finditer(text)} | set(_glued(text, split)))
    return inserted(derived, offsets) if offsets else derived


def _glued(text: str, split: dict[str, int]) -> Iterator[int]:
    if split:
        for match in _WORD.finditer(fold_case(text)):
            if match[0] in split:
                yield match.start() + split[match[0]]
