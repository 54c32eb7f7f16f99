"""Dates, as ISO 8601."""

from __future__ import annotations

from collections.abc import Iterator

from vendorlint_extractor.readings.kinds.kind import Telling, figure, resolve_figure
from vendorlint_extractor.readings.statement import Statement

READS_ON = True
resolve = resolve_figure


def read(telling: Telling) -> Iterator[Statement]:
    """The first date from where the match begins."""
    return figure(telling, _spoken)


def _spoken(telling: Telling) -> str | None:
    return telling.language.dates.read(telling.clause.text[telling.match.start() :])
