"""Pages as vendors publish them, each with another difficulty, and all that is read of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.readers.rendering import LIMITS, ReadingError, Rendering
from vendorlint_extractor.documents.rendered import render

PAGES = Path(__file__).with_name("pages")
NOTES = {
    "accordion": (
        Note("hidden", "div > div:nth-of-type(2)", 4),
        Note("hidden", "div > p:nth-of-type(1)", 7),
        Note("hidden", "div > p:nth-of-type(2) > span:nth-of-type(1)", 2),
    ),
    "editor-export": (Note("struck", "body > p:nth-of-type(2) > span:nth-of-type(2)", 1),),
    "redlined": (
        Note("struck", "body > h1:nth-of-type(1) > del:nth-of-type(1)", 3),
        Note("struck", "body > p:nth-of-type(1) > del:nth-of-type(1)", 1),
        Note("struck", "body > del:nth-of-type(1)", 8),
        Note("struck", "body > ol:nth-of-type(1) > li:nth-of-type(2) > s:nth-of-type(1)", 7),
        Note("struck", "body > p:nth-of-type(2) > strike:nth-of-type(1)", 1),
        Note("struck", "body > p:nth-of-type(2) > span:nth-of-type(1)", 4),
    ),
    "whole-page-form": (Note("hidden", "#aspnetForm > div:nth-of-type(6)", 44),),
}


def read(text: str) -> Rendering:
    return render(text.encode(), "html", LIMITS)


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_page(path: Path) -> None:
    rendering = render(path.read_bytes(), "html", LIMITS)
    assert rendering.text == path.with_suffix(".md").read_text(encoding="utf-8")
    assert rendering.notes == NOTES.get(path.stem, ())


def test_places_are_selectors_from_the_nearest_id() -> None:
    rendering = render((PAGES / "cms-page.html").read_bytes(), "html", LIMITS)
    shown = [
        (line.split()[-1], *place)
        for line, place in zip(rendering.text.split("\n"), rendering.places, strict=True)
        if line
    ]
    assert shown == [
        ("Service", "#content > h1:nth-of-type(1)", None),
        ("2025", "#content > p:nth-of-type(1) > em:nth-of-type(1)", None),
        ("(“Customer”).", "#content > p:nth-of-type(2)", None),
        ("Fees", "#fees", None),
        ("policy](/legal/billing?lang=en&v=2).", "#content > p:nth-of-type(3)", None),
        ("VAT.", "#content > div:nth-of-type(1) > p:nth-of-type(1) > b:nth-of-type(1)", None),
        ("Term", "#term", None),
        ("period.", "#content > p:nth-of-type(4)", None),
    ]


CLAUSE = "Münch & Söhne GmbH – “Provider” – charges 30 € a month."
PAGE = "<!doctype html><html><head>{declared}</head><body><p>Münch &amp; Söhne GmbH – “Provider” – charges 30 € a month.</p></body></html>"
META = '<meta charset="{}">'


@pytest.mark.parametrize(
    ("raw", "expected", "warnings"),
    [
        (PAGE.format(declared="").encode(), CLAUSE, ()),
        (PAGE.format(declared="").encode("utf-8-sig"), CLAUSE, ()),
        (PAGE.format(declared=META.format("windows-1252")).encode(), CLAUSE, ()),
        (PAGE.format(declared=META.format("windows-1252")).encode("cp1252"), CLAUSE, ()),
        (PAGE.format(declared=META.format("ISO-8859-1")).encode("cp1252"), CLAUSE, ()),
        (PAGE.format(declared="").encode("cp1252"), CLAUSE, ()),
        (PAGE.format(declared=META.format("undefined")).encode("cp1252"), CLAUSE, ()),
        (PAGE.format(declared=META.format("no-such-charset")).encode("cp1252"), CLAUSE, ()),
        (
            PAGE.format(declared=META.format("UTF-8")).encode("cp1252"),
            CLAUSE,
            ("declares UTF-8 and is not; it was read as windows-1252",),
        ),
        (
            PAGE.format(declared=META.format("ascii")).encode("cp1252") + b"\x81",
            CLAUSE + " �",
            ("holds bytes that are no windows-1252; they were replaced by �",),
        ),
        (
            PAGE.format(declared='<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">').encode(
                "iso-8859-15", "xmlcharrefreplace"
            ),
            CLAUSE,
            (),
        ),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><p>\xa3\xf3d\xbc pays.</p>', "Łódź pays.", ()),
        (PAGE.format(declared="").encode("utf-16"), CLAUSE, ()),
        (PAGE.format(declared=META.format("utf-16")).encode("utf-16-le"), CLAUSE, ()),
        (PAGE.format(declared="").encode("utf-16-be"), CLAUSE, ()),
        (
            PAGE.format(declared=META.format("shift_jis")).replace("30 €", "30").encode("utf-16"),
            CLAUSE.replace("30 €", "30"),
            (),
        ),
    ],
)
def test_encodings(raw: bytes, expected: str, warnings: tuple[str, ...]) -> None:
    rendering = render(raw, "html", LIMITS)
    assert (" ".join(rendering.text.split()), rendering.warnings) == (expected, warnings)


def test_deep_but_legal_nesting() -> None:
    clause = "<p>Kiln Street may assign this agreement with notice.</p>"
    assert read("<div><section>" * 200 + clause + "</section></div>" * 200).text == (
        "Kiln Street may assign this agreement with notice.\n"
    )


def test_lists_nest_as_deep_as_the_indent_shows() -> None:
    opened = "".join(f"<ol><li>Level {depth}" for depth in range(1, 8))
    expected = "\n\n".join(f"{'    ' * depth}1. Level {depth + 1}" for depth in range(7))
    assert read(f"<!doctype html>{opened}").text == f"{expected}\n"


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (
            '<!doctype html><html><head><title>Terms</title><script src="/app.js"></script></head><body><div id="root"></div>'
            "<noscript>You need to enable JavaScript to run this app.</noscript></body></html>",
            "holds 0 words without JavaScript; save the page from a browser once it shows its text, or print it to PDF",
        ),
        (
            '<html><body><header><nav><a href="/">Home</a></nav></header><main><h1>Terms</h1><p>Loading…</p></main>'
            "<script>load()</script></body></html>",
            "holds 2 words without JavaScript; save the page from a browser once it shows its text, or print it to PDF",
        ),
        ("<html><body><img src='terms.png'></body></html>", "holds no text; expected a page of terms"),
        ("<frameset><frame src='terms.html'></frameset>", "holds no text; expected a page of terms"),
        ("<!-- nothing -->", "holds no text; expected a page of terms"),
    ],
)
def test_a_page_without_terms(page: str, message: str) -> None:
    with pytest.raises(ReadingError) as raised:
        read(page)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<p>within 30<sup>1</sup> days, the 2<sup>nd</sup> of a month</p>", "within 30¹ days, the 2nd of a month\n"),
        ("<p>[Supplier](the “Supplier”)</p>", "[Supplier]\\(the “Supplier”)\n"),
        ("<p>Fees<br># 1<br>+ 2</p>", "Fees\n\\# 1\n\\+ 2\n"),
        ("<h2>Use of C#</h2>", "## Use of C\\#\n"),
        ("<p>con&shy;fi&shy;den&shy;tial&#8203;ity &#8238;desrever&#8236;</p>", "confidentiality reversed\n"),
        ("<ol><li>a<li></ol><ol start=-2><li>b</ol><ol start=x><li value=y>c</ol>", "1. a\n\n-2. b\n\n1. c\n"),
        ("<ol type=a start=27><li>a</ol><ol type=I start=49><li>b</ol>", "(aa) a\n\n(XLIX) b\n"),
        ("<ol><li><p>first</p><p>second</p></li></ol>", "1. first\n\nsecond\n"),
        ("<style>li::marker{content:counters(list-item,'.') ' '}</style><ol start=4><li>a<ol><li>b<li>c</ol></ol>",
         "4 a\n\n    4.1 b\n\n    4.2 c\n"),
        ("<table><tr><td><p>(a)</p></td><td><p>notify the customer,</p></td></tr></table>"
         "<table><tr><td><p>(b)</p></td><td><p>within 72 hours.</p></td></tr></table>",
         "(a) notify the customer,\n\n(b) within 72 hours.\n"),
        ("<table><tr><td>Term</td><td><p>One year.</p><p>Renews.</p></td></tr></table>", "| Term | One year. Renews. |\n"),
        ("<table><tr><td>a<td>b</table><table><tr><td>c<td>d</table>", "| a | b |\n\n| c | d |\n"),
        ("<style>li:before{content:'# \\a *' counter(list-item) '|'}</style><ol><li>a</ol>", "\\# \\*1| a\n"),
        ("<style>li:before{content:'# \n*' counter(list-item) '|'}</style><ol><li>a</ol>", "1. a\n"),
        ("<p hidden=until-found>In an accordion.</p>", "In an accordion.\n"),
    ],
)  # fmt: skip
def test_markup(inside: str, expected: str) -> None:
    assert read(f"<!doctype html><body>{inside}").text == expected
