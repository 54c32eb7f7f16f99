"""DOCX: hidden, faint and struck words are left out and told; controls and fields of forms are read as they are filled in."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from vendorlint_extractor.documents.readers.docx import read
from vendorlint_extractor.documents.readers.rendering import LIMITS


def beside(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("word_for_seen", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


word = beside(Path(__file__).parent.parent / "docx" / "word.py")
p, r = word.p, word.r
STYLED = (
    '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Cut"><w:name w:val="Cut"/><w:basedOn w:val="Struck"/></w:style>'
    '<w:style w:type="character" w:styleId="Struck"><w:name w:val="Struck"/><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Pale"><w:name w:val="Pale"/><w:rPr><w:color w:val="FEFEFE"/></w:rPr></w:style>'
)


def seen(body: str, **parts: str) -> tuple[str, list[tuple[str, str, int]]]:
    """The text on one line, and the notes."""
    rendering = read(word.docx(body, styles=word.STYLES + STYLED, **parts), LIMITS)
    return " ".join(rendering.text.split()), [(note.kind, note.place, note.words) for note in rendering.notes]


@pytest.mark.parametrize(
    ("props", "kind"),
    [
        ("<w:strike/>", "struck"),
        ("<w:dstrike/>", "struck"),
        ('<w:rStyle w:val="Struck"/>', "struck"),
        ('<w:rStyle w:val="Cut"/>', "struck"),
        ("<w:vanish/>", "hidden"),
        ('<w:rStyle w:val="Gone"/>', "hidden"),
        ('<w:sz w:val="2"/>', "hidden"),
        ('<w:color w:val="FFFFFF"/>', "hidden"),
        ('<w:color w:val="auto" w:themeColor="background1"/>', "hidden"),
        ('<w:color w:val="203864"/><w:shd w:val="clear" w:fill="203864"/>', "hidden"),
    ],
)
def test_words_that_are_not_read(props: str, kind: str) -> None:
    assert seen(p("We may ", r("not ever", props), " sell.")) == ("We may sell.", [(kind, "paragraph 1", 2)])


@pytest.mark.parametrize(
    "props",
    [
        '<w:strike w:val="0"/>',
        '<w:rStyle w:val="Struck"/><w:strike w:val="false"/>',
        '<w:vanish w:val="0"/>',
        '<w:sz w:val="12"/>',
        '<w:color w:val="auto"/>',
        '<w:color w:val="808080" w:themeColor="background1" w:themeShade="80"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="203864"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
    ],
)
def test_words_that_are_read(props: str) -> None:
    assert seen(p("We may ", r("not", props), " sell.")) == ("We may not sell.", [])


def test_what_is_behind_words_may_be_a_paragraph_or_a_cell() -> None:
    white = r("We sell.", '<w:color w:val="FFFFFF"/>')
    dark = '<w:shd w:val="clear" w:fill="203864"/>'
    assert seen(p("Kept.") + p(white, props=dark)) == ("Kept. We sell.", [])
    filled = word.table(word.row(word.cell(p(white), props=dark), "Kept."))
    assert seen(filled) == ("| We sell. | Kept. |", [])
    bare = word.table(word.row(word.cell(p(white)), "Kept."))
    assert seen(bare) == ("| | Kept. |", [("hidden", "paragraph 1", 2)])
    assert seen(p("We sell.", style="Pale") + p("Kept.")) == ("Kept.", [("hidden", "paragraph 1", 2)])


def test_tracked_deletions_are_struck() -> None:
    deleted = f"<w:del {word.CHANGE}>{r('not ever', tag='delText')}</w:del>"
    assert seen(p("We may ", deleted, " sell.")) == ("We may sell.", [("struck", "paragraph 1", 2)])
    whole = f"<w:del {word.CHANGE}>{p('We sell data.')}</w:del>"
    assert seen(p("Kept.") + whole) == ("Kept.", [("struck", "paragraph 1", 3)])


def test_comments_are_told() -> None:
    said = f'<w:comment w:id="7">{p("Is that agreed?")}</w:comment>'
    body = p("Kept.", '<w:r><w:commentReference w:id="7"/></w:r>')
    assert seen(body, comments=said) == ("Kept.", [("comment", "paragraph 1", 3)])
    assert seen(p("Kept."), comments=said) == ("Kept.", [])


def control(inner: str, properties: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (control(r("x"), '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>') + r(" We sell."), "☐ We sell."),
        (control(r("x"), '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>') + r(" We keep."), "☒ We keep."),
        (r("Within ") + control(r("Choose an item."), "<w:showingPlcHdr/>") + r(" days."), "Within \\_\\_\\_\\_ days."),
        (r("Within ") + control(r("30"), "<w:dropDownList/>") + r(" days."), "Within 30 days."),
        (r("Within ") + r("\u2002\u2002\u2002\u2002\u2002") + r(" days."), "Within \\_\\_\\_\\_ days."),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar>'
         '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' + r(" We sell."), "☐ We sell."),
    ],
)  # fmt: skip
def test_forms(inner: str, text: str) -> None:
    assert seen(p(inner)) == (text, [])


def test_a_control_that_nobody_filled_is_a_blank() -> None:
    body = p("Kept.") + control(p("Click here to enter terms."), "<w:showingPlcHdr/>")
    assert seen(body) == ("Kept.", [("blank", "paragraph 2", 1)])
