"""A text cut into what stands apart on a page: headings, paragraphs, items and rows, as blocks.py reads them, and all words besides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from vendorlint_extractor.documents.block import Block

ChunkKind = Literal["heading", "paragraph", "item", "row", "beside"]

_GAP = re.compile(r"\n(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class Chunk:
    """[start, end) of a text, with all that its block leaves out. What is `beside` belongs to no block: page numbers and
    running lines, and what states nothing. `body` is where an item's words begin behind its mark."""

    kind: ChunkKind
    start: int
    end: int
    body: int
    block: Block | None = None


def chunks_of(text: str, blocks: Sequence[Block]) -> Iterator[Chunk]:
    """All words of the text, each once, in their order."""
    at = 0
    for block in blocks:
        if block.start < at:  # a heading that is a sentence is a block twice, and each cell of a row is one
            continue
        line = text.rfind("\n", 0, block.start) + 1
        if block.kind == "cell":
            end = text.find("\n", block.start)
            chunk = Chunk("row", line, end if end >= 0 else len(text), line, block)
        else:
            chunk = Chunk(block.kind, max(at, line), block.end, block.start, block)
        yield from _beside(text, at, chunk.start)
        yield chunk
        at = chunk.end
    yield from _beside(text, at, len(text))


def _beside(text: str, start: int, end: int) -> Iterator[Chunk]:
    for gap in _GAP.finditer(text, start, end):
        if _has_words(text, start, gap.start()):
            yield Chunk("beside", start, gap.start(), start)
        start = gap.end()
    if _has_words(text, start, end):
        yield Chunk("beside", start, end, start)


def _has_words(text: str, start: int, end: int) -> bool:
    return any(map(str.isalnum, text[start:end]))
