"""Words around the text of a document (headers, footers, tables of contents) are told where they say something adverse."""

from __future__ import annotations

import io
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from vendorlint_extractor import Extractor, read_document

from ..docx.word import CHANGE, OFFICE, PACKAGE, STYLES, TRANSITIONAL, docx, p
from ..odt.test_odt import SPACES, archive

EXTRACTOR = Extractor()
ADVERSE = "1.4 Provider may use Customer Data to train its AI models."
HARMLESS = "1.4 Orbita Inc. has its seat in Ohio and is entered in the register there."
TERMS = (
    "This agreement is between Orbita Inc. (Provider) and the customer (Customer).",
    "Customer owns all Customer Data, and Provider keeps it safe.",
)
Made = Callable[[str], bytes]


def in_word(inner: str, **parts: dict[str, str]) -> bytes:
    return docx("".join(p(text) for text in TERMS) + inner + p("Customer pays in advance."), **parts)


def contents_style(words: str) -> bytes:
    return in_word(f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>')


def contents_control(words: str) -> bytes:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    return in_word(f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p(words)}</w:sdtContent></w:sdt>")


def contents_field(words: str) -> bytes:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = "<w:r><w:instrText>TOC</w:instrText></w:r>"
    shown = f"<w:r><w:t>{words}</w:t></w:r>"
    return in_word(f"<w:p>{mark('begin')}{instruction}{mark('separate')}{shown}{mark('end')}</w:p>")


def bent_words(words: str) -> bytes:
    return in_word(f'<w:p><w:r><w:pict><v:shape><v:textpath string="{words}"/></v:shape></w:pict></w:r></w:p>')


def other_programs_text(words: str) -> bytes:
    choice = f'<mc:Choice Requires="w14">{p("Beside.")}</mc:Choice>'
    return in_word(f"<mc:AlternateContent>{choice}<mc:Fallback>{p(words)}</mc:Fallback></mc:AlternateContent>")


def word_part(kind: str, tag: str) -> Made:
    def made(words: str) -> bytes:
        relations = (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" Type="{OFFICE}/styles" Target="styles.xml"/>'
            f'<Relationship Id="b" Type="{OFFICE}/{kind}" Target="{kind}1.xml"/></Relationships>'
        )
        part = f'<w:{tag} xmlns:w="{TRANSITIONAL}">{p(words)}</w:{tag}>'
        return in_word("", parts={"word/_rels/document.xml.rels": relations, f"word/{kind}1.xml": part}, styles=STYLES)

    made.__name__ = f"word_{kind}"
    return made


def rich(form: str) -> Made:
    def made(words: str) -> bytes:
        lines = r"\par ".join((TERMS[0], f"{TERMS[1]}{form.format(words)}", "Customer pays in advance."))
        return rf"{{\rtf1\ansi{{\fonttbl{{\f0 Arial;}}}}{{\stylesheet{{\s3 toc 1;}}}}{lines}\par}}".encode()

    return made


def odt_contents(words: str) -> bytes:
    return odt(
        f"<text:table-of-content><text:index-body><text:p>{words}</text:p></text:index-body></text:table-of-content>",
        "",
    )


def odt_footer(words: str) -> bytes:
    return odt(
        "", f"<office:master-styles><style:footer><text:p>{words}</text:p></style:footer></office:master-styles>"
    )


def odt(body: str, styles: str) -> bytes:
    text = "".join(f"<text:p>{each}</text:p>" for each in TERMS)
    return archive({
        "content.xml": f"<office:document-content {SPACES}><office:body><office:text>{text}{body}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {SPACES}>{styles}</office:document-styles>",
    })  # fmt: skip


def running_line(words: str) -> bytes:
    return pdf(lambda canvas, page: canvas.drawString(60, 740, words))


def entry(words: str) -> bytes:
    return pdf(lambda canvas, page: canvas.drawString(60, 500, f"{words} ........ 7") if page == 1 else None)


def pdf(draw: Callable[[Canvas, int], None]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 760), invariant=1)
    for page in (1, 2):
        draw(canvas, page)
        canvas.drawString(60, 640, TERMS[page - 1])
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def mail(page: str, plain: str = "") -> EmailMessage:
    made = EmailMessage()
    made["Subject"], made["From"], made["Date"] = "Terms", "ann@example.org", "Mon, 3 Mar 2025 10:00:00 +0000"
    made.set_content("\n\n".join((*TERMS, plain)))
    made.add_alternative("".join(f"<p>{each}</p>" for each in TERMS) + page, subtype="html")
    return made


