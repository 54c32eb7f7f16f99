"""Cuts a document into clauses: sentences, or a lead-in with one of its list items, over tagged text.

A clause keeps the source spans it was made of, so that evidence is always a verbatim piece of the document.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vendorlint_extractor.clauses.asked import Plain, answered
from vendorlint_extractor.clauses.clause import Clause, ClauseKind, Piece, TaggedBlock, gap_before
from vendorlint_extractor.clauses.defined import add_stated
from vendorlint_extractor.clauses.glued import unglued
from vendorlint_extractor.clauses.lists import MAX_LEAD, block_clauses, trimmed
from vendorlint_extractor.clauses.markers import FIRST
from vendorlint_extractor.clauses.parties import read_parties
from vendorlint_extractor.clauses.scopes import Scoping, tagged_offset
from vendorlint_extractor.clauses.stops import is_inner
from vendorlint_extractor.clauses.tag import data_of, tag_text
from vendorlint_extractor.documents.block import Block
from vendorlint_extractor.documents.document import Document, plain_blocks
from vendorlint_extractor.documents.gates import gate_of
from vendorlint_extractor.documents.headings import OPENING
from vendorlint_extractor.documents.labels import is_answer
from vendorlint_extractor.documents.readers.markdown import is_sentence
from vendorlint_extractor.language.cues import SentenceCues
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.language.numbers import DISAGREE
from vendorlint_extractor.language.phrases import Phrases

_ENDED = re.compile(r"[.;:!?][\"')\]]*$")
_LEADERS = re.compile(r"(?:[.·_] ?){4,}\s*\d{1,3}\s*$")
_LEADS_ON = re.compile(r"[:–—-]\s*(?:\(|$)|:\s*$")
_PUNCTUATED = re.compile(r"[.;:,!?]|\b(?:19|20)\d\d\b")
_LINK = re.compile(r"\W{0,12}(?:\d{1,3}[.)]\s*)?\[[^\[\]\n]{1,120}\]\([^()\s]{0,500}\)\s*")
MAX_OPENING = 400  # characters of a sentence that may define terms
MAX_LEADERS = 60  # characters at the end of a line that may be dots and a page
MAX_LABEL = 40  # characters
_DISAGREES = re.compile(rf"(?<!\d)(\d+){DISAGREE}(\d+)")
MAX_RUN_IN = 60  # characters of a title in the line of its text
_MAX_DEPTH = 4
_MAX_CELLS = 3  # of a row, that are read with the one after them
_MAX_CELL = 300  # characters of such a cell
_MAX_LISTED = 300  # characters of a paragraph of an annex that lists purposes


def read_clauses(document: Document, language: Language, only: Container[int] | None = None) -> list[Clause]:
    """All clauses of a document in its order, or those of the blocks that begin at these places."""
    blocks = document.blocks
    plains = list(zip(blocks, unglued(plain_blocks(document), language.sentences, language.vocabulary), strict=True))
    phrases = read_parties([derived.text for block, derived in plains if block.kind != "heading"], language)
    turned = answered(plains, language.asking)
    clauses = _read(document, turned, phrases, language)
    if add_stated(phrases, [clause.text for clause in clauses], language):
        clauses = _read(document, turned, phrases, language)
    return [each for each in clauses if only is None or each.pieces[-1].block.block.start in only]


def _read(
    document: Document, turned: tuple[Sequence[Plain], frozenset[int]], phrases: Phrases, language: Language
) -> list[Clause]:
    plains, asking = turned
    tagged = list(_tagged(plains, phrases, language))
    scoping = Scoping(tagged, language)
    clauses = (
        _clause(pieces, document.stated, scoping, language.sentences, pieces[0].block.block.start in asking)
        for pieces in _with_lead_ins(tagged, language.sentences, asking)
    )
    ways = itertools.chain.from_iterable(map(_both_ways, clauses))
    return [replace(clause, index=index) for index, clause in enumerate(ways)]


def _tagged(plains: Iterable[Plain], phrases: Phrases, language: Language) -> Iterator[TaggedBlock]:
    """The blocks tagged; an item may refer to the data of the block before it."""
    before = ""
    for block, derived in plains:
        text = tag_text(derived, phrases, language, before if block.kind == "item" else "")
        before = data_of(text.text)
        yield TaggedBlock(block, derived, text)


def _both_ways(clause: Clause) -> Iterator[Clause]:
    """A clause by the words of its numbers, and by their figures where these disagree ('ten (15) days'). Offsets stay."""
    if DISAGREE not in clause.text:
        yield clause
        return
    for way in (1, 2):
        text = clause.text
        for found in _DISAGREES.finditer(text):
            text = text[: found.start()] + found[way].zfill(len(found[0])) + text[found.end() :]
        yield replace(clause, text=text)


def _clause(pieces: tuple[Piece, ...], text: str, scoping: Scoping, cues: SentenceCues, asked: bool) -> Clause:
    """The clause of its pieces; of a question that is `asked` and its answer both are the clause's own words."""
    own = pieces[-1]
    whole = gap_before(own).join(piece.text for piece in pieces)
    block = own.block.block
    held = scoping.holding(block)
    return Clause(
        index=0,
        text=whole,
        own_start=0 if asked else len(whole) - len(own.text),
        pieces=pieces,
        section=block.section,
        kind="sentence" if asked else _kind(pieces, text, cues),
        operative=held.operative,
        scopes=held.scopes,
        parts=scoping.parts(pieces),
        about=held.about,
    )


