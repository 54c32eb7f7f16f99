"""Splits the text of terms into blocks: headings, paragraphs, list items and table cells, each with its source offsets.

Terms arrive as Markdown of uneven quality: underlined headings, bold run-in headings, numbers with escaped dots, lists typed
by hand, text wrapped at a fixed width. A line is classified on its own, then lines are gathered; the cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vendorlint_extractor.documents.block import Block
from vendorlint_extractor.documents.furniture import UNFINISHED, furniture
from vendorlint_extractor.documents.gathered import PLAIN, Gathered
from vendorlint_extractor.documents.headings import (
    BOLD_LINE,
    LONG,
    goes_over,
    is_labelled,
    next_words,
    numbered_bold,
    stands_as_heading,
)
from vendorlint_extractor.documents.items import BULLET, DOTTED, LETTERED, follows, labels_before, marker, style_of
from vendorlint_extractor.documents.labels import has_label
from vendorlint_extractor.documents.words import WORDS

# Pages whose sections are items of a list have their headings indented as those are.
_HEADING = re.compile(r"(?: {0,3}|(?= {4,24}##) +)(?P<number>\d{1,3}\\?[.)]\s+)?(?P<hashes>#{1,6})\s")
_UNDERLINE = re.compile(r" {0,24}(=+|-{2,})\s*$")
_RULE = re.compile(r"\s*([-*_])(?:\s*\1){2,}\s*$")
_GOES_ON = re.compile(r"\s*(?:\d{1,4}\s+)?[a-zà-ÿ]")
_SMALL = re.compile(r"\s*(?:[a-zà-ÿ]{2,}|a)[ ,]")  # the rest of a sentence, and no 'b) item'
_TURNING = re.compile(rf"\s(?:{'|'.join(WORDS['turning'])})(?:\s|$)")  # in small letters: no title has them
_GOES_DOWN = re.compile(
    r"\s*(?:\(?[ai1]\\?[).]\s+|[-*•·–]\s+)?[a-zà-ÿ]{2}"
)  # the rest of it, or the first of its items
MAX_LINE = 400  # characters of a line that are looked at
_CELL = re.compile(r"(?:[^|\\]|\\.?)+")
# What stands before an item: a lead-in or the end of the item before it.
_PAUSE = re.compile(rf"(?:[.:;,!?][*_\")”’\s]*|\b(?:{'|'.join(WORDS['conjunctions'])})\s*)$", re.IGNORECASE)
MAX_BEFORE = 3000  # characters before a mark in which the one before it is looked for
_ANCHOR = re.compile(r"\s*\[\]\([^)]*\)\s*$")


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
    reader = Gathered(text)
    every = list(_lines(text))
    begin = furniture(text, every)
    lines = [(begin.get(index, start), end) for index, (start, end) in enumerate(every) if begin.get(index) != end]
    printed = [text[start:end] for start, end in lines]
    beyond = next_words(printed)
    for index, (start, end) in enumerate(lines):
        line = printed[index]
        long = len(line.strip()) >= LONG and bool(_SMALL.match(beyond[index]))
        reader.breaks_off = _breaks_off(line, beyond[index])
        reader.within = long or reader.breaks_off
        yield from _read_line(reader, start, end, line, printed[index + 1] if index + 1 < len(lines) else "")
        if line.strip():
            reader.said = "" if reader.open is None else line.strip()
    yield from reader.flush()


def _breaks_off(line: str, following: str) -> bool:
    """Whether a line is the beginning of a sentence, however short, and no title: 'We may use your content to', 'The vendor may'
    above '(a) keep'."""
    if UNFINISHED.search(line[-LONG:]):
        return True
    return _TURNING.search(line[-MAX_LINE:]) is not None and _GOES_DOWN.match(following) is not None


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _read_line(reader: Gathered, start: int, end: int, line: str, following: str) -> Iterator[Block]:
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


def _is_next_label(reader: Gathered, line: str) -> bool:
    """Whether a line is the next of several with labels, one below another, each a clause by itself."""
    if reader.open is None or reader.open[0] != "paragraph" or not has_label(line):
        return False
    return has_label(reader.text[reader.open[1] : reader.open[2]].partition("\n")[0])


def _goes_on(reader: Gathered, line: str, mark: re.Match[str]) -> bool:
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


def _cells(reader: Gathered, start: int, line: str) -> Iterator[Block]:
    if not line.strip("|-: \t"):
        return
    for match in _CELL.finditer(line):
        if match[0].strip():
            yield Block("cell", start + match.start(), start + match.end(), reader.section, row=start)
