"""PDF files that cannot be read, or not wholly, and such that harm a reader: one line says why, within the limits."""

from __future__ import annotations

import io
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.readers.rendering import LIMITS, Limits, ReadingError
from vendorlint_extractor.documents.rendered import render

SCANNED = "holds no text; it is probably scanned: run OCR first, or use --ocr"
BROKEN = "is broken: it has no readable list of pages; save or export it again"
CRASHED = "crashed the reader of PDF files (Aborted); the file is probably broken"


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
WORDS = b"BT /F 11 Tf 72 700 Td (The Customer owns all Customer Content.) Tj ET"


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), more, content)


def assembled(*objects: bytes) -> bytes:
    """A file of objects 1, 2, ..., the first of them its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, start,
    )  # fmt: skip
    return bytes(out)


def pages(content: bytes, *, count: int = 1, page: bytes = PAGE, more: tuple[bytes, ...] = ()) -> bytes:
    """A file whose pages are all the same object."""
    kids = b" ".join([b"3 0 R"] * count)
    return assembled(CATALOG, b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids), page, content, FONT, *more)


def one_page() -> bytes:
    return pages(stream(WORDS))


def no_pages() -> bytes:
    return assembled(CATALOG, b"<</Type/Pages/Count 0/Kids[]>>")


def many_pages(count: int) -> bytes:
    return pages(stream(WORDS), count=count)


def endless_tree() -> bytes:
    """A list of pages that holds itself."""
    return assembled(CATALOG, b"<</Type/Pages/Count 3/Kids[2 0 R 2 0 R 2 0 R]>>", PAGE, stream(WORDS), FONT)


def boastful_tree() -> bytes:
    """One page that says it is two thousand millions."""
    return assembled(CATALOG, b"<</Type/Pages/Count 2000000000/Kids[3 0 R]>>", PAGE, stream(WORDS), FONT)


def bomb(megabytes: int) -> bytes:
    """A page whose content unpacks to a thousand times its size."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()
    return pages(stream(packed, b"/Filter/FlateDecode"))


def endless_form() -> bytes:
    """A drawing that draws itself, many times over."""
    resources = b"/Resources<</XObject<</X 6 0 R>>/Font<</F 5 0 R>>>>"
    form = stream(WORDS + b" " + b"/X Do " * 50, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]" + resources)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + resources + b">>"
    return pages(stream(b"/X Do"), page=page, more=(form,))


def forms_of_forms(depth: int) -> bytes:
    """Drawings that each draw the next one ten times: ten to the power of `depth` in all."""
    forms = []
    for level in range(depth):
        more = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>/Font<</F 5 0 R>>>>" % (
            7 + level
        )
        forms.append(stream(b"/X Do " * 10, more))
    last = stream(WORDS, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>")
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 6 0 R>>>>>>"
    return pages(stream(b"/X Do"), page=page, more=(*forms, last))


def deep_arrays() -> bytes:
    return assembled(
        CATALOG,
        b"<</Type/Pages/Count 1/Kids[3 0 R]/X" + b"[" * 100_000 + b"]" * 100_000 + b">>",
        PAGE,
        stream(WORDS),
        FONT,
    )


def nameless_letters() -> bytes:
    """A font of which nothing says what its glyphs are, as a subset without a map to Unicode."""
    names = b"".join(b"/g%d" % number for number in range(96))
    font = b"<</Type/Font/Subtype/Type1/BaseFont/AAAAAA+Odd/Encoding<</Type/Encoding/Differences[32%s]>>>>" % names
    return assembled(CATALOG, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", PAGE, stream(WORDS), font)


def drawn(draw: Callable[[Canvas], None], **options: Any) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), pageCompression=0, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def secret(password: str) -> bytes:
    encryption = StandardEncryption(password, "owner", canPrint=0, canCopy=0)
    return drawn(
        lambda canvas: canvas.drawString(72, 700, "The Provider may assign this agreement."), encrypt=encryption
    )


def stamped_scan(canvas: Canvas) -> None:
    """Pages that are pictures, with nothing but an envelope's number above each."""
    for _ in range(3):
        canvas.drawString(40, 820, "Envelope 2F-77")
        picture(canvas)
        canvas.showPage()


def picture(canvas: Canvas) -> None:
    canvas.drawInlineImage(Image.new("L", (4, 4)), 40, 70, 500, 700)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: b"PK\x03\x04 a document of Word", "is no PDF: expected '%PDF-' at its beginning"),
        (lambda: b"%PDF-1.4\n" + b"nonsense " * 99, BROKEN),
        (lambda: secret("")[:900], BROKEN),
        (lambda: secret("open sesame"), "is encrypted and needs a password; save it without one"),
        (no_pages, "has no pages; expected a document of terms"),
        (lambda: many_pages(10_000), "has 10,000 pages; expected at most 2,000"),
        (endless_tree, "is broken: page 1 cannot be read; save or export it again"),
        (lambda: pages(stream(b"")), "holds no text; its pages are empty"),
        (lambda: drawn(picture), SCANNED),
        (nameless_letters, "holds text whose fonts do not say which letters they show: run OCR first, or use --ocr"),
        (
            lambda: drawn(stamped_scan),
            "holds no text but running headers; it is probably scanned: run OCR first, or use --ocr",
        ),
    ],
)
def test_the_cause_is_named(make: Callable[[], bytes], message: str) -> None:
    with pytest.raises(ReadingError) as caught:
        render(make(), "pdf", LIMITS)
    assert str(caught.value) == message


