"""Compares the facts that the extractor reads from Markdown with those from the same terms as HTML, DOCX and PDF.

    python benchmarks/formats.py [--gold DIR] [--format html] [--show]

The labelled terms that VENDORLINT_GOLD names are turned into each format here (HTML by markdown-it, DOCX by writing its XML, PDF of the page by
Chromium; PDF, RTF and ODT of the Word document by LibreOffice Writer),
read back, and compared fact by fact. `--show` prints each fact that differs.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from gold import add_gold
from markdown_it import MarkdownIt
from markdown_it.token import Token

from vendorlint_extractor import Document, DocumentError, Extractor, parse_document, read_document
from vendorlint_extractor.documents.readers.rendering import LIMITS
from vendorlint_extractor.documents.rendered import render

EXTRACTOR = Extractor()
FORMATS = ("html", "docx", "pdf", "pdf-writer", "rtf", "odt")
CHROMIUM = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip
WRITER = ("soffice", "--headless", "--norestore")
STYLE = "body{font:11pt/1.4 serif} td,th{border:1px solid #999;padding:4px}"
NAMESPACE = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACING = '<w:spacing w:before="120" w:after="120"/>'
EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
TABLE = f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{EDGES}</w:tblBorders></w:tblPr>'
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


def main() -> None:
    """Print the agreement per format."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_gold(parser)
    parser.add_argument("--format", choices=FORMATS)
    parser.add_argument("--only", default="", help="documents whose name begins so")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    paths = sorted(path for path in options.gold.glob("docs/*.md") if path.name.startswith(options.only))
    if not paths:
        sys.exit(f"{options.gold}: no terms; they are not part of the repository")
    for name in [options.format] if options.format else FORMATS:
        equal = different = 0
        for path in paths:
            expected = facts_of(read_document(path))
            found = facts_of(converted(path, name))
            for fact in sorted(expected.keys() | found.keys()):
                same = expected.get(fact) == found.get(fact)
                equal, different = equal + same, different + (not same)
                if options.show and not same:
                    print(f"{path.stem} {name} {fact}: {expected.get(fact)} in Markdown, {found.get(fact)} in {name}")
        print(f"{name}: {equal} of {equal + different} facts are the same ({equal / (equal + different):.1%})")


def facts_of(document: Document) -> dict[str, Any]:
    """The values by fact; those of a conflict as a list."""
    facts = EXTRACTOR.extract([document], vendor="vendor").facts
    return {name: sorted(str(side.value) for side in fact.sides) for name, fact in facts.items()}


def converted(path: Path, name: str) -> Document:
    """The document in another format, read."""
    text = path.read_text(encoding="utf-8")
    raw = {
        "html": to_html,
        "docx": to_docx,
        "pdf": to_pdf,
        "pdf-writer": by_writer("pdf"),
        "rtf": by_writer("rtf"),
        "odt": by_writer("odt"),
    }[name](text)
    rendering = render(raw, name.partition("-")[0], LIMITS)
    try:
        return parse_document(rendering.text, path=path, document_id=path.stem, rendering=rendering)
    except DocumentError as error:
        sys.exit(str(error))


def to_html(text: str) -> bytes:
    """A page with nothing around the terms."""
    return f"<!doctype html><meta charset=utf-8><style>{STYLE}</style><body>{MARKDOWN.render(text)}".encode()


