"""The cells of HTML tables, and which tables only lay out a page."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from vendorlint_extractor.documents.readers.html_page import is_furniture
from vendorlint_extractor.documents.readers.markdown import is_mark

Cell = LexborNode | None  # None: covered by a cell to its left or above
MAX_SPAN = 50
MAX_CELL = 3  # paragraphs; more than that is no cell of a table of data
_STRUCTURE = "h1, h2, h3, h4, h5, h6, ol, ul, menu, dl, table, pre, blockquote, section, article, details"


def grid(table: LexborNode) -> list[list[Cell]]:
    """The cells by row and column; a row without any is left out."""
    rows: list[list[Cell]] = []
    covered: dict[int, int] = {}  # by column, how many rows more
    for row in _rows(table):
        shown: list[Cell] = []
        for cell in row:
            while covered.get(len(shown), 0):
                covered[len(shown)] -= 1
                shown.append(None)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(shown), len(shown) + width):
                covered[column] = height - 1
            shown.extend([cell, *[None] * (width - 1)])
        for column in [column for column in covered if column >= len(shown)]:
            covered[column] = max(covered[column] - 1, 0)
        rows.append(shown)
    return rows


def lays_out(rows: list[list[Cell]]) -> bool:
    """Whether a table is one of a page's layout: it has one column, or cells of more structure than a row can show."""
    if all(list_mark(row) for row in rows):
        return False
    return all(len(row) < 2 for row in rows) or any(
        _is_structured(cell) for row in rows for cell in row if cell is not None
    )


def list_mark(row: list[Cell]) -> str:
    """The mark of an item that a row of a table is, or empty."""
    if len(row) != 2 or row[0] is None:
        return ""
    text = row[0].text(deep=True).strip()
    return text if is_mark(text) else ""


def _rows(table: LexborNode) -> list[list[LexborNode]]:
    """Of this table, none of one inside of it."""
    parts = [part for part in table.iter() if part.tag in {"thead", "tbody", "tfoot"}]
    rows = [row for part in parts for row in part.iter() if row.tag == "tr"]
    cells = [[cell for cell in row.iter() if cell.tag in {"td", "th"} and not is_furniture(cell)] for row in rows]
    return [row for row in cells if row]


def _is_structured(cell: LexborNode) -> bool:
    if cell.css_first(_STRUCTURE) is not None:
        return True
    return sum(inner.css_first("p, div") is None for inner in cell.css("p, div")) > MAX_CELL


def _span(cell: LexborNode, name: str) -> int:
    value = cell.attributes.get(name) or ""
    return min(max(int(value), 1), MAX_SPAN) if re.fullmatch(r"\d{1,9}", value) else 1
