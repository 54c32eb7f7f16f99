"""The way into the extractor: its errors become ours, and it is loaded only where a document has to be read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vendorlint.errors import (
    DefinitionErrors,
    InputError,
    InputErrors,
    NothingToCheckError,
    VendorlintError,
    internal_error,
)
from vendorlint.facts.cache import Cache, cache_folder
from vendorlint.facts.provenance import definitions_digest, with_provenance
from vendorlint.files.paths import shown_path
from vendorlint.files.text import held
from vendorlint.files.yaml.document import read_yaml
from vendorlint.place import FilePlace
from vendorlint.project.project import Project
from vendorlint_extractor.customer import ANYBODY, Customer

if TYPE_CHECKING:
    from vendorlint.facts.process import Source
    from vendorlint_extractor import Extractor, Unread
    from vendorlint_extractor.documents.readers.rendering import Limits
    from vendorlint_extractor.ontology import OwnFact

_NO_ID = re.compile(r"[^a-z0-9]+")


def extract_facts(
    paths: Sequence[Path],
    vendor: str,
    project: Project,
    folder: Path | None = None,
    customer: Customer = ANYBODY,
) -> dict[str, Any]:
    """The content of a facts file for a vendor's documents, an organisation's own facts among them. `folder` is where the
    documents' paths begin; without it they are their names. `customer` is for whom they are to hold.

    Documents that cannot be read stand under `unread`, with the reason. Raises InputErrors with all where none can,
    NothingToCheckError where they are lists that state nothing, and DefinitionErrors with all patterns of own facts that are wrong.
    """
    from vendorlint.facts.process import read_facts_of

    config, own = project.config, project.facts.own
    if own:
        check_patterns(own, project.facts.extractor)
    cache, key = _cached(paths, vendor, project, folder, customer)
    if known := cache.get(key):
        return dict(known)
    sources, unread = _read_all(paths, folder, config.limits)
    facts, failed = read_facts_of(sources, vendor, project, folder, customer)
    unread += failed
    if facts is None:
        raise _nothing_read(unread)
    if unread:
        facts["unread"] = [each.to_dict() | {"reason": _reason(each)} for each in _by_path(unread)]
        return with_provenance(facts, config)
    content = with_provenance(facts, config)
    cache.put(key, content)
    return content


def _cached(
    paths: Sequence[Path], vendor: str, project: Project, folder: Path | None, customer: Customer
) -> tuple[Cache, list[Any]]:
    """Where facts are kept that were read before, and by what: the documents' bytes and names, and all else that reading goes by.
    No place where a document cannot be opened, or is held unsaved."""
    from vendorlint_extractor.documents.document import DocumentError, read_bytes
    from vendorlint_extractor.resolved.unread import path_inside

    config = project.config
    try:
        documents = [
            (path_inside(path, folder), hashlib.sha256(read_bytes(path, config.limits)).hexdigest()) for path in paths
        ]
    except (DocumentError, OSError):
        return Cache(None), []
    by = definitions_digest(config, customer.to_dict())
    kept = Cache(None if any(held(path) is not None for path in paths) else cache_folder(config.root))
    return kept, ["facts", by, vendor, documents, asdict(config.limits), list(project.facts.ids)]


def unread_documents(facts: Mapping[str, Any], folder: Path) -> Iterator[InputError]:
    """What is wrong with the documents that the content of a facts file names as unread. `folder` is the vendor's."""
    if "unread" not in facts:
        return
    from vendorlint_extractor.resolved.unread import file_inside  # which few runs need

    for each in facts["unread"]:
        file = file_inside(each["path"], folder)
        yield InputError(each["reason"], FilePlace(file, each["line"], each["column"]) if "line" in each else file)


def _read_all(paths: Sequence[Path], folder: Path | None, limits: Limits) -> tuple[list[Source], list[Unread]]:
    """The documents that can be opened, and the others."""
    from vendorlint_extractor.resolved.unread import Unread, path_inside

    sources: list[Source] = []
    unread: list[Unread] = []
    for path, document_id in zip(paths, _document_ids(paths), strict=True):
        try:
            sources.append(_source(path, document_id, limits))
        except Exception as error:
            unread.append(Unread(path, path_inside(path, folder), error))
    return sources, unread


def _nothing_read(unread: Sequence[Unread]) -> VendorlintError:
    """The error where no document states anything; lists alone, in which nothing is wrong, are nothing to check."""
    from vendorlint_extractor import ListingError

    if all(isinstance(each.error, ListingError) for each in unread):
        return NothingToCheckError("\n".join(f"{shown_path(each.file)}: {_reason(each)}" for each in _by_path(unread)))
    return InputErrors(
        InputError(_reason(each), FilePlace(each.file, *each.place) if each.place else each.file)
        for each in _by_path(unread)
    )


def _by_path(unread: Iterable[Unread]) -> list[Unread]:
    return sorted(unread, key=lambda each: each.path)


def _reason(unread: Unread) -> str:
    return unread.reason if unread.foreseen else internal_error(unread.error)


def _source(path: Path, document_id: str, limits: Limits) -> Source:
    """A document as it is on disk, or as somebody holds it unsaved. Raises DocumentError."""
    from vendorlint.facts.process import Source
    from vendorlint_extractor.documents.document import read_bytes, text_of

    unsaved = held(path)
    raw = read_bytes(path, limits) if unsaved is None else unsaved
    text, rendering = text_of(path, raw, limits)
    return Source(path, document_id, text, hashlib.sha256(raw).hexdigest(), rendering)


def check_patterns(own: tuple[OwnFact, ...], extractor: Extractor) -> None:
    """Raises DefinitionErrors with every pattern of own facts that is no regular expression of RE2 or calls no macro, and every
    word that none of them can call.
    """
    errors: list[InputError] = []
    for fact in own:
        document = read_yaml(fact.path)
        for language, body in document.value["languages"].items():
            for place, fault in extractor.faults(language, body):
                errors.append(document.error(("languages", language, *place), fault))
    if errors:
        raise DefinitionErrors(errors)


def vendor_id(path: Path) -> str:
    """A vendor's id for a document that belongs to no vendor: its name in lower-case letters, digits and dashes."""
    return _NO_ID.sub("-", path.stem.lower()).strip("-") or "document"


def _document_ids(paths: Sequence[Path]) -> list[str]:
    """The files' names without suffix; with it where terms.md stands beside terms.txt."""
    stems = [path.stem for path in paths]
    return [path.stem if stems.count(path.stem) == 1 else path.name for path in paths]
