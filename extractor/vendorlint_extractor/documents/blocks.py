"""Splits the text of terms into blocks: headings, paragraphs, list items and table cells, each with its source offsets.

Terms arrive as Markdown of uneven quality: underlined headings, bold run-in headings, numbers with escaped dots, lists typed
by hand, text wrapped at a fixed width. A line is classified on its own, then lines are gathered; the cost is linear.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from vendorlint_extractor.documents.furniture import UNFINISHED, furniture
from vendorlint_extractor.documents.headings import (
    ASIDE,
    BOLD_LINE,
    LONG,
    WORDS,
    goes_over,
    is_labelled,
    is_title,
    next_words,
    numbered_bold,
    plain_title,
    stands_as_heading,
)
from vendorlint_extractor.documents.items import BULLET, DOTTED, LETTERED, follows, labels_before, marker, style_of
from vendorlint_extractor.documents.labels import has_label, is_value
from vendorlint_extractor.documents.readers.markdown import is_sentence

BlockKind = Literal["heading", "paragraph", "item", "cell"]


# Pages whose sections are items of a list have their headings indented as those are.
_HEADING = re.compile(r"(?: {0,3}|(?= {4,24}##) +)(?P<number>\d{1,3}\\?[.)]\s+)?(?P<hashes>#{1,6})\s")
_UNDERLINE = re.compile(r" {0,24}(=+|-{2,})\s*$")
_RULE = re.compile(r"\s*([-*_])(?:\s*\1){2,}\s*$")
_RUN_IN = re.compile(
    r"\s*(?:(?P<number>\d{1,3}(?:\.\d{1,3})*)\\?\.?\s+)?(\*\*|__)(?P<title>[^*_][^*]{1,120}?)\2\s*+(?P<stop>[.:)]?)\s*+(?=\S)"
)
_NUMBER = re.compile(
    rf"(?:{'|'.join(WORDS['numbered'])}|§)?\s*(?P<number>(?:\d{{1,3}}|[A-Z])(?:\.\d{{1,3}})*)(?:\\?[.):]|\s|$)",
    re.IGNORECASE,
)
_ROMAN = re.compile(
    rf"(?:{'|'.join(WORDS['numbered'])})\s+(?P<number>(?-i:[IVXLC]{{1,6}}))(?=[\s.):–—-]|$)", re.IGNORECASE
)
_GOES_ON = re.compile(r"\s*(?:\d{1,4}\s+)?[a-zà-ÿ]")
_SMALL = re.compile(r"\s*(?:[a-zà-ÿ]{2,}|a)[ ,]")  # the rest of a sentence, and no 'b) item'
_CELL = re.compile(r"(?:[^|\\]|\\.?)+")
# What stands before an item: a lead-in or the end of the item before it.
_PAUSE = re.compile(rf"(?:[.:;,!?][*_\")”’\s]*|\b(?:{'|'.join(WORDS['conjunctions'])})\s*)$", re.IGNORECASE)
MAX_BEFORE = 3000  # characters before a mark in which the one before it is looked for
PLAIN = 4  # the level of a heading without markup
MAX_TITLE = 400  # characters of a heading that are looked at
MAX_VALUE = 80  # characters of a value behind its label
MAX_WIDTH = 130  # columns; a paragraph in a line of its own has more
_UNNUMBERED = re.compile(r"^(?:\w{1,3}\\?[.)]\s+)+")
_ANCHOR = re.compile(r"\s*\[\]\([^)]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading as printed, markup removed; `number` is the printed number ('10.4'), or empty."""

    title: str
    number: str
    level: int
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text: [start, end) in the source, its kind and, for list items, how deep it is indented, how it is marked
    (bullet, letter, roman, figure, or decimal with its depth: 10.2 is 'decimal2') and its mark as printed ('a', '10.2')."""

    kind: BlockKind
    start: int
    end: int
    section: Section
    indent: int = 0
    style: str = ""
    mark: str = ""
    row: int = -1  # where the row of a cell begins in the source
    gaps: tuple[tuple[int, int], ...] = ()  # page numbers and running lines in it


class _Reader:
    """Walks the lines once and yields blocks; the open paragraph is the only state besides the section."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.section = Section("", "", 0, ())
        self.above: list[tuple[int, str]] = []  # levels and titles of the sections that are open, the outermost first
        self.open: tuple[BlockKind, int, int, int, str, str] | None = None  # kind, start, end, indent, style, mark
        self.width = _width(text)
        self.letter = ""  # of the last item that has one
        self.leads = False  # the last block ended with a colon, so that what follows is its list
        self.said = ""  # the last line with words, where it was no heading
        self.within = False  # the line is long and the next one goes on in small letters: it breaks off a sentence

    def flush(self) -> Iterator[Block]:
        if self.open is None:
            return
        kind, start, end, indent, style, mark = self.open
        self.open = None
        if kind in ("paragraph", "item"):
            match = _RUN_IN.match(self.text, start, end)
            if match and self._runs_in(match, kind):
                self.enter(match["title"], 6, match["number"] or "")
                start = start if self._is_value(match.end(), end, match["title"] + match["stop"]) else match.end()
        shown = self.text[start:end].strip(" \n*_")
        if shown:
            self.leads = shown.endswith(":") or (kind == "item" and self.leads)
            yield Block(kind, start, end, self.section, indent, style, mark)

    def _runs_in(self, match: re.Match[str], kind: str) -> bool:
        """Whether bold words that begin a paragraph or an item are its title, and not the first words of a sentence."""
        title = match["title"]
        if ASIDE.match(title) or not is_title(title) or is_sentence(title.strip() + match["stop"].strip(":)")):
            return False
        marked = match["stop"] or match["number"] or title.rstrip()[-1:] == ":"
        if not marked and kind != "paragraph":
            return False
        after = self.text[match.end() : match.end() + 8].lstrip("*_\"'“«[ ")
        return (
            match["stop"] in (":", ")")
            or title.rstrip()[-1:] == ":"
            or (after[:1].isalnum() and not after[:1].islower())
        )

    def _is_value(self, start: int, end: int, label: str) -> bool:
        """Whether what stands behind a label is its value and no sentence: '**Governing law:** Texas'."""
        return (
            label.rstrip()[-1:] == ":" and end - start <= MAX_VALUE and is_value(self.text[start:end].rstrip(" *_\n"))
        )

    def enter(self, title: str, level: int, number: str = "") -> None:
        """Open a section; deeper headings keep their ancestors' titles in `path`."""
        words = plain_title(title[:MAX_TITLE])
        found = _ROMAN.match(words) or _NUMBER.match(words)
        shown = f"{number} {words}" if number and not words.startswith(number) else words
        number = number or (found["number"] if found else "")
        while self.above and self.above[-1][0] >= level:
            self.above.pop()
        self.above.append((level, words))
        self.section = Section(shown, number, level, tuple(title for _, title in self.above))

    def heading(self, start: int, end: int, title: str, level: int) -> Iterator[Block]:
        yield from self.flush()
        self.leads = level == PLAIN and title.endswith(":")
        if plain_title(title[:MAX_TITLE]):
            self.enter(title, level)
            yield Block("heading", start, end, self.section)
            if level != PLAIN and is_sentence(
                _UNNUMBERED.sub("", title.strip(" *_"))
            ):  # what it says holds, large as it is
                begin = self.text.index(title[:1], start, end)
                yield Block("paragraph", begin, end, self.section)


