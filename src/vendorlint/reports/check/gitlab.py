"""The report as GitLab's code quality reads it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from vendorlint.choices import Severity
from vendorlint.files.json import ascii_json
from vendorlint.files.notice import Notice
from vendorlint.files.paths import repository_path
from vendorlint.findings.finding import Finding
from vendorlint.findings.report import Report
from vendorlint.findings.unchecked import Unchecked
from vendorlint.reports.parts.regions import Region, Regions
from vendorlint.reports.parts.wording import (
    also_words,
    clipped,
    mark,
    repository_place,
    unchecked_message,
    vendor_notes,
    waiver_note,
)
from vendorlint.unsafe import escape

MAX_TEXT = 1_000
GITLAB_SEVERITIES: Mapping[Severity, str] = {"error": "critical", "warning": "major", "info": "info"}


def gitlab_report(report: Report, _fail_on: Severity) -> str:
    """A JSON array in ASCII, ending in a line break. What is waived or in the baseline is said to be, and an info, as what is told of overrides is; what could not be
    checked is a blocker."""
    regions = Regions(report)
    issues = [_issue(finding, regions.of_finding(finding)) for finding in report.told]
    notes = (_note(*each) for each in vendor_notes(report, repository_place))
    return ascii_json([*(_blocker(each) for each in report.unchecked), *issues, *notes])


def _note(vendor: str, name: str, notice: Notice) -> dict[str, Any]:
    return {
        "description": clipped(escape(f"{vendor}: {notice.message}"), MAX_TEXT),
        "check_name": name.partition(":")[0],
        "fingerprint": hashlib.sha256(json.dumps([vendor, name, notice.message]).encode()).hexdigest(),
        "severity": "info",
        "location": {"path": repository_path(notice.place.path), "lines": {"begin": notice.place.line}},
    }


def _blocker(unchecked: Unchecked) -> dict[str, Any]:
    path = repository_path(unchecked.place.path)
    identity = ["unchecked", unchecked.vendor, path, unchecked.reason]
    return {
        "description": clipped(escape(unchecked_message(unchecked)), MAX_TEXT),
        "check_name": "unchecked",
        "fingerprint": hashlib.sha256(json.dumps(identity).encode()).hexdigest(),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": unchecked.place.line}},
    }


def _issue(finding: Finding, region: Region) -> dict[str, Any]:
    aside = f" ({mark(finding)})" if mark(finding) else ""
    note = waiver_note(finding) if finding.waiver and not finding.waived else ""
    readers = f"; read by {finding.read_by}" if finding.read_by else ""
    also = f"; also {also_words(finding)}" if finding.also else ""
    text = f"{finding.rule}: {finding.vendor}: {finding.message}{f'; waiver {note}' if note else ''}{readers}{also}"
    return {
        "description": clipped(escape(text), MAX_TEXT) + aside,
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": GITLAB_SEVERITIES["info" if aside else finding.severity],
        "location": {"path": repository_path(region.start.path), "lines": {"begin": region.start.line}},
    }
