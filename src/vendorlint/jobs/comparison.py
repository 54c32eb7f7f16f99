"""Two vendors, or two offers of one, side by side: what each says of every fact, and which is better for the customer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from vendorlint.choices import SEVERITIES, Severity
from vendorlint.errors import InputError
from vendorlint.facts.file import FactNode, sides
from vendorlint.findings.finding import Finding
from vendorlint.findings.report import Report
from vendorlint.findings.subjects import Subject
from vendorlint.jobs.changes.compare import Stated, comparable, facts_said, family_rank, stated_of
from vendorlint.jobs.check import check_targets
from vendorlint.project.project import Project
from vendorlint.project.targets import find_targets
from vendorlint_extractor.ontology import FactInfo

Side = Literal["first", "second"]
Ground = Literal["risk", "policy"]  # the order of a fact's values, or what the policy finds


@dataclass(frozen=True, slots=True)
class Offer:
    """One of the two: the word by which it was named, the name to show (of a file its path), and the report on it alone."""

    word: str
    name: str
    report: Report

    @property
    def subject(self) -> Subject:
        """Its terms."""
        return self.report.subjects[0]


@dataclass(frozen=True, slots=True)
class Said:
    """What an offer says of a fact, None for nothing, and the finding that counts and is the most severe on it."""

    stated: Stated | None
    finding: Finding | None

    @property
    def severity(self) -> Severity | None:
        """That of the finding."""
        return self.finding.severity if self.finding else None


@dataclass(frozen=True, slots=True)
class ComparedFact:
    """A fact of both. `better` is the one that is better for the customer, as `by` says; None where nothing does."""

    fact: str
    title: str
    first: Said
    second: Said
    differs: bool
    better: Side | None
    by: Ground | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs comes first, and of that what one is better in."""

    first: Offer
    second: Offer
    facts: tuple[ComparedFact, ...]

    @property
    def differing(self) -> tuple[ComparedFact, ...]:
        """Those in which they differ."""
        return tuple(each for each in self.facts if each.differs)

    def better_in(self, side: Side) -> int:
        """In how many facts one of them is the better."""
        return sum(each.better == side for each in self.facts)


def compared_offers(first: str, second: str, project: Project, today: str) -> Comparison:
    """Two vendors (by id or folder), documents or facts files, judged by the project's policy. Raises VendorlintError."""
    reports = [_report(word, project, today) for word in (first, second)]
    one, other = (
        Offer(word, word if Path(word).is_file() else report.subjects[0].vendor.name, report)
        for word, report in zip((first, second), reports, strict=True)
    )
    facts = sorted(_facts(one, other, project.facts.infos), key=_rank)
    return Comparison(one, other, tuple(facts))


def _report(word: str, project: Project, today: str) -> Report:
    report = check_targets(find_targets([Path(word)], project.config), project, today)
    if len(report.subjects) != 1:
        raise InputError(f"'{word}' has {len(report.subjects)} vendors; expected one, a document or a facts file")
    return report


def _facts(first: Offer, second: Offer, infos: Mapping[str, FactInfo]) -> Iterator[ComparedFact]:
    said = [facts_said(offer.subject) for offer in (first, second)]
    found = [_findings(offer.report) for offer in (first, second)]
    for fact in dict.fromkeys((*infos, *said[0], *said[1])):
        nodes = [each.get(fact) for each in said]
        if any(nodes) or any(fact in each for each in found):
            one, other = (
                Said(stated_of(node, offer.subject) if node else None, some.get(fact))
                for node, offer, some in zip(nodes, (first, second), found, strict=True)
            )
            info = infos.get(fact)
            differs = _differ(nodes)
            better, by = _better(info, nodes, (one, other)) if differs else (None, None)
            yield ComparedFact(fact, info.title if info else fact, one, other, differs, better, by)


def _findings(report: Report) -> dict[str, Finding]:
    """By fact, the most severe, also where a person has accepted it: a waiver makes no terms better."""
    order = sorted(report.findings, key=lambda each: SEVERITIES.index(each.severity), reverse=True)
    return {finding.fact: finding for finding in order}


def _differ(nodes: Sequence[FactNode | None]) -> bool:
    one, other = (comparable(node) if node else None for node in nodes)
    return one != other


def _better(
    info: FactInfo | None, nodes: Sequence[FactNode | None], said: Sequence[Said]
) -> tuple[Side | None, Ground | None]:
    """By the order of the fact's values where both state one, else by what the policy finds: silence alone is neither."""
    worst = [_worst(info, node) for node in nodes if node]
    if info and len(worst) == 2 and None not in worst and worst[0] != worst[1]:
        return ("second" if info.worst_first(worst) == worst else "first"), "risk"
    grades = [_grade(each) for each in said]
    if grades[0] == grades[1]:
        return None, None
    return ("first" if grades[0] > grades[1] else "second"), "policy"


def _worst(info: FactInfo | None, node: FactNode) -> Any:
    """The worst value that holds for the customer; None where values have no order."""
    values = [side["value"] for side in sides(node)]
    ordered = info.worst_first(values) if info and info.risk and values else None
    return ordered[0] if ordered else None


def _grade(said: Said) -> int:
    """How well the policy takes it: the higher, the better."""
    return SEVERITIES.index(said.severity) if said.severity else len(SEVERITIES)


def _rank(each: ComparedFact) -> tuple[bool, bool, int]:
    return not each.differs, each.better is None, family_rank(each.fact)
