"""The words of texts that a pattern may match, as `wanted` has them.

A word is written 'data', or '^data$' where it is bounded on both sides, or 'data$' on one; 'of data' are two whole words with a blank
between. Figures are written as 0.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

Choice = frozenset[str]  # one of its words is enough

EDGE = "\0"  # where no word goes on: an end of the text, a blank, a mark that is no full stop
WEAK = 3  # letters under which a piece of a word tells nothing
_RUN = re.compile(r"[A-Za-z0-9_]+|[^\sA-Za-z0-9_\0]")


def choices_of(texts: Collection[str]) -> Iterator[Choice]:
    """What any of these texts asks for: a word of each, by their places, and the longest."""
    each = [_words(text) for text in texts]
    if not all(each):
        return
    yield frozenset(words[0] for words in each)
    if any(len(words) > 1 for words in each):
        yield frozenset(words[min(1, len(words) - 1)] for words in each)
        yield frozenset(words[min(2, len(words) - 1)] for words in each)
        yield frozenset(max(words, key=len) for words in each)
        yield frozenset(words[-1] for words in each)


def _words(text: str) -> list[str]:
    """The words and marks of a text in their order, two of them as one where they are neighbours and whole."""
    if (word := text.strip(EDGE)).isalnum():  # most are one
        return [f"{'^' * (text[0] == EDGE)}{word}{'$' * (text[-1] == EDGE)}"]
    found: list[str] = []
    before, paired = None, False
    for run in _RUN.finditer(text):
        word, bounded = run[0], run.start() > 0 and run.end() < len(text)
        is_word = word[0] == "_" or word[0].isalnum()
        if before and is_word and bounded and text[before.end() : run.start()] == " ":
            if not paired:
                found.pop()
            found.append(f"{before[0]} {word}")
            paired = True
        else:
            found.append(
                f"{'^' if run.start() or not is_word else ''}{word}{'$' if run.end() < len(text) or not is_word else ''}"
            )
            paired = False
        before = run if is_word and bounded else None
    return found


def tells(choice: Choice) -> bool:
    """Whether a choice is not met by almost any text."""
    return not any(map(_is_weak, choice))


def _is_weak(word: str) -> bool:
    piece = not (word[0] == "^" and word[-1] == "$") and " " not in word
    return piece and len(word.strip("^$")) < WEAK and "0" not in word
