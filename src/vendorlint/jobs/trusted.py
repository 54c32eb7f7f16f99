"""A project whose judging files are those of a trusted revision, and what the files as they are would judge otherwise.

Who changes terms may change, in the same breath, the policy, a waiver or a rule that would have found fault with them. So a check can
take what judges from the revision that the change is to be merged into.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vendorlint.errors import InputError, VendorlintError
from vendorlint.files.git import Entry, Repository
from vendorlint.files.temporary import temporary_folder
from vendorlint.files.text import file_bytes
from vendorlint.findings.report import Report
from vendorlint.findings.trusted import Trusted
from vendorlint.jobs.changes.revisions import lay_out
from vendorlint.jobs.history.versions import recorded_documents
from vendorlint.jobs.otherwise import declarations, effects, file_changes, requirement_lines, requirements
from vendorlint.place import FilePlace
from vendorlint.project.config import Config, find_config, require_inside
from vendorlint.project.judging import SUFFIXES, judging_files
from vendorlint.project.outputs import Output
from vendorlint.project.project import Project
from vendorlint.project.search import CONFIG_NAME
from vendorlint.project.settings import SETTINGS
from vendorlint.project.user_config import read_user_config
from vendorlint.project.values import is_policy_file
from vendorlint.project.vendors import NO_TERMS, VENDOR_NAME, Vendor, documents_in

Check = Callable[[Project], Report]


class NotConfiguredError(InputError):
    """The revision has no configuration."""


class TrustedError(VendorlintError):
    """What is wrong with what a revision has; its places are `<revision>:<path>`."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


@dataclass(frozen=True, slots=True)
class Basis:
    """What judges: the project, the revision and commit that its files are of, and the folder where they are laid out. `documents`
    are the paths of all terms there, relative to the vendors' folder."""

    project: Project
    revision: str
    commit: str
    folder: Path
    documents: frozenset[str] = frozenset()


@contextlib.contextmanager
def trusted_project(
    revision: str, start: Path, flags: Mapping[str, Any], environ: Mapping[str, str] = os.environ
) -> Iterator[Basis]:
    """The project for the folder `start` with the vendors as they are, and all that judges them as it was at a revision.

    Raises InputError for what is no repository or revision, NotConfiguredError where it has no configuration for the folder. What is
    raised within names the revision in place of the folder where its files are laid out.
    """
    here = Path(os.path.realpath(start))
    with Repository(here) as repository, temporary_folder() as folder:
        base = folder / "base"
        commit = repository.commit_id(revision)
        inside, tree = _configured(repository, commit, here, revision)
        root = repository.root.joinpath(*inside)
        config = _laid_out(
            repository, tree, base, lambda: find_config(here, file=base / CONFIG_NAME, flags=flags), root
        )
        try:
            read_user_config(environ, root)
            moved = _moved_config(config, base, root)
            documents = _documents(repository, tree, config.vendors.relative_to(base).parts)
            yield Basis(Project.of(moved), revision, commit, base, documents)
        except VendorlintError as error:
            raise TrustedError(str(error).replace(f"{base}{os.sep}", f"{revision}:"), error.exit_code) from error


def with_differences(basis: Basis, report: Report, proposed: Callable[[], Project], check: Check) -> Report:
    """The report of a check by a basis, with what `proposed`, the project of the files as they are, would judge otherwise."""
    root = basis.project.config.root
    old = judging_files(basis.project.config, basis.folder)
    files = file_changes(old, {path: file_bytes(root / path) for path in old if (root / path).is_file()})
    declared = tuple(line for subject in report.subjects for line in _declared(subject.vendor, basis))
    trusted = Trusted(basis.revision, basis.commit, files, declarations=declared, gone=tuple(_gone(basis)))
    try:
        project = proposed()
        trusted = replace(trusted, files=file_changes(old, judging_files(project.config, root)))
        if trusted.files:
            lines = requirement_lines(requirements(basis.project), requirements(project))
            trusted = replace(trusted, requirements=tuple(lines))
            trusted = replace(trusted, effects=tuple(effects(report.findings, check(project).findings)))
    except VendorlintError as error:
        trusted = replace(trusted, problem=_line(error))
    return replace(_relocated(report, basis, root), trusted=trusted)


