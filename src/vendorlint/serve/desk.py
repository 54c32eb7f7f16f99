"""What pages are about: the project as its files are now, and what is checked of its vendors."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from vendorlint.files.paths import shown_path
from vendorlint.findings.finding import Finding
from vendorlint.findings.report import Report
from vendorlint.jobs.states import State, faulty, vendor_state
from vendorlint.jobs.waiting import asking
from vendorlint.project.config import find_config
from vendorlint.project.judging import judging_paths
from vendorlint.project.project import Project
from vendorlint.project.targets import find_targets
from vendorlint.project.vendors import Vendor
from vendorlint.serve import stamps
from vendorlint.serve.stamps import Stamp
from vendorlint.serve.verdicts import Verdict, Verdicts


class Desk:
    """The project in the folder `start`."""

    def __init__(self, start: Path, verdicts: Verdicts) -> None:
        self.verdicts = verdicts
        self._start = start
        self._project: tuple[object, Project] | None = None
        self._states: dict[str, tuple[Stamp, State]] = {}

    def project(self) -> Project:
        """The project, made anew where its configuration or a fact of its own has changed. Raises InputError and InputErrors."""
        config = find_config(self._start)
        own = [
            path
            for path in judging_paths(config, config.root)
            if any(path.is_relative_to(each) for each in config.facts)
        ]
        stamp = config, tuple((path, path.stat().st_mtime_ns) for path in own)
        known = self._project
        if known is None or known[0] != stamp:
            known = self._project = stamp, Project.of(config)
        return known[1]

    def states(self, project: Project) -> list[State]:
        """Every vendor by id with how far its review is, as its files are now. Raises VendorlintError where there is none."""
        targets = find_targets([], project.config)
        shared, known = stamps.of_project(project), self._states
        asked = cache(lambda: asking(project))  # where nothing has changed, nobody asks
        states: dict[str, tuple[Stamp, State]] = {}
        for vendor in targets.vendors:
            stamp = shared, stamps.of_vendor(vendor)
            before = known.get(vendor.id)
            holds = before if before and before[0] == stamp else None
            states[vendor.id] = holds or (stamp, vendor_state(vendor, project, asked()))
        self._states = states
        return sorted([*(each for _, each in states.values()), *faulty(targets.faults)], key=lambda each: each.id)

    def verdict(self, vendor: Vendor, project: Project) -> Verdict | None:
        """What is checked of one vendor; None as long as that is being worked out."""
        return self.verdicts.of([vendor], project).get(vendor.id)


def findings_of(verdict: Verdict | None, vendor: str) -> list[Finding]:
    """The findings about a vendor, in the report's order."""
    return (
        []
        if verdict is None or isinstance(verdict, str)
        else [each for each in verdict.findings if each.vendor == vendor]
    )


def faults_of(verdict: Verdict | None, vendor: str) -> list[str]:
    """What could not be checked of a vendor, a line each."""
    if verdict is None:
        return []
    if isinstance(verdict, str):
        return verdict.split("\n")
    return [f"{shown_path(each.place.path)}: {each.reason}" for each in verdict.unchecked if each.vendor == vendor]


def notes_of(verdict: Verdict | None, vendor: Vendor) -> list[str]:
    """What the check notes of a vendor's files, a line each: that no rule applies to it, above all."""
    notices = verdict.notices if isinstance(verdict, Report) else ()
    return [each.message for each in notices if each.place.path.is_relative_to(vendor.folder)]


def names(values: Iterable[str]) -> list[str]:
    """Each name once, in the order of the alphabet."""
    return sorted({value for value in values if value}, key=str.casefold)
