"""The report for people: each finding with its clause, why it matters and what to ask for."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vendorlint.facts.wording import words
from vendorlint.files.notice import Notice
from vendorlint.files.paths import shown_path
from vendorlint.findings.finding import SEVERITIES, Clause, Finding
from vendorlint.findings.passed import Passed
from vendorlint.findings.report import Report
from vendorlint.policy.rules import Rule
from vendorlint.project.declared import PREFIX
from vendorlint.reports.parts.escape import escape
from vendorlint.reports.parts.quote import quote_lines
from vendorlint.reports.parts.wording import counted, declaration_note, mark, summary, titled, waiver_note

WIDTH = 100  # columns where no terminal says otherwise
MIN_ROOM = 20  # for text, on a terminal however narrow
MAX_CLAUSES = 3
STYLES = {"error": "1;31", "warning": "1;33", "info": "1;36", "bold": "1", "dim": "2"}
STEPS = {"ask_for": "ask for", "fall_back_to": "fall back to", "walk_away_at": "walk away at"}


@dataclass(frozen=True, slots=True)
class Look:
    """How to write: with colours, up to so many columns, and with all that there is to say."""

    color: bool
    width: int
    verbose: bool

    def styled(self, text: str, style: str) -> str:
        """The text in a style of STYLES."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.color else text


def text_report(report: Report, *, color: bool, width: int = WIDTH, verbose: bool = False) -> str:
    """The whole report, ending in a line break.

    Of a single vendor it also lists why other rules found nothing. `verbose` lists it of all with the clauses, shows every
    clause uncut, and what to say to the vendor.
    """
    look = Look(color, width, verbose)
    rules = {rule.id: rule for rule in report.rules}
    blocks = ["\n".join(_finding(finding, rules[finding.rule], look)) for finding in report.findings]
    if report.passed and (verbose or len(report.vendors) == 1):
        blocks.append("\n".join(_passed(report, look)))
    if report.notices:
        blocks.append("\n".join(_notice(notice, look) for notice in report.notices))
    if len(report.vendors) > 1:
        blocks.append("\n".join(_table(report, look)))
    return "\n\n".join([*blocks, summary(report, look.styled)]) + "\n"


def quiet_report(report: Report, *, color: bool) -> str:
    """A line per finding that counts, and nothing where there is none."""
    look = Look(color, WIDTH, verbose=False)
    return "".join(f"{_headline(finding, look)}\n" for finding in report.findings if finding.counts)


def _headline(finding: Finding, look: Look) -> str:
    place = escape(f"{shown_path(finding.path)}:{finding.line}:{finding.column}")
    name = look.styled(f"{finding.severity}[{escape(finding.rule)}]", finding.severity)
    aside = f" ({mark(finding)})" if mark(finding) else ""
    return f"{look.styled(place, 'bold')}: {name} {escape(finding.message)}{aside}"


def _finding(finding: Finding, rule: Rule, look: Look) -> Iterator[str]:
    yield _headline(finding, look)
    gutter = len(str(max((clause.lines[0] for clause in finding.clauses), default=1)))
    yield from _clauses(finding, gutter, look)
    notes = [("why", finding.why), ("fix", finding.remedy), ("see", finding.documentation)]
    if look.verbose:
        notes[2:2] = [(title, rule.negotiate.get(step, "")) for step, title in STEPS.items()]
    declared = declaration_note(finding.declaration) if finding.declaration else ""
    held = (("declared", declared), ("waiver", waiver_note(finding)))
    for label, text in (*held, *(() if finding.waived else notes)):
        if text:
            start, indent = f"{' ' * gutter} = {label}: ", gutter + len(label) + 5
            room = max(look.width - indent, MIN_ROOM)
            first, *others = textwrap.wrap(escape(text), room, break_on_hyphens=False, break_long_words=False)
            yield f"{look.styled(start, 'dim')}{first}"
            yield from (f"{' ' * indent}{line}" for line in others)


