"""Whatever a file holds, a reader gives a rendering with a place per line, or raises ReadingError; and what a page shows stays."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path
from types import ModuleType

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorlint_extractor.documents.readers import docx, html
from vendorlint_extractor.documents.readers.rendering import LIMITS, Limits, ReadingError, Rendering
from vendorlint_extractor.documents.rendered import render

from .docx.documents import DOCUMENTS
from .docx.word import archive
from .docx.word import docx as packed

PAGES = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("html/pages/*.html"))]
CONTRACTS = [document() for document in DOCUMENTS]
SMALL = Limits(depth=40, unpacked_mb=5)
IN_PROCESS = settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
IN_WORKER = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def check(rendering: Rendering) -> None:
    assert len(rendering.places) == rendering.text.count("\n") + 1
    assert rendering.text.endswith("\n")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", rendering.text)
    assert all(label for line, (label, _) in zip(rendering.text.split("\n"), rendering.places, strict=True) if line)


def rendered(reader: ModuleType, raw: bytes) -> Rendering:
    """What a reader makes of a file in this process, whose limit of recursion it may change only for itself."""
    before = sys.getrecursionlimit()
    try:
        return reader.read(raw, SMALL)
    finally:
        sys.setrecursionlimit(before)


def read(reader: ModuleType, raw: bytes) -> None:
    try:
        check(rendered(reader, raw))
    except (ReadingError, RecursionError) as error:  # the worker says the same of the second in a line of its own
        assert "\n" not in str(error)


WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["Fees", " ", "\n", "1.", "(a)", "1.1 Term", "# x", "| a |", "**", "\\", "[x](y)", "\u00a0", "\u202e", "30", "\ud7ff", "&#0;", "&#xD800;", "&lt;b&gt;"]
    ),
)  # fmt: skip
TAGS = st.sampled_from(
    [
        "a",
        "b",
        "br",
        "center",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "form",
        "h1",
        "h2",
        "h6",
        "i",
        "ins",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "section",
        "span",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "tr",
        "u",
        "ul",
        "x-y",
    ]
)
ATTRIBUTES = st.sampled_from(
    [
        "", " id=fees", ' id="1 x"', " class=toc", " class='cookie-banner'", " hidden", " start=3", " start=-1", " value=7", " type=a", " type=I", " reversed",
        " colspan=2", " rowspan=3", " colspan=0", " role=heading", " style='font-weight:bold'", " style='list-style:none'", " href='#x'",
        " style='counter-increment: a 2 b; counter-reset: c'",
    ]
)  # fmt: skip
SHEETS = st.sampled_from(
    [
        "", "<style>li:before{content:counters(list-item,'.') ' '}</style>", "<style>p::before{content:'(' counter(a,lower-roman) ')\n'}</style>",
        "<style>*{font-weight:700}</style>", "<style>ol{list-style:upper-alpha}li{counter-set:list-item 9}</style>", "<style>}{,;:@media</style>",
    ]
)  # fmt: skip
HTML = st.recursive(
    WORDS,
    lambda inner: st.builds(
        lambda tag, attributes, content, end: f"<{tag}{attributes}>{''.join(content)}{end and f'</{tag}>'}",
        TAGS, ATTRIBUTES, st.lists(inner, max_size=4), st.booleans(),
    ),
    max_leaves=25,
)  # fmt: skip

VALUES = st.sampled_from(
    [
        "0",
        "1",
        "2",
        "9",
        "-1",
        "x",
        "",
        "true",
        "off",
        "Heading1",
        "²",
        "decimal",
        "lowerRoman",
        "bullet",
        "none",
        "%1.%2",
        "# %1\n",
    ]
)
NAMES = st.sampled_from(
    ["p", "r", "t", "pPr", "rPr", "numPr", "ilvl", "numId", "pStyle", "outlineLvl", "b", "u", "vanish", "vertAlign", "tbl", "tr", "tc", "tcPr", "gridSpan", "del", "ins", "moveFrom", "sdt", "sdtContent", "br", "tab", "sym", "fldChar", "instrText", "footnoteReference", "footnoteRef", "endnoteReference", "drawing", "txbxContent", "AlternateContent", "Choice", "hyperlink", "trPr"]
)  # fmt: skip
XML_WORDS = WORDS.map(lambda text: re.sub("[^\x20-\ud7ff\ue000-\ufffd]|[&<>]", "", text))
XML = st.recursive(
    st.one_of(XML_WORDS.map(lambda text: f"<w:r><w:t>{text}</w:t></w:r>"), XML_WORDS),
    lambda inner: st.builds(
        lambda name, value, kind, content: f'<w:{name} w:val="{value}" w:id="{value}" w:fldCharType="{kind}" w:char="F0FE">{"".join(content)}</w:{name}>',
        NAMES, VALUES, st.sampled_from(["begin", "separate", "end"]), st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)  # fmt: skip
LEVELS = st.lists(
    st.builds(
        lambda depth, start, kind, text, restart: (
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlRestart w:val="{restart}"/></w:lvl>'
        ),
        VALUES, VALUES, VALUES, VALUES, VALUES,
    ),
    max_size=3,
)  # fmt: skip


def numbering(levels: list[str]) -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


@IN_PROCESS
@given(st.lists(HTML, min_size=1, max_size=4), SHEETS)
def test_pages(parts: list[str], sheet: str) -> None:
    read(html, (sheet + "".join(parts)).encode("utf-8", "surrogatepass"))


@IN_PROCESS
@given(st.lists(XML, min_size=1, max_size=4), LEVELS)
def test_documents(parts: list[str], levels: list[str]) -> None:
    body = "".join(
        f"<w:p>{part}</w:p>" if not part.startswith(("<w:p ", "<w:tbl ", "<w:sdt ")) else part for part in parts
    )
    read(docx, packed(body, numbering=numbering(levels), footnotes=f'<w:footnote w:id="1">{body}</w:footnote>'))


@st.composite
def mutated(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """A document some of whose bytes are others, are gone or are there twice."""
    raw = bytearray(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(raw) - 1, 0)))
        length = draw(st.integers(0, 40))
        raw[at : at + length] = draw(
            st.one_of(st.binary(max_size=20), st.just(bytes(raw[at : at + length]) * 2), st.just(b""))
        )
    return bytes(raw)


@IN_PROCESS
@given(mutated(PAGES))
def test_mutated_pages(raw: bytes) -> None:
    read(html, raw)


@IN_PROCESS
@given(mutated(CONTRACTS))
def test_mutated_archives(raw: bytes) -> None:
    read(docx, raw)


@IN_PROCESS
@given(st.data())
def test_mutated_parts(data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(data.draw(st.sampled_from(CONTRACTS)))) as whole:
        parts: dict[str, str | bytes] = {name: whole.read(name) for name in whole.namelist()}
    name = data.draw(
        st.sampled_from(sorted(name for name in parts if name.startswith("word/") and name.endswith(".xml")))
    )
    content = parts[name]
    assert isinstance(content, bytes)
    tokens = re.findall(rb"<[^>]*>|[^<]+", content)
    for _ in range(data.draw(st.integers(1, 4))):
        at, other = (data.draw(st.integers(0, len(tokens) - 1)) for _ in range(2))
        tokens[at] = data.draw(
            st.sampled_from([tokens[other], tokens[at] * 2, b"", re.sub(rb'"[^"]*"', b'"-7"', tokens[at])])
        )
    read(docx, archive({**parts, name: b"".join(tokens)}))


@IN_WORKER
@given(st.sampled_from(["html", "docx"]), st.one_of(st.binary(max_size=200), mutated(PAGES), mutated(CONTRACTS)))
def test_render(kind: str, raw: bytes) -> None:
    try:
        check(render(raw, kind, LIMITS))
    except ReadingError as error:
        assert not str(error).startswith("crashed")


@IN_PROCESS
@given(
    st.lists(
        st.text(
            st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Co", "Cn", "Zs", "Zl", "Zp"]),
            min_size=1,
            max_size=8,
        ),
        min_size=1,
    )
)
def test_the_words_of_a_paragraph_stay(words: list[str]) -> None:
    """Without the escapes a paragraph has the words that it was made of."""
    text = " ".join(words)
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    shown = rendered(html, f"<!doctype html><p>.{escaped}".encode()).text
    assert re.sub(r"\\([\\`*_~<(])", r"\1", shown) == f".{text}\n"
    shown = rendered(docx, packed(f"<w:p><w:r><w:t>.{escaped.replace('>', '&gt;')}</w:t></w:r></w:p>")).text
    assert re.sub(r"\\([\\`*_~<(])", r"\1", shown) == f".{text}\n"
