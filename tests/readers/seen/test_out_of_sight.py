"""DOCX, RTF and ODT: words that have no room, no ink or other letters, and what fields, controls and drawings show in their place."""

from __future__ import annotations

import base64
import struct
from pathlib import Path

import pytest
import reportlab

from vendorlint_extractor.documents.readers.docx import read as read_docx
from vendorlint_extractor.documents.readers.fonts import renamed
from vendorlint_extractor.documents.readers.html import read as read_html
from vendorlint_extractor.documents.readers.odt import read as read_odt
from vendorlint_extractor.documents.readers.rendering import LIMITS, Rendering
from vendorlint_extractor.documents.readers.rtf.reader import read as read_rtf

from ..docx import word
from ..docx.word import p, r

SAID = "We may sell all of your data to anyone."
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(body: str, **parts: object) -> Rendering:
    return read_docx(word.docx(p("Kept words stand here.") + body, **parts), LIMITS)  # type: ignore[arg-type]


def run(properties: str) -> str:
    return p("Kept ", r(SAID, properties))


def paragraph(properties: str, own: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{own}</w:rPr><w:t>{SAID}</w:t></w:r></w:p>"


def table(row: str = "", cell: str = "", own: str = "") -> str:
    cells = f"<w:tc><w:tcPr>{cell}</w:tcPr>{p(SAID)}</w:tc><w:tc>{p('-')}</w:tc>"
    return f"<w:tbl><w:tblPr>{own}</w:tblPr><w:tr><w:trPr>{row}</w:trPr>{cells}</w:tr></w:tbl>"


def box(anchor: str) -> str:
    shape = f"<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{p(SAID)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    return f"<w:p><w:r><w:drawing><wp:anchor>{anchor}{shape}</wp:anchor></w:drawing></w:r></w:p>"


def vml(style: str) -> str:
    return f'<w:p><w:r><w:pict><v:shape style="{style}"><v:textbox><w:txbxContent>{p(SAID)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>'


LARGE = '<wp:extent cx="3000000" cy="1000000"/>'
FILLED = "<w14:textFill><w14:solidFill>{}</w14:solidFill></w14:textFill>"
BLACK = '<w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr>'
HIDDEN = {
    "narrow letters": run('<w:w w:val="1"/>'),
    "letters upon one another": run('<w:spacing w:val="-400"/>'),
    "letters in no width": run('<w:fitText w:val="1"/>'),
    "filled with nothing": run("<w14:textFill><w14:noFill/></w14:textFill>"),
    "filled with white": run(FILLED.format('<w14:srgbClr w14:val="FFFFFF"/>')),
    "filled with the paper": run(FILLED.format('<w14:schemeClr w14:val="bg1"/>')),
    "see-through": run(FILLED.format(BLACK)),
    "black on a full pattern": run('<w:color w:val="000000"/><w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>'),
    "lines of no height": paragraph('<w:spacing w:line="1" w:lineRule="exact"/>'),
    "beside the page": paragraph('<w:ind w:left="30000"/>'),
    "before the page": paragraph('<w:ind w:left="-30000"/>'),
    "a frame beside the page": paragraph('<w:framePr w:x="-20000" w:y="1"/>'),
    "a frame without room": paragraph('<w:framePr w:w="1" w:h="1" w:hRule="exact"/>'),
    "a low row": table('<w:trHeight w:val="1" w:hRule="exact"/>'),
    "a hidden row": table("<w:hidden/>"),
    "a narrow cell": table(cell='<w:tcW w:w="1" w:type="dxa"/>', own='<w:tblLayout w:type="fixed"/>'),
    "a box of no size": box('<wp:extent cx="1" cy="1"/>'),
    "a box beside the page": box(f"<wp:positionH><wp:posOffset>-90000000</wp:posOffset></wp:positionH>{LARGE}"),
    "a hidden box": box(f'{LARGE}<wp:docPr id="1" name="a" hidden="1"/>'),
    "a hidden shape": vml("visibility:hidden;width:300pt;height:50pt"),
}
SEEN = {
    "letters a little closer": run('<w:spacing w:val="-10"/>'),
    "wide letters": run('<w:w w:val="90"/>'),
    "filled with blue": run(FILLED.format('<w14:srgbClr w14:val="203864"/>')),
    "lines of some height": paragraph('<w:spacing w:line="240" w:lineRule="exact"/>'),
    "indented": paragraph('<w:ind w:left="1440" w:firstLine="-720"/>'),
    "a frame": paragraph('<w:framePr w:w="3000" w:x="1000" w:y="1000"/>'),
    "a row of some height": table('<w:trHeight w:val="300" w:hRule="exact"/>'),
    "a box": box(LARGE),
    "a shape": vml("width:300pt;height:50pt"),
}


@pytest.mark.parametrize("body", HIDDEN.values(), ids=HIDDEN)
def test_words_without_room_or_ink_are_left_out_and_told(body: str) -> None:
    found = docx(body)
    assert "sell" not in found.text
    assert [(note.kind, note.words) for note in found.notes] == [("hidden", 9)]


@pytest.mark.parametrize("body", SEEN.values(), ids=SEEN)
def test_words_with_room_and_ink_are_read(body: str) -> None:
    found = docx(body)
    assert SAID in found.text
    assert found.notes == ()


TWICE = (
    '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="P"/><w:rPr><w:vanish/><w:strike/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="C"><w:name w:val="C"/><w:rPr><w:vanish/><w:strike/></w:rPr></w:style>'
)


def test_two_styles_that_hide_show() -> None:
    assert SAID in docx(paragraph('<w:pStyle w:val="P"/>', '<w:rStyle w:val="C"/>'), styles=word.STYLES + TWICE).text
    assert SAID not in docx(paragraph('<w:pStyle w:val="P"/>'), styles=word.STYLES + TWICE).text


@pytest.mark.parametrize("shown", [True, False])
def test_the_ground_of_a_page_is_behind_its_words(shown: bool) -> None:
    raw = word.docx(
        p("Kept.") + run('<w:color w:val="FFFFFF"/>'), settings="<w:displayBackgroundShape/>" if shown else "<w:a/>"
    )
    body = raw_with(raw, b"<w:body>", b'<w:background w:color="112233"/><w:body>')
    assert (SAID in read_docx(body, LIMITS).text) is shown


def raw_with(raw: bytes, old: bytes, new: bytes) -> bytes:
    import io
    import zipfile

    packed = zipfile.ZipFile(io.BytesIO(raw))
    return word.archive({name: packed.read(name).replace(old, new) for name in packed.namelist()})


def control(words: str) -> str:
    bound = '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:text/>'
    return f"<w:sdt><w:sdtPr>{bound}</w:sdtPr><w:sdtContent>{p(words)}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(("held", "kinds"), [(SAID, []), ("Other words.", ["shown_otherwise"])])
def test_a_control_shows_what_it_is_bound_to(held: str, kinds: list[str]) -> None:
    found = docx(control(SAID), parts={"customXml/item1.xml": f"<a>{held}</a>"})
    assert [note.kind for note in found.notes] == kinds


def field(instruction: str, result: str = "") -> str:
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}' if result else ""
    begun = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
    return f'<w:p>{begun}{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