@pytest.mark.budget
def test_what_a_file_costs_is_limited() -> None:
    """A content stream that unpacks to 3 GB, drawings that draw one another without end or a thousand million times."""
    limits = Limits(seconds=20, memory_mb=400)
    for raw in (bomb(3000), endless_form(), forms_of_forms(9)):
        started = time.monotonic()
        with pytest.raises(ReadingError) as caught:
            render(raw, "pdf", limits)
        assert str(caught.value) in (CRASHED, "took longer than 20 s to read and was given up")
        assert time.monotonic() - started < 25


@pytest.mark.parametrize("make", [one_page, boastful_tree, deep_arrays])
def test_oddities_that_do_no_harm(make: Callable[[], bytes]) -> None:
    rendering = render(make(), "pdf", LIMITS)
    assert (rendering.text, rendering.warnings) == ("The Customer owns all Customer Content.\n", ())


def test_encrypted_without_a_password() -> None:
    assert render(secret(""), "pdf", LIMITS).text == "The Provider may assign this agreement.\n"


def test_pages_of_pictures_among_others_are_told() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(1, 8):
            if number in (2, 4, 5, 6):
                picture(canvas)
            else:
                canvas.drawString(72, 700, f"Clause {'abcdefg'[number - 1]} stands here alone.")
            canvas.showPage()

    rendering = render(drawn(draw), "pdf", LIMITS)
    assert rendering.notes == tuple(Note("unread", f"page {number}", 1) for number in (2, 4, 5, 6))


def test_terms_cannot_pose_as_markup() -> None:
    lines = ("# Not a heading, since it is set like all the other words of this page and goes on", "and on.", "",
             "| a | b |", "", "<b>bold</b> `code` *stars* _lines_ ~~gone~~ \\n", "", "=====", "", "> quoted")  # fmt: skip

    def draw(canvas: Canvas) -> None:
        for index, line in enumerate(lines):
            canvas.drawString(72, 760 - 14 * index, line)

    assert render(drawn(draw), "pdf", LIMITS).text == (
        "\\# Not a heading, since it is set like all the other words of this page and goes on\nand on.\n\n"
        "\\| a | b |\n\n\\<b>bold\\</b> \\`code\\` \\*stars\\* \\_lines\\_ \\~\\~gone\\~\\~ \\\\n\n\n\\=====\n\n\\> quoted\n"
    )


def test_letters_that_stand_for_nothing_are_no_text() -> None:
    """As a fuzzer made: the map to Unicode turns all letters into spaces without width."""
    unicode_map = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"1 beginbfchar <7E> <200B> endbfchar endcmap end end"
    )
    font = FONT.replace(b">>", b"/ToUnicode 6 0 R>>")
    kids = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    content = stream(b"BT /F 11 Tf 72 700 Td (~~) Tj ET")
    with pytest.raises(ReadingError) as refused:
        render(assembled(CATALOG, kids, PAGE, content, font, stream(unicode_map)), "pdf", LIMITS)
    assert str(refused.value) == "holds no text; its pages are empty"


def test_letters_at_no_number_stand_nowhere() -> None:
    """A page of our own as a fuzzer changed it: the matrices of its letters are no numbers."""
    raw = (Path(__file__).parent / "fuzzed" / "matrix-of-no-numbers.pdf").read_bytes()
    with pytest.raises(ReadingError) as refused:
        render(raw, "pdf", LIMITS)
    assert str(refused.value) == "holds no text; its pages are empty"
