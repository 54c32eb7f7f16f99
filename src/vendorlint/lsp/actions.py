"""What one may do about a fact or a finding: confirm it, override it, waive it, open its rule's page.

The editor gets the text that the command line would write, as an edit of what it has open: nothing is saved until the person saves
it. Where a person has to say why, the reason is empty, and the margin asks for it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.errors import InputError, VendorlintError
from vendorlint.facts.file import FactNode, evidence_of, fact_node, read_facts
from vendorlint.facts.reviewed import read_sides
from vendorlint.facts.wording import value_words
from vendorlint.files.git import user_name
from vendorlint.files.text import holding
from vendorlint.jobs.review import Decision, decided_text, readable_facts
from vendorlint.jobs.waive import has_waiver, waived_text
from vendorlint.lsp.knowledge import Knowledge
from vendorlint.lsp.outline import keys_at, word_at
from vendorlint.lsp.problems import Problem, contains
from vendorlint.lsp.query import Query
from vendorlint.project.folders import home_of
from vendorlint.project.vendors import FACTS_NAME
from vendorlint.reports.parts.wording import web_link
from vendorlint_extractor.ontology import FactInfo

WAIVED_DAYS = 90  # how long a waiver lasts unless the person writes another day
MAX_VALUES = 12  # that are offered of a fact
CONFIRM, OVERRIDE, NOT_THERE, WAIVE = "confirm", "override", "not there", "waive"


@dataclass(frozen=True, slots=True)
class Action:
    """Something to offer: what it is called, the page that it opens, or what `changed_text` takes to work out its edit."""

    title: str
    page: str = ""
    edit: Mapping[str, Any] | None = None


def actions(query: Query, problems: Iterable[Problem]) -> Iterator[Action]:
    """What to offer at a place; `problems` are those that the file's margin shows."""
    known = query.known
    here = [each for each in problems if each.vendor and contains(each.region, query.place)]
    with holding(query.workspace.unsaved()):
        home = home_of(query.path, known.project.config.vendors) or query.path.parent
        for fact in dict.fromkeys([*_named(query), *(each.fact for each in here)]):
            yield from _of_fact(fact, home / FACTS_NAME, known)
    for each in here:
        if each.level != "hint" and _may_be_waived(each, query):
            yield Action(
                f"Waive {each.code} for {each.vendor}", edit={"do": WAIVE, "rule": each.code, "vendor": each.vendor}
            )
    for rule in dict.fromkeys([*(each.code for each in here), word_at(query.lines, *query.place)]):
        if rule in known.rules and (page := web_link(known.rules[rule].documentation)):
            yield Action(f"Open the page of {rule}", page=page)


def _may_be_waived(problem: Problem, query: Query) -> bool:
    rule = query.known.rules.get(problem.code)
    if rule is None or rule.mandatory:
        return False
    try:
        with holding(query.workspace.unsaved()):
            return not has_waiver(query.known.project.config.waivers, rule.id, problem.vendor)
    except VendorlintError:  # the margin says what is wrong
        return False


def changed_text(query: Query, wanted: Mapping[str, Any], today: datetime.date) -> tuple[Path, str]:
    """The file that an action changes, and its text then. Raises VendorlintError where the file cannot be read, or is not as it was."""
    project = query.known.project
    by = user_name(project.config.root)
    with holding(query.workspace.unsaved()):
        if wanted["do"] == WAIVE:
            last = (today + datetime.timedelta(days=WAIVED_DAYS)).isoformat()
            entry = {
                "rule": wanted["rule"],
                "vendor": wanted["vendor"],
                "reason": "",
                "approved_by": by,
                "expires": last,
            }
            return project.config.waivers, waived_text(entry, project.config.waivers)
        home = home_of(query.path, project.config.vendors) or query.path.parent
        facts = readable_facts(home / FACTS_NAME, project)
        decision = _decision(wanted, fact_node(facts.facts, wanted["fact"]) or {}, by, today.isoformat())
        return facts.path, decided_text(facts, [decision], project)


def _named(query: Query) -> Iterator[str]:
    """The fact in whose entry of a facts file a place is."""
    if query.kind == "facts":
        keys = keys_at(query.lines, query.place[0])
        names = (".".join(keys[1:end]) for end in range(len(keys), 1, -1)) if keys[:1] == ("facts",) else ()
        yield from [name for name in names if name in query.known.project.facts.infos][:1]


def _of_fact(fact: str, path: Path, known: Knowledge) -> Iterator[Action]:
    info = known.project.facts.infos.get(fact)
    try:
        node = fact_node(read_facts(path, known.project).facts, fact) if info and path.is_file() else None
    except VendorlintError:  # the margin says what is wrong
        return
    if info is None or node is None:
        return
    status = node.get("review", {}).get("status")
    if status not in ("confirmed", "overridden"):
        yield Action(f"Confirm {fact}", edit={"do": CONFIRM, "fact": fact})
    if read_sides(node) and any(map(evidence_of, read_sides(node))):
        for value in _other_values(info, node):
            shown = f"Override {fact}: {value_words(value)}"
            yield Action(shown, edit={"do": OVERRIDE, "fact": fact, "value": value})
        if status != "overridden":
            yield Action(f"Override {fact}: the terms do not state it", edit={"do": NOT_THERE, "fact": fact})


def _other_values(info: FactInfo, node: FactNode) -> list[Any]:
    """Those that a person may choose from; of a number, a date, a set or a text the one that is there, to be changed."""
    values: list[Any] = [True, False] if info.type == "bool" else list(info.values) if info.type == "enum" else []
    others = [value for value in values if value != node.get("value")]
    return others[:MAX_VALUES] or [read_sides(node)[0]["value"]]


def _decision(wanted: Mapping[str, Any], node: FactNode, by: str, today: str) -> Decision:
    fact = wanted["fact"]
    if wanted["do"] == CONFIRM:
        return Decision(fact, "confirmed", by, today)
    if wanted["do"] == NOT_THERE:
        return Decision(fact, "overridden", by, today, not_there=True)
    agreeing = sorted(read_sides(node), key=lambda side: side["value"] != wanted["value"])  # its own clause first
    pieces = [piece for side in agreeing for piece in evidence_of(side) if piece.get("role") != "lead_in"]
    if not pieces:
        raise InputError(f"{fact} has no clause that an override could rest on")
    return Decision(fact, "overridden", by, today, value=wanted["value"], quote=pieces[0]["quote"])
