"""What a sieve lets through: never less than the patterns match, and little more."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorlint_extractor import Extractor
from vendorlint_extractor.readings import sieve
from vendorlint_extractor.readings.definitions import load_examples
from vendorlint_extractor.readings.patterns import loose, one_byte, pattern
from vendorlint_extractor.readings.sieve import Sieve, sieve_content
from vendorlint_extractor.readings.sifted import Sifted
from vendorlint_extractor.readings.wanted import MOST_BRANCHES, Wanted


def possible(text: str, *sources: str) -> set[int]:
    return Sieve(sieve_content([sources], Wanted())).possible(one_byte(text))


def wants(source: str) -> list[list[list[str]]]:
    return [[sorted(choice) for choice in way] for way in Wanted().ways(source)]


@pytest.mark.parametrize(
    ("source", "ways"),
    [
        (r"\bkeep\b", [[["^keep$"]]]),
        (r"\bkeeps?\b", [[["^keep$", "^keeps$"]]]),
        (r"\bkeep\w*", [[["^keep"]]]),
        (rf"[{'k' * 300}]eep", [[["keep"]]]),
        (rf"[{'k' * 301}]eep", [[]]),  # too long to be taken apart
        (r"\bsto(?:re|ring)\b[^.;]{0,9}\bdata\b", [[["^store$", "^storing$"], ["^data$"]]]),
        (r"\bkept for\b", [[["kept for"]]]),
        (r"\bkept\s+for\b", [[["^kept$"], ["^for$"]]]),
        (r"\bdefen[cs]e\b", [[["^defence$", "^defense$"]]]),
        (r"\b(?:read\b.*\bmail|sell\b.*\blist)", [[["read$"], ["^mail"]], [["sell$"], ["^list"]]]),
        (r"\d{1,3} ?%", [[["0"], ["^%$"]]]),
        (r"19[789]\d", [[["0000"]]]),
        (r"\bv\.2", [[["0"]]]),  # within a figure the stop is a letter
        (r"(?i)\bkeep\b", [[]]),
        (r"(?:keep|)", [[]]),
        (r"[^.;]*", [[]]),
        (r"\bab", [[]]),  # so short a piece is in any text
    ],
)
def test_the_words_of_a_pattern(source: str, ways: list[list[list[str]]]) -> None:
    assert wants(source) == ways


def test_of_too_many_ways_their_rare_words_are_put_together() -> None:
    letters = "abcdefghijkl"
    many = [f"(?:VENDOR\\b.*\\b{one}first{two}\\b.*\\bsecond{one}{two})" for one in letters for two in letters]
    assert [len(choice) for (choice, *_) in wants("|".join(many[:MOST_BRANCHES]))] == [1] * MOST_BRANCHES
    (way,) = wants("|".join(many))
    assert [len(choice) for choice in way] == [144, 144, 1]


def test_what_a_text_may_hold() -> None:
    sources = (
        r"\bVENDOR\b.*\buses?\b",
        r"\bCUSTOMER\b.*\buses?\b",
        r"\bkept for\b.*\d+ days",
        r"\bsub\w+ing\b",
        r"[^.]*",
    )
    assert possible("VENDOR may use it", *sources) == {0, 4}
    assert possible("CUSTOMER uses what VENDOR has", *sources) == {0, 1, 4}
    assert possible("it is used by VENDOR", *sources) == {4}
    assert possible("kept for 30 days", *sources) == {2, 4}
    assert possible("kept, for 30 days", *sources) == {4}
    assert possible("subletting", *sources) == {3, 4}
    assert possible("", *sources) == {4}


def test_words_of_any_length_and_number() -> None:
    assert possible("a" * 200 + "keep" + "a" * 200, "keep", "kept") == {0}
    assert possible("a" * 100_000, "a" * 50, rf"\b{'a' * 50}") == {0, 1}
    one = Sieve(sieve_content([["keep"]], Wanted()))
    text = one_byte(" ".join(map(str, range(sieve.KNOWN + 10))).translate(str.maketrans("0123456789", "abcdefghij")))
    assert [one.possible(text), one.possible(text + b" keep"), one.possible(text)] == [set(), {0}, set()]


PIECES = st.sampled_from(
    ["keep", "data", "our data", "a", "ten 10", "9\\.5", "\\.", " ", " ?", "\\b", "s?", "\\w*", "\\W+", "[cs]", "[ -]", "[.,]", "'s", "\\d+", ".{0,9}", "[^.;]*", "^", "$", "é"]
)  # fmt: skip
PATTERNS = st.recursive(
    st.lists(PIECES, min_size=1, max_size=4).map("".join),
    lambda inner: st.tuples(
        st.lists(inner, min_size=1, max_size=3).map(lambda each: f"(?:{'|'.join(each)})"),
        st.sampled_from(["", "?", "*", "+", "{0,2}", "{1,2}", "{2}", "{0,1}?"]),
    ).map("".join),
    max_leaves=8,
)
TEXTS = st.lists(
    st.sampled_from(["keep", "data", "our", "a", "s", "c", "ten", "10", "9·5", "9_5", "5", ".", " ", " ", "-", "'", ",", "é", "x"]), max_size=12
).map("".join)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(PATTERNS, min_size=1, max_size=3), TEXTS)
def test_nothing_that_matches_is_held_back(sources: list[str], text: str) -> None:
    try:
        matched = {at for at, source in enumerate(sources) if pattern(source).search(one_byte(text))}
    except re2.error:
        return
    assert matched <= possible(text, *sources)


@pytest.fixture(scope="module")
def examples() -> Mapping[str, list[bytes]]:
    """Texts that state facts, by language, tagged as little as may be."""
    found: dict[str, list[bytes]] = {}
    for definition in list(Extractor().definitions.values())[::6]:
        for code, each in load_examples(definition).items():
            found.setdefault(code, []).extend(one_byte(one.text.lower()) for one in each[:4])
    return found


def test_no_reading_that_ships_is_held_back(examples: Mapping[str, list[bytes]]) -> None:
    """All of the texts go through one sieve that keeps few words: what it has met before changes nothing."""
    for code, texts in examples.items():
        definitions = list(Extractor().definitions.values())[::9]
        sifted = Sifted(definitions, code)
        for text in texts:
            matched = [
                (each.id, reading)
                for each in definitions
                for reading in each.readings.get(code, ())
                if all(pattern(loose(source)).search(text) for source in reading.all)
            ]
            found = [(each.id, reading) for each, reading in sifted.possible(text)]
            told = [(each.id, reading) for each, reading, most in sifted.told(text) if most == len(reading.all)]
            assert all(each in found for each in matched), text
            assert found == [(each.id, reading) for each, reading in sifted.possible(text)]  # as it is kept
            assert all(each in told for each in found), text
            barred = {source for _, reading in matched for source in reading.none if pattern(source).search(text)}
            assert barred <= set(sifted.asides(text)), text
        assert len(texts) > 20 and re.search(rb"\w", texts[0])
