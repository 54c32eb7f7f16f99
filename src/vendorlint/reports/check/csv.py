"""The report as a table (RFC 4180), a finding in each row, for spreadsheets and scripts."""

from __future__ import annotations

import csv
import io

from vendorlint.choices import Severity
from vendorlint.facts.wording import value_words
from vendorlint.files.paths import shown_path
from vendorlint.findings.finding import Finding
from vendorlint.findings.report import Report
from vendorlint.reports.check.lines import in_reading_order
from vendorlint.reports.parts.wording import also_words, citation_title, elsewhere, found, mark, waiver_note
from vendorlint.unsafe import escape

COLUMNS = (
    "vendor", "severity", "rule", "message", "confidence", "read_by", "state", "fact", "found", "required", "path", "line", "column",
    "clause", "quote", "elsewhere", "waiver", "why", "fix", "see", "fingerprint", "also",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # with which a spreadsheet takes a cell for a formula


def csv_report(report: Report, fail_on: Severity) -> str:
    """A line with the columns' names and one for each finding; what is told beside the findings stands in the other formats."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(cell) for cell in finding_cells(finding)] for finding in report.told)
    return out.getvalue()


def finding_cells(finding: Finding) -> tuple[str, ...]:
    """The texts of a finding's columns, as they are."""
    path, line, column = finding.place
    first = next(iter(in_reading_order(finding.citations)), [])
    return (
        finding.vendor,
        finding.severity,
        finding.rule,
        finding.message,
        finding.confidence or "",
        finding.read_by,
        mark(finding),
        finding.fact,
        found(finding),
        value_words(finding.required),
        str(shown_path(path)),
        str(line),
        str(column),
        citation_title(first[0]) if first else "",
        " ".join(citation.quote for citation in first),
        elsewhere(finding),
        waiver_note(finding),
        finding.why,
        finding.remedy,
        finding.documentation,
        finding.fingerprint,
        also_words(finding),
    )


def _harmless(text: str) -> str:
    """The cell as text in every spreadsheet: what would be a formula begins with an apostrophe (OWASP, CSV Injection)."""
    shown = escape(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
