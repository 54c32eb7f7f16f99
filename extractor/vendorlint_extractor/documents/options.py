"""Options that a form leaves open: of boxes before or behind words, what nobody ticked states nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from vendorlint_extractor.documents.block import Block
from vendorlint_extractor.documents.unseen import Passage, count_words
from vendorlint_extractor.documents.words import WORDS

_OPEN = r"[☐□◻◽⬜▢]|(?<![\w\]])\\?\[(?:[ \u00a0]?|_)\\?\](?!\()|<input\b(?![^<>]*\bchecked)[^<>]{0,300}\btype=[\"']?(?:checkbox|radio)\b[^<>]{0,300}>"
_TICKED = r"[☑☒✅✓✔✗✘🗹🗷⊠■◼⬛◉⦿🔘]|(?<![\w\]])\\?\[[ \u00a0]?[xX✓✔✗][ \u00a0]?\\?\](?!\()|<input\b(?=[^<>]*\bchecked)[^<>]{0,300}\btype=[\"']?(?:checkbox|radio)\b[^<>]{0,300}>"
_MARK = re.compile(rf"(?P<open>{_OPEN}|(?<!\w)\( \))|(?P<ticked>{_TICKED})", re.IGNORECASE)
# Boxes and circles that are bullets as often: they count where others are ticked.
_SHADED = re.compile("[❏❐❑❒○◯⚪]")
_BEGINS = re.compile(r"\s*(?:>\s*)*(?:(?:[-*+•·▪◦]|\(?\w{1,4}[.)])\s+)*[*_]{0,3}")
_SENTENCE = re.compile(r"[.;!?][\"'”»)]*(?=\s)")
_REFUSED = re.compile(rf"\W*(?:{'|'.join(WORDS['refused'])})\W*", re.IGNORECASE)
_LEAD = re.compile(r"[:?]\s*")


def untaken(text: str, blocks: Sequence[Block]) -> list[Passage]:
    """The options that nobody took, with their marks, and the marks of those that somebody took."""
    if not _MARK.search(text):
        return []
    if any(mark.lastgroup == "ticked" for mark in _MARK.finditer(text)):
        text = _SHADED.sub("☐", text)
    found: list[Passage] = []
    within: Block | None = None  # the item that nobody took, whose own items are not taken either
    for block in blocks:
        if within and block.kind == "item" and block.indent > within.indent:
            found.append(_passage(text, block.start, block.end))
            continue
        marks = _marks(text, block)
        within = block if block.kind == "item" and _is_whole(text, block, marks) else None
        found += _of_block(text, block, marks)
    found += _of_rows(text, blocks)
    return found


def _passage(text: str, start: int, end: int) -> Passage:
    return Passage("unticked", start, end, count_words(_MARK.sub(" ", text[start:end])))


def _marks(text: str, block: Block) -> list[re.Match[str]]:
    """The marks of a block; an empty bracket within a sentence is a blank, where nothing else says that it is a box."""
    marks = list(_MARK.finditer(text, block.start, block.end))
    if all(mark[0] not in _EMPTY for mark in marks) or any(mark.lastgroup == "ticked" for mark in marks):
        return marks
    begins = bool(marks) and _begins(text, block, marks[0])
    return [mark for mark in marks if mark[0] not in _EMPTY or (begins and _opens_line(text, block, mark))]


_EMPTY = frozenset({"[ ]", "[]", "[_]", "( )", "[\u00a0]", "\\[ \\]", "\\[\\]", "\\[_\\]", "\\[\u00a0\\]"})


def _begins(text: str, block: Block, mark: re.Match[str]) -> bool:
    begin = _BEGINS.match(text, block.start, mark.end())
    return begin is not None and begin.end() >= mark.start()


def _opens_line(text: str, block: Block, mark: re.Match[str]) -> bool:
    start = max(text.rfind("\n", 0, mark.start()) + 1, block.start)
    begin = _BEGINS.match(text, start, mark.end())
    return begin is not None and begin.end() >= mark.start()


def _is_whole(text: str, block: Block, marks: Sequence[re.Match[str]]) -> bool:
    """Whether a block as a whole is one option that nobody took."""
    return len(marks) == 1 and marks[0].lastgroup == "open" and _begins(text, block, marks[0])


def _of_block(text: str, block: Block, marks: Sequence[re.Match[str]]) -> Iterator[Passage]:
    if not marks:
        return
    if _is_whole(text, block, marks):
        yield _passage(text, marks[0].start(), block.end)
        return
    if _is_refused(text, block, marks):
        yield _passage(text, block.start, block.end)
        return
    behind = not _begins(text, block, marks[0]) and not re.search(r"\w", text[marks[-1].end() : block.end])
    for index, mark in enumerate(marks):
        if mark.lastgroup == "ticked":
            yield Passage(None, mark.start(), mark.end(), 0)
        elif behind and text[block.start : mark.start()].strip(" |"):
            yield _passage(text, _start_before(text, block, marks, index), mark.end())
        else:
            last = index + 1 == len(marks)
            end = block.end if last else marks[index + 1].start()
            stop = _SENTENCE.search(text, mark.end(), end) if last else None
            yield _passage(text, mark.start(), stop.end() if stop else end)


def _is_refused(text: str, block: Block, marks: Sequence[re.Match[str]]) -> bool:
    """Whether somebody ticked 'no' behind a question, or a clause."""
    if _begins(text, block, marks[0]):
        return False
    for index, mark in enumerate(marks):
        before = text[marks[index - 1].end() if index else block.start : mark.start()]
        after = text[mark.end() : marks[index + 1].start() if index + 1 < len(marks) else block.end]
        said = after if re.search(r"\w", after) else _LEAD.split(before)[-1]
        if mark.lastgroup == "ticked" and _REFUSED.fullmatch(said):
            return True
    return False


def _start_before(text: str, block: Block, marks: Sequence[re.Match[str]], index: int) -> int:
    """Where the words begin whose box stands behind them."""
    if index:
        return marks[index - 1].end()
    leads = list(_LEAD.finditer(text, block.start, marks[0].start()))
    return leads[-1].end() if leads and leads[-1].end() < marks[0].start() else block.start


def _of_rows(text: str, blocks: Sequence[Block]) -> Iterator[Passage]:
    """Rows of a table with one box, in a cell of its own, that nobody ticked."""
    rows: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.kind == "cell":
            rows[block.row].append(block)
    for cells in rows.values():
        boxes = [mark for cell in cells if (mark := _MARK.fullmatch(text[cell.start : cell.end].strip()))]
        if len(boxes) == 1 and boxes[0].lastgroup == "open":
            yield from (_passage(text, cell.start, cell.end) for cell in cells)
