"""The whole report for people: each finding with all its clauses, why it matters, what to ask for, and why rules found nothing."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from vendorlint.choices import SEVERITIES, Severity
from vendorlint.facts.closest import MAX_SHOWN
from vendorlint.facts.wording import scope_words, value_words
from vendorlint.findings.citation import Citation
from vendorlint.findings.finding import Finding
from vendorlint.findings.passed import Passed
from vendorlint.findings.report import Report
from vendorlint.project.declared import PREFIX
from vendorlint.reports.check.lines import (
    MIN_ROOM,
    Look,
    gutter_of,
    headline,
    in_reading_order,
    note_lines,
    notice_line,
    shown,
    statement_of,
    table_lines,
    trusted_lines,
    unchecked_lines,
)
from vendorlint.reports.parts.quote import quote_lines
from vendorlint.reports.parts.wording import (
    all_notices,
    also_words,
    citation_title,
    closest_note,
    declaration_note,
    definitions_of,
    elsewhere,
    negotiation,
    override_note,
    read_words,
    report_summary,
    waiver_note,
)
from vendorlint.unsafe import escape


def whole_report(report: Report, look: Look, least: Severity = "info") -> str:
    """Everything, in the order of the vendors' clauses, ending in a line break; of findings those that are `least` as severe."""
    severities = SEVERITIES[: SEVERITIES.index(least) + 1]
    findings = [finding for finding in report.told if finding.severity in severities]
    blocks = ["\n".join(_finding(finding, look)) for finding in findings]
    if defined := definitions_of(report):
        blocks.append("\n".join(_definitions(defined.values(), look)))
    if report.passed:
        blocks.append("\n".join(_passed(report, look)))
    if report.idle:
        blocks.append("\n".join(_idle(report, look)))
    if report.trusted:
        blocks.append("\n".join(trusted_lines(report.trusted, look)))
    if report.unchecked:
        blocks.append("\n".join(unchecked_lines(report, look)))
    if notices := all_notices(report, shown):
        blocks.append("\n".join(notice_line(notice, look) for notice in notices))
    if len(report.vendors) > 1:
        blocks.append("\n".join(table_lines(report, look)))
    return "\n\n".join([*blocks, report_summary(report, look.styled)]) + "\n"


def _finding(finding: Finding, look: Look) -> Iterator[str]:
    yield headline(finding, look)
    gutter = gutter_of(finding)
    yield from _citations(finding, gutter, look)
    held = (
        ("declared", declaration_note(finding.declaration) if finding.declaration else ""),
        ("override", override_note(finding.override, shown) if finding.override else ""),
        ("also", also_words(finding)),
        ("read by", finding.read_by),
        ("scope", scope_words(finding.scope) if finding.scope else ""),
        ("elsewhere", elsewhere(finding)),
        ("waiver", waiver_note(finding)),
    )
    closest = [("closest", closest_note(each, shown(each.start))) for each in finding.closest[:MAX_SHOWN]]
    advice = [
        *closest,
        ("why", finding.why),
        ("fix", finding.remedy),
        *negotiation(finding.negotiate),
        ("see", finding.documentation),
    ]
    for label, text in (*held, *(() if finding.waived else advice)):
        if text:
            yield from note_lines(label, text, gutter, look)


def _definitions(clauses: Iterable[str], look: Look) -> Iterator[str]:
    yield look.styled("To put in once with these clauses:", "bold")
    for clause in clauses:
        yield from textwrap.wrap(
            clause, look.width, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
        )


def _passed(report: Report, look: Look) -> Iterator[str]:
    yield "Nothing to report:"
    for passed in report.passed:
        name = look.styled(escape(passed.rule), "bold")
        if len(report.vendors) > 1:
            name = f"{escape(passed.vendor)}: {name}"
        stated = [(each, each.citation) for each in passed.facts if each.citation]
        declared = [(each, each.declaration) for each in passed.facts if each.declaration]
        for each, declaration in declared:
            note = f"{each.fact} is {declaration_note(declaration)}"
            yield f"  {name}: {escape(note)} ({shown(declaration.place)})"
        set_by_hand = [(each, each.override) for each in passed.facts if each.override]
        for each, override in set_by_hand:
            note = f"{each.fact} is {value_words(each.value)}, overridden {override_note(override, shown)}"
            yield f"  {name}: {escape(note)}"
        if not stated and not declared and not set_by_hand:
            yield f"  {name}: {_silence(passed)}"
        for each, citation in stated:
            if not each.override:
                readers = f", read by {each.read_by}" if each.read_by else ""
                said = escape(f"{each.fact} is {value_words(each.value)}{readers}")
                yield f"  {name}: {said} ({shown(citation.start)})"
            if each.set_aside:
                yield f"    set aside: {escape(read_words(each.set_aside, shown))}"
            yield from (f"    {line}" for line in _quote(citation, look, 4))


def _idle(report: Report, look: Look) -> Iterator[str]:
    yield "Not for vendors of this tier and data:"
    for each in report.idle:
        name = look.styled(escape(each.rule), "bold")
        yield f"  {escape(each.vendor)}: {name}" if len(report.vendors) > 1 else f"  {name}"


def _silence(passed: Passed) -> str:
    if not passed.facts:
        return "no finding"
    return "nobody has declared it" if passed.facts[0].fact.startswith(PREFIX) else "found no clause on it"


def _citations(finding: Finding, gutter: int, look: Look) -> Iterator[str]:
    """The clauses, each behind the number of the line where it begins."""
    margin = look.styled(f"{' ' * gutter} |", "dim")
    heading = ""
    lead_ins: set[str] = set()
    for group in in_reading_order(finding.citations):
        statement = statement_of(group)
        own = escape(citation_title(statement))
        if statement.start != finding.place:
            own = f"{own} ({shown(statement.start)})".lstrip()
        if statement.role == "outranked":
            own = f"outranked: {own}"
        if own and own != heading:
            yield f"{' ' * gutter}   {own}"
            heading = own
        for citation in group:
            if citation.role != "lead_in" or citation.quote not in lead_ins:
                number = look.styled(f"{citation.lines[0]:{gutter}} |", "dim")
                for index, line in enumerate(_quote(citation, look, gutter + 3)):
                    yield f"{margin if index else number} {line}"
            if citation.role == "lead_in":
                lead_ins.add(citation.quote)


def _quote(citation: Citation, look: Look, indent: int) -> list[str]:
    room = max(look.width - indent, MIN_ROOM)
    return quote_lines(citation.quote, citation.words, color=look.color, width=room, whole=True)
