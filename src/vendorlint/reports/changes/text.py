"""What changed, for a terminal: on one screen what a newspaper would say, then what to read."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from vendorlint.choices import VIOLATION_KINDS
from vendorlint.facts.wording import scope_words, value_words
from vendorlint.files.paths import shown_path
from vendorlint.jobs.changes.compare import Changes, FactChange, Quote, Stated, TermsVersion, ViolationChange
from vendorlint.jobs.changes.texts import ClauseChange, Passage
from vendorlint.reports.check.lines import STYLES, WIDTH
from vendorlint.reports.parts.wording import clipped_at_word, counted, excerpt
from vendorlint.unsafe import escape

GREEN, RED = "32", "31"
MAX_QUOTED = 8  # facts of a vendor whose clauses are shown
MAX_QUOTE_LINES = 3  # of a clause that is shown for a fact; a longer one is cut to CUT_QUOTE_LINES
CUT_QUOTE_LINES = 2
MAX_PLACES = 4  # clauses without a fact that are listed
CONTEXT = 6  # words around what changed in a clause


def changes_text(changes: Changes, *, color: bool, width: int = WIDTH, whole: bool = False) -> str:
    """The report, ending in a line break: on one screen, unless it is wanted `whole`, with all clauses in full."""
    writer = _ChangesText(changes, color, width, whole)
    blocks = [
        *writer.violations(),
        *writer.facts(),
        *(writer.clauses() if whole else writer.clause_places()),
        *writer.vendors(),
    ]
    return "\n\n".join([*blocks, changes_summary(changes)]) + "\n"


def changes_summary(changes: Changes) -> str:
    """One line on what there is."""
    kinds = [change.kind for change in changes.violations]
    counts = [f"{kinds.count(kind)} {kind}" for kind in VIOLATION_KINDS if kind in kinds]
    told = [
        f"{counted(len(changes.facts), 'fact')} changed",
        f"violations: {', '.join(counts)}" if counts else "no violation introduced or resolved",
        f"{counted(len(changes.clauses), 'other clause')} changed",
    ]
    return f"{counted(len(changes.vendors), 'vendor')} compared: {'; '.join(told) if changes else 'no difference'}"


def version_path(version: TermsVersion, path: Path) -> str:
    """A path as the version's own: `HEAD~1:vendors/acme/terms.md`."""
    if version.root and path.resolve().is_relative_to(version.root):
        return f"{version.label}:{path.resolve().relative_to(version.root).as_posix()}"
    return shown_path(path)


def violation_words(change: ViolationChange) -> str:
    """What was found, and why it is resolved where the terms are not the reason."""
    return f"{change.finding.message}; {change.why}" if change.why else change.finding.message


def shown_value(stated: Stated | None) -> str:
    """What a version states of a fact."""
    if stated is None:
        return "silent"
    if stated.value is None:
        own = "silent"
    else:
        own = f"conflicting ({value_words(stated.value)})" if stated.conflict else value_words(stated.value)
    named = f"{scope_words(stated.scope)}: {own}" if stated.scope else own
    others = (f"{scope_words(scope)}: {value_words(value)}" for scope, value in stated.others)
    told = "; ".join([named, *others])
    return f"{told} ({stated.review})" if stated.review else told