def to_pdf(text: str) -> bytes:
    """As Chromium prints the page."""
    with tempfile.TemporaryDirectory() as folder:
        page, target = Path(folder) / "terms.html", Path(folder) / "terms.pdf"
        page.write_bytes(to_html(text))
        command = [*CHROMIUM, f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return target.read_bytes()


def by_writer(kind: str) -> Callable[[str], bytes]:
    """As LibreOffice Writer lays out the Word document, or saves it."""
    return lambda text: _by_writer(text, kind)


def _by_writer(text: str, kind: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "terms.docx"
        document.write_bytes(to_docx(text))
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [*WRITER, profile, "--convert-to", kind, "--outdir", folder, str(document)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return document.with_suffix(f".{kind}").read_bytes()


def to_docx(text: str) -> bytes:
    """A document with Word's own headings, lists and tables."""
    body = "".join(_blocks(MARKDOWN.parse(text)))
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>{_indent(depth)}</w:lvl>'
        for depth in range(9)
    )
    figures = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%{depth + 1}."/>{_indent(depth)}</w:lvl>'
        for depth in range(9)
    )
    lists = sorted(set(range(2, 2 + body.count("<!--list-->"))))
    numbering = (
        f'<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:abstractNum w:abstractNumId="1">{figures}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        + "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for number in lists
        )
        + "</w:numbering>"
    )
    styles = (
        f"<w:docDefaults><w:pPrDefault><w:pPr>{SPACING}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    ) + "".join(
        f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="heading {level}"/><w:pPr><w:keepNext/>{SPACING}</w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{36 - 3 * level}"/></w:rPr></w:style>'
        for level in range(1, 7)
    )
    types = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{TYPE}.{kind}+xml"/>'
        for part, kind in (("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"))
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r" Type="{RELATION}" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", f"<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/_rels/document.xml.rels", _relations(body))
        archive.writestr("word/styles.xml", f"<w:styles {NAMESPACE}>{styles}</w:styles>")
        archive.writestr("word/numbering.xml", numbering)
    return content.getvalue()


def _indent(depth: int) -> str:
    return f'<w:pPr><w:ind w:left="{360 * (depth + 1)}" w:hanging="360"/></w:pPr>'


def _relations(body: str) -> str:
    """The links' targets, which stand in their ids, and what Word looks for beside the document."""
    kinds = RELATION.rpartition("/")[0]
    parts = "".join(
        f'<Relationship Id="{name}" Type="{kinds}/{name}" Target="{name}.xml"/>' for name in ("styles", "numbering")
    )
    links = "".join(
        f'<Relationship Id="{name}" Type="{kinds}/hyperlink" Target="{name}" TargetMode="External"/>'
        for name in dict.fromkeys(re.findall(r'r:id="([^"]*)"', body))
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{parts}{links}</Relationships>'


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    lists: list[int] = []  # numId of each open list
    ordered = 1
    style, first = "", False
    for token in tokens:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            if token.type == "ordered_list_open":
                ordered += 1
                yield "<!--list-->"
            lists.append(1 if token.type == "bullet_list_open" else ordered)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif token.type == "list_item_open":
            first = True
        elif token.type == "heading_open":
            style = f'<w:pStyle w:val="H{token.tag[1]}"/>'
        elif token.type == "heading_close":
            style = ""
        elif token.type in {"table_open", "table_close", "tr_open", "tr_close"}:
            yield f"<{'/' if token.nesting < 0 else ''}w:{'tbl' if token.tag == 'table' else 'tr'}>"
            yield TABLE if token.type == "table_open" else ""
        elif token.type in {"th_open", "td_open"}:
            yield "<w:tc>"
        elif token.type in {"th_close", "td_close"}:
            yield "</w:tc>"
        elif token.type in {"inline", "code_block", "fence"}:
            numbered = ""
            if lists and first:
                numbered = f'<w:numPr><w:ilvl w:val="{len(lists) - 1}"/><w:numId w:val="{lists[-1]}"/></w:numPr>'
            first = False
            yield f"<w:p><w:pPr>{style}{numbered}</w:pPr>{''.join(_runs(token))}</w:p>"


def _runs(token: Token) -> Iterator[str]:
    bold = False
    for part in token.children or [token]:
        if part.type in {"strong_open", "strong_close"}:
            bold = part.type == "strong_open"
        elif part.type == "link_open":
            yield f"<w:hyperlink r:id={quoteattr(str(part.attrs['href']))}>"
        elif part.type == "link_close":
            yield "</w:hyperlink>"
        elif part.type in {"softbreak", "hardbreak"}:
            yield "<w:r><w:br/></w:r>" if part.type == "hardbreak" else '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        elif part.content:
            weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
            yield f'<w:r>{weight}<w:t xml:space="preserve">{escape(part.content)}</w:t></w:r>'


if __name__ == "__main__":
    main()
