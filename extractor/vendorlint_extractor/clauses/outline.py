"""The titles above each block: those of its section, and of the part or annex around it although its numbering starts again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from vendorlint_extractor.documents.block import Block, Section

_LINE = 99  # the level of a line that is no heading
_APPLIED = "applied"  # the kind of a sentence that says for whom a section holds
Number = tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Title:
    """A title that is open: its words, how deep its markup puts it, how it is numbered (a rank's name, letter, decimal, or
    nothing), its decimal number, and the last one before it. One that `lists` holds for the items of its list alone."""

    words: str
    level: int
    kind: str
    number: Number
    before: Number
    lists: bool = False


class Outline:
    """Walks a document's blocks once. `ranks` tell titles that hold others ('Annex', 'Part', 'Section'), from the outside in."""

    def __init__(self, ranks: Mapping[str, re.Pattern[str]]) -> None:
        self._ranks = ranks
        self._order = (*ranks, "letter", "decimal", "")
        self._open: list[Title] = []
        self._restarted: set[Title] = set()
        self._last: Number = ()
        self._section: Section | None = None

    def above(self, block: Block) -> tuple[Title, ...]:
        """The titles above a block, the outermost first."""
        if block.section != self._section:
            self._section = block.section
            self._enter(block.section)
        if block.kind != "item":
            self._open = [title for title in self._open if not title.lists]
        if block.style.startswith("decimal"):
            self._count(decimal(block.mark))
        return tuple(self._open)

    def add_line(self, words: str, *, lists: bool) -> None:
        """Open what a line without a heading's form heads: 'For customers in Brazil:'."""
        self._open.append(Title(words, _LINE, "", (), self._last, lists))

    def add_applied(self, words: str, over: Title | None) -> Title:
        """Open what a sentence says of all behind it in its section ('This section applies only to ...'), up to the next such one; or
        of all `over` an open title ('This addendum applies only to ...')."""
        level = over.level if over else self._section.level if self._section else 0
        self._open = [title for title in self._open if title.kind != _APPLIED or title.level < level]
        opened = Title(words, level, _APPLIED, (), self._last)
        at = self._open.index(over) + 1 if over else len(self._open)
        self._open.insert(at, opened)
        return opened

    def _enter(self, section: Section) -> None:
        if not section.title:
            return
        words = section.path[-1]
        kind, number = self._kind(words, section.number)
        while self._open and not self._holds(self._open[-1], section.level, kind, number):
            self._open.pop()
        self._count(number)
        self._open.append(Title(words, section.level, kind, number, self._last))

    def _count(self, number: Number) -> None:
        """A number with which the main text goes on closes what stood between it and the one before it; one that starts again
        belongs to what is open."""
        if not number:
            return
        for index, title in enumerate(self._open):
            if title.kind == "" and title not in self._restarted and follows(title.before, number):
                del self._open[index:]
                break
        if number[-1] == 1:
            self._restarted.update(self._open)
        self._last = number

    def _kind(self, words: str, printed: str) -> tuple[str, Number]:
        lower = words.lower()
        if rank := next((rank for rank, cue in self._ranks.items() if cue.match(lower)), None):
            return rank, ()
        if number := decimal(printed):
            return "decimal", number
        return ("letter" if printed else ""), ()

    def _holds(self, title: Title, level: int, kind: str, number: Number) -> bool:
        """Whether a title holds the next one: by its markup, else by how both are numbered."""
        if title.level != level:
            return title.level < level
        if title.kind in ("", "letter") and kind == "decimal":
            starts = number == (1,) and bool(title.before or title.kind)
            return starts or (title in self._restarted and follows(self._last, number))
        if title.kind == "decimal":
            return kind == "decimal" and number[: len(title.number)] == title.number != number
        if title.kind in self._ranks:
            return self._order.index(title.kind) < self._order.index(kind)
        return False


def decimal(text: str) -> Number:
    """'10.4' as (10, 4)."""
    return tuple(int(part) for part in text.split(".") if part.isdigit())


def follows(number: Number, following: Number) -> bool:
    """Whether a decimal number is the next one after another: 5.3 or 6 after 5.2, 5.1 after 5."""
    if not number:
        return False
    if following[:-1] == number and following[-1] == 1:
        return True
    depth = len(following)
    return depth <= len(number) and following[:-1] == number[: depth - 1] and following[-1] == number[depth - 1] + 1
