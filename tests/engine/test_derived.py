"""Consent, read off the facts that it is about."""

from __future__ import annotations

from vendorlint_extractor.readings.kinds import derived as kind
from vendorlint_extractor.readings.statement import Resolved, Stand, Stated, Statement

from .make import definition, statement, telling

CONSENT = definition("derived", derive=("x.one", "x.two"), prefer=("opt_in", "opt_out", "none"))


def resolved(first: list[Statement], second: list[Statement], **values: str) -> Resolved | None:
    stands = {
        f"x.{name}": Resolved(f"x.{name}", tuple(Stand(value, "high", ()) for value in found.split()))
        for name, found in values.items()
    }
    return kind.resolve(CONSENT, Stated({"x.one": first, "x.two": second}, stands))


def test_the_first_preference_that_is_stated() -> None:
    out, without, asked = (
        statement("permitted", 1, consent="opt_out"),
        statement("permitted", 2, consent="none", confidence="low"),
        statement("conditional", 3, consent="opt_in", confidence="low"),
    )
    assert resolved([without], [out], one="permitted", two="permitted") == Resolved(
        "a.b", (Stand("opt_out", "high", (out,)),)
    )
    assert resolved([without, asked], [out], one="conditional", two="permitted") == Resolved(
        "a.b", (Stand("opt_in", "low", (asked,)),)
    )
    assert resolved([without], [], one="permitted prohibited") == Resolved("a.b", (Stand("none", "low", (without,)),))


def test_silent_where_nothing_is_allowed_or_said() -> None:
    out = statement("permitted", 1, consent="opt_out")
    assert resolved([out], [], one="prohibited") is None
    assert resolved([out], []) is None
    assert resolved([statement("permitted", 1)], [], one="permitted") is None
    assert resolved([statement("permitted", 1, consent="deemed")], [], one="permitted") is None


def test_of_the_highest_rank() -> None:
    out, top = statement("permitted", 1, consent="opt_in"), statement("permitted", 2, consent="none", rank=2)
    assert resolved([out, top], [], one="permitted") == Resolved("a.b", (Stand("none", "high", (top,)),))


def test_nothing_is_read() -> None:
    assert list(kind.read(telling("derived", "we may", "may"))) == []
    assert kind.READS_ON is False
