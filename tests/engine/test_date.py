"""Dates that a match states."""

from __future__ import annotations

from vendorlint_extractor.readings.kinds import date as kind
from vendorlint_extractor.readings.kinds.kind import resolve_first

from .make import telling


def test_read() -> None:
    text = "posted 1 may 2030, effective 2 june 2031"
    assert [each.value for each in kind.read(telling("date", text, "effective"))] == ["2031-06-02"]
    assert [each.value for each in kind.read(telling("date", "le 2 juin 2031", "le", code="fr"))] == ["2031-06-02"]
    assert list(kind.read(telling("date", "2 june 2031, effective at once", "effective"))) == []
    assert (kind.READS_ON, kind.resolve) == (True, resolve_first)