class _ChangesText:
    def __init__(self, changes: Changes, color: bool, width: int, whole: bool) -> None:
        self._changes = changes
        self._color = color
        self._width = width
        self._whole = whole
        self._quoted: set[tuple[Path, str]] = set()

    def violations(self) -> Iterator[str]:
        lines: list[str] = []
        for change in self._changes.violations:
            version = self._changes.old if change.kind == "resolved" else self._changes.new
            lines.extend(self._violation(change, version))
        if lines:
            yield "\n".join([self._styled("Violations", STYLES["bold"]), *lines])

    def _violation(self, change: ViolationChange, version: TermsVersion) -> Iterator[str]:
        kind, finding = change.kind, change.finding
        path, line, column = finding.place
        place = f"{version_path(version, path)}:{line}:{column}"
        sign, name = f"  {kind:10} ", f"{finding.severity}[{escape(finding.rule)}]"
        room = " " * len(sign)
        first, *more = self._wrapped(f"{name} {escape(violation_words(change))} ({escape(place)})", room)
        styled = self._styled(sign, GREEN if kind in {"resolved", "better"} else RED)
        yield styled + first.removeprefix(room).replace(name, self._styled(name, STYLES[finding.severity]), 1)
        yield from more

    def facts(self) -> Iterator[str]:
        lines: list[str] = []
        for _, changes in groupby(self._changes.facts, lambda change: change.vendor):
            for number, change in enumerate(changes):
                lines.extend(self._fact(change, quote=self._whole or (number < MAX_QUOTED and _tells(change))))
        if lines:
            yield "\n".join([self._styled("Facts", STYLES["bold"]), *lines])

    def _fact(self, change: FactChange, *, quote: bool) -> Iterator[str]:
        quotes = list(self._quotes(change)) if quote else []
        known = [each for each in quotes if (each[2].path, each[2].text) in self._quoted]
        seen = [f"{sign} {version_path(version, each.path)}:{each.line}" for sign, version, each in known]
        note = f" ({', '.join(seen)} above)" if seen else ""
        name = escape(f"{change.vendor}: {change.fact}" if len(self._changes.vendors) > 1 else change.fact)
        first, *more = self._wrapped(f"  {name}: {escape(_shown_change(change) + note)}", "    ")
        yield first.replace(name, self._styled(name, STYLES["bold"]), 1)
        yield from more
        for sign, version, each in quotes:
            if (each.path, each.text) not in self._quoted:
                self._quoted.add((each.path, each.text))
                yield from self._quote(sign, each, version)

    def _quotes(self, change: FactChange) -> Iterator[tuple[str, TermsVersion, Quote]]:
        """The first clause of each version that the other does not state it by. What a set lost stands in the old one alone."""
        gained, lost, _ = _set_change(change)
        for sign, version, stated, other, wanted in (
            ("-", self._changes.old, change.old, change.new, lost or not gained),
            ("+", self._changes.new, change.new, change.old, gained or not lost),
        ):
            known = {quote.text for quote in other.quotes} if other else set()
            fresh = [quote for quote in stated.quotes if quote.text not in known] if stated else []
            if wanted and fresh:
                yield sign, version, fresh[0]

    def _quote(self, sign: str, quote: Quote, version: TermsVersion) -> Iterator[str]:
        where = ", ".join(filter(None, (f"{version_path(version, quote.path)}:{quote.line}", quote.section)))
        yield f"    {sign} {self._styled(escape(where), STYLES['dim'])}"
        room = max(self._width - 6, 20)
        fits = self._whole or len(quote.text) <= (MAX_QUOTE_LINES - 0.2) * room
        text = quote.text if fits else excerpt(quote.text, quote.words, round((CUT_QUOTE_LINES - 0.2) * room))
        for line in self._wrapped(escape(text), "      "):
            yield f"      {self._styled(line.strip(), RED if sign == '-' else GREEN)}"

    def clause_places(self) -> Iterator[str]:
        changes = self._changes.clauses
        if not changes:
            return
        lines = [self._styled("Read these: clauses that changed with no fact (--verbose shows them)", STYLES["bold"])]
        longest = sorted(changes, key=_length, reverse=True)[:MAX_PLACES]
        for change in (each for each in changes if any(each is one for one in longest)):
            place = f"  {change.kind:8} {self._passage_place(change)}  "
            lines.append(place + escape(_opening(change, max(self._width - len(place), 20))))
        if len(changes) > MAX_PLACES:
            lines.append(f"  … and {len(changes) - MAX_PLACES} more, shorter")
        yield "\n".join(lines)

    def clauses(self) -> Iterator[str]:
        if self._changes.clauses:
            yield self._styled("Read these: clauses that changed with no fact", STYLES["bold"])
        for change in self._changes.clauses:
            yield "\n".join(self._clause(change))

    def _clause(self, change: ClauseChange) -> Iterator[str]:
        similar = f" ({change.similarity:.0f} % alike)" if change.old and change.new else ""
        yield f"  {change.kind} {self._passage_place(change)}{similar}"
        old, new = (each.text.split() if each else [] for each in (change.old, change.new))
        pieces = []
        for kind, text in word_changes(old, new):
            shown = escape(text if kind == " " else f"{kind}[{text}]")
            pieces.append(self._styled(shown, {"-": RED, "+": GREEN}.get(kind, "")))
        for line in self._wrapped(" ".join(pieces), "    "):
            yield f"    {line.strip()}"

    def _passage_place(self, change: ClauseChange) -> str:
        version, passage = (self._changes.new, change.new) if change.new else (self._changes.old, change.old)
        return escape(f"{version_path(version, passage.path)}:{passage.line}") if passage else ""

    def vendors(self) -> Iterator[str]:
        if self._changes.appeared:
            yield f"New vendors: {', '.join(self._changes.appeared)}"
        if self._changes.vanished:
            yield f"Vendors that are gone: {', '.join(self._changes.vanished)}"

    def _wrapped(self, text: str, indent: str) -> list[str]:
        """Lines of the width; all but the first begin with the indent, the first as the text does, or with it as well."""
        start = "" if text.startswith(" ") else indent
        width = max(self._width, len(indent) + 20)
        return textwrap.wrap(
            text,
            width,
            initial_indent=start,
            subsequent_indent=indent,
            break_on_hyphens=False,
            break_long_words=False,
        ) or [start]

    def _styled(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self._color and style else text


def word_changes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Words kept (' '), taken out ('-') and put in ('+'), in the order of the text; what is kept is cut between changes."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    blocks = matcher.get_opcodes()
    for number, (kind, start, end, begin, stop) in enumerate(blocks):
        if kind == "equal":
            kept = list(new[begin:stop])
            first, last = number == 0, number == len(blocks) - 1
            if len(kept) > 2 * CONTEXT:
                head, tail = kept[: 0 if first else CONTEXT], kept[len(kept) - (0 if last else CONTEXT) :]
                kept = [*head, "[…]", *tail]
            yield " ", " ".join(kept)
            continue
        if end > start:
            yield "-", " ".join(old[start:end])
        if stop > begin:
            yield "+", " ".join(new[begin:stop])


def _shown_change(change: FactChange) -> str:
    """From what to what; of values that are several, those that differ."""
    gained, lost, kept = _set_change(change)
    if not kept:
        return f"{shown_value(change.old)} -> {shown_value(change.new)}"
    told = (("now also", gained), ("no longer", lost), ("still", kept))
    return "; ".join(f"{how} {value_words(values)}" for how, values in told if values)


def _set_change(change: FactChange) -> tuple[list[Any], list[Any], list[Any]]:
    """The values of a set that were gained, lost and kept; none for facts of one value, conflicts and silence."""
    plain = (
        stated if stated and not stated.conflict and not stated.others else None for stated in (change.old, change.new)
    )
    old, new = (stated and stated.value for stated in plain)
    if not isinstance(old, list) or not isinstance(new, list):
        return [], [], []
    return (
        [value for value in new if value not in old],
        [value for value in old if value not in new],
        [value for value in new if value in old],
    )


def _tells(change: FactChange) -> bool:
    """Whether the clause says more than the value: a document's date and type repeat it."""
    return not change.fact.startswith("document.")


def _length(change: ClauseChange) -> int:
    """Characters that are new or gone; of a changed clause, about as many as its likeness says."""
    longest = max(len(passage.text) for passage in (change.old, change.new) if passage)
    return round(longest * (100 - change.similarity))


def _opening(change: ClauseChange, room: int) -> str:
    passage: Passage | None = change.new or change.old
    return clipped_at_word(passage.text, room) if passage else ""
