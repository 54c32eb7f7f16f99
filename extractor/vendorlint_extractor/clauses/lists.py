"""Lists within a sentence: 'You may (a) ..., or (b) ...'. Each item is a clause with what leads in to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from vendorlint_extractor.clauses.clause import Piece, TaggedBlock
from vendorlint_extractor.clauses.markers import enumerators, next_marker
from vendorlint_extractor.documents.block import Block
from vendorlint_extractor.language.cues import SentenceCues

MAX_LEAD = 1500  # characters; with the depth it bounds what an item costs, whatever a document nests
_MAX_INLINE = 3  # lists within the items of a sentence


def block_clauses(pieces: Sequence[Piece], leads: tuple[Piece, ...], cues: SentenceCues) -> Iterator[tuple[Piece, ...]]:
    """The clauses of a block's sentences. A list may run over several ('shall (a) ... . It may ...; (b) not ...')."""
    head: list[Piece] = []
    following: Collection[str] = _following(pieces[0].block.block) if pieces else ()
    for piece in pieces:
        marks = _going_on(piece.text, following)
        if marks and all(cues.continues.search(piece.text, 0, mark.start()) for mark in marks):
            if piece.text[: marks[0].start()].rstrip().endswith(":"):  # the list goes on under words of its own
                head = list(trimmed(piece.block, piece.start, piece.start + marks[0].start()))
            starts = [0, *(mark.end() for mark in marks)]
            for start, end in zip(starts, [*(mark.start() for mark in marks), len(piece.text)], strict=True):
                for part in trimmed(piece.block, piece.start + start, piece.start + end):
                    yield from _inline_items(part, (*leads, *(head if start else ())), cues)
        else:
            yield from _inline_items(piece, leads, cues)
            marks = enumerators(piece.text)
            if marks:
                head = (
                    []
                    if marks[0].start() > MAX_LEAD
                    else list(trimmed(piece.block, piece.start, piece.start + marks[0].start()))
                )
        if marks:
            following = next_marker(marks[-1][1])


def _following(block: Block) -> Collection[str]:
    """The marks that a sentence of an item may go on with: '(c)' in the item '(b)'."""
    return next_marker(block.mark.lower()) if block.style in ("letter", "roman", "figure", "decimal1") else ()


def _going_on(text: str, following: Collection[str]) -> list[re.Match[str]]:
    """The marks by which a sentence goes on with a list that began before it; none where it begins one of its own first."""
    marks = enumerators(text, following)
    begun = enumerators(text) if marks else []
    return [] if begun and begun[0].start() <= marks[0].start() else marks


def _inline_items(
    piece: Piece, leads: tuple[Piece, ...], cues: SentenceCues, depth: int = 0
) -> Iterator[tuple[Piece, ...]]:
    """A sentence with (a) ..., (b) ... inside: its lead-in, then a clause per item; otherwise the sentence.

    Items that are conditions of what comes before them ("unless (a) ..., or (b) ...") stay in one clause with it. An item
    may hold a list of its own.
    """
    text = piece.text
    marks = enumerators(text) if depth < _MAX_INLINE else []
    if len(marks) < 2 or cues.conditional_lead.search(text, 0, marks[0].start()):
        yield (*leads, piece)
        return
    block, base = piece.block, piece.start
    head = list(trimmed(block, base, base + marks[0].start()))
    yield from ((*leads, lead) for lead in head)
    if marks[0].start() > MAX_LEAD:
        head = []  # no lead-in is as long: a run of text that happens to hold markers
    for each, following in zip(marks, [*marks[1:], None], strict=True):
        end = base + (following.start() if following else len(text))
        for item in trimmed(block, base + each.end(), end):  # its mark would stand between 'ended' and 'by us'
            yield from _inline_items(item, (*leads, *head), cues, depth + 1)


def trimmed(tagged: TaggedBlock, start: int, end: int) -> Iterator[Piece]:
    """The piece of a block between two offsets without the blanks at its ends; none where there are but blanks."""
    text = tagged.tagged.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Piece(tagged, start, end)
