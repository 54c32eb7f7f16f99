"""Goes through facts with whoever sits at the terminal: a card, a key, and on to the next one or back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vendorlint.jobs.review import Decision
    from vendorlint.project.project import Project
    from vendorlint.reports.check.lines import Look
    from vendorlint_extractor.ontology import FactInfo

KEYS = "[c]onfirm, [o]verride, not [t]here, [n]ote, [s]kip, [b]ack, [q]uit"
_STEPS = {"s": 1, "b": -1}  # without a decision


@dataclass(frozen=True, slots=True)
class Asker:
    """Who is asked of which facts file; `date` is ISO 8601."""

    path: Path
    project: Project
    by: str
    date: str
    look: Look


def ask(asker: Asker, asked: Collection[str], *, only: bool) -> None:
    """Go through what waits, of the facts that are `asked` for alone where `only` says so, and write each decision as it is made."""
    from vendorlint.cli.run import print_safely
    from vendorlint.jobs.review import readable_facts
    from vendorlint.jobs.waiting import pending, silences
    from vendorlint.reports.review import beside_words, silent_lines

    facts = readable_facts(asker.path, asker.project)
    waiting = [each.fact for each in pending(facts, asked if only else None)]
    beside = len(pending(facts)) - len(waiting)
    if not waiting:
        print_safely("Nothing to review.\n")
    at = 0
    while at < len(waiting):
        step = _one(asker, waiting, at)
        if step is None:
            return
        at = max(at + step, 0)
    silent = silences(readable_facts(asker.path, asker.project), asked, asker.project.config.limits)
    told = [*silent_lines(silent, asker.look), *([beside_words(beside)] if beside else [])]
    print_safely("".join(f"{line}\n" for line in told))


def _one(asker: Asker, waiting: list[str], at: int) -> int | None:
    """Ask of one fact, as the file has it now. How many to go on by; None to quit."""
    from vendorlint.cli.run import print_safely
    from vendorlint.errors import VendorlintError
    from vendorlint.jobs.review import as_shown, readable_facts, record
    from vendorlint.jobs.waiting import as_now
    from vendorlint.reports.review import card
    from vendorlint.unsafe import escape

    facts, info = readable_facts(asker.path, asker.project), asker.project.facts.infos[waiting[at]]
    shown = card(facts, as_now(facts, info.id), info, asker.project.config.limits, asker.look)
    print_safely("".join(f"{line}\n" for line in ("", *shown)))
    while True:
        answer = _answer(f"[{at + 1}/{len(waiting)}] {KEYS}: ")
        if answer == "q":
            return None
        if answer in _STEPS:
            return _STEPS[answer]
        try:
            if decision := _decide(answer, info, asker):
                record(asker.path, asker.project, [decision], {info.id: as_shown(facts, info.id)})
                return 1
        except VendorlintError as error:
            print_safely(f"{escape(str(error))}\n")


def _answer(question: str) -> str:
    """What is typed; the end of input quits."""
    try:
        return input(question).strip().lower()[:1]
    except EOFError:
        return "q"


def _decide(answer: str, info: FactInfo, asker: Asker) -> Decision | None:
    from vendorlint.jobs.review import Decision
    from vendorlint.jobs.values import typed_value

    if answer == "c":
        return Decision(info.id, "confirmed", asker.by, asker.date)
    if answer == "n" and (note := input("Note: ").strip()):
        return Decision(info.id, "open", asker.by, asker.date, note)
    if answer == "t" and (reason := input("Reason: ").strip()):
        return Decision(info.id, "overridden", asker.by, asker.date, reason=reason, not_there=True)
    if answer == "o":
        allowed = ", ".join(info.values) or info.type
        value, reason = input(f"Value ({allowed}): ").strip(), input("Reason: ").strip()
        quote = input("Clause, word for word: ").strip()
        if value and reason and quote:
            set_to = typed_value(info.id, value, asker.project)
            return Decision(info.id, "overridden", asker.by, asker.date, "", reason, set_to, quote)
    return None
