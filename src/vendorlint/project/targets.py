"""What the paths of a command line mean: vendors, or documents that belong to none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from vendorlint.errors import ErrorCollector, InputError, InputErrors, VendorlintError
from vendorlint.near import did_you_mean
from vendorlint.project.config import Config
from vendorlint.project.elsewhere import LOCK_NAME
from vendorlint.project.folders import around_own, home_of, unread_folders
from vendorlint.project.inside import refuse_leaving_link
from vendorlint.project.judging import policy_files
from vendorlint.project.search import CONFIG_NAME
from vendorlint.project.vendors import (
    DOCUMENT_SUFFIXES,
    FACTS_NAME,
    NO_TERMS,
    VENDOR_NAME,
    Vendor,
    begin_hint,
    is_document,
    may_be_terms,
    read_vendor,
    vendor_folders,
)

YAML_SUFFIXES = frozenset({".yaml", ".yml"})
POLICIES = "policies"
WAIVERS = "waivers"


@dataclass(frozen=True, slots=True)
class Targets:
    """Vendors by id; facts files and documents that stand outside of the vendors' folder, in the order given.

    `faults` has the folders beside other vendors' that are wrong as such, and documents there, with the reason.
    """

    vendors: tuple[Vendor, ...] = ()
    facts_files: tuple[Path, ...] = ()
    documents: tuple[Path, ...] = ()
    faults: Mapping[Path, VendorlintError] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.vendors or self.facts_files or self.documents or self.faults)


def find_targets(paths: Sequence[Path], config: Config, *, hook: bool = False) -> Targets:
    """What to work on; without paths, every vendor of the configuration.

    A path that every vendor depends on (configuration, policies, rules, waivers) stands for all vendors. With `hook`,
    pre-commit chose the paths: terms stand for their vendor, and paths that are not ours are left out; else a vendor's id stands
    for its folder. Raises InputErrors with all paths that are wrong.
    """
    if not paths:
        return _all_vendors(config)
    finder = _Finder(config, hook)
    for path in paths:
        finder.add(path)
    return finder.targets()


def select_vendors(targets: Targets, wanted: Sequence[str]) -> Targets:
    """The vendors called for by id. Raises InputErrors for one that is not there."""
    if not wanted:
        return targets
    known = {vendor.id: vendor for vendor in targets.vendors}
    homes = {vendor.folder for vendor in targets.vendors if vendor.id in wanted}
    faults = {path: fault for path, fault in targets.faults.items() if path.name in wanted or homes & set(path.parents)}
    there = {*known, *(folder.name for folder in targets.faults)}
    unknown = [name for name in wanted if name not in there]
    if unknown:
        raise InputErrors(InputError(f"unknown vendor '{name}'{did_you_mean(name, sorted(there))}") for name in unknown)
    return Targets(tuple(known[name] for name in sorted(set(wanted)) if name in known), faults=faults)


def _all_vendors(config: Config) -> Targets:
    """Every vendor of the configuration. Raises VendorlintError where there is none, and where all are wrong."""
    vendors: list[Vendor] = []
    faults: dict[Path, VendorlintError] = {}
    for folder in vendor_folders(config):
        try:
            refuse_leaving_link(folder, config.root, config.vendors)
            vendors.append(read_vendor(folder))
        except VendorlintError as error:
            faults[folder] = error
    for path in filter(is_document, sorted(config.vendors.iterdir())):
        faults[path] = InputError("belongs to no vendor and was not read; move it into the vendor's folder", path)
    return Targets(tuple(vendors), faults=faults | _unread(vendors))


def _unread(vendors: Iterable[Vendor]) -> dict[Path, VendorlintError]:
    """The folders inside of vendors' folders that may hold terms and are passed over."""
    found = (each for vendor in vendors for each in unread_folders(vendor.folder))
    return {folder: InputError(message, folder) for folder, message in found}


