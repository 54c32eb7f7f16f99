"""The report for people: what fails first, each finding with one clause in a few lines, all else in a line or counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from vendorlint.choices import SEVERITIES, Severity
from vendorlint.facts.wording import scope_words
from vendorlint.findings.citation import Citation
from vendorlint.findings.finding import Finding, fails
from vendorlint.findings.report import Report
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
from vendorlint.reports.parts.quote import telling_lines
from vendorlint.reports.parts.wording import (
    all_notices,
    by_severity,
    citation_title,
    clipped_at_word,
    closest_note,
    counted,
    declaration_note,
    elsewhere,
    override_note,
    report_summary,
    waiver_note,
)
from vendorlint.unsafe import escape

MAX_LINES = 6  # of a finding
LEAST: Severity = "warning"  # that is shown where nobody says


def text_report(report: Report, fail_on: Severity, look: Look, least: Severity | None = None) -> str:
    """The report, ending in a line break: what fails the check, then a line for each other finding that is `least` as severe and
    counts, then how many there are besides, by how they are seen."""
    severities = SEVERITIES[: SEVERITIES.index(least or max(LEAST, fail_on, key=SEVERITIES.index)) + 1]
    counting = [finding for finding in report.told if finding.counts and finding.severity in severities]
    failing = [finding for finding in counting if fails([finding], fail_on)]
    others = [finding for finding in counting if not fails([finding], fail_on)]
    blocks = ["\n".join(_brief(finding, look)) for finding in _by_vendor(failing)]
    blocks += ["\n".join(headline(each, look) for each in some) for _, some in groupby(_by_vendor(others), _vendor)]
    if report.trusted:
        blocks.append("\n".join(trusted_lines(report.trusted, look)))
    if report.unchecked:
        blocks.append("\n".join(unchecked_lines(report, look)))
    if notices := all_notices(report, shown):
        blocks.append("\n".join(notice_line(notice, look) for notice in notices))
    if len(report.vendors) > 1:
        blocks.append("\n".join(table_lines(report, look)))
    if more := list(_more(report, severities)):
        blocks.append("\n".join(more))
    return "\n\n".join([*blocks, report_summary(report, look.styled)]) + "\n"


def quiet_report(report: Report, look: Look, least: Severity | None = None) -> str:
    """A line per finding that counts and is `least` as severe, with why a waiver does not hold, and nothing where there is none."""
    severities = SEVERITIES[: SEVERITIES.index(least or SEVERITIES[-1]) + 1]
    counting = (finding for finding in report.told if finding.counts and finding.severity in severities)
    return "".join(f"{headline(finding, look)}{_unwaived(finding)}\n" for finding in counting)


def _unwaived(finding: Finding) -> str:
    return f"; waiver {escape(waiver_note(finding))}" if finding.waiver else ""


def statistics_report(report: Report, look: Look) -> str:
    """How many findings that count each rule has, the most severe and the most frequent first, and the summary."""
    counts: dict[tuple[Severity, str], int] = {}
    for finding in report.findings:
        if finding.counts:
            counts[finding.severity, finding.rule] = counts.get((finding.severity, finding.rule), 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (SEVERITIES.index(item[0][0]), -item[1], item[0][1]))
    width = max((len(str(number)) for number in counts.values()), default=0)
    lines = [
        f"{n:>{width}}  {look.styled(f'{severity:7}', severity)}  {escape(rule)}" for (severity, rule), n in ranked
    ]
    return "\n".join([*lines, *([""] if lines else []), report_summary(report, look.styled)]) + "\n"


def _vendor(finding: Finding) -> str:
    return finding.vendor


def _by_vendor(findings: Sequence[Finding]) -> list[Finding]:
    """The vendors in their order, of each the most severe first, and what a clause states before what none does."""
    return sorted(by_severity(findings), key=_vendor)


def _brief(finding: Finding, look: Look) -> list[str]:
    """A finding in at most MAX_LINES: what the clause says, what holds it, and what to ask for as far as there is room."""
    gutter = gutter_of(finding)
    told = [headline(finding, look), *_clause(finding, gutter, look)]
    for label, text in _held(finding):
        if text and len(told) < MAX_LINES:
            told.append(next(note_lines(label, _one_line(text, gutter + len(label), look), gutter, look)))
    room = MAX_LINES - len(told)
    advice = list(note_lines("fix", finding.remedy, gutter, look)) if finding.remedy else []
    return [*told, *_cut(advice, room)]


def _held(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "declared", declaration_note(finding.declaration) if finding.declaration else ""
    yield "override", override_note(finding.override, shown) if finding.override else ""
    yield "read by", finding.read_by
    told = elsewhere(finding)
    yield ("elsewhere", told) if told else ("scope", scope_words(finding.scope) if finding.scope else "")
    yield "waiver", waiver_note(finding)
    yield from (("closest", closest_note(each, shown(each.start))) for each in finding.closest[:1])


def _clause(finding: Finding, gutter: int, look: Look) -> Iterator[str]:
    """The first clause with what turns it, a line each, and where the others stand: of a conflict the first that says otherwise."""
    groups = in_reading_order(finding.citations)
    if not groups:
        return
    title = escape(citation_title(statement_of(groups[0])))
    if len(groups) > 1:
        places = ", ".join(shown(statement_of(group).start) for group in groups[1:3])
        more = f" and {len(groups) - 3} more" if len(groups) > 3 else ""
        title = f"{title} (also {places}{more})".lstrip()
    if title:
        yield f"{' ' * gutter}   {title}"
    for citation in groups[0][:2]:
        yield from _quoted(citation, gutter, look)
    if finding.status == "conflict" and len(groups) > 1:
        yield from _quoted(statement_of(groups[1]), gutter, look)


def _quoted(citation: Citation, gutter: int, look: Look) -> Iterator[str]:
    """The line of a clause that tells, behind the number of the line where the clause begins."""
    lines = telling_lines(
        citation.quote, citation.words, color=look.color, width=max(look.width - gutter - 3, MIN_ROOM)
    )
    marks = (f"{citation.lines[0]:{gutter}} |", *[f"{' ' * gutter} |"] * (len(lines) - 1))
    yield from (f"{look.styled(mark, 'dim')} {line}" for mark, line in zip(marks, lines, strict=True))


def _one_line(text: str, taken: int, look: Look) -> str:
    return clipped_at_word(text, max(look.width - taken - 5, MIN_ROOM))


def _cut(lines: list[str], room: int) -> list[str]:
    """The first lines that there is room for; what is cut ends in dots."""
    return lines if len(lines) <= room else [*lines[:room][:-1], *(f"{line} […]" for line in lines[:room][-1:])]


def _more(report: Report, told: Sequence[Severity]) -> Iterator[str]:
    """What is not shown, as it is of none of the severities told, and how to see it."""
    by = {severity: report.count(severity) for severity in SEVERITIES if severity not in told}
    if any(by.values()):
        least = next(severity for severity in reversed(by) if by[severity])
        numbers = " and ".join(counted(number, severity) for severity, number in by.items() if number)
        yield f"{numbers} not shown: --min-severity {least}"
    if report.told or report.passed:
        yield "All clauses, why it matters, what passed, and what is waived or in the baseline: --verbose"
