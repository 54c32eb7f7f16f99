"""Cuts a document into clauses: sentences, or a lead-in with one of its list items, over tagged text.

A clause keeps the source spans it was made of, so that evidence is always a verbatim piece of the document.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from vendorlint_extractor.clauses.clause import Clause, ClauseKind, Piece, TaggedBlock
from vendorlint_extractor.clauses.markers import enumerators, next_marker
from vendorlint_extractor.clauses.parties import read_parties
from vendorlint_extractor.clauses.scopes import Scoping, tagged_offset
from vendorlint_extractor.clauses.tag import tag_text
from vendorlint_extractor.documents.blocks import Block
from vendorlint_extractor.documents.document import Document
from vendorlint_extractor.documents.plain import plain
from vendorlint_extractor.documents.readers.markdown import is_sentence
from vendorlint_extractor.language.cues import SentenceCues
from vendorlint_extractor.language.language import Language

_LEADS_ON = re.compile(r"[:–—-]\s*(?:\(|$)|:\s*$")
_PUNCTUATED = re.compile(r"[.;:,!?]|\b(?:19|20)\d\d\b")
_LINK = re.compile(r"\W{0,12}(?:\d{1,3}[.)]\s*)?\[[^\[\]\n]{1,120}\]\([^()\s]{0,500}\)\s*")
MAX_LABEL = 40  # characters
_MAX_LEAD = 1500  # characters; with the depth it bounds what an item costs, whatever a document nests
_MAX_DEPTH = 4


def read_clauses(document: Document, language: Language) -> list[Clause]:
    """All clauses of a document in its order."""
    plains = [(block, plain(document.text, block.start, block.end)) for block in document.blocks]
    phrases = read_parties([derived.text for block, derived in plains if block.kind != "heading"], language)
    tagged = [TaggedBlock(block, derived, tag_text(derived, phrases, language)) for block, derived in plains]
    scoping = Scoping(tagged, language)
    return [
        _clause(index, pieces, document.text, scoping)
        for index, pieces in enumerate(_with_lead_ins(tagged, language.sentences))
    ]


def _clause(index: int, pieces: tuple[Piece, ...], text: str, scoping: Scoping) -> Clause:
    own = pieces[-1]
    lead = " ".join(piece.text for piece in pieces[:-1])
    whole = f"{lead} {own.text}" if lead else own.text
    block = own.block.block
    held = scoping.holding(block)
    return Clause(
        index=index,
        text=whole,
        own_start=len(whole) - len(own.text),
        pieces=pieces,
        section=block.section,
        kind=_kind(pieces, text),
        operative=held.operative,
        scopes=held.scopes,
        parts=scoping.parts(pieces),
    )


def _kind(pieces: tuple[Piece, ...], text: str) -> ClauseKind:
    own = pieces[-1]
    kind = own.block.block.kind
    alone = len(pieces) == 1
    if kind == "heading" or (alone and (_is_link(own, text) or (kind == "paragraph" and _is_label(own)))):
        return "heading"
    if kind == "cell":
        return "cell"
    return "sentence" if alone else "item"


def _is_label(piece: Piece) -> bool:
    """A line of a few words that is no sentence: an entry of a contents list, a button, a title without markup."""
    block = piece.block
    whole = piece.start == 0 and piece.end >= len(block.tagged.text.rstrip())
    return whole and len(piece.text) < MAX_LABEL and not _PUNCTUATED.search(block.plain.text)


def _is_link(piece: Piece, text: str) -> bool:
    """Whether a whole line is a link and no sentence, as in a contents list or in navigation."""
    block = piece.block.block
    return bool(_LINK.fullmatch(text, block.start, block.end)) and not is_sentence(piece.block.plain.text.strip())


@dataclass(frozen=True, slots=True)
class _LeadIn:
    """A lead-in whose list is open: how deep it is indented (-1 for a paragraph), how it is marked, and its words."""

    indent: int
    style: str
    piece: Piece


def _close(stack: list[_LeadIn], item: Block) -> None:
    """Close the lists that an item does not belong to: those indented deeper, and those of its own level.

    Contracts are often not indented at all, so the marker tells: '10.3' ends the list under '10.2', '(i)' goes on with it.
    """
    level = [i for i, lead in enumerate(stack) if (lead.indent, lead.style) == (item.indent, item.style)]
    if level:
        del stack[level[0] :]
    while stack and stack[-1].indent > item.indent:
        stack.pop()


def _with_lead_ins(blocks: list[TaggedBlock], cues: SentenceCues) -> Iterator[tuple[Piece, ...]]:
    """Pieces of each clause: lead-ins first, the clause's own words last."""
    stack: list[_LeadIn] = []
    for tagged in blocks:
        block = tagged.block
        if block.kind == "heading":
            stack.clear()
            yield from ((piece,) for piece in _trimmed(tagged, 0, len(tagged.tagged.text)))
            continue
        if block.kind != "item":
            stack.clear()
        else:
            _close(stack, block)
        leads = tuple(lead.piece for lead in stack[-_MAX_DEPTH:])
        pieces = list(_sentences(tagged, cues))
        yield from _block_clauses(pieces, leads, cues)
        if pieces and _is_lead_in(pieces[-1]):
            stack.append(_LeadIn(block.indent if block.kind == "item" else -1, block.style, pieces[-1]))


