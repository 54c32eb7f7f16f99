"""Places that a match states."""

from __future__ import annotations

from vendorlint_extractor.readings.kinds import code as kind
from vendorlint_extractor.readings.kinds.kind import resolve_first

from .make import telling

LAW = r"laws? of (?P<place>.*)|our law"


def test_read() -> None:
    assert [each.value for each in kind.read(telling("code", "law of delaware", LAW))] == ["US-DE"]
    assert list(kind.read(telling("code", "laws of the moon", LAW))) == []
    assert list(kind.read(telling("code", "our law", LAW))) == []
    assert (kind.READS_ON, kind.resolve) == (True, resolve_first)
