"""The page of a vendor: its facts as a list, the one that is looked at, and the contract beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlencode

from vendorlint.facts.closest import ClosestClauses
from vendorlint.facts.file import FactsFile, iter_facts
from vendorlint.findings.finding import Finding
from vendorlint.jobs.review import readable_facts
from vendorlint.jobs.waiting import asked_facts
from vendorlint.project.project import Project
from vendorlint.project.vendors import Vendor
from vendorlint.serve.cards import Card, Row, active_clauses, card, rows
from vendorlint.serve.contract import Contract
from vendorlint.serve.desk import names


@dataclass(frozen=True, slots=True)
class View:
    """What a person looks at: a fact (by its id, or the first that waits), of all facts or of those alone that the policy asks
    for, or that are assigned to a `person`."""

    fact: str = ""
    only_asked: bool = False
    person: str = ""

    def address(self, vendor: str, fact: str = "") -> str:
        """The address of the page with another fact."""
        wanted = ({"asked": "1"} if self.only_asked else {}) | ({"for": self.person} if self.person else {})
        return f"/vendors/{quote(vendor, safe='')}?{urlencode(wanted | {'fact': fact})}"

    def toggled(self) -> View:
        """The same with what the policy does not ask for, or without it."""
        return replace(self, only_asked=not self.only_asked)

    def of_everybody(self) -> View:
        """The same with what is assigned to nobody, or to others."""
        return replace(self, person="")

    def shows(self, row: Row) -> bool:
        """Whether a fact is in the list."""
        return (row.asked or not self.only_asked) and self.person in ("", row.assigned_to)


@dataclass(frozen=True, slots=True)
class Listed:
    """The facts of a vendor as a view has them."""

    facts: FactsFile
    rows: Sequence[Row]
    row: Row

    @property
    def waiting(self) -> list[str]:
        """The facts that wait, in their order."""
        return [row.fact for row in self.rows if row.group == "waiting"]


def digest_of(text: str) -> str:
    """Names a facts file as it was shown, by its text."""
    return hashlib.sha256(text.encode()).hexdigest()


def listed(vendor: Vendor, project: Project, view: View) -> Listed:
    """The facts of a view. Raises VendorlintError where the facts file does not hold."""
    facts = readable_facts(vendor.facts_path, project)
    every = rows(facts, project.facts.infos, asked_facts(project, vendor))
    shown = [row for row in every if view.shows(row)]
    row = next((row for row in every if row.fact == view.fact), None) or next(iter([*shown, *every]))
    return Listed(facts, shown, row)


def shown_card(found: Listed, project: Project, findings: Sequence[Finding], view: View) -> dict[str, Any]:
    """What the template shows of a fact and of the contract."""
    facts, row = found.facts, found.row
    documents = {each["id"]: facts.document_path(each["id"]) for each in facts.documents}
    near = ClosestClauses(facts.raw, documents, project.config.limits).of(row.fact) if row.group == "silent" else ()
    contract = Contract(facts, project.config.limits, near)
    shown = card(facts, row, project.facts.infos[row.fact], contract, near)
    links = view.address(facts.vendor)
    return {
        "card": shown,
        "digest": digest_of(facts.document.text),
        "field": _field(shown),
        "documents": list(contract.documents(active_clauses(shown), links)),
        "findings": [each for each in findings if each.fact == row.fact],
        "groups": list(_groups(found.rows)),
        "people": names(_people(facts)),
        "neighbours": _neighbours(found.rows, row),
    }


def next_fact(before: Sequence[str], fact: str, waiting: Sequence[str]) -> str:
    """The fact to look at once one is decided, of those that are `waiting` still: the next of those that waited `before`, or the
    first; empty where none waits any more."""
    place = before.index(fact) if fact in before else -1
    return next((each for each in (*before[place + 1 :], *before) if each in waiting and each != fact), "")


def _groups(shown: Sequence[Row]) -> Iterator[tuple[str, str, list[Row]]]:
    for group, title in (
        ("waiting", "To review"),
        ("decided", "Decided"),
        ("silent", "Not stated, as far as was read"),
    ):
        yield group, title, [row for row in shown if row.group == group]


def _neighbours(shown: Sequence[Row], row: Row) -> tuple[str, str]:
    """The facts before and after one in the list; empty at its ends."""
    order = [each.fact for each in shown]
    place = order.index(row.fact) if row.fact in order else -1
    before = order[place - 1] if place > 0 else ""
    return before, order[place + 1] if place + 1 < len(order) else ""


def _field(shown: Card) -> Mapping[str, Any]:
    """How the value of an override is asked for."""
    info = shown.info
    if info.type == "bool":
        return {"kind": "one", "values": ["true", "false"]}
    if info.type == "set":
        return {"kind": "several", "values": list(info.values)}
    if info.values:
        return {"kind": "one", "values": list(info.values)}
    kind = {"int": "number", "number": "number", "date": "date"}.get(info.type, "text")
    return {"kind": kind, "step": "any" if info.type == "number" else "1"}


def _people(facts: FactsFile) -> Iterator[str]:
    for _, node in iter_facts(facts.facts):
        review = node.get("review", {})
        yield from (review.get(key, "") for key in ("by", "assigned_to"))
