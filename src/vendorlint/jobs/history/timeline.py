"""The facts of each version, and each fact as a lane of values over time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.errors import InputError
from vendorlint.facts.executor import at_a_time, executor
from vendorlint.facts.extraction import answered
from vendorlint.facts.file import evidence_of, iter_facts, sides, value_of
from vendorlint.facts.order import Order, Original
from vendorlint.facts.parallel import in_order
from vendorlint.facts.provenance import definitions_digest
from vendorlint.files.git import Repository
from vendorlint.findings.subjects import Track, undeclared
from vendorlint.jobs.changes.compare import family_rank
from vendorlint.jobs.history.verdicts import Judge, Verdict, verdicts
from vendorlint.jobs.history.versions import Version, versions_of
from vendorlint.jobs.in_force import rules_in_force
from vendorlint.project.cache import kept
from vendorlint.project.jobs import jobs
from vendorlint.project.project import Project
from vendorlint.project.vendors import VENDOR_NAME, read_vendor
from vendorlint_extractor.customer import Customer

SILENT = "silent"
NOTHING: Mapping[str, Any] = {"documents": [], "facts": {}}
FEW = 8  # versions that one process reads


@dataclass(frozen=True, slots=True)
class ValueSpan:
    """A value that a fact has from version `first` to version `last` (indices). `value` is None where the terms are silent, a list
    where they conflict; `quote` is the clause that first states it."""

    first: int
    last: int
    value: Any
    conflict: bool
    quote: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A fact over all versions."""

    fact: str
    spans: tuple[ValueSpan, ...]

    @property
    def changed(self) -> bool:
        """Whether it has had more than one value."""
        return len(self.spans) > 1


@dataclass(frozen=True, slots=True)
class Timeline:
    """A vendor's versions, its lanes and what the policy says of each version. `unread` has the versions that could not be read, by index, with the reason: their facts
    are taken to be those of the version before."""

    name: str
    versions: tuple[Version, ...]
    lanes: tuple[Lane, ...]
    unread: Mapping[int, str]
    verdicts: tuple[Verdict, ...]


def timeline(  # noqa: PLR0913 - what the command takes
    folder: Path,
    name: str,
    project: Project,
    *,
    documents: Sequence[str] = (),
    bare: Path | None = None,
    track: Track = iter,
) -> Timeline:
    """The timeline of the documents in a folder, or of those named, in the repository around it or in a `bare` one. `track` goes
    through the versions.

    Raises InputError, and NothingToCheckError where git knows no version.
    """
    vendor = read_vendor(folder) if (folder / VENDOR_NAME).exists() else undeclared(name, folder)
    judge = Judge(project.config, *rules_in_force(project))
    unread: dict[int, str] = {}
    contents: list[Mapping[str, Any]] = []
    with Repository(folder, bare) as repository:
        versions = _selected(versions_of(folder, repository), documents, folder)
        known = _Known(repository, project, vendor.customer)
        found = in_order(known.content_or_fault, versions, at_a_time(jobs() if len(versions) > FEW else 1))
        for index, (_, each) in enumerate(zip(track(versions), found, strict=True)):
            if isinstance(each, InputError):
                unread[index] = each.message
                contents.append(contents[-1] if contents else NOTHING)
            else:
                contents.append(each)
    facts = [dict(iter_facts(each["facts"])) for each in contents]
    ids = sorted(dict.fromkeys(fact for each in facts for fact in each), key=family_rank)
    lanes = tuple(Lane(fact, tuple(_spans([each.get(fact) for each in facts]))) for fact in ids)
    first = next((index for index in range(len(versions)) if index not in unread), len(versions))
    judged = verdicts(contents, first, vendor, judge, versions[-1].date[:10])
    return Timeline(name, tuple(versions), lanes, unread, judged)


def _selected(versions: list[Version], documents: Sequence[str], folder: Path) -> list[Version]:
    if not documents:
        return versions
    known = {Path(name).stem for version in versions for name in version.blobs}
    for name in documents:
        if name not in known:
            raise InputError(f"has no document '{name}'; expected one of {', '.join(sorted(known))}", folder)
    kept: list[Version] = []
    for version in versions:
        blobs = {name: identity for name, identity in version.blobs.items() if Path(name).stem in documents}
        if blobs and (not kept or blobs != kept[-1].blobs):
            kept.append(Version(version.commit, version.date, version.subject, blobs))
    return kept


def _spans(nodes: Sequence[Mapping[str, Any] | None]) -> Iterator[ValueSpan]:
    start = 0
    for index in range(1, len(nodes) + 1):
        if index == len(nodes) or _value(nodes[index]) != _value(nodes[start]):
            node = nodes[start]
            quote = next((piece["quote"] for side in (sides(node) if node else ()) for piece in evidence_of(side)), "")
            yield ValueSpan(
                start, index - 1, value_of(node) if node else None, bool(node and "conflict" in node), quote
            )
            start = index


def _value(node: Mapping[str, Any] | None) -> Any:
    if node is None or not sides(node):
        return None
    value = value_of(node)
    return ("conflict" in node, sorted(map(str, value))) if isinstance(value, list) else value


class _Known:
    """The facts of versions by what they depend on: the documents, the definitions, the customer and this version of vendorlint."""

    def __init__(self, repository: Repository, project: Project, customer: Customer) -> None:
        self._repository = repository
        self._cache = kept("facts", repository.root)
        self._project = project
        self._customer = customer
        self._by = definitions_digest(project.config, customer.to_dict())

    def content_or_fault(self, version: Version) -> Mapping[str, Any] | InputError:
        """The facts and documents of a version, or what is wrong with one of these."""
        try:
            return self.content(version)
        except InputError as error:
            return error

    def content(self, version: Version) -> Mapping[str, Any]:
        """The facts and documents of a version, as rules see them. Raises InputError for a document that cannot be read."""
        key = ["version-content", self._by, sorted(version.blobs.items())]
        known: dict[str, Any] | None = self._cache.get(key)
        if known is not None:
            return known
        fresh = _extracted(self._repository, version, self._project, self._customer)
        self._cache.put(key, fresh)
        return fresh


def _extracted(repository: Repository, version: Version, project: Project, customer: Customer) -> dict[str, Any]:
    config, blobs = project.config, sorted(version.blobs.items())
    originals = tuple(Original(name, name, repository.read(identity), identity) for name, identity in blobs)
    order = Order(originals, "history", config.limits, config.precedence, customer, project.facts.own)
    answer = answered(executor().read(order))
    for each in answer["unread"]:  # a version without one of its documents would show facts that come and go
        raise InputError(each["message"], Path(originals[each["at"]].path))
    return answer["content"] or {}