def _configured(repository: Repository, commit: str, here: Path, revision: str) -> tuple[tuple[str, ...], str]:
    """The folder, by names and id, that holds the configuration of a folder at a commit."""
    names, top = repository.inside(here), repository.commit(commit).tree
    for length in range(len(names), -1, -1):
        tree = repository.folder(top, names[:length])
        if tree and any(each.name == CONFIG_NAME and each.kind == "file" for each in repository.entries(tree)):
            return names[:length], tree
    raise NotConfiguredError(f"{revision} has no {CONFIG_NAME} for this folder", here)


def _laid_out(repository: Repository, tree: str, base: Path, read: Callable[[], Config], root: Path) -> Config:
    """The configuration, with all files that may judge beside it, and what vendors declare."""
    lay_out(repository, tree, base, lambda inside, entry: not inside and entry.name == CONFIG_NAME)
    config = read()
    vendors = _moved(config.vendors, base, root)
    (base / CONFIG_NAME).unlink()
    base.rmdir()

    def wanted(inside: tuple[str, ...], entry: Entry) -> bool:
        among = vendors != root and root.joinpath(*inside).is_relative_to(vendors)
        return entry.kind == "folder" or (entry.name == VENDOR_NAME if among else entry.name.endswith(SUFFIXES))

    lay_out(repository, tree, base, wanted)
    return read()


def _moved_config(config: Config, base: Path, root: Path) -> Config:
    """Vendors and reports are those of the working tree; what judges is the revision's, also where a flag names it."""
    moved = replace(
        config,
        root=root,
        base=base,
        vendors=_moved(config.vendors, base, root),
        output=tuple(Output(each.format, each.file and _moved(each.file, base, root)) for each in config.output),
        policy=tuple(str(_moved(Path(each), root, base)) if is_policy_file(each) else each for each in config.policy),
        rego=tuple(_moved(each, root, base) for each in config.rego),
        facts=tuple(_moved(each, root, base) for each in config.facts),
        waivers=_moved(config.waivers, root, base),
        baseline=_moved(config.baseline, root, base),
    )
    for setting in SETTINGS:
        if setting.name in ("vendors", "output"):
            require_inside(setting, getattr(moved, setting.name), root, config.origins[setting.name])
    return moved


def _moved(path: Path, old: Path, new: Path) -> Path:
    plain = Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps '..'
    return new / plain.relative_to(old) if plain.is_relative_to(old) else path


def _relocated(report: Report, basis: Basis, root: Path) -> Report:
    """The report with the places of the revision's files where they are in the repository."""

    def place(at: FilePlace) -> FilePlace:
        return at._replace(path=_moved(at.path, basis.folder, root))

    def said(text: str) -> str:
        return text.replace(f"{basis.folder}{os.sep}", f"{basis.revision}:")

    return replace(
        report,
        findings=tuple(replace(each, place=place(each.place)) for each in report.findings),
        notices=tuple(replace(each, place=place(each.place), message=said(each.message)) for each in report.notices),
        unchecked=tuple(replace(each, place=place(each.place), reason=said(each.reason)) for each in report.unchecked),
    )


def _declared(vendor: Vendor, basis: Basis) -> Iterator[str]:
    """What a vendor declares otherwise than at the revision; one that is new has nothing to compare."""
    path = vendor.folder / VENDOR_NAME
    before = _moved(path, basis.project.config.root, basis.folder)
    if before != path and before.parent.is_dir():
        yield from declarations(vendor.id, before, path)


def _documents(repository: Repository, tree: str, vendors: tuple[str, ...]) -> frozenset[str]:
    """The paths of the terms of all vendors in a tree."""
    folder = repository.folder(tree, vendors)
    entries = repository.entries(folder) if folder else ()
    homes = [each for each in entries if each.kind == "folder" and not each.name.startswith(NO_TERMS)]
    return frozenset(
        f"{home.name}/{path}" for home in homes for path, _ in recorded_documents(repository, home.identity)
    )


def _gone(basis: Basis) -> Iterator[str]:
    """The documents of the revision that nobody reads any more, by their paths."""
    vendors, root = basis.project.config.vendors, basis.project.config.root
    read: set[Path] = set()
    for home in {path.partition("/")[0] for path in basis.documents}:
        with contextlib.suppress(InputError, OSError):  # of a folder that cannot be read all documents are gone
            read.update(documents_in(vendors / home))
    for path in sorted(basis.documents):
        if vendors / path not in read:
            yield Path(os.path.relpath(vendors / path, root)).as_posix()


def _line(error: VendorlintError) -> str:
    return str(error).replace(f"{Path.cwd()}{os.sep}", "").replace("\n", "; ")
