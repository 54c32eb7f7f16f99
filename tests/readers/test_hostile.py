"""HTML and DOCX files that are broken or made to harm a reader: one line says why, within the limits, and nothing is fetched."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import socket
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from vendorlint_extractor.documents.readers.rendering import LIMITS, Limits, ReadingError
from vendorlint_extractor.documents.rendered import render

from .docx.word import TRANSITIONAL, abstract, archive, docx, level, num, p, r, row, table

CLAUSE = "Customer owns all content."
WORD = f'<w:document xmlns:w="{TRANSITIONAL}"><w:body>{{}}</w:body></w:document>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def with_document(text: str | bytes, **more: str | bytes) -> bytes:
    """An archive whose document is the text, and other parts of word/."""
    return archive({"word/document.xml": text, **{f"word/{name}.xml": content for name, content in more.items()}})


def encrypted() -> bytes:
    """As a program that packs with a password leaves it: the flag of the first entry is set."""
    raw = bytearray(with_document(WORD.format(p(CLAUSE))))
    for header, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(header) + flag] |= 1
    return bytes(raw)


def bomb() -> bytes:
    """A thousand times smaller than what it holds."""
    return with_document(WORD.format(p(CLAUSE) + " " * 3_000_000))


def two_bombs() -> bytes:
    """Parts that are below the limit, and above it together."""
    return with_document(
        WORD.format(p(CLAUSE)) + " " * 700_000, styles=f'<w:styles xmlns:w="{TRANSITIONAL}"/>' + " " * 700_000
    )


def liar() -> bytes:
    """An archive that says its document has ten bytes."""
    raw = bytearray(bomb())
    size = raw.index(b"PK\x01\x02") + 24
    raw[size : size + 4] = (10).to_bytes(4, "little")
    return bytes(raw)


def entities() -> bytes:
    """Ten to the power of nine times "lol"."""
    inner = "".join(f'<!ENTITY e{depth} "{f"&e{depth - 1};" * 10}">' for depth in range(1, 10))
    return with_document(f'<!DOCTYPE x [<!ENTITY e0 "lol">{inner}]>' + WORD.format(p("&e9;")))


def outside(path: str) -> bytes:
    return with_document(f'<!DOCTYPE x [<!ENTITY e SYSTEM "{path}">]>' + WORD.format(p("&e;")))


def nested(depth: int) -> str:
    return "<w:sdt><w:sdtContent>" * depth + p(CLAUSE) + "</w:sdtContent></w:sdt>" * depth


def cut(raw: bytes, share: float) -> bytes:
    return raw[: int(len(raw) * share)]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "is no DOCX, or is broken: it is not a whole archive"),
        (b"PK\x03\x04", "is no DOCX, or is broken: it is not a whole archive"),
        (cut(docx(p(CLAUSE)), 0.5), "is no DOCX, or is broken: it is not a whole archive"),
        (cut(docx(p(CLAUSE)), 0.98), "is no DOCX, or is broken: it is not a whole archive"),
        (b"%PDF-1.7\n", "is a PDF file by its content; give it the ending .pdf"),
        (b"<html><p>Terms", "is no DOCX, or is broken: it is not a whole archive"),
        (OLE, "is an old Word document (.doc), or is protected by a password; save it as DOCX without a password"),
        (encrypted(), "is protected by a password; save it without one"),
        (archive({"xl/workbook.xml": "<workbook/>"}), "is no DOCX: the archive holds no Word document"),
        (with_document("<w:document"), "is broken: its part word/document.xml is no XML"),
        (with_document(b"\x00\x01\x02"), "is broken: its part word/document.xml is no XML"),
        (with_document(WORD.format(p("NUL \0"))), "is broken: its part word/document.xml is no XML"),
        (with_document('<?xml version="1.0" encoding="klingon"?>' + WORD.format("")), "is broken: its part word/document.xml is no XML"),
        (with_document("<a/>"), "is no DOCX: its document has no body"),
        (with_document(WORD.format(p(CLAUSE)), styles="<"), "is broken: its part word/styles.xml is no XML"),
        (entities(), "declares XML entities in word/document.xml, which no DOCX does"),
        (outside("file:///etc/passwd"), "declares XML entities in word/document.xml, which no DOCX does"),
        (docx(nested(251)), "nests elements more than 500 deep; expected a document of terms"),
        (docx(nested(100_000)), "nests elements more than 500 deep; expected a document of terms"),
        (docx(p("<w:smartTag>" * 501 + r(CLAUSE) + "</w:smartTag>" * 501)), "nests elements more than 500 deep; expected a document of terms"),
    ],
)  # fmt: skip
def test_docx_that_cannot_be_read(raw: bytes, message: str) -> None:
    with pytest.raises(ReadingError) as raised:
        render(raw, "docx", LIMITS)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("kind", "raw", "limits", "message"),
    [
        ("docx", bomb(), Limits(unpacked_mb=1), "unpacks to more than 1 MB; expected a document of terms"),
        ("docx", two_bombs(), Limits(unpacked_mb=1), "unpacks to more than 1 MB; expected a document of terms"),
        ("docx", liar(), Limits(unpacked_mb=1), "is broken: its part word/document.xml cannot be unpacked"),
        ("docx", docx(nested(6)), Limits(depth=10), "nests elements more than 10 deep; expected a document of terms"),
        ("docx", docx(p(CLAUSE) * 300_000), Limits(seconds=1), "took longer than 1 s to read and was given up"),
        ("docx", docx(p(CLAUSE) * 300_000), Limits(memory_mb=150), "needs more than 150 MB of memory to read and was given up"),
        ("html", b"<div>" * 12 + b"x", Limits(depth=10), "nests elements more than 10 deep; expected a page of terms"),
        ("html", b"<div>" * 50_000 + b"x", LIMITS, "nests elements more than 500 deep; expected a page of terms"),
        ("html", b"<a><b>" * 2_000 + b"x", LIMITS, "nests elements more than 500 deep; expected a page of terms"),
        ("html", b"<p>x" * 1_500_000, Limits(seconds=1), "took longer than 1 s to read and was given up"),
        ("html", b"<p>x" * 1_500_000, Limits(memory_mb=150), "needs more than 150 MB of memory to read and was given up"),
        ("html", b"%PDF-1.7\n", LIMITS, "is a PDF file by its content; give it the ending .pdf"),
        ("html", docx(p(CLAUSE)), LIMITS, "is a DOCX file by its content; give it the ending .docx"),
        ("html", b"<p>Terms\0</p>", LIMITS, "is binary (it holds a NUL byte); expected HTML"),
        ("html", b"<p " + b"a" * 100, LIMITS, "holds no text; expected a page of terms"),
    ],
)  # fmt: skip
def test_limits(kind: str, raw: bytes, limits: Limits, message: str) -> None:
    with pytest.raises(ReadingError) as raised:
        render(raw, kind, limits)
    assert str(raised.value) == message


def attributes(count: int) -> str:
    return " ".join(f'data-{number}="{number}"' for number in range(count))


ODD: list[tuple[str, str | bytes, str]] = [
    ("html", f"<p class='{'x' * 5_000_000}'>{CLAUSE}", f"{CLAUSE}\n"),
    ("html", f"<p {attributes(20_000)}>{CLAUSE}", f"{CLAUSE}\n"),
    ("html", f"<p>{'x' * 1_000_000}", f"{'x' * 1_000_000}\n"),
    ("html", f"<p>{'_' * 100_000}x", "\\_" * 100_000 + "x\n"),
    ("html", "<i></i>" * 100_000 + f"<p>{CLAUSE}", f"{CLAUSE}\n"),
    ("html", "<p></p>" * 100_000 + f"<p>{CLAUSE}", f"{CLAUSE}\n"),
    ("html", "<br>" * 100_000 + f"<p>{CLAUSE}", f"{CLAUSE}\n"),
    ("html", "<ol><li></ol>" * 50_000 + f"<p>{CLAUSE}", f"{CLAUSE}\n"),
    ("html", "</p></div></body></html>" * 1_000 + CLAUSE, f"{CLAUSE}\n"),
    ("html", f"<style>{'p{content:counter(' * 20_000}</style><p>{CLAUSE}", f"{CLAUSE}\n"),
    *(
        ("html", f"<style>{part * 200_000}</style><p>{CLAUSE}", f"{CLAUSE}\n")
        for part in ("/*", "@", "}", "a", ",", ";", "p::before{}")
    ),
    ("html", f"<style>{'@media{' * 20_000}</style><p>{CLAUSE}", f"{CLAUSE}\n"),
    ("html", f"<style>{'p{font-weight:bold} ' * 20_000}</style><div>{CLAUSE}", f"{CLAUSE}\n"),
    ("html", f"<table><tr><td colspan=1000000 rowspan=1000000>Fees<td>{CLAUSE}</table>", "| Fees |" + "  |" * 49 + f" {CLAUSE} |\n"),
    ("html", f"<ol start=99999999999999999999 reversed><li value=-1>{CLAUSE}</ol>", f"-1. {CLAUSE}\n"),
    ("docx", docx(p(f'<w:r><w:t a="{"x" * 5_000_000}">{CLAUSE}</w:t></w:r>')), f"{CLAUSE}\n"),
    ("docx", docx(p("x" * 1_000_000)), f"{'x' * 1_000_000}\n"),
    ("docx", docx("<w:p/>" * 100_000 + p(CLAUSE)), f"{CLAUSE}\n"),
    ("docx", docx(p("<w:r/>" * 100_000 + r(CLAUSE))), f"{CLAUSE}\n"),
    ("docx", docx(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + r(CLAUSE))), f"{CLAUSE}\n"),
    ("docx", docx(table(row("Fees", f'<w:tc><w:tcPr><w:gridSpan w:val="999"/></w:tcPr>{p(CLAUSE)}</w:tc>'))), f"| Fees | {CLAUSE} |" + "  |" * 49 + "\n"),
    # Styles that build on each other in a circle, a note that refers to itself, a numbering with absurd values.
    (
        "docx",
        docx(p(CLAUSE, style="A"), styles='<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'),
        f"{CLAUSE}\n",
    ),
    (
        "docx",
        docx(p(CLAUSE, num=(1, 0)), numbering=abstract(1, level(0, "%1.%9", "upperRoman", start=999_999_999)) + num(1, 1)),
        f"999999999. {CLAUSE}\n",
    ),
    (
        "docx",
        docx(p(CLAUSE, num=("-1", 99)) + p(CLAUSE, num=("x" * 1000, 0)), numbering='<w:abstractNum/><w:num/><w:num w:numId="-1"/>'),
        f"{CLAUSE}\n\n{CLAUSE}\n",
    ),
]  # fmt: skip


@pytest.mark.budget
@pytest.mark.parametrize("case", range(len(ODD)))
def test_odd_files_are_read(case: int) -> None:
    kind, raw, expected = ODD[case]
    began = time.monotonic()
    assert render(raw.encode() if isinstance(raw, str) else raw, kind, LIMITS).text == expected
    assert time.monotonic() - began < 20


def test_a_note_that_refers_to_itself() -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    raw = docx(p(CLAUSE, reference), footnotes=f'<w:footnote w:id="1">{p("See ", reference)}</w:footnote>')
    assert render(raw, "docx", LIMITS).text == f"{CLAUSE}¹\n\nSee\n"


def test_names_that_lead_out_of_the_archive(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(WORD.format(p("A secret clause.")), encoding="utf-8")
    relation = '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="{}"/></Relationships>'
    for target in (f"../../../../../../../../..{secret}", str(secret), secret.as_uri()):
        files = {"_rels/.rels": relation.format(target), "word/document.xml": WORD.format(p(CLAUSE))}
        assert render(archive(files), "docx", LIMITS).text == f"{CLAUSE}\n"
    raw = archive({"../../evil.xml": "<a/>", "/etc/evil": "x", "word/document.xml": WORD.format(p(CLAUSE))})
    before = sorted(tmp_path.rglob("*"))
    assert render(raw, "docx", LIMITS).text == f"{CLAUSE}\n"
    assert sorted(tmp_path.rglob("*")) == before


@contextlib.contextmanager
def listener() -> Iterator[tuple[str, Callable[[], bool]]]:
    """An address, and whether anybody has connected to it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)

        def was_called() -> bool:
            try:
                server.accept()[0].close()
            except BlockingIOError:
                return False
            return True

        yield f"http://127.0.0.1:{server.getsockname()[1]}", was_called


