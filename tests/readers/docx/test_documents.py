"""Contracts as Word saves them, each with another difficulty, and all that is read of them."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.readers.rendering import LIMITS, ReadingError
from vendorlint_extractor.documents.rendered import render

from .documents import DOCUMENTS, tables
from .word import STYLES, TRANSITIONAL, abstract, archive, b, cell, docx, level, num, p, r, row, style, table

EXPECTED = Path(__file__).with_name("expected")
WARNINGS = {"tracked_changes": ("holds tracked changes; they were read as accepted",)}


def read(body: str, **parts: str) -> str:
    return render(docx(body, **parts), "docx", LIMITS).text


@pytest.mark.parametrize("name", ["word/document.xml", "Word/Document.xml", "word/./document.xml"])
def test_a_part_that_is_there_twice(name: str) -> None:
    parts = zipfile.ZipFile(io.BytesIO(docx(p("Clause."))))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed, warnings.catch_warnings(action="ignore"):
        for each in parts.namelist():
            packed.writestr(each, parts.read(each))
        packed.writestr(name, parts.read("word/document.xml"))
    with pytest.raises(ReadingError) as raised:
        render(out.getvalue(), "docx", LIMITS)
    assert str(raised.value) == f"is broken: it holds {name} twice, and programs differ in which they show"


def test_letters_that_a_run_turns_around() -> None:
    assert read(f'<w:p><w:bdo w:val="rtl">{r(".esualC")}</w:bdo></w:p>') == "Clause.\n"


def test_words_below_their_reading_aid() -> None:
    ruby = f"<w:ruby><w:rt>{r('aid')}</w:rt><w:rubyBase>{r('Clause.')}</w:rubyBase></w:ruby>"
    assert read(f"<w:p><w:r>{ruby}</w:r></w:p>") == "Clause.\n"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.__name__)
def test_document(document: Callable[[], bytes]) -> None:
    rendering = render(document(), "docx", LIMITS)
    assert rendering.text == (EXPECTED / f"{document.__name__}.md").read_text(encoding="utf-8")
    assert rendering.warnings == WARNINGS.get(document.__name__, ())


def test_places_are_paragraphs() -> None:
    rendering = render(tables(), "docx", LIMITS)
    shown = [(line, *place) for line, place in zip(rendering.text.split("\n"), rendering.places, strict=True) if line]
    assert shown[:9] == [
        ("# Service Levels", "paragraph 1", None),
        ("| Severity | Response |  |", "paragraph 2", None),
        ("|  | in office hours | otherwise |", "paragraph 4", None),
        ("| 1 \\| critical | 1 hour | 2 hours |", "paragraph 7", None),
        ("| 2 | 4 hours | next day, by noon |", "paragraph 10", None),
        ("| 1. Scope | Production systems |", "paragraph 14", None),
        ("| 2. Credits | 10% of the monthly fee |", "paragraph 16", None),
        ("3. The credits of clause 2 are the sole remedy.", "paragraph 18", None),
        ("(a) Maintenance is announced five days before.", "paragraph 19", None),
    ]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("decimal", ["1.", "2.", "30."]),
        ("decimalZero", ["01.", "02.", "30."]),
        ("lowerLetter", ["(a)", "(b)", "(dd)"]),
        ("upperRoman", ["(I)", "(II)", "(XXX)"]),
        ("ordinal", ["1st.", "2nd.", "30th."]),
        ("cardinalText", ["One.", "Two.", "Thirty."]),
        ("ordinalText", ["First.", "Second.", "Thirtieth."]),
        ("russianLower", ["1.", "2.", "30."]),
    ],
)
def test_formats_of_numbers(kind: str, shown: list[str]) -> None:
    numbering = abstract(1, level(0, "%1.", kind)) + num(1, 1) + num(2, 1, {0: 30})
    text = read(p("clause", num=(1, 0)) + p("clause", num=(1, 0)) + p("clause", num=(2, 0)), numbering=numbering)
    assert text.split("\n")[::2][:3] == [f"{mark} clause" for mark in shown]


ODD = abstract(2, level(0, "# &#10;*%1"), level(1, "&#10;-%2-")) + num(2, 2)
MERGED = (
    abstract(1, level(0, "%1."), level(1, "%1.%2")) + num(1, 1) + ODD + abstract(3, level(0, "•", "bullet")) + num(3, 3)
)
HEADED = STYLES + style(
    "Clause", "Clause", "Heading2", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Word shows the start of a level that has not been used yet.
        (p("Orphan clause.", num=(1, 1)) + p("Clause.", num=(1, 0)), "1.1 Orphan clause.\n\n1. Clause.\n"),
        (p("No such numbering.", num=(9, 0)) + p("No such level.", num=(1, 8)), "No such numbering.\n\nNo such level.\n"),
        (p("Last words are held", props="<w:rPr><w:del/></w:rPr>"), "Last words are held\n"),
        (p("A clause that stands in the style of a heading.", style="Clause"), "1.1 A clause that stands in the style of a heading.\n"),
        (p("Term", style="Clause"), "## 1.1 Term\n"),
        (p(b("Bold lead-in to a list of five items:")), "Bold lead-in to a list of five items:\n"),
        (p(b("Term"), r("."), " One year."), "**Term**. One year.\n"),
        (table(row("", ""), row("a", "b")) + table(row("c", "d")), "| a | b |\n\n| c | d |\n"),
        (table(row("Fees", cell(p(b("EUR 5")), p("a month")))), "| Fees | EUR 5 a month |\n"),
        (p(r("30"), r("1", '<w:vertAlign w:val="superscript"/>'), " days"), "30¹ days\n"),
        (p("2. Term.", style="Heading1") + p("Fees are due in advance.", style="Heading1"), "# 2. Term.\n\nFees are due in advance.\n"),
        (p("4.1 Clause.", num=(3, 0)) + p("(b) Item.", num=(1, 0)), "4.1 Clause.\n\n1. (b) Item.\n"),
        (p("Clause.", num=(2, 0)) + p("Term", num=(2, 1), style="Heading1"), "\\# \\*1 Clause.\n\n# -1- Term\n"),
        # A field that does not end hides nothing.
        (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>', "Clause."), "Clause.\n"),
        (p('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "Clause."), "Clause.\n"),
    ],
)  # fmt: skip
def test_markup(body: str, expected: str) -> None:
    assert read(body, styles=HEADED, numbering=MERGED) == expected


def test_the_document_is_where_the_package_says() -> None:
    body = f'<w:document xmlns:w="{TRANSITIONAL}"><w:body>{p("Clause.")}</w:body></w:document>'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/doc/main.xml"/>'
        "</Relationships>"
    )
    assert render(archive({"_rels/.rels": relations, "doc/main.xml": body}), "docx", LIMITS).text == "Clause.\n"


def test_embedded_text_of_another_format_is_told() -> None:
    chunk = '<w:altChunk r:id="rId5"/>'
    rendering = render(docx(p("Clause.") + chunk), "docx", LIMITS)
    told = (Note("unread", "text in a format of its own", 1),)
    assert (rendering.text, rendering.warnings, rendering.notes) == ("Clause.\n", (), told)
    with pytest.raises(ReadingError) as raised:
        render(docx(chunk), "docx", LIMITS)
    assert str(raised.value) == "embeds its text in another format; open it in Word and save it again"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (p(""), "holds no text; expected a document of terms"),
        (p("<w:r><w:drawing/></w:r>"), "holds pictures and no text; run OCR first"),
    ],
)
def test_a_document_without_terms(body: str, message: str) -> None:
    with pytest.raises(ReadingError) as raised:
        read(body)
    assert str(raised.value) == message
