"""Files that are no plain text as what their readers make of them; of a mail and its attachments one text."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from vendorlint_extractor.documents.mails import joined
from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.readers.mail.parts import Part
from vendorlint_extractor.documents.readers.process import answer_of
from vendorlint_extractor.documents.readers.programs import as_docx, recognised
from vendorlint_extractor.documents.readers.rendering import MAILS, Limits, NoTextError, ReadingError, Rendering

MAX_KEPT = 256
MAX_INSIDE = 5  # mails in one another
OCR_WARNING = "was read by OCR; compare its quotes with the pages"
OFFICE_WARNING = "was made into DOCX by LibreOffice; compare its quotes with the document"

# Extracting, checking quotes and reporting each need the same file; what it holds depends on nothing else.
_Key = tuple[str, bytes, bool, bool]
_RENDERINGS: dict[_Key | None, Rendering] = {}


def render(raw: bytes, kind: str, limits: Limits) -> Rendering:
    """The content of a file of a kind of KINDS. Raises ReadingError."""
    return rendered_before(raw, kind, limits) or keep_rendering(raw, kind, limits, _rendered(raw, kind, limits, 0))


def rendered_before(raw: bytes, kind: str, limits: Limits) -> Rendering | None:
    """The same where this process has it already."""
    return _RENDERINGS.get(_key(raw, kind, limits))


def keep_rendering(raw: bytes, kind: str, limits: Limits, rendering: Rendering) -> Rendering:
    """Keep what was made of a file, here or on another machine."""
    while len(_RENDERINGS) >= MAX_KEPT:
        _RENDERINGS.pop(next(iter(_RENDERINGS), None), None)  # others may be faster
    return _RENDERINGS.setdefault(_key(raw, kind, limits), rendering)


def _key(raw: bytes, kind: str, limits: Limits) -> _Key:
    return kind, hashlib.sha256(raw).digest(), limits.ocr, limits.office


def _rendered(raw: bytes, kind: str, limits: Limits, inside: int) -> Rendering:
    """The content of a file that so many mails are around."""
    if kind == "doc":
        found = _rendered(as_docx(raw, limits), "docx", limits, inside)
        return replace(found, warnings=(*found.warnings, OFFICE_WARNING))
    if kind in MAILS:
        return _mail(raw, kind, limits, inside)
    try:
        return _rendering(answer_of(raw, kind, limits))
    except NoTextError:
        if not limits.ocr:
            raise
    found = _rendering(answer_of(recognised(raw, limits), kind, limits))
    notes = tuple(note for note in found.notes if note.kind != "picture")  # which are what was read just now
    return replace(found, ocr=True, warnings=(*found.warnings, OCR_WARNING), notes=notes)


def _mail(raw: bytes, kind: str, limits: Limits, inside: int) -> Rendering:
    """A mail: a process takes it apart, and each part is read in one of its own."""
    if inside >= MAX_INSIDE:
        raise ReadingError(f"holds mails in one another, more than {MAX_INSIDE} deep")
    answer = answer_of(raw, kind, limits)
    parts = [Part(name, of, base64.b64decode(content)) for name, of, content in answer["parts"]]
    return joined(answer["subject"], parts, lambda part: _rendered(part.raw, part.kind, limits, inside + 1))


def _rendering(answer: Mapping[str, Any]) -> Rendering:
    places = tuple((label, line) for label, line in answer["places"])
    notes = tuple(Note(**note) for note in answer["notes"])
    around = tuple((place, words) for place, words in answer["around"])
    return Rendering(answer["text"], places, tuple(answer["warnings"]), notes=notes, around=around)
