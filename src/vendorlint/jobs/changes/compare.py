"""Compares two reports: facts gained, lost and changed; violations introduced and resolved; clauses to read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from vendorlint.choices import SEVERITIES, VIOLATION_KINDS, Threshold, ViolationKind
from vendorlint.errors import InputError
from vendorlint.facts.file import FactNode, evidence_of, iter_facts, sides, value_of
from vendorlint.facts.reviewed import reviewed_words, why_stale
from vendorlint.facts.wording import value_words
from vendorlint.findings.finding import Finding
from vendorlint.findings.report import Report
from vendorlint.findings.subjects import Subject
from vendorlint.findings.unchecked import Unchecked, whole_vendors
from vendorlint.jobs.changes.texts import ClauseChange, clause_changes
from vendorlint.project.vendors import Vendor

# What readers look for comes first: may they train on it, and what may they do with it. What kind of document it is, last.
FIRST_FAMILIES = ("ai", "licence")
LAST_FAMILIES = ("document",)


@dataclass(frozen=True, slots=True)
class Quote:
    """A clause that proves a value: its document's file, first line, heading and number, its text and the telling words of it."""

    path: Path
    line: int
    section: str
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """What one version states of a fact. `value` is a list of its values where its clauses conflict, and None where it is
    stated for others alone; `scope` is for whom alone it is, `others` has (scope, value) of what holds for others.

    `review` says of a person's review that no longer holds why it does not.
    """

    value: Any
    conflict: bool
    quotes: tuple[Quote, ...]
    scope: Mapping[str, str] = field(default_factory=dict)
    others: tuple[tuple[Mapping[str, str], Any], ...] = ()
    review: str = ""


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that is stated in one version alone (`old` or `new` is None), or with another value in each, or whose review
    holds in the old one alone."""

    vendor: str
    fact: str
    old: Stated | None
    new: Stated | None

    @property
    def kind(self) -> Literal["gained", "lost", "changed"]:
        """What became of it."""
        return "gained" if self.old is None else "lost" if self.new is None else "changed"


@dataclass(frozen=True, slots=True)
class ViolationChange:
    """A violation of one version alone (introduced, resolved), or more or less severe in the new one (worse, better).

    Terms that were silent, which the policy may find as well, and now say what it forbids introduce a violation. `why` says of
    one that is resolved because its rule is not asked of the vendor any more what vendor.yaml declares otherwise.
    """

    kind: ViolationKind
    finding: Finding
    why: str = ""


@dataclass(frozen=True, slots=True)
class TermsVersion:
    """One of the two versions. Paths under `root` are told as `<label>:<path>`, others as they are."""

    report: Report
    label: str
    root: Path | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """All of it. `vendors` were compared; `appeared` and `vanished` are in one version alone; what was `unchecked` is in neither.

    Facts are in the order in which to tell them, vendor by vendor; so are violations, what is new and grave first.
    """

    old: TermsVersion
    new: TermsVersion
    vendors: tuple[str, ...]
    appeared: tuple[str, ...]
    vanished: tuple[str, ...]
    facts: tuple[FactChange, ...]
    violations: tuple[ViolationChange, ...]
    clauses: tuple[ClauseChange, ...]

    @property
    def unchecked(self) -> tuple[tuple[TermsVersion, Unchecked], ...]:
        """What could not be read of each version."""
        return tuple((version, each) for version in (self.old, self.new) for each in version.report.unchecked)

    def reaches(self, threshold: Threshold) -> bool:
        """Whether there is a change at or above a threshold."""
        kinds = {change.kind for change in self.violations}
        if threshold == "introduced":
            return "introduced" in kinds
        if threshold == "worse":
            return bool(kinds & {"introduced", "worse"})
        return bool(self)

    def __bool__(self) -> bool:
        return bool(self.appeared or self.vanished or self.facts or self.violations or self.clauses)


def compare(old: TermsVersion, new: TermsVersion) -> Changes:
    """Compare two versions. A vendor is told by its id, or is the only one on each side; so is a document of a vendor.

    A vendor that could not be judged in one of them is left out. Raises InputError for a document that cannot be read.
    """
    missing = whole_vendors(old.report.unchecked) | whole_vendors(new.report.unchecked)
    pairs, appeared, vanished = _pairs(_without(old.report.subjects, missing), _without(new.report.subjects, missing))
    facts: list[FactChange] = []
    clauses: list[ClauseChange] = []
    names: dict[str, str] = {}
    for before, after in pairs:
        names[before.vendor.id] = after.vendor.id
        found = sorted(_fact_changes(before, after), key=lambda change: family_rank(change.fact))
        facts.extend(found)
        told = {quote.text for change in found for side in (change.old, change.new) if side for quote in side.quotes}
        clauses.extend(clause_changes(after.vendor.id, before.documents, after.documents, told))
    compared = tuple(after.vendor.id for _, after in pairs)
    before_all, after_all = (
        [finding for finding in version.report.findings if finding.vendor not in missing] for version in (old, new)
    )
    unasked = dict(_unasked(pairs, new.report))
    violations = sorted(_violation_changes(before_all, after_all, names, unasked), key=_gravity)
    return Changes(old, new, compared, appeared, vanished, tuple(facts), tuple(violations), tuple(clauses))


def _without(subjects: Sequence[Subject], missing: Collection[str]) -> list[Subject]:
    return [subject for subject in subjects if subject.vendor.id not in missing]


def _pairs(
    old: Sequence[Subject], new: Sequence[Subject]
) -> tuple[list[tuple[Subject, Subject]], tuple[str, ...], tuple[str, ...]]:
    if len(old) == len(new) == 1:
        return [(old[0], new[0])], (), ()
    before = {subject.vendor.id: subject for subject in old}
    after = {subject.vendor.id: subject for subject in new}
    both = [(before[name], after[name]) for name in sorted(before.keys() & after.keys())]
    return both, tuple(sorted(after.keys() - before.keys())), tuple(sorted(before.keys() - after.keys()))


def _fact_changes(before: Subject, after: Subject) -> Iterator[FactChange]:
    old, new = facts_said(before), facts_said(after)
    for fact in dict.fromkeys((*old, *new)):
        was, now = old.get(fact), new.get(fact)
        if was is None or now is None or comparable(was) != comparable(now) or _fell(was, now):
            yield FactChange(
                after.vendor.id,
                fact,
                stated_of(was, before) if was else None,
                stated_of(now, after) if now else None,
            )


def _fell(was: FactNode, now: FactNode) -> bool:
    """Whether a person's review of a fact does not hold any more."""
    return not _is_stale(was) and "review" in was and _is_stale(now)


