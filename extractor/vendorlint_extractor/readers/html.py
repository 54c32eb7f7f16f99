"""Reads HTML pages of terms: what a reader of the page would call the text, without what stands around it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from vendorlint_extractor.readers import Limits, Place, ReadingError, Rendering
from vendorlint_extractor.readers.html_lists import Counter, has_own_mark
from vendorlint_extractor.readers.html_page import (
    decode,
    is_furniture,
    main_content,
    numbers_are_nested,
    refuse_deep,
    too_deep,
)
from vendorlint_extractor.readers.markdown import Writer, escaped

# Elements of the text's structure; every other one is inline.
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BOLD = frozenset({"b", "strong"})
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")  # the three that mark bold words and line breaks here among them
FRAMES = 4  # of Python per level of elements
MIN_WORDS = 25  # of a page that has scripts; fewer, and the text is probably theirs to write


def read(raw: bytes, limits: Limits) -> Rendering:
    """The text of a page. Raises ReadingError."""
    text, warnings = decode(raw)
    refuse_deep(text, limits.depth)
    sys.setrecursionlimit(limits.depth * FRAMES + 1000)
    page = LexborHTMLParser(text)
    if page.body is None:
        raise ReadingError("holds no text; expected a page of terms")
    root = main_content(page.body)
    reader = _Reader(limits.depth, numbers_are_nested(page))
    reader.read(root)
    words = reader.words
    if words < MIN_WORDS and page.css_first("script") is not None:
        raise ReadingError(
            f"holds {words} words without JavaScript; save the page from a browser once it shows its text, or print it to PDF"
        )
    if not words:
        raise ReadingError("holds no text; expected a page of terms")
    if reader.deleted:
        what = "passage is" if reader.deleted == 1 else "passages are"
        warnings.append(f"{reader.deleted} {what} marked as deleted and left out")
    return reader.writer.rendering(warnings)


class _Reader:
    """Walks the elements and writes blocks; the open paragraph is what inline text has been gathered since the last one."""

    def __init__(self, depth: int, nested: bool) -> None:
        self.writer = Writer()
        self.words = 0
        self.deleted = 0
        self._depth = depth
        self._nested = nested
        self._open: list[str] = []
        self._begun = False  # whether the open paragraph has words
        self._place: Place = ("", None)
        self._lists: list[Counter] = []
        self._mark: tuple[str, int] | None = None  # of the item whose first words are to come

    def read(self, root: LexborNode) -> None:
        """Write all that stands in an element."""
        self._children(root, _selector(root, root.tag or ""), 0)
        self._flush()

    def _children(self, node: LexborNode, path: str, depth: int) -> None:
        if depth > self._depth:
            raise too_deep(self._depth)
        counts: dict[str, int] = {}
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                self._text(child.text_content or "", path)
                continue
            counts[tag] = counts.get(tag, 0) + 1
            if is_furniture(child):
                continue
            self._element(child, tag, _selector(child, f"{path} > {tag}:nth-of-type({counts[tag]})"), depth + 1)

    def _text(self, text: str, path: str) -> None:
        words = _CONTROL.sub("", text)
        if not self._begun and words.strip():
            self._begun, self._place = True, (path, None)
        self._open.append(words)

    def _element(self, node: LexborNode, tag: str, path: str, depth: int) -> None:
        if tag in {"del", "s", "strike"}:
            self.deleted += 1
        elif tag == "br":
            self._break()
        elif tag not in BLOCKS:
            self._inline(node, tag, path, depth)
        else:
            self._flush()
            self._block(node, tag, path, depth)
            self._flush()

    def _inline(self, node: LexborNode, tag: str, path: str, depth: int) -> None:
        # Bold words that open a paragraph are its heading; elsewhere they are words like any other.
        opens = tag in BOLD and not self._begun
        start = len(self._open)
        self._children(node, path, depth)
        if opens and (words := "".join(self._open[start:]).strip()):
            self._open[start:] = ["\x01", words, "\x02"]

    def _block(self, node: LexborNode, tag: str, path: str, depth: int) -> None:
        if tag in HEADINGS:
            self._children(node, path, depth)
            self._heading(HEADINGS[tag])
        elif tag in {"ol", "ul", "menu"}:
            self._lists.append(Counter(node, self._lists, nested=self._nested))
            self._children(node, path, depth)
            self._flush()
            self._lists.pop()
        elif tag == "li":
            mark = self._lists[-1].mark(node) if self._lists else "-"
            self._mark = (mark, max(len(self._lists) - 1, 0))
            self._children(node, path, depth)
            self._flush()
            self._mark = None
        elif tag == "table":
            self._table(node, path, depth)
        elif tag == "pre":
            self._preformatted(node, path)
        elif tag in {"dt", "summary"}:
            self._children(node, path, depth)
            self._open = ["\x01", "".join(self._open).replace("\x01", "").replace("\x02", "").strip(), "\x02"]
        else:
            self._children(node, path, depth)

    def _break(self) -> None:
        if (
            next((piece for piece in reversed(self._open) if piece.strip()), "") == "\x03"
        ):  # two of them end a paragraph
            self._flush()
        else:
            self._open.append("\x03")

    def _taken(self) -> str:
        """The open paragraph as Markdown, with line breaks, and a new one begun."""
        text, self._open, self._begun = "".join(self._open), [], False
        lines = []
        for line in text.split("\x03"):
            bold, found, rest = line.partition("\x02")
            if found and bold.strip().startswith("\x01"):
                title = escaped(bold.replace("\x01", ""))
                shown = f"**{title}**{' ' if rest[:1].isspace() or not rest else ''}{escaped(_unmarked(rest))}"
            else:
                shown = escaped(_unmarked(line))
            lines.append(shown.strip())
        taken = "\n".join(line for line in lines if line.strip("* "))
        self.words += len(taken.split())
        return taken

    def _heading(self, level: int) -> None:
        self.writer.heading(self._taken().replace("\n", " ").replace("**", ""), level, self._place)

    def _flush(self) -> None:
        text = self._taken()
        if not text:
            return
        if self._mark is None:
            self.writer.paragraph(text, self._place)
            return
        mark, depth = self._mark
        self._mark = None
        if has_own_mark(text):
            mark, _, text = text.partition(" ")
        self.writer.item(mark, text, depth, self._place)

    def _table(self, node: LexborNode, path: str, depth: int) -> None:
        """Rows of cells; a table that only lays out the page is read like any other part of it."""
        rows = list(_rows(node))
        if any(_holds_blocks(cell) for row in rows for cell in row) or all(len(row) < 2 for row in rows):
            self._children(node, path, depth)
            return
        for number, row in enumerate(rows, 1):
            cells = []
            for cell in row:
                self._children(cell, path, depth)
                cells.append(self._taken().replace("**", ""))
            self.writer.row(cells, (f"{path} tr:nth-of-type({number})", None))

    def _preformatted(self, node: LexborNode, path: str) -> None:
        for paragraph in re.split(r"\n\s*\n", node.text(deep=True)):
            lines = [escaped(line) for line in paragraph.split("\n")]
            self.words += len(paragraph.split())
            self.writer.paragraph("\n".join(lines), (path, None))


def _unmarked(text: str) -> str:
    return text.replace("\x01", "").replace("\x02", "")


def _selector(node: LexborNode, path: str) -> str:
    """The path to an element as a CSS selector, from the nearest one with an id."""
    name = (node.attributes or {}).get("id") or ""
    return f"#{name}" if re.fullmatch(r"[A-Za-z][\w-]*", name) else path


def _rows(table: LexborNode) -> Iterator[list[LexborNode]]:
    for row in table.css("tr"):
        yield [cell for cell in row.iter() if cell.tag in {"td", "th"} and not is_furniture(cell)]


def _holds_blocks(cell: LexborNode) -> bool:
    """Whether a cell has more structure than a row of a table can show."""
    inside = [node for node in cell.css("*") if node.tag in BLOCKS and node.tag not in {"td", "th"}]
    return len([node for node in inside if node.tag != "p"]) > 0 or len(inside) > 1