def read_blocks(text: str) -> Iterator[Block]:
    """All blocks in the order of the text; a sentence cut by a blank line, as converted pages have it, is one paragraph."""
    held: Block | None = None
    for block in _read_blocks(text):
        if held is not None and _continues(text, held, block):
            between = (held.end, block.start)
            held = replace(
                held, end=block.end, gaps=(*held.gaps, *([between] if text[slice(*between)].strip() else []))
            )
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _continues(text: str, before: Block, block: Block) -> bool:
    if before.kind not in ("paragraph", "item") or block.kind != "paragraph" or before.section != block.section:
        return False
    if text[before.start : before.end].rstrip(" \n*_)")[-1:] in ".:;!?":
        return False
    last = text[max(before.start, before.end - MAX_BEFORE) : before.end]
    return (
        _GOES_ON.match(text, block.start, block.end) is not None
        or UNFINISHED.search(last) is not None
        or goes_over(last, text[block.start : min(block.end, block.start + LONG)])
    )


def _read_blocks(text: str) -> Iterator[Block]:
    reader = _Reader(text)
    every = list(_lines(text))
    begin = furniture(text, every)
    lines = [(begin.get(index, start), end) for index, (start, end) in enumerate(every) if begin.get(index) != end]
    printed = [text[start:end] for start, end in lines]
    beyond = next_words(printed)
    for index, (start, end) in enumerate(lines):
        line = printed[index]
        reader.within = len(line.strip()) >= LONG and bool(_SMALL.match(beyond[index]))
        yield from _read_line(reader, start, end, line, printed[index + 1] if index + 1 < len(lines) else "")
        if line.strip():
            reader.said = "" if reader.open is None else line.strip()
    yield from reader.flush()


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _read_line(reader: _Reader, start: int, end: int, line: str, following: str) -> Iterator[Block]:
    stripped = line.strip()
    alone = reader.open is None
    if not stripped or _ANCHOR.match(line) or (_UNDERLINE.match(line) and alone) or _RULE.match(line):
        yield from reader.flush()
    elif match := _HEADING.match(line):
        title = (match["number"] or "") + line[match.end() :].strip().rstrip("#").rstrip()
        yield from reader.heading(start, end, title, len(match["hashes"]))
    elif alone and _UNDERLINE.match(following) and len(stripped) < 200:
        yield from reader.heading(start, end, stripped, 1 if following.lstrip().startswith("=") else 2)
    elif stripped.startswith("|") and stripped.count("|") > 1:
        yield from reader.flush()
        yield from _cells(reader, start, line)
    elif (
        alone
        and (not following.strip() or (is_labelled(line) and len(stripped) < LONG and not _GOES_ON.match(following)))
        and not reader.leads
        and stands_as_heading(line, stripped)
        and not (reader.within or goes_over(reader.said, stripped))
    ):
        bold = BOLD_LINE.match(line)
        yield from reader.heading(start, end, bold["title"] if bold else stripped, 3 if bold else PLAIN)
    elif alone and not following.strip() and (title := numbered_bold(line)):
        yield from reader.heading(start, end, title, 3)
    elif (mark := marker(line, alone)) and not _goes_on(reader, line, mark):
        yield from reader.flush()
        label = mark[2] if mark.re is not BULLET else ""
        style = style_of(mark, reader.letter)
        reader.letter = label.lower() if style == "letter" else reader.letter
        reader.open = ("item", start + mark.end(), end, len(mark[1].expandtabs(4)), style, label)
    elif reader.open is not None and not _is_next_label(reader, line):
        kind, begun, _, indent, style, label = reader.open
        reader.open = (kind, begun, end, indent, style, label)
    else:
        yield from reader.flush()
        reader.open = ("paragraph", start, end, len(line) - len(line.lstrip()), "", "")


