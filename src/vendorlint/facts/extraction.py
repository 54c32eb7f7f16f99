"""The way into the extractor: its errors become ours, and it is loaded only where a document has to be read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vendorlint.errors import ErrorCollector
from vendorlint.facts.closest import with_candidates
from vendorlint.facts.documents import document_errors
from vendorlint.facts.provenance import with_provenance
from vendorlint.files.text import held
from vendorlint.files.yaml.document import read_yaml
from vendorlint.project.project import Project
from vendorlint_extractor.customer import ANYBODY, Customer

if TYPE_CHECKING:
    from vendorlint_extractor import Document, Extractor
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

    Raises InputErrors with all documents that are wrong, and with all patterns of own facts that are.
    """

    config, own = project.config, project.facts.own
    if own:
        check_patterns(own, project.facts.extractor)

    documents: list[Document] = []
    errors = ErrorCollector()
    for path, document_id in zip(paths, _document_ids(paths), strict=True):
        with errors.collect(), document_errors():
            documents.append(_document(path, document_id, config.limits))
    errors.finalize()
    with document_errors():
        extractor = project.facts.extractor
        extraction = extractor.extract(
            documents, vendor=vendor, folder=folder, precedence=config.precedence, customer=customer
        )
        facts = with_candidates(extraction.to_dict(), documents, project.facts.ids, extractor)
        return with_provenance(facts, config)


def _document(path: Path, document_id: str, limits: Limits) -> Document:
    """A document as it is on disk, or as somebody holds it unsaved. Raises DocumentError."""
    from vendorlint_extractor.documents.document import parse_document, read_document, text_of

    unsaved = held(path)
    if unsaved is None:
        return read_document(path, document_id=document_id, limits=limits)
    text, rendering = text_of(path, unsaved, limits)
    digest = hashlib.sha256(unsaved).hexdigest()
    return parse_document(text, path=path, document_id=document_id, sha256=digest, rendering=rendering)


def check_patterns(own: tuple[OwnFact, ...], extractor: Extractor) -> None:
    """Raises InputErrors with every pattern of own facts that is no regular expression of RE2 or calls no macro, and every
    word that none of them can call.
    """
    errors = ErrorCollector()
    for fact in own:
        document = read_yaml(fact.path)
        for language, body in document.value["languages"].items():
            for place, fault in extractor.faults(language, body):
                errors.add(document.error(("languages", language, *place), fault))
    errors.finalize()


def vendor_id(path: Path) -> str:
    """A vendor's id for a document that belongs to no vendor: its name in lower-case letters, digits and dashes."""
    return _NO_ID.sub("-", path.stem.lower()).strip("-") or "document"


def _document_ids(paths: Sequence[Path]) -> list[str]:
    """The files' names without suffix; with it where terms.md stands beside terms.txt."""
    stems = [path.stem for path in paths]
    return [path.stem if stems.count(path.stem) == 1 else path.name for path in paths]
