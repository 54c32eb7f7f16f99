"""The language of a document, by its little words."""

from __future__ import annotations

import collections
import re

from vendorlint_extractor.documents.document import Document, DocumentError
from vendorlint_extractor.language.lexicon import languages, stop_words

LANGUAGE_SAMPLE = 50_000  # characters that are looked at to tell the language
MIN_SHARE = 0.12  # of a text's words that are little words of its language
SHORT_TEXT = 60  # words; below, half of that is enough
MIN_DISTINCT = 2  # of them, so that one word that happens to be spelt alike tells nothing
_LETTERS = re.compile(r"[^\W\d_]+")


def detect_language(document: Document) -> str:
    """The language whose little words are the most frequent. Raises DocumentError where it has no lexicon here."""
    counts = collections.Counter(match[0].lower() for match in _LETTERS.finditer(document.text[:LANGUAGE_SAMPLE]))
    votes = {language: sum(counts[word] for word in known) for language, known in stop_words().items()}
    best = max(votes, key=lambda language: votes[language])
    share = votes[best] / counts.total()
    distinct = sum(word in counts for word in stop_words()[best])
    if (
        best in languages()
        and distinct >= MIN_DISTINCT
        and share >= MIN_SHARE / (1 if counts.total() >= SHORT_TEXT else 2)
    ):
        return best
    found = f"is in a language ({best})" if share >= MIN_SHARE and best not in languages() else "is in a language"
    known = ", ".join(languages())
    raise DocumentError(document.path, f"{found} that vendorlint cannot read; it reads: {known}")
