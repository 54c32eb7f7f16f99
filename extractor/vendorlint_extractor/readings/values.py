"""Values that a match carries in its words: periods, amounts of money, dates and jurisdictions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from vendorlint_extractor.language.dates import read_date
from vendorlint_extractor.language.lexicon import load_cues
from vendorlint_extractor.language.places import read_place
from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.reading import Reading

_HOURS = {"hour": 1, "day": 24, "week": 168, "month": 720, "quarter": 2160, "year": 8760}
_CARRIERS = ("n", "currency", "place")  # groups that carry a value
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def read_value(definition: FactDefinition, reading: Reading, match: Any, text: str, language: str) -> Any:
    """What a match states, by the kind of the fact; None where its words are no value."""
    named = {name.decode(): number for name, number in match.re.groupindex.items()}
    groups = {name: text[slice(*match.span(number))] for name, number in named.items() if match[number]}
    if any(name in named and name not in groups for name in _CARRIERS):
        return None  # the alternative of the pattern that matched carries no value
    if definition.kind == "amount":
        return _amount(groups, reading.unit, language)
    if definition.kind == "money":
        return _money(groups, language)
    if definition.kind == "date":
        return read_date(text[match.start() :], language)
    if definition.kind == "code":
        return read_place(groups["place"], language)
    raise AssertionError(f"{definition.path}: a reading of kind {definition.kind} needs a value")


def _amount(groups: Mapping[str, str], unit: str | None, language: str) -> int | float | None:
    """The number of the groups `n` and `unit`, in the reading's unit: days (the default), hours, months or number.

    A month is 30 days and a year 365, as the ontology has them. Business days are not converted.
    """
    figure = float(groups["n"].replace(",", "") if unit != "number" else groups["n"].replace(",", "."))
    spoken = _spoken_unit(groups, language)
    if unit == "months":
        figure *= _MONTHS.get(spoken or "month", 0)
    elif unit == "hours":
        figure *= _HOURS.get(spoken or "", 0)
    elif unit != "number":
        figure *= _days(spoken, figure)
    if unit == "number":
        return figure
    return round(figure) or None


def _days(unit: str | None, figure: float) -> float:
    """Days of one unit: a month is 30 and a year 365, and so is twelve months."""
    if unit == "month" and figure % 12 == 0:
        return 365 / 12
    return {"month": 30, "year": 365}.get(unit or "", _HOURS.get(unit or "", 0) / 24)


def _spoken_unit(groups: Mapping[str, str], language: str) -> str | None:
    units: dict[str, str] = load_cues(language)["units"]
    return units.get(groups.get("unit", ""))


def _money(groups: Mapping[str, str], language: str) -> str | None:
    """'USD 100' from the groups `currency` and `n`, in either order of the text."""
    currencies: dict[str, str] = load_cues(language)["currencies"]
    code = currencies.get(re.sub(r"\s+", " ", groups["currency"]).strip())
    figure = _figure(groups["n"])
    return f"{code} {figure}" if code and figure else None


def _figure(text: str) -> str | None:
    """'1,000.00' and '200 000' as plain digits."""
    digits = re.sub(r"(?<=\d)[ ,.'](?=\d{3}(?!\d))", "", text).replace(",", ".")
    digits = re.sub(r"\.0+$", "", digits)
    return digits if re.fullmatch(r"\d+(\.\d+)?", digits) else None
