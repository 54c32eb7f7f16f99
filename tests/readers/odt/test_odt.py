"""ODT documents as LibreOffice writes them: what is read of each difficulty, and what is told of it."""

from __future__ import annotations

import pytest

from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.readers.rendering import LIMITS, ReadingError, Rendering
from vendorlint_extractor.documents.rendered import render

from ..docx.word import archive

NAMES = ("office", "text", "table", "style", "fo", "draw", "dc")
SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in NAMES)
SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
STYLES = """
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Struck" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="White" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="Tiny" style:family="text"><style:text-properties fo:font-size="1pt"/></style:style>
<style:style style:name="High" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Child" style:family="paragraph" style:parent-style-name="Parent"/>
<style:style style:name="Parent" style:family="paragraph"><style:text-properties style:text-line-through-type="double"/></style:style>
<style:style style:name="Dark" style:family="table-cell"><style:table-cell-properties fo:background-color="#000000"/></style:style>
<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="U"><text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>
"""
OUTLINE = '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/></text:outline-style>'
TRACKED = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>for ever and ever</text:p></text:deletion>'
    "</text:changed-region></text:tracked-changes>"
)


def odt(body: str) -> bytes:
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    styles = f"<office:document-styles {SPACES}><office:styles>{OUTLINE}</office:styles></office:document-styles>"
    return archive({"content.xml": content, "styles.xml": styles})


def p(words: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def span(words: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{words}</text:span>'


def items(*inner: str, style: str = "", more: str = "") -> str:
    named = f'text:style-name="{style}"' if style else ""
    listed = "".join(f"<text:list-item>{each}</text:list-item>" for each in inner)
    return f"<text:list {named} {more}>{listed}</text:list>"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(f'<table:table-cell>{p(each)}</table:table-cell>' for each in cells)}</table:table-row>"


def read(body: str) -> Rendering:
    return render(odt(body), "odt", LIMITS)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('<text:h text:outline-level="1">Fees</text:h>', "# 1. Fees\n"),
        ('<text:h text:outline-level="2">Fees</text:h>', "## Fees\n"),
        (p("Fees", "Title"), "Fees\n"),
        (p("Two<text:s text:c='2'/>blanks<text:tab/>and<text:line-break/>a line"), "Two blanks and\na line\n"),
        (p(f"{span('Fees.', 'B')} You pay."), "**Fees.** You pay.\n"),
        (p(f"a fee{span('1', 'High')}"), "a fee¹\n"),
        (p('See <text:a xlink:href="https://example.org/a">here</text:a>.'), "See [here](https://example.org/a).\n"),
        (items(p("one") + p("more"), p("two"), style="L"), "1. one\n\nmore\n\n2. two\n"),
        (items(p("one") + items(p("deep") + items(p("deeper"))), style="L"), "1. one\n\n1.1. deep\n\n        (a) deeper\n"),
        (items(p("one"), style="L") + items(p("two"), style="L"), "1. one\n\n1. two\n"),
        (items(p("one"), style="L") + items(p("two"), style="L", more='text:continue-numbering="true"'), "1. one\n\n2. two\n"),
        (items(p("a seat"), style="U"), "- a seat\n"),
        (f"<table:table>{row('Term', 'Value')}{row('Seats', '40')}</table:table>", "| Term | Value |\n| Seats | 40 |\n"),
        (f"<table:table>{row('All of it')}</table:table>", "All of it\n"),
        (f"<text:section>{p('Inside')}</text:section>", "Inside\n"),
        (f"<text:table-of-content><text:index-body>{p('1 Fees')}</text:index-body></text:table-of-content>{p('Kept')}", "Kept\n"),
        (
            p("Fees<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>In euros.</text:p></text:note-body></text:note>"),
            "Fees¹\n\n¹ In euros.\n",
        ),
        (p(f"<draw:frame><draw:text-box>{p('In a box')}</draw:text-box></draw:frame>Beside"), "Beside\n\nIn a box\n"),
    ],
)  # fmt: skip
def test_what_is_shown_is_read(body: str, text: str) -> None:
    assert (read(body).text, read(body).notes) == (text, ())


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        (p(f"Kept{span(' not this', 'Struck')}"), "struck", 2),
        (p("not this", "Child") + p("Kept"), "struck", 2),
        (p(f"Kept{span(' not this', 'Gone')}"), "hidden", 2),
        (p(f"Kept{span(' not this', 'White')}"), "hidden", 2),
        (p(f"Kept{span(' not this', 'Tiny')}"), "hidden", 2),
        (f'<text:section text:display="none">{p("not this")}</text:section>{p("Kept")}', "hidden", 2),
        (p('Kept<text:hidden-text text:string-value="not this"/>'), "hidden", 2),
        (p("Kept<office:annotation><dc:creator>Ann</dc:creator><text:p>not this</text:p></office:annotation>"), "comment", 2),
        (f'{TRACKED}{p("""Kept<text:change text:change-id="c1"/>""")}', "struck", 4),
    ],
)  # fmt: skip
def test_what_is_not_shown_is_told(body: str, kind: str, words: int) -> None:
    found = read(body)
    assert (found.text, [(note.kind, note.words) for note in found.notes]) == ("Kept\n", [(kind, words)])


def test_white_words_on_a_dark_cell_are_seen() -> None:
    cell = f'<table:table-cell table:style-name="Dark">{p(span("White on black", "White"))}</table:table-cell>'
    body = f"<table:table><table:table-row>{cell}<table:table-cell>{p('b')}</table:table-cell></table:table-row></table:table>"
    assert (read(body).text, read(body).notes) == ("| White on black | b |\n", ())


def test_places_are_paragraphs_and_changes_are_warned_of() -> None:
    found = read(f'{TRACKED}{p("One")}{p("""Two<text:change text:change-id="c1"/>""")}')
    assert found.notes == (Note("struck", "paragraph 2", 4),)
    assert found.place(3, 3) == "paragraph 2"
    assert found.warnings == ("holds tracked changes; they were read as accepted",)


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"words", "is no ODT, or is broken: it is not a whole archive"),
        (archive({"content.xml": "<a/>"}), "is no ODT: the archive holds no text document"),
        (archive({"content.xml": "<a"}), "is broken: its part content.xml is no XML"),
        (archive({"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "declares XML entities in content.xml, which no ODT does"),
        (archive({"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "is protected by a password; save it without one"),
        (odt(""), "holds no text; expected a document of terms"),
        (odt(f"{'<text:section>' * 3000}{p('deep')}{'</text:section>' * 3000}"), "is nested too deeply to read"),
    ],
)  # fmt: skip
def test_what_cannot_be_read(raw: bytes, error: str) -> None:
    with pytest.raises(ReadingError) as raised:
        render(raw, "odt", LIMITS)
    assert str(raised.value) == error
