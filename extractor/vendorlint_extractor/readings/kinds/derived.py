"""Derived: how consent is given, read off the statements of the facts that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from vendorlint_extractor.ontology import in_order
from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.kinds.kind import Telling
from vendorlint_extractor.readings.statement import Resolved, Stand, Stated, Statement, evidence_for, sureness

READS_ON = False
READS_DEFINITIONS = False


def read(telling: Telling) -> Iterator[Statement]:
    """Nothing: no clause states it by itself."""
    yield from ()


def resolve(definition: FactDefinition, stated: Stated) -> Resolved | None:
    """The worst way in which a clause that decides one of the facts gives consent; silent where none allows anything."""
    statements = [each for source in definition.derive for each in _consents(source, stated)]
    values = in_order(definition.info, dict.fromkeys(each.consent for each in statements))
    kept = [each for each in statements if each.consent == values[0]]
    return Resolved(definition.id, (Stand(values[0], sureness(kept), evidence_for(kept)),)) if kept else None


def _consents(source: str, stated: Stated) -> Iterator[Statement]:
    found = stated.resolved.get(source)
    for stand in found.stands if found else ():
        yield from (each for each in stand.statements if each.consent)
