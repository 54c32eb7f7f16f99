"""The main job: vendors and their facts in, findings out. Rego alone judges; nothing here decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vendorlint.baseline import read_baseline
from vendorlint.bundled import bundled
from vendorlint.config import Config
from vendorlint.declared import declared_facts
from vendorlint.engines import DEADLINE_SECONDS, Engine, open_engine
from vendorlint.engines.embedded import EmbeddedEngine
from vendorlint.errors import NothingToCheckError
from vendorlint.findings import Finding, findings_of, order
from vendorlint.notices import Notice
from vendorlint.own_facts import own_facts
from vendorlint.passed import Passed, passed_rules
from vendorlint.policy import Policy, load_policy, required_review, rule_data
from vendorlint.provenance import provenance_notices
from vendorlint.quotes import reading_notices
from vendorlint.rules import Module, Rule, RuleSet, load_rules
from vendorlint.schemas import fact_ids
from vendorlint.subjects import Subject, Track, read_subjects
from vendorlint.targets import Targets
from vendorlint.waivers import Waiver, notices, read_waivers


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run. `today` is the date that rules went by, ISO 8601; `rules` are those that the policy turns on, by id;
    `subjects` is what was judged, in the order of the targets."""

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

    @property
    def vendors(self) -> tuple[str, ...]:
        """The ids of the vendors that were judged."""
        return tuple(subject.vendor.id for subject in self.subjects)

    def count(self, severity: str) -> int:
        """How many findings that count have this severity."""
        return sum(finding.counts and finding.severity == severity for finding in self.findings)


def check_targets(  # noqa: PLR0913 - two of them only for whoever watches or tests
    targets: Targets,
    config: Config,
    today: str,
    *,
    with_waivers: bool = True,
    deadline_seconds: float = DEADLINE_SECONDS,
    track: Track = iter,
) -> Report:
    """Judge the targets by the rules and the policy of the configuration, its waivers and its baseline.

    `track` goes through the vendors while they are read, and may show how far it is.

    Raises VendorlintError: input that is wrong, nothing to check, an engine that failed.
    """
    if not targets:
        raise NothingToCheckError("no vendor to check")
    rules = all_rules(config)
    policy = load_policy(config.policy, config.root, rules.rules, review=required_review(config))
    subjects = read_subjects(targets, config, track=track)
    engine = open_engine(config.engine, opa=config.opa, deadline_seconds=deadline_seconds)
    waivers = all_waivers(config, rules) if with_waivers else ()
    baseline = read_baseline(config.baseline)
    data = rule_data(policy, [subject.vendor for subject in subjects], today, waivers)
    results = engine.evaluate(_modules(engine, rules, policy), data, [subject.facts for subject in subjects])
    on = [rules.rules[rule] for rule in sorted(policy.requirements)]
    found = _findings(subjects, results, rules, policy)
    findings = tuple(
        sorted((replace(each, baselined=each.fingerprint in baseline) for some in found for each in some), key=order)
    )
    vendors = tuple(subject.vendor.id for subject in subjects)
    return Report(
        findings=findings,
        passed=tuple(
            passed for pair in zip(subjects, found, strict=True) for passed in passed_rules(pair[0], on, pair[1])
        ),
        rules=tuple(on),
        subjects=tuple(subjects),
        packs=policy.packs,
        engine=engine.name,
        engine_version=engine.version,
        decision_ids=engine.decision_ids,
        today=today,
        notices=(
            *notices(waivers, findings, vendors, _folders(config), today),
            *(notice for subject in subjects for notice in reading_notices(subject.documents.values(), config)),
            *(notice for subject in subjects for notice in provenance_notices(subject.home, subject.facts)),
        ),
    )


def _folders(config: Config) -> set[str]:
    """The ids of all vendors of the configuration, checked or not."""
    return {folder.name for folder in config.vendors.iterdir()} if config.vendors.is_dir() else set()


def _modules(engine: Engine, rules: RuleSet, policy: Policy) -> tuple[Module, ...]:
    """What the engine is given: a server the whole pack, which it knows by its hash; the embedded one no shipped rule that is
    off, because it loads them in each run."""
    if engine.name != EmbeddedEngine.name:
        return rules.modules
    folder = rules_folder() / "rules"
    off = {str(folder / name / f"{name}.rego") for name in _names(rules.rules) - _names(policy.requirements)}
    return tuple(module for module in rules.modules if module.path not in off)


def _names(rules: Iterable[str]) -> set[str]:
    return {rule.replace("-", "_") for rule in rules}


def all_rules(config: Config) -> RuleSet:
    """The rules that ship with vendorlint, and those of the configuration."""
    return load_rules([rules_folder(), *config.rego], shipped=rules_folder(), own=own_facts(config.facts))


def all_waivers(config: Config, rules: RuleSet) -> tuple[Waiver, ...]:
    """The waivers of the configuration. Raises InputError and InputErrors."""
    facts = (*fact_ids(own_facts(config.facts)), *declared_facts())
    return read_waivers(config.waivers, rules.rules, facts)


def rules_folder() -> Path:
    """Where the rules that ship with vendorlint are."""
    return bundled("rego") / "vendorlint"


def _findings(
    subjects: Sequence[Subject], results: Sequence[list[dict[str, object]]], rules: RuleSet, policy: Policy
) -> list[list[Finding]]:
    """The findings about each subject."""
    seen: Counter[tuple[str, ...]] = Counter()
    return [
        findings_of(answers, subject, rules.rules, policy.origins, seen)
        for subject, answers in zip(subjects, results, strict=True)
    ]