def plain_text_of_a_mail(words: str) -> bytes:
    return bytes(mail("", words))


def footer_in_a_mail(words: str) -> bytes:
    return bytes(mail(f"<footer>{words}</footer>"))


def headers_in_a_mail(words: str) -> bytes:
    return bytes(mail(f"<p>From: Ann</p><p>Sent: Monday</p><p>Subject: {words.removeprefix('1.4 ')}</p>"))


def frame_of_a_saved_page(words: str) -> bytes:
    made = EmailMessage()
    made["Subject"] = "Terms"
    made.set_content("".join(f"<p>{each}</p>" for each in TERMS), subtype="html")
    made.make_related()
    made.add_related(f"<p>{words}</p>", subtype="html", cid="<frame>")
    return bytes(made)


MADE: list[tuple[str, Made]] = [
    ("docx", contents_style), ("docx", contents_control), ("docx", contents_field), ("docx", bent_words),
    ("docx", other_programs_text), ("docx", word_part("header", "hdr")), ("docx", word_part("footer", "ftr")),
    ("rtf", rich(r"{{\header {}\par}}")), ("rtf", rich(r"{{\footerf {}\par}}")), ("rtf", rich(r"\par\s3 {}\par\pard")),
    ("rtf", rich(r"{{\field{{\*\fldinst TOC}}{{\fldrslt {}\par}}}}")), ("odt", odt_contents), ("odt", odt_footer),
    ("pdf", running_line), ("pdf", entry), ("eml", plain_text_of_a_mail), ("eml", footer_in_a_mail),
    ("eml", headers_in_a_mail), ("mhtml", frame_of_a_saved_page),
]  # fmt: skip


def told(kind: str, raw: bytes, tmp_path: Path) -> list[tuple[str, int]]:
    path = tmp_path / f"terms.{kind}"
    path.write_bytes(raw)
    found = EXTRACTOR.extract([read_document(path)], vendor="orbita").documents[0]
    return [(note["kind"], note["words"]) for note in found.get("notes", [])]


@pytest.mark.parametrize(("kind", "made"), MADE)
def test_adverse_words_around_the_text_are_told(kind: str, made: Made, tmp_path: Path) -> None:
    assert [kind for kind, _ in told(kind, made(ADVERSE), tmp_path)] == ["around"]
    assert told(kind, made(HARMLESS), tmp_path) == []


def test_what_the_text_says_too_is_not_told(tmp_path: Path) -> None:
    both = mail(f"<p>{ADVERSE}</p>", ADVERSE.replace(" ", "\n"))
    assert told("eml", bytes(both), tmp_path) == []


def test_many_harmless_words_hide_none(tmp_path: Path) -> None:
    lines = "".join(f"<p>Office {number} of Orbita Inc. stands in a street of its own.</p>" for number in range(600))
    page = f"<main>{''.join(f'<p>{each}</p>' for each in TERMS)}</main><footer>{lines}<p>{ADVERSE}</p></footer>"
    assert [kind for kind, _ in told("html", page.encode(), tmp_path)] == ["around"]


def test_deleted_words_are_told_as_such(tmp_path: Path) -> None:
    deleted = f"<w:p><w:del {CHANGE}><w:r><w:delText>{ADVERSE}</w:delText></w:r></w:del></w:p>"
    assert told("docx", in_word(deleted), tmp_path) == [("struck", 11)]
