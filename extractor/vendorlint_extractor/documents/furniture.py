"""Page numbers and running lines that stand in the middle of a sentence, as pages that were copied to text have them."""

from __future__ import annotations

import collections
import itertools
import re
from collections.abc import Iterator, Sequence

from vendorlint_extractor.documents.words import WORDS

_NUMBER = re.compile(r"\d+")
_FIGURES = re.compile(r"\W*\d{1,4}(?:\W{1,3}\d{1,4})?\W*|\s*</?PAGE>\s*")  # the tag of filings' pages
_END = re.compile(r"[.:;!?][\"')\]”’*_]*\s*$")
_ITEM = re.compile(r"\s*[a-zà-ÿ]{1,4}[.)]\s")
_CAPITAL = re.compile(r"\s*([A-ZÀ-Þ][\w'’&.-]*)\s+(?=\S)")
UNFINISHED = re.compile(rf"\s(?:{'|'.join(WORDS['unfinished'])})\s*$")
MAX_LINE = 400  # characters
MIN_TIMES = 3  # that a line stands in a document, numbers aside
MIN_PAGES = 5  # that begin with the same words, and at least half of all
MAX_HEAD = 8  # words that all pages begin with


def furniture(text: str, lines: Sequence[tuple[int, int]]) -> dict[int, int]:
    """The lines that are none of the text, or begin with what is none of it, by index: the offset where text begins.

    A line alone between blank lines, in a sentence that goes on behind it, is none: figures are a page number, <PAGE> its end, words must
    return on other pages. Words in capitals that half of the pages begin with are none either, glued to the first line as they are.
    """
    shown = [index for index, (start, end) in enumerate(lines) if text[start:end].strip()]
    repeated = _repeated(text[start:end].strip() for start, end in lines)
    alone = {index for index in shown if _alone(text, lines, index)}
    runs = list(_runs(shown, [index in alone and _unread(text, lines[index], repeated) for index in shown]))
    found = _glued(text, lines, [shown[run[-1] + 1] for run in runs if run[-1] + 1 < len(shown)])
    for run in runs:
        before, after = run[0] - 1, run[-1] + 1
        if before >= 0 and after < len(shown):
            index = shown[after]
            if _goes_on(text, lines[shown[before]], (found.get(index, lines[index][0]), lines[index][1])):
                found.update((shown[position], lines[shown[position]][1]) for position in run)
    return found


def _runs(shown: Sequence[int], unread: Sequence[bool]) -> Iterator[list[int]]:
    """Positions in `shown` of lines that stand together and may be furniture."""
    for may_be, positions in itertools.groupby(range(len(shown)), key=lambda position: unread[position]):
        if may_be:
            yield list(positions)


def _glued(text: str, lines: Sequence[tuple[int, int]], firsts: Sequence[int]) -> dict[int, int]:
    """Where the text begins in those first lines of pages that have the pages' running words before it."""
    heads = {index: list(_capitals(text, *lines[index])) for index in firsts}
    counts = collections.Counter(
        tuple(word for word, _ in head[:count]) for head in heads.values() for count in range(2, len(head) + 1)
    )
    running = [words for words, count in counts.items() if count >= max(MIN_PAGES, len(firsts) / 2)]
    longest = max(running, key=len, default=())
    return {
        index: head[len(longest) - 1][1]
        for index, head in heads.items()
        if longest and tuple(word for word, _ in head[: len(longest)]) == longest
    }


def _capitals(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The words in capitals that a line begins with, each with the offset of what follows it; never all of the line."""
    for _ in range(MAX_HEAD):
        word = _CAPITAL.match(text, start, end)
        if not word:
            return
        start = word.end()
        yield word[1], start


def _repeated(stripped: Iterator[str]) -> frozenset[str]:
    counts = collections.Counter(_NUMBER.sub("0", line) for line in stripped if 0 < len(line) <= MAX_LINE)
    return frozenset(line for line, count in counts.items() if count >= MIN_TIMES)


def _alone(text: str, lines: Sequence[tuple[int, int]], index: int) -> bool:
    """Whether the lines around one are blank."""
    around = [lines[other] for other in (index - 1, index + 1) if 0 <= other < len(lines)]
    return not any(text[start:end].strip() for start, end in around)


def _unread(text: str, line: tuple[int, int], repeated: frozenset[str]) -> bool:
    words = text[line[0] : line[1]].strip()
    return bool(_FIGURES.fullmatch(words)) or _NUMBER.sub("0", words) in repeated


def _goes_on(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether a sentence that has no end in one line goes on in the other."""
    last, first = text[max(before[1] - 200, before[0]) : before[1]], text[after[0] : after[1]]
    small = first.lstrip()[:1].islower() and not _ITEM.match(first)
    return not _END.search(last) and (small or UNFINISHED.search(last) is not None)
