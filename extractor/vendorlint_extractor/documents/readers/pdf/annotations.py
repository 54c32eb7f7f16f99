"""Annotations of a PDF page: words that somebody struck or added, and the fields of a form with what was filled in."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from vendorlint_extractor.documents.readers.pdf.ink import Box

MAX_ANNOTATIONS = 5000  # of a page
MAX_TEXT = 20_000  # characters
BLANK = "____"  # as a form on paper has it
_TICKS = {True: "☒", False: "☐"}
_UNSHOWN = 2 | 32  # flags: hidden, no view
# Annotations that cover nothing: marks on words, links, and what opens beside the page.
_FLAT = {
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_LINK,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_POPUP,
    pdfium.FPDF_ANNOT_WIDGET,
}
_ADDED = {
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_FREETEXT,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_STAMP,
    pdfium.FPDF_ANNOT_CARET,
    pdfium.FPDF_ANNOT_SQUARE,
    pdfium.FPDF_ANNOT_CIRCLE,
    pdfium.FPDF_ANNOT_LINE,
    pdfium.FPDF_ANNOT_POLYGON,
    pdfium.FPDF_ANNOT_POLYLINE,
    pdfium.FPDF_ANNOT_INK,
    pdfium.FPDF_ANNOT_REDACT,
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form as it is shown: its box and its words, a tick, or BLANK. `filled`: somebody put them there."""

    box: Box
    text: str
    filled: bool


@dataclass(slots=True)
class Annotations:
    """`struck` are the boxes of words that a line goes through, `added` what the other annotations say."""

    struck: list[Box] = field(default_factory=list)
    told: list[Box] = field(default_factory=list)  # of annotations whose words are told
    covers: list[Box] = field(default_factory=list)  # of what may lie over words
    added: list[str] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)


def read_annotations(page: ctypes.c_void_p, form: ctypes.c_void_p | None) -> Annotations:
    """The annotations of a page; `form` is a FPDF_FORMHANDLE, or None for a document that has no form."""
    found = Annotations()
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            _read(annotation, form, found)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def _read(annotation: ctypes.c_void_p, form: ctypes.c_void_p | None, found: Annotations) -> None:
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if pdfium.FPDFAnnot_GetFlags(annotation) & _UNSHOWN:
        return
    if kind not in _FLAT and pdfium.FPDFAnnot_GetObjectCount(annotation) > 0:
        found.covers.extend(_place(annotation))
    if kind == pdfium.FPDF_ANNOT_STRIKEOUT:
        found.struck.extend(_marked(annotation))
    if kind in _ADDED:
        text = _text(annotation)
        if text.strip():
            found.added.append(text)
            found.told.extend(_place(annotation))
    elif kind == pdfium.FPDF_ANNOT_WIDGET and form:
        if pdfium.FPDFAnnot_GetFormFieldType(form, annotation) == pdfium.FPDF_FORMFIELD_PUSHBUTTON:
            found.added.extend(_caption(annotation))
            return
        shown = _field(annotation, form)
        if shown:
            found.fields.append(shown)


def _caption(annotation: ctypes.c_void_p) -> Iterator[str]:
    """What a button that only some programs press shows: as many words as it prints pieces, for which pdfium has no letters."""
    shown = (pdfium.FPDFAnnot_GetObject(annotation, at) for at in range(pdfium.FPDFAnnot_GetObjectCount(annotation)))
    pieces = sum(pdfium.FPDFPageObj_GetType(each) == pdfium.FPDF_PAGEOBJ_TEXT for each in shown if each)
    if pieces:
        yield " ".join(["button"] * pieces)


def _place(annotation: ctypes.c_void_p) -> Iterator[Box]:
    place = pdfium.FS_RECTF()
    if pdfium.FPDFAnnot_GetRect(annotation, place):
        yield place.left, min(place.bottom, place.top), place.right, max(place.bottom, place.top)


def _marked(annotation: ctypes.c_void_p) -> Iterator[Box]:
    corners = pdfium.FS_QUADPOINTSF()
    for index in range(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, corners):
            xs = (corners.x1, corners.x2, corners.x3, corners.x4)
            ys = (corners.y1, corners.y2, corners.y3, corners.y4)
            yield min(xs), min(ys), max(xs), max(ys)


def _text(annotation: ctypes.c_void_p) -> str:
    buffer = (ctypes.c_ushort * MAX_TEXT)()
    size = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, ctypes.sizeof(buffer))
    return _decoded(buffer, size)


def _decoded(buffer: ctypes.Array[ctypes.c_ushort], size: int) -> str:
    """A string of pdfium's, which tells how many bytes it has with the two that end it."""
    return bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", "replace") if size <= ctypes.sizeof(buffer) else ""


def _field(annotation: ctypes.c_void_p, form: ctypes.c_void_p) -> Field | None:
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    place = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annotation, place):
        return None
    box = (place.left, min(place.bottom, place.top), place.right, max(place.bottom, place.top))
    if kind in (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON):
        ticked = bool(pdfium.FPDFAnnot_IsChecked(form, annotation))
        return Field(box, _TICKS[ticked], ticked)
    if kind in (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX):
        buffer = (ctypes.c_ushort * MAX_TEXT)()
        size = pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, ctypes.sizeof(buffer))
        text = " ".join(_decoded(buffer, size).split())
        return Field(box, text or BLANK, bool(text))
    return None
