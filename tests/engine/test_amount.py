"""Amounts in the reading's unit."""

from __future__ import annotations

import pytest

from vendorlint_extractor.readings.kinds import amount as kind
from vendorlint_extractor.readings.kinds.amount import amount
from vendorlint_extractor.readings.kinds.kind import resolve_figure

from .make import LANGUAGES, telling

N = r"(?P<n>[\d.,]+)(?: (?P<unit>\w+))?"


@pytest.mark.parametrize(
    ("code", "figure", "spoken", "unit", "value"),
    [
        ("en", "30", "days", None, 30),
        ("en", "1", "day", "days", 1),
        ("en", "2", "weeks", None, 14),
        ("en", "48", "hours", None, 2),
        ("en", "1", "hour", None, None),  # no whole day
        ("en", "3", "months", None, 90),
        ("en", "12", "months", None, 365),
        ("en", "24", "months", None, 730),
        ("en", "13", "months", None, 390),
        ("en", "2", "quarters", None, 180),
        ("en", "1", "year", None, 365),
        ("en", "1,000", "days", None, 1000),
        ("en", "30", "parties", None, None),
        ("en", "30", "", None, None),
        ("en", "12", "months", "months", 12),
        ("en", "2", "quarters", "months", 6),
        ("en", "2", "years", "months", 24),
        ("en", "6", "", "months", 6),
        ("en", "30", "days", "months", None),
        ("en", "24", "hours", "hours", 24),
        ("en", "2", "days", "hours", 48),
        ("en", "1", "week", "hours", 168),
        ("en", "1", "month", "hours", 720),
        ("en", "1", "quarter", "hours", 2160),
        ("en", "1", "year", "hours", 8760),
        ("en", "72", "", "hours", None),
        ("en", "99.9", "", "number", 99.9),
        ("en", "99,9", "percent", "number", 99.9),
        ("fr", "30", "jours", None, 30),
        ("fr", "12", "mois", None, 365),
        ("fr", "6", "mensualites", "months", 6),
        ("fr", "1", "trimestre", None, 90),
        ("fr", "2", "ans", None, 730),
    ],
)
def test_amount(code: str, figure: str, spoken: str, unit: str | None, value: float | None) -> None:
    assert amount(figure, spoken, unit, LANGUAGES[code].numbers) == value


def test_read() -> None:
    assert [each.value for each in kind.read(telling("amount", "within 30 days", N))] == [30]
    assert [each.value for each in kind.read(telling("amount", "up to 6", N, reading={"unit": "months"}))] == [6]
    assert list(kind.read(telling("amount", "within 30 parties", N))) == []
    assert list(kind.read(telling("amount", "within reason", f"{N}|reason"))) == []
    assert (kind.READS_ON, kind.resolve) == (True, resolve_figure)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two times 12 months", 24),
        ("twice 12 months", 24),
        ("12 months at 50 percent", 6),
        ("12 months at 33 percent", None),  # no whole number
        ("two times 12 months at 50 percent", 12),
        ("many times 12 months", None),
        ("12 months", 12),
        ("half 12 months", 6),
        ("1.5 times 12 months", 18),
    ],
)
def test_multiples(text: str, value: int | None) -> None:
    source = r"(?:(?P<times>[\w.]+) times |(?P<fold>twice|half) )?(?P<n>\d+) (?P<unit>months)(?: at (?P<percent>\d+) percent)?"
    found = [each.value for each in kind.read(telling("amount", text, source, reading={"unit": "months"}))]
    assert found == ([] if value is None else [value])


def test_a_unit_without_a_number_is_one_of_it() -> None:
    source = r"(?:(?P<times>\w+(?: and a half)?) times the )?(?P<unit>annual) fee"
    read = {
        text: [each.value for each in kind.read(telling("amount", text, source, reading={"unit": "months"}))]
        for text in ("annual fee", "three times the annual fee", "one and a half times the annual fee")
    }
    assert read == {"annual fee": [12], "three times the annual fee": [36], "one and a half times the annual fee": [18]}


def test_the_figure_of_a_fact_that_counts_whole_things_is_whole() -> None:
    """'net 30' has no unit of its own."""
    source, plain = r"net (?P<n>[\d.]+)", {"reading": {"unit": "number"}}
    of_days, of_percent = ({**plain, "definition": {"type": kind_of}} for kind_of in ("int", "number"))
    found = [
        [repr(each.value) for each in kind.read(telling("amount", "net 30", source, **of))]
        for of in (of_days, of_percent)
    ]
    assert found == [["30"], ["30.0"]]
