"""Amounts of money."""

from __future__ import annotations

import pytest

from vendorlint_extractor.readings.kinds import money as kind
from vendorlint_extractor.readings.kinds.kind import resolve_figure
from vendorlint_extractor.readings.kinds.money import money

from .make import LANGUAGES, telling


@pytest.mark.parametrize(
    ("code", "currency", "figure", "value"),
    [
        ("en", "$", "100", "USD 100"),
        ("en", "us$", "1,000.00", "USD 1000"),
        ("en", "u.s. $", "1,000,000", "USD 1000000"),
        ("en", "us dollars", "100.50", "USD 100.50"),
        ("en", " swiss  francs ", "5", "CHF 5"),
        ("en", "€", "200 000", "EUR 200000"),
        ("en", "£", "1'000.000", "GBP 1000000"),
        ("en", "$", "10.0", "USD 10"),
        ("en", "$", "1,5", "USD 1.5"),
        ("en", "$", "1,2345", "USD 1.2345"),
        ("en", "doubloons", "5", None),
        ("en", "$", "a lot", None),
        ("en", "$", "1.2.3", None),
        ("fr", "€", "1 000,50", "EUR 1000.50"),
        ("fr", "livres sterling", "10", "GBP 10"),
    ],
)
def test_money(code: str, currency: str, figure: str, value: str | None) -> None:
    assert money(currency, figure, LANGUAGES[code].numbers.currencies) == value


@pytest.mark.parametrize(
    ("code", "words", "value"),
    [
        ("en", "$ 2_5 million", "USD 2500000"),
        ("en", "$ 2 m", "USD 2000000"),
        ("en", "$ 500 k", "USD 500000"),
        ("en", "$ 500", "USD 500"),
        ("fr", "$ 2 millions", "USD 2000000"),
    ],
)
def test_amounts_written_short(code: str, words: str, value: str) -> None:
    source = r"(?P<currency>\$) ?(?P<n>\d[\d.]*)(?: (?P<scale>millions?|m|k))?\b"
    assert [each.value for each in kind.read(telling("money", words, source, code=code))] == [value]


def test_read() -> None:
    source = r"(?P<currency>\$|usd) ?(?P<n>\d+)|nothing"
    assert [each.value for each in kind.read(telling("money", "up to $ 50", source))] == ["USD 50"]
    assert list(kind.read(telling("money", "up to nothing", source))) == []
    assert list(kind.read(telling("money", "up to 5", r"(?P<currency>\$)?(?P<n>\d)"))) == []
    assert list(kind.read(telling("money", "up to $", r"(?P<currency>\$)(?P<n>\d)?"))) == []
    assert (kind.READS_ON, kind.resolve) == (True, resolve_figure)