def _passed(report: Report, look: Look) -> Iterator[str]:
    yield "Nothing to report:"
    for passed in report.passed:
        name = look.styled(escape(passed.rule), "bold")
        if len(report.vendors) > 1:
            name = f"{escape(passed.vendor)}: {name}"
        stated = [(reading, reading.clause) for reading in passed.readings if reading.clause]
        declared = [(reading, reading.declaration) for reading in passed.readings if reading.declaration]
        for reading, declaration in declared:
            path, line, column = declaration.place
            note = f"{reading.fact} is {declaration_note(declaration)}"
            yield f"  {name}: {escape(f'{note} ({shown_path(path)}:{line}:{column})')}"
        if not stated and not declared:
            yield f"  {name}: {_silence(passed)}"
        for reading, clause in stated:
            yield f"  {name}: {escape(f'{reading.fact} is {words(reading.value)}')} ({_place(clause)})"
            if look.verbose:
                yield from (f"    {line}" for line in _quote(clause, look, 4))


def _silence(passed: Passed) -> str:
    if not passed.readings:
        return "no finding"
    return "nobody has declared it" if passed.readings[0].fact.startswith(PREFIX) else "the terms are silent"


def _place(clause: Clause) -> str:
    return escape(f"{shown_path(clause.path)}:{clause.lines[0]}:{clause.column}")


def _clauses(finding: Finding, gutter: int, look: Look) -> Iterator[str]:
    """The clauses, each behind the number of the line where it begins."""
    groups = _in_reading_order(finding.clauses)
    shown = groups if look.verbose else groups[:MAX_CLAUSES]
    margin = look.styled(f"{' ' * gutter} |", "dim")
    heading = ""
    lead_ins: set[str] = set()
    for group in shown:
        statement = group[-1]
        own = escape(titled(statement))
        if (statement.path, statement.lines[0], statement.column) != (finding.path, finding.line, finding.column):
            own = f"{own} ({_place(statement)})".lstrip()
        if own and own != heading:
            yield f"{' ' * gutter}   {own}"
            heading = own
        for clause in group:
            if clause is statement or clause.quote not in lead_ins:
                number = look.styled(f"{clause.lines[0]:{gutter}} |", "dim")
                for index, line in enumerate(_quote(clause, look, gutter + 3)):
                    yield f"{margin if index else number} {line}"
            lead_ins.add(clause.quote)
    if len(groups) > len(shown):
        yield f"{margin} and {counted(len(groups) - len(shown), 'more clause')}"


def _quote(clause: Clause, look: Look, indent: int) -> list[str]:
    room = max(look.width - indent, MIN_ROOM)
    return quote_lines(clause.quote, clause.words, color=look.color, width=room, whole=look.verbose)


def _in_reading_order(clauses: Sequence[Clause]) -> list[list[Clause]]:
    """Each statement behind the lead-ins of the lists that it is an item of, which the facts have behind it."""
    groups: list[list[Clause]] = []
    for clause in clauses:
        if clause.role == "lead_in" and groups:
            groups[-1].insert(len(groups[-1]) - 1, clause)
        else:
            groups.append([clause])
    return groups


def _notice(notice: Notice, look: Look) -> str:
    return (
        f"{escape(f'{shown_path(notice.path)}:{notice.line}')}: {look.styled('note', 'bold')} {escape(notice.message)}"
    )


def _table(report: Report, look: Look) -> Iterator[str]:
    """How many findings of each severity each vendor has, and how many are set aside."""
    counts: dict[str, Counter[str]] = {vendor: Counter() for vendor in report.vendors}
    for finding in report.findings:
        counts[finding.vendor]["set aside" if not finding.counts else finding.severity] += 1
    columns = (*SEVERITIES, *(["set aside"] if any(each["set aside"] for each in counts.values()) else []))
    width = max(len(vendor) for vendor in (*counts, "vendor"))
    yield look.styled("  ".join(["vendor".ljust(width), *columns]), "bold")
    for vendor, found in counts.items():
        cells = []
        for column in columns:
            cell = f"{found[column] or '-':>{len(column)}}"
            cells.append(look.styled(cell, column) if found[column] and column in STYLES else cell)
        yield "  ".join([vendor.ljust(width), *cells])
