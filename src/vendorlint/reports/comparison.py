"""Two offers side by side, in text, Markdown, JSON and HTML."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from vendorlint import __version__
from vendorlint.choices import SEVERITIES, ChangesFormat
from vendorlint.files.json import ascii_json
from vendorlint.files.paths import shown_path
from vendorlint.jobs.changes.compare import TermsVersion
from vendorlint.jobs.comparison import ComparedFact, Comparison, Offer, Said, Side
from vendorlint.reports.changes.json import stated_dict
from vendorlint.reports.changes.text import GREEN, RED, shown_value
from vendorlint.reports.check.lines import STYLES, WIDTH
from vendorlint.reports.check.markdown import inline
from vendorlint.reports.parts.page import page
from vendorlint.reports.parts.quote import quote_lines
from vendorlint.reports.parts.wording import clipped, counted
from vendorlint.unsafe import escape

COMPARISON_VERSION = 1
MAX_QUOTE = 600  # characters of a clause in Markdown


def comparison_summary(comparison: Comparison) -> str:
    """One line on which is better in how much."""
    one, other = comparison.first, comparison.second
    differing = len(comparison.differing)
    return (
        f"{counted(differing, 'fact')} {'differs' if differing == 1 else 'differ'}, {len(comparison.facts) - differing} are alike; "
        f"{one.name} is better in {comparison.better_in('first')}, {other.name} in {comparison.better_in('second')}; "
        f"findings: {one.name} {_counts(one)}, {other.name} {_counts(other)}"
    )


def _counts(offer: Offer) -> str:
    counts = ((offer.report.count(severity), severity) for severity in SEVERITIES)
    return " and ".join(counted(number, severity) for number, severity in counts if number) or "none"


def comparison_text(comparison: Comparison, *, color: bool, width: int = WIDTH, whole: bool = False) -> str:
    """A row per fact that differs, ending in a line break. `whole` also has the clauses, and the facts that are alike."""
    writer = _Text(color, width)
    names = [(escape(offer.name), "bold") for offer in (comparison.first, comparison.second)]
    lines = writer.row(("", ""), *names)
    for fact in comparison.facts if whole else comparison.differing:
        lines += writer.fact(fact)
        lines += [line for said in (fact.first, fact.second) for line in writer.clauses(said)] if whole else []
    return "\n".join([*lines, "", escape(comparison_summary(comparison))]) + "\n"


class _Text:
    def __init__(self, color: bool, width: int) -> None:
        self._color = color
        self._width = width
        title = width * 2 // 5
        self._columns = (title, (width - title - 4) // 2, (width - title - 4) // 2)

    def fact(self, fact: ComparedFact) -> list[str]:
        return self.row((escape(fact.title), ""), self._cell(fact, "first"), self._cell(fact, "second"))

    def _cell(self, fact: ComparedFact, side: Side) -> tuple[str, str]:
        """The words of a side, with + for the better and - for the worse, and their style."""
        said = fact.first if side == "first" else fact.second
        severity = f" ({said.severity})" if said.severity else ""
        sign = " " if fact.better is None else "+" if fact.better == side else "-"
        return f"{sign} {escape(shown_value(said.stated))}{severity}", {"+": GREEN, "-": RED}.get(sign, "")

    def row(self, *cells: tuple[str, str]) -> list[str]:
        """The lines of a row, each cell wrapped in its column."""
        columns = [
            [self._styled(f"{line:{width}}", style) for line in _wrapped(words, width)]
            for (words, style), width in zip(cells, self._columns, strict=True)
        ]
        blank = [" " * width for width in self._columns]
        rows = itertools.zip_longest(*columns)
        return ["  ".join(part or gap for part, gap in zip(row, blank, strict=True)).rstrip() for row in rows]

    def clauses(self, said: Said) -> Iterator[str]:
        """Each clause below its place."""
        for quote in said.stated.quotes if said.stated else ():
            place = ", ".join(filter(None, (f"{shown_path(quote.path)}:{quote.line}", quote.section)))
            yield f"    {self._styled(escape(place), 'dim')}"
            for line in quote_lines(quote.text, quote.words, color=self._color, width=self._width - 6, whole=True):
                yield f"      {line}"

    def _styled(self, text: str, style: str) -> str:
        return f"\x1b[{STYLES.get(style, style)}m{text}\x1b[0m" if self._color and style else text


def _wrapped(words: str, width: int) -> list[str]:
    return textwrap.wrap(words, width, subsequent_indent="  ", break_on_hyphens=False)


def comparison_markdown(comparison: Comparison) -> str:
    """A table, the better value bold, and below it the clauses of what differs, ending in a line break."""
    names = [inline(offer.name) for offer in (comparison.first, comparison.second)]
    rows = [
        f"| {inline(each.title)} | {_cell(each, 'first')} | {_cell(each, 'second')} |\n" for each in comparison.facts
    ]
    clauses = [clause for each in comparison.differing for clause in _markdown_clauses(each, names)]
    head = f"## {names[0]} and {names[1]}\n\n{inline(comparison_summary(comparison))}\n\n"
    table = f"| fact | {names[0]} | {names[1]} |\n| --- | --- | --- |\n{''.join(rows)}"
    return "".join([head, table, *clauses])


def _cell(fact: ComparedFact, side: Side) -> str:
    said = fact.first if side == "first" else fact.second
    value = inline(shown_value(said.stated))
    shown = f"**{value}**" if fact.better == side else value
    return f"{shown} ({said.severity})" if said.severity else shown


def _markdown_clauses(fact: ComparedFact, names: list[str]) -> Iterator[str]:
    quoted = [
        f"> {name} ({inline(f'{shown_path(quote.path)}:{quote.line}')}): {inline(clipped(quote.text, MAX_QUOTE))}\n"
        for name, said in zip(names, (fact.first, fact.second), strict=True)
        for quote in (said.stated.quotes if said.stated else ())
    ]
    if quoted:
        yield f"\n### {inline(fact.title)}\n\n" + "\n".join(quoted)


def comparison_json(comparison: Comparison) -> str:
    """The whole comparison in ASCII, ending in a line break; its shape is schemas/comparison.schema.json."""
    return ascii_json(
        {
            "version": COMPARISON_VERSION,
            "tool": {"name": "vendorlint", "version": __version__},
            "first": _offer(comparison.first),
            "second": _offer(comparison.second),
            "facts": [_fact(each, comparison.first, comparison.second) for each in comparison.facts],
        }
    )


def _offer(offer: Offer) -> dict[str, Any]:
    counts = {severity: offer.report.count(severity) for severity in SEVERITIES}
    return {"named": offer.word, "name": offer.name, "vendor": offer.subject.vendor.id, "findings": counts}


def _fact(fact: ComparedFact, first: Offer, second: Offer) -> dict[str, Any]:
    return {
        "fact": fact.fact,
        "title": fact.title,
        "differs": fact.differs,
        "better": fact.better,
        "by": fact.by,
        "first": _said(fact.first, first),
        "second": _said(fact.second, second),
    }


def _said(said: Said, offer: Offer) -> dict[str, Any]:
    finding = said.finding
    told = {"rule": finding.rule, "severity": finding.severity, "message": finding.message} if finding else None
    return {"stated": stated_dict(said.stated, TermsVersion(offer.report, offer.word)), "finding": told}


def comparison_html(comparison: Comparison) -> str:
    """A table of facts with a column for each, as one file that opens offline and runs nothing."""
    return page(
        "comparison",
        names=[comparison.first.name, comparison.second.name],
        summary=comparison_summary(comparison),
        parts=[
            ("What differs", [_row(each) for each in comparison.differing]),
            ("What is alike", [_row(each) for each in comparison.facts if not each.differs]),
        ],
    )


def _row(fact: ComparedFact) -> dict[str, Any]:
    return {
        "fact": fact.fact,
        "title": fact.title,
        "sides": [
            {
                "value": shown_value(said.stated),
                "look": "" if fact.better is None else "better" if fact.better == side else "worse",
                "severity": said.severity or "",
                "message": said.finding.message if said.finding else "",
                "quotes": [
                    (f"{shown_path(quote.path)}:{quote.line}", quote.section, quote.text)
                    for quote in (said.stated.quotes if said.stated else ())
                ],
            }
            for side, said in (("first", fact.first), ("second", fact.second))
        ],
    }


# Text takes the terminal's options.
WRITERS: Mapping[ChangesFormat, Callable[[Comparison], str]] = {
    "json": comparison_json,
    "markdown": comparison_markdown,
    "html": comparison_html,
}
