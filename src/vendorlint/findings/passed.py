"""Why there is no finding: what the terms state of the facts that a rule reads. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from vendorlint.facts.file import fact_node, sides, value_of
from vendorlint.findings.finding import Clause, Finding, clause_of
from vendorlint.findings.subjects import Subject
from vendorlint.policy.rules import Rule
from vendorlint.project.declared import PREFIX, Declaration


@dataclass(frozen=True, slots=True)
class Reading:
    """What the terms say of a fact. `status` is stated, silent or conflict; a silence has neither value nor clause.

    A provision that a person declares is read from `declaration`, not from a clause.
    """

    fact: str
    status: str
    value: Any
    clause: Clause | None
    declaration: Declaration | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """A rule that the policy turns on and that had nothing to report about a vendor."""

    rule: str
    vendor: str
    readings: tuple[Reading, ...]


def passed_rules(subject: Subject, rules: Iterable[Rule], findings: Iterable[Finding]) -> Iterator[Passed]:
    """Those of `rules`, the ones that are on, without a finding about the subject."""
    found = {finding.rule for finding in findings}
    for rule in rules:
        if rule.id not in found:
            readings = tuple(_reading(subject, fact, rule) for fact in rule.facts)
            yield Passed(rule.id, subject.vendor.id, readings)


def _reading(subject: Subject, fact: str, rule: Rule) -> Reading:
    if fact.startswith(PREFIX):
        declared = subject.vendor.declaration(fact)
        return Reading(fact, "stated" if declared else "silent", declared.agreed if declared else None, None, declared)
    node = fact_node(subject.facts["facts"], fact)
    if node is None:
        return Reading(fact, "silent", None, None)
    evidence = next((piece for side in sides(node) for piece in side["evidence"]), None)
    clause = clause_of(evidence, subject, rule) if evidence else None
    return Reading(fact, "conflict" if "conflict" in node else "stated", value_of(node), clause)
