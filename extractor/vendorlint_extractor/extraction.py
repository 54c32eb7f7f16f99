"""The whole way from documents to facts."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from vendorlint_extractor import ontology
from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.clauses.scope import EVERYONE
from vendorlint_extractor.clauses.sentences import read_clauses
from vendorlint_extractor.customer import ANYBODY, Customer
from vendorlint_extractor.documents.document import Document
from vendorlint_extractor.documents.file import DocumentError, ListingError
from vendorlint_extractor.documents.notes import gathered
from vendorlint_extractor.language.cues import read_cues
from vendorlint_extractor.language.detect import detect_language, foreign_blocks
from vendorlint_extractor.language.language import Language, build_language, languages, little_words
from vendorlint_extractor.language.regions import read_groups
from vendorlint_extractor.ontology import FactInfo, OwnFact
from vendorlint_extractor.questions.asking import questions_of
from vendorlint_extractor.questions.question import Question
from vendorlint_extractor.readings.beside import (
    Foreign,
    around_notes,
    foreign_statements,
    lookalike_notes,
    overheard_notes,
    unread_notes,
)
from vendorlint_extractor.readings.candidates import Candidate, CandidateFinder
from vendorlint_extractor.readings.definitions import (
    FactDefinition,
    Languages,
    load_definitions,
)
from vendorlint_extractor.readings.doctype import document_type
from vendorlint_extractor.readings.doubts import doubts_of
from vendorlint_extractor.readings.fact_words import Weights, word_weights
from vendorlint_extractor.readings.faults import faults
from vendorlint_extractor.readings.hollow import struck_elsewhere, without_hollow
from vendorlint_extractor.readings.incorporated import OTHER, calls_itself, incorporated
from vendorlint_extractor.readings.likelihood import read_likelihoods, weighed
from vendorlint_extractor.readings.match import Matcher
from vendorlint_extractor.readings.standing import standing_notes, stands_over
from vendorlint_extractor.readings.statement import Resolved, Stand, Statement
from vendorlint_extractor.resolved.customer import merged, set_aside
from vendorlint_extractor.resolved.described import (
    Reading,
    ScopedFacts,
    described,
    one_of_many,
    told_apart,
    unlike_missing,
)
from vendorlint_extractor.resolved.doubted import with_doubts
from vendorlint_extractor.resolved.evidence import Wording, confidence_of, fact_of, quote_of
from vendorlint_extractor.resolved.resolve import resolve
from vendorlint_extractor.resolved.stated import Evidence, Extraction, Fact, Side
from vendorlint_extractor.resolved.struck import without_struck
from vendorlint_extractor.resolved.terms import incorporated_terms
from vendorlint_extractor.resolved.unread import NothingReadError, Unread, path_inside, require_utf8_name
from vendorlint_extractor.shipped import kept

# Which document wins where two of one vendor disagree: the more specific agreement over the general terms, and both over what is
# annexed to them, which speaks of itself ("we may change these Data Processing Terms").
PRECEDENCE = (
    "order_form",
    "commercial_agreement",
    "terms_of_service",
    "dpa",
    "ai_terms",
    "sla",
    "acceptable_use",
    "privacy_policy",
    "other",
)
# Of what an agreement is about it decides before the others: a DPA on personal data (as GDPR Art. 28(3) has it made for), whatever
# the master agreement says, and behind AI terms on what AI may do with it.
SUBJECTS = {"data": ["dpa"], "security": ["dpa"], "sla": ["sla"], "ai": ["ai_terms", "dpa"]}  # families of facts


Track = Callable[[Iterable[Document]], Iterator[Document]]


class Extractor:
    """Reads the shipped facts and an organisation's own.

    It holds what it needs for that, each part from its first use on: the facts' definitions, and per language its words and
    the matcher. Building all takes more time than reading a document, so it is made once and asked for many.
    """

    def __init__(self, own: tuple[OwnFact, ...] = ()) -> None:
        self._own = own
        self._languages: dict[str, Language] = {}
        self._matchers: dict[str, Matcher] = {}
        self._finders: dict[str, CandidateFinder] = {}
        self._clauses: dict[
            tuple[str, str], list[Clause]
        ] = {}  # by text and what it states, of the documents that were extracted last

    @functools.cached_property
    def definitions(self) -> Mapping[str, FactDefinition]:
        """How each fact is read, by its id: the shipped ones, then the own. Raises DefinitionError."""
        return load_definitions(self._macros, self._own)

    @functools.cached_property
    def _groups(self) -> Mapping[str, frozenset[str]]:
        return read_groups()

    @functools.cached_property
    def _infos(self) -> Mapping[str, FactInfo]:
        """Each fact by its id: those of the ontology in its order, then the own."""
        return {**ontology.facts(), **{fact.info.id: fact.info for fact in self._own}}

    @functools.cached_property
    def _macros(self) -> Languages:
        return {code: read_cues(code)["macros"] for code in languages()}

    @functools.cached_property
    def _little_words(self) -> Mapping[str, frozenset[str]]:
        return little_words()

    def language(self, code: str) -> Language:
        """The words of a language. Raises KeyError where it is not read."""
        if code not in self._languages:
            self._languages[code] = build_language(code)
        return self._languages[code]

    def language_of(self, document: Document) -> str:
        """The code of a document's language. Raises DocumentError where it is not read."""
        return detect_language(document, self._little_words, languages())

    def faults(self, code: str, body: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Where a language's part of a definition is wrong, and what is wrong there."""
        return faults(code, self._macros[code], body)

    def prepare(self, code: str) -> None:
        """Make now what else is made when a document of a language is first read. Raises KeyError where it is not read."""
        self._matcher(code).prepare()

    def extract(  # noqa: PLR0913 - the last for whoever watches
        self,
        documents: Sequence[Document],
        *,
        vendor: str,
        folder: Path | None = None,
        precedence: Sequence[str] = (),
        customer: Customer = ANYBODY,
        track: Track = iter,
    ) -> Extraction:
        """The facts of a vendor's documents.

        `precedence` has types of documents; where two disagree, the one whose type comes first decides. Types that it
        leaves out come behind: the one that a fact is the subject of, then those of PRECEDENCE. `customer` is for whom the facts are to hold.
        `track` goes through the documents as they are read, and may tell how far it is.
        `folder` is the vendor's folder, where the documents' paths begin; without it they are their names.
        A document that cannot be read is told in `unread`, and so is one on which the extractor itself fails.
        Raises NothingReadError where that is so of all, DefinitionError for an own fact that cannot be used, MemoryError.
        """
        paths = [path_inside(document.path, folder) for document in documents]
        self._clauses.clear()
        read, unread = self._read_all(track(told_apart(documents, paths)), paths, customer)
        if unread and not read:
            raise NothingReadError(unread) from unread[0].error
        read = list(without_struck(read))
        orders = {fact: order_of(fact, precedence) for fact in self._infos}
        entries = tuple(each.described for each in read)
        mentioned = [(each.document, one) for each in read for one in each.incorporated]
        terms = tuple(incorporated_terms(mentioned, [(each.described["id"], each.calls) for each in read]))
        read = [unlike_missing(each, terms) for each in read]
        stated = [(each.described, each.facts, each.over) for each in read]
        facts = merged(self._infos, stated, orders, customer, self._groups)
        facts = with_doubts(facts, read, orders)
        return Extraction(vendor, entries, facts, terms, customer.to_dict(), tuple(unread))

    def _read_all(
        self, documents: Iterable[Document], paths: Sequence[str], customer: Customer
    ) -> tuple[list[Reading], list[Unread]]:
        """What was read of each document in its order, and those of which nothing was.

        Tables and lists without a sentence come last, in the languages of the others: key terms state facts there, too. One that
        states none is told as what it is where there are other terms, and is nothing to read where there are none.
        """
        read: dict[int, Reading] = {}
        lists: dict[int, tuple[Document, ListingError]] = {}
        unread: list[Unread] = []
        for at, document in enumerate(documents):
            with one_of_many(document, paths[at], unread):
                try:
                    read[at] = self._reading(document, paths[at], customer, self.language_of(document))
                except ListingError as none:
                    lists[at] = document, none
        codes = list(dict.fromkeys(each.described["language"] for each in read.values())) or languages()
        found: dict[int, Reading] = {}
        for at, (document, _) in lists.items():
            with one_of_many(document, paths[at], unread):
                found[at] = self._listed(document, paths[at], customer, codes)
        terms = read | {at: each for at, each in found.items() if each.facts}
        for at in found.keys() - terms.keys():
            document, error = lists[at]
            if terms:
                read[at] = replace(found[at], described=found[at].described | {"listing": error.message})
            else:
                unread.append(Unread(document.path, paths[at], error))
        read |= terms
        return [read[at] for at in sorted(read)], unread

    def _listed(self, document: Document, path: str, customer: Customer, codes: Iterable[str]) -> Reading:
        """What was read of a list in the language in which it states most, and no facts where it states nothing."""
        found = max((self._reading(document, path, customer, code) for code in codes), key=lambda each: len(each.facts))
        states = any(not fact.startswith("document.") for fact in found.facts)
        return found if states else replace(found, facts={}, incorporated=[])

    def _reading(self, document: Document, path: str, customer: Customer, code: str) -> Reading:
        require_utf8_name(document.path)
        clauses = self._clauses[document.text, document.stated] = self.clauses_of(document, code)
        foreign = foreign_blocks(document, code, self._little_words, languages())
        statements = self._stated(document, code, clauses, foreign)
        facts = self._read(document, code, clauses, statements)
        beside = [
            *unread_notes(document, foreign),
            *lookalike_notes(document, self.language(code).vocabulary),
            *standing_notes(document, clauses, self.language(code)),
            *overheard_notes(document, statements, self.definitions),
            *around_notes(document, self._matcher(code), self.definitions),
        ]
        document = replace(document, notes=gathered([*document.notes, *beside]))
        share = set_aside(clauses, customer, self._groups)
        entry = described(document, facts, path, share)
        language = self.language(code)
        calls = calls_itself(document.path, document.stated, clauses, language.documents)
        calls = replace(calls, types=calls.types | {entry["type"]} - {OTHER})
        found = incorporated(document.stated, clauses, language, calls)
        over = stands_over(clauses, language)
        doubts = self._doubts(document, code, clauses, statements)
        return Reading(document, facts, found, entry, calls, struck_elsewhere(clauses, language.hollow), over, doubts)

    def facts_of(self, document: Document, code: str) -> dict[str, Fact]:
        """What one document states for a customer of whom nothing is known, read in a language."""
        clauses = self._clauses[document.text, document.stated] = self.clauses_of(document, code)
        read = self._read(document, code, clauses, self._stated(document, code, clauses, {}))
        entry = {"id": document.id, "type": "other"}
        orders = dict.fromkeys(self._infos, PRECEDENCE)
        facts = merged(self._infos, [(entry, read, frozenset())], orders, ANYBODY, self._groups)
        return {fact_id: fact for fact_id, fact in facts.items() if fact.sides}

    def candidates(self, document: Document, facts: Collection[str] | None = None) -> list[Candidate]:
        """The clauses where facts would be said of which nothing was read, if the document says them: at most ten of each,
        fact by fact, the closest first. They are looked for when somebody asks.

        `facts` are those to look for, by default the ones that this document does not state.
        None of a list without a sentence. Raises DocumentError where its language is not read.
        """
        try:
            code = self.language_of(document)
        except ListingError:
            return []
        clauses = self._clauses_again(document, code)
        if facts is None:
            stated = self.facts_of(document, code)
            facts = [fact for fact in self.definitions if fact not in stated]
        if code not in self._finders:
            self._finders[code] = CandidateFinder(self.definitions, self._matcher(code), code)
        return self._finders[code].candidates(document.text, clauses, facts)

    def questions(
        self, document: Document, code: str, facts: Collection[str], read: Mapping[str, Sequence[tuple[int, int]]]
    ) -> Iterator[Question]:
        """What to ask a second reader about facts in a document that was read in a language, and of which `read` has the lines of
        the clauses that state something of each."""
        near = self.candidates(document, facts)
        infos = [info for fact, info in self._infos.items() if fact in facts]
        yield from questions_of(document, self._clauses_again(document, code), infos, read, near, code)

    def standing(self, document: Document, code: str, quotes: Sequence[str]) -> list[Evidence | None]:
        """Where quotes stand in what a document states that was read in a language, as evidence; None for one that stands nowhere."""
        wording = Wording(document, self._clauses_again(document, code))
        return [wording.evidence(quote) for quote in quotes]

    def _clauses_again(self, document: Document, code: str) -> list[Clause]:
        """Those of a document that was extracted last, or read anew."""
        return self._clauses.get((document.text, document.stated)) or self.clauses_of(document, code)

    def clauses_of(self, document: Document, code: str) -> list[Clause]:
        """A document's clauses, as patterns of a language see them."""
        return read_clauses(document, self.language(code))

    def _matcher(self, code: str) -> Matcher:
        if code not in self._matchers:
            own = tuple(fact.info.id for fact in self._own)
            shipped = [each for fact, each in self.definitions.items() if fact not in own]
            theirs = [self.definitions[fact] for fact in own]
            self._matchers[code] = Matcher(theirs, self.language(code), self._weights(code), shipped)
        return self._matchers[code]

    def _weights(self, code: str) -> Weights:
        definitions = list(self.definitions.values())

        def made() -> dict[str, dict[str, float]]:
            return word_weights(definitions, code, self._little_words[code])

        return made() if self._own else kept(f"weights {code}", made)

    def _stated(self, document: Document, code: str, clauses: Sequence[Clause], foreign: Foreign) -> list[Statement]:
        """The statements of one document, what kind of document it is first."""
        if not clauses:
            raise DocumentError(document.path, "found no clause; expected the terms of a vendor")
        kind = document_type(clauses, self.language(code).documents)
        named = str(kind.value) if kind else ""
        stated = ((each, self.definitions[each.fact]) for each in self._matcher(code).statements(clauses))
        promised = without_hollow(stated, clauses, self.language(code).hollow)
        read = weighed(promised, self._infos, read_likelihoods(code), named)
        statements = [*([kind] if kind else []), *read]
        return [*statements, *foreign_statements(document, foreign, len(clauses), self._matcher)]

    def _read(
        self, document: Document, code: str, clauses: Sequence[Clause], statements: Sequence[Statement]
    ) -> ScopedFacts:
        """What the statements of one document come to."""
        kind = statements[0] if statements and statements[0].fact == "document.type" else None
        facts: ScopedFacts = {}
        for scope in dict.fromkeys([EVERYONE, *(scope for each in statements for scope in each.scopes)]):
            for fact_id, found in resolve(self.definitions, statements, scope).items():
                facts.setdefault(fact_id, {})[scope] = fact_of(document, self._infos[fact_id], found, scope)
        if kind:
            resolved = Resolved(kind.fact, (Stand(kind.value, kind.confidence, (kind,)),))
            facts[kind.fact] = {EVERYONE: fact_of(document, self._infos[kind.fact], resolved)}
        evidence = quote_of(document, clauses[0], (), "statement")
        side = Side(code, confidence_of(document, "high"), (evidence,))
        facts["document.language"] = {EVERYONE: Fact(self._infos["document.language"], (side,))}
        return facts

    def _doubts(
        self, document: Document, code: str, clauses: Sequence[Clause], statements: Sequence[Statement]
    ) -> dict[str, tuple[Evidence, ...]]:
        """By fact the clauses that may take back what one document states."""
        found = doubts_of(clauses, statements, self._infos, self.language(code).doubts, self._weights(code))
        return {
            fact: tuple(quote_of(document, clause, [span], "statement") for clause, span in each)
            for fact, each in found.items()
        }


def order_of(fact: str, precedence: Sequence[str]) -> tuple[str, ...]:
    """The types of documents, the one first that decides on a fact."""
    own = SUBJECTS.get(fact.partition(".")[0], [])
    return tuple(dict.fromkeys((*precedence, *own, *PRECEDENCE)))
