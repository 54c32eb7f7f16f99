"""A third round of what hides words, format by format: what a page does not show is told, and what looks alike is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint_extractor import parse_document
from vendorlint_extractor.documents.readers.docx import read as read_docx
from vendorlint_extractor.documents.readers.html import read as read_html
from vendorlint_extractor.documents.readers.odt import read as read_odt
from vendorlint_extractor.documents.readers.rendering import LIMITS, ReadingError, Rendering
from vendorlint_extractor.documents.readers.rtf.reader import read as read_rtf

from ..readers.docx import word
from ..readers.docx.word import CHANGE, OFFICE, PACKAGE, p
from ..readers.odt.test_odt import odt
from .test_standing import kinds
from .test_wording import HEADS

SAID = "We may sell all of your data to anyone."
KEPT = "Kept words stand here."


def page(css: str, body: str) -> Rendering:
    return read_html(f"<!doctype html><style>{css}</style><main><p>{KEPT}</p>{body}</main>".encode(), LIMITS)


HIDDEN = {
    "an animation": (".x{animation:k 0s forwards}@keyframes k{to{opacity:0}}", f"<p class=x>{SAID}</p>"),
    "an animation by parts": (
        ".x{animation-name:k;animation-fill-mode:both}@keyframes k{from,100%{visibility:hidden}}", f"<p class=x>{SAID}</p>",
    ),
    "one that begins hidden and goes back": (".x{opacity:0;animation:k 1s}@keyframes k{to{opacity:1}}", f"<p class=x>{SAID}</p>"),
    "a value that no browser knows": (".x{display:none;display:bogus}", f"<p class=x>{SAID}</p>"),
    "blurred": (".x{filter:blur(9px)}", f"<p class=x>{SAID}</p>"),
    "without contrast": (".x{filter:contrast(0)}", f"<p class=x>{SAID}</p>"),
    "beside by a path": (".x{offset-path:path('M-9999 0')}", f"<p class=x>{SAID}</p>"),
    "what a variable holds at first": (
        "@property --a{syntax:'*';inherits:true;initial-value:none}.x{display:var(--a)}", f"<p class=x>{SAID}</p>",
    ),
    "white of two whites": (".x{color:color-mix(in srgb, white, white)}", f"<p class=x>{SAID}</p>"),
    "mostly white": (".x{color:color-mix(in srgb, black 1%, white)}", f"<p class=x>{SAID}</p>"),
    "white where it is light": (".x{color:light-dark(white, black)}", f"<p class=x>{SAID}</p>"),
    "white of a white": (".x{color:rgb(from white r g b)}", f"<p class=x>{SAID}</p>"),
    "a meter": ("", f"<meter value=1>{SAID}</meter>"),
    "a bar": ("", f"<progress value=1>{SAID}</progress>"),
    "for programs that embed nothing": ("", f"<noembed>{SAID}</noembed>"),
    "a second title": ("", f"<p><svg></svg></p><title>{SAID}</title>"),
}  # fmt: skip
SHOWN = {
    "an animation that shows": (".x{opacity:0;animation:k 1s forwards}@keyframes k{to{opacity:1}}", f"<p class=x>{SAID}</p>"),
    "one that comes to an end": (".x{animation:k 1s}@keyframes k{to{opacity:0}}", f"<p class=x>{SAID}</p>"),
    "one of another name": (".x{animation:j 1s forwards}@keyframes k{to{opacity:0}}", f"<p class=x>{SAID}</p>"),
    "one that hides on its way": (".x{animation:k 1s forwards}@keyframes k{50%{opacity:0}to{opacity:1}}", f"<p class=x>{SAID}</p>"),
    "two words of a display": (".x{display:block flow-root}", f"<p class=x>{SAID}</p>"),
    "a little blurred": (".x{filter:blur(.2px) contrast(90%)}", f"<p class=x>{SAID}</p>"),
    "a mixed grey": (".x{color:color-mix(in srgb, black, white)}", f"<p class=x>{SAID}</p>"),
    "black where it is light": (".x{color:light-dark(black, white)}", f"<p class=x>{SAID}</p>"),
    "a break that is not shown": (".y{display:none}", f"<p>{SAID.replace('sell', 'se<br class=y>ll')}</p>"),
}  # fmt: skip


@pytest.mark.parametrize(("css", "body"), HIDDEN.values(), ids=HIDDEN)
def test_what_a_page_does_not_show_is_left_out_and_told(css: str, body: str) -> None:
    found = page(css, body)
    assert SAID not in found.text
    assert [note.kind for note in found.notes] == ["hidden"]


@pytest.mark.parametrize(("css", "body"), SHOWN.values(), ids=SHOWN)
def test_what_a_page_shows_is_read(css: str, body: str) -> None:
    found = page(css, body)
    assert SAID in found.text
    assert not found.notes


COVER = "position:absolute;inset:0;top:0;bottom:0;left:0;right:0"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"<div><p>{SAID}</p><div style='{COVER};background:#fff'></div></div>", True),
        (f"<div><p>{SAID}</p><i style='position:fixed;top:0;left:0;width:100vw;height:100%;background:white'></i></div>", True),
        (f"<div><div style='{COVER};background:#fff'></div><p>{SAID}</p></div>", False),
        (f"<div><p>{SAID}</p><div style='{COVER};background:rgba(0, 0, 0, 0.4)'></div></div>", False),
        (f"<div><p>{SAID}</p><div style='{COVER};z-index:-1;background:#fff'></div></div>", False),
        (f"<div><p>{SAID}</p><div style='position:fixed;top:0;left:0;width:100%;height:50px;background:#fff'></div></div>", False),
        (f"<div style='overflow:hidden;white-space:nowrap;text-overflow:ellipsis;width:3em'>{SAID}</div>", True),
        (f"<div style='overflow:hidden;white-space:nowrap;text-overflow:ellipsis;width:900px'>{SAID}</div>", False),
        (f"<div style='overflow:hidden;display:-webkit-box;-webkit-line-clamp:1'>{SAID * 9}</div>", True),
        (f"<div style='overflow:hidden;display:-webkit-box;-webkit-line-clamp:3'>{SAID}</div>", False),
    ],
)  # fmt: skip
def test_words_under_a_box_or_cut_off_are_told(body: str, told: bool) -> None:
    found = page("", body)
    assert SAID in found.text
    assert [note.kind for note in found.notes] == ["shown_otherwise"] * told


def cells(properties: str, own: str = "", styles: str = word.STYLES) -> Rendering:
    first = f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(SAID)}</w:tc>"
    table = f"<w:tbl><w:tblPr>{own}</w:tblPr><w:tr>{first}<w:tc>{p('-')}</w:tc></w:tr></w:tbl>"
    return read_docx(word.docx(p(KEPT) + table, styles=styles), LIMITS)


def of_tables(properties: str) -> str:
    return (
        f'{word.STYLES}<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:rPr>{properties}</w:rPr></w:style>'
    )


def test_a_cell_that_is_deleted_is_struck() -> None:
    found = cells(f"<w:cellDel {CHANGE}/>")
    assert SAID not in found.text
    assert [note.kind for note in found.notes] == ["struck"]


@pytest.mark.parametrize(("properties", "shown"), [("<w:vanish/>", False), ("<w:b/>", True)])
def test_the_style_of_a_table_hides_its_words(properties: str, shown: bool) -> None:
    assert (SAID in cells("", '<w:tblStyle w:val="T"/>', of_tables(properties)).text) is shown
    assert SAID in cells("", "", of_tables(properties)).text  # a style that the table does not have


@pytest.mark.parametrize(("position", "shown"), [("-3000", False), ("1500", False), ("6", True), ("x", True)])
def test_letters_far_from_their_line_are_left_out(position: str, shown: bool) -> None:
    body = f'<w:p><w:r><w:rPr><w:position w:val="{position}"/></w:rPr><w:t>{SAID}</w:t></w:r></w:p>'
    assert (SAID in read_docx(word.docx(p(KEPT) + body), LIMITS).text) is shown
    if position != "x":
        turned = position.replace("-", "")
        rich = rf"{{\rtf1\ansi {KEPT}\par {{\{'dn' if '-' in position else 'up'}{turned} {SAID}}}\par {{\dn0 {KEPT}}}\par}}"
        found = read_rtf(rich.encode(), LIMITS)
        assert (SAID in found.text) is shown
        assert found.text.count(KEPT) == 2


def test_formulas_of_rich_text_are_read() -> None:
    assert (
        SAID in read_rtf(rf"{{\rtf1\ansi {KEPT}\par {{\mmath{{\*\moMath{{\mr {SAID}}}}}}}\par}}".encode(), LIMITS).text
    )


def test_an_archive_with_two_documents_is_none() -> None:
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/officeDocument" Target="word/{name}.xml"/>'
        for name in ("document", "other")
    )
    whole = word.docx(p(KEPT), parts={
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        "word/other.xml": "<document/>",
    })  # fmt: skip
    with pytest.raises(ReadingError, match="holds two documents"):
        read_docx(whole, LIMITS)


def test_an_archive_behind_another_is_none() -> None:
    with pytest.raises(ReadingError, match="before its archive"):
        read_docx(word.docx(p(SAID)) + word.docx(p(KEPT)), LIMITS)


OPEN = {
    "a section by a condition": f'<text:section text:display="condition" text:is-hidden="true"><text:p>{SAID}</text:p></text:section>',
    "a paragraph by a condition": f'<text:p><text:hidden-paragraph text:is-hidden="true"/>{SAID}</text:p>',
    "a cell under another": '<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>'
    f"<table:covered-table-cell><text:p>{SAID}</text:p></table:covered-table-cell></table:table-row></table:table>",
}  # fmt: skip


@pytest.mark.parametrize("body", OPEN.values(), ids=OPEN)
def test_what_an_open_document_does_not_show_is_left_out_and_told(body: str) -> None:
    found = read_odt(odt(f"<text:p>{KEPT}</text:p>{body}"), LIMITS)
    assert SAID not in found.text
    assert [note.kind for note in found.notes] == ["hidden"]
    shown = body.replace('"true"', '"false"').replace("covered-table-cell", "table-cell")
    assert SAID in read_odt(odt(f"<text:p>{KEPT}</text:p>{shown}"), LIMITS).text


@pytest.mark.parametrize(("more", "shown"), [("", False), ('style:use-window-font-color="true"', True)])
def test_letters_that_are_see_through_in_an_open_document(more: str, shown: bool) -> None:
    style = (
        f'<text:p text:style-name="Z">{SAID}</text:p>',
        f'<style:style style:name="Z" style:family="paragraph"><style:text-properties draw:opacity="0%" {more}/></style:style>',
    )
    found = read_odt(odt(f"<text:p>{KEPT}</text:p>{style[1]}{style[0]}"), LIMITS)
    assert (SAID in found.text) is shown


LONG = "We will never sell any of your data."


@pytest.mark.parametrize(
    "text",
    [
        f"<?x {LONG}?>",
        f"<!X {LONG}>",
        f"``` text {LONG}\ncode\n```",
    ],
)
def test_what_tells_a_program_something_is_no_text_of_markdown(text: str) -> None:
    document = parse_document(f"{KEPT}\n\n{text}\n\n{KEPT}\n", path=Path("t.md"), document_id="t")
    assert LONG not in document.stated
    assert [note.kind for note in document.notes] == ["hidden"]


@pytest.mark.parametrize("text", ["<?x?>", "```python title=sell.py\ncode\n```", "Less <! a sign"])
def test_a_word_or_two_to_a_program_is_nothing_to_tell(text: str) -> None:
    assert not parse_document(f"{KEPT}\n\n{text}\n", path=Path("t.md"), document_id="t").notes


@pytest.mark.parametrize(
    ("front", "hides"),
    [
        (f"---\ntitle: Terms\nterms: {LONG}\n---\n", True),
        (f'+++\nterms = "{LONG}"\n+++\n', True),
        (f"---\ntitle: {LONG}\ndate: 2026-01-31\n---\n", False),
        (f"---\n\n{LONG}\n\n---\n", False),
        (f"---\n{LONG}\n---\n", False),
    ],
)
def test_what_stands_before_a_document_for_programs_is_told(front: str, hides: bool) -> None:
    document = parse_document(f"{front}\n{KEPT}\n", path=Path("t.md"), document_id="t")
    assert (LONG not in document.stated) is hides
    assert [note.kind for note in document.notes] == ["hidden"] * hides


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Provider.may.use.Customer.Data.to.train.its.AI.models.", True),
        ("Provider_may_use_Customer_Data_to_train_its_AI_models.", True),
        ("Le_Prestataire_peut_entraîner_ses_modèles_pour_tous.", False),  # an accent parts it
        ("See https://example.org/terms.of.use/to.the.point.of.sale for more.", False),
        ("Call com.example.of.some.package.name.there for it.", False),
    ],
)
def test_words_that_are_strung_together_are_told(text: str, told: bool) -> None:
    assert kinds(f"{HEADS['en']}2.1 {text}\n") == ["mixed_scripts"] * told
