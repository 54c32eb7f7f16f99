"""Derived: how consent is given, read off the statements of the facts that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.kinds.kind import Telling
from vendorlint_extractor.readings.statement import Resolved, Stand, Stated, Statement, evidence_for, surest

READS_ON = False
READS_DEFINITIONS = False


def read(telling: Telling) -> Iterator[Statement]:
    """Nothing: no clause states it by itself."""
    yield from ()


def resolve(definition: FactDefinition, stated: Stated) -> Resolved | None:
    """The first of the fact's preferences that a clause states; silent where none of the facts allows anything."""
    statements = [each for source in definition.derive for each in _consents(source, stated)]
    for value in definition.prefer:
        kept = [each for each in statements if each.consent == value]
        if kept:
            return Resolved(definition.id, (Stand(value, surest(kept), evidence_for(kept)),))
    return None


def _consents(source: str, stated: Stated) -> Iterator[Statement]:
    found = stated.resolved.get(source)
    if found and any(stand.value != "prohibited" for stand in found.stands):
        yield from (each for each in stated.highest(source) if each.consent)
