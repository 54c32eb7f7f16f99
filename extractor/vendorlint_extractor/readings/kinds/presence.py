"""Presence: a clause of the reading's form states its value. Values are flags, one of a list, or a set of some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from vendorlint_extractor.readings.confidence import CONFIDENCES
from vendorlint_extractor.readings.definitions import DefinitionError, FactDefinition
from vendorlint_extractor.readings.kinds.kind import Telling, settled, stated_value
from vendorlint_extractor.readings.statement import Resolved, Stand, Stated, Statement, evidence_for, sureness

READS_ON = False
READS_DEFINITIONS = False


def read(telling: Telling) -> Iterator[Statement]:
    """The reading's value. Raises DefinitionError where it has none."""
    return stated_value(telling, _nothing)


def _nothing(telling: Telling) -> Any:
    raise DefinitionError(telling.definition.path, "a reading of kind presence needs a value")


def resolve(definition: FactDefinition, stated: Stated) -> Resolved | None:
    """The value of a fact, several where clauses disagree; of a set all its elements."""
    statements = stated.best(definition.info)
    if statements and definition.info.type == "set":
        return Resolved(definition.id, (_set(statements),))
    return settled(definition, statements)


def _set(statements: Sequence[Statement]) -> Stand:
    """Each element with the clause that proves it best, of which is told all that it states; the set's confidence is that of its weakest
    element."""
    best: dict[Any, Statement] = {}
    for each in sorted(statements, key=lambda each: -CONFIDENCES.index(each.confidence)):
        best.setdefault(each.value, each)
    value = tuple(sorted(best))
    sure = (sureness([each for each in statements if each.value == element]) for element in best)
    confidence = min(sure, key=CONFIDENCES.index)
    proving = evidence_for(best[element] for element in value)
    said = {(each.clause.index, each.value) for each in statements}
    elements = (tuple(each for each in value if (shown.clause.index, each) in said) for shown in proving)
    return Stand(value, confidence, proving, elements=tuple(elements))
