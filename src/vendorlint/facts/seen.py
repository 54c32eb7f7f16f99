"""Reading notes of documents, as sentences: where a person sees something else than what was read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from vendorlint.files.notice import Notice
from vendorlint.place import FilePlace

MAX_PLACES = 5  # that a sentence names
_LINE = re.compile(r"line (\d+)")
_TOLD = {
    "struck": "struck out, and left out",
    "comment": "in comments, and left out",
    "hidden": "hidden from whoever reads the document, and left out",
    "unticked": "options that nobody ticked, and left out",
    "form_value": "filled into a form, and read",
    "blank": "blanks that nobody filled in, which state nothing",
    "alternative": "alternatives that nobody chose between, which state nothing",
    "drafting_note": "notes to whoever drafts, and left out",
    "watermark": "a watermark, and left out",
    "glyph": "signs whose font does not say which letters they are",
    "annotation": "annotations on the page, and left out; read them yourself",
    "mixed_scripts": "letters that look like others, or stand apart; compare them with the page",
    "shown_otherwise": "read, and shown with other letters or in another order by a font, a style or what lies over them; compare them with the page",
    "other_language": "paragraphs in a language that is not read; read them yourself",
    "standing": "in which the document says of itself that it holds no longer, not yet or not for all, or stands behind another text; see what holds",
    "around": "adverse words around the text (a header, a footer, a form, a summary), read as no terms",
    "picture": "not read, and large enough to show a clause; look at them",
    "unread": "not read: pictures of pages (run OCR first, or use --ocr), text in another format, files that are attached or fetched from elsewhere",
}
_COUNTED = {"picture": "picture", "unread": "part"}  # what is counted where there are no words


def seen_notices(raw: Mapping[str, Any], documents: Mapping[str, Path]) -> Iterator[Notice]:
    """A notice for each document that is a list and states nothing, and for each kind of words that a person sees otherwise in one.

    `raw` is the content of a facts file, `documents` the files of its documents by id.
    """
    for document in raw["documents"]:
        if "listing" in document:
            yield Notice(FilePlace(documents[document["id"]]), document["listing"])
        for kind, notes in _by_kind(document.get("notes", ())).items():
            yield Notice(place_of(notes[0]["place"], documents[document["id"]]), _sentence(kind, notes))


def place_of(place: str, document: Path) -> FilePlace:
    """Where a note is in its document's file: on its line, or at the beginning of what has none."""
    line = _LINE.fullmatch(place)
    return FilePlace(document, int(line[1]) if line else 1)


def told(notes: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The reading notes of one document in words, a sentence for each kind."""
    yield from (_sentence(kind, own) for kind, own in _by_kind(notes).items())


def _by_kind(notes: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    kinds: dict[str, list[Mapping[str, Any]]] = {}
    for note in notes:
        kinds.setdefault(note["kind"], []).append(note)
    return kinds


def _sentence(kind: str, notes: Sequence[Mapping[str, Any]]) -> str:
    count = sum(note["words"] for note in notes)
    return f"{count} {_COUNTED.get(kind, 'word')}{'' if count == 1 else 's'}: {_TOLD[kind]}{_places([note['place'] for note in notes])}"


def _places(places: list[str]) -> str:
    named = list(dict.fromkeys(place for place in places if place))
    if not named:
        return ""
    more = len(named) - MAX_PLACES
    return f" ({'; '.join(named[:MAX_PLACES])}{f'; and {more} more' if more > 0 else ''})"
