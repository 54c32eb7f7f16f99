"""Reading notes: where a document shows a person something else than what was read as its terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

NoteKind = Literal[
    "struck",  # words with a line through them, deleted ones of tracked changes, and those that an amendment deletes
    "comment",  # words that no page shows: comments of Markdown, HTML and Word
    "hidden",  # words that the document holds and no reader sees
    "unticked",  # options of a form that nobody chose
    "form_value",  # values that were filled into a form
    "blank",  # places of a template that nobody filled
    "alternative",  # words of a template of which nobody chose some
    "drafting_note",  # words to the person who fills a template
    "watermark",  # words that lie across a page
    "glyph",  # signs whose font does not say which letters they are
    "annotation",  # words that somebody put on a page afterwards
    "mixed_scripts",  # words with letters of several scripts that look alike
    "shown_otherwise",  # words that a font or a style shows with other letters, or in another order
    "other_language",  # paragraphs in a language that is not read
    "standing",  # clauses by which a document takes from its own standing
    "around",  # words around the text that state something adverse
    "picture",  # pictures, and files of other programs, that are large enough to show a clause
    "unread",  # parts of which nothing was read: scanned pages, text in a format of its own, what is fetched from elsewhere
]
KINDS: tuple[NoteKind, ...] = get_args(NoteKind)


LINE = 2  # words of a blank that is no more than a line to write on, or a word that is kept from readers


@dataclass(frozen=True, slots=True)
class Note:
    """Words that were read otherwise than they may be seen: which kind, where in the file ("line 12", "page 3, line 4",
    "paragraph 41"; empty for the document as a whole), and how many; of what has none that are read, how many there are."""

    kind: NoteKind
    place: str
    words: int


def gathered(notes: Iterable[Note]) -> tuple[Note, ...]:
    """The notes in their order, those of one kind and place as one; lines to write on stay as short as the longest of them."""
    words: dict[tuple[NoteKind, str, bool], int] = {}
    for note in notes:
        is_line = note.kind == "blank" and note.words <= LINE
        key = note.kind, note.place, is_line
        words[key] = max(words.get(key, 0), note.words) if is_line else words.get(key, 0) + note.words
    return tuple(Note(kind, place, count) for (kind, place, _), count in words.items())
