"""The report as GitLab's code quality reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vendorlint.choices import Severity
from vendorlint.files.paths import repository_path
from vendorlint.findings.finding import Finding
from vendorlint.findings.report import Report
from vendorlint.reports.check.json import ascii_json
from vendorlint.reports.parts.escape import escape
from vendorlint.reports.parts.regions import Region, Regions
from vendorlint.reports.parts.wording import clipped, mark, waiver_note

MAX_TEXT = 1_000
GITLAB_SEVERITIES: Mapping[Severity, str] = {"error": "critical", "warning": "major", "info": "info"}


def gitlab_report(report: Report, _fail_on: Severity) -> str:
    """A JSON array in ASCII, ending in a line break. What is waived or in the baseline is said to be, and an info."""
    regions = Regions(report)
    return ascii_json([_issue(finding, regions.of_finding(finding)) for finding in report.findings])


def _issue(finding: Finding, region: Region) -> dict[str, Any]:
    aside = f" ({mark(finding)})" if mark(finding) else ""
    note = waiver_note(finding) if finding.waiver and not finding.waived else ""
    text = f"{finding.rule}: {finding.vendor}: {finding.message}{f'; waiver {note}' if note else ''}"
    return {
        "description": clipped(escape(text), MAX_TEXT) + aside,
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": GITLAB_SEVERITIES["info" if aside else finding.severity],
        "location": {"path": repository_path(region.start.path), "lines": {"begin": region.start.line}},
    }
