"""A quote in a terminal: wrapped, its telling words marked, and cut where it is long and tells nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vendorlint.unsafe import escape

WIDTH = 96
MAX_LINES = 7  # a longer quote is cut to the lines with telling words and their neighbours
MARK_ON, MARK_OFF = "\x1b[1;4m", "\x1b[0m"
CUT = "[…]"

_PIECE = re.compile(r"\S+\s*")
Span = tuple[int, int]


def quote_lines(quote: str, words: Sequence[str], *, color: bool, width: int = WIDTH, whole: bool = False) -> list[str]:
    """The lines of a quote, cut to the telling ones unless it is wanted `whole`.

    Without colour, each line that has telling words is followed by one with ^^^ under them.
    """
    text = escape(quote)
    marks = word_spans(text, [escape(word) for word in words])
    lines = list(_wrapped(text, width))
    kept = set(range(len(lines))) if whole else _kept(lines, marks)
    shown: list[str] = []
    for index, line in enumerate(lines):
        if index not in kept:
            if index == 0 or index - 1 in kept:
                shown.append(CUT)
            continue
        inside = [(max(start, line[0]) - line[0], min(end, line[1]) - line[0]) for start, end in marks]
        shown.extend(_marked(text[line[0] : line[1]], [span for span in inside if span[0] < span[1]], color))
    return shown


def telling_lines(quote: str, words: Sequence[str], *, color: bool, width: int = WIDTH) -> list[str]:
    """The one line of a quote that has the first telling words, with dots where it goes on; without colour ^^^ below it."""
    text = escape(quote)
    marks = word_spans(text, [escape(word) for word in words])
    room = max(width - 2 * (len(CUT) + 1), 1)
    lines = list(_wrapped(text, width))
    if len(lines) < 2:
        return _marked(text, marks, color)
    first = marks[0][0] if marks else 0
    start = _word_start(text, max(0, min(first - room // 3, len(text) - room)))
    end = max((stop for _, stop in _wrapped(text[start:], room) if stop <= room), default=room) + start
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in marks if a < end and start < b]
    before, after = f"{CUT} " if start else "", f" {CUT}" if end < len(text) else ""
    shown, *under = _marked(text[start:end], inside, color)
    return [f"{before}{shown}{after}", *(f"{' ' * len(before)}{line}" for line in under)]


def _word_start(text: str, at: int) -> int:
    """Where the word at a place of the text begins, or the next one where it is not near."""
    if at == 0:
        return 0
    following = text.find(" ", at)
    return following + 1 if 0 <= following < at + 30 else at


def word_spans(text: str, words: Sequence[str]) -> list[Span]:
    """Where telling words stand in a text, in its order; overlapping ones are joined."""
    found = ((start, start + len(word)) for word in words if word and (start := text.find(word)) >= 0)
    merged: list[Span] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _wrapped(text: str, width: int) -> Iterator[Span]:
    """Where each line starts and ends; a word that is longer than a line is broken."""
    start = end = 0
    for piece in _PIECE.finditer(text):
        stop = piece.start() + len(piece[0].rstrip())
        if stop - start > width and end > start:
            yield start, end
            start = piece.start()
        while stop - start > width:
            yield start, start + width
            start += width
        end = stop
    if end > start:
        yield start, end


def _kept(lines: Sequence[Span], marks: Sequence[Span]) -> set[int]:
    if len(lines) <= MAX_LINES:
        return set(range(len(lines)))
    told = {index for index, (start, end) in enumerate(lines) for mark in marks if mark[0] < end and start < mark[1]}
    return {near for index in told for near in (index - 1, index, index + 1)} or set(range(MAX_LINES - 1))


def _marked(line: str, spans: Sequence[Span], color: bool) -> list[str]:
    if not spans:
        return [line]
    if not color:
        under = [" "] * len(line)
        for start, end in spans:
            under[start:end] = "^" * (end - start)
        return [line, "".join(under).rstrip()]
    shown, at = "", 0
    for start, end in spans:
        shown += f"{line[at:start]}{MARK_ON}{line[start:end]}{MARK_OFF}"
        at = end
    return [shown + line[at:]]
