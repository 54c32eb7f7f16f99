"""Amounts: periods of time, counted in the reading's unit, and plain figures."""

from __future__ import annotations

from collections.abc import Iterator

from vendorlint_extractor.language.numbers import Numbers
from vendorlint_extractor.readings.kinds.kind import Telling, figure, resolve_figure
from vendorlint_extractor.readings.statement import Statement

READS_ON = True
READS_DEFINITIONS = False
resolve = resolve_figure

# A month is 30 days and a year 365, as the ontology has them; the quarter and the hours of a year follow.
_HOURS = {"hour": 1, "day": 24, "week": 168, "month": 720, "quarter": 2160, "year": 8760}
MAX_FIGURE = 12  # characters; longer ones count nothing that a contract speaks of, and other readers of YAML lose them
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def read(telling: Telling) -> Iterator[Statement]:
    """The number of the groups `n` and `unit`, in the reading's unit: days (the default), hours, months or number.

    The groups `times` ('two times the fees of'), `fold` ('twice') and `percent` multiply it; what is no whole number then is
    none. A unit without a number ('the annual fees') is one of it. The groups `more` and `more_unit` are a second period on top of
    the first ('30 days, and backups for another 60').
    """
    return figure(telling, _spoken)


def _spoken(telling: Telling) -> int | float | None:
    counted = b"n" in telling.match.re.groupindex
    groups = telling.groups("n" if counted else "unit")
    if groups is None:
        return None
    numbers = telling.language.numbers
    count = amount(groups.get("n", "1"), groups.get("unit", ""), telling.reading.unit, numbers)
    if count and "more" in groups:
        second = groups.get("more_unit") or groups.get("unit", "")
        count += amount(groups["more"], second, telling.reading.unit, numbers) or 0
    spoken = _multiplied(count, groups.get("times") or groups.get("fold", ""), groups.get("percent", ""), numbers)
    return int(spoken) if spoken and telling.definition.info.type == "int" else spoken


def _multiplied(count: float | None, times: str, percent: str, numbers: Numbers) -> int | float | None:
    if count is None or not (times or percent):
        return count
    product = count * ((numbers.multiple(times) if times else 1) or 0) * int(percent or 100) / 100
    return int(product) or None if product.is_integer() else None


def amount(figure: str, spoken: str, unit: str | None, numbers: Numbers) -> int | float | None:
    """A figure and the word for its unit in `unit`; None where the word counts nothing there, and for a figure that counts
    nothing in a contract. Business days stay as they are."""
    if len(figure) > MAX_FIGURE:
        return None
    if unit == "number":
        return float(figure.replace(",", "."))
    count = float(figure.replace(",", ""))
    return round(count * _times(numbers.units.get(spoken), unit, count)) or None


def _times(spoken: str | None, unit: str | None, count: float) -> float:
    """How many of `unit` one of the spoken unit is."""
    if unit == "months":
        return _MONTHS.get(spoken or "month", 0)
    if unit == "hours":
        return _HOURS.get(spoken or "", 0)
    if spoken == "month" and count % 12 == 0:
        return 365 / 12  # twelve months are a year
    return 365 if spoken == "year" else _HOURS.get(spoken or "", 0) / 24