def _kind(pieces: tuple[Piece, ...], text: str, cues: SentenceCues) -> ClauseKind:
    alone = len(pieces) == 1
    if _is_heading(pieces[-1], text, alone=alone):
        return "heading"
    if _is_run_in(pieces, cues):
        return "title"
    if any(cues.defining.match(plain) for plain in map(_plain_words, pieces) if '"' in plain[:MAX_OPENING]):
        return "definition"
    if any(cues.noted.match(_plain_words(piece)) for piece in pieces):
        return "note"
    if pieces[-1].block.block.kind == "cell":
        return "cell"
    return "sentence" if alone else "item"


def _is_heading(own: Piece, text: str, *, alone: bool) -> bool:
    """Whether a piece is a heading, an entry of a contents list ('Fees ........ 12'), or a link or a label that stands alone."""
    kind = own.block.block.kind
    if kind == "heading" or _LEADERS.search(own.block.plain.text[-MAX_LEADERS:]):
        return True
    return alone and (_is_link(own, text) or (kind == "paragraph" and _is_label(own)))


def _is_run_in(pieces: tuple[Piece, ...], cues: SentenceCues) -> bool:
    """A title that opens a paragraph and has no line of its own: 'Machine learning and your files. We never ...'.

    In a list it is one where the lead-in asks for a verb ('a licence to:'), which it lacks; else it is what is listed.
    """
    own = pieces[-1]
    text = own.block.tagged.text
    alone = any(map(str.isalnum, text[: own.start])) or not text[own.end :].strip()
    if alone or own.block.block.kind == "cell" or len(own.text) > MAX_RUN_IN or not own.text.endswith("."):
        return False
    verb_wanted = all(cues.verb_wanted.search(lead.text) for lead in pieces[-2:-1])
    return verb_wanted and not cues.predicate.search(own.text)


def _plain_words(piece: Piece) -> str:
    """The words by which a piece begins, before they were tagged."""
    begin, end = piece.block.tagged.source(piece.start, piece.end)
    return piece.block.plain.text[begin : min(end, begin + MAX_OPENING)]


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
    mark: str
    piece: Piece


def _close(stack: list[_LeadIn], item: Block) -> None:
    """Close the lists that an item does not belong to: those indented deeper, and those of its own level.

    Contracts are often not indented at all, so the marker tells: '10.3' ends the list under '10.2', '(i)' goes on with it.
    """
    level = [i for i, lead in enumerate(stack) if _ends(item, lead)]
    if level:
        del stack[level[0] :]
    while stack and stack[-1].indent > item.indent and not _is_clause_of(item, stack[-1]):
        stack.pop()


def _is_clause_of(item: Block, lead: _LeadIn) -> bool:
    """Whether an item stands below a lead-in whatever their indents: '(a)' below '9.3', which is often indented as a first line is."""
    return lead.style.startswith("decimal") and item.style in {"letter", "roman"}


def _ends(item: Block, lead: _LeadIn) -> bool:
    """Whether an item stands beside a lead-in or above it: marked alike at the same indent, or '11' after '10.2'."""
    if (lead.indent, lead.style) == (item.indent, item.style):
        return True
    if not (item.style.startswith("decimal") and item.style <= lead.style and item.indent <= max(lead.indent, 0)):
        return False
    *above, last = item.mark.split(".")
    return last.isdigit() and lead.mark.split(".")[: len(above) + 1] == [*above, str(int(last) - 1)]


