"""What is judged: the facts of one vendor each, read from facts.yaml or from the terms themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from vendorlint.choices import DATA_KINDS, TIERS
from vendorlint.errors import (
    ClusterError,
    DefinitionErrors,
    InputError,
    InputErrors,
    NothingToCheckError,
    VendorlintError,
    internal_error,
)
from vendorlint.facts.anew import Trust, judged_facts
from vendorlint.facts.executor import at_a_time
from vendorlint.facts.extraction import extract_facts, unread_documents, vendor_id
from vendorlint.facts.file import FactsFile, read_facts
from vendorlint.facts.parallel import in_order
from vendorlint.files.notice import Notice
from vendorlint.findings.unchecked import Unchecked, none_judged, unchecked_of
from vendorlint.project.folders import home_of
from vendorlint.project.jobs import worth
from vendorlint.project.project import Project
from vendorlint.project.targets import Targets
from vendorlint.project.vendors import DOCUMENT_SUFFIXES, FACTS_NAME, VENDOR_NAME, Vendor, documents_in, read_vendor
from vendorlint_extractor.customer import ANYBODY
from vendorlint_extractor.documents.readers.rendering import LIMITS, Limits

Track = Callable[[Sequence[Any]], Iterator[Any]]


@dataclass(frozen=True, slots=True)
class Subject:
    """A vendor and the facts that its rules see as `input`.

    `documents` has the file of each document id, which is read within `limits`; `home` is the facts file, or the document
    read on the fly. Of the documents that are `unread` nothing is known, so that silences of this vendor are not sure.
    `notices` tell why it is not judged by its facts file as that stands, if it is not. `by_patterns` are the same facts without what
    a model alone read; None where there is no such.
    """

    vendor: Vendor
    facts: Mapping[str, Any]
    documents: Mapping[str, Path]
    home: Path
    limits: Limits = LIMITS
    notices: tuple[Notice, ...] = ()
    by_patterns: Mapping[str, Any] | None = None

    @property
    def unread(self) -> tuple[Unchecked, ...]:
        """Its documents of which nothing was read."""
        errors = InputErrors(unread_documents(self.facts, self.vendor.folder))
        return tuple(unchecked_of(self.vendor.id, self.home, errors, whole=False))


def read_subjects(
    targets: Targets, project: Project, trust: Trust, *, track: Track = iter
) -> tuple[list[Subject], tuple[Unchecked, ...]]:
    """The subjects of a run, and what could not be read of any, whatever is wrong with it: also a vendor with neither facts nor
    terms. Facts are extracted from the terms, and not written; `trust` says what a facts file is worth beside them.

    `track` goes through them and may show how far it is.

    Raises VendorlintError with all that is wrong where there is no subject, DefinitionErrors, and InputError for one vendor in
    two places.
    """
    subjects: list[Subject] = []
    unchecked: list[Unchecked] = []
    errors = list(targets.faults.values())
    for folder, fault in targets.faults.items():
        unchecked += unchecked_of(folder.name, folder, fault)
    alone = 0  # of the subjects, those that are documents on their own: the last ones
    every = list(_targets(targets, project, trust))
    workers = at_a_time(worth(path for target in every for path in target.documents))
    found = in_order(_Target.subject, every, workers)
    for target, subject in zip(track(every), found, strict=True):
        if isinstance(subject, VendorlintError):
            errors.append(subject)
            unchecked += unchecked_of(target.vendor, target.home, subject)
        else:
            subjects.append(subject)
            alone += target.alone
    if not subjects:
        raise none_judged(errors)
    apart = _apart(subjects, alone)
    judged = {subject.vendor.id for subject in apart}
    told = [replace(each, whole=each.vendor not in judged) for each in unchecked]
    told += (each for subject in apart for each in subject.unread)
    return apart, tuple(sorted(told, key=lambda each: (each.vendor, str(each.place.path), each.place.position)))


def no_terms(vendor: Vendor) -> NothingToCheckError:
    """The error about a vendor's folder that holds nothing to read."""
    known = ", ".join(sorted(DOCUMENT_SUFFIXES))
    return NothingToCheckError(f"{vendor.folder}: holds no terms ({known}) and no {FACTS_NAME}")


