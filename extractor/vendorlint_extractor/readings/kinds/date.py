"""Dates, as ISO 8601."""

from __future__ import annotations

from collections.abc import Iterator

from vendorlint_extractor.clauses.stops import spoken
from vendorlint_extractor.readings.kinds.kind import Telling, resolve_first, stated_value
from vendorlint_extractor.readings.statement import Statement

READS_ON = True
READS_DEFINITIONS = True
resolve = resolve_first


def read(telling: Telling) -> Iterator[Statement]:
    """The first date from where the match begins."""
    return stated_value(telling, _spoken)


def _spoken(telling: Telling) -> str | None:
    return telling.language.dates.read(spoken(telling.clause.text[telling.match.start() :]))
