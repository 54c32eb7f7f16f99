"""What changed, in Markdown: for a comment on a pull request or a mail."""

from __future__ import annotations

from collections.abc import Iterator

from vendorlint.jobs.changes.compare import Changes, FactChange, Quote, Stated, TermsVersion
from vendorlint.jobs.changes.texts import ClauseChange
from vendorlint.reports.changes.text import changes_summary, shown_value, version_path, violation_words, word_changes
from vendorlint.reports.check.markdown import inline
from vendorlint.reports.parts.wording import clipped

MARKER = "<!-- vendorlint changes -->"  # by which a bot finds its comment, to update it
MAX_CHARACTERS = 60_000
MAX_CLAUSE = 1200


def changes_markdown(changes: Changes) -> str:
    """The comparison, ending in a line break; what has no room is told."""
    pieces = [f"{MARKER}\n## What changed in the terms\n\n{inline(changes_summary(changes))}\n"]
    blocks = [*_violations(changes), *_facts(changes), *_clauses(changes)]
    room = MAX_CHARACTERS - len(pieces[0])
    for number, block in enumerate(blocks):
        room -= len(block)
        if room < 0:
            pieces.append(f"\n{len(blocks) - number} more changes have no room here.\n")
            break
        pieces.append(block)
    return "".join(pieces)


def _violations(changes: Changes) -> Iterator[str]:
    if changes.violations:
        yield "\n| | severity | rule | vendor | finding |\n| --- | --- | --- | --- | --- |\n"
    for change in changes.violations:
        finding = change.finding
        cells = (change.kind, finding.severity, finding.rule, finding.vendor, violation_words(change))
        yield f"| {' | '.join(map(inline, cells))} |\n"


def _facts(changes: Changes) -> Iterator[str]:
    for change in changes.facts:
        lines = [
            f"\n### {inline(change.vendor)}: {inline(change.fact)}\n",
            f"{inline(shown_value(change.old))} → **{inline(shown_value(change.new))}**\n",
            *_quotes(change, changes.old, changes.new),
        ]
        yield "\n".join(lines)


def _quotes(change: FactChange, old: TermsVersion, new: TermsVersion) -> Iterator[str]:
    for title, stated, other, version in (
        ("before", change.old, change.new, old),
        ("after", change.new, change.old, new),
    ):
        known = {quote.text for quote in other.quotes} if other else set()
        for quote in _others(stated, known):
            where = f"{version_path(version, quote.path)}:{quote.line}"
            yield f"> {title} ({inline(where)}): {inline(clipped(quote.text, MAX_CLAUSE))}\n"


def _others(stated: Stated | None, known: set[str]) -> list[Quote]:
    return [quote for quote in stated.quotes if quote.text not in known] if stated else []


def _clauses(changes: Changes) -> Iterator[str]:
    if changes.clauses:
        yield "\n### Read these: clauses that changed with no fact\n\n"
    for change in changes.clauses:
        yield f"- {change.kind} ({inline(change.vendor)}): {_words(change)}\n"


def _words(change: ClauseChange) -> str:
    old, new = (each.text.split() if each else [] for each in (change.old, change.new))
    marks = {"-": "~~", "+": "**"}
    return " ".join(
        f"{marks.get(kind, '')}{inline(clipped(text, MAX_CLAUSE))}{marks.get(kind, '')}"
        for kind, text in word_changes(old, new)
    )
