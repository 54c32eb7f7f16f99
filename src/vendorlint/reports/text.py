"""The report for people: each finding with its clause, why it matters and what to ask for."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from vendorlint.check import Report
from vendorlint.findings import SEVERITIES, Clause, Finding
from vendorlint.reports.escape import escape
from vendorlint.reports.places import shown_path
from vendorlint.reports.quote import WIDTH, quote_lines

MAX_CLAUSES = 3
STYLES = {"error": "1;31", "warning": "1;33", "info": "1;36", "bold": "1", "dim": "2"}


def text_report(report: Report, *, color: bool) -> str:
    """The whole report, ending in a line break."""
    blocks = ["\n".join(_finding(finding, color)) for finding in report.findings]
    return "\n\n".join([*blocks, _summary(report, color)]) + "\n"


def _finding(finding: Finding, color: bool) -> Iterator[str]:
    place = escape(f"{shown_path(finding.path)}:{finding.line}:{finding.column}")
    name = _styled(f"{finding.severity}[{escape(finding.rule)}]", finding.severity, color)
    yield f"{_styled(place, 'bold', color)}: {name} {escape(finding.message)}"
    shown = _in_reading_order(finding.clauses)
    section = ""
    for clause in shown[:MAX_CLAUSES]:
        heading = escape(clause.section)
        if (clause.path, clause.lines) != (
            finding.path,
            (finding.line, clause.lines[1]),
        ) and clause.role == "statement":
            heading = f"{heading} ({escape(shown_path(clause.path))}:{clause.lines[0]}:{clause.column})".lstrip()
        if heading and heading != section:
            yield f"  {heading}"
            section = heading
        for line in quote_lines(clause.quote, clause.words, color=color):
            yield f"    {line}"
    if len(shown) > MAX_CLAUSES:
        yield f"    and {_counted(len(shown) - MAX_CLAUSES, 'more clause')}"
    for label, text in (("why", finding.why), ("fix", finding.remedy), ("see", finding.documentation)):
        if text:
            first, *others = textwrap.wrap(escape(text), WIDTH, break_on_hyphens=False, break_long_words=False)
            yield f"  {_styled(f'{label}:', 'dim', color)} {first}"
            yield from (f"       {line}" for line in others)


def _in_reading_order(clauses: Sequence[Clause]) -> list[Clause]:
    """As in the contract: the lead-in of a list, which the facts have behind its item, before it."""
    groups: list[list[Clause]] = []
    for clause in clauses:
        if clause.role == "lead_in" and groups:
            groups[-1].insert(len(groups[-1]) - 1, clause)
        else:
            groups.append([clause])
    return [clause for group in groups for clause in group]


def _summary(report: Report, color: bool) -> str:
    engine = " ".join(filter(None, (report.engine, report.engine_version)))
    counts = [
        _styled(_counted(number, severity), severity, color and number > 0)
        for severity in SEVERITIES
        for number in [report.count(severity)]
    ]
    checked = f"{_counted(report.rules, 'rule')} x {_counted(len(report.vendors), 'vendor')} checked"
    return f"{checked} (engine {engine}): {', '.join(counts)}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _styled(text: str, style: str, color: bool) -> str:
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if color else text
