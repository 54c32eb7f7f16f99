"""The words of each fact."""

from __future__ import annotations

import math

import pytest

from vendorlint_extractor.readings.fact_words import WORD, stem, word_weights

from .make import definition, reading


@pytest.mark.parametrize(
    ("word", "found"), [("termination", "termin"), ("terms", "terms"), ("CUSTOMER", "CUSTOMER"), ("a", "a")]
)
def test_stem(word: str, found: str) -> None:
    assert stem(word) == found


def test_words() -> None:
    assert WORD.findall("CUSTOMER may use 30 days, AI it's") == ["CUSTOMER", "may", "use", "30", "days", "it", "s"]


def test_a_word_weighs_the_more_the_fewer_facts_have_it() -> None:
    facts = [
        definition(
            "presence",
            reading(r"\bVENDOR (?:uses?|shared)\b[^.;]{0,80}\bwidgets\b", value=1, section="fees"),
            fact="x.one",
        ),
        definition("presence", reading(r"(?P<act>shared) \w+ it", value=1), fact="x.two"),
        definition("derived", fact="x.three", derive=("x.two",)),
        *(definition("presence", reading("filler"), fact=f"y.{n}") for n in range(6)),
    ]
    found = word_weights(facts, "en", frozenset({"uses"}))
    rare, some = math.log(1 + 9 / 1), math.log(1 + 9 / 3)
    assert found["widget"] == {"x.one": rare}
    assert found["VENDOR"] == {"x.one": rare}
    assert found["fees"] == {"x.one": rare}
    assert found["shared"] == {"x.one": some, "x.two": some, "x.three": some}  # a derived fact has those of its sources
    assert "uses" not in found  # a little word
    assert "filler" not in found  # more than a third have it
    assert "title" not in found
    assert not {"act", "it", "w", "b", "80"} & found.keys()


def test_words_of_title_and_meaning() -> None:
    from dataclasses import replace

    about = definition("presence", fact="x.one")
    about = replace(about, info=replace(about.info, title="Clé of it", meaning="A Word"))
    assert word_weights([about], "en", frozenset()) == {each: {"x.one": math.log(2)} for each in ("cle", "word")}
