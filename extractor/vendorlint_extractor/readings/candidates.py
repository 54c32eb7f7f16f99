"""Candidates: the clauses in which a fact that nothing states would be said, if any says it, because some of its words meet there.

They are no evidence. A silence may be a reading that failed; these show a person where to look, the closest first.
"""

from __future__ import annotations

import collections
import heapq
import itertools
import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vendorlint_extractor.clauses.clause import INERT, Clause
from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.fact_words import WORD, Weights, stem
from vendorlint_extractor.readings.match import Matcher

MAX_CANDIDATES = 10  # of a fact
MAX_NAMED = 4  # words in `why`
LEAST = 3.0  # what a fact's words in a clause have to weigh together, rare or not in the document
MET = 0.6  # or else the share of a reading that is met
TITLE = 0.3  # what a word of the headings above counts, of one in the clause
READING = 1.0  # how much a reading that is met adds to the weight of the words, as a share of it
TELLING = 3.0  # and beside that, so that telling words count which are nobody's own
LENGTH = 0.4  # how much of a clause's length its weight is divided by, because a long one meets any word

_Found = Mapping[
    str, tuple[float, float]
]  # of a fact: what its words that are there weigh, and what they do by how rare they are


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause close to what would state a fact. `why` says which of the fact's words meet, as the document has them;
    `closeness` ranks the candidates of one fact, over several documents too."""

    fact: str
    clause: Clause
    why: str
    closeness: float


class CandidateFinder:
    """The words of all facts in one language, with the matcher that knows their readings."""

    def __init__(self, definitions: Mapping[str, FactDefinition], matcher: Matcher, code: str) -> None:
        self._matcher = matcher
        self._weights = matcher.weights
        self._derived = {source: each.id for each in definitions.values() for source in each.derive}
        self._heads = {
            each.id for each in definitions.values() if any(reading.head for reading in each.readings.get(code, ()))
        }

    def candidates(self, text: str, clauses: Sequence[Clause], facts: Collection[str]) -> list[Candidate]:
        """At most MAX_CANDIDATES clauses of a document with this text for each of these facts, the closest first."""
        terms = _Terms(text, clauses, _of_facts(self._weights, facts))
        sources = {source for source, fact in self._derived.items() if fact in facts}.union(facts)
        best: dict[str, list[tuple[float, int]]] = {fact: [] for fact in facts}
        for position in range(len(clauses)):
            for fact, closeness in self._closeness(terms, position, sources, best):
                _keep(best[fact], (closeness, -position))
        return [
            Candidate(fact, clauses[-position], terms.why(fact, -position), closeness)
            for fact, kept in best.items()
            for closeness, position in sorted(kept, reverse=True)
        ]

    def _closeness(
        self, terms: _Terms, position: int, sources: Collection[str], best: Mapping[str, Sequence[tuple[float, int]]]
    ) -> Iterator[tuple[str, float]]:
        """How close a clause is to each fact of which something stands in it. Shares of readings with which it is none of the `best` are
        not looked at."""
        clause = terms.clauses[position]
        words, title = terms.words(position), terms.title(clause.section.path)
        length = 1 - LENGTH + LENGTH * len(clause.text) / terms.usual_length
        inert = clause.kind in INERT

        def closeness(fact: str, share: float) -> float | None:
            """With this share of a reading; None where that is no candidate."""
            least, weight = words.get(fact, (0.0, 0.0))
            if (inert and fact not in self._heads) or (least < LEAST and share < MET):
                return None
            weight += TITLE * title.get(fact, (0.0, 0.0))[1]
            return weight / length * (1 + READING * share) + TELLING * share

        def worth(source: str, share: float) -> bool:
            for fact in (source, self._derived.get(source)):
                known = best.get(fact) if fact else None
                if fact is None or known is None or (most := closeness(fact, share)) is None:
                    continue
                if len(known) < MAX_CANDIDATES or most > known[0][0]:
                    return True
            return False

        shares = self._shares(clause, sources, worth)
        for fact in words.keys() | shares.keys():
            found = closeness(fact, shares.get(fact, 0.0)) if fact in best else None
            if found is not None:
                yield fact, found

    def _shares(
        self, clause: Clause, sources: Collection[str], worth: Callable[[str, float], bool]
    ) -> dict[str, float]:
        """Of each fact, how much of one of its readings whose telling words stand in the clause is met there, from 0 to 1."""
        shares: dict[str, float] = {}
        for source, share in self._matcher.shares(clause.text, sources, worth):
            for fact in (source, self._derived.get(source, source)):
                shares[fact] = max(shares.get(fact, 0.0), share)
        return shares


class _Terms:
    """A document's clauses, with what of some facts' words stands in each."""

    def __init__(self, text: str, clauses: Sequence[Clause], weights: Weights) -> None:
        self.clauses = clauses
        self.usual_length = sum(len(clause.text) for clause in clauses) / max(len(clauses), 1)  # characters
        self._text = text
        self._weights = weights
        self._stems = [self._stems_of(clause.text) for clause in clauses]
        seen = collections.Counter(itertools.chain.from_iterable(self._stems))
        self._rarity = {each: math.log((len(clauses) + 1) / seen.get(each, 1)) for each in weights}
        self._titles: dict[tuple[str, ...], _Found] = {}
        self._spans: dict[int, Mapping[str, tuple[int, int]]] = {}  # by position, of the clauses that were asked why

    def words(self, position: int) -> _Found:
        """What stands in a clause, lead-ins and all."""
        return self._weighed(self._stems[position])

    def title(self, path: tuple[str, ...]) -> _Found:
        """What stands in the headings above a clause."""
        if path not in self._titles:
            self._titles[path] = self._weighed(self._stems_of(" ".join(path).lower()))
        return self._titles[path]

    def why(self, fact: str, position: int) -> str:
        """Which of a fact's words stand in a clause, those first that tell the most, as the document writes them."""
        own = [each for each in self._stems[position] if fact in self._weights[each]]
        first = sorted(own, key=lambda each: -self._weights[each][fact] * self._rarity[each])[:MAX_NAMED]
        words = dict.fromkeys(self._written(position, each) for each in first)
        return f"words of it: {', '.join(words)}" if words else "words that tell it"

    def _written(self, position: int, wanted: str) -> str:
        """The first word with a stem, as the document writes it."""
        if position not in self._spans:
            words = reversed(list(WORD.finditer(self.clauses[position].text)))
            self._spans[position] = {stem(word[0]): word.span() for word in words}
        return self._text[slice(*self.clauses[position].locate(*self._spans[position][wanted]))]

    def _stems_of(self, text: str) -> tuple[str, ...]:
        """In one order, because sums of fractions depend on it."""
        return tuple(sorted({stem(word) for word in WORD.findall(text)} & self._weights.keys()))

    def _weighed(self, stems: Iterable[str]) -> _Found:
        found: dict[str, tuple[float, float]] = {}
        for each in stems:
            rarity = self._rarity[each]
            for fact, weight in self._weights[each].items():
                least, weights = found.get(fact, (0.0, 0.0))
                found[fact] = least + weight, weights + weight * rarity
        return found


def _of_facts(weights: Weights, facts: Collection[str]) -> Weights:
    kept = {each: {fact: having[fact] for fact in having if fact in facts} for each, having in weights.items()}
    return {each: having for each, having in kept.items() if having}


def _keep(best: list[tuple[float, int]], found: tuple[float, int]) -> None:
    """Put it on the heap of the best, as far as it belongs there."""
    if len(best) < MAX_CANDIDATES:
        heapq.heappush(best, found)
    else:
        heapq.heappushpop(best, found)
