"""Key terms: lines of a label and its value ('Governing law: Ireland'), and cells that answer the one before them ('No')."""

from __future__ import annotations

import re

from vendorlint_extractor.documents.words import WORDS

MAX_ANSWER = 80  # characters
# A label has up to eight words and begins with a capital; a value stands behind it.
_LABELLED = re.compile(
    r"\s*(?:(\*\*|__)[A-ZÀ-Þ][^*_:]{1,60}(?::\s*\1|\1\s*:)|[A-ZÀ-Þ][^\s:]{0,30}(?: [^\s:]{1,30}){0,7}\s?:)\s+\S"
)
_ANSWER = re.compile(rf"\W*(?:{'|'.join([*WORDS['refused'], *WORDS['answers']])})(?:\b|$)", re.IGNORECASE)


def has_label(line: str) -> bool:
    """Whether a line begins with a label and goes on with its value."""
    return bool(_LABELLED.match(line))


def is_answer(text: str) -> bool:
    """Whether a cell says yes or no to the one before it, so that this one states nothing by itself."""
    return len(text) <= MAX_ANSWER and bool(_ANSWER.match(text))


def is_value(text: str) -> bool:
    """Whether what stands behind a label is its value and no sentence: a value has a full stop only behind a figure or an answer."""
    if text[-1:] != ".":
        return text[-1:] not in ";:!?"
    return is_answer(text) or text[:1].isdigit()
