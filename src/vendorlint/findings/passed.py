"""Why there is no finding: what the terms state of the facts that a rule reads. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from vendorlint.choices import StatedStatus
from vendorlint.facts.file import FactNode, evidence_of, fact_node, sides, value_of
from vendorlint.facts.quotes import fold_space
from vendorlint.findings.citation import Citation, citation_of
from vendorlint.findings.finding import Finding
from vendorlint.findings.override import Override, ReadAs, override_of, read_as
from vendorlint.findings.second_reader import read_by_words
from vendorlint.findings.subjects import Subject
from vendorlint.policy.rules import Rule
from vendorlint.project.declared import PREFIX, Declaration


@dataclass(frozen=True, slots=True)
class StatedFact:
    """What the terms say of a fact; a silence has neither value nor citation.

    A provision that a person declares rests on `declaration`, not on a citation; a value that a person set rests on `override`,
    and on a citation only where a clause states it. `set_aside` is what documents say that stand behind others. `read_by` says who
    read it, where a second reader did.
    """

    fact: str
    status: StatedStatus
    value: Any
    citation: Citation | None
    declaration: Declaration | None = None
    override: Override | None = None
    set_aside: tuple[ReadAs, ...] = ()
    read_by: str = ""


@dataclass(frozen=True, slots=True)
class Passed:
    """A rule that the policy turns on and that had nothing to report about a vendor; `facts` are those that it reads."""

    rule: str
    vendor: str
    facts: tuple[StatedFact, ...]


@dataclass(frozen=True, slots=True)
class Idle:
    """A rule that the policy turns on for vendors of other tiers or data than this one: it has neither passed nor failed."""

    rule: str
    vendor: str


def passed_rules(subject: Subject, rules: Iterable[Rule], findings: Iterable[Finding]) -> Iterator[Passed]:
    """Those of `rules`, the ones that are on and apply to the subject, without a finding about it."""
    found = {finding.rule for finding in findings}
    for rule in rules:
        if rule.id not in found:
            facts = tuple(_stated(subject, fact, rule) for fact in rule.facts)
            yield Passed(rule.id, subject.vendor.id, facts)


def _stated(subject: Subject, fact: str, rule: Rule) -> StatedFact:
    if fact.startswith(PREFIX):
        return _declared(fact, subject.vendor.declaration(fact))
    node = fact_node(subject.facts["facts"], fact)
    if node is None or not sides(node):
        return StatedFact(fact, "silent", None, None)
    citation = _citation(subject, node, rule)
    aside = tuple(read_as(node.get("set_aside", ()), subject, rule.path))
    status: StatedStatus = "conflict" if "conflict" in node else "stated"
    override, readers = override_of(fact, subject, rule), read_by_words(fact, node, subject)
    return StatedFact(fact, status, value_of(node), citation, None, override, aside, readers)


def _citation(subject: Subject, node: FactNode, rule: Rule) -> Citation | None:
    """The first clause that states a fact; of a value that a person set none that the terms read as another value."""
    against = [side for side in node.get("review", {}).get("read", ()) if side["value"] != node.get("value")]
    opposing = [(piece["document"], fold_space(piece["quote"])) for side in against for piece in evidence_of(side)]
    for side in sides(node):
        for piece in evidence_of(side):
            if not opposing:  # as of most
                return citation_of(piece, subject, rule.path)
            quote = fold_space(piece["quote"])
            if not any(piece["document"] == name and (quote in other or other in quote) for name, other in opposing):
                return citation_of(piece, subject, rule.path)
    return None


def _declared(fact: str, declared: Declaration | None) -> StatedFact:
    if declared is None:
        return StatedFact(fact, "silent", None, None)
    return StatedFact(fact, "stated", declared.agreed, None, declared)
