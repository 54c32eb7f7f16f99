"""Holds every fact's readings against every clause and yields statements: one reading of one clause.

A filter over the literals of the telling patterns (RE2's FilteredRE2) names those that match a clause in one pass; only their
readings are looked at more closely, and each other pattern is searched once per clause.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

import re2

from vendorlint_extractor.clauses.clause import INERT, TITLES, Clause
from vendorlint_extractor.language.cues import SentenceCues
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.readings.definitions import DefinitionError, FactDefinition
from vendorlint_extractor.readings.fact_words import Weights
from vendorlint_extractor.readings.kinds.kind import Context, Telling
from vendorlint_extractor.readings.kinds.table import KINDS
from vendorlint_extractor.readings.patterns import add_pattern, loose, one_byte, pattern
from vendorlint_extractor.readings.polarity import actors, ban, hinges
from vendorlint_extractor.readings.ranks import governing, lifted
from vendorlint_extractor.readings.reading import Reading
from vendorlint_extractor.readings.statement import Statement

HEAD_CLAUSES = 60
TAIL_CLAUSES = 15
MAX_LABEL = 50  # characters of a line such as "Effective: 3 April 2031", wherever navigation has pushed it
MAX_ACTS = 5  # matches of a telling pattern that are tried in one clause
NEAR = 200  # characters around an act in which words set its reading aside

Spans = list[tuple[int, int]]


class Matcher:
    """The readings of a set of definitions in one language, behind one filter over their telling patterns.

    `weights` tell which of the words of a section's title are a fact's own.
    """

    def __init__(self, definitions: Sequence[FactDefinition], language: Language, weights: Weights) -> None:
        self.language = language
        self.weights = weights
        self._filter = re2.Filter()
        self._readings: dict[int, list[tuple[FactDefinition, Reading]]] = {}
        numbers: dict[str, int] = {}
        for definition in definitions:
            for reading in definition.readings.get(language.code, ()):
                number = self._number(numbers, reading.all[-1], definition)
                self._readings.setdefault(number, []).append((definition, reading))
        self._filter.Compile()

    def _number(self, numbers: dict[str, int], source: str, definition: FactDefinition) -> int:
        if source not in numbers:
            try:
                numbers[source] = add_pattern(self._filter, loose(source))
            except re2.error as error:
                raise DefinitionError(definition.path, f"pattern {source!r}: {error}") from None
        return numbers[source]

    def statements(self, clauses: Sequence[Clause]) -> Iterator[Statement]:
        """All statements in the order of the clauses."""
        edge = len(clauses) - TAIL_CLAUSES
        ranking = self.language.ranking
        context = Context(clauses, governing(clauses, ranking), self.weights, lifted(clauses, ranking))
        for clause in clauses:
            ends: dict[str, int] = {}  # where each pattern's first match in this clause ends; -1 where there is none
            bars: dict[str, Spans] = {}  # where each pattern that sets readings aside matches
            text = one_byte(clause.text)
            said = _says(clause, self.language.sentences)
            for number in sorted(self._filter.Match(text) or ()):
                for definition, reading in self._readings[number]:
                    inert = not reading.head and _is_inert(definition, clause)
                    if inert and not said:
                        continue
                    if _in_place(reading, clause, edge) and _meets(reading, text, ends):
                        others = max((ends[source] for source in reading.all[:-1]), default=0)
                        matches = (
                            match
                            for match in _own(reading, clause, text, others)
                            if not _barred(reading, clause, match, text, bars)
                        )
                        found = self._read(definition, reading, context, clause, matches)
                        yield from map(_aside, found) if inert else found

    def shares(self, text: str, facts: Collection[str]) -> Iterator[tuple[str, float]]:
        """Those of these facts of which the telling words of a reading stand in a text, whoever acts and whatever is negated or set
        aside, and what share of the reading's patterns match there, gaps of any length.
        """
        held = one_byte(text)
        matched: dict[str, bool] = {}
        for number in sorted(self._filter.Match(held) or ()):
            for definition, reading in self._readings[number]:
                if definition.id not in facts:
                    continue
                for source in reading.all[:-1]:
                    if source not in matched:
                        matched[source] = bool(pattern(loose(source)).search(held))
                met = 1 + sum(matched[source] for source in reading.all[:-1])
                yield definition.id, met / len(reading.all)

    def _read(
        self,
        definition: FactDefinition,
        reading: Reading,
        context: Context,
        clause: Clause,
        matches: Iterator[Any],
    ) -> Iterator[Statement]:
        """What the first match that fits the reading states; of kinds that read a value, the first that holds one."""
        kind = KINDS[definition.kind]
        for match in matches:
            act = _group(match, "act") or match.span()
            if "any" not in reading.actor and not reading.actor & actors(clause.text, act[0], self.language.actors):
                continue
            adverse = definition.info.risk[:1] == (reading.value,)
            if definition.unconditional and hinges(clause.text, act, self.language.hinging, adverse=adverse):
                continue
            negation = ban(clause.text, act, self.language.negation)
            telling = Telling(definition, reading, clause, match, act, negation, self.language, context)
            found = [] if reading.banned_only and not negation else list(kind.read(telling))
            yield from found
            if found or not kind.READS_ON:
                return


def _own(reading: Reading, clause: Clause, text: bytes, others: int) -> Iterator[Any]:
    """The matches of the telling pattern that make the reading more than one of the lead-in, which is a clause of its own.

    A clause may name the act twice ('if you delete it, we delete ...'). `others`: where the other patterns end.
    """
    matches = itertools.islice(pattern(reading.all[-1]).finditer(text), MAX_ACTS)
    return (match for match in matches if max(match.end(), others) > clause.own_start)


def _is_inert(definition: FactDefinition, clause: Clause) -> bool:
    """Whether a clause states nothing of a fact: a title, a summary, and a definition of all but what is read off definitions."""
    inert = clause.kind in INERT and not (clause.kind == "definition" and KINDS[definition.kind].READS_DEFINITIONS)
    return inert or not clause.operative


def _says(clause: Clause, cues: SentenceCues) -> bool:
    """Whether words that state nothing say something all the same, and ask no question: titles with a verb, and definitions
    and examples that give a right."""
    own = clause.text[clause.own_start :]
    if own.endswith("?"):
        return False
    if clause.kind in TITLES:
        return bool(cues.predicate.search(own))
    return clause.kind not in INERT or bool(cues.entitling.search(clause.text))


def _aside(statement: Statement) -> Statement:
    """A statement of words that state nothing."""
    return replace(statement, inert=True, confidence="low")


def _in_place(reading: Reading, clause: Clause, edge: int) -> bool:
    """Whether a reading may look at a clause: one in its section; only the document's two ends and short lines where asked."""
    if reading.head:
        return clause.index < HEAD_CLAUSES or clause.index >= edge or len(clause.text) < MAX_LABEL
    if reading.section is None:
        return True
    return bool(pattern(reading.section).search(one_byte(" / ".join(clause.section.path).lower())))


