"""The whole way from documents to facts, and the shape in which facts leave the extractor."""

from __future__ import annotations

import collections
import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from vendorlint_extractor import ontology
from vendorlint_extractor.clauses.sentences import read_clauses
from vendorlint_extractor.documents.document import Document, DocumentError
from vendorlint_extractor.language.detect import detect_language
from vendorlint_extractor.language.lexicon import load_lexicon
from vendorlint_extractor.ontology import OwnFact
from vendorlint_extractor.readings.definitions import definitions
from vendorlint_extractor.readings.doctype import document_type
from vendorlint_extractor.readings.incorporated import Reference, references
from vendorlint_extractor.readings.match import Matcher
from vendorlint_extractor.resolved.evidence import confidence_of, evidence_of, fact_of, fold_space, quote_of
from vendorlint_extractor.resolved.merge import merge
from vendorlint_extractor.resolved.resolve import Resolved, resolve
from vendorlint_extractor.resolved.stated import Extraction, Fact, Side

# Which document wins where two of one vendor disagree: the more specific agreement over the general terms.
PRECEDENCE = (
    "order_form",
    "commercial_agreement",
    "dpa",
    "ai_terms",
    "sla",
    "terms_of_service",
    "acceptable_use",
    "privacy_policy",
    "other",
)


def extract(
    documents: Sequence[Document],
    *,
    vendor: str,
    folder: Path | None = None,
    own: tuple[OwnFact, ...] = (),
    precedence: Sequence[str] = (),
) -> Extraction:
    """Read the facts of a vendor's documents, the shipped ones and an organisation's own.

    `precedence` has types of documents; where two disagree, the one whose type comes first decides. Types that it leaves
    out come behind, in the order of PRECEDENCE.
    `folder` is the vendor's folder, where the documents' paths begin; without it they are their names.
    Raises DocumentError where a document's language has no lexicon, DefinitionError for an own fact that cannot be used.
    """
    read, mentioned = [], []
    paths = [_path(document, folder) for document in documents]
    for document in _told_apart(documents, paths):
        facts, incorporated = _read(document, detect_language(document), own)
        read.append((document, facts))
        mentioned.extend(incorporated)
    described = tuple(_describe(*each, path) for each, path in zip(read, paths, strict=True))
    order = (*precedence, *(each for each in PRECEDENCE if each not in precedence))
    ranked = sorted(
        zip(described, read, strict=True), key=lambda entry: (order.index(entry[0]["type"]), entry[0]["id"])
    )
    merged: dict[str, Fact] = {}
    for fact_id in (*ontology.facts(), *(fact.info.id for fact in own)):
        stated = [(order.index(shown["type"]), facts[fact_id]) for shown, (_, facts) in ranked if fact_id in facts]
        if stated:
            merged[fact_id] = merge(fact_id, stated)
    return Extraction(vendor, described, merged, tuple(_incorporated(mentioned, described)))


def _path(document: Document, folder: Path | None) -> str:
    """A document's path in its vendor's folder. Raises DocumentError for one that no facts file can hold."""
    parent = document.path.parent.resolve()
    path = (parent / document.path.name).relative_to(folder.resolve() if folder else parent).as_posix()
    try:
        path.encode()
    except UnicodeEncodeError:
        raise DocumentError(document.path, "has a name that is no UTF-8; rename it") from None
    return path


def _told_apart(documents: Sequence[Document], paths: Sequence[str]) -> Iterator[Document]:
    """The documents, those with the same id by their paths."""
    ids = collections.Counter(document.id for document in documents)
    for document, path in zip(documents, paths, strict=True):
        yield document if ids[document.id] == 1 else replace(document, id=path)


@functools.cache
def matcher(language: str, own: tuple[OwnFact, ...] = ()) -> Matcher:
    """The matcher over all facts of a language."""
    return Matcher(list(definitions(own).values()), language)


def facts_of(document: Document, language: str, own: tuple[OwnFact, ...] = ()) -> dict[str, Fact]:
    """What one document states, read in a language."""
    return _read(document, language, own)[0]


def _read(
    document: Document, language: str, own: tuple[OwnFact, ...]
) -> tuple[dict[str, Fact], list[tuple[Document, Reference]]]:
    """What one document states, and the documents that it makes part of itself."""
    clauses = read_clauses(document, load_lexicon(language))
    if not clauses:
        raise DocumentError(document.path, "found no clause; expected the terms of a vendor")
    kind = document_type(clauses, load_lexicon(language))
    findings = [*([kind] if kind else []), *matcher(language, own).findings(clauses)]
    resolved = resolve(definitions(own), findings)
    if kind:
        resolved[kind.fact] = Resolved(kind.fact, ((kind.value, kind.confidence, (kind,)),))
    facts = {fact_id: fact_of(document, found) for fact_id, found in resolved.items()}
    evidence = (quote_of(document, clauses[0], (), "statement"),)
    facts["document.language"] = Fact("document.language", (Side(language, confidence_of(document, "high"), evidence),))
    found = references(document.text, clauses, load_lexicon(language), str(kind.value) if kind else "")
    return facts, [(document, reference) for reference in found]


def _incorporated(
    mentioned: Sequence[tuple[Document, Reference]], documents: Sequence[Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    """The documents that the terms incorporate, once each, with those of the vendor that they may be."""
    kinds: dict[str, list[tuple[Document, Reference]]] = {}
    for document, reference in mentioned:
        kinds.setdefault(reference.type, []).append((document, reference))
    for kind, found in kinds.items():
        document, reference = next((each for each in found if each[1].link), found[0])
        shown: dict[str, Any] = {"type": kind, "name": fold_space(document.text[slice(*reference.name)])}
        if reference.link:
            shown["link"] = reference.link
        shown["documents"] = [each["id"] for each in documents if each["type"] == kind]
        words = [document.text[slice(*reference.name)]]
        evidence = evidence_of(document, reference.clause.pieces[-1], reference.clause, words, "statement")
        yield shown | {"evidence": [evidence.to_dict()]}


def _describe(document: Document, facts: dict[str, Fact], path: str) -> dict[str, Any]:
    shown = {"id": document.id, "path": path, "sha256": document.sha256}
    for key in ("type", "language", "effective_date"):
        fact = facts.get(f"document.{key}")
        if fact and len(fact.sides) == 1:
            shown[key] = fact.sides[0].value
    return {"type": "other"} | shown if "type" not in shown else shown
