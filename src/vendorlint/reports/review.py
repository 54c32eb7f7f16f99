"""A fact that waits for a person, in a terminal: what is read, why it waits, and its clauses where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vendorlint.errors import InputError
from vendorlint.facts.closest import MAX_SHOWN, Closest
from vendorlint.facts.file import FactNode, FactsFile, evidence_of, is_not_there, sides
from vendorlint.facts.quotes import Source, read_source
from vendorlint.facts.readings import MODEL, READ_BY, disagrees
from vendorlint.facts.reviewed import new_clauses
from vendorlint.facts.wording import value_words
from vendorlint.files.paths import shown_path
from vendorlint.jobs.waiting import Pending
from vendorlint.reports.check.lines import MIN_ROOM, Look
from vendorlint.reports.parts.quote import quote_lines
from vendorlint.reports.parts.wording import clipped, clipped_at_word, closest_note, counted
from vendorlint.unsafe import escape
from vendorlint_extractor.documents.readers.rendering import Limits
from vendorlint_extractor.ontology import FactInfo


def pending_lines(facts: FactsFile, waiting: Sequence[Pending], look: Look, beside: int = 0) -> Iterator[str]:
    """A line for each, and how many there are; `beside` is how many more wait that are not asked for."""
    for each in waiting:
        _, line, column = facts.place(each.fact)
        place = look.styled(escape(f"{shown_path(facts.path)}:{line}:{column}"), "bold")
        yield f"{place}: {each.fact}{escape(_value(each.node))}: {escape(each.why)}"
        for side in sides(each.node) if each.node and disagrees(each.node) else ():
            yield f"    {escape(_side(side))}: {_quoted(facts, evidence_of(side)[0], look, 12)}"
        for piece in _new(each.node):
            yield f"    new: {_quoted(facts, piece, look, 10)}"
    told = f"{counted(len(waiting), 'fact')} to review" if waiting else "Nothing to review."
    yield f"{told.rstrip('.')}; {beside_words(beside)}" if beside else told


def beside_words(beside: int) -> str:
    """That as many facts wait of which the policy asks nothing."""
    return (
        f"{beside} more {'waits' if beside == 1 else 'wait'} that no rule of the policy judges (shown without --asked)"
    )


def _quoted(facts: FactsFile, piece: FactNode, look: Look, indent: int) -> str:
    at = f"{shown_path(facts.document_path(piece['document']))}:{piece['lines'][0]}"
    shown = clipped_at_word(piece["quote"], max(look.width - len(at) - indent, MIN_ROOM))
    return escape(f"{at}: {shown}")


def silent_lines(silences: Sequence[tuple[str, Sequence[Closest]]], look: Look) -> Iterator[str]:
    """Each fact that nothing was read of, with the clauses closest to it."""
    for fact, closest in silences:
        yield f"{look.styled(fact, 'bold')}: found no clause that states it"
        for each in closest[:MAX_SHOWN]:
            place = escape(f"{shown_path(each.path)}:{each.lines[0]}")
            yield f"  closest: {escape(closest_note(each, place))}"
    if silences:
        yield f"{counted(len(silences), 'fact')} that the policy asks for and nothing was read of; --override with --quote where one is stated"


def card(facts: FactsFile, each: Pending, info: FactInfo, limits: Limits, look: Look) -> Iterator[str]:
    """All that one needs to decide."""
    yield f"{look.styled(each.fact, 'bold')}{escape(_value(each.node))}  {look.styled(escape(each.why), 'dim')}"
    yield f"  {info.title}"
    for side in sides(each.node) if each.node else []:
        if each.node and "conflict" in each.node:
            readers = ", by the second reader" if side.get(READ_BY) == [MODEL] else ""
            yield f"  {look.styled(escape(value_words(side['value'])), 'bold')}, {side['confidence']} confidence{readers}:"
        for piece in evidence_of(side):
            yield from _clause(facts, piece, limits, look, "new" if piece in _new(each.node) else "")
    beside = each.node or {}
    for label, said in (
        ("set aside", beside.get("set_aside", ())),
        ("the terms read as", beside.get("review", {}).get("read", ())),
    ):
        for side in said:
            yield f"  {label}: {look.styled(escape(value_words(side['value'])), 'bold')}"
            for piece in evidence_of(side):
                yield from _clause(facts, piece, limits, look)
    if "doubts" in beside:
        yield "  may be taken back by:"
        for piece in evidence_of(beside["doubts"]):
            yield from _clause(facts, piece, limits, look)


def _new(node: FactNode | None) -> list[FactNode]:
    """The clauses that a stale review did not see."""
    return new_clauses(node) if node and node.get("review", {}).get("status") == "stale" else []


def _value(node: FactNode | None) -> str:
    if node is None:
        return ""
    if is_not_there(node):
        return ": not there"
    return f" = {' | '.join(_side(side) for side in sides(node))}"


def _side(side: FactNode) -> str:
    return f"{value_words(side['value'])}{' (second reader)' if side.get(READ_BY) == [MODEL] else ''}"


def _clause(facts: FactsFile, piece: FactNode, limits: Limits, look: Look, note: str = "") -> Iterator[str]:
    """The clause between the lines that stand above and below it."""
    path = facts.document_path(piece["document"])
    first, last = piece["lines"]
    heading = ", ".join(filter(None, (piece.get("section", ""), piece.get("place", ""), note)))
    yield f"  {look.styled(escape(f'{shown_path(path)}:{first}'), 'bold')}  {escape(heading)}".rstrip()
    try:
        source = read_source(path, limits)
    except InputError:  # it was readable a moment ago; the clause itself is in the facts file
        source = Source("", "", "", (), ())
    lines = source.text.splitlines()
    room = max(look.width - 8, MIN_ROOM)
    before = [line for line in lines[: first - 1] if line.strip()][-1:]
    after = [line for line in lines[last:] if line.strip()][:1]
    for line in before:
        yield look.styled(f"      {clipped(escape(line.strip()), room)}", "dim")
    for line in quote_lines(piece["quote"], piece.get("words", ()), color=look.color, width=room, whole=True):
        yield f"    | {line}"
    for line in after:
        yield look.styled(f"      {clipped(escape(line.strip()), room)}", "dim")
