"""Reads HTML pages of terms: what a reader of the page would call the text, without what stands around it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from vendorlint_extractor.documents.readers.css import Style, is_gone
from vendorlint_extractor.documents.readers.html_around import around
from vendorlint_extractor.documents.readers.html_counters import LISTS, Counters, of_list
from vendorlint_extractor.documents.readers.html_css import Styles, is_bold
from vendorlint_extractor.documents.readers.html_encoding import decode
from vendorlint_extractor.documents.readers.html_lists import Counter
from vendorlint_extractor.documents.readers.html_page import (
    BLOCKS,
    heading_level,
    is_anchor,
    main_content,
    refuse_deep,
    selector,
    too_deep,
)
from vendorlint_extractor.documents.readers.html_pictures import unread_parts
from vendorlint_extractor.documents.readers.html_seen import see
from vendorlint_extractor.documents.readers.html_tables import Cell, grid, lays_out, list_mark
from vendorlint_extractor.documents.readers.html_text import OpenText
from vendorlint_extractor.documents.readers.links import target_of
from vendorlint_extractor.documents.readers.markdown import BULLET, Writer, escaped, has_own_mark, raised
from vendorlint_extractor.documents.readers.rendering import EmptyError, Limits, ReadingError, Rendering

BOLD = frozenset({"b", "strong", "u", "dt", "summary"})  # drafters set titles in bold type or underlined
_QUOTED = {"q": ("“", "”"), "rt": (" (", ")")}  # what stands around the words of an element
FRAMES = 4  # of Python per level of elements
MIN_WORDS = 25  # of a page that has scripts; fewer, and the text is probably theirs to write


def read(raw: bytes, limits: Limits) -> Rendering:
    """The text of a page. Raises ReadingError."""
    text, warnings = decode(raw)
    refuse_deep(text, limits.depth)
    sys.setrecursionlimit(limits.depth * FRAMES + 1000)
    try:
        page = LexborHTMLParser(text)
    except SelectolaxError:
        raise MemoryError from None  # the only reason, as any text is a page
    if page.body is None:
        raise EmptyError("holds no text; expected a page of terms")
    root, styles = main_content(page.body), Styles(page)
    notes, kept = see(page, root, styles, limits.depth)
    notes += unread_parts(page, root, kept, styles)
    reader = _Reader(limits.depth, styles, kept)
    reader.read(root)
    if reader.words < MIN_WORDS and page.css_first("script") is not None:
        raise ReadingError(
            f"holds {reader.words} words without JavaScript; save the page from a browser once it shows its text, or print it to PDF"
        )
    if not reader.words:
        raise EmptyError("holds no text; expected a page of terms")
    return replace(reader.writer.rendering(warnings, notes), around=around(page, root, kept, styles))


class _Reader:
    """Walks the elements and writes blocks."""

    def __init__(self, depth: int, styles: Styles, kept: set[int]) -> None:
        self.writer = Writer()
        self.words = 0
        self._depth = depth
        self._styles = styles
        self._kept = kept  # the ids of the elements that are text
        self._counters = Counters()
        self._open = OpenText()
        self._bold = False
        self._target = ""  # of the link that is read
        self._lists: list[Counter] = []
        self._mark: tuple[str, int] | None = None  # of the item whose first words are to come
        self._cell: list[str] | None = None  # the paragraphs of a cell, while one is read

    def read(self, root: LexborNode) -> None:
        """Write all that stands in an element."""
        self._children(root, selector(root, root.tag or ""), 0)
        self._flush()

    def _children(self, node: LexborNode, path: str, depth: int) -> None:
        if depth > self._depth:
            raise too_deep(self._depth)
        counts: dict[str, int] = {}
        self._counters.open()
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                self._text(child.text_content or "", path)
                continue
            counts[tag] = counts.get(tag, 0) + 1
            if child.mem_id not in self._kept:
                continue
            self._element(child, tag, selector(child, f"{path} > {tag}:nth-of-type({counts[tag]})"), depth + 1)
        self._counters.close()

    def _text(self, text: str, path: str) -> None:
        self._open.add(text, (path, None), bold=self._bold, target=self._target)

    def _element(self, node: LexborNode, tag: str, path: str, depth: int) -> None:
        style = self._styles.of(node)
        if tag == "br" and is_gone(style):
            return
        if tag == "br":
            if self._open.end_line():
                self._flush()
        elif tag in BLOCKS:
            self._flush()
            self._block(node, tag, style, path, depth)
            self._flush()
        elif not is_anchor(node, tag):
            shown = self._counted(node, style)
            if shown:
                self._text(f"{shown} ", path)
            self._inline(node, tag, style, path, depth)

    def _inline(self, node: LexborNode, tag: str, style: Style, path: str, depth: int) -> None:
        note = raised(node.text(deep=True)) if tag == "sup" else ""
        if note and note != node.text(deep=True):
            self._text(note, path)
            return
        opens, closes = _QUOTED.get(tag, ("", ""))
        self._text(opens, path)
        with self._in_bold(tag, style), self._in_link(node, tag):
            self._children(node, path, depth)
        self._text(closes, path)

    def _block(self, node: LexborNode, tag: str, style: Style, path: str, depth: int) -> None:
        shown = self._counted(node, style)
        if tag in LISTS:
            self._lists.append(Counter(node, style))
            self._children(node, path, depth)
            self._flush()
            self._lists.pop()
            return
        if tag == "li":
            own = self._lists[-1].mark(node, style) if self._lists else "-"
            self._mark = (escaped(shown) or own, max(len(self._lists) - 1, 0))
        elif shown:
            self._text(f"{shown} ", path)
        if tag == "table":
            self._table(node, path, depth)
        elif tag == "pre":
            self._preformatted(node, path)
        else:
            with self._in_bold(tag, style):
                self._children(node, path, depth)
            level = heading_level(node, tag)
            if level and self._cell is None:
                self._heading(level)
        if tag == "li":
            self._flush()
            self._mark = None

    @contextmanager
    def _in_bold(self, tag: str, style: Style) -> Iterator[None]:
        outer, named = self._bold, is_bold(style)
        self._bold = (outer or tag in BOLD) if named is None else named
        yield
        self._bold = outer

    @contextmanager
    def _in_link(self, node: LexborNode, tag: str) -> Iterator[None]:
        outer = self._target
        self._target = target_of(node.attributes.get("href") or "") if tag == "a" else outer
        yield
        self._target = outer

    def _counted(self, node: LexborNode, style: Style) -> str:
        """The number that a style sheet puts before an element's text."""
        if not self._styles.count:
            return ""
        before = self._styles.before(node)
        for each in (of_list(node, style), style, before):
            self._counters.count(each)
        return self._counters.shown(before)

    def _taken(self, *, links: bool = True) -> str:
        taken = self._open.taken(links=links)
        self.words += len(taken.split())
        return taken

    def _heading(self, level: int) -> None:
        place = self._open.place
        self.writer.heading(self._taken(links=False).replace("\n", " ").replace("**", ""), level, place)

    def _flush(self) -> None:
        place = self._open.place
        text = self._taken()
        if not text.replace("\\_", ""):  # a field without a word beside it is of a form, not of terms
            return
        if self._cell is not None:
            self._cell.append(text.replace("**", ""))
        elif self._mark is None:
            self.writer.paragraph(text, place)
        else:
            mark, depth = self._mark
            self._mark = None
            # A list whose items have numbers of their own shows none; style sheets that say so are not all in the page.
            self.writer.item(BULLET if has_own_mark(text) else mark, text, depth, place)

    def _table(self, node: LexborNode, path: str, depth: int) -> None:
        """Rows of cells; a table that only lays out the page is read like any other part of it."""
        rows = grid(node)
        if self._cell is not None or lays_out(rows):
            self._children(node, path, depth)
            return
        for caption in node.css("caption")[:1]:
            self._children(caption, f"{path} > caption", depth)
            self._flush()
        if all(list_mark(row) for row in rows):
            self._numbered_rows(rows, path, depth)
            return
        self.writer.table()
        for number, row in enumerate(rows, 1):
            self.writer.row(
                [self._read_cell(cell, path, depth) for cell in row], (f"{path} tr:nth-of-type({number})", None)
            )

    def _read_cell(self, cell: Cell, path: str, depth: int) -> str:
        if cell is None:
            return ""
        self._cell = []
        self._children(cell, path, depth)
        self._flush()
        paragraphs, self._cell = self._cell, None
        return " ".join(paragraphs)

    def _numbered_rows(self, rows: list[list[Cell]], path: str, depth: int) -> None:
        """A table of which the first cells are marks is a list, such as the tables of official journals."""
        for number, row in enumerate(rows, 1):
            self._mark = (list_mark(row), len(self._lists))
            for cell in row[1:]:
                if cell is not None:
                    self._children(cell, f"{path} tr:nth-of-type({number})", depth)
            self._flush()
            self._mark = None

    def _preformatted(self, node: LexborNode, path: str) -> None:
        for paragraph in re.split(r"\n\s*\n", node.text(deep=True)):
            lines = [escaped(line) for line in paragraph.split("\n")]
            self.words += len(paragraph.split())
            self.writer.paragraph("\n".join(lines), (path, None))