def _is_stale(node: FactNode) -> bool:
    return bool(node.get("review", {}).get("status") == "stale")


def family_rank(fact: str) -> int:
    """Where a fact stands among those to be told, by its family; within one the order is that of the facts file."""
    family = fact.partition(".")[0]
    if family in FIRST_FAMILIES:
        return FIRST_FAMILIES.index(family)
    return len(FIRST_FAMILIES) + (family in LAST_FAMILIES)


def facts_said(subject: Subject) -> dict[str, FactNode]:
    """The facts that are stated for somebody, without those that a person marked as not there."""
    return {fact: node for fact, node in iter_facts(subject.facts["facts"]) if sides(node) or "elsewhere" in node}


def comparable(node: FactNode) -> tuple[Any, ...]:
    """What a fact says such that equal ones compare equal: a set, the sides of a conflict and those for others have no order."""
    others = sorted((sorted(side["scope"].items()), _plain(side["value"])) for side in node.get("elsewhere", ()))
    return "conflict" in node, _plain(value_of(node)), node.get("scope", {}), others


def _plain(value: Any) -> str:
    return str(sorted(map(str, value))) if isinstance(value, list) else str(value)


def stated_of(node: FactNode, subject: Subject) -> Stated:
    """What a node of a facts file states, with its clauses. Raises InputError for evidence of no known document."""
    quotes = tuple(
        _quote(evidence, subject)
        for side in (*sides(node), *node.get("elsewhere", ()))
        for evidence in evidence_of(side)
        if evidence.get("role", "statement") != "lead_in"
    )
    others = tuple((side["scope"], side["value"]) for side in node.get("elsewhere", ()))
    review = f"{reviewed_words(node['review'])}, and {why_stale(node)}" if _is_stale(node) else ""
    return Stated(value_of(node), "conflict" in node, quotes, node.get("scope", {}), others, review)