def test_nothing_is_fetched() -> None:
    with listener() as (address, was_called):
        relations = "".join(
            f'<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
            f'Target="{address}/{kind}" TargetMode="External"/>'
            for number, kind in enumerate(
                ("attachedTemplate", "image", "aFChunk", "subDocument", "frame", "oleObject", "styles")
            )
        )
        raw = docx(
            p(CLAUSE, field_of(address), '<w:hyperlink r:id="rId1">' + r(" See this.") + "</w:hyperlink>")
            + '<w:subDoc r:id="rId3"/>',
            parts={"word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>"},
        )
        assert render(raw, "docx", LIMITS).text == f"{CLAUSE} See this.\n"
        page = (
            f'<!doctype html SYSTEM "{address}/dtd"><html><head><base href="{address}/"><link rel=stylesheet href="{address}/a.css">'
            f'<style>@import url("{address}/b.css"); p {{ background: url({address}/c.png) }}</style>'
            f'<meta http-equiv=refresh content="0;url={address}/d"></head><body><p>{CLAUSE}</p><img src="{address}/e.png">'
            f'<iframe src="{address}/f"></iframe><object data="{address}/g"></object><embed src="file:///etc/passwd">'
        )
        assert render(page.encode(), "html", LIMITS).text == f"{CLAUSE}\n"
        assert not was_called()