class _Finder:
    def __init__(self, config: Config, hook: bool) -> None:
        self._config = config
        self._hook = hook
        self._all = False
        self._folders: dict[Path, Path] = {}  # by resolved path
        self._facts: dict[Path, Path] = {}
        self._documents: dict[Path, Path] = {}
        self._errors = ErrorCollector()

    def add(self, path: Path) -> None:
        if self._hook and os.path.lexists(path) and self._is_foreign(path) and not self._concerns_all(path):
            return
        with self._errors.collect():
            meant = path if self._hook else named_vendor(path, self._config)
            refuse_leaving_link(meant, self._config.root, self._config.vendors)
            self._add(meant)

    def _add(self, path: Path) -> None:
        if not path.exists():
            hint = "; options of a hook stand in vendorlint.yaml" if self._hook and path.name.startswith("-") else ""
            self._errors.add(
                InputError(f"no such file or folder{_near(path, self._config) or begin_hint(self._config)}{hint}", path)
            )
        elif path.is_dir():
            self._add_folder(path)
        elif self._concerns_all(path):
            self._all = True
        else:
            self._add_file(path)

    def targets(self) -> Targets:
        self._errors.finalize()
        every = _all_vendors(self._config) if self._all else Targets()
        vendors = {vendor.folder.resolve(): vendor for vendor in every.vendors}
        for resolved, folder in self._folders.items():
            if resolved not in vendors and folder not in every.faults:
                vendors[resolved] = read_vendor(folder)
        return Targets(
            tuple(sorted(vendors.values(), key=lambda vendor: vendor.id)),
            tuple(path for place, path in self._facts.items() if place.parent not in vendors),
            tuple(path for place, path in self._documents.items() if not self._hook or place.parent not in vendors),
            {**every.faults, **_unread(vendors.values())},
        )

    def _add_folder(self, path: Path) -> None:
        if path.resolve() in (self._config.root.resolve(), self._config.vendors.resolve()):
            self._all = True
        else:
            self._folders[path.resolve()] = path

    def _add_file(self, path: Path) -> None:
        home = home_of(path, self._config.vendors)
        if self._hook and home is None and (outer := around_own(path, self._config.vendors)):
            self._folders[outer.resolve()] = outer  # which tells of what is not read inside of it
        elif path.name == VENDOR_NAME:
            self._folders[path.parent.resolve()] = path.parent
        elif home and (path.name == FACTS_NAME or (self._hook and may_be_terms(path))):
            self._folders[home.resolve()] = home
        elif path.suffix in YAML_SUFFIXES and (not self._hook or path.name == FACTS_NAME):
            self._facts[path.resolve()] = path
        elif is_document(path) if self._hook else path.suffix.lower() in DOCUMENT_SUFFIXES:
            self._documents[path.resolve()] = path
        elif not self._hook:
            known = ", ".join(sorted(DOCUMENT_SUFFIXES))
            message = f"is no document that can be read; expected one of {known}, {FACTS_NAME} or a vendor's folder"
            self._errors.add(InputError(message, path))

    def _concerns_all(self, path: Path) -> bool:
        resolved = self._config.as_judged(Path(os.path.realpath(path)))
        if path.name in (CONFIG_NAME, LOCK_NAME) or path.suffix == ".rego" or path.stem == WAIVERS:
            return True
        if resolved in (self._config.waivers.resolve(), self._config.baseline.resolve(), *self._policies):
            return True
        if any(resolved.is_relative_to(folder.resolve()) for folder in self._config.facts):
            return True
        root = self._config.rules_root.resolve()
        folders = resolved.relative_to(root).parts[:-1] if resolved.is_relative_to(root) else ()
        return path.suffix in YAML_SUFFIXES and folders[:1] in ((POLICIES,), (WAIVERS,))

    @cached_property
    def _policies(self) -> frozenset[Path]:
        return policy_files(self._config)

    def _is_foreign(self, path: Path) -> bool:
        """Where there is a configuration, what stands outside of its vendors' folder is somebody else's."""
        outside = home_of(path, self._config.vendors) is None and around_own(path, self._config.vendors) is None
        return self._config.path is not None and outside


def named_vendor(path: Path, config: Config) -> Path:
    """The vendor's folder where a path is no file and no folder but a vendor's id, else the path as it is."""
    folder = config.vendors / path.name
    is_id = str(path) == path.name and not path.name.startswith(NO_TERMS) and not path.exists()
    return folder if is_id and folder.is_dir() else path


def _near(path: Path, config: Config) -> str:
    """A did-you-mean with the names beside a path that does not exist; for a word alone, with the vendors' too."""
    names = [each.name for each in path.parent.iterdir()] if path.parent.is_dir() else []
    alone = str(path) == path.name and config.vendors.is_dir()
    return did_you_mean(path.name, [*names, *((each.name for each in config.vendors.iterdir()) if alone else ())])