@pytest.mark.parametrize(
    "body",
    [
        field(f"MACROBUTTON Nothing {SAID}"),
        field(f"EQ \\x({SAID})"),
        field(f'QUOTE "{SAID}"', "Other words"),
        f"<w:p><w:fldSimple w:instr='QUOTE \"{SAID}\"'>{r('Other words')}</w:fldSimple></w:p>",
        f"<w:p><w:r><w:drawing><a:p><a:r><a:t>{SAID}</a:t></a:r></a:p></w:drawing></w:r></w:p>",
        f"<w:p><mc:AlternateContent><mc:Choice Requires='zz'>{r('Else')}</mc:Choice><mc:Fallback>{r(SAID)}</mc:Fallback></mc:AlternateContent></w:p>",
    ],
)  # fmt: skip
def test_what_fields_and_drawings_may_show_is_looked_at(body: str) -> None:
    assert any(SAID in words.replace("\\", "") for _, words in docx(body).around)


def test_what_a_link_or_a_table_of_contents_says_is_no_field_of_words() -> None:
    assert docx(field('HYPERLINK "https://example.org/a b c d e f g"', "a")).around == ()


@pytest.mark.parametrize("instruction", ["INCLUDETEXT a.docx", "LINK Word.Document.8 a.docx"])
def test_text_of_another_file_is_told(instruction: str) -> None:
    assert [note.kind for note in docx(field(instruction, "a")).notes] == ["unread"]


NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'


@pytest.mark.parametrize("kind", ["decimal", "bullet"])
@pytest.mark.parametrize("inner", ["", "<w:r><w:t>tail</w:t></w:r>"])
def test_words_in_the_number_of_a_list_are_read(kind: str, inner: str) -> None:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{SAID}"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    assert SAID in docx(f"<w:p>{NUMBERED}{inner}</w:p>", numbering=numbering).text.replace("\\", "")


@pytest.mark.parametrize(
    "body",
    [
        f'<m:oMathPara xmlns:m="urn:m"><m:oMath><m:r><m:t>{SAID}</m:t></m:r></m:oMath></m:oMathPara>',
        f'<z:part xmlns:z="urn:z">{p(SAID)}</z:part>',
        '<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="2"/></w:pPr>' + r("W") + "</w:p>" + p(SAID[1:]),
    ],
    ids=["a formula", "a part of another program", "a drop cap"],
)
def test_words_in_odd_places_are_read(body: str) -> None:
    found = docx(body)
    assert SAID in found.text
    assert found.warnings == ()


@pytest.mark.parametrize("fonts", ['<w:rFonts w:ascii="Wingdings"/>', '<w:rFonts w:hAnsi="Webdings"/>'])
def test_letters_that_are_shown_as_signs_are_told(fonts: str) -> None:
    assert [(note.kind, note.words) for note in docx(run(fonts)).notes] == [("shown_otherwise", 9)]


def font(**swapped: str) -> bytes:
    """A font of ours, in which letters of the ASCII have other letters' drawings."""
    raw = (Path(reportlab.__file__).parent / "fonts" / "Vera.ttf").read_bytes()
    glyphs = bytes(ord(swapped.get(chr(code), chr(code))) - 29 if 32 <= code < 127 else 0 for code in range(256))
    table = struct.pack(">HHHHIHHH", 0, 1, 3, 1, 12, 0, 262, 0) + glyphs
    count = struct.unpack(">H", raw[4:6])[0]
    head = bytearray(raw)
    for at in range(12, 12 + 16 * count, 16):
        if raw[at : at + 4] == b"cmap":
            head[at + 8 : at + 16] = struct.pack(">II", len(raw), len(table))
    return bytes(head) + table


def woff(raw: bytes) -> bytes:
    count = struct.unpack(">H", raw[4:6])[0]
    place, entries, body = 44 + 20 * count, b"", b""
    for at in range(12, 12 + 16 * count, 16):
        tag, check, start, size = struct.unpack(">4sIII", raw[at : at + 16])
        entries += struct.pack(">4sIIII", tag, place + len(body), size, size, check)
        body += raw[start : start + size] + b"\0" * (-size % 4)
    return b"wOFF" + raw[:4] + struct.pack(">IH", place + len(body), count) + b"\0" * 30 + entries + body


def test_fonts() -> None:
    assert renamed(font()) == ""
    assert renamed(font(t="w", w="t")) == "tw"
    assert renamed(woff(font(t="w"))) == "t"
    assert renamed(b"wOFF2 of which nothing is read") == renamed(b"") == ""


KEY = "{00112233-4455-6677-8899-AABBCCDDEEFF}"


def test_a_font_in_a_document_that_shows_other_letters_is_told() -> None:
    mixed = bytes.fromhex(KEY.strip("{}").replace("-", ""))[::-1] * 2
    plain = font(t="w")
    packed = bytes(a ^ b for a, b in zip(plain[:32], mixed, strict=True)) + plain[32:]
    space = f'xmlns:w="{word.TRANSITIONAL}" xmlns:r="{RELATIONS}"'
    held = f'<w:fonts {space}><w:font w:name="House"><w:embedRegular r:id="rId1" w:fontKey="{KEY}"/></w:font></w:fonts>'
    links = f'<Relationships xmlns="{word.PACKAGE}/relationships"><Relationship Id="rId1" Target="fonts/font1.odttf"/></Relationships>'
    parts = {"word/fontTable.xml": held, "word/_rels/fontTable.xml.rels": links, "word/fonts/font1.odttf": packed}
    assert [(note.kind, note.place) for note in docx("", parts=parts).notes] == [("shown_otherwise", "font House")]