def field_of(address: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>INCLUDETEXT {address}/x</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def workers() -> list[int]:
    """The readers' processes that this one has started."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parent = int(entry.joinpath("stat").read_text().rpartition(")")[2].split()[1])
            if parent == os.getpid() and b"readers/worker.py" in entry.joinpath("cmdline").read_bytes():
                found.append(int(entry.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds processes in /proc")
def test_a_reader_that_is_killed_is_one_line() -> None:
    outcome: list[BaseException] = []

    def read() -> None:
        try:
            render(b"<p>y" * 1_000_000, "html", LIMITS)
        except ReadingError as error:
            outcome.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    while thread.is_alive() and not workers():
        pass
    os.kill(workers()[0], signal.SIGKILL)
    thread.join()
    assert [str(error) for error in outcome] == [
        "crashed the reader of HTML files (Killed); the file is probably broken"
    ]


def test_every_cut_of_a_document_is_read_or_is_one_line() -> None:
    whole = docx(p(CLAUSE), styles="", numbering=abstract(1, level(0, "%1.")) + num(1, 1))
    for end in range(0, len(whole), max(len(whole) // 25, 1)):
        with pytest.raises(ReadingError) as raised:
            render(whole[:end], "docx", LIMITS)
        assert "\n" not in str(raised.value)
        assert not str(raised.value).startswith("crashed")


def test_an_archive_with_many_entries() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for number in range(30_000):
            packed.writestr(zipfile.ZipInfo(f"word/media/{number}"), b"")
        packed.writestr(zipfile.ZipInfo("word/document.xml"), WORD.format(p(CLAUSE)))
    assert render(content.getvalue(), "docx", LIMITS).text == f"{CLAUSE}\n"
