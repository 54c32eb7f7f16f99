"""Amounts of money, as a currency and a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vendorlint_extractor.readings.kinds.kind import Telling, figure, resolve_figure
from vendorlint_extractor.readings.statement import Statement

READS_ON = True
READS_DEFINITIONS = False
resolve = resolve_figure


def read(telling: Telling) -> Iterator[Statement]:
    """'USD 100' of the groups `currency` and `n`, in either order of the text."""
    return figure(telling, _spoken)


def _spoken(telling: Telling) -> str | None:
    groups = telling.groups("currency", "n")
    return money(groups["currency"], groups["n"], telling.language.numbers.currencies) if groups else None


def money(currency: str, figure: str, currencies: Mapping[str, str]) -> str | None:
    """An ISO 4217 code and plain digits; None where either is not known."""
    code = currencies.get(re.sub(r"\s+", " ", currency).strip())
    digits = _digits(figure)
    return f"{code} {digits}" if code and digits else None


def _digits(text: str) -> str | None:
    """'1,000.00' and '200 000' as plain digits."""
    digits = re.sub(r"(?<=\d)[ ,.'](?=\d{3}(?!\d))", "", text).replace(",", ".")
    digits = re.sub(r"\.0+$", "", digits)
    return digits if re.fullmatch(r"\d+(\.\d+)?", digits) else None
