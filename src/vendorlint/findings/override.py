"""Overrides: values that a person set, with what the terms read as instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from vendorlint.facts.file import FactNode, evidence_of, fact_node, iter_facts, value_of
from vendorlint.facts.provenance import is_overridden
from vendorlint.files.yaml.document import read_yaml
from vendorlint.findings.citation import Citation, citation_of
from vendorlint.findings.subjects import Subject
from vendorlint.place import FilePlace
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


@dataclass(frozen=True, slots=True)
class OverriddenFact:
    """A fact of a vendor that is judged by a person's word, whatever rule asks for it; `place` is in its facts file."""

    vendor: str
    fact: str
    value: Any
    override: Override
    place: FilePlace


def overridden_facts(subject: Subject) -> Iterator[OverriddenFact]:
    """Those of a vendor, in the order of its facts."""
    path = subject.home
    nodes = [(fact, node) for fact, node in iter_facts(subject.facts["facts"]) if is_overridden(node)]
    places = read_yaml(path) if nodes else None
    for fact, node in nodes:
        place = places.place(("facts", *fact.split("."))) if places else FilePlace(path)
        yield OverriddenFact(subject.vendor.id, fact, value_of(node), _override(node, subject, str(path)), place)


def override_of(fact: str, subject: Subject, rule: Rule) -> Override | None:
    """What a person set a fact to; None where it is as it was read. `rule` is the one that asks."""
    node = fact_node(subject.facts["facts"], fact)
    if node is None or not is_overridden(node):
        return None
    return _override(node, subject, rule.path)


def _override(node: FactNode, subject: Subject, asking: str) -> Override:
    review = node["review"]
    return Override(
        review["by"], review["date"], review["reason"], tuple(read_as(review.get("read", ()), subject, asking))
    )


def read_as(sides: Iterable[FactNode], subject: Subject, asking: str) -> Iterator[ReadAs]:
    """Sides of a fact that do not decide it, with their citations; `asking` is the file to name where one is no clause."""
    for side in sides:
        yield ReadAs(side["value"], tuple(citation_of(piece, subject, asking) for piece in evidence_of(side)))
