"""The writers of a check's report, by format. Each is loaded when its format is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from vendorlint.choices import CheckFormat, Severity
from vendorlint.findings.report import Report


class ReportWriter(Protocol):
    """A report in one format. `fail_on` is the least severity that fails the check."""

    def __call__(self, report: Report, fail_on: Severity, /) -> str | bytes:
        """The whole text, ending in a line break; of a format of FILE_FORMATS its bytes."""


def _json() -> ReportWriter:
    from vendorlint.reports.check.json import json_report

    return json_report


def _sarif() -> ReportWriter:
    from vendorlint.reports.check.sarif import sarif_report

    return sarif_report


def _junit() -> ReportWriter:
    from vendorlint.reports.check.junit import junit_report

    return junit_report


def _github() -> ReportWriter:
    from vendorlint.reports.check.github import github_report

    return github_report


def _gitlab() -> ReportWriter:
    from vendorlint.reports.check.gitlab import gitlab_report

    return gitlab_report


def _markdown() -> ReportWriter:
    from vendorlint.reports.check.markdown import markdown_report

    return markdown_report


def _html() -> ReportWriter:
    from vendorlint.reports.html import html_report

    return html_report


def _csv() -> ReportWriter:
    from vendorlint.reports.check.csv import csv_report

    return csv_report


def _docx() -> ReportWriter:
    from vendorlint.reports.check.docx import docx_report

    return docx_report


def _xlsx() -> ReportWriter:
    from vendorlint.reports.check.xlsx import xlsx_report

    return xlsx_report


# All of CHECK_FORMATS but text, which takes the terminal's options instead of the threshold.
WRITERS: Mapping[CheckFormat, Callable[[], ReportWriter]] = {
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
    "gitlab": _gitlab,
    "markdown": _markdown,
    "html": _html,
    "csv": _csv,
    "docx": _docx,
    "xlsx": _xlsx,
}


def render_report(name: CheckFormat, report: Report, fail_on: Severity) -> str | bytes:
    """The report in a format other than text."""
    return WRITERS[name]()(report, fail_on)
