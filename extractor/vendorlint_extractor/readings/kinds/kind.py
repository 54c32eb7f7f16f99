"""What a kind of fact has to do, and what kinds have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.clauses.scope import EVERYONE, Scope
from vendorlint_extractor.clauses.stops import spoken
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.ontology import in_order
from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.fact_words import Weights, weight_of
from vendorlint_extractor.readings.ranking import ranked
from vendorlint_extractor.readings.ranks import Governing, Rank, ranks_of
from vendorlint_extractor.readings.reading import Reading
from vendorlint_extractor.readings.statement import Outranked, Resolved, Stand, Stated, Statement, stand_of
from vendorlint_extractor.readings.view import View


@dataclass(frozen=True, slots=True)
class Context:
    """The text around a clause: all clauses of the document, the sections that it lets govern and those that it lifts, how
    much words tell of facts, the words that it gives a meaning narrower than theirs, and what its sections are about."""

    clauses: Sequence[Clause]
    governing: Governing
    weights: Weights
    lifted: Mapping[str, tuple[Clause, tuple[int, int]]] = field(default_factory=dict)
    narrowed: Mapping[str, tuple[Clause, tuple[int, int]]] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)  # what each section is about, by its number


@dataclass(frozen=True, slots=True)
class Telling:
    """A reading that holds in a view of a clause: the match of its telling pattern and the act in it, which are of the view, and
    the negation that bans it, a span of the clause's text.
    """

    definition: FactDefinition
    reading: Reading
    clause: Clause
    view: View
    match: Any
    act: tuple[int, int]
    ban: tuple[int, int] | None
    language: Language
    context: Context

    @property
    def banned(self) -> bool:
        """Whether a negation governs the act."""
        return self.ban is not None

    def groups(self, *needed: str) -> dict[str, str] | None:
        """The words of the match's groups; None where the alternative that matched has not those `needed`."""
        spans = {name.decode(): self.match.span(number) for name, number in self.match.re.groupindex.items()}
        found = {name: spoken(self.view.text[begin:end]) for name, (begin, end) in spans.items() if begin >= 0}
        return found if all(found.get(name) for name in needed) else None

    def statement(self, value: Any, shown: tuple[int, int], **more: Any) -> Statement:
        """A statement of this reading, by what is `shown` in the view."""
        span = self.view.origin(*shown)
        cases = self.definition.cases[self.language.code]
        return Statement(
            self.definition.id,
            value,
            self.clause,
            span,
            self.reading.confidence,
            self.reading.rank,
            ban=self.ban if self.reading.negated != "keep" else None,
            ranks=ranks_of(self.clause, self.language.ranking, cases, self.context.governing),
            titled=weight_of(self.definition.id, self.clause.section.title, self.context.weights),
            near=self.reading.near,
            requires=self.reading.requires,
            scopes=self._scopes(span[0]),
            **more,
        )

    def _scopes(self, offset: int) -> tuple[Scope, ...]:
        """For whom the words at an offset state it: a date at either end of a document for everybody."""
        if self.reading.head and self.definition.kind == "date":
            return (EVERYONE,)
        aside = (*self.reading.regardless, *(() if self.definition.annexes else ("annex",)))
        return tuple(dict.fromkeys(scope.without(aside) for scope in self.clause.scopes_at(offset)))


class Kind(Protocol):
    """A kind of fact: a module of this package."""

    @property
    def READS_ON(self) -> bool:  # noqa: N802 - a constant of the module
        """Whether a later match in the clause may hold the value that the first one that fits has not."""

    @property
    def READS_DEFINITIONS(self) -> bool:  # noqa: N802 - a constant of the module
        """Whether what a definition says is stated: '"Governing Law" means the laws of Texas'."""

    def read(self, telling: Telling, /) -> Iterator[Statement]:
        """What a match states, if anything."""

    def resolve(self, definition: FactDefinition, stated: Stated, /) -> Resolved | None:
        """What all statements of the fact come to; None where it is silent."""


def stated_value(telling: Telling, spoken: Callable[[Telling], Any]) -> Iterator[Statement]:
    """The reading's value, else what the words of the match say (None where they are no value), as a ban leaves it."""
    reading = telling.reading
    if telling.banned and reading.negated == "drop":
        return
    value = reading.value if reading.value is not None else spoken(telling)
    if value is None:
        return
    flipped = telling.banned and reading.negated == "flip"
    yield telling.statement(not value if flipped else value, telling.match.span())


def figure(telling: Telling, spoken: Callable[[Telling], Any]) -> Iterator[Statement]:
    """The same of a number, a date or a place; a clause that holds in a case alone is of a narrower one."""
    for statement in stated_value(telling, spoken):
        case = telling.language.ranking.case.search(telling.clause.text, telling.clause.own_start)
        ranks = (Rank("narrower", telling.clause, case.span()),) if case and not statement.ranks else ()
        yield replace(statement, ranks=(*statement.ranks, *ranks))


def settled(definition: FactDefinition, statements: Sequence[Statement]) -> Resolved | None:
    """What statements come to: the value that is left once the text has ranked them; where several are, they conflict, or
    of a cumulative fact the worst holds beside the others."""
    if not statements:
        return None
    kept, behind = ranked(statements)
    values = in_order(definition.info, dict.fromkeys(each.value for each in kept))
    if definition.cumulative:
        values = values[:1]
    return Resolved(definition.id, stands_of(values, kept, behind))


def stands_of(values: Sequence[Any], statements: Sequence[Statement], behind: Sequence[Outranked]) -> tuple[Stand, ...]:
    """A stand for each value; what is outranked comes with the first."""
    first, *rest = (stand_of(value, statements) for value in values)
    return (replace(first, outranked=tuple(behind)), *rest)


def resolve_figure(definition: FactDefinition, stated: Stated) -> Resolved | None:
    """Numbers and amounts: of one clause the first, of several clauses those of the general case."""
    return settled(definition, general(stated.best(definition.info)))


def general(statements: Sequence[Statement]) -> list[Statement]:
    """The first statement of each clause; where all are of cases, those that say what the first does."""
    first: dict[int, Statement] = {}
    for each in statements:
        first.setdefault(each.clause.index, each)
    found = list(first.values())
    if found and all(each.rank_of("narrower") for each in found):
        return [each for each in found if each.value == found[0].value]
    return found
