"""Facts of several documents made into one."""

from __future__ import annotations

from typing import Any

import pytest

from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.resolved.merge import merge
from vendorlint_extractor.resolved.stated import Evidence, Fact, Side

INFO = FactInfo("a.b", "Title", "int", (), "Meaning.")


def evidence(name: str) -> Evidence:
    return Evidence(name, "", "", "", (1, 1), 1, "x", (), "statement")


def fact(name: str, *sides: tuple[Any, Any]) -> Fact:
    return Fact(
        "a.b", tuple(Side(value, confidence, (evidence(f"{name}{n}"),)) for n, (value, confidence) in enumerate(sides))
    )


def merged(*stated: tuple[int, Fact]) -> tuple[list[tuple[Any, str, list[str]]], list[Any]]:
    found = merge(INFO, stated)
    assert found.info == INFO
    return [(side.value, side.confidence, [each.document for each in side.evidence]) for side in found.sides], [
        side.value for side in found.set_aside
    ]


HIGH, LOW, MEDIUM = "high", "low", "medium"


def test_the_worst_side_comes_first() -> None:
    info = FactInfo("a.b", "Title", "int", (), "Meaning.", "high")
    found = merge(info, [(1, fact("a", (30, LOW))), (1, fact("b", (60, HIGH)))])
    assert [side.value for side in found.sides] == [60, 30]


@pytest.mark.parametrize(
    ("stated", "sides", "aside"),
    [
        ([(1, fact("a", (30, LOW)))], [(30, "low", ["a0"])], []),
        # What a later document says of the same value is more evidence, and of another is set aside.
        ([(1, fact("a", (30, LOW))), (2, fact("b", (30, HIGH)))], [(30, "high", ["a0", "b0"])], []),
        ([(1, fact("a", (30, LOW))), (2, fact("b", (60, HIGH)))], [(30, "low", ["a0"])], [60]),
        ([(1, fact("a", (30, LOW))), (2, fact("b", (30, MEDIUM), (60, HIGH)))], [(30, "medium", ["a0", "b0"])], [60]),
        # Nothing ranks documents of one place.
        ([(1, fact("a", (30, LOW))), (1, fact("b", (60, HIGH)))], [(30, "low", ["a0"]), (60, "high", ["b0"])], []),
        (
            [(1, fact("a", (30, LOW), (60, LOW))), (2, fact("b", (90, HIGH)))],
            [(30, "low", ["a0"]), (60, "low", ["a1"])],
            [90],
        ),
        # A set is what they state together, as sure as the least sure.
        ([(1, fact("a", (("x",), HIGH))), (1, fact("b", (("x", "w"), LOW)))], [(("w", "x"), "low", ["a0", "b0"])], []),
        ([(1, fact("a", (("x",), HIGH))), (2, fact("b", (("y",), LOW)))], [(("x",), "high", ["a0"])], [("y",)]),
        ([(1, fact("a", (("x",), HIGH))), (2, fact("b", (("x",), LOW)))], [(("x",), "high", ["a0"])], []),
    ],
)
def test_merged(stated: list[tuple[int, Fact]], sides: list[Any], aside: list[Any]) -> None:
    assert merged(*stated) == (sides, aside)