def test_so_is_one_in_a_page() -> None:
    data = base64.b64encode(font(t="w")).decode()
    page = f"<style>@font-face {{ font-family: 'House'; src: url(data:font/ttf;base64,{data}) }}</style><p>{SAID}</p>"
    found = read_html(page.encode(), LIMITS)
    assert [(note.kind, note.place) for note in found.notes] == [("shown_otherwise", "font House")]


def rtf(body: str) -> Rendering:
    head = "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}{\\f1 Wingdings;}}"
    return read_rtf(f"{head}\\f0 Kept.\\par {body}\\par}}".encode(), LIMITS)


@pytest.mark.parametrize(
    "body",
    [
        f"{{\\charscalex1 {SAID}}}", f"{{\\expndtw-400 {SAID}}}", f"{{\\expnd-80 {SAID}}}", f"{{\\sl-20 {SAID}\\par}}",
        f"{{\\li30000 {SAID}\\par}}", f"\\trowd\\trrh-10\\cellx4000\\intbl {SAID}\\cell\\row\\pard",
    ],
)  # fmt: skip
def test_rich_text_without_room_is_left_out_and_told(body: str) -> None:
    found = rtf(body)
    assert "sell" not in found.text
    assert [(note.kind, note.words) for note in found.notes] == [("hidden", 9)]


@pytest.mark.parametrize(
    "body",
    [
        f"{{\\sl-240\\li720\\expndtw-5\\charscalex90 {SAID}\\par}}",
        f"\\trowd\\trrh-300\\cellx4000\\intbl {SAID}\\cell\\row\\pard",
    ],
)
def test_rich_text_with_room_is_read(body: str) -> None:
    assert SAID in rtf(body).text
    assert rtf(body).notes == ()


def test_rich_text_of_signs_is_told() -> None:
    assert [(note.kind, note.words) for note in rtf(f"{{\\f1 {SAID}}}").notes] == [("shown_otherwise", 9)]


def odt(body: str, look: str = "", paragraph: str = "") -> Rendering:
    names = ("office", "text", "style", "fo", "draw", "svg")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    styles = f'<style:style style:name="X" style:family="text"><style:text-properties {look}/></style:style>'
    styles += (
        f'<style:style style:name="P" style:family="paragraph"><style:paragraph-properties {paragraph}/></style:style>'
    )
    text = f"<office:text><text:p>Kept.</text:p>{body}</office:text>"
    content = f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles><office:body>{text}</office:body></office:document-content>"
    return read_odt(
        word.archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}), LIMITS
    )


SPAN = f'<text:p text:style-name="P"><text:span text:style-name="X">{SAID}</text:span></text:p>'
FRAME = '<text:p><draw:frame svg:width="{0}" svg:height="{0}"><draw:text-box><text:p>{1}</text:p></draw:text-box></draw:frame></text:p>'


@pytest.mark.parametrize(
    ("body", "look", "paragraph"),
    [
        (SPAN, 'style:text-scale="1%"', ""),
        (SPAN, 'fo:letter-spacing="-10pt"', ""),
        (SPAN, "", 'fo:line-height="0.01cm"'),
        (SPAN, "", 'fo:margin-left="90cm"'),
        (FRAME.format("0.1mm", SAID), "", ""),
    ],
)
def test_open_documents_without_room_are_left_out_and_told(body: str, look: str, paragraph: str) -> None:
    found = odt(body, look, paragraph)
    assert "sell" not in found.text
    assert [(note.kind, note.words) for note in found.notes] == [("hidden", 9)]


def test_open_documents_with_room_are_read() -> None:
    found = odt(
        SPAN + FRAME.format("5cm", "In a box."),
        'style:text-scale="95%" fo:letter-spacing="-0.1pt"',
        'fo:line-height="115%" fo:margin-left="2cm"',
    )
    assert SAID in found.text
    assert "In a box." in found.text
    assert found.notes == ()


def test_open_documents_of_signs_are_told() -> None:
    assert [(note.kind, note.words) for note in odt(SPAN, 'style:font-name="Wingdings1"').notes] == [
        ("shown_otherwise", 9)
    ]
