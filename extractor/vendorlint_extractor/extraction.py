"""The whole way from documents to facts, and the shape in which facts leave the extractor."""

from __future__ import annotations

import collections
import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vendorlint_extractor import ontology
from vendorlint_extractor.clauses import Clause, Piece, read_clauses
from vendorlint_extractor.definitions import definitions
from vendorlint_extractor.doctype import document_type
from vendorlint_extractor.document import Document, DocumentError
from vendorlint_extractor.incorporated import Reference, references
from vendorlint_extractor.lexicon import languages, load_lexicon, stop_words
from vendorlint_extractor.match import Finding, Matcher
from vendorlint_extractor.ontology import OwnFact
from vendorlint_extractor.resolve import CONFIDENCES, Resolved, resolve

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
LANGUAGE_SAMPLE = 50_000  # characters that are looked at to tell the language
MIN_SHARE = 0.12  # of a text's words that are little words of its language
SHORT_TEXT = 60  # words; below, half of that is enough
MIN_DISTINCT = 2  # of them, so that one word that happens to be spelt alike tells nothing
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim piece of a document (white space folded), with its place; `words` are the telling words in it.

    `number` is that of the clause as printed ('10.4(a)'), or empty; `place` is where the lines stand in a document that is
    no text ('page 3, line 12'), or empty.
    """

    document: str
    section: str
    number: str
    place: str
    lines: tuple[int, int]
    column: int
    quote: str
    words: tuple[str, ...]
    role: str

    def to_dict(self) -> dict[str, Any]:
        """The shape of the facts file; what is empty or default is left out."""
        shown: dict[str, Any] = {"document": self.document}
        if self.section:
            shown["section"] = self.section
        if self.number:
            shown["number"] = self.number
        if self.place:
            shown["place"] = self.place
        shown |= {"lines": list(self.lines), "column": self.column, "quote": self.quote}
        if self.words:
            shown["words"] = list(self.words)
        if self.role != "statement":
            shown["role"] = self.role
        return shown


@dataclass(frozen=True, slots=True)
class Side:
    """A value with its confidence (high, medium, low) and the evidence for it."""

    value: Any
    confidence: str
    evidence: tuple[Evidence, ...]

    def to_dict(self) -> dict[str, Any]:
        """The shape of the facts file."""
        value = list(self.value) if isinstance(self.value, tuple) else self.value
        return {"value": value, "confidence": self.confidence, "evidence": [e.to_dict() for e in self.evidence]}


@dataclass(frozen=True, slots=True)
class Fact:
    """A stated fact (one side) or a conflicting one (two or more).

    `set_aside` is what documents state of it that stand behind others.
    """

    id: str
    sides: tuple[Side, ...]
    set_aside: tuple[Side, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The shape of the facts file."""
        one = len(self.sides) == 1
        shown = self.sides[0].to_dict() if one else {"conflict": [side.to_dict() for side in self.sides]}
        return shown | ({"set_aside": [side.to_dict() for side in self.set_aside]} if self.set_aside else {})


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the documents of one vendor state."""

    vendor: str
    documents: tuple[dict[str, Any], ...]
    facts: dict[str, Fact]
    incorporated: tuple[dict[str, Any], ...]

    def to_dict(self) -> dict[str, Any]:
        """Facts nested by their dotted names, as facts.yaml and the rules have them."""
        nested: dict[str, Any] = {}
        for fact_id, fact in self.facts.items():
            *folders, name = fact_id.split(".")
            place = nested
            for folder in folders:
                place = place.setdefault(folder, {})
            place[name] = fact.to_dict()
        shown = {"version": 1, "vendor": self.vendor, "documents": list(self.documents), "facts": nested}
        return shown | ({"incorporated": list(self.incorporated)} if self.incorporated else {})


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
            merged[fact_id] = _merge(fact_id, stated)
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


def _merge(fact_id: str, stated: Sequence[tuple[int, Fact]]) -> Fact:
    """One fact out of those of several documents, each with its place in the order of precedence, the first first.

    The documents of the first place decide; where two of one place disagree, nothing ranks them and the fact conflicts.
    A set is what they state together. What a later document says of the same value is more evidence, and of another is
    set aside: kept for a person to see, and no statement.
    """
    first = stated[0][0]
    deciding = [side for place, fact in stated if place == first for side in fact.sides]
    if isinstance(deciding[0].value, tuple):
        value = tuple(sorted({v for side in deciding for v in side.value}))
        aside = tuple(side for place, fact in stated if place != first for side in fact.sides if side.value != value)
        return Fact(fact_id, (_together(value, deciding),), aside)
    values = dict.fromkeys(side.value for side in deciding)
    every = [side for _, fact in stated for side in fact.sides]
    aside = tuple(side for side in every if side.value not in values)
    return Fact(fact_id, tuple(_together(value, [s for s in every if s.value == value]) for value in values), aside)


def _together(value: Any, sides: Sequence[Side]) -> Side:
    """One side out of several: as sure as the surest, or for a set as the least sure, with the evidence of all."""
    pick = min if isinstance(value, tuple) else max
    confidence = pick((side.confidence for side in sides), key=CONFIDENCES.index)
    return Side(value, confidence, tuple(evidence for side in sides for evidence in side.evidence))


@functools.cache
def matcher(language: str, own: tuple[OwnFact, ...] = ()) -> Matcher:
    """The matcher over all facts of a language."""
    return Matcher(list(definitions(own).values()), language)


def detect_language(document: Document) -> str:
    """The language whose little words are the most frequent. Raises DocumentError where it has no lexicon here."""
    counts = collections.Counter(match[0].lower() for match in _LETTERS.finditer(document.text[:LANGUAGE_SAMPLE]))
    votes = {language: sum(counts[word] for word in known) for language, known in stop_words().items()}
    best = max(votes, key=lambda language: votes[language])
    share = votes[best] / counts.total()
    distinct = sum(word in counts for word in stop_words()[best])
    if (
        best in languages()
        and distinct >= MIN_DISTINCT
        and share >= MIN_SHARE / (1 if counts.total() >= SHORT_TEXT else 2)
    ):
        return best
    found = f"is in a language ({best})" if share >= MIN_SHARE and best not in languages() else "is in a language"
    known = ", ".join(languages())
    raise DocumentError(document.path, f"{found} that vendorlint cannot read; it reads: {known}")


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
    facts = {fact_id: _fact(document, clauses, found) for fact_id, found in resolved.items()}
    evidence = (_quote(document, clauses[0], (), "statement"),)
    facts["document.language"] = Fact("document.language", (Side(language, _confidence(document, "high"), evidence),))
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
        evidence = _piece(document, reference.clause.pieces[-1], reference.clause, words, "statement")
        yield shown | {"evidence": [evidence.to_dict()]}


def _describe(document: Document, facts: dict[str, Fact], path: str) -> dict[str, Any]:
    shown = {"id": document.id, "path": path, "sha256": document.sha256}
    for key in ("type", "language", "effective_date"):
        fact = facts.get(f"document.{key}")
        if fact and len(fact.sides) == 1:
            shown[key] = fact.sides[0].value
    return {"type": "other"} | shown if "type" not in shown else shown


def _fact(document: Document, clauses: Sequence[Clause], resolved: Resolved) -> Fact:
    return Fact(
        resolved.fact,
        tuple(
            Side(
                value,
                _confidence(document, confidence),
                tuple(e for finding in findings for e in _evidence(document, finding)),
            )
            for value, confidence, findings in resolved.sides
        ),
    )


def _confidence(document: Document, confidence: str) -> str:
    """That of a fact of a document: what was guessed from pictures of words is never sure."""
    return "low" if document.rendering is not None and document.rendering.ocr else confidence


def _evidence(document: Document, finding: Finding) -> list[Evidence]:
    """The clause's own words with the telling ones, those of its exception among them, then its lead-ins."""
    spans = [finding.span, *([finding.exception] if finding.exception else [])]
    shown = [_quote(document, finding.clause, spans, "statement")]
    shown.extend(_piece(document, piece, finding.clause, (), "lead_in") for piece in finding.clause.pieces[:-1])
    return shown


def _quote(document: Document, clause: Clause, spans: Sequence[tuple[int, int]], role: str) -> Evidence:
    words = []
    for start, end in spans:
        if start >= clause.own_start:
            begin, stop = clause.locate(start, end)
            words.append(document.text[begin:stop])
    return _piece(document, clause.pieces[-1], clause, words, role)


def _piece(document: Document, piece: Piece, clause: Clause, words: Sequence[str], role: str) -> Evidence:
    begin, end = piece.source()
    while begin < end and document.text[begin].isspace():
        begin += 1
    quote = fold_space(document.text[begin:end])
    first, column = document.position(begin)
    last, _ = document.position(max(end - 1, begin))
    telling = tuple(word for word in dict.fromkeys(fold_space(w) for w in words) if word and word in quote)
    place = document.rendering.place(first, last) if document.rendering else ""
    number = clause.number(piece)
    return Evidence(document.id, clause.section.title, number, place, (first, last), column, quote, telling, role)


def fold_space(text: str) -> str:
    """White space folded to single blanks, as quotes are stored and compared."""
    return re.sub(r"\s+", " ", text).strip()
