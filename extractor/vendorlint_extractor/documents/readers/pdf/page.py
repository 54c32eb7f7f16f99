"""One page of a PDF as words with their places, in the direction in which most of its text runs, and the rules drawn on it."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vendorlint_extractor.documents.notes import Note, NoteKind
from vendorlint_extractor.documents.readers.pdf.annotations import Annotations, Field, read_annotations
from vendorlint_extractor.documents.readers.pdf.drawing import MAX_SHAPES, Drawing, read_drawing
from vendorlint_extractor.documents.readers.pdf.ink import Box, Ink
from vendorlint_extractor.documents.readers.pdf.leftover import unread_lines
from vendorlint_extractor.documents.readers.pdf.otherwise import Comparison, PageComparison, upon_one_another
from vendorlint_extractor.documents.readers.pdf.pictures import unread_pictures
from vendorlint_extractor.documents.readers.pdf.rules import Rule
from vendorlint_extractor.documents.readers.pdf.sight import SCAN, is_word, marked, struck, unseen, unshown, watermarks
from vendorlint_extractor.documents.readers.pdf.words import Frame, Word, WordReader

FIELD_SIZE = 10.0  # points of letters in a field on a page without words
LABEL = 3.5  # times the size: how far a field may stand below its label
DOTS = frozenset(".\u2026")
PARTS = 8  # of a line of dots
LEADER, TALL = 4, 0.6  # dots in a row, and how high they are not, of the height of their line
EDGE = 0.3  # times the size: how far letters reach beyond the boxes of their words
UP = 0.25  # of a field's height: where its base line is


@dataclass(slots=True)
class Page:
    """`across` are the words that run in other directions than most, each by itself; `dots` are the boxes of
    small drawings, such as bullets that are no letters; `pictures` is the share of the page that the largest picture covers.
    `notes` tell of words that a reader sees otherwise."""

    number: int
    height: float
    words: list[Word]
    across: list[list[Word]]
    rules: list[Rule]
    dots: list[Rule]
    pictures: float
    unknown: int  # words whose font does not say which letters it shows
    notes: list[Note]


def read_page(
    page: ctypes.c_void_p, text: ctypes.c_void_p, number: int, form: ctypes.c_void_p | None, comparison: Comparison
) -> Page:
    """A FPDF_PAGE with its FPDF_TEXTPAGE; `form` is the document's FPDF_FORMHANDLE, if it has one, and `comparison` the document's."""
    reader = WordReader(page, text)
    by_turn = reader.by_turn()
    letters = Counter({turn: sum(len(word.text) for word in words) for turn, words in by_turn.items()})
    turn = letters.most_common(1)[0][0] if letters else 0
    frame = reader.frames[turn]
    drawing, added = read_drawing(page, frame), read_annotations(page, form)
    told = Counter[NoteKind]({"hidden": reader.outside, "watermark": reader.slanted, "glyph": reader.unknown})
    told["annotation"] = sum(len(each.split()) for each in added.added)
    ink = Ink(page)
    gone = _gone(by_turn, turn, reader.frames, ink, drawing, added, told)
    if not reader.slanted:
        told["picture"] += unread_lines(ink, _known(by_turn, reader.frames, drawing, added))
    shown = {other: [word for word in words if id(word) not in gone] for other, words in by_turn.items()}
    seen = comparison.of(page, text)
    told["shown_otherwise"] = _otherwise(shown, reader.frames, drawing, added, seen)
    told["shown_otherwise"] += sum(
        _is_tall(word, reader.frames[other], ink) for other, own in shown.items() for word in own
    )
    words = shown.get(turn, [])
    words += _filled(added.fields, frame, words, told)
    across = [own for other, own in sorted(shown.items()) if other != turn and own]
    notes = [Note(kind, f"page {number}", count) for kind, count in told.items() if count]
    return Page(
        number,
        frame.height,
        words,
        across,
        drawing.rules,
        drawing.dots,
        drawing.share,
        reader.unknown + reader.unnamed,
        notes,
    )


def _is_tall(word: Word, frame: Frame, ink: Ink) -> bool:
    """Whether dots are shown as something higher, all along: over some of them a person may have signed."""
    if len(word.text) < LEADER or set(word.text) - DOTS:
        return False
    left, bottom, right, top = frame.box_of(word)
    low, part = bottom + TALL * (top - bottom), (right - left) / PARTS
    return all(ink.shows((left + at * part, low, left + (at + 1) * part, top), word.ink) for at in range(PARTS))


def _known(
    by_turn: dict[int, list[Word]], frames: Sequence[Frame], drawing: Drawing, added: Annotations
) -> Iterator[Box]:
    """The boxes of all that is read on a page, or told."""
    for turn, words in by_turn.items():
        for word in words:
            left, bottom, right, top = frames[turn].box_of(word)
            room = EDGE * word.size
            yield left - room, bottom - room, right + room, top + room
    yield from drawing.pictures
    yield from drawing.shapes
    yield from (field.box for field in added.fields)
    yield from added.told


def _otherwise(
    shown: dict[int, list[Word]], frames: Sequence[Frame], drawing: Drawing, added: Annotations, seen: PageComparison
) -> int:
    """How many words are shown with other letters than the file has, of those that are read."""
    found: set[int] = set()
    covers = [*drawing.covers, *((box, MAX_SHAPES) for box in added.covers)] if drawing.share < SCAN else []
    for turn, words in shown.items():
        suspect = list(upon_one_another(words))
        suspect += seen.beneath([(word, frames[turn].box_of(word)) for word in words], covers) if covers else ()
        found |= {id(word) for word in words if word.spoken and is_word(word)}
        found |= seen.renamed(words, turn) | seen.unlike(suspect, turn)
    return len(found)


def _gone(  # noqa: PLR0913, PLR0917 - all that a page shows
    by_turn: dict[int, list[Word]],
    turn: int,
    frames: Sequence[Frame],
    ink: Ink,
    drawing: Drawing,
    added: Annotations,
    told: Counter[NoteKind],
) -> set[int]:
    """The ids of the words that are none of the text, which are counted."""
    placed = [(word, frames[other].box_of(word)) for other, words in by_turn.items() for word in words]
    own = by_turn.get(turn, [])
    dim = unshown(placed, ink, drawing.pictures)
    found: dict[int, NoteKind] = {}
    kinds: tuple[tuple[NoteKind, set[int]], ...] = (
        ("watermark", watermarks(own)),
        ("struck", struck(own, drawing.strokes) | marked(placed, added.struck)),
        ("hidden", unseen(placed, dim, ink, drawing.pictures, frames[0])),
    )
    for kind, ids in kinds:
        found |= dict.fromkeys(ids, kind)
    seen = [box for word, box in placed if is_word(word) and id(word) not in dim and not word.clear]
    told["picture"] = unread_pictures([*drawing.pictures, *drawing.shapes], seen, frames[0])
    for word, _ in placed:
        if id(word) in found and is_word(word):
            told[found[id(word)]] += 1
    return set(found)


def _filled(fields: Sequence[Field], frame: Frame, words: Sequence[Word], told: Counter[NoteKind]) -> Iterator[Word]:
    """The words of a form's fields, on the lines that they stand in."""
    for field in fields:
        if field.filled and any(map(str.isalnum, field.text)):
            told["form_value"] += len(field.text.split())
        yield _in_line(field, frame, words)


def _in_line(field: Field, frame: Frame, words: Sequence[Word]) -> Word:
    """A field's words, behind those that it is drawn over, or behind the label above it that ends with a colon."""
    (xa, ya), (xb, yb) = frame.point(*field.box[:2]), frame.point(*field.box[2:])
    left, right, top, bottom = min(xa, xb), max(xa, xb), min(ya, yb), max(ya, yb)
    line = bottom - UP * min(bottom - top, 2 * FIELD_SIZE)
    beside = [word for word in words if top < word.y < bottom + UP * word.size]
    near = min(beside, key=lambda word: abs(word.y - line), default=None)
    if near is None:
        above = [word for word in words if 0 < line - word.y < LABEL * word.size]
        last = max(above, key=lambda word: (round(word.y), word.x1), default=None)
        if last is None or not last.text.endswith(":"):
            return Word(field.text, left, right, line, FIELD_SIZE, bold=False, index=-1)
        near, left = last, last.x1
    under = [word.x1 for word in beside if word.x0 < right and left < word.x1]
    left = max([left, *under])
    return Word(field.text, left, max(right, left), near.y, near.size, bold=False, index=-1)
