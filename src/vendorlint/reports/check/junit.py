"""The report in JUnit's XML: a suite per vendor, a case per finding and per rule that found nothing."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from vendorlint.choices import Severity
from vendorlint.files.paths import repository_path
from vendorlint.findings.finding import Finding, fails
from vendorlint.findings.report import Report
from vendorlint.findings.unchecked import Unchecked
from vendorlint.reports.parts.wording import (
    citation_title,
    clipped,
    mark,
    notes,
    repository_place,
    unchecked_message,
    vendor_notes,
    waiver_note,
)
from vendorlint.unsafe import escape

MAX_QUOTE = 2_000
NOT_APPLICABLE = "does not apply to vendors of this tier and data"

_COUNTS = ("tests", "failures", "errors", "skipped")  # of cases


def junit_report(report: Report, fail_on: Severity) -> str:
    """A failure is what fails the check, an error what could not be checked; what is waived or in the baseline is skipped, and any other finding is the output
    of a case that passes; what another finding tells as well is skipped. A rule that does not apply is skipped; so is a case that tells of an override."""
    seen: Counter[tuple[str, str]] = Counter()
    suites = {subject.vendor.id: _Suite(subject.vendor.id, subject.home, fail_on, seen) for subject in report.subjects}
    for finding in report.told:
        suites[finding.vendor].add(finding)
    for passed in report.passed:
        suites[passed.vendor].add_passed(passed.rule)
    for idle in report.idle:
        suites[idle.vendor].add_skipped(idle.rule, NOT_APPLICABLE)
    for vendor, name, notice in vendor_notes(report, repository_place):
        suites[vendor].add_skipped(name, notice.message)
    for each in report.unchecked:
        if each.vendor not in suites:
            suites[each.vendor] = _Suite(each.vendor, each.place.path, fail_on, seen)
        suites[each.vendor].add_unchecked(each)
    totals = " ".join(f'{key}="{sum(suite.counts[key] for suite in suites.values())}"' for key in _COUNTS)
    lines = [line for suite in suites.values() for line in suite.lines()]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<testsuites name="vendorlint" {totals}>',
            *lines,
            "</testsuites>\n",
        ]
    )


class _Suite:
    """The cases of a vendor. `seen` counts the names in the whole file: of two that are equal GitLab keeps the first."""

    def __init__(self, vendor: str, home: Path, fail_on: Severity, seen: Counter[tuple[str, str]]) -> None:
        self.counts: Counter[str] = Counter()
        self._name = vendor
        self._class = repository_path(home)
        self._fail_on = fail_on
        self._seen = seen
        self._cases: list[str] = []

    def lines(self) -> Iterator[str]:
        counts = " ".join(f'{key}="{self.counts[key]}"' for key in _COUNTS)
        yield f'  <testsuite name="{_xml(self._name)}" {counts}>'
        yield from self._cases
        yield "  </testsuite>"

    def add(self, finding: Finding) -> None:
        text = "\n".join(_xml(line) for line in _lines(finding))
        why = mark(finding)
        if why:
            self.counts["skipped"] += 1
            note = f"{why} {waiver_note(finding)}" if finding.waived else why
            content = f'<skipped message="{_xml(note)}">{text}</skipped>'
        elif fails([finding], self._fail_on):
            self.counts["failures"] += 1
            content = f'<failure type="{finding.severity}" message="{_xml(finding.message)}">{text}</failure>'
        else:
            content = f"<system-out>{text}</system-out>"
        place = f' file="{_xml(repository_path(finding.place.path))}" line="{finding.place.line}"'
        self._add(_name(finding), f"{place}>{content}</testcase>")
        for each in finding.also:
            self.add_skipped(_name(each), f"told with {finding.rule}")

    def add_passed(self, rule: str) -> None:
        self._add(rule, "/>")

    def add_skipped(self, name: str, why: str) -> None:
        self.counts["skipped"] += 1
        self._add(name, f'><skipped message="{_xml(why)}"/></testcase>')

    def add_unchecked(self, unchecked: Unchecked) -> None:
        self.counts["errors"] += 1
        place = f' file="{_xml(repository_path(unchecked.place.path))}" line="{unchecked.place.line}"'
        message, text = _xml(unchecked.reason), _xml(unchecked_message(unchecked))
        name = f"not checked: {repository_path(unchecked.place.path)}"
        self._add(name, f'{place}><error type="unchecked" message="{message}">{text}</error></testcase>')

    def _add(self, name: str, rest: str) -> None:
        self.counts["tests"] += 1
        key = (self._class, name)
        self._seen[key] += 1
        unique = f"{name} ({self._seen[key]})" if self._seen[key] > 1 else name
        self._cases.append(f'    <testcase classname="{_xml(self._class)}" name="{_xml(unique)}"{rest}')


def _name(finding: Finding) -> str:
    return " ".join(filter(None, (finding.rule, finding.fact)))


def _lines(finding: Finding) -> Iterator[str]:
    path, line, column = finding.place
    place = f"{repository_path(path)}:{line}:{column}"
    yield f"{place}: {finding.severity}[{finding.rule}] {finding.message}"
    for citation in finding.citations:
        where = (
            f"{repository_path(citation.path)}:{citation.lines[0]}",
            citation_title(citation),
            clipped(citation.quote, MAX_QUOTE),
        )
        yield ": ".join(filter(None, where))
    for label, text in notes(finding):
        yield f"{label}: {text}"


def _xml(text: str) -> str:
    """A line of text, or the value of an attribute. What is illegal in XML, even as a reference, is shown escaped."""
    return html.escape(escape(text))
