"""What changed, for a terminal: on one screen what a newspaper would say, then what to read."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from vendorlint.changes.compare import Changes, FactChange, Quote, Side, Stated
from vendorlint.changes.texts import ClauseChange, Passage
from vendorlint.findings import Finding
from vendorlint.reports.escape import escape
from vendorlint.reports.places import shown_path
from vendorlint.reports.text import STYLES, WIDTH
from vendorlint.reports.wording import clipped, counted, words

GREEN, RED = "32", "31"
MAX_QUOTE = 300  # characters of a clause that is shown for a fact
CONTEXT = 6  # words around what changed in a clause


def changes_text(changes: Changes, *, color: bool, width: int = WIDTH, whole: bool = False) -> str:
    """The report, ending in a line break. Clauses beside facts are shown in full where it is wanted `whole`, else counted."""
    writer = _Writer(changes, color, width)
    blocks = [
        *writer.violations(),
        *writer.facts(),
        *(writer.clauses() if whole else writer.clause_places()),
        *writer.vendors(),
    ]
    return "\n\n".join([*blocks, summary(changes)]) + "\n"


def summary(changes: Changes) -> str:
    """One line on what there is."""
    kinds = [change.kind for change in changes.violations]
    counts = [f"{kinds.count(kind)} {kind}" for kind in ("introduced", "resolved", "worse", "better") if kind in kinds]
    told = [
        f"{counted(len(changes.facts), 'fact')} changed",
        f"violations: {', '.join(counts)}" if counts else "no violation introduced or resolved",
        f"{counted(len(changes.clauses), 'other clause')} changed",
    ]
    return f"{counted(len(changes.vendors), 'vendor')} compared: {'; '.join(told) if changes else 'no difference'}"


def side_path(side: Side, path: Path) -> str:
    """A path as the side's own: `HEAD~1:vendors/acme/terms.md`."""
    if side.root and path.resolve().is_relative_to(side.root):
        return f"{side.label}:{path.resolve().relative_to(side.root).as_posix()}"
    return shown_path(path)


def shown_value(stated: Stated | None) -> str:
    """What a version states of a fact."""
    if stated is None:
        return "silent"
    return f"conflicting ({words(stated.value)})" if stated.conflict else words(stated.value)


class _Writer:
    def __init__(self, changes: Changes, color: bool, width: int) -> None:
        self._changes = changes
        self._color = color
        self._width = width

    def violations(self) -> Iterator[str]:
        lines = []
        for change in self._changes.violations:
            side = self._changes.old if change.kind == "resolved" else self._changes.new
            lines.append(self._violation(change.kind, change.finding, side))
        if lines:
            yield "\n".join([self._styled("Violations", STYLES["bold"]), *lines])

    def _violation(self, kind: str, finding: Finding, side: Side) -> str:
        place = f"{side_path(side, finding.path)}:{finding.line}:{finding.column}"
        name = self._styled(f"{finding.severity}[{escape(finding.rule)}]", STYLES[finding.severity])
        sign = self._styled(f"{kind:10}", GREEN if kind in {"resolved", "better"} else RED)
        return f"  {sign} {name} {escape(finding.message)} ({escape(place)})"

    def facts(self) -> Iterator[str]:
        several = len(self._changes.vendors) > 1
        lines: list[str] = []
        for change in self._changes.facts:
            lines.extend(self._fact(change, several))
        if lines:
            yield "\n".join([self._styled("Facts", STYLES["bold"]), *lines])

    def _fact(self, change: FactChange, several: bool) -> Iterator[str]:
        vendor = f"{change.vendor}: " if several else ""
        name = self._styled(escape(f"{vendor}{change.fact}"), STYLES["bold"])
        yield f"  {name}: {escape(shown_value(change.old))} -> {escape(shown_value(change.new))}"
        for stated, other, side, sign in (
            (change.old, change.new, self._changes.old, "-"),
            (change.new, change.old, self._changes.new, "+"),
        ):
            known = {quote.text for quote in other.quotes} if other else set()
            for quote in [quote for quote in stated.quotes if quote.text not in known][:1] if stated else ():
                yield from self._quoted(sign, quote, side)

    def _quoted(self, sign: str, quote: Quote, side: Side) -> Iterator[str]:
        where = ", ".join(filter(None, (f"{side_path(side, quote.path)}:{quote.line}", quote.section)))
        yield f"    {sign} {self._styled(escape(where), STYLES['dim'])}"
        text = escape(clipped(quote.text, MAX_QUOTE))
        for line in textwrap.wrap(text, max(self._width - 6, 20), break_on_hyphens=False):
            yield f"      {self._styled(line, RED if sign == '-' else GREEN)}"

    def clause_places(self) -> Iterator[str]:
        if not self._changes.clauses:
            return
        lines = [self._styled("Read these: clauses that changed with no fact (--verbose shows them)", STYLES["bold"])]
        for change in self._changes.clauses:
            lines.append(f"  {change.kind:8} {self._passage_place(change)}  {escape(_opening(change))}")
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
        for line in _wrapped(pieces, max(self._width - 4, 20)):
            yield f"    {line}"

    def _passage_place(self, change: ClauseChange) -> str:
        side, passage = (self._changes.new, change.new) if change.new else (self._changes.old, change.old)
        return escape(f"{side_path(side, passage.path)}:{passage.line}") if passage else ""

    def vendors(self) -> Iterator[str]:
        if self._changes.appeared:
            yield f"New vendors: {', '.join(self._changes.appeared)}"
        if self._changes.vanished:
            yield f"Vendors that are gone: {', '.join(self._changes.vanished)}"

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


def _wrapped(pieces: Sequence[str], width: int) -> list[str]:
    return textwrap.wrap(" ".join(pieces), width, break_on_hyphens=False, break_long_words=False)


def _opening(change: ClauseChange) -> str:
    passage: Passage | None = change.new or change.old
    return clipped(passage.text, 70) if passage else ""
