"""What a kind of fact has to do, and what kinds have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.clauses.scope import EVERYONE, Scope
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.reading import Reading
from vendorlint_extractor.readings.statement import Resolved, Stated, Statement, stand_of


@dataclass(frozen=True, slots=True)
class Telling:
    """A reading that holds in a clause: the match of its telling pattern, the act in it, and whether the act is banned.

    Spans are offsets of the clause's text. `clauses` are all of the document.
    """

    definition: FactDefinition
    reading: Reading
    clause: Clause
    match: Any
    act: tuple[int, int]
    banned: bool
    language: Language
    clauses: Sequence[Clause]

    def groups(self, *needed: str) -> dict[str, str] | None:
        """The words of the match's groups; None where the alternative that matched has not those `needed`."""
        spans = {name.decode(): self.match.span(number) for name, number in self.match.re.groupindex.items()}
        found = {name: self.clause.text[begin:end] for name, (begin, end) in spans.items() if begin >= 0}
        return found if all(found.get(name) for name in needed) else None

    def statement(self, value: Any, span: tuple[int, int], **more: Any) -> Statement:
        """A statement of this reading."""
        own = self.clause.text[self.clause.own_start :]
        return Statement(
            self.definition.id,
            value,
            self.clause,
            span,
            self.reading.confidence,
            self.reading.rank,
            overrides=bool(self.language.overriding.match(own)),
            near=self.reading.near,
            requires=self.reading.requires,
            scopes=self._scopes(span[0]),
            **more,
        )

    def _scopes(self, offset: int) -> tuple[Scope, ...]:
        """For whom the words at an offset state it: titles and dates for everybody."""
        if self.reading.head:
            return (EVERYONE,)
        aside = (*self.reading.regardless, *(() if self.definition.annexes else ("annex",)))
        return tuple(dict.fromkeys(scope.without(aside) for scope in self.clause.scopes_at(offset)))


class Kind(Protocol):
    """A kind of fact: a module of this package."""

    @property
    def READS_ON(self) -> bool:  # noqa: N802 - a constant of the module
        """Whether a later match in the clause may hold the value that the first one that fits has not."""

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


def values_of(definition: FactDefinition, statements: Sequence[Statement]) -> list[Any]:
    """The values that hold, in the order of the text: the preferred one, else what clauses that prevail state, else all."""
    values = list(dict.fromkeys(each.value for each in statements))
    preferred = [value for value in definition.prefer if value in values][:1]
    if preferred:
        return preferred
    overriding = [each for each in statements if each.overrides]
    if len(values) > 1 and overriding:
        values = list(dict.fromkeys(each.value for each in overriding))
    return values


def resolve_first(definition: FactDefinition, stated: Stated) -> Resolved | None:
    """The first value stated is the general case; later ones are of special cases."""
    statements = stated.highest(definition.id)
    values = values_of(definition, statements)[:1]
    return Resolved(definition.id, tuple(stand_of(value, statements) for value in values)) if values else None
