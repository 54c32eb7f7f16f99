"""The main job: vendors and their facts in, findings out. Rego alone judges; nothing here decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from vendorlint.engines.engine import open_engine
from vendorlint.engines.limits import DEADLINE_SECONDS
from vendorlint.errors import NothingToCheckError
from vendorlint.facts.anew import Trust
from vendorlint.facts.aside import aside_notices, later_notices, overruled_notices
from vendorlint.facts.quotes import reading_notices
from vendorlint.facts.reviewed import review_notices
from vendorlint.facts.seen import seen_notices
from vendorlint.files.notice import Notice
from vendorlint.findings.baseline import in_baseline, read_baseline
from vendorlint.findings.finding import Finding, findings_of, order
from vendorlint.findings.override import overridden_facts
from vendorlint.findings.passed import Idle, passed_rules
from vendorlint.findings.report import Report
from vendorlint.findings.second_reader import inputs_of, results_of
from vendorlint.findings.subjects import Subject, Track, read_subjects
from vendorlint.findings.waived import notices
from vendorlint.jobs.in_force import modules_for, rules_in_force
from vendorlint.place import FilePlace
from vendorlint.policy.own import idle_rules, unknown_paths
from vendorlint.policy.requirements import Policy, applies, rule_data
from vendorlint.policy.rules import RuleSet
from vendorlint.policy.second_reader import worth
from vendorlint.policy.waivers import all_waivers
from vendorlint.project.cache import kept
from vendorlint.project.config import Config
from vendorlint.project.project import Project
from vendorlint.project.targets import Targets


def check_targets(  # noqa: PLR0913 - two of them only for whoever watches or tests
    targets: Targets,
    project: Project,
    today: str,
    *,
    with_waivers: bool = True,
    trust_facts: bool = False,
    deadline_seconds: float = DEADLINE_SECONDS,
    track: Track = iter,
) -> Report:
    """Judge the targets by the rules and the policy of the project, its waivers and its baseline.

    With `trust_facts` facts files are judged as they stand where they are of their documents as these are; else documents are
    read again. `track` goes through the vendors while they are read, and may show how far it is.

    A vendor or document that cannot be read is told in `unchecked` and holds up no other. Raises VendorlintError: what all
    depend on is wrong, no vendor can be judged, nothing to check, an engine that failed.
    """
    if not targets:
        raise NothingToCheckError("no vendor to check")
    config = project.config
    rules, policy = rules_in_force(project)
    waivers = all_waivers(project, rules) if with_waivers else ()
    baseline = read_baseline(config.baseline)
    trust = Trust(today, policy.overrides, trust_facts)
    subjects, unchecked = read_subjects(targets, project, trust, track=track)
    cache = kept("verdicts", config.root)
    engine = open_engine(config.engine, opa=config.opa, deadline_seconds=deadline_seconds, cache=cache)
    data = rule_data(policy, [subject.vendor for subject in subjects], today, waivers)
    answers = engine.evaluate(modules_for(engine.name, rules, policy), data, inputs_of(subjects))
    results = results_of(subjects, answers, worth(policy.requirements))
    on = [rules.rules[rule] for rule in sorted(policy.requirements)]
    about = [_about(subject, policy) for subject in subjects]
    found = _findings(subjects, results, rules, policy)
    findings = tuple(
        sorted(
            (
                replace(each, baselined=True) if in_baseline(each, baseline, on) else each
                for some in found
                for each in some
            ),
            key=order,
        )
    )
    vendors = tuple(subject.vendor.id for subject in subjects)
    return Report(
        findings=findings,
        passed=tuple(
            passed
            for subject, asked, some in zip(subjects, about, found, strict=True)
            for passed in passed_rules(subject, (rule for rule in on if rule.id in asked), some)
        ),
        idle=tuple(
            Idle(rule.id, subject.vendor.id)
            for subject, asked in zip(subjects, about, strict=True)
            for rule in on
            if rule.id not in asked
        ),
        overrides=tuple(each for subject in subjects for each in overridden_facts(subject)),
        rules=tuple(on),
        subjects=tuple(subjects),
        packs=policy.packs,
        engine=engine.name,
        engine_version=engine.version,
        decision_ids=engine.decision_ids,
        today=today,
        notices=(
            *policy.notices,
            *idle_rules(rules, {*policy.requirements, *policy.origins}, policy.packs),
            *unknown_paths(rules, project.facts.judged),
            *notices(waivers, findings, vendors, _folders(config), today),
            *(notice for subject in subjects for notice in reading_notices(subject.documents.values(), config)),
            *(notice for subject in subjects for notice in seen_notices(subject.facts, subject.documents)),
            *(notice for subject in subjects for notice in aside_notices(subject.facts, subject.documents)),
            *(notice for subject in subjects for notice in later_notices(subject.facts, subject.documents, today)),
            *(
                each
                for subject in subjects
                for each in overruled_notices(subject.facts, subject.documents, project.facts.infos)
            ),
            *_unasked(subjects, about),
            *(notice for subject in subjects for notice in subject.notices),
            *(notice for subject in subjects for notice in review_notices(subject.home, subject.facts)),
        ),
        unchecked=unchecked,
    )


def _about(subject: Subject, policy: Policy) -> set[str]:
    """The rules that apply to a subject."""
    return {rule for rule, asked in policy.requirements.items() if applies(asked, subject.vendor)}


def _unasked(subjects: Sequence[Subject], about: Sequence[Collection[str]]) -> Iterator[Notice]:
    """That no rule applies to a vendor, which has not passed then."""
    for subject, asked in zip(subjects, about, strict=True):
        if not asked:
            place = subject.vendor.declared_place or FilePlace(subject.home)
            yield Notice(
                place, f"no rule of the policy applies to {subject.vendor.id}, for its tier or data: it was not checked"
            )


def _folders(config: Config) -> set[str]:
    """The ids of all vendors of the configuration, checked or not."""
    return {folder.name for folder in config.vendors.iterdir()} if config.vendors.is_dir() else set()


def _findings(
    subjects: Sequence[Subject], results: Sequence[list[dict[str, Any]]], rules: RuleSet, policy: Policy
) -> list[list[Finding]]:
    """The findings about each subject."""
    seen: Counter[tuple[str, ...]] = Counter()
    return [
        findings_of(answers, subject, rules.rules, policy.origins, seen)
        for subject, answers in zip(subjects, results, strict=True)
    ]
