"""The parts of a mail as one text: each read as what it is, below its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from vendorlint_extractor.documents.notes import Note, gathered
from vendorlint_extractor.documents.readers.around import Piece, pieces
from vendorlint_extractor.documents.readers.mail.parts import BODY, OTHER, TEXT, Part
from vendorlint_extractor.documents.readers.markdown import escaped
from vendorlint_extractor.documents.readers.rendering import EmptyError, Place, ReadingError, Rendering
from vendorlint_extractor.documents.unseen import blanked, unseen
from vendorlint_extractor.documents.words import WORDS

MIN_HEADERS = 3  # lines with labels of mails that follow one another
_HEADER = re.compile(rf"[>\s*_|]*(?:{'|'.join(WORDS['mail_headers'])})\**\s?:", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"\n\s*\n")
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")

Line = tuple[str, Place]


def joined(subject: str, parts: Sequence[Part], read: Callable[[Part], Rendering]) -> Rendering:
    """The text of a mail. `read` reads a part that is no plain text. Raises ReadingError for a part that cannot be read."""
    shown = [(part, _rendered(part, read)) for part in parts if part.kind != OTHER]
    shown = [(part, found) for part, found in shown if any(map(str.isalpha, found.text))]
    if not shown:
        raise ReadingError("holds no text; expected a mail with terms")
    lines = list(_block([(f"# {title}", ("subject", None))]) if (title := escaped(subject)) else [])
    for part, found in shown:
        if part.name != BODY:
            lines += _block([(f"# {escaped(part.name)}", (part.name, None))])
        lines += _block(_without_headers(list(_lines(part, found))))
    return Rendering(
        "\n".join(line for line, _ in lines),
        tuple(place for _, place in lines),
        tuple(f"{part.name}: {warning}" for part, found in shown for warning in found.warnings),
        any(found.ocr for _, found in shown),
        gathered(replace(note, place=_within(part, note.place)) for part, found in shown for note in found.notes),
        (
            *((_within(part, place), words) for part, found in shown for place, words in found.around),
            *pieces(piece for part in parts for piece in _other(part)),
            *pieces(piece for part, found in shown for piece in _headers(part, found)),
        ),
    )


def _rendered(part: Part, read: Callable[[Part], Rendering]) -> Rendering:
    if part.kind == TEXT:
        return _of_text(part)
    try:
        return read(part)
    except EmptyError:  # 'see attached', without the words
        return Rendering("", (("", None),), ())
    except ReadingError as error:
        if part.name == BODY:
            raise
        raise ReadingError(f"has an attachment that cannot be read, {part.name}: it {error}") from None


def _of_text(part: Part) -> Rendering:
    """Plain text, without what Markdown strikes out or does not show."""
    text = part.raw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").rstrip()
    text = _CONTROLS.sub(" ", text)
    passages = unseen(text)
    lines = blanked(text, passages).split("\n")
    notes = [
        Note(each.kind, f"line {text.count(chr(10), 0, each.start) + 1}", each.words) for each in passages if each.kind
    ]
    places = tuple(("", number) for number in range(1, len(lines) + 1))
    return Rendering("\n".join(lines), places, (), notes=tuple(notes))


def _lines(part: Part, found: Rendering) -> Iterator[Line]:
    for line, (label, number) in zip(found.text.split("\n"), found.places, strict=True):
        yield line, (_within(part, label), number) if label or number else ("", None)


def _within(part: Part, place: str) -> str:
    return f"{part.name}, {place}" if place else part.name


def _block(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines without blank ones at their end, and one that parts them from the next."""
    last = max((number for number, (line, _) in enumerate(lines, 1) if line.strip()), default=0)
    yield from lines[:last]
    yield "", ("", None)


def _other(part: Part) -> Iterator[Piece]:
    """The paragraphs of a body's text that only some programs show."""
    text = _CONTROLS.sub(" ", part.raw.decode("utf-8-sig", "replace").replace("\r", "")) if part.kind == OTHER else ""
    yield from ((f"{part.name} as plain text", paragraph) for paragraph in _PARAGRAPHS.split(text))


def _headers(part: Part, found: Rendering) -> Iterator[Piece]:
    """The lines that are taken out of a part's text."""
    lines = list(_lines(part, found))
    yield from ((part.name, lines[number][0]) for number in sorted(_header_lines(lines)))


def _without_headers(lines: list[Line]) -> list[Line]:
    """Lines without those that say who wrote a mail to whom, as answered and passed on mails have them in their text."""
    gone = _header_lines(lines)
    return [("", ("", None)) if number in gone else line for number, line in enumerate(lines)]


def _header_lines(lines: list[Line]) -> set[int]:
    return {number for run in _runs(lines) if len(run) >= MIN_HEADERS for number in run}


def _runs(lines: Iterable[Line]) -> Iterator[list[int]]:
    run: list[int] = []
    for number, (line, _) in enumerate(lines):
        if _HEADER.match(line):
            run.append(number)
        elif line.strip():
            yield run
            run = []
    yield run