@dataclass(frozen=True, slots=True)
class _Target:
    """One of the targets: how its vendor is called while nothing is read, where it is, its documents, and how to read it."""

    vendor: str
    home: Path
    documents: tuple[Path, ...]
    read: Callable[[], Subject]
    alone: bool = False

    def subject(self) -> Subject | VendorlintError:
        """What it is read as, or what is wrong with it. Raises DefinitionErrors and ClusterError."""
        try:
            return self.read()
        except (DefinitionErrors, ClusterError):
            raise
        except VendorlintError as error:
            return error
        except Exception as error:
            return InputError(internal_error(error), self.home)


def _targets(targets: Targets, project: Project, trust: Trust) -> Iterator[_Target]:
    for vendor in targets.vendors:
        yield _Target(vendor.id, vendor.folder, vendor.documents, partial(_of_vendor, vendor, project, trust))
    for path in targets.facts_files:
        yield _Target(
            path.resolve().parent.name, path, documents_in(path.parent), partial(_of_facts_file, path, project, trust)
        )
    for path in targets.documents:
        home = home_of(path, project.config.vendors)
        name = home.resolve().name if home else vendor_id(path)
        yield _Target(name, path, (path,), partial(_of_document, path, project), alone=True)


def _of_vendor(vendor: Vendor, project: Project, trust: Trust) -> Subject:
    if vendor.facts_path.exists():
        facts = read_facts(vendor.facts_path, project)
        if facts.vendor != vendor.id:
            message = f"holds the facts of vendor '{facts.vendor}' in the folder of '{vendor.id}'"
            raise facts.document.error(("vendor",), message)
        return _of_facts(vendor, facts, project, trust)
    if not vendor.documents:
        raise no_terms(vendor)
    return _extracted(vendor, vendor.documents, project)


def _of_facts_file(path: Path, project: Project, trust: Trust) -> Subject:
    facts = read_facts(path, project)
    beside = path.parent / VENDOR_NAME
    vendor = read_vendor(path.parent) if beside.exists() else undeclared(facts.vendor, path.parent)
    return _of_facts(replace(vendor, id=facts.vendor), facts, project, trust)


def _of_document(path: Path, project: Project) -> Subject:
    home = home_of(path, project.config.vendors)
    vendor = read_vendor(home) if home else undeclared(vendor_id(path), path.parent)
    return _extracted(vendor, (path,), project)


def _of_facts(vendor: Vendor, facts: FactsFile, project: Project, trust: Trust) -> Subject:
    judged = judged_facts(facts, vendor, project, trust)
    documents = {each["id"]: facts.path.parent / each["path"] for each in judged.raw["documents"]}
    notices = tuple(judged.notices(facts.path))
    return Subject(vendor, judged.raw, documents, facts.path, project.config.limits, notices, judged.by_patterns)


def _extracted(vendor: Vendor, paths: Sequence[Path], project: Project) -> Subject:
    from vendorlint_extractor.resolved.unread import path_inside

    facts = extract_facts(paths, vendor.id, project, vendor.folder, vendor.customer)
    files = {path_inside(path, vendor.folder): path for path in paths}
    documents = {document["id"]: files[document["path"]] for document in facts["documents"]}
    return Subject(vendor, facts, documents, next(iter(documents.values())), project.config.limits)


def undeclared(name: str, folder: Path) -> Vendor:
    """A vendor of which no vendor.yaml declares anything: the most demanding is taken to be so."""
    documents = documents_in(folder) if folder.is_dir() else ()  # of a version in git there may be no folder
    return Vendor(name, name, "", TIERS[0], DATA_KINDS, ANYBODY, None, folder, documents, folder / FACTS_NAME)


def _apart(subjects: Sequence[Subject], documents: int) -> list[Subject]:
    """Every vendor once. Documents on their own (the last ones) get a number each, anything else is an error."""
    known: dict[str, Subject] = {}
    for index, subject in enumerate(subjects):
        name, number = subject.vendor.id, 1
        while name in known:
            if index < len(subjects) - documents:
                raise InputError(
                    f"vendor '{name}' is also in {known[name].home}; expected each vendor once", subject.home
                )
            number += 1
            name = f"{subject.vendor.id}-{number}"
        plain = None if subject.by_patterns is None else {**subject.by_patterns, "vendor": name}
        own = replace(subject.vendor, id=name)
        known[name] = replace(subject, vendor=own, facts={**subject.facts, "vendor": name}, by_patterns=plain)
    return list(known.values())
