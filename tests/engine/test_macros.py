"""Macros of patterns."""

import pytest

from vendorlint_extractor.language.macros import expand_macros

MACROS = {"a": "1", "b_2": "<{a}>", "c0": "{b_2}{a}"} | {f"d{n}": f"{{d{n + 1}}}" for n in range(9)} | {"d9": "end"}


@pytest.mark.parametrize(
    ("text", "expanded"),
    [
        ("{a}", "1"),
        ("x{b_2}y{a}", "x<1>y1"),
        ("{c0}", "<1>1"),
        ("[^.;]{0,80} {2}", "[^.;]{0,80} {2}"),  # a bound is no macro
        ("{d4}", "end"),  # six deep
        ("{d3}", "{d9}"),
    ],
)
def test_expanded(text: str, expanded: str) -> None:
    assert expand_macros(MACROS, text) == expanded


def test_an_unknown_macro() -> None:
    with pytest.raises(KeyError) as caught:
        expand_macros(MACROS, "{nothing}")
    assert caught.value.args == ("nothing",)
