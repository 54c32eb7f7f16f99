"""Dates that no calendar has, and dates at its ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint.errors import InputErrors
from vendorlint.files.yaml.document import parse_yaml
from vendorlint.jobs.calendar import days_after
from vendorlint.schemas.schema import validate


@pytest.mark.parametrize("day", ["2026-02-30", "2025-02-29", "2026-04-31", "0000-01-01"])
def test_a_day_that_there_is_not(day: str) -> None:
    document = parse_yaml(f'version: 1\nrenewal_date: "{day}"\n', Path("vendor.yaml"))
    with pytest.raises(InputErrors) as raised:
        validate(document, "vendor")
    assert str(raised.value) == f"vendor.yaml:2:15: found '{day}'; expected a date such as \"2027-03-31\""


def test_the_last_day_of_february() -> None:
    validate(parse_yaml('version: 1\nrenewal_date: "2028-02-29"\n', Path("vendor.yaml")), "vendor")


@pytest.mark.parametrize(
    ("day", "days", "then"),
    [
        ("2026-12-31", -30, "2026-12-01"),
        ("0001-01-02", -90, "0001-01-01"),
        ("2026-12-31", -(10**18), "0001-01-01"),
        ("9999-12-30", 90, "9999-12-31"),
    ],
)
def test_days_after(day: str, days: int, then: str) -> None:
    assert days_after(day, days) == then
