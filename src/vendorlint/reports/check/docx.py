"""The list of issues to negotiate, vendor by vendor, as a Word document: clause, problem, what to ask for, what to fall back to."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from vendorlint.choices import Severity
from vendorlint.errors import InputError
from vendorlint.files.paths import shown_path
from vendorlint.findings.finding import Finding
from vendorlint.findings.report import Report
from vendorlint.findings.subjects import Subject
from vendorlint.findings.unchecked import Unchecked
from vendorlint.reports.check.lines import in_reading_order
from vendorlint.reports.parts.wording import (
    also_words,
    by_severity,
    citation_title,
    clipped,
    closest_note,
    counted,
    definitions_of,
    elsewhere,
    mark,
    report_summary,
    waiver_note,
)
from vendorlint.unsafe import escape

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

COLUMNS = (("#", 1.0), ("Clause", 7.2), ("Problem", 6.0), ("Ask for", 6.0), ("Fall back to", 5.5))  # widths in cm
MAX_QUOTE = 1500  # characters of a clause; the contract has the rest
MAX_CLAUSES = 3  # of a finding, each once
MAX_CLOSEST = 2


def docx_report(report: Report, _fail_on: Severity) -> bytes:
    """The whole document. Raises InputError where python-docx is not installed."""
    document = _document()
    document.add_heading("Issues to negotiate", 0)
    document.add_paragraph(escape(f"{report_summary(report)}; as of {report.today}"))
    told = {vendor: list(some) for vendor, some in groupby(report.told, key=lambda finding: finding.vendor)}
    for number, subject in enumerate(report.subjects):
        if number:
            document.add_page_break()  # type: ignore[no-untyped-call]
        _vendor(document, subject, told.get(subject.vendor.id, []), judged=subject.vendor.id in report.judged)
    _definitions(document, definitions_of(report).values())
    _unchecked(document, report.unchecked)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _document() -> Document:
    """An empty one, A4 across, in a small type."""
    try:
        import docx
        from docx.enum.section import WD_ORIENT
        from docx.shared import Cm, Pt
    except ModuleNotFoundError:
        raise InputError("--output docx needs python-docx; pip install 'vendorlint[docx]'") from None
    document = docx.Document()
    document.core_properties.author = "vendorlint"
    document.core_properties.title = "Issues to negotiate"
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    document.styles["Normal"].font.size = Pt(9.5)
    return document


def _vendor(document: Document, subject: Subject, findings: Sequence[Finding], *, judged: bool) -> None:
    document.add_heading(escape(subject.vendor.name), 1)
    issues = [finding for finding in by_severity(findings) if finding.counts]
    if issues:
        _table(document, issues)
    else:
        document.add_paragraph("No issue." if judged else "Not checked: no rule of the policy applies.")
    accepted = [finding for finding in findings if not finding.counts]
    if accepted:
        document.add_heading("Accepted", 2)
    for finding in accepted:
        note = f": {waiver_note(finding)}" if finding.waiver else ""
        document.add_paragraph(escape(f"{finding.message} ({mark(finding)}{note})"), style="List Bullet")


def _table(document: Document, issues: Sequence[Finding]) -> None:
    from docx.shared import Cm

    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    _repeat_on_each_page(table.rows[0])
    for column, cell, (name, width) in zip(table.columns, table.rows[0].cells, COLUMNS, strict=True):
        column.width = cell.width = Cm(width)  # rows that are added take the column's
        cell.paragraphs[0].add_run(name).bold = True
    for number, finding in enumerate(issues, 1):
        parts = ([("", str(number))], _clause(finding), _problem(finding), _ask(finding), _rest(finding))
        for cell, some in zip(table.add_row().cells, parts, strict=True):
            _fill(cell, some)


def _repeat_on_each_page(row: object) -> None:
    """A heading row: python-docx has no word for it (https://github.com/python-openxml/python-docx/issues/322)."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # type: ignore[attr-defined]


def _fill(cell: _Cell, parts: Iterable[tuple[str, str]]) -> None:
    """A paragraph per part: its label bold, and its text."""
    from docx.shared import Pt

    for number, (label, text) in enumerate(parts):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(3)
        if label:
            paragraph.add_run(escape(f"{label}: " if text else label)).bold = True
        paragraph.add_run(escape(text))


def _clause(finding: Finding) -> Iterator[tuple[str, str]]:
    quoted = {" ".join(citation.quote for citation in group): group for group in in_reading_order(finding.citations)}
    for quote, group in list(quoted.items())[:MAX_CLAUSES]:
        place = f"{shown_path(group[0].path)}:{group[0].lines[0]}"
        yield ", ".join(filter(None, (citation_title(group[0]), place))), ""
        yield "", clipped(quote, MAX_QUOTE)
    if len(quoted) > MAX_CLAUSES:
        yield f"and {counted(len(quoted) - MAX_CLAUSES, 'other clause')}", ""
    if not quoted:
        yield "No clause found" if finding.status == "silent" else str(shown_path(finding.place.path)), ""
    for near in finding.closest[:MAX_CLOSEST]:
        yield "Closest", closest_note(near, f"{shown_path(near.path)}:{near.lines[0]}")


def _problem(finding: Finding) -> Iterator[tuple[str, str]]:
    yield finding.severity.capitalize(), finding.message
    yield "", finding.why
    if text := elsewhere(finding):
        yield "Elsewhere", text
    if finding.confidence:
        yield "Confidence of the reading", finding.confidence
    yield "Rule", "; also ".join(filter(None, (finding.rule, also_words(finding))))


def _ask(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "", finding.remedy
    if text := finding.negotiate.get("ask_for"):
        yield "Clause to propose", text


def _rest(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "", finding.negotiate.get("fall_back_to", "")
    if text := finding.negotiate.get("walk_away_at"):
        yield "Walk away at", text


def _definitions(document: Document, clauses: Collection[str]) -> None:
    if clauses:
        document.add_heading("Definitions to put in once with these clauses", 1)
    for clause in clauses:
        document.add_paragraph(escape(clause), style="List Bullet")


def _unchecked(document: Document, unchecked: Sequence[Unchecked]) -> None:
    if unchecked:
        document.add_heading("Not checked", 1)
    for each in unchecked:
        text = f"{each.vendor}: {shown_path(each.place.path)}:{each.place.line}: {each.reason}"
        document.add_paragraph(escape(text), style="List Bullet")
