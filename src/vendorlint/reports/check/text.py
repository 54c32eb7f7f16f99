"""The report for people: each finding with its clause, why it matters and what to ask for."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vendorlint.choices import SEVERITIES, Role
from vendorlint.facts.closest import MAX_SHOWN
from vendorlint.facts.wording import scope_words, value_words
from vendorlint.files.notice import Notice
from vendorlint.files.paths import shown_path
from vendorlint.findings.citation import Citation
from vendorlint.findings.finding import Finding
from vendorlint.findings.passed import Passed
from vendorlint.findings.report import Report
from vendorlint.place import FilePlace
from vendorlint.policy.rules import Rule
from vendorlint.project.declared import PREFIX
from vendorlint.reports.parts.quote import quote_lines
from vendorlint.reports.parts.wording import (
    all_notices,
    citation_title,
    closest_note,
    counted,
    declaration_note,
    elsewhere,
    mark,
    override_note,
    read_words,
    report_summary,
    unchecked_line,
    waiver_note,
)
from vendorlint.unsafe import escape

WIDTH = 100  # columns where no terminal says otherwise
MIN_ROOM = 20  # for text, on a terminal however narrow
MAX_CLAUSES = 3
BESIDE: tuple[Role, ...] = ("lead_in", "exception")  # what stands with a statement, and is none
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
    if report.idle and (verbose or len(report.vendors) == 1):
        blocks.append("\n".join(_idle(report, look)))
    if report.trusted:
        lines = [f"  {escape(line)}" for line in report.trusted.lines()]
        blocks.append("\n".join([look.styled(escape(report.trusted.title), "bold"), *lines]))
    if report.unchecked:
        blocks.append("\n".join(_unchecked(report, look)))
    if notices := all_notices(report, _shown_place):
        blocks.append("\n".join(_notice(notice, look) for notice in notices))
    if len(report.vendors) > 1:
        blocks.append("\n".join(_table(report, look)))
    return "\n\n".join([*blocks, report_summary(report, look.styled)]) + "\n"


def quiet_report(report: Report, *, color: bool) -> str:
    """A line per finding that counts, and nothing where there is none."""
    look = Look(color, WIDTH, verbose=False)
    return "".join(f"{_headline(finding, look)}\n" for finding in report.findings if finding.counts)


def _headline(finding: Finding, look: Look) -> str:
    place = _shown_place(finding.place)
    name = look.styled(f"{finding.severity}[{escape(finding.rule)}]", finding.severity)
    aside = f" ({mark(finding)})" if mark(finding) else ""
    return f"{look.styled(place, 'bold')}: {name} {escape(finding.message)}{aside}"


def _finding(finding: Finding, rule: Rule, look: Look) -> Iterator[str]:
    yield _headline(finding, look)
    gutter = len(str(max((citation.lines[0] for citation in finding.citations), default=1)))
    yield from _citations(finding, gutter, look)
    closest = [("closest", closest_note(each, _shown_place(each.start))) for each in finding.closest[:MAX_SHOWN]]
    notes = [*closest, ("why", finding.why), ("fix", finding.remedy), ("see", finding.documentation)]
    if look.verbose:
        notes[-1:-1] = [(title, rule.negotiate.get(step, "")) for step, title in STEPS.items()]
    declared = declaration_note(finding.declaration) if finding.declaration else ""
    overridden = override_note(finding.override, _shown_place) if finding.override else ""
    scope = scope_words(finding.scope) if finding.scope else ""
    held = (
        ("declared", declared),
        ("override", overridden),
        ("read by", finding.read_by),
        ("scope", scope),
        ("elsewhere", elsewhere(finding)),
        ("waiver", waiver_note(finding)),
    )
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
        stated = [(each, each.citation) for each in passed.facts if each.citation]
        declared = [(each, each.declaration) for each in passed.facts if each.declaration]
        for each, declaration in declared:
            note = f"{each.fact} is {declaration_note(declaration)}"
            yield f"  {name}: {escape(note)} ({_shown_place(declaration.place)})"
        set_by_hand = [(each, each.override) for each in passed.facts if each.override]
        for each, override in set_by_hand:
            note = f"{each.fact} is {value_words(each.value)}, overridden {override_note(override, _shown_place)}"
            yield f"  {name}: {escape(note)}"
        if not stated and not declared and not set_by_hand:
            yield f"  {name}: {_silence(passed)}"
        for each, citation in stated:
            if not each.override:
                readers = f", read by {each.read_by}" if each.read_by else ""
                said = escape(f"{each.fact} is {value_words(each.value)}{readers}")
                yield f"  {name}: {said} ({_shown_place(citation.start)})"
            if each.set_aside:
                yield f"    set aside: {escape(read_words(each.set_aside, _shown_place))}"
            if look.verbose:
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


def _shown_place(place: FilePlace) -> str:
    return escape(f"{shown_path(place.path)}:{place.line}:{place.column}")


def _citations(finding: Finding, gutter: int, look: Look) -> Iterator[str]:
    """The clauses, each behind the number of the line where it begins."""
    groups = _in_reading_order(finding.citations)
    shown = groups if look.verbose else groups[:MAX_CLAUSES]
    margin = look.styled(f"{' ' * gutter} |", "dim")
    heading = ""
    lead_ins: set[str] = set()
    for group in shown:
        statement = _statement(group)
        own = escape(citation_title(statement))
        if statement.start != finding.place:
            own = f"{own} ({_shown_place(statement.start)})".lstrip()
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
    if len(groups) > len(shown):
        yield f"{margin} and {counted(len(groups) - len(shown), 'more clause')}"


def _quote(citation: Citation, look: Look, indent: int) -> list[str]:
    room = max(look.width - indent, MIN_ROOM)
    return quote_lines(citation.quote, citation.words, color=look.color, width=room, whole=look.verbose)


def _in_reading_order(citations: Sequence[Citation]) -> list[list[Citation]]:
    """Each statement behind the lead-ins of the lists that it is an item of, which the facts have behind it, and before the
    sentences that turn it."""
    groups: list[list[Citation]] = []
    for citation in citations:
        if citation.role == "lead_in" and groups:
            groups[-1].insert(len(groups[-1]) - 1, citation)
        elif citation.role == "exception" and groups:
            groups[-1].append(citation)
        else:
            groups.append([citation])
    return _once(groups)


def _once(groups: Sequence[list[Citation]]) -> list[list[Citation]]:
    """Each clause once: one that states two of the values that disagree has the telling words of both."""
    found: dict[tuple[object, ...], list[Citation]] = {}
    for group in groups:
        statement = _statement(group)
        key = (statement.start, statement.lines, statement.quote, statement.role)
        first = found.setdefault(key, group)
        if first is not group:
            index = first.index(_statement(first))
            first[index] = replace(first[index], words=(*first[index].words, *statement.words))
    return list(found.values())


def _statement(group: Sequence[Citation]) -> Citation:
    return next((citation for citation in group if citation.role not in BESIDE), group[0])


def _unchecked(report: Report, look: Look) -> Iterator[str]:
    yield look.styled("Not checked:", "bold")
    for each in report.unchecked:
        aside = "" if each.whole else "; judged without it, so that silences may be wrong"
        yield f"  {escape(each.vendor)}: {escape(unchecked_line(each))}{aside}"


def _notice(notice: Notice, look: Look) -> str:
    return f"{escape(f'{shown_path(notice.place.path)}:{notice.place.line}')}: {look.styled('note', 'bold')} {escape(notice.message)}"


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
