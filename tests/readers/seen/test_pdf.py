"""PDF: words are read where a page shows them; hidden, struck and stamped ones are told, and forms are read with their values."""

from __future__ import annotations

import importlib.util
import io
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from vendorlint_extractor.documents.readers.pdf.reader import read
from vendorlint_extractor.documents.readers.rendering import LIMITS, ReadingError

Draw = Callable[[Canvas], None]


def beside(name: str) -> ModuleType:
    """A module of the PDF tests, which are no package."""
    spec = importlib.util.spec_from_file_location(f"seen_{name}", Path(__file__).parent.parent / "pdf" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


HOSTILE = beside("test_hostile")
SAID = "We sell your data."
PLACE = (60, 680)


def page(draw: Draw) -> bytes:
    """A page with a sentence at its top and at its bottom, and what is drawn between them."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 760), invariant=1)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, 700, "The supplier keeps the records of all orders.")
    canvas.saveState()
    draw(canvas)
    canvas.restoreState()
    canvas.drawString(60, 640, "The customer pays in advance.")
    canvas.save()
    return out.getvalue()


def seen(raw: bytes) -> tuple[str, list[tuple[str, int]]]:
    """The text between the two sentences, and the notes."""
    rendering = read(raw, LIMITS)
    text = " ".join(rendering.text.split())
    inner = re.fullmatch(r"The supplier keeps the records of all orders\. ?(.*?) ?The customer pays in advance\.", text)
    assert inner, text
    return inner[1], [(note.kind, note.words) for note in rendering.notes]


def said(canvas: Canvas, **options: int) -> None:
    canvas.drawString(*PLACE, SAID, **options)


def mode(number: int) -> Draw:
    return lambda canvas: said(canvas, mode=number)


def grey(level: float, alpha: float = 1) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(level, alpha)
        said(canvas)

    return draw


def covered(canvas: Canvas) -> None:
    said(canvas)
    canvas.setFillGray(1)
    canvas.rect(50, 670, 300, 25, stroke=0, fill=1)


def covered_by_a_picture(canvas: Canvas) -> None:
    said(canvas)
    canvas.drawImage(ImageReader(Image.new("RGB", (30, 5), "white")), 50, 670, 300, 25)


def clipped(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(0, 0, 10, 10)
    canvas.clipPath(path, stroke=0)
    said(canvas)


def tiny(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 1)
    said(canvas)


def scaled_down(canvas: Canvas) -> None:
    canvas.translate(60, 680)
    canvas.scale(0.05, 0.05)
    canvas.drawString(0, 0, SAID)


def dark_on_dark(canvas: Canvas) -> None:
    canvas.rect(50, 670, 300, 25, stroke=0, fill=1)
    said(canvas)


@pytest.mark.parametrize(
    "draw",
    [
        mode(3), mode(7), grey(1), grey(0.99), grey(0, 0), covered, clipped, tiny, scaled_down, dark_on_dark,
        lambda canvas: canvas.drawString(-300, 680, SAID),
        lambda canvas: canvas.drawString(60, 900, SAID),
    ],
)  # fmt: skip
def test_words_that_no_reader_sees(draw: Draw) -> None:
    assert seen(page(draw)) == ("", [("hidden", 4)])


def test_words_under_a_picture_which_may_show_others() -> None:
    assert seen(page(covered_by_a_picture)) == ("", [("hidden", 4), ("picture", 1)])


def white_on_dark(canvas: Canvas) -> None:
    canvas.rect(50, 670, 300, 25, stroke=0, fill=1)
    canvas.setFillGray(1)
    said(canvas)


def highlighted(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 0)
    canvas.rect(50, 670, 300, 25, stroke=0, fill=1)
    canvas.setFillGray(0)
    said(canvas)


def outlined(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    canvas.drawString(*PLACE, SAID, mode=1)


def within_a_clip(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(50, 660, 300, 40)
    canvas.clipPath(path, stroke=0)
    said(canvas)


def scan(canvas: Canvas) -> None:
    """A picture of the words with its own text over it, as OCR makes it."""
    picture = Image.new("L", (800, 1520), 255)
    pen = ImageDraw.Draw(picture)
    for y in (100, 140, 220):
        pen.rectangle((120, y, 600, y + 20), fill=40)
    canvas.drawImage(ImageReader(picture), 0, 0, 400, 760)
    said(canvas, mode=3)


@pytest.mark.parametrize("draw", [mode(0), grey(0.6), white_on_dark, highlighted, outlined, within_a_clip])
def test_words_that_a_reader_sees(draw: Draw) -> None:
    assert seen(page(draw)) == (SAID, [])


def test_a_layer_of_words_under_a_picture_is_read_and_the_picture_told() -> None:
    assert seen(page(scan)) == (SAID, [("picture", 1)])


def layered(state: str) -> bytes:
    """Words on a layer that the document switches on or off."""
    content = (
        b"BT /F 11 Tf 60 700 Td (The supplier keeps the records of all orders.) Tj ET "
        b"/OC /Layer BDC BT /F 11 Tf 60 680 Td (We sell your data.) Tj ET EMC "
        b"BT /F 11 Tf 60 640 Td (The customer pays in advance.) Tj ET"
    )
    return bytes(
        HOSTILE.assembled(
            b"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D << /"
            + state.encode()
            + b" [6 0 R] >> >> >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 760] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> "
            b"/Properties << /Layer 6 0 R >> >> >>",
            HOSTILE.stream(content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< /Type /OCG /Name (Layer) >>",
        )
    )


def test_layers() -> None:
    assert seen(layered("ON")) == (SAID, [])
    assert seen(layered("OFF")) == ("", [("hidden", 4)])


def test_a_document_of_hidden_words_alone_is_an_error() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.drawString(60, 700, SAID, mode=3)
    canvas.save()
    with pytest.raises(ReadingError, match="holds text that its pages do not show"):
        read(out.getvalue(), LIMITS)


def with_line(height: float, thickness: float = 0.7) -> Draw:
    """A line over 'not', at a height above the base line."""

    def draw(canvas: Canvas) -> None:
        before = canvas.stringWidth("We may ", "Helvetica", 11)
        width = canvas.stringWidth("not", "Helvetica", 11)
        canvas.drawString(60, 680, "We may not sell.")
        canvas.setLineWidth(thickness)
        canvas.line(60 + before, 680 + height, 60 + before + width, 680 + height)

    return draw


def with_bar(canvas: Canvas) -> None:
    canvas.drawString(60, 680, "We may not sell.")
    before = canvas.stringWidth("We may ", "Helvetica", 11)
    canvas.rect(60 + before, 682.8, canvas.stringWidth("not", "Helvetica", 11), 0.6, stroke=0, fill=1)


def with_lines_at_once(canvas: Canvas) -> None:
    """One path draws the line through 'not', and others elsewhere."""
    canvas.drawString(60, 680, "We may not sell.")
    before = canvas.stringWidth("We may ", "Helvetica", 11)
    after = before + canvas.stringWidth("not", "Helvetica", 11)
    canvas.lines([(60, 300, 90, 300), (60 + before, 683, 60 + after, 683), (60, 200, 90, 200), (60, 100, 90, 100)])


def in_a_form(canvas: Canvas) -> None:
    """Words and their line stand in a form that is moved to its place."""
    canvas.beginForm("piece", 0, 0, 400, 100)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(0, 20, "We may not sell.")
    before = canvas.stringWidth("We may ", "Helvetica", 11)
    canvas.line(before, 23, before + canvas.stringWidth("not", "Helvetica", 11), 23)
    canvas.endForm()
    canvas.translate(60, 660)
    canvas.doForm("piece")


@pytest.mark.parametrize(
    "draw", [with_line(3), with_line(3.5, 1.2), with_line(4.5), with_bar, with_lines_at_once, in_a_form]
)
def test_words_with_a_line_through(draw: Draw) -> None:
    assert seen(page(draw)) == ("We may sell.", [("struck", 1)])


@pytest.mark.parametrize("draw", [with_line(-1.5), with_line(0), with_line(9.5)])
def test_lines_below_and_above_words(draw: Draw) -> None:
    assert seen(page(draw)) == ("We may not sell.", [])


def stamped(text: str, size: float, level: float, *places: tuple[int, int]) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 680, "We keep your data.")
        canvas.setFillGray(level)
        canvas.setFont("Helvetica-Bold", size)
        for place in places:
            canvas.drawString(*place, text)

    return draw


def slanted(canvas: Canvas) -> None:
    canvas.drawString(60, 680, "We keep your data.")
    canvas.setFillGray(0.8)
    canvas.translate(120, 600)
    canvas.rotate(40)
    canvas.drawString(0, 0, "DRAFT COPY")


@pytest.mark.parametrize(
    ("draw", "words"),
    [
        (stamped("DRAFT", 48, 0.8, (60, 660)), 1),
        (stamped("DRAFT", 40, 0.8, (200, 300)), 1),
        (stamped("DRAFT", 30, 0, (80, 672)), 1),
        (stamped("DRAFT COPY", 11, 0.75, (70, 683), (90, 660), (200, 690)), 6),
        (slanted, 2),
    ],
)
def test_watermarks(draw: Draw, words: int) -> None:
    assert seen(page(draw)) == ("We keep your data.", [("watermark", words)])


def graded(canvas: Canvas) -> None:
    """Pale words that return, each on a line of the text."""
    for y in (680, 666, 652):
        canvas.setFillGray(0)
        canvas.drawString(60, y, "We keep it:")
        canvas.setFillGray(0.6)
        canvas.drawString(130, y, "yes")


def test_pale_words_on_the_lines_of_the_text_are_text() -> None:
    row = "| We keep it: | yes |"
    assert seen(page(graded)) == (f"{row} {row} {row}", [])


@pytest.mark.parametrize("draw", [stamped("Never sold.", 11, 0.5, (60, 665)), stamped("Never sold.", 11, 0, (60, 665))])
def test_pale_words_beside_the_text_are_text(draw: Draw) -> None:
    assert seen(page(draw)) == ("We keep your data. # Never sold.", [])


def field(value: str) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 680, "Within")
        canvas.acroForm.textfield(name="days", value=value, x=100, y=676, width=30, height=14, borderWidth=0)
        canvas.drawString(135, 680, "days.")

    return draw


def below(canvas: Canvas) -> None:
    canvas.drawString(60, 680, "The place of the court:")
    canvas.acroForm.textfield(name="court", value="Cork", x=60, y=656, width=80, height=16, borderWidth=0)


def boxes(canvas: Canvas) -> None:
    for y, ticked, text in ((680, False, "We sell."), (662, True, "We keep.")):
        canvas.acroForm.checkbox(name=text, checked=ticked, x=60, y=y - 2, size=11)
        canvas.drawString(78, y, text)


def choice(canvas: Canvas) -> None:
    canvas.drawString(60, 680, "The law of")
    canvas.acroForm.choice(
        name="law", value="Malta", options=["Wales", "Malta"], x=118, y=676, width=60, height=14, borderWidth=0
    )


@pytest.mark.parametrize(
    ("draw", "text", "notes"),
    [
        (field("30"), "Within 30 days.", [("form_value", 1)]),
        (field(""), "Within \\_\\_\\_\\_ days.", []),
        (below, "The place of the court: Cork", [("form_value", 1)]),
        (boxes, "☐ We sell. ☒ We keep.", []),
        (choice, "The law of Malta", [("form_value", 1)]),
    ],
)
def test_forms(draw: Draw, text: str, notes: list[tuple[str, int]]) -> None:
    assert seen(page(draw)) == (text, notes)


def annotation(kind: str, contents: str = "") -> bytes:
    """A page with a mark that somebody put on 'not' with a PDF reader."""
    content = (
        b"BT /F 11 Tf 60 700 Td (The supplier keeps the records of all orders.) Tj ET "
        b"BT /F 11 Tf 60 680 Td (We may ) Tj (not ) Tj (sell.) Tj ET "
        b"BT /F 11 Tf 60 640 Td (The customer pays in advance.) Tj ET"
    )
    corners = "98 690 113 690 98 677 113 677"
    mark = f"<< /Type /Annot /Subtype /{kind} /Rect [98 677 113 690] /QuadPoints [{corners}] /Contents ({contents}) /F 4 >>"
    return bytes(
        HOSTILE.assembled(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 760] /Contents 4 0 R /Annots [6 0 R] "
            b"/Resources << /Font << /F 5 0 R >> >> >>",
            HOSTILE.stream(content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            mark.encode(),
        )
    )


@pytest.mark.parametrize(
    ("kind", "contents", "text", "notes"),
    [
        ("StrikeOut", "", "We may sell.", [("struck", 1)]),
        ("StrikeOut", "by us", "We may sell.", [("annotation", 2), ("struck", 1)]),
        ("Highlight", "is that so", "We may not sell.", [("annotation", 3)]),
        ("Highlight", "", "We may not sell.", []),
        ("FreeText", "never ever", "We may not sell.", [("annotation", 2)]),
        ("Stamp", "approved", "We may not sell.", [("annotation", 1)]),
        ("Link", "to a page", "We may not sell.", []),
    ],
)
def test_annotations(kind: str, contents: str, text: str, notes: list[tuple[str, int]]) -> None:
    assert seen(annotation(kind, contents)) == (text, notes)


def test_notes_name_the_page() -> None:
    assert [note.place for note in read(page(mode(3)), LIMITS).notes] == ["page 1"]
