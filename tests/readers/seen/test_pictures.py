"""Pictures and files in a document whose words nobody reads are told where they are large enough to show a clause."""

from __future__ import annotations

import base64
import io
import zlib
from email.message import EmailMessage
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from vendorlint_extractor import read_document
from vendorlint_extractor.documents.readers.rendering import LIMITS, ReadingError
from vendorlint_extractor.documents.rendered import render

from ..docx.word import docx, p
from ..odt.test_odt import SPACES, archive

TERMS = "The supplier keeps the records of all orders."
EMU = 12_700


def notes(kind: str, raw: bytes) -> list[tuple[str, int]]:
    return [(note.kind, note.words) for note in render(raw, kind, LIMITS).notes]


def drawn(*pictures: tuple[int, int], words: bool = False) -> bytes:
    """A page with pictures of some sizes in points, below one another; `words` over them."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), invariant=1)
    canvas.drawString(60, 760, TERMS)
    top = 700
    for width, height in pictures:
        canvas.drawImage(ImageReader(Image.new("RGB", (30, 5), "white")), 60, top - height, width, height)
        top -= height + 20
    if words:
        canvas.drawString(70, 660, "The customer pays in advance.")
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("pictures", "count"),
    [
        ([(450, 40)], 1), ([(150, 90)], 1), ([(450, 40), (450, 40)], 2), ([(120, 60)], 0), ([(120, 60)] * 2, 1),
        ([(450, 2)], 0), ([(16, 16)] * 5, 0),
    ],
)  # fmt: skip
def test_pictures_on_a_page(pictures: list[tuple[int, int]], count: int) -> None:
    assert notes("pdf", drawn(*pictures)) == [("picture", count)] * (count > 0)


def test_strips_that_make_one_picture() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), invariant=1)
    canvas.drawString(60, 760, TERMS)
    for strip in range(20):
        canvas.drawImage(ImageReader(Image.new("RGB", (30, 1), "white")), 60, 600 - 2 * strip, 400, 2)
    canvas.save()
    assert notes("pdf", out.getvalue()) == [("picture", 1)]


def test_a_picture_behind_words_that_are_read_is_none() -> None:
    assert notes("pdf", drawn((450, 60), words=True)) == []
    assert notes("pdf", drawn((450, 200), words=True)) == [("picture", 1)]


def test_letters_drawn_as_outlines() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), invariant=1)
    canvas.drawString(60, 760, TERMS)
    for letter in range(50):
        path = canvas.beginPath()
        path.moveTo(60 + 8 * letter, 600)
        for point in range(8):
            path.lineTo(60 + 8 * letter + point % 5, 600 + point)
        canvas.drawPath(path)
    canvas.save()
    assert notes("pdf", out.getvalue()) == [("picture", 1)]


def test_files_that_are_attached_to_a_document() -> None:
    document = pypdfium2.PdfDocument(drawn())
    for name in ("annex.txt", "annex.pdf"):
        document.new_attachment(name).set_data(b"We may use it.")
    out = io.BytesIO()
    document.save(out)
    assert notes("pdf", out.getvalue()) == [("unread", 2)]


def test_a_form_that_stands_in_place_of_its_pages() -> None:
    form = b"/AcroForm << /Fields [] /XFA (<xdp/>) >> /NeedsRendering true /Type /Catalog"
    assert notes("pdf", drawn().replace(b"/Type /Catalog", form)) == [("unread", 1)]


def inline(shown: str, width: int, height: int) -> str:
    size = f'<wp:extent cx="{width * EMU}" cy="{height * EMU}"/>'
    graphic = f"<a:graphic><a:graphicData>{shown}</a:graphicData></a:graphic>"
    return f"<w:p><w:r><w:drawing><wp:inline>{size}{graphic}</wp:inline></w:drawing></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (inline("<a:blip/>", 432, 96), [("picture", 1)]),
        (inline("<a:blip/>", 120, 60), []),
        (inline("<a:chart/>", 300, 200), [("picture", 1)]),
        (inline("<a:relIds/>", 300, 200), [("picture", 1)]),
        (inline("<a:prstGeom/>", 432, 96), []),
        ('<w:p><w:r><w:pict><v:shape style="width:400pt;height:60pt"><v:imagedata/></v:shape></w:pict></w:r></w:p>', [("picture", 1)]),
        ('<w:p><w:r><w:object><v:shape style="width:5in;height:1in"/><OLEObject/></w:object></w:r></w:p>', [("picture", 1)]),
        ("<w:p><w:r><w:object><OLEObject/></w:object></w:r></w:p>", [("picture", 1)]),
        ("<w:subDoc/>", [("unread", 1)]),
        ("<w:altChunk/><w:altChunk/>", [("unread", 2)]),
    ],
)  # fmt: skip
def test_word(body: str, told: list[tuple[str, int]]) -> None:
    assert notes("docx", docx(p(TERMS) + body)) == told


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<img src=x.png>", [("picture", 1)]),
        ("<p><img src=x.png width=16 height=16></p>", []),
        ("<figure><img src=x.png style='width: 40em; height: 20px'></figure>", [("picture", 1)]),
        ("<picture><img src=x.png width=600 height=90></picture>", [("picture", 1)]),
        ("<input type=image src=x.png>", [("picture", 1)]),
        (f"<svg><path d='{'M1 1L2 2' * 400}'/></svg>", [("picture", 1)]),
        ("<svg><path d='M1 1L2 2'/></svg>", []),
        ("<p style='display:none'><img src=x.png></p>", []),
        ("<nav><img src=x.png></nav>", []),
        ("<iframe src=annex.html></iframe>", [("unread", 1)]),
        ("<iframe src=annex.html width=0 height=0></iframe>", []),
        ("<embed src=annex.pdf>", [("unread", 1)]),
        ("<object data=annex.pdf></object>", [("unread", 1)]),
        ("<noscript><meta http-equiv=refresh content='0; url=annex.html'></noscript>", []),
    ],
)  # fmt: skip
def test_pages(body: str, told: list[tuple[str, int]]) -> None:
    assert notes("html", f"<body><main><p>{TERMS}</p>{body}</main></body>".encode()) == told


def test_a_page_that_leads_elsewhere_by_itself() -> None:
    head = "<head><meta http-equiv=Refresh content='0; URL=annex.html'></head>"
    assert notes("html", f"<html>{head}<body><p>{TERMS}</p></body></html>".encode()) == [("unread", 1)]


@pytest.mark.parametrize(
    ("size", "told"), [(r"\picwgoal8000\pichgoal2000", [("picture", 1)]), (r"\picwgoal900\pichgoal900", [])]
)
@pytest.mark.parametrize(
    "form", [r"{{\pict\pngblip{} 00}}", r"{{\*\shppict{{\pict{} 00}}}}{{\nonshppict{{\pict{0} 00}}}}"]
)
def test_rich_text(size: str, told: list[tuple[str, int]], form: str) -> None:
    form = form.replace("{}", "{0}")
    assert notes("rtf", rf"{{\rtf1\ansi {TERMS}\par {form.format(size)}\par}}".encode()) == told


@pytest.mark.parametrize(("size", "told"), [("16cm", [("picture", 1)]), ("1cm", [])])
@pytest.mark.parametrize("shown", ["image", "object"])
def test_odt(size: str, told: list[tuple[str, int]], shown: str) -> None:
    frame = f'<draw:frame svg:width="{size}" svg:height="2cm" xmlns:svg="s"><draw:{shown}/></draw:frame>'
    body = f"<text:p>{TERMS}</text:p><text:p>{frame}</text:p>"
    content = f"<office:document-content {SPACES}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    assert notes("odt", archive({"content.xml": content})) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("![clause 3](clause.png)", [("picture", 1)]),
        ("![clause 3][c]\n\n[c]: clause.png", [("picture", 1)]),
        ('<img src="clause.png">', [("picture", 1)]),
        ("<!-- ![x](clause.png) and some words more -->", [("comment", 5)]),
        ("[clause 3](clause.png)!", []),
    ],
)
def test_markdown(text: str, told: list[tuple[str, int]], tmp_path: Path) -> None:
    (tmp_path / "terms.md").write_text(f"{TERMS}\n\n{text}\n")
    assert [(note.kind, note.words) for note in read_document(tmp_path / "terms.md").notes] == told


def test_a_picture_that_a_mail_without_a_page_shows_below_its_text() -> None:
    made = EmailMessage()
    made["Subject"] = "Terms"
    made.set_content(TERMS)
    png = base64.b64decode("iVBORw0KGgo=") + zlib.compress(b"")
    made.add_attachment(png, maintype="image", subtype="png", filename="clause.png", disposition="inline")
    with pytest.raises(ReadingError, match=r"^has an attachment that is not read, clause\.png"):
        render(bytes(made), "eml", LIMITS)


@pytest.mark.parametrize("kind", ["external-body", "partial"])
def test_what_a_mail_has_elsewhere(kind: str) -> None:
    head = b"Subject: Terms\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n"
    raw = (
        head + TERMS.encode() + f"\n--x\nContent-Type: message/{kind}\n\nContent-Type: text/plain\n\n\n--x--\n".encode()
    )
    with pytest.raises(ReadingError, match=rf"^has an attachment that stands elsewhere \(message/{kind}\)"):
        render(raw, "eml", LIMITS)
