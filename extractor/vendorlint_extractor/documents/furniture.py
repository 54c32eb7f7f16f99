"""Page numbers and running lines that stand in the middle of a sentence, as pages that were copied to text have them."""

from __future__ import annotations

import collections
import re
from collections.abc import Iterator, Sequence

_NUMBER = re.compile(r"\d+")
_FIGURES = re.compile(r"\W*\d{1,4}(?:\W{1,3}\d{1,4})?\W*|\s*</?PAGE>\s*")  # the tag of filings' pages
_END = re.compile(r"[.:;!?][\"')\]”’*_]*\s*$")
_ITEM = re.compile(r"\s*[a-zà-ÿ]{1,4}[.)]\s")
MAX_LINE = 90  # characters
MIN_TIMES = 3  # that a line stands in a document, numbers aside


def furniture(text: str, lines: Sequence[tuple[int, int]]) -> set[int]:
    """The lines that are none of the text, by index: each alone between blank lines, in a sentence that goes on behind it.

    A line of figures is a page number, and <PAGE> is one without figures; one of words must return on other pages.
    """
    shown = [index for index, (start, end) in enumerate(lines) if text[start:end].strip()]
    repeated = _repeated(text[start:end].strip() for start, end in lines)
    alone = {index for index in shown if _alone(text, lines, index)}
    found: set[int] = set()
    for run in _runs(shown, [index in alone and _unread(text, lines[index], repeated) for index in shown]):
        before, after = run[0] - 1, run[-1] + 1
        if before >= 0 and after < len(shown) and _goes_on(text, lines[shown[before]], lines[shown[after]]):
            found.update(shown[position] for position in run)
    return found


def _runs(shown: Sequence[int], unread: Sequence[bool]) -> Iterator[list[int]]:
    """Positions in `shown` of lines that stand together and may be furniture."""
    run: list[int] = []
    for position in range(len(shown)):
        if unread[position]:
            run.append(position)
        elif run:
            yield run
            run = []
    if run:
        yield run


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
    first = text[after[0] : after[1]]
    return (
        not _END.search(text[max(before[1] - 200, before[0]) : before[1]])
        and first.lstrip()[:1].islower()
        and not _ITEM.match(first)
    )
