"""Macros of patterns."""

from __future__ import annotations

import pytest

from vendorlint_extractor.language.macros import MacroError, Macros, calls, expand_macros, word_faults

SHARED = {
    "a": "1",
    "b_2": "<{a}>",
    "c0": "{b_2}{a}",
    "list": ["x", "{a}"],
    "loop": "{pool}",
    "pool": "{loop}",
    "lists": ["{list}", "y"],
    "either": r"a|[)|]\(",
    "grouped": r"(?:a|b)[|]\|",
}
MACROS = Macros("en", SHARED, {"own": "w{a}"})


@pytest.mark.parametrize(
    ("text", "expanded"),
    [
        ("{a}", "1"),
        ("x{b_2}y{a}", "x<1>y1"),
        ("{c0}", "<1>1"),
        ("{list}", "(?:x|1)"),
        ("{lists}", "(?:(?:x|1)|y)"),
        ("{own}", "w1"),
        ("{either}", r"a|[)|]\("),
        ("x{either}y", r"x(?:a|[)|]\()y"),  # alternatives are of the pattern around them
        ("x{grouped}", r"x(?:a|b)[|]\|"),
        ("[^.;]{0,80} {2}", "[^.;]{0,80} {2}"),  # a bound is no macro
    ],
)
def test_expanded(text: str, expanded: str) -> None:
    assert MACROS.expanded(text) == expanded


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{nothing}", "'{nothing}' is no word of the definition and no macro of en.yaml"),
        ("{value}", "'{value}' is no word of the definition and no macro of en.yaml"),
        ("{loop}", "'{loop}' calls itself by way of loop, pool"),
    ],
)
def test_what_cannot_be_filled_in(text: str, message: str) -> None:
    with pytest.raises(MacroError) as caught:
        MACROS.expanded(text)
    assert str(caught.value) == message


def test_a_reading_s_value() -> None:
    assert MACROS.with_value("v{a}").expanded("{value} {own}") == "v1 w1"
    assert MACROS.with_value(None) is MACROS


def test_a_list_as_one_or_apart() -> None:
    assert MACROS.whole(["{a}", "b"]) == "(?:1|b)"
    assert MACROS.whole("{a}") == "1"
    assert MACROS.alternatives("{lists}") == ("x", "1", "y")
    assert MACROS.alternatives("{list} z") == ("(?:x|1) z",)
    assert MACROS.alternatives("{a}") == ("1",)
    assert expand_macros("en", SHARED, "{a}") == "1"
    with pytest.raises(MacroError):
        expand_macros("en", SHARED, "{own}")


@pytest.mark.parametrize(
    ("words", "texts", "faults"),
    [
        ({"own": "x"}, ["{own}"], []),
        ({"own": "x"}, ["own"], [("own", "is called by no pattern")]),
        ({"own": "{two}", "two": ["y", "z"]}, ["{own}"], []),
        ({"own": "{two}", "two": "y"}, ["{two}"], [("own", "is called by no pattern")]),
        ({"a": "x"}, ["{a}"], [("a", "hides the macro of en.yaml that has its name")]),
        ({"value": "x"}, ["{value}"], [("value", "has the name of the pattern of a reading's value")]),
        (
            {"own": "{none}"},
            ["{own}"],
            [("own", "cannot be filled in: '{none}' is no word of the definition and no macro of en.yaml")],
        ),
        ({"own": "{own}"}, ["{own}"], [("own", "cannot be filled in: '{own}' calls itself by way of own")]),
    ],
)
def test_what_is_wrong_with_words(words: dict[str, str], texts: list[str], faults: list[tuple[str, str]]) -> None:
    assert list(word_faults("en", SHARED, words, texts)) == faults


def test_calls() -> None:
    assert list(calls("{a} {0,3} {b_2}")) == ["a", "b_2"]
    assert list(calls(["{a}", "x", "{c0}"])) == ["a", "c0"]
