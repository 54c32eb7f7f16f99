"""Findings and facts as a workbook: a sheet each, and one of what was not checked. Every cell is text or a number, and none a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from vendorlint.choices import Severity
from vendorlint.errors import InputError
from vendorlint.facts.file import FactNode, evidence_of, iter_facts, sides
from vendorlint.facts.wording import scope_words, value_words
from vendorlint.files.paths import shown_path
from vendorlint.findings.report import Report
from vendorlint.findings.subjects import Subject
from vendorlint.reports.check.csv import COLUMNS, finding_cells
from vendorlint.unsafe import escape

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FACT_COLUMNS = ("vendor", "fact", "status", "value", "holds for", "confidence", "document", "line", "clause", "quote")
UNCHECKED_COLUMNS = ("vendor", "whole", "path", "line", "reason")
NUMBERS = frozenset({"line", "column"})
WIDE = {"message": 60, "quote": 80, "why": 50, "fix": 50, "reason": 80}  # columns in characters; others by their name
MAX_CELL = 32_767  # characters, of Excel


def xlsx_report(report: Report, _fail_on: Severity) -> bytes:
    """The whole workbook. Raises InputError where openpyxl is not installed."""
    try:
        from openpyxl import Workbook
    except ModuleNotFoundError:
        raise InputError("--output xlsx needs openpyxl; pip install 'vendorlint[xlsx]'") from None
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "vendorlint"
    _sheet(book.create_sheet("Findings"), COLUMNS, (finding_cells(finding) for finding in report.told))
    facts = (row for subject in report.subjects for row in _facts(subject))
    _sheet(book.create_sheet("Facts"), FACT_COLUMNS, facts)
    unchecked = (
        (each.vendor, str(each.whole).lower(), str(shown_path(each.place.path)), str(each.place.line), each.reason)
        for each in report.unchecked
    )
    _sheet(book.create_sheet("Not checked"), UNCHECKED_COLUMNS, unchecked)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet(sheet: Worksheet, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for number, row in enumerate((columns, *rows), 1):
        for index, (name, text) in enumerate(zip(columns, row, strict=True), 1):
            if not text:
                continue
            cell = sheet.cell(number, index)
            if name in NUMBERS and text.isdecimal():
                cell.value = int(text)
                continue
            cell.value = escape(text)[:MAX_CELL]
            cell.data_type = "s"  # what begins with = is text
            cell.quotePrefix = True  # and stays it when somebody edits the cell
            cell.alignment = Alignment(wrap_text=name in WIDE, vertical="top")
    for index, name in enumerate(columns, 1):
        sheet.cell(1, index).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(index)].width = WIDE.get(name, max(len(name) + 4, 16))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _facts(subject: Subject) -> Iterator[tuple[str, ...]]:
    """A row for each clause of each side of each fact; a side without one has a row, too."""
    for fact, node in iter_facts(subject.facts["facts"]):
        status = "conflict" if "conflict" in node else "stated"
        for side in sides(node):
            yield from _rows((subject.vendor.id, fact, status), {"scope": node.get("scope", {}), **side})
        for side in node.get("elsewhere", ()):
            yield from _rows((subject.vendor.id, fact, "elsewhere"), side)


def _rows(start: tuple[str, ...], side: FactNode) -> Iterator[tuple[str, ...]]:
    scope = scope_words(side["scope"]) if side.get("scope") else ""
    said = (*start, value_words(side["value"]), scope, side.get("confidence", ""))
    for evidence in evidence_of(side) or ({},):
        line = str(evidence["lines"][0]) if evidence else ""
        texts = (evidence.get(key, "") for key in ("section", "quote"))
        yield (*said, evidence.get("document", ""), line, *texts)
