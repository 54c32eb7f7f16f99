"""Places that a match states."""

from __future__ import annotations

import pytest

from vendorlint_extractor.readings.kinds import code as kind
from vendorlint_extractor.readings.statement import Stated

from .make import clause, definition, ranked, statement, telling

LAW = r"laws? of (?P<place>.*)|our law"


def test_read() -> None:
    assert [each.value for each in kind.read(telling("code", "law of delaware", LAW))] == ["US-DE"]
    assert list(kind.read(telling("code", "laws of the moon", LAW))) == []
    assert list(kind.read(telling("code", "our law", LAW))) == []
    assert (kind.READS_ON, kind.MANY) == (True, 3)


COUNTRIES = {"type": "set", "values": ("EEA", "DE", "US")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("law of germany, california and the eu", ["DE", "US", "EEA"]),
        ("law of france", []),  # none of the fact's values
        ("our law", []),
    ],
)
def test_of_a_set_each_country_is_read(text: str, found: list[str]) -> None:
    assert [each.value for each in kind.read(telling("code", text, LAW, definition=COUNTRIES))] == found
    assert list(kind.read(telling("code", text, LAW, definition=COUNTRIES, banned=True))) == []


def test_a_definition_stores_nothing() -> None:
    defined = clause("law of germany", kind="definition")
    assert list(kind.read(telling("code", "law of germany", LAW, definition=COUNTRIES, clause=defined))) == []


def test_a_set_is_all_that_clauses_say() -> None:
    statements = [statement("US", 0), statement("DE", 1), statement("US", 2)]
    found = kind.resolve(definition("code", **COUNTRIES), Stated({"a.b": statements}, {}))
    assert found and [stand.value for stand in found.stands] == [("DE", "US")]


@pytest.mark.parametrize(
    ("places", "values"),
    [
        ([], None),
        (["FR"], ["FR"]),
        (["FR", "FR"], ["FR"]),
        (["FR", "DE"], ["FR", "DE"]),  # one other clause names another
        (["FR", "DE", "DE"], ["FR", "DE"]),
        (["FR", "DE", "GB"], ["FR"]),  # a list by region
        (["US", "US-CA"], ["US"]),  # a place within another is no other
        (["US-CA", "US"], ["US-CA"]),
        (["US", "US-CA", "DE"], ["US", "DE"]),
    ],
)
def test_resolve(places: list[str], values: list[str] | None) -> None:
    found = kind.resolve(
        definition("code"), Stated({"a.b": [statement(place, index) for index, place in enumerate(places)]}, {})
    )
    assert (found and [stand.value for stand in found.stands]) == values


def test_the_first_of_a_list_by_region_has_its_evidence() -> None:
    statements = [statement(place, index) for index, place in enumerate(["FR", "DE", "GB", "FR"])]
    found = kind.resolve(definition("code"), Stated({"a.b": statements}, {}))
    assert found and found.stands[0].statements == (statements[0], statements[3])
    same = [statement("FR", index) for index in range(2)]
    found = kind.resolve(definition("code"), Stated({"a.b": same}, {}))
    assert found and found.stands[0].statements == tuple(same)


def test_a_clause_of_a_case_stands_behind() -> None:
    case = ranked("DE", 1, "narrower")
    found = kind.resolve(definition("code"), Stated({"a.b": [statement("FR", 0), case]}, {}))
    assert found and [(stand.value, len(stand.outranked)) for stand in found.stands] == [("FR", 1)]
