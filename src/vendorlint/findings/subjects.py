"""What is judged: the facts of one vendor each, read from facts.yaml or from the terms themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vendorlint.errors import ErrorCollector, InputError, NothingToCheckError
from vendorlint.facts.extraction import extract_facts, vendor_id
from vendorlint.facts.file import FactsFile, read_facts, verify_quotes
from vendorlint.facts.provenance import customer_errors, edit_errors
from vendorlint.project.folders import home_of
from vendorlint.project.project import Project
from vendorlint.project.targets import Targets
from vendorlint.project.vendors import DOCUMENT_SUFFIXES, FACTS_NAME, VENDOR_NAME, Vendor, read_vendor
from vendorlint_extractor.customer import ANYBODY
from vendorlint_extractor.documents.readers.rendering import LIMITS, Limits

Track = Callable[[Sequence[Any]], Iterator[Any]]


@dataclass(frozen=True, slots=True)
class Subject:
    """A vendor and the facts that its rules see as `input`.

    `documents` has the file of each document id, which is read within `limits`; `home` is the facts file, or the document
    read on the fly.
    """

    vendor: Vendor
    facts: Mapping[str, Any]
    documents: Mapping[str, Path]
    home: Path
    limits: Limits = LIMITS


def read_subjects(targets: Targets, project: Project, *, track: Track = iter) -> list[Subject]:
    """The subjects of a run; the facts of terms without a facts file are extracted, and not written.

    `track` goes through them and may show how far it is.

    Raises InputErrors with everything that is wrong with any of them: also facts that their documents do not prove, and
    one vendor in two places. Raises NothingToCheckError for a vendor with neither facts nor terms.
    """
    subjects: list[Subject] = []
    errors = ErrorCollector()
    for read in track(list(_readers(targets, project))):
        with errors.collect():
            subjects.append(read())
    errors.finalize()
    return _apart(subjects, len(targets.documents))


def no_terms(vendor: Vendor) -> NothingToCheckError:
    """The error about a vendor's folder that holds nothing to read."""
    known = ", ".join(sorted(DOCUMENT_SUFFIXES))
    return NothingToCheckError(f"{vendor.folder}: holds no terms ({known}) and no {FACTS_NAME}")


def _readers(targets: Targets, project: Project) -> Iterator[Any]:
    for vendor in targets.vendors:
        yield lambda vendor=vendor: _of_vendor(vendor, project)
    for path in targets.facts_files:
        yield lambda path=path: _of_facts_file(path, project)
    for path in targets.documents:
        yield lambda path=path: _of_document(path, project)


def _of_vendor(vendor: Vendor, project: Project) -> Subject:
    if vendor.facts_path.exists():
        facts = _proved(vendor.facts_path, project)
        if facts.vendor != vendor.id:
            message = f"holds the facts of vendor '{facts.vendor}' in the folder of '{vendor.id}'"
            raise facts.document.error(("vendor",), message)
        return _of_facts(vendor, facts, project.config.limits)
    if not vendor.documents:
        raise no_terms(vendor)
    return _extracted(vendor, vendor.documents, project)


def _of_facts_file(path: Path, project: Project) -> Subject:
    facts = _proved(path, project)
    beside = path.parent / VENDOR_NAME
    vendor = read_vendor(path.parent) if beside.exists() else _undeclared(facts.vendor, path.parent)
    return _of_facts(replace(vendor, id=facts.vendor), facts, project.config.limits)


def _of_document(path: Path, project: Project) -> Subject:
    home = home_of(path, project.config.vendors)
    vendor = read_vendor(home) if home else _undeclared(vendor_id(path), path.parent)
    return _extracted(vendor, (path,), project)


def _proved(path: Path, project: Project) -> FactsFile:
    facts = read_facts(path, project)
    ErrorCollector(verify_quotes(facts, project.config.limits) or edit_errors(facts)).finalize()
    return facts


def _of_facts(vendor: Vendor, facts: FactsFile, limits: Limits) -> Subject:
    ErrorCollector(customer_errors(facts, vendor.customer)).finalize()
    documents = {document["id"]: facts.document_path(document["id"]) for document in facts.documents}
    return Subject(vendor, facts.raw, documents, facts.path, limits)


def _extracted(vendor: Vendor, paths: Sequence[Path], project: Project) -> Subject:
    facts = extract_facts(paths, vendor.id, project, vendor.folder, vendor.customer)
    documents = {document["id"]: path for document, path in zip(facts["documents"], paths, strict=True)}
    return Subject(vendor, facts, documents, paths[0], project.config.limits)


def _undeclared(name: str, folder: Path) -> Vendor:
    return Vendor(name, name, "", "standard", (), ANYBODY, None, folder, (), folder / FACTS_NAME)


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
        known[name] = replace(subject, vendor=replace(subject.vendor, id=name), facts={**subject.facts, "vendor": name})
    return list(known.values())
