"""The short forms in which a definition writes its readings."""

from __future__ import annotations

from typing import Any

import pytest

from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.readings.ranks import Cases
from vendorlint_extractor.readings.reading import (
    NEGATED,
    FormError,
    iter_patterns,
    known_keys,
    read_cases,
    read_readings,
    value_fault,
)

INFO = FactInfo("a.b", "Title", "enum", ("x", "y"), "Meaning.")
SHARED = {"may": "can", "list": ["l1", "l2"]}


def read(**body: Any) -> list[tuple[Any, ...]]:
    """Value, all, none and section of each."""
    return [(each.value, each.all, each.none, each.section) for each in read_readings("en", SHARED, body, INFO)]


def test_plain_readings() -> None:
    assert read(
        readings=[{"all": ["{may}", "use"], "value": "x"}, {"all": ["b"], "none": ["c"], "section": "{may}"}]
    ) == [
        ("x", ("can", "use"), (), None),
        (None, ("b",), ("c",), "can"),
    ]


def test_a_list_that_sets_aside_stays_apart() -> None:
    assert read(readings=[{"all": ["a"], "none": ["{list}", "no {list}"]}]) == [
        (None, ("a",), ("l1", "l2", "no (?:l1|l2)"), None)
    ]


def test_each_value_in_each_of_its_ways_and_places() -> None:
    found = read(
        words={"own": "o"},
        none=["n"],
        readings=[
            {
                "values": {"x": "v{own}", "y": ["w", "u"]},
                "all": ["{value}"],
                "none": ["m"],
                "where": [{"all": ["p"], "none": ["q"]}, {"section": "s"}],
            },
        ],
    )
    assert found == [
        (value, (*before, said), ("m", *aside, "n"), section)
        for value, said in (("x", "vo"), ("y", "w"), ("y", "u"))
        for before, aside, section in ((("p",), ("q",), None), ((), (), "s"))
    ]


def test_what_sets_a_value_aside() -> None:
    assert read(readings=[{"values": {"x": {"any": ["v"], "none": ["r"]}}, "all": ["{value}"], "none": ["m"]}]) == [
        ("x", ("v",), ("m", "r"), None)
    ]


def test_patterns_and_where_they_stand() -> None:
    body = {
        "none": ["n"],
        "readings": [
            {"all": ["a"], "none": ["b"], "section": "s"},
            {"values": {"x": {"any": ["v"], "none": ["w"]}, "y": ["u"]}, "all": ["{value}"], "where": [{"all": ["p"]}]},
        ],
    }
    assert list(iter_patterns(body)) == [
        (("none", 0), "n", (None,)),
        (("readings", 0, "all", 0), "a", (None,)),
        (("readings", 0, "none", 0), "b", (None,)),
        (("readings", 0, "section"), "s", (None,)),
        (("readings", 1, "values", "x", "any", 0), "v", (None,)),
        (("readings", 1, "values", "x", "none", 0), "w", (None,)),
        (("readings", 1, "values", "y", 0), "u", (None,)),
        (("readings", 1, "all", 0), "{value}", ("v", "u")),
        (("readings", 1, "where", 0, "all", 0), "p", ("v", "u")),
    ]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({"all": ["a"]}, None),
        ({"values": {"x": "v"}, "all": ["{value}"]}, None),
        ({"values": {"x": "v"}, "all": ["a"], "where": [{"all": ["{value}"]}]}, None),
        ({"values": {"x": "v"}, "value": "x", "all": ["{value}"]}, "a reading has 'value' or 'values', not both"),
        ({"values": {"x": "v"}, "all": ["a"]}, "no pattern of a reading with 'values' calls {value}"),
    ],
)
def test_values_of_an_entry(entry: dict[str, Any], fault: str | None) -> None:
    assert value_fault(entry) == fault


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            {"reads": []},
            "unknown key 'reads' in languages.en; expected some of foremost, narrower, none, readings, words",
        ),
        ({"words": {"w": "x"}, "readings": []}, "the word 'w' is called by no pattern"),
        (
            {"readings": [{"all": ["{no}"]}]},
            "a pattern of en: '{no}' is no word of the definition and no macro of en.yaml",
        ),
        ({"readings": [{"all": ["a"], "value": "z"}]}, "value 'z' is not one of x, y"),
        ({"readings": [{"all": ["a"], "negated": "never"}]}, "negated 'never' is not one of drop, keep, flip"),
        ({"readings": [{"all": ["a"], "values": {"x": "v"}}]}, "no pattern of a reading with 'values' calls {value}"),
        (
            {"readings": [{"all": ["{value}"], "values": {"x": {"any": ["v"], "all": []}}}]},
            "unknown key 'all' in values.x; expected some of any, none",
        ),
    ],
)
def test_what_is_wrong(body: dict[str, Any], message: str) -> None:
    with pytest.raises(FormError) as caught:
        read(**body)
    assert str(caught.value) == message


def test_keys() -> None:
    known_keys({"a": 1}, {"a", "b"}, "it")
    with pytest.raises(FormError) as caught:
        known_keys({"d": 1, "c": 1}, {"b", "a"}, "it")
    assert caught.value.message == "unknown key 'c' in it; expected some of a, b"


def test_values_are_not_checked_where_the_fact_has_none() -> None:
    info = FactInfo("a.b", "Title", "bool", (), "Meaning.")
    assert [
        each.value for each in read_readings("en", SHARED, {"readings": [{"all": ["a"], "value": True}]}, info)
    ] == [True]
    assert NEGATED == ("drop", "keep", "flip")


def test_cases() -> None:
    body = {"words": {"w": "x"}, "narrower": ["{w}", "{may}"], "foremost": ["f"], "readings": []}
    assert read_cases("en", SHARED, body) == Cases(("x", "can"), ("f",))
    assert read_cases("en", SHARED, {"readings": []}) == Cases((), ())
    assert [place for place, _, _ in iter_patterns(body)] == [("narrower", 0), ("narrower", 1), ("foremost", 0)]
