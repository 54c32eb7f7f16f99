"""What is wrong with a vendor, with the files that concern all vendors, and with those that are open: as `vendorlint check`
would say of what is in the editor now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TypeVar

from vendorlint.errors import VendorlintError
from vendorlint.facts.anew import doubts
from vendorlint.facts.extraction import extract
from vendorlint.facts.file import read_facts
from vendorlint.facts.readings import rounds_of
from vendorlint.facts.rewrite import facts_text
from vendorlint.files.notice import Notice
from vendorlint.files.text import holding
from vendorlint.findings.baseline import read_baseline
from vendorlint.findings.subjects import no_terms
from vendorlint.jobs.check import check_targets
from vendorlint.lsp.problems import FactsPlaces, Problem, of_error, of_findings
from vendorlint.lsp.workspace import anchor
from vendorlint.policy.own import idle_rules, unknown_paths
from vendorlint.policy.requirements import load_policy, policy_in_force
from vendorlint.policy.rules import all_rules
from vendorlint.policy.waivers import all_waivers
from vendorlint.project.inside import refuse_leaving_link
from vendorlint.project.project import Project
from vendorlint.project.targets import Targets
from vendorlint.project.vendors import Vendor, read_vendor
from vendorlint.reports.parts.regions import Region, Regions
from vendorlint.unsafe import escape

DEADLINE_SECONDS = 10.0  # of the rules: nobody waits longer in an editor

_T = TypeVar("_T")


def check_shared(project: Project, policies: Iterable[Path]) -> list[Problem]:
    """What is wrong with the rules, facts, policies, waivers and the baseline that checks of this project go by, and
    with other policy files, such as one that is open and not in force."""
    found: list[Problem] = []
    config = project.config
    place = anchor(config.root / "-")
    _try(found, place, lambda: project.facts.own)
    rules = _try(found, place, lambda: all_rules(project))
    if rules:
        if policy := _try(found, place, lambda: policy_in_force(config, rules.rules)):
            in_vain = idle_rules(rules, {*policy.requirements, *policy.origins}, policy.packs)
            found += map(_of_notice, [*in_vain, *unknown_paths(rules, project.facts.judged)])
        for path in policies:
            _try(found, path, partial(load_policy, [str(path)], config.root, rules.rules))
        _try(found, place, lambda: all_waivers(project, rules))
    _try(found, place, lambda: read_baseline(config.baseline))
    return found


def check_vendor(folder: Path, project: Project, today: str) -> list[Problem]:
    """What is wrong with a vendor: its findings, or why there can be none.

    Where its facts file is missing, or not proved by its documents as they are, the facts are read anew from the documents;
    the reviews in the file are kept where they still stand.
    """
    found: list[Problem] = []
    place = anchor(folder)
    try:
        refuse_leaving_link(folder, project.config.root, project.config.vendors)
        vendor = read_vendor(folder)
        facts, fresh = _facts(vendor, project, found)
        here = vendor.facts_path
        # A facts file that is only held does not make a vendor's folder one with facts.
        targets = Targets(vendors=(vendor,)) if here.exists() else Targets(facts_files=(here,))
        with holding(fresh):
            report = check_targets(targets, project, today, trust_facts=True, deadline_seconds=DEADLINE_SECONDS)
            found += of_findings(report.told, Regions(report), vendor, facts)
        for each in report.unchecked:
            found.append(Problem(Region.from_place(each.place), "error", escape(each.reason)))
        found += map(_of_notice, report.notices)
    except VendorlintError as error:
        found += of_error(error, place)
    return found


def _of_notice(notice: Notice) -> Problem:
    return Problem(Region.from_place(notice.place), "warning", escape(notice.message))


def _facts(vendor: Vendor, project: Project, found: list[Problem]) -> tuple[FactsPlaces | None, dict[Path, bytes]]:
    """Where the facts stand in the facts file, if there is one; and what to hold in its place, if it does not hold good."""
    path = vendor.facts_path
    previous = read_facts(path, project) if path.exists() else None
    errors = doubts(previous, vendor, project) if previous else []
    for error in errors:
        found += of_error(error, path)
    places = FactsPlaces(path.resolve(), previous.document) if previous else None
    if previous and not errors:
        return places, {}
    if not vendor.documents:
        raise no_terms(vendor)
    rounds = rounds_of(previous.raw) if previous else ()
    read = extract(vendor.documents, vendor.id, project, vendor.folder, vendor.customer, rounds=rounds)
    fresh = facts_text(read.content, previous)
    return places, {path.resolve(): fresh.encode()}


def _try(found: list[Problem], place: Path, read: Callable[[], _T]) -> _T | None:
    """What `read` gives; what is wrong goes to `found`."""
    try:
        return read()
    except VendorlintError as error:
        found += of_error(error, place)
        return None
