"""What pages are about: the project as its files are now, and what is checked of its vendors."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from vendorlint.files.paths import shown_path
from vendorlint.findings.finding import Finding
from vendorlint.project.config import find_config
from vendorlint.project.judging import judging_paths
from vendorlint.project.project import Project
from vendorlint.project.vendors import Vendor
from vendorlint.serve.verdicts import Verdict, Verdicts


class Desk:
    """The project in the folder `start`."""

    def __init__(self, start: Path, verdicts: Verdicts) -> None:
        self.verdicts = verdicts
        self._start = start
        self._project: tuple[object, Project] | None = None

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


def names(values: Iterable[str]) -> list[str]:
    """Each name once, in the order of the alphabet."""
    return sorted({value for value in values if value}, key=str.casefold)