def _meets(reading: Reading, text: bytes, ends: dict[str, int]) -> bool:
    """Whether all of a reading's other patterns match. Answers are kept in `ends`."""
    return all(_end(source, text, ends) >= 0 for source in reading.all[:-1])


def _barred(reading: Reading, clause: Clause, match: Any, text: bytes, bars: dict[str, Spans]) -> bool:
    """Whether words near an act set the reading aside: in its part of the sentence, or in the lead-in that governs it.

    A long sentence names much that has no bearing on the act.
    """
    act = _group(match, "act") or match.span()
    begin = max(act[0] - NEAR, text.rfind(b";", clause.own_start, act[0]))
    stop = text.find(b";", act[1])
    end = min(act[1] + NEAR, stop if stop >= 0 else len(text))
    return any(
        start < clause.own_start or (start < end and ended > begin)
        for source in reading.none
        for start, ended in _spans(source, text, bars)
    )


def _spans(source: str, text: bytes, bars: dict[str, Spans]) -> Spans:
    if source not in bars:
        held = pattern(loose(source)).search(text)
        bars[source] = [match.span() for match in pattern(source).finditer(text)] if held else []
    return bars[source]


def _end(source: str, text: bytes, ends: dict[str, int]) -> int:
    if source not in ends:
        match = pattern(loose(source)).search(text) and pattern(source).search(text)
        ends[source] = match.end() if match else -1
    return ends[source]


def _group(match: Any, name: str) -> tuple[int, int] | None:
    number = match.re.groupindex.get(name.encode())
    if number is None:
        return None
    span: tuple[int, int] = match.span(number)
    return span if span[0] >= 0 else None
