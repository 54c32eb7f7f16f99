"""Why there is no finding: what the terms state of the facts that a rule reads. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from vendorlint.choices import StatedStatus
from vendorlint.facts.file import fact_node, sides, value_of
from vendorlint.findings.finding import Citation, Finding, citation_of
from vendorlint.findings.subjects import Subject
from vendorlint.policy.rules import Rule
from vendorlint.project.declared import PREFIX, Declaration


@dataclass(frozen=True, slots=True)
class StatedFact:
    """What the terms say of a fact; a silence has neither value nor citation.

    A provision that a person declares rests on `declaration`, not on a citation.
    """

    fact: str
    status: StatedStatus
    value: Any
    citation: Citation | None
    declaration: Declaration | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """A rule that the policy turns on and that had nothing to report about a vendor; `facts` are those that it reads."""

    rule: str
    vendor: str
    facts: tuple[StatedFact, ...]


def passed_rules(subject: Subject, rules: Iterable[Rule], findings: Iterable[Finding]) -> Iterator[Passed]:
    """Those of `rules`, the ones that are on, without a finding about the subject."""
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
    evidence = next((piece for side in sides(node) for piece in side["evidence"]), None)
    citation = citation_of(evidence, subject, rule) if evidence else None
    return StatedFact(fact, "conflict" if "conflict" in node else "stated", value_of(node), citation)


def _declared(fact: str, declared: Declaration | None) -> StatedFact:
    if declared is None:
        return StatedFact(fact, "silent", None, None)
    return StatedFact(fact, "stated", declared.agreed, None, declared)
