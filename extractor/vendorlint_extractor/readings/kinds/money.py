"""Amounts of money, as a currency and a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from vendorlint_extractor.readings.kinds.kind import Telling, figure, resolve_figure
from vendorlint_extractor.readings.statement import Statement

READS_ON = True
READS_DEFINITIONS = False
resolve = resolve_figure


def read(telling: Telling) -> Iterator[Statement]:
    """'USD 100' of the groups `currency` and `n`, in either order of the text, and of `scale` where there is one."""
    return figure(telling, _spoken)


def _spoken(telling: Telling) -> str | None:
    groups = telling.groups("currency", "n")
    if not groups:
        return None
    numbers = telling.language.numbers
    return money(
        groups["currency"], groups["n"], numbers.currencies, numbers.amount_scales.get(groups.get("scale", ""), 1)
    )


def money(currency: str, figure: str, currencies: Mapping[str, str], scale: int = 1) -> str | None:
    """An ISO 4217 code and plain digits, multiplied by a scale ('2.5' million); None where either is not known."""
    code = currencies.get(re.sub(r"\s+", " ", currency).strip())
    digits = _digits(figure)
    if not code or not digits:
        return None
    return f"{code} {digits if scale == 1 else format((Decimal(digits) * scale).normalize(), 'f')}"


def _digits(text: str) -> str | None:
    """'1,000.00' and '200 000' as plain digits."""
    digits = re.sub(r"(?<=\d)[ ,.'](?=\d{3}(?!\d))", "", text).replace(",", ".")
    digits = re.sub(r"\.0+$", "", digits)
    return digits if re.fullmatch(r"\d+(\.\d+)?", digits) else None
