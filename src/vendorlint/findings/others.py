"""What terms state of a finding's fact for others than the finding is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vendorlint.facts.file import evidence_of, fact_node, sides
from vendorlint.findings.citation import Citation, citation_of
from vendorlint.findings.subjects import Subject
from vendorlint.policy.rules import Rule
from vendorlint_extractor.customer import Customer


@dataclass(frozen=True, slots=True)
class Other:
    """What the terms state of a fact for somebody else, with the clause; an empty scope is everybody."""

    scope: Mapping[str, str]
    value: Any
    citation: Citation | None


def others_of(result: Mapping[str, Any], subject: Subject, rule: Rule) -> Iterator[Other]:
    """What the terms state of a result's fact with another value for others, the worst first, then in general."""
    node = fact_node(subject.facts["facts"], result["fact"]) or {}
    seen = [result["value"]]
    general = [side for side in sides(node) if node.get("scope", {}) != result.get("scope", {})]
    for side in (
        *node.get("elsewhere", ()),
        *general,
        *(each for each in node.get("set_aside", ()) if "scope" in node),
    ):
        if side["value"] not in seen:
            piece = next(iter(evidence_of(side)), None)
            yield Other(side.get("scope", {}), side["value"], citation_of(piece, subject, rule.path) if piece else None)


def is_named(customer: Customer, scopes: Iterable[Mapping[str, str]]) -> bool:
    """Whether vendor.yaml says of a customer what tells scopes apart."""
    told = {"region": customer.regions, "plan": customer.plan, "feature": customer.products}
    return all(value for key, value in told.items() if any(key in scope for scope in scopes))
