"""Holds every fact's readings against every clause and yields findings: one reading of one clause.

A filter over the literals of the telling patterns (RE2's FilteredRE2) names those that match a clause in one pass; only their
readings are looked at more closely, and each other pattern is searched once per clause.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import re2

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.readings.definitions import (
    DefinitionError,
    FactDefinition,
    add_pattern,
    loose,
    one_byte,
    pattern,
)
from vendorlint_extractor.readings.polarity import actor, exception, negated, objection
from vendorlint_extractor.readings.reading import Reading
from vendorlint_extractor.readings.values import read_value

HEAD_CLAUSES = 60
TAIL_CLAUSES = 15
MAX_LABEL = 50  # characters of a line such as "Effective: 3 April 2031", wherever navigation has pushed it
MAX_ACTS = 5  # matches of a telling pattern that are tried in one clause
FOLLOWING = 2  # sentences after a permission in which its opt-out may stand
_OVERRIDING = (
    "notwithstanding",
    "however,",
    "nonetheless",
    "nevertheless",
    "nonobstant",
    "toutefois",
    "par derogation",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One reading of one clause. Spans are offsets of the clause's text; `exception` is the span of a carve-out."""

    fact: str
    value: Any
    clause: Clause
    span: tuple[int, int]
    confidence: str
    rank: int
    exception: tuple[int, int] | None = None
    consent: str | None = None
    overrides: bool = False
    near: str | None = None
    requires: str | None = None


class Matcher:
    """The readings of a set of definitions in one language, behind one filter over their telling patterns."""

    def __init__(self, definitions: Sequence[FactDefinition], language: str) -> None:
        self.language = language
        self._filter = re2.Filter()
        self._readings: dict[int, list[tuple[FactDefinition, Reading]]] = {}
        numbers: dict[str, int] = {}
        for definition in definitions:
            for reading in definition.readings.get(language, ()):
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

    def findings(self, clauses: Sequence[Clause]) -> Iterator[Finding]:
        """All findings in the order of the clauses."""
        edge = len(clauses) - TAIL_CLAUSES
        for clause in clauses:
            ends: dict[str, int] = {}  # where each pattern's first match in this clause ends; -1 where there is none
            text = one_byte(clause.text)
            for number in sorted(self._filter.Match(text) or ()):
                for definition, reading in self._readings[number]:
                    if _in_place(reading, clause, edge) and _meets(reading, text, ends):
                        for finding in self._read(definition, reading, clause, text, ends):
                            yield finding
                            yield from self._objections(definition, finding, clauses)

    def _read(
        self, definition: FactDefinition, reading: Reading, clause: Clause, text: bytes, ends: Mapping[str, int]
    ) -> Iterator[Finding]:
        others = max((ends[source] for source in reading.all[:-1]), default=0)
        # A clause may name the act twice ('if you delete it, we delete ...'): the first that fits the reading counts.
        for telling in itertools.islice(pattern(reading.all[-1]).finditer(text), MAX_ACTS):
            if max(telling.end(), others) <= clause.own_start:
                continue  # all of it stands in the lead-in, which is a clause of its own
            act = _group(telling, "act") or telling.span()
            if "any" in reading.actor or actor(clause.text, act[0], self.language) in reading.actor:
                found = list(self._value(definition, reading, clause, telling, act))
                yield from found
                if found or definition.kind in ("presence", "permission"):
                    return  # of the kinds that read a value, the words of a later match may hold it

    def _value(
        self, definition: FactDefinition, reading: Reading, clause: Clause, telling: Any, act: tuple[int, int]
    ) -> Iterator[Finding]:
        text = clause.text
        banned = negated(text, *act, self.language)
        if reading.banned_only and not banned:
            return
        if definition.kind == "permission":
            yield self._permission(definition, reading, clause, act, banned)
            return
        if banned and reading.negated == "drop":
            return
        value = (
            reading.value
            if reading.value is not None
            else read_value(definition, reading, telling, text, self.language)
        )
        if banned and reading.negated == "flip":
            value = not value
        if value is not None:
            yield Finding(definition.id, value, span=telling.span(), **_common(reading, clause))

    def _objections(self, definition: FactDefinition, finding: Finding, clauses: Sequence[Clause]) -> Iterator[Finding]:
        """A permission that the next sentences let the customer refuse is conditional: the refusal is a finding of its own."""
        if definition.kind != "permission" or finding.value != "permitted":
            return
        for clause in clauses[finding.clause.index + 1 : finding.clause.index + 1 + FOLLOWING]:
            own = clause.text[clause.own_start :]
            span = objection(own, self.language) if clause.section == finding.clause.section else None
            if span:
                value = "conditional"
                if value not in definition.info.values:
                    value = _without_conditional(definition, "opt_out", banned=False)
                where = (span[0] + clause.own_start, span[1] + clause.own_start)
                yield replace(finding, value=value, clause=clause, span=where, consent="opt_out", confidence="medium")
                return

    def _permission(
        self, definition: FactDefinition, reading: Reading, clause: Clause, act: tuple[int, int], banned: bool
    ) -> Finding:
        found = exception(clause.text, act[1], self.language)
        value, consent, span = ("prohibited" if banned else "permitted"), None if banned else "none", None
        if found and found[0] in ("opt_in", "opt_out"):
            value, consent, span = "conditional", found[0], found[1:]
        elif found and found[0] == "deemed" and not banned:
            consent, span = "deemed", found[1:]
        elif found and banned and found[0] == "partial":
            value, span = "conditional", found[1:]
        if value not in definition.info.values:
            value = _without_conditional(definition, consent, banned)
        common = _common(reading, clause)
        return Finding(definition.id, value, span=act, exception=span, consent=consent, **common)


