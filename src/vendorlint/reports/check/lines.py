"""What the texts of a check share: how to write, and the lines that stand in the short one and in the whole one."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vendorlint.choices import SEVERITIES, Role
from vendorlint.files.notice import Notice
from vendorlint.files.paths import shown_path
from vendorlint.findings.citation import Citation
from vendorlint.findings.finding import Finding
from vendorlint.findings.report import Report
from vendorlint.findings.trusted import Trusted
from vendorlint.place import FilePlace
from vendorlint.reports.parts.wording import mark, unchecked_line, web_link
from vendorlint.unsafe import escape

WIDTH = 100  # columns where no terminal says otherwise
MIN_ROOM = 20  # for text, on a terminal however narrow
BESIDE: tuple[Role, ...] = ("lead_in", "exception")  # what stands with a statement, and is none
STYLES = {"error": "1;31", "warning": "1;33", "info": "1;36", "bold": "1", "dim": "2"}


@dataclass(frozen=True, slots=True)
class Look:
    """How to write: with colours, up to so many columns, and with links that a terminal opens."""

    color: bool
    width: int
    links: bool = False

    def styled(self, text: str, style: str) -> str:
        """The text in a style of STYLES."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.color else text

    def linked(self, text: str, uri: str) -> str:
        """The text as a link (OSC 8) to a web address, where that is one and terminals know links."""
        return f"\x1b]8;;{uri}\x1b\\{text}\x1b]8;;\x1b\\" if self.links and web_link(uri) else text


def headline(finding: Finding, look: Look) -> str:
    """Place, severity, rule and message of a finding, how sure the reading is, whether a second reader has a say in it, which other
    rules found the same, and why it does not count."""
    place = shown(finding.place)
    rule = look.linked(escape(finding.rule), finding.documentation)
    name = look.styled(f"{finding.severity}[{rule}]", finding.severity)
    sure = f"{finding.confidence} confidence" if finding.confidence else ""
    heard = "second reader" if finding.read_by else ""
    also = f"also {escape(', '.join(each.rule for each in finding.also))}" if finding.also else ""
    aside = "".join(f" ({each})" for each in (sure, heard, also, mark(finding)) if each)
    return f"{look.styled(place, 'bold')}: {name} {escape(finding.message)}{aside}"


def shown(place: FilePlace) -> str:
    """`path:line:column`, harmless."""
    return escape(f"{shown_path(place.path)}:{place.line}:{place.column}")


def note_lines(label: str, text: str, gutter: int, look: Look) -> Iterator[str]:
    """` = label: text`, wrapped."""
    start, indent = f"{' ' * gutter} = {label}: ", gutter + len(label) + 5
    room = max(look.width - indent, MIN_ROOM)
    first, *others = textwrap.wrap(escape(text), room, break_on_hyphens=False, break_long_words=False)
    yield f"{look.styled(start, 'dim')}{first}"
    yield from (f"{' ' * indent}{line}" for line in others)


def gutter_of(finding: Finding) -> int:
    """The columns that the numbers of a finding's lines take."""
    return len(str(max((citation.lines[0] for citation in finding.citations), default=1)))


def in_reading_order(citations: Sequence[Citation]) -> list[list[Citation]]:
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
        statement = statement_of(group)
        key = (statement.start, statement.lines, statement.quote, statement.role)
        first = found.setdefault(key, group)
        if first is not group:
            index = first.index(statement_of(first))
            first[index] = replace(first[index], words=(*first[index].words, *statement.words))
    return list(found.values())


def statement_of(group: Sequence[Citation]) -> Citation:
    """The clause of a group that the others stand beside."""
    return next((citation for citation in group if citation.role not in BESIDE), group[0])


def trusted_lines(trusted: Trusted, look: Look) -> Iterator[str]:
    """What judged, where that is of another revision."""
    yield look.styled(escape(trusted.title), "bold")
    yield from (f"  {escape(line)}" for line in trusted.lines())


def unchecked_lines(report: Report, look: Look) -> Iterator[str]:
    """What could not be checked, a line each."""
    yield look.styled("Not checked:", "bold")
    for each in report.unchecked:
        aside = "" if each.whole else "; judged without it, so that silences may be wrong"
        yield f"  {escape(each.vendor)}: {escape(unchecked_line(each))}{aside}"


def notice_line(notice: Notice, look: Look) -> str:
    """What there is to tell beside the findings."""
    return f"{escape(f'{shown_path(notice.place.path)}:{notice.place.line}')}: {look.styled('note', 'bold')} {escape(notice.message)}"


def table_lines(report: Report, look: Look) -> Iterator[str]:
    """How many findings of each severity each vendor has, and how many are set aside."""
    counts: dict[str, Counter[str]] = {vendor: Counter() for vendor in report.vendors}
    for finding in report.told:
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