def _with_lead_ins(
    blocks: list[TaggedBlock], cues: SentenceCues, asking: Collection[int] = ()
) -> Iterator[tuple[Piece, ...]]:
    """Pieces of each clause: lead-ins first, the clause's own words last. A block of `asking` leads in to its answer, the next one."""
    stack: list[_LeadIn] = []
    row: list[Piece] = []  # what the cells before this one say
    question: list[Piece] = []
    annexes = _annexes(blocks, cues)
    annex: tuple[Piece, ...] = ()  # what refers to the annex that is open
    for tagged, following in itertools.zip_longest(blocks, blocks[1:]):
        block = tagged.block
        if block.start in asking:
            *before, last = _sentences(tagged, cues)
            yield from ((piece,) for piece in before)
            question = [last]
            continue
        if block.kind == "heading":
            stack.clear()
            annex = _opened(tagged, annexes)
            for piece in trimmed(tagged, 0, len(tagged.tagged.text)):
                yield (piece,)
                if _is_lead_in(piece, None):  # '1.1 The Vendor shall not:'
                    number = block.section.number
                    stack.append(_LeadIn(-1, f"decimal{number.count('.') + 1}" if number else "", number, piece))
            continue
        if block.kind == "item":
            _close(stack, block)
        else:
            stack.clear()
        pieces = list(_sentences(tagged, cues))
        if block.kind == "cell":
            row = [piece for piece in row if piece.block.block.row == block.row][-_MAX_CELLS:]
            if not _is_answered(block, following):
                yield from block_clauses(pieces, tuple(row), cues)
            row.extend(pieces if len(pieces) == 1 and len(pieces[0].text) <= _MAX_CELL else ())
            continue
        leads = tuple(lead.piece for lead in stack[-_MAX_DEPTH:])
        if question and pieces:
            yield (*question, pieces.pop(0))
            question = []
        carried = _carried(pieces, cues)
        lists = annex if len(tagged.plain.text) <= _MAX_LISTED and _lists(tagged.plain.text, cues) else ()
        for made in block_clauses(pieces, leads, cues):
            yield (*lists, *made[:-1], *carried.get(made[-1].start, ()), made[-1])
        if pieces and _is_lead_in(pieces[-1], following):
            stack.append(_LeadIn(block.indent if block.kind == "item" else -1, block.style, block.mark, pieces[-1]))


def _carried(pieces: Sequence[Piece], cues: SentenceCues) -> Mapping[int, tuple[Piece, ...]]:
    """The sentences that go on with what one before them says ('The foregoing right includes ...', 'If you are in X, the following
    applies.'), by where they begin in their block, each with that one."""
    carried: dict[int, tuple[Piece, ...]] = {}
    frame: tuple[Piece, ...] = ()
    for before, piece in itertools.pairwise(pieces):
        bare = replace(before, end=before.start + len(before.text.rstrip(" .;:")))
        if len(before.text) > _MAX_CELL:
            continue
        if cues.framing.search(bare.text):
            frame = (bare,)
        if frame or cues.carrying.match(piece.text):
            carried[piece.start] = frame or (bare,)
    return carried


def _annexes(blocks: Sequence[TaggedBlock], cues: SentenceCues) -> Mapping[str, Piece]:
    """The annexes that list what content is used for, by their titles, with the words that refer to them."""
    found: dict[str, Piece] = {}
    for tagged in blocks:
        if tagged.block.kind != "heading" and (match := cues.annexed.search(tagged.tagged.text)):
            start = tagged.tagged.text.rfind(". ", 0, match.start()) + 1
            found.setdefault(match["title"], next(trimmed(tagged, start, match.end())))
    return found


def _lists(text: str, cues: SentenceCues) -> bool:
    """Whether a paragraph of such an annex may list purposes: it has no label, or one that says so."""
    label, colon, _ = text.partition(":")
    return not colon or bool(cues.listing.search(label.lower()))


def _opened(heading: TaggedBlock, annexes: Mapping[str, Piece]) -> tuple[Piece, ...]:
    """What refers to the annex that a heading opens."""
    title = heading.tagged.text.lstrip("# ")
    return next(((piece,) for name, piece in annexes.items() if re.match(rf"{re.escape(name)}\b", title)), ())


def _is_answered(block: Block, following: TaggedBlock | None) -> bool:
    """Whether the next cell of the row says whether what this one names is so: 'AI training | Not permitted'."""
    if following is None or following.block.kind != "cell" or following.block.row != block.row:
        return False
    return is_answer(following.plain.text.strip())


def _is_lead_in(piece: Piece, following: TaggedBlock | None) -> bool:
    """Whether a block's last sentence leads on to items: it says so by its colon, or has no end where a list begins."""
    text = piece.text
    ending = text[-MAX_OPENING:]
    if len(text) >= MAX_LEAD or (gate_of(OPENING).opens(ending) and OPENING.search(ending)):
        return False
    if _LEADS_ON.search(text[-3:]):
        return True
    if following is None or _ENDED.search(text[-3:]) or not _begins_list(following.block, piece.block.block):
        return False
    return following.plain.text.lstrip()[:1].islower()  # else what is before it is a title


def _begins_list(item: Block, before: Block) -> bool:
    """Whether an item is the first of a list that stands below what is before it."""
    if item.kind != "item" or (item.style, item.indent) == (before.style, before.indent):
        return False
    return item.mark.lower() in FIRST if item.mark else item.indent >= before.indent


def _sentences(tagged: TaggedBlock, cues: SentenceCues) -> Iterator[Piece]:
    text = tagged.plain.text
    length = len(tagged.tagged.text)
    start = 0
    for match in cues.stop.finditer(text):
        if text[match.start()] == "." and is_inner(text, match.start(), cues):
            continue
        end = tagged_offset(tagged.tagged, match.end())
        yield from trimmed(tagged, start, end)
        start = end
    yield from trimmed(tagged, start, length)
