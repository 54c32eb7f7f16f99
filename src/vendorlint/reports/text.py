"""The report for people: each finding with its clause, why it matters and what to ask for."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence

from vendorlint.check import Report
from vendorlint.findings import SEVERITIES, Clause, Finding
from vendorlint.reports.escape import escape
from vendorlint.reports.places import shown_path
from vendorlint.reports.quote import WIDTH, quote_lines
from vendorlint.waivers import Notice

MAX_CLAUSES = 3
STYLES = {"error": "1;31", "warning": "1;33", "info": "1;36", "bold": "1", "dim": "2"}


def text_report(report: Report, *, color: bool, show_passed: bool = False) -> str:
    """The whole report, ending in a line break.

    Of a single vendor it also lists why other rules found nothing; `show_passed` lists it of all, and with the clauses.
    """
    blocks = ["\n".join(_finding(finding, color)) for finding in report.findings]
    if report.passed and (show_passed or len(report.vendors) == 1):
        blocks.append("\n".join(_passed(report, color, show_passed)))
    if report.notices:
        blocks.append("\n".join(_notice(notice, color) for notice in report.notices))
    return "\n\n".join([*blocks, _summary(report, color)]) + "\n"


def _finding(finding: Finding, color: bool) -> Iterator[str]:
    place = escape(f"{shown_path(finding.path)}:{finding.line}:{finding.column}")
    name = _styled(f"{finding.severity}[{escape(finding.rule)}]", finding.severity, color)
    mark = " (waived)" if finding.waived else " (in the baseline)" if finding.baselined else ""
    yield f"{_styled(place, 'bold', color)}: {name} {escape(finding.message)}{mark}"
    yield from _clauses(finding, color)
    notes = (("why", finding.why), ("fix", finding.remedy), ("see", finding.documentation))
    for label, text in (("waiver", _waiver(finding)), *(() if finding.waived else notes)):
        if text:
            first, *others = textwrap.wrap(escape(text), WIDTH, break_on_hyphens=False, break_long_words=False)
            yield f"  {_styled(f'{label}:', 'dim', color)} {first}"
            yield from (f"       {line}" for line in others)


def _waiver(finding: Finding) -> str:
    waiver = finding.waiver
    return {
        "active": "until {expires}, approved by {approved_by}: {reason}",
        "expired": "expired on {expires} (approved by {approved_by}): renew it or have the terms changed",
        "refused": "none is possible: the policy's rule is mandatory",
    }.get(waiver.get("status", ""), "").format_map(waiver)


def _passed(report: Report, color: bool, quotes: bool) -> Iterator[str]:
    yield "Nothing to report:"
    for passed in report.passed:
        name = _styled(escape(passed.rule), "bold", color)
        if len(report.vendors) > 1:
            name = f"{escape(passed.vendor)}: {name}"
        stated = [(reading, reading.clause) for reading in passed.readings if reading.clause]
        if not stated:
            yield f"  {name}: {'the terms are silent' if passed.readings else 'no finding'}"
        for reading, clause in stated:
            yield f"  {name}: {escape(f'{reading.fact} is {_words(reading.value)}')} ({_place(clause)})"
            if quotes:
                yield from (f"    {line}" for line in quote_lines(clause.quote, clause.words, color=color))


def _words(value: object) -> str:
    values = value if isinstance(value, list) else [value]
    return ", ".join(each if isinstance(each, str) else json.dumps(each) for each in values) or "none"


def _place(clause: Clause) -> str:
    return escape(f"{shown_path(clause.path)}:{clause.lines[0]}:{clause.column}")


def _clauses(finding: Finding, color: bool) -> Iterator[str]:
    groups = _in_reading_order(finding.clauses)
    heading = ""
    lead_ins: set[str] = set()
    for group in groups[:MAX_CLAUSES]:
        statement = group[-1]
        own = escape(statement.section)
        if (statement.path, statement.lines[0], statement.column) != (finding.path, finding.line, finding.column):
            own = f"{own} ({_place(statement)})".lstrip()
        if own and own != heading:
            yield f"  {own}"
            heading = own
        for clause in group:
            if clause is statement or clause.quote not in lead_ins:
                yield from (f"    {line}" for line in quote_lines(clause.quote, clause.words, color=color))
            lead_ins.add(clause.quote)
    if len(groups) > MAX_CLAUSES:
        yield f"    and {_counted(len(groups) - MAX_CLAUSES, 'more clause')}"


def _in_reading_order(clauses: Sequence[Clause]) -> list[list[Clause]]:
    """Each statement behind the lead-ins of the lists that it is an item of, which the facts have behind it."""
    groups: list[list[Clause]] = []
    for clause in clauses:
        if clause.role == "lead_in" and groups:
            groups[-1].insert(len(groups[-1]) - 1, clause)
        else:
            groups.append([clause])
    return groups


def _notice(notice: Notice, color: bool) -> str:
    return f"{escape(f'{shown_path(notice.path)}:{notice.line}')}: {_styled('note', 'bold', color)} {escape(notice.message)}"


def _summary(report: Report, color: bool) -> str:
    engine = " ".join(filter(None, (report.engine, report.engine_version)))
    counts = [
        _styled(_counted(number, severity), severity, color and number > 0)
        for severity in SEVERITIES
        for number in [report.count(severity)]
    ]
    checked = f"{_counted(len(report.rules), 'rule')} x {_counted(len(report.vendors), 'vendor')} checked"
    aside = (
        ("waived", sum(finding.waived for finding in report.findings)),
        ("in the baseline", sum(finding.baselined and not finding.waived for finding in report.findings)),
    )
    counts += [f"{number} {what}" for what, number in aside if number]
    return f"{checked} (engine {engine}): {', '.join(counts)}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _styled(text: str, style: str, color: bool) -> str:
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if color else text
