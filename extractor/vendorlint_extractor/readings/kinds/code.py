"""Jurisdictions, as ISO 3166 codes."""

from __future__ import annotations

from collections.abc import Iterator

from vendorlint_extractor.readings.kinds.kind import Telling, resolve_first, stated_value
from vendorlint_extractor.readings.statement import Statement

READS_ON = True
READS_DEFINITIONS = True
resolve = resolve_first


def read(telling: Telling) -> Iterator[Statement]:
    """The place that the group `place` names."""
    return stated_value(telling, _spoken)


def _spoken(telling: Telling) -> str | None:
    groups = telling.groups("place")
    return telling.language.places.read(groups["place"]) if groups else None
