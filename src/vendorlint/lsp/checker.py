"""Everything to show in the editor at one moment; a change in one vendor checks that vendor alone."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from vendorlint.errors import VendorlintError
from vendorlint.files.text import holding
from vendorlint.lsp.checking import check_shared, check_vendor
from vendorlint.lsp.problems import Problem, of_error
from vendorlint.lsp.projects import Projects
from vendorlint.lsp.workspace import OF_VENDOR, Workspace, anchor, kind_of
from vendorlint.place import FilePlace
from vendorlint.project.config import Config
from vendorlint.project.folders import home_of
from vendorlint.reports.parts.regions import Region

SHARED_SUFFIXES = frozenset({".yaml", ".yml", ".json", ".rego"})

logger = logging.getLogger(__name__)


class SupersededError(Exception):
    """Somebody asked anew, and does not want to know any more."""


@dataclass(slots=True)
class _Root:
    """A configuration, and what is open under it."""

    config: Config
    vendors: set[Path] = field(default_factory=set)
    policies: set[Path] = field(default_factory=set)


class Checker:
    """Checks what is open. What was found of a vendor is kept until a file changes that concerns it."""

    def __init__(self, projects: Projects | None = None) -> None:
        self._projects = projects or Projects()
        self._vendors: dict[Path, list[Problem]] = {}

    def problems(
        self, workspace: Workspace, changed: Collection[Path], today: str, superseded: Callable[[], bool]
    ) -> dict[Path, list[Problem]]:
        """The problems of each file: of the vendors of which a file is open, and of the files that concern all of them.

        `changed` are the files that have changed since the last answer. Raises SupersededError once `superseded` says so.
        """
        found: list[Problem] = []
        with holding(workspace.unsaved()):
            roots = _roots(workspace, found)
            self._forget(changed, roots)
            for root in roots:
                project = self._projects.of(root.config)
                _safely(found, root.config.root, partial(check_shared, project, sorted(root.policies)))
                for folder in sorted(root.vendors):
                    if superseded():
                        raise SupersededError
                    if folder not in self._vendors:
                        own: list[Problem] = []
                        _safely(own, folder, partial(check_vendor, folder, project, today))
                        self._vendors[folder] = own
                    found += self._vendors[folder]
        by_path: dict[Path, list[Problem]] = {}
        for problem in dict.fromkeys(found):  # what concerns all vendors is found with each
            by_path.setdefault(problem.region.start.path.resolve(), []).append(problem)
        return by_path

    def _forget(self, changed: Collection[Path], roots: Collection[_Root]) -> None:
        """Forget what a changed file may have changed: its vendor's problems, or everything."""
        live = {folder for root in roots for folder in root.vendors}
        ours = live | self._vendors.keys()
        for path in changed:
            home = next((folder for folder in path.parents if folder in ours), None)
            if home:
                self._vendors.pop(home, None)
            elif path.suffix in SHARED_SUFFIXES:  # wherever it is: a policy may extend any file
                self._vendors.clear()
                self._projects.forget()
        for folder in self._vendors.keys() - live:
            del self._vendors[folder]


def _roots(workspace: Workspace, found: list[Problem]) -> list[_Root]:
    """The configurations of the files that are open and ours; what is wrong with one goes to `found`."""
    roots: dict[Path, _Root] = {}
    for path in sorted(workspace.texts):
        try:
            config = workspace.config(path)
        except VendorlintError as error:
            found += of_error(error, anchor(path))
            continue
        kind = kind_of(path, config)
        if kind:
            root = roots.setdefault(config.root, _Root(config))
            root.vendors |= {home_of(path, config.vendors) or path.parent} if kind in OF_VENDOR else set()
            root.policies |= {path} if kind == "policy" else set()
    return list(roots.values())


def _safely(found: list[Problem], place: Path, check: Callable[[], list[Problem]]) -> None:
    """Add what a check finds. One that crashes is told, and takes nothing else along."""
    try:
        found += check()
    except Exception as error:
        logger.exception("internal error while checking %s", place)
        path = anchor(place / "-")
        message = f"internal error: {type(error).__name__}: {error} (the editor's log of vendorlint has more)"
        found.append(Problem(Region.from_place(FilePlace(path)), "error", message))