def _block_clauses(
    pieces: Sequence[Piece], leads: tuple[Piece, ...], cues: SentenceCues
) -> Iterator[tuple[Piece, ...]]:
    """The clauses of a block's sentences. A list may run over several ('shall (a) ... . It may ...; (b) not ...')."""
    head: list[Piece] = []
    following: Collection[str] = ("b", "ii", "2") if pieces and pieces[0].block.block.kind == "item" else ()
    for piece in pieces:
        marks = enumerators(piece.text, following)
        if marks and all(cues.continues.search(piece.text, 0, mark.start()) for mark in marks):
            starts = [0, *(mark.start() for mark in marks)]
            for start, end in zip(starts, [*starts[1:], len(piece.text)], strict=True):
                for part in _trimmed(piece.block, piece.start + start, piece.start + end):
                    yield from _inline_items(part, (*leads, *(head if start else ())), cues)
        else:
            yield from _inline_items(piece, leads, cues)
            marks = enumerators(piece.text)
            if marks:
                head = (
                    []
                    if marks[0].start() > _MAX_LEAD
                    else list(_trimmed(piece.block, piece.start, piece.start + marks[0].start()))
                )
        if marks:
            following = next_marker(marks[-1][1])


def _is_lead_in(piece: Piece) -> bool:
    return bool(_LEADS_ON.search(piece.text[-3:])) and len(piece.text) < _MAX_LEAD


def _sentences(tagged: TaggedBlock, cues: SentenceCues) -> Iterator[Piece]:
    text = tagged.plain.text
    length = len(tagged.tagged.text)
    start = 0
    for match in cues.stop.finditer(text):
        if _abbreviated(text, match.start(), cues):
            continue
        end = tagged_offset(tagged.tagged, match.end())
        yield from _trimmed(tagged, start, end)
        start = end
    yield from _trimmed(tagged, start, length)


def _abbreviated(text: str, stop: int, cues: SentenceCues) -> bool:
    word = re.search(r"[\w.'-]*$", text[max(stop - 24, 0) : stop])
    before = word[0].lower() if word else ""
    # A lone initial or enumerator ("J. Smith", "1. Fees") does not end a sentence; "(b). Next" is told by the bracket.
    return before in cues.abbreviations or (len(before) == 1 and before.isalpha()) or (before.isdigit() and stop < 6)


def _trimmed(tagged: TaggedBlock, start: int, end: int) -> Iterator[Piece]:
    text = tagged.tagged.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Piece(tagged, start, end)


def _inline_items(piece: Piece, leads: tuple[Piece, ...], cues: SentenceCues) -> Iterator[tuple[Piece, ...]]:
    """A sentence with (a) ..., (b) ... inside: its lead-in, then a clause per item; otherwise the sentence.

    Items that are conditions of what comes before them ("unless (a) ..., or (b) ...") stay in one clause with it.
    """
    text = piece.text
    marks = enumerators(text)
    if (
        len(marks) < 2
        or (marks[0].start() < 3 and len(marks) < 3)
        or cues.conditional_lead.search(text, 0, marks[0].start())
    ):
        yield (*leads, piece)
        return
    block, base = piece.block, piece.start
    head = list(_trimmed(block, base, base + marks[0].start()))
    yield from ((*leads, lead) for lead in head)
    if marks[0].start() > _MAX_LEAD:
        head = []  # no lead-in is as long: a run of text that happens to hold markers
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        end = base + (following.start() if following else len(text))
        for item in _trimmed(block, base + mark.start(), end):
            yield (*leads, *head, item)