def _quote(evidence: Mapping[str, Any], subject: Subject) -> Quote:
    path = subject.documents.get(evidence["document"])
    if path is None:
        raise InputError(f"evidence is of an unknown document '{evidence['document']}'", subject.home)
    number, section = evidence.get("number", ""), evidence.get("section", "")
    where = ", ".join(filter(None, (section, "" if section.startswith(number) else number, evidence.get("place"))))
    return Quote(path, evidence["lines"][0], where, evidence["quote"], tuple(evidence.get("words", ())))


def _violation_changes(
    old: Sequence[Finding],
    new: Sequence[Finding],
    names: Mapping[str, str],
    unasked: Mapping[tuple[str, str], str],
) -> Iterator[ViolationChange]:
    """Violations are the same where vendor, rule and fact are: where the clause stands and how it is worded does not matter."""
    before = _most_severe(old, names)
    after = _most_severe(new, {})
    for key in sorted(before.keys() | after.keys()):
        if key not in before:
            yield ViolationChange("introduced", after[key])
        elif key not in after:
            yield ViolationChange("resolved", before[key], unasked.get(key[:2], ""))
        elif kind := _shift(before[key], after[key]):
            yield ViolationChange(kind, after[key])


def _unasked(pairs: Sequence[tuple[Subject, Subject]], report: Report) -> Iterator[tuple[tuple[str, str], str]]:
    """By vendor and rule of the new version: why a rule does not apply to the vendor any more."""
    told = {after.vendor.id: ", ".join(_declared_otherwise(before.vendor, after.vendor)) for before, after in pairs}
    for each in report.idle:
        if why := told.get(each.vendor):
            yield (each.vendor, each.rule), f"not asked any more: {why}"


def _declared_otherwise(before: Vendor, after: Vendor) -> Iterator[str]:
    """What decides whom a rule applies to, where it is declared otherwise now."""
    for name, was, now in (("tier", [before.tier], [after.tier]), ("data", before.data, after.data)):
        if set(was) != set(now):
            yield f"{name} {value_words(list(was))} -> {value_words(list(now))}"


def _shift(before: Finding, after: Finding) -> ViolationKind | None:
    """What became of a violation that both versions have: terms that were silent and now say it break the policy anew."""
    silent = before.status == "silent", after.status == "silent"
    if silent == (True, False):
        return "introduced"
    if silent == (False, True):
        return "better"
    difference = _rank(before) - _rank(after)
    return "worse" if difference > 0 else "better" if difference < 0 else None


def _most_severe(findings: Sequence[Finding], names: Mapping[str, str]) -> dict[tuple[str, str, str], Finding]:
    found: dict[tuple[str, str, str], Finding] = {}
    for finding in findings:
        key = names.get(finding.vendor, finding.vendor), finding.rule, finding.fact
        if not finding.waived and (key not in found or _rank(finding) < _rank(found[key])):
            found[key] = finding
    return found


def _gravity(change: ViolationChange) -> tuple[int, int]:
    return (0, 2, 1, 3)[VIOLATION_KINDS.index(change.kind)], _rank(change.finding)


def _rank(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)
