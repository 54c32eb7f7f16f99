"""Overrides: values that a person set, with what the terms read as instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from vendorlint.facts.file import FactNode, evidence_of, fact_node
from vendorlint.facts.provenance import is_overridden
from vendorlint.findings.citation import Citation, citation_of
from vendorlint.findings.subjects import Subject
from vendorlint.policy.rules import Rule


@dataclass(frozen=True, slots=True)
class ReadAs:
    """A value that the terms read as, with the clauses that state it."""

    value: Any
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Override:
    """Who set a fact's value, when (ISO 8601) and why; `read` is empty where the terms read as that value too, or as none."""

    by: str
    date: str
    reason: str
    read: tuple[ReadAs, ...]


def override_of(fact: str, subject: Subject, rule: Rule) -> Override | None:
    """What a person set a fact to; None where it is as it was read. `rule` is the one that asks."""
    node = fact_node(subject.facts["facts"], fact)
    if node is None or not is_overridden(node):
        return None
    review = node["review"]
    return Override(
        review["by"], review["date"], review["reason"], tuple(read_as(review.get("read", ()), subject, rule))
    )


def read_as(sides: Iterable[FactNode], subject: Subject, rule: Rule) -> Iterator[ReadAs]:
    """Sides of a fact that do not decide it, with their citations."""
    for side in sides:
        yield ReadAs(side["value"], tuple(citation_of(piece, subject, rule) for piece in evidence_of(side)))
