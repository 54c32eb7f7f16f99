"""Jurisdictions, as ISO 3166 codes."""

from __future__ import annotations

from collections.abc import Iterator

from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.kinds import presence
from vendorlint_extractor.readings.kinds.kind import Telling, figure, general, settled
from vendorlint_extractor.readings.statement import Resolved, Stated, Statement

READS_ON = True
READS_DEFINITIONS = True
MANY = 3  # places: so many are a list by region, of which the first is the general case


def read(telling: Telling) -> Iterator[Statement]:
    """The place that the group `place` names; of a set of countries all that it names."""
    return _countries(telling) if telling.definition.info.type == "set" else figure(telling, _spoken)


def _countries(telling: Telling) -> Iterator[Statement]:
    if (telling.banned and telling.reading.negated == "drop") or telling.clause.kind == "definition":
        return
    text = (telling.groups("place") or {}).get("place", "")
    for code in telling.language.scopes.regions.countries(text):
        if code in telling.definition.info.values:
            yield telling.statement(code, telling.match.span())


def _spoken(telling: Telling) -> str | None:
    groups = telling.groups("place")
    return telling.language.places.read(groups["place"]) if groups else None


def resolve(definition: FactDefinition, stated: Stated) -> Resolved | None:
    """The first place is that of the general case, unless one other clause of equal standing names another.

    A place within another is no other: courts of California beside those of the United States. Of a set all places count.
    """
    if definition.info.type == "set":
        return presence.resolve(definition, stated)
    statements = general(stated.best(definition.info))
    others = {each.value for each in statements if not _same(each.value, statements[0].value)}
    if 0 < len(others) < MANY - 1:
        return settled(definition, [each for each in statements if each.value in others or each is statements[0]])
    return settled(definition, [each for each in statements if each.value == statements[0].value])


def _same(place: str, other: str) -> bool:
    return place.startswith(other) or other.startswith(place)