def _is_next_label(reader: _Reader, line: str) -> bool:
    """Whether a line is the next of several with labels, one below another, each a clause by itself."""
    if reader.open is None or reader.open[0] != "paragraph" or not has_label(line):
        return False
    return has_label(reader.text[reader.open[1] : reader.open[2]].partition("\n")[0])


def _goes_on(reader: _Reader, line: str, mark: re.Match[str]) -> bool:
    """Whether a line that begins with (b) is the rest of a sentence whose lines are broken at a width, and no item.

    It is where the sentence has (a) in it, or where it neither paused nor had room for the line's first word.
    """
    if reader.open is None or mark.re is BULLET:
        return False
    _, start, end, _, _, above = reader.open
    before = reader.text[max(start, end - MAX_BEFORE) : end]  # not all of it: the cost stays linear
    if mark.re is not LETTERED:  # 'as Section\n4.2 says'
        small = mark.re is DOTTED or line[mark.end() : mark.end() + 1].islower()
        return small and not follows(above, mark[2]) and not _PAUSE.search(before.rpartition("\n")[2])
    label = mark[2]
    if line.lstrip().startswith(f"({label})") and label.isdigit() and int(label) > 1 and not follows(above, label):
        small = line[mark.end() : mark.end() + 1].islower()  # 'thirty\n(30) days'
        if small and not _PAUSE.search(before.rpartition("\n")[2]):
            return True
    earlier = (each.upper() if label.isupper() else each for each in labels_before(label.lower()))
    if any(f" ({each})" in before or f"\n({each})" in before for each in earlier):
        return True
    last = before.rpartition("\n")[2]
    word = line.strip().partition(" ")[0]  # a space that does not break keeps a mark with the word after it
    full = len(last.rstrip()) + 1 + len(word) > reader.width
    return full and not _PAUSE.search(last)


def _width(text: str) -> int:
    """The columns at which the lines of paragraphs are broken; where they are not, more than any line has."""
    lines = text.split("\n")
    inner = sorted(len(line.rstrip()) for line, after in itertools.pairwise(lines) if line.strip() and after.strip())
    width = inner[len(inner) * 9 // 10] if inner else 0
    return width if 30 <= width <= MAX_WIDTH else len(text)


def _cells(reader: _Reader, start: int, line: str) -> Iterator[Block]:
    if not line.strip("|-: \t"):
        return
    for match in _CELL.finditer(line):
        if match[0].strip():
            yield Block("cell", start + match.start(), start + match.end(), reader.section, row=start)
