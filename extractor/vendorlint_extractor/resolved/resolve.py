"""All statements of a document resolved into facts: stated with a value, or conflicting; a fact with none is silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vendorlint_extractor.clauses.scope import EVERYONE, Scope
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.kinds.table import KINDS
from vendorlint_extractor.readings.statement import Resolved, Stated, Statement

REACH = 25  # clauses: a grant with its list, then the sentences about the licence


def resolve(
    definitions: Mapping[str, FactDefinition], statements: Iterable[Statement], scope: Scope = EVERYONE
) -> dict[str, Resolved]:
    """The facts that are stated or in conflict for a scope, by id, in the order of `definitions`."""
    said = _by_fact(statements, scope)
    by_fact = {fact: _operative(definitions[fact].info, said[fact]) for fact in definitions.keys() & said.keys()}
    resolved: dict[str, Resolved] = {}
    stated = Stated(by_fact, resolved)
    # Those derived from others come last.
    for definition in sorted(definitions.values(), key=lambda each: each.kind == "derived"):
        found = KINDS[definition.kind].resolve(definition, stated)
        if found:
            resolved[definition.id] = found
    return {fact: resolved[fact] for fact in definitions if fact in resolved}


def _by_fact(statements: Iterable[Statement], scope: Scope) -> Mapping[str, Sequence[Statement]]:
    """The statements of each fact in a scope that have what they lean on, there or in general."""
    every: dict[str, list[Statement]] = {}
    for each in statements:
        if scope in each.scopes or EVERYONE in each.scopes:
            every.setdefault(each.fact, []).append(each)
    return {
        fact: [each for each in found if scope in each.scopes and _has(every, each.requires) and _is_near(every, each)]
        for fact, found in every.items()
    }


def _operative(info: FactInfo, statements: Sequence[Statement]) -> Sequence[Statement]:
    """Those that operative words state; where none do, the adverse ones that a title, a summary or a definition tells of: terms
    that say so nowhere else are not silent, and what they promise there is no promise."""
    if found := [each for each in statements if not each.inert]:
        return found
    return [each for each in statements if info.is_adverse(each.value)]


def _is_near(every: Mapping[str, Sequence[Statement]], statement: Statement) -> bool:
    """Whether a clause close by states the fact that a reading leans on, or one of several: 'a.b|c.d'."""
    if statement.near is None:
        return True
    index = statement.clause.index
    leant_on = (other for fact in statement.near.split("|") for other in every.get(fact, ()))
    return any(abs(other.clause.index - index) <= REACH for other in leant_on)


def _has(every: Mapping[str, Sequence[Statement]], wanted: str | None) -> bool:
    """Whether the document states what a reading builds on: 'ai.features', or with values 'document.type=dpa|sla'."""
    if wanted is None:
        return True
    fact, _, values = wanted.partition("=")
    stated = every.get(fact, ())
    return bool(stated) and (not values or str(stated[0].value).lower() in values.split("|"))
