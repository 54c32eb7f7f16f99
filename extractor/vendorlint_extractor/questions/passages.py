"""The passages of a document that a question shows: all of a small one; of a large one its outline, its definitions, the clauses that
were read and those closest to what was not, each with its neighbours."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.documents.block import Block
from vendorlint_extractor.documents.document import Document
from vendorlint_extractor.readings.candidates import Candidate

SMALL = 24_000  # characters of a document that is shown whole
MOST = 16_000  # characters of passages in one question about a larger one, beside outline and definitions
MAX_DEFINITIONS = 4_000  # characters
MAX_OUTLINE = 2_000
NEAR = 1  # blocks before and behind one that is shown
GAP = "[...]"

Lines = tuple[int, int]  # first and last, from 1


@dataclass(frozen=True, slots=True)
class Passages:
    """What a question shows of a document; `whole` where that is all that it states."""

    text: str
    whole: bool


class Excerpts:
    """One document, of which questions show passages."""

    def __init__(self, document: Document, clauses: Sequence[Clause]) -> None:
        self._document = document
        self._clauses = clauses
        self._blocks = document.blocks
        self._starts = [block.start for block in document.blocks]

    @functools.cached_property
    def whole(self) -> str | None:
        """All that a small document states; None of a large one."""
        text = _tidy(self._document.stated)
        return text if len(text) <= SMALL else None

    def of(self, facts: Collection[str], read: Mapping[str, Sequence[Lines]], near: Sequence[Candidate]) -> Passages:
        """What to show for facts: `read` has the lines of clauses that state something of each, `near` candidates, each fact's
        closest first."""
        if self.whole is not None:
            return Passages(self.whole, whole=True)
        parts = (self._outline, self._definitions, self._shown(self._chosen(facts, read, near)))
        return Passages("\n\n".join(part for part in parts if part), whole=False)

    @functools.cached_property
    def _outline(self) -> str:
        paths = dict.fromkeys(block.section.path for block in self._blocks)
        lines = [f"{'  ' * (len(path) - 1)}{path[-1]}" for path in paths if path]
        return f"[Outline]\n{_capped(lines, MAX_OUTLINE)}" if lines else ""

    @functools.cached_property
    def _definitions(self) -> str:
        found = dict.fromkeys(
            self._index(piece.block.block.start)
            for clause in self._clauses
            if clause.kind == "definition"
            for piece in clause.pieces
        )
        texts = [self._text(self._blocks[index]) for index in sorted(found)]
        return f"[Definitions]\n{_capped(texts, MAX_DEFINITIONS)}" if texts else ""

    def _chosen(
        self, facts: Collection[str], read: Mapping[str, Sequence[Lines]], near: Sequence[Candidate]
    ) -> set[int]:
        """The blocks to show, until they are MOST: those that were read, then the closest of each fact, then the second."""
        chosen: set[int] = set()
        left = MOST
        for index in self._wanted(facts, read, near):
            for each in range(max(index - NEAR, 0), min(index + NEAR + 1, len(self._blocks))):
                size = len(self._text(self._blocks[each]))
                if each not in chosen and size <= left:
                    chosen.add(each)
                    left -= size
        return chosen

    def _wanted(
        self, facts: Collection[str], read: Mapping[str, Sequence[Lines]], near: Sequence[Candidate]
    ) -> Iterator[int]:
        lines = [each for fact in facts for each in read.get(fact, ())]
        for first, last in dict.fromkeys(lines):
            yield from self._at_lines(first, last)
        ranked: dict[str, list[Candidate]] = {fact: [] for fact in facts}
        for each in near:
            if each.fact in ranked:
                ranked[each.fact].append(each)
        for place in range(max(map(len, ranked.values()), default=0)):
            for found in ranked.values():
                if place < len(found):
                    yield from self._of_clause(found[place].clause)

    def _at_lines(self, first: int, last: int) -> Iterator[int]:
        for index, block in enumerate(self._blocks):
            begin, _ = self._document.position(block.start)
            end, _ = self._document.position(max(block.end - 1, block.start))
            if begin <= last and first <= end:
                yield index

    def _of_clause(self, clause: Clause) -> Iterator[int]:
        """Its own block first, then those of its lead-ins."""
        yield from dict.fromkeys(self._index(piece.block.block.start) for piece in reversed(clause.pieces))

    def _index(self, start: int) -> int:
        return bisect.bisect_right(self._starts, start) - 1

    def _shown(self, chosen: Iterable[int]) -> str:
        lines: list[str] = []
        before = -1
        title: tuple[str, ...] = ()
        for index in sorted(chosen):
            block = self._blocks[index]
            if index != before + 1:
                lines.append(GAP)
            if block.kind != "heading" and block.section.path != title:
                lines.append(f"[{' > '.join(block.section.path)}]")
            title, before = block.section.path, index
            lines.append(self._text(block))
        return "\n\n".join([*lines, GAP])

    def _text(self, block: Block) -> str:
        return _tidy(self._document.stated[block.start : block.end])


def _tidy(text: str) -> str:
    """Runs of blanks and of empty lines shortened; what stands there stays as it is."""
    return re.sub(r"\n\s*\n+", "\n\n", re.sub(r"[ \t]+", " ", text)).strip()


def _capped(texts: Iterable[str], most: int) -> str:
    """Those of the texts that fit, the first first."""
    kept: list[str] = []
    for text in texts:
        most -= len(text) + 1
        if most < 0:
            break
        kept.append(text)
    return "\n".join(kept)
