"""The report for programs; its shape is schemas/report.schema.json."""

from __future__ import annotations

import json
import re
from typing import Any

from vendorlint import __version__
from vendorlint.files.paths import shown_path
from vendorlint.findings.finding import SEVERITIES, Clause, Finding, fails
from vendorlint.findings.passed import Passed, Reading
from vendorlint.findings.report import Report

REPORT_VERSION = 1


def json_report(report: Report, fail_on: str) -> str:
    """The whole report in ASCII, ending in a line break."""
    return ascii_json(report_dict(report, fail_on))


def ascii_json(value: object) -> str:
    """JSON in ASCII, ending in a line break. In the log of a build no line of it is a command (see `escape`): a `#`
    stands in strings only, so that it may be written as an escape."""
    return re.sub("#(?=#)", r"\\u0023", json.dumps(value, indent=2)) + "\n"


def report_dict(report: Report, fail_on: str) -> dict[str, Any]:
    """The report as plain data."""
    summary = {severity: report.count(severity) for severity in SEVERITIES}
    return {
        "version": REPORT_VERSION,
        "tool": {"name": "vendorlint", "version": __version__},
        "engine": {
            "name": report.engine,
            "version": report.engine_version,
            "decision_ids": list(report.decision_ids),
        },
        "today": report.today,
        "policy": list(report.packs),
        "summary": {
            "rules": len(report.rules),
            "vendors": list(report.vendors),
            **summary,
            "waived": sum(finding.waived for finding in report.findings),
            "baselined": sum(finding.baselined for finding in report.findings),
            "fail_on": fail_on,
            "failed": fails(report.findings, fail_on),
        },
        "findings": [_finding(finding) for finding in report.findings],
        "passed": [_passed(passed) for passed in report.passed],
        "notices": [
            {"path": shown_path(notice.path), "line": notice.line, "message": notice.message}
            for notice in report.notices
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    shown = {
        "rule": finding.rule,
        "vendor": finding.vendor,
        "severity": finding.severity,
        "status": finding.status,
        "message": finding.message,
        "fact": finding.fact,
        "value": finding.value,
        "required": finding.required,
        "why": finding.why,
        "remedy": finding.remedy,
        "documentation": finding.documentation,
        "fingerprint": finding.fingerprint,
        "waiver": dict(finding.waiver) or None,
        "baselined": finding.baselined,
        "location": {"path": shown_path(finding.path), "line": finding.line, "column": finding.column},
        "clauses": [_clause(clause) for clause in finding.clauses],
    }
    return shown | ({"declaration": finding.declaration.to_dict()} if finding.declaration else {})


def _passed(passed: Passed) -> dict[str, Any]:
    return {
        "rule": passed.rule,
        "vendor": passed.vendor,
        "facts": [_reading(reading) for reading in passed.readings],
    }


def _reading(reading: Reading) -> dict[str, Any]:
    shown: dict[str, Any] = {"fact": reading.fact, "status": reading.status, "value": reading.value}
    if reading.declaration:
        shown["declaration"] = reading.declaration.to_dict()
    return shown | ({"clause": _clause(reading.clause)} if reading.clause else {})


def _clause(clause: Clause) -> dict[str, Any]:
    return {
        "document": clause.document,
        "path": shown_path(clause.path),
        "section": clause.section,
        "number": clause.number,
        "place": clause.place,
        "lines": list(clause.lines),
        "column": clause.column,
        "quote": clause.quote,
        "words": list(clause.words),
        "role": clause.role,
    }
