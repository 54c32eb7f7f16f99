"""Clauses and the pieces of a document that they are made of, so that evidence is always a verbatim piece of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vendorlint_extractor.clauses.scope import Scope
from vendorlint_extractor.documents.block import Block, Section
from vendorlint_extractor.documents.spans import Derived
from vendorlint_extractor.language.tokens import fold_case

# A definition and a note (an example, a change's story, a draft's remark) state nothing, and no more does a heading, nor a
# title in the line of its text.
ClauseKind = Literal["sentence", "item", "cell", "heading", "title", "definition", "note"]
TITLES = frozenset({"heading", "title"})
INERT = TITLES | {"definition", "note"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block: tagged text [start, end) and the block it stands in."""

    block: TaggedBlock
    start: int
    end: int

    @property
    def text(self) -> str:
        """The tagged words."""
        return self.block.tagged.text[self.start : self.end]

    @property
    def words(self) -> str:
        """The words that became tagged ones."""
        begin, stop = self.block.tagged.source(self.start, self.end)
        return self.block.plain.text[begin:stop]

    def source(self, start: int | None = None, end: int | None = None) -> tuple[int, int]:
        """Source offsets of a part of the piece (offsets of the block's tagged text), the whole by default."""
        begin, stop = self.block.tagged.source(self.start if start is None else start, self.end if end is None else end)
        return self.block.plain.source(begin, stop)


def gap_before(piece: Piece) -> str:
    """What stands between a clause's own words and its lead-ins."""
    return " | " if piece.block.block.kind == "cell" else " "


@dataclass(frozen=True, slots=True)
class TaggedBlock:
    """A block with its plain and its tagged text."""

    block: Block
    plain: Derived
    tagged: Derived


@dataclass(frozen=True, slots=True)
class Part:
    """A part [start, end) of a clause's text that holds for some only."""

    start: int
    end: int
    scopes: tuple[Scope, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """What a fact's patterns are held against. `text` is the lead-ins and the clause's own words, with a
    blank between them; the cells of a row have a stroke as well.

    One that is not `operative` states nothing, as summaries do. `scopes` are for whom it holds by what stands above it, and
    `parts` are those of its text that its own words limit further. `about` are the regions of titles above it that limit nothing, as all
    of the document stands under them, or as they are the vendor's home.
    """

    index: int
    text: str
    own_start: int
    pieces: tuple[Piece, ...]
    section: Section
    kind: ClauseKind
    operative: bool
    scopes: tuple[Scope, ...]
    parts: tuple[Part, ...] = ()
    about: tuple[str, ...] = ()

    def scopes_at(self, offset: int) -> tuple[Scope, ...]:
        """For whom the words at an offset of the text hold; none but an empty scope for everybody."""
        found = self.scopes
        for part in self.parts:
            if part.start <= offset < part.end:
                found = tuple(dict.fromkeys(inner.inside(outer) for outer in found for inner in part.scopes))
        return found

    @property
    def gap(self) -> str:
        """What stands in the text between its pieces."""
        return gap_before(self.pieces[-1])

    @property
    def words(self) -> str:
        """Its words as they stand in the document, in lower case and without accents."""
        return fold_case(" ".join(piece.words for piece in self.pieces))

    def number(self, piece: Piece) -> str:
        """The number of one of its pieces as a reader of the document would cite it: '10.4(a)'; empty where none is printed.

        It begins with the section's, or with the last that is whole by itself ('10.4'), and goes on with the marks of lists.
        """
        number = self.section.number
        for block in dict.fromkeys(each.block.block for each in self.pieces[: self.pieces.index(piece) + 1]):
            if block.style.startswith("decimal") and ("." in block.mark or not number):
                number = block.mark
            elif block.mark:
                number = f"{number}({block.mark})"
        return number

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of text[start:end]; a span over two pieces is cut to the one where it ends."""
        offset = 0
        for piece in self.pieces:
            length = piece.end - piece.start
            if end <= offset + length or piece is self.pieces[-1]:
                begin = max(start - offset, 0)
                return piece.source(piece.start + begin, piece.start + max(min(end - offset, length), begin + 1))
            offset += length + len(self.gap)
        raise AssertionError("a clause has at least one piece")

    def within(self, piece: Piece, start: int, end: int) -> tuple[int, int] | None:
        """Source offsets of what of text[start:end] stands in one of its pieces; None where nothing does."""
        offset = sum(each.end - each.start + 1 for each in self.pieces[: self.pieces.index(piece)])
        begin, stop = max(start - offset, 0), min(end - offset, piece.end - piece.start)
        return piece.source(piece.start + begin, piece.start + stop) if begin < stop else None
