"""DOCX documents from pieces of XML, in the parts that Word writes."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
NAMESPACES = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
CHANGE = 'w:id="1" w:author="A. Counsel" w:date="2026-01-12T09:00:00Z"'
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        for level in range(1, 5)
    )
    + '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/><w:basedOn w:val="Normal"/></w:style>'
)


def docx(
    body: str,
    *,
    styles: str = STYLES,
    numbering: str = "",
    footnotes: str = "",
    endnotes: str = "",
    settings: str = "",
    comments: str = "",
    parts: dict[str, str] | None = None,
    strict: bool = False,
) -> bytes:
    """A document whose body holds the XML."""
    office = STRICT_OFFICE if strict else OFFICE
    named = {
        "styles": styles, "numbering": numbering, "footnotes": footnotes, "endnotes": endnotes, "settings": settings,
        "comments": comments,
    }  # fmt: skip
    given = {name: inner for name, inner in named.items() if inner}
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(f'<Relationship Id="{name}" Type="{office}/{name}" Target="{name}.xml"/>' for name in given)
        + "</Relationships>",
        "word/document.xml": _part("document", f"<w:body>{body}{section}</w:body>", strict=strict),
        **{f"word/{name}.xml": _part(name, inner, strict=strict) for name, inner in given.items()},
        **(parts or {}),
    }
    return archive(files)


def archive(files: dict[str, str | bytes]) -> bytes:
    """A ZIP archive of the files."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def p(*inner: str, style: str = "", num: tuple[int | str, int] | int | None = None, props: str = "") -> str:
    """A paragraph: texts are made runs, XML stays. `num`: numId, or numId and level."""
    number = ""
    if num is not None:
        identifier, level = num if isinstance(num, tuple) else (num, None)
        depth = "" if level is None else f'<w:ilvl w:val="{level}"/>'
        number = f'<w:numPr>{depth}<w:numId w:val="{identifier}"/></w:numPr>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{number}{props}</w:pPr>" if named or number or props else ""
    return (
        f'<w:p w:rsidR="00A77B3E">{properties}{"".join(each if each[:1] == "<" else r(each) for each in inner)}</w:p>'
    )


def r(text: str, props: str = "", *, tag: str = "t") -> str:
    """A run; tabs and line breaks in the text are Word's."""
    set_ = f"<w:rPr>{props}</w:rPr>" if props else ""
    pieces = escape(text).replace("\t", f'</w:{tag}><w:tab/><w:{tag} xml:space="preserve">')
    pieces = pieces.replace("\n", f'</w:{tag}><w:br/><w:{tag} xml:space="preserve">')
    return f'<w:r>{set_}<w:{tag} xml:space="preserve">{pieces}</w:{tag}></w:r>'


def b(text: str) -> str:
    """Bold words."""
    return r(text, "<w:b/><w:bCs/>")


def ins(*inner: str) -> str:
    """Inserted runs or rows."""
    return f"<w:ins {CHANGE}>{''.join(each if each[:1] == '<' else r(each) for each in inner)}</w:ins>"


def deleted(text: str) -> str:
    """Deleted words."""
    return f"<w:del {CHANGE}>{r(text, tag='delText')}</w:del>"


def field(instruction: str, result: str) -> str:
    """A field of several runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(*inner: str, props: str = "") -> str:
    """A cell of paragraphs; texts are made paragraphs."""
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{''.join(each if each[:1] == '<' else p(each) for each in inner)}</w:tc>"


def row(*cells: str, props: str = "") -> str:
    """A row; texts are made cells."""
    set_ = f"<w:trPr>{props}</w:trPr>" if props else ""
    return f"<w:tr>{set_}{''.join(each if each[:1] == '<' else cell(each) for each in cells)}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def level(depth: int, text: str, kind: str = "decimal", more: str = "", start: int = 1) -> str:
    """A level of a numbering."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/>'
        '<w:lvlJc w:val="left"/></w:lvl>'
    )


def abstract(identifier: int, *levels: str, more: str = "") -> str:
    """A numbering's definition."""
    return f'<w:abstractNum w:abstractNumId="{identifier}"><w:multiLevelType w:val="multilevel"/>{more}{"".join(levels)}</w:abstractNum>'


def num(identifier: int, of: int, starts: dict[int, int] | None = None) -> str:
    """A numbering in use, with values that it starts again from."""
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{value}"/></w:lvlOverride>'
        for depth, value in (starts or {}).items()
    )
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def style(identifier: str, name: str, based_on: str = "Normal", more: str = "") -> str:
    """A paragraph style."""
    return f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/>{more}</w:style>'


def _part(name: str, inner: str, *, strict: bool) -> str:
    namespace = STRICT if strict else TRANSITIONAL
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:{name} xmlns:w="{namespace}" xmlns:r="{STRICT_OFFICE if strict else OFFICE}"{NAMESPACES}>{inner}</w:{name}>'
    )
