"""Consent, read off the facts that it is about."""

from __future__ import annotations

from vendorlint_extractor.readings.kinds import derived as kind
from vendorlint_extractor.readings.statement import Resolved, Stand, Stated, Statement

from .make import definition, statement, telling

CONSENT = definition(
    "derived",
    type="enum",
    derive=("x.one", "x.two"),
    values=("none", "opt_out", "opt_in"),
    risk=("none", "opt_out", "opt_in"),
)
OUT, WITHOUT = statement("permitted", 1, consent="opt_out"), statement("permitted", 2, consent="none", confidence="low")
ASKED = statement("conditional", 3, consent="opt_in", confidence="low")
BAN = statement("prohibited", 4)


def resolved(**stands: list[Statement]) -> Resolved | None:
    """What consent comes to where these statements decide the facts."""
    facts = {
        f"x.{name}": Resolved(f"x.{name}", (Stand("x", "high", tuple(found[:1])), Stand("y", "low", tuple(found[1:]))))
        for name, found in stands.items()
    }
    return kind.resolve(CONSENT, Stated({}, facts))


def test_the_worst_way_in_which_consent_is_given() -> None:
    assert resolved(one=[OUT], two=[ASKED]) == Resolved("a.b", (Stand("opt_out", "high", (OUT,)),))
    assert resolved(one=[ASKED, OUT], two=[WITHOUT]) == Resolved("a.b", (Stand("none", "low", (WITHOUT,)),))
    assert resolved(two=[ASKED, BAN]) == Resolved("a.b", (Stand("opt_in", "low", (ASKED,)),))


def test_silent_where_nothing_is_allowed_or_said() -> None:
    assert resolved(one=[BAN], two=[]) is None
    assert resolved() is None


def test_nothing_is_read() -> None:
    assert list(kind.read(telling("derived", "we may", "may"))) == []
    assert kind.READS_ON is False
