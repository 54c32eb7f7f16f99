"""Reads PDF documents by where their words stand on the page: columns, tables, footnotes, running headers, broken words."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pypdfium2.raw as pdfium

from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.readers.around import pieces
from vendorlint_extractor.documents.readers.pdf.layout import Sheet, body_size, lay_out
from vendorlint_extractor.documents.readers.pdf.otherwise import Comparison
from vendorlint_extractor.documents.readers.pdf.page import Page, read_page
from vendorlint_extractor.documents.readers.pdf.writing import write
from vendorlint_extractor.documents.readers.rendering import Limits, NoTextError, ReadingError, Rendering

PICTURE = 0.25  # of a page: one that has only furniture besides is a scan
UNKNOWN = 0.3  # of all words: a text layer of which more cannot be read is none

_OCR = "run OCR first, or use --ocr"


def read(raw: bytes, limits: Limits) -> Rendering:
    """The text of a document. Raises ReadingError."""
    if b"%PDF-" not in raw[:1024]:
        raise ReadingError("is no PDF: expected '%PDF-' at its beginning")
    pages, others = _pages(raw, limits)
    words = sum(len(page.words) for page in pages)
    pictured = [page for page in pages if page.pictures]
    if sum(page.unknown for page in pages) > UNKNOWN * words:
        raise NoTextError(f"holds text whose fonts do not say which letters they show: {_OCR}")
    if not words:
        if pictured:
            raise NoTextError(f"holds no text; it is probably scanned: {_OCR}")
        hidden = any(note.kind == "hidden" for page in pages for note in page.notes)
        raise ReadingError("holds text that its pages do not show" if hidden else "holds no text; its pages are empty")
    body = body_size(pages)
    sheets = list(lay_out(pages, body))
    if not any(sheet.lines or sheet.notes for sheet in sheets):
        raise NoTextError(f"holds no text but running headers; it is probably scanned: {_OCR}")
    found = write(sheets, body).rendering((), (*_notes(sheets), *others))
    around = ((f"page {sheet.page.number}", words) for sheet in sheets for words in sheet.around)
    return replace(found, around=pieces(around))


def _pages(raw: bytes, limits: Limits) -> tuple[list[Page], list[Note]]:
    """The pages of a document, and notes on what it holds beside them."""
    document = pdfium.FPDF_LoadMemDocument64(raw, len(raw), None)
    if not document:
        raise _unopened(pdfium.FPDF_GetLastError())
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count > limits.pages:
            raise ReadingError(f"has {count:,} pages; expected at most {limits.pages:,}")
        if count < 1:
            raise ReadingError("has no pages; expected a document of terms")
        comparison = Comparison()
        with _form(document) as form:
            return [_page(document, index, form, comparison) for index in range(count)], _beside(document)
    finally:
        pdfium.FPDF_CloseDocument(document)


def _beside(document: ctypes.c_void_p) -> list[Note]:
    """Notes on files that are attached to a document, and on a form that only some programs show, in place of its pages."""
    files = max(pdfium.FPDFDoc_GetAttachmentCount(document), 0)
    notes = [Note("unread", "attached file", files)] if files else []
    is_other = pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_XFA_FULL
    return [*notes, Note("unread", "form of XFA", 1)] if is_other else notes


@contextmanager
def _form(document: ctypes.c_void_p) -> Iterator[ctypes.c_void_p | None]:
    """What reads the fields of a document's form; None for a document without one."""
    if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_NONE:
        yield None
        return
    settings = pdfium.FPDF_FORMFILLINFO(version=2)
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, settings)
    try:
        yield form or None
    finally:
        if form:
            pdfium.FPDFDOC_ExitFormFillEnvironment(form)


def _unopened(code: int) -> ReadingError:
    if code == pdfium.FPDF_ERR_PASSWORD:
        return ReadingError("is encrypted and needs a password; save it without one")
    if code == pdfium.FPDF_ERR_SECURITY:
        return ReadingError("is encrypted in a way that cannot be read; save it without")
    return ReadingError("is broken: it has no readable list of pages; save or export it again")


def _page(document: ctypes.c_void_p, index: int, form: ctypes.c_void_p | None, comparison: Comparison) -> Page:
    """One page, closed again: open ones would hold all pictures and fonts in memory."""
    page = pdfium.FPDF_LoadPage(document, index)
    text = pdfium.FPDFText_LoadPage(page) if page else None
    if not text:
        raise ReadingError(f"is broken: page {index + 1} cannot be read; save or export it again")
    if form:
        pdfium.FORM_OnAfterLoadPage(page, form)
    try:
        return read_page(page, text, index + 1, form, comparison)
    finally:
        if form:
            pdfium.FORM_OnBeforeClosePage(page, form)
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _notes(sheets: list[Sheet]) -> Iterator[Note]:
    """What a person sees otherwise; of pages of which nothing was read, though something is shown on them, that alone."""
    for sheet in sheets:
        page = sheet.page
        shown = page.pictures >= (PICTURE if page.words else 0.01)
        if shown and not sheet.lines and not sheet.notes:
            yield Note("unread", f"page {page.number}", 1)
        else:
            yield from page.notes
