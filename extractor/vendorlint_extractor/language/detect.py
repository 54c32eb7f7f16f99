"""The language of a document, by its little words."""

from __future__ import annotations

import collections
import re
from collections.abc import Collection, Mapping

from vendorlint_extractor.documents.document import Document, DocumentError

LANGUAGE_SAMPLE = 50_000  # characters that are looked at to tell the language
MIN_SHARE = 0.12  # of a text's words that are little words of its language
SHORT_TEXT = 60  # words; below, half of that is enough
MIN_DISTINCT = 2  # of them, so that one word that happens to be spelt alike tells nothing
_LETTERS = re.compile(r"[^\W\d_]+")


def detect_language(document: Document, little: Mapping[str, Collection[str]], read: Collection[str]) -> str:
    """The language whose `little` words are the most frequent. Raises DocumentError where it is none of those `read`."""
    counts = collections.Counter(match[0].lower() for match in _LETTERS.finditer(document.text[:LANGUAGE_SAMPLE]))
    votes = {code: sum(counts[word] for word in words) for code, words in little.items()}
    best = max(votes, key=lambda code: votes[code])
    share = votes[best] / counts.total()
    distinct = sum(word in counts for word in little[best])
    enough = MIN_SHARE if counts.total() >= SHORT_TEXT else MIN_SHARE / 2
    if best in read and distinct >= MIN_DISTINCT and share >= enough:
        return best
    found = f"is in a language ({best})" if share >= MIN_SHARE and best not in read else "is in a language"
    known = ", ".join(read)
    raise DocumentError(document.path, f"{found} that vendorlint cannot read; it reads: {known}")
