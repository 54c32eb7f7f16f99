"""All that a run found and judged."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property

from vendorlint.choices import Severity
from vendorlint.files.notice import Notice
from vendorlint.findings.finding import Finding
from vendorlint.findings.once import told_once
from vendorlint.findings.override import OverriddenFact
from vendorlint.findings.passed import Idle, Passed
from vendorlint.findings.subjects import Subject
from vendorlint.findings.trusted import Trusted
from vendorlint.findings.unchecked import Unchecked
from vendorlint.policy.rules import Rule


@dataclass(frozen=True)
class Report:
    """A whole run. `findings` has those of each rule, which baselines, waivers and comparisons go by; reports go by `told`. `today` is the date that rules went by, ISO 8601; `rules` are those that the policy turns on, by id;
    `subjects` is what was judged, in the order of the targets; `unchecked` is what could not be. `idle` are rules that do
    not apply to a vendor, and `overrides` the facts that are judged by a person's word."""

    findings: tuple[Finding, ...]
    passed: tuple[Passed, ...]
    rules: tuple[Rule, ...]
    subjects: tuple[Subject, ...]
    packs: tuple[str, ...]
    engine: str
    engine_version: str
    decision_ids: tuple[str, ...]
    today: str
    notices: tuple[Notice, ...]
    unchecked: tuple[Unchecked, ...] = ()
    trusted: Trusted | None = None  # where what judged is of another revision
    idle: tuple[Idle, ...] = ()
    overrides: tuple[OverriddenFact, ...] = ()

    @cached_property
    def told(self) -> tuple[Finding, ...]:
        """The findings as reports have them: what several rules find of one thing once."""
        return told_once(self.findings)

    @property
    def vendors(self) -> tuple[str, ...]:
        """The ids of the vendors that were judged."""
        return tuple(subject.vendor.id for subject in self.subjects)

    @property
    def judged(self) -> frozenset[str]:
        """The vendors to which any rule applies: of any other nothing has passed."""
        return frozenset(each.vendor for each in self.findings) | frozenset(each.vendor for each in self.passed)

    @property
    def unsure(self) -> frozenset[str]:
        """The vendors of which not everything was read, so that what is not found may be there."""
        return frozenset(each.vendor for each in self.unchecked)

    def count(self, severity: Severity) -> int:
        """How many findings that count have this severity."""
        return sum(finding.counts and finding.severity == severity for finding in self.told)

    def of_rules(self, rules: Collection[str]) -> Report:
        """What the run says by these rules alone, by their ids."""
        return replace(
            self,
            findings=tuple(each for each in self.findings if each.rule in rules),
            passed=tuple(each for each in self.passed if each.rule in rules),
            idle=tuple(each for each in self.idle if each.rule in rules),
            rules=tuple(each for each in self.rules if each.id in rules),
        )
