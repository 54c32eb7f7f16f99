"""The report for programs; its shape is schemas/report.schema.json."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from vendorlint import __version__
from vendorlint.choices import SEVERITIES, Severity
from vendorlint.facts.closest import Closest
from vendorlint.files.json import ascii_json
from vendorlint.files.paths import shown_path
from vendorlint.findings.citation import Citation
from vendorlint.findings.finding import Finding, fails
from vendorlint.findings.others import Other
from vendorlint.findings.override import OverriddenFact, Override, ReadAs
from vendorlint.findings.passed import Passed, StatedFact
from vendorlint.findings.report import Report
from vendorlint.findings.trusted import Trusted
from vendorlint.findings.unchecked import Unchecked
from vendorlint.reports.parts.wording import definitions_of

REPORT_VERSION = 1


def json_report(report: Report, fail_on: Severity) -> str:
    """The whole report in ASCII, ending in a line break."""
    return ascii_json(report_dict(report, fail_on))


def report_dict(report: Report, fail_on: Severity) -> dict[str, Any]:
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
        **({"policy_from": _trusted(report.trusted)} if report.trusted else {}),
        "summary": {
            "rules": len(report.rules),
            "vendors": list(report.vendors),
            **summary,
            "waived": sum(finding.waived for finding in report.told),
            "baselined": sum(finding.baselined for finding in report.told),
            "fail_on": fail_on,
            "failed": fails(report.told, fail_on),
        },
        "findings": [_finding(finding) for finding in report.told],
        **({"definitions": defined} if (defined := definitions_of(report)) else {}),
        "passed": [_passed(passed) for passed in report.passed],
        "not_applicable": [{"rule": each.rule, "vendor": each.vendor} for each in report.idle],
        "overrides": [_overridden(each) for each in report.overrides],
        "unchecked": [_unchecked(each) for each in report.unchecked],
        "reading_notes": list(_reading_notes(report)),
        "notices": [
            {"path": shown_path(notice.place.path), "line": notice.place.line, "message": notice.message}
            for notice in report.notices
        ],
    }


def _trusted(trusted: Trusted) -> dict[str, Any]:
    return {
        "revision": trusted.revision,
        "commit": trusted.commit,
        "files": [{"path": path, "change": change} for path, change in trusted.files],
        "requirements": list(trusted.requirements),
        "effects": list(trusted.effects),
        "declarations": list(trusted.declarations),
        "gone": list(trusted.gone),
        **({"problem": trusted.problem} if trusted.problem else {}),
    }


def _reading_notes(report: Report) -> Iterator[dict[str, Any]]:
    """Where a person sees something else than what was read, for each document."""
    for subject in report.subjects:
        for document in subject.facts["documents"]:
            path = shown_path(subject.documents[document["id"]])
            for note in document.get("notes", ()):
                yield {"vendor": subject.vendor.id, "path": path, **note}


def _unchecked(unchecked: Unchecked) -> dict[str, Any]:
    path, line, column = unchecked.place
    return {
        "vendor": unchecked.vendor,
        "what": "vendor" if unchecked.whole else "document",
        "location": {"path": shown_path(path), "line": line, "column": column},
        "reason": unchecked.reason,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    path, line, column = finding.place
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
        **({"negotiate": dict(finding.negotiate)} if finding.negotiate else {}),
        "documentation": finding.documentation,
        "fingerprint": finding.fingerprint,
        "waiver": dict(finding.waiver) or None,
        "baselined": finding.baselined,
        "location": {"path": shown_path(path), "line": line, "column": column},
        "clauses": [_citation(citation) for citation in finding.citations],
    }
    more = {
        "confidence": finding.confidence,
        "scope": dict(finding.scope),
        "elsewhere": [_other(other) for other in finding.elsewhere],
        "closest": [_closest(each) for each in finding.closest],
        "override": _override(finding.override) if finding.override else None,
        "also": [_also(each) for each in finding.also],
        "read_by": finding.read_by,
        "declaration": finding.declaration.to_dict() if finding.declaration else None,
    }
    return shown | {key: value for key, value in more.items() if value}


def _also(finding: Finding) -> dict[str, Any]:
    """Another rule's finding about the same."""
    keys = ("rule", "severity", "message", "required", "why", "remedy", "documentation", "fingerprint")
    return {key: getattr(finding, key) for key in keys} | (
        {"negotiate": dict(finding.negotiate)} if finding.negotiate else {}
    )


def _other(other: Other) -> dict[str, Any]:
    shown: dict[str, Any] = {"scope": dict(other.scope), "value": other.value}
    return shown | ({"clause": _citation(other.citation)} if other.citation else {})


def _closest(closest: Closest) -> dict[str, Any]:
    return {
        "document": closest.document,
        "path": shown_path(closest.path),
        "place": closest.place,
        "lines": list(closest.lines),
        "column": closest.column,
        "quote": closest.quote,
    }


def _passed(passed: Passed) -> dict[str, Any]:
    return {
        "rule": passed.rule,
        "vendor": passed.vendor,
        "facts": [_stated(fact) for fact in passed.facts],
    }


def _stated(stated: StatedFact) -> dict[str, Any]:
    shown: dict[str, Any] = {"fact": stated.fact, "status": stated.status, "value": stated.value}
    if stated.declaration:
        shown["declaration"] = stated.declaration.to_dict()
    if stated.override:
        shown["override"] = _override(stated.override)
    if stated.read_by:
        shown["read_by"] = stated.read_by
    if stated.set_aside:
        shown["set_aside"] = _read(stated.set_aside)
    return shown | ({"clause": _citation(stated.citation)} if stated.citation else {})


def _overridden(each: OverriddenFact) -> dict[str, Any]:
    path, line, column = each.place
    location = {"path": shown_path(path), "line": line, "column": column}
    return {
        "vendor": each.vendor,
        "fact": each.fact,
        "value": each.value,
        **_override(each.override),
        "location": location,
    }


def _override(override: Override) -> dict[str, Any]:
    return {"by": override.by, "date": override.date, "reason": override.reason, "read": _read(override.read)}


def _read(read: Iterable[ReadAs]) -> list[dict[str, Any]]:
    return [{"value": each.value, "clauses": [_citation(one) for one in each.citations]} for each in read]


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "document": citation.document,
        "path": shown_path(citation.path),
        "section": citation.section,
        "number": citation.number,
        "place": citation.place,
        "lines": list(citation.lines),
        "column": citation.column,
        "quote": citation.quote,
        "words": list(citation.words),
        "role": citation.role,
    }
