"""Which words of a page a reader sees as its text: not the hidden ones, not those with a line through, no watermark."""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from vendorlint_extractor.documents.readers.pdf.ink import Box, Ink
from vendorlint_extractor.documents.readers.pdf.rules import Rule
from vendorlint_extractor.documents.readers.pdf.words import Frame, Word

TINY = 1.6  # points
SCAN = 0.5  # of a page that a picture covers
STRUCK = (0.12, 0.5)  # times the size above the base line: where a line goes through words
COVERED = 0.6  # of a word's width
NEAREST = 100  # lines that are looked at for a word
PALE = 60  # of 255: how much lighter than the text a watermark is
HUGE, LARGE = 3.0, 1.8  # times the size of the text
TILES = 3  # times that a page shows the words of a watermark
MOSTLY = 0.8  # of a watermark's words: some of them are cut off at an edge
ON_LINE = 0.1  # times the size: base lines that are no further apart are one
OVER = 0.1  # of the smaller box


def is_word(word: Word) -> bool:
    """Whether there is a letter or a figure in it."""
    return any(map(str.isalnum, word.text))


def unshown(words: Sequence[tuple[Word, Box]], ink: Ink, pictures: Sequence[Box]) -> set[int]:
    """The ids of words that the page does not show as such."""
    return {id(word) for word, box in words if is_word(word) and not _shows(word, box, ink, pictures)}


def unseen(
    words: Sequence[tuple[Word, Box]], found: set[int], ink: Ink, pictures: Sequence[Box], frame: Frame
) -> set[int]:
    """The ids of words that nobody sees, of those `found` not to be shown. On a scanned page they may stand beside what they were
    read from: where most of them do, all are its text."""
    largest = max(((right - left) * (top - bottom) for left, bottom, right, top in pictures), default=0.0)
    scanned = largest >= SCAN * frame.width * frame.height and len(found) * 2 > len(words) and ink.has_any()
    return set() if scanned else found


def _shows(word: Word, box: Box, ink: Ink, pictures: Sequence[Box]) -> bool:
    if word.size < TINY or (word.clear and not any(_holds(picture, box) for picture in pictures)):
        return False
    return ink.shows(box, 0 if word.clear else word.ink)


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def marked(words: Iterable[tuple[Word, Box]], boxes: Sequence[Box]) -> set[int]:
    """The ids of words in boxes."""
    return {id(word) for word, box in words if any(_holds(each, box) for each in boxes)} if boxes else set()


def struck(words: Iterable[Word], strokes: Iterable[Rule]) -> set[int]:
    """The ids of words that level strokes go through."""
    lines = sorted(strokes, key=lambda stroke: stroke.y0)
    tops = [stroke.y0 for stroke in lines]
    found = set()
    for word in words if lines else ():
        low, high = (word.y - part * word.size for part in STRUCK)
        near = lines[bisect.bisect_left(tops, high) :][:NEAREST]
        covered = sum(
            max(min(line.x1, word.x1) - max(line.x0, word.x0), 0.0) for line in near if (line.y0 + line.y1) / 2 <= low
        )
        if is_word(word) and covered >= COVERED * (word.x1 - word.x0):
            found.add(id(word))
    return found


def watermarks(words: Sequence[Word]) -> set[int]:
    """The ids of words that lie over or between the text, as stamps do: paler or larger than it, and over other words, or
    again and again on the page."""
    styles: dict[tuple[float, int], list[Word]] = defaultdict(list)
    for word in words:
        styles[round(word.size), word.ink].append(word)
    if len(styles) < 2:
        return set()
    (size, ink), _ = max(styles.items(), key=lambda each: sum(len(word.text) for word in each[1]))
    text = sorted((word for word in words if (round(word.size), word.ink) == (size, ink)), key=lambda word: word.y)
    found: set[int] = set()
    for (own_size, own_ink), group in styles.items():
        pale, large = own_ink >= ink + PALE, own_size >= LARGE * size
        if (pale or large) and _is_stamp(group, text, pale=pale, huge=own_size >= HUGE * size):
            found.update(map(id, group))
    return found


def _is_stamp(group: Sequence[Word], text: Sequence[Word], *, pale: bool, huge: bool) -> bool:
    tops = [word.y for word in text]
    if pale and (huge or _is_tiled(group, tops)):
        return True
    return sum(_overlaps(word, text, tops) for word in group) * 3 >= len(group)


def _is_tiled(group: Sequence[Word], tops: Sequence[float]) -> bool:
    """Whether words return all over the page, and most of them on no line of the text."""
    places = Counter(word.text for word in group)
    again = sum(count for count in places.values() if count >= TILES)
    return again >= MOSTLY * len(group) and sum(_is_between(word, tops) for word in group) * 2 >= len(group)


def _is_between(word: Word, tops: Sequence[float]) -> bool:
    """Whether a word stands on no base line of the text."""
    near = bisect.bisect_left(tops, word.y - ON_LINE * word.size)
    return near == len(tops) or tops[near] > word.y + ON_LINE * word.size


def _overlaps(word: Word, text: Sequence[Word], tops: Sequence[float]) -> bool:
    """Whether a word is printed over words of the text."""
    first = bisect.bisect_left(tops, word.y - word.size)
    last = bisect.bisect_right(tops, word.y + word.size)
    return any(_shared(word, other) > OVER for other in text[first : min(last, first + NEAREST * 10)])


def _shared(word: Word, other: Word) -> float:
    """The share of the smaller of two words' boxes that the other covers."""
    width = min(word.x1, other.x1) - max(word.x0, other.x0)
    height = min(word.y, other.y) - max(word.y - 0.7 * word.size, other.y - 0.7 * other.size)
    if width <= 0 or height <= 0:
        return 0.0
    areas = [(each.x1 - each.x0) * 0.7 * each.size for each in (word, other)]
    return width * height / max(min(areas), 0.01)
