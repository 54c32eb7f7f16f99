"""The report as GitHub's workflow commands, which it shows as annotations of a change, and as the summary of the job."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from vendorlint.choices import Severity
from vendorlint.errors import InputError
from vendorlint.facts.quotes import fold_space
from vendorlint.files.notice import Notice
from vendorlint.files.paths import repository_path
from vendorlint.findings.finding import Finding
from vendorlint.findings.report import Report
from vendorlint.findings.unchecked import Unchecked
from vendorlint.reports.check.markdown import limited_report
from vendorlint.reports.parts.regions import Region, Regions
from vendorlint.reports.parts.wording import (
    all_notices,
    by_severity,
    citation_title,
    clipped,
    mark,
    notes,
    report_summary,
    repository_place,
    unchecked_message,
)
from vendorlint.unsafe import escape

SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY"  # names the file that a step appends its summary to
MAX_SUMMARY = 1024 * 1024  # bytes; GitHub drops a larger summary whole
MIN_SUMMARY = 4096  # the head of the report
MAX_TEXT = 1_000
COMMANDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def github_report(report: Report, _fail_on: Severity) -> str:
    """What could not be checked, then a command per finding, the most severe first, because GitHub shows ten of a kind; then one
    line of summary. What is waived or in the baseline is a notice."""
    regions = Regions(report)
    findings = [_finding(finding, regions.of_finding(finding)) for finding in by_severity(report.told)]
    unchecked = [_unchecked(each) for each in report.unchecked]
    notices = [_notice(notice) for notice in all_notices(report, repository_place)]
    return "".join(f"{line}\n" for line in [*unchecked, *findings, *notices, escape(report_summary(report))])


def append_summary(report: Report, fail_on: Severity, environ: Mapping[str, str] = os.environ) -> None:
    """Add the report in Markdown to the summary of the job, if this is one. Raises InputError."""
    if not environ.get(SUMMARY_VARIABLE):
        return
    path = Path(environ[SUMMARY_VARIABLE])
    try:
        room = MAX_SUMMARY - (path.stat().st_size if path.exists() else 0)
        if room >= MIN_SUMMARY:
            with path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(limited_report(report, fail_on, room))
    except OSError as error:
        raise InputError(f"the file of {SUMMARY_VARIABLE} cannot be written: {error.strerror}", path) from None


def _finding(finding: Finding, region: Region) -> str:
    kind = COMMANDS["info" if mark(finding) else finding.severity]
    aside = f" ({mark(finding)})" if mark(finding) else ""
    title = f"{finding.rule}: {finding.vendor}{aside}"
    where = next((citation_title(citation) for citation in finding.citations), "")
    lines = [
        finding.message,
        *([f"in: {where}"] if where else []),
        *(f"{label}: {text}" for label, text in notes(finding)),
    ]
    return _command(kind, region, title, lines)


def _unchecked(unchecked: Unchecked) -> str:
    title = f"not checked: {unchecked.vendor}"
    return _command("error", Region.from_place(unchecked.place), title, [unchecked_message(unchecked)])


def _notice(notice: Notice) -> str:
    return _command("warning", Region.from_place(notice.place), "vendorlint", [notice.message])


def _command(kind: str, region: Region, title: str, lines: list[str]) -> str:
    """Columns are for regions of one line only: GitHub refuses them elsewhere."""
    start = region.start
    properties = {"file": repository_path(start.path), "line": start.line, "endLine": region.end_line}
    if start.line == region.end_line and region.end_column:
        properties |= {"col": start.column, "endColumn": region.end_column}
    shown = ",".join(f"{key}={_property(str(value))}" for key, value in (properties | {"title": title}).items())
    return f"::{kind} {shown}::{'%0A'.join(_data(line) for line in lines)}"


def _data(text: str) -> str:
    return clipped(escape(fold_space(text)), MAX_TEXT).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