def _without_conditional(definition: FactDefinition, consent: str | None, banned: bool) -> str:
    """What a conditional permission is called by a fact that has no such value: by its consent, else by the ban."""
    named = {"opt_in": "with_consent", "opt_out": "opt_out"}.get(consent or "")
    if named in definition.info.values:
        return str(named)
    return "prohibited" if banned or consent == "opt_in" else "permitted"


def _in_place(reading: Reading, clause: Clause, edge: int) -> bool:
    """Whether a reading may look at a clause: of its zone and section; headings and the document's two ends where asked."""
    if reading.head:
        return clause.index < HEAD_CLAUSES or clause.index >= edge or len(clause.text) < MAX_LABEL
    if clause.zone not in reading.zones or clause.kind == "heading":
        return False
    if reading.section is None:
        return True
    return bool(pattern(reading.section).search(one_byte(" / ".join(clause.section.path).lower())))


def _meets(reading: Reading, text: bytes, ends: dict[str, int]) -> bool:
    """Whether all of a reading's other patterns, and none of those that set it aside, match. Answers are kept in `ends`."""
    if any(_end(source, text, ends) < 0 for source in reading.all[:-1]):
        return False
    return all(_end(source, text, ends) < 0 for source in reading.none)


def _end(source: str, text: bytes, ends: dict[str, int]) -> int:
    if source not in ends:
        match = pattern(loose(source)).search(text) and pattern(source).search(text)
        ends[source] = match.end() if match else -1
    return ends[source]


def _common(reading: Reading, clause: Clause) -> Mapping[str, Any]:
    return {
        "clause": clause,
        "confidence": reading.confidence,
        "rank": reading.rank,
        "overrides": clause.text[clause.own_start :].startswith(_OVERRIDING),
        "near": reading.near,
        "requires": reading.requires,
    }


def _group(match: Any, name: str) -> tuple[int, int] | None:
    number = match.re.groupindex.get(name.encode())
    if number is None:
        return None
    span: tuple[int, int] = match.span(number)
    return span if span[0] >= 0 else None
