"""The report in Markdown, for a comment on a pull request or the summary of a job."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from vendorlint.choices import Severity
from vendorlint.facts.closest import MAX_SHOWN
from vendorlint.facts.quotes import fold_space
from vendorlint.files.paths import repository_path
from vendorlint.findings.citation import Citation
from vendorlint.findings.finding import Finding
from vendorlint.findings.report import Report
from vendorlint.reports.parts.quote import quote_lines
from vendorlint.reports.parts.wording import (
    CUT,
    all_notices,
    by_severity,
    citation_title,
    clipped,
    closest_note,
    counted,
    definitions_of,
    mark,
    negotiation,
    notes,
    override_note,
    report_summary,
    report_verdict,
    repository_place,
    web_link,
)
from vendorlint.unsafe import escape

MARKER = "<!-- vendorlint report -->"  # by which a bot finds its comment, to update it
MAX_BYTES = 64_900  # so below 65,000 characters, whatever they are; GitHub takes 65,536
MAX_TEXT = 500
MAX_CLAUSES = 5
MAX_LINES = 24  # of a quote
WIDTH = 88  # of a quote: a block of code does not wrap
MAX_NOTICES = 20
TABLE = "| severity | rule | vendor | finding | place |\n| --- | --- | --- | --- | --- |\n"

_PUNCTUATION = re.compile(r"[\\`*_{}\[\]()<>#+!|~$&^=]")
# Where GitHub and GitLab begin a mention of a person or an issue, or a link, in text that is no code. They look for
# them after Markdown is rendered, so that no backslash helps; a zero-width space does, and is not seen.
_REFERENCE = re.compile(r"(?<=[@#!%~&$^])(?=\w)|(?<=GH-)(?=\d)|(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)


def markdown_report(report: Report, fail_on: Severity) -> str:
    """A summary, a table and the details of each finding, ending in a line break; what has no room is told."""
    return limited_report(report, fail_on, MAX_BYTES)


def limited_report(report: Report, fail_on: Severity, limit: int) -> str:
    """The same in `limit` bytes of UTF-8, which the summary alone is taken to fit; the least severe is left out."""
    findings = by_severity(report.told)
    verdict = f"**{report_verdict(report, fail_on)}**"
    head = f"{MARKER}\n## vendorlint\n\n{verdict} (fails on {fail_on}): {inline(report_summary(report))}\n"
    head += "".join([*_trusted(report), *_unchecked(report)])
    tail = "".join(_notices(report))
    room = limit - len(f"{head}{TABLE}{tail}".encode()) - 300  # for what _left_out says
    rows, room = _fitting((_row(finding) for finding in findings), room)
    details, room = _fitting(("".join(_details(finding)) for finding in findings[: len(rows)]), room)
    table = f"\n{TABLE}{''.join(rows)}" if rows else ""
    ends, _ = _fitting(_definitions(report), room)
    return "".join([head, table, tail, _left_out(len(findings), len(rows), len(details)), *details, *ends])


def inline(text: str) -> str:
    """Text in a line of Markdown: nothing in it is markup, a link or a mention, and it breaks no table."""
    return _PUNCTUATION.sub(r"\\\g<0>", _plain(text))


def _plain(text: str) -> str:
    return _REFERENCE.sub("\u200b", clipped(escape(fold_space(text)), MAX_TEXT))


def _fitting(pieces: Iterable[str], room: int) -> tuple[list[str], int]:
    """The first pieces that fit, and the room that is left."""
    kept: list[str] = []
    for piece in pieces:
        size = len(piece.encode())
        if size > room:
            break
        kept.append(piece)
        room -= size
    return kept, room


def _severity(finding: Finding) -> str:
    return f"{finding.severity} ({mark(finding)})" if mark(finding) else finding.severity


def _row(finding: Finding) -> str:
    uri = web_link(finding.documentation)
    rule = f"[{inline(finding.rule)}]({uri})" if uri else inline(finding.rule)
    place = inline(f"{repository_path(finding.place.path)}:{finding.place.line}")
    return f"| {_severity(finding)} | {rule} | {inline(finding.vendor)} | {inline(finding.message)} | {place} |\n"


def _details(finding: Finding) -> Iterator[str]:
    title = html.escape(_plain(f"{finding.rule}, {finding.vendor}: {finding.message}"))
    yield f"\n<details>\n<summary><b>{_severity(finding)}</b> {title}</summary>\n\n"
    citations = list({(citation.path, citation.quote): citation for citation in finding.citations}.values())
    for citation in citations[:MAX_CLAUSES]:
        place = inline(f"{repository_path(citation.path)}:{citation.lines[0]}")
        title = citation_title(citation)
        yield f"{place}{f', {inline(title)}' if title else ''}\n\n{_block(citation)}\n"
    if len(citations) > MAX_CLAUSES:
        yield f"and {counted(len(citations) - MAX_CLAUSES, 'more clause')}\n\n"
    for each in finding.closest[:MAX_SHOWN]:
        place = f"{repository_path(each.path)}:{each.lines[0]}"
        yield f"- **closest:** {inline(closest_note(each, place))}\n"
    if finding.override:
        shown = override_note(finding.override, repository_place)
        yield f"- **override:** {inline(shown)}\n"
    for label, text in notes(finding, negotiation(finding.negotiate)):
        uri = web_link(text)
        yield f"- **{label}:** {f'<{uri}>' if uri else inline(text)}\n"
    yield "\n</details>\n"


def _definitions(report: Report) -> Iterator[str]:
    """What to put in with the clauses, as one piece."""
    if defined := definitions_of(report):
        lines = "".join(f"- {inline(clause)}\n" for clause in defined.values())
        yield f"\n<details>\n<summary>Definitions to put in once with these clauses</summary>\n\n{lines}\n</details>\n"


def _block(citation: Citation) -> str:
    """The quote as a block of code, in which nothing is markup; its fence is longer than any in it."""
    lines = quote_lines(citation.quote, citation.words, color=False, width=WIDTH)
    lines = [*lines[:MAX_LINES], CUT] if len(lines) > MAX_LINES else lines
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "".join(f"{line}\n" for line in [f"{fence}text", *lines, fence])


def _trusted(report: Report) -> Iterator[str]:
    if report.trusted is None:
        return
    lines = list(report.trusted.lines())
    yield f"\n### What judged\n\n{inline(report.trusted.title)}\n"
    yield "".join(f"\n- {inline(line)}" for line in lines[:MAX_NOTICES])
    if len(lines) > MAX_NOTICES:
        yield f"\n- and {len(lines) - MAX_NOTICES} more"
    yield "\n" if lines else ""


def _unchecked(report: Report) -> Iterator[str]:
    if not report.unchecked:
        return
    yield "\n### Not checked\n\n| vendor | what | place | reason |\n| --- | --- | --- | --- |\n"
    for each in report.unchecked[:MAX_NOTICES]:
        what = "all of it" if each.whole else "one document: silences may be wrong"
        place = inline(f"{repository_path(each.place.path)}:{each.place.line}:{each.place.column}")
        yield f"| {inline(each.vendor)} | {what} | {place} | {inline(each.reason)} |\n"
    if len(report.unchecked) > MAX_NOTICES:
        yield f"\nand {len(report.unchecked) - MAX_NOTICES} more\n"


def _notices(report: Report) -> Iterator[str]:
    notices = all_notices(report, repository_place)
    for notice in notices[:MAX_NOTICES]:
        yield f"\n- {inline(f'{repository_path(notice.place.path)}:{notice.place.line}: {notice.message}')}"
    if len(notices) > MAX_NOTICES:
        yield f"\n- and {counted(len(notices) - MAX_NOTICES, 'more notice')}"
    yield "\n" if notices else ""


def _left_out(findings: int, rows: int, details: int) -> str:
    if findings == details:
        return ""
    table = f"{counted(findings - rows, 'finding')} of {findings} left out of the table, " if findings > rows else ""
    return (
        f"\n_There is no room for all: {table}details of {findings - details} left out. The other formats have them._\n"
    )
