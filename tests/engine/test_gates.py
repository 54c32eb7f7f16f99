"""A gate is open to every text in which its cues are found."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest

from vendorlint_extractor import Extractor
from vendorlint_extractor.documents.gates import Gate, gate_of
from vendorlint_extractor.language.cues import read_cues

from ..bounded.test_expressions import inside

SEED = 20261201
CODES = ("en", "fr")
ODD = ("é", "É", "’", "\u00a0", "\u2028", "·", "ß", "²", "ª", "Ж", "\x81", "\x0b", "\n", "?", "İ", "\ud800", "œ")


def cues(code: str) -> list[re.Pattern[str]]:
    return [value for _, value in inside(Extractor().language(code), "", set())]


def examples(raw: Any) -> Iterator[str]:
    """The texts that a language's file of cues has."""
    if isinstance(raw, dict):
        if isinstance(raw.get("example"), str):
            yield raw["example"]
        for value in raw.values():
            yield from examples(value)
    elif isinstance(raw, list | tuple):
        for value in raw:
            yield from examples(value)


def texts(code: str) -> list[str]:
    """Examples of cues, as they stand and with an odd letter put in, in place of another, or at an end."""
    chance = random.Random(SEED)
    plain = list(dict.fromkeys(examples(read_cues(code))))
    odd = []
    for text in plain:
        at, letter = chance.randrange(len(text) + 1), chance.choice(ODD)
        odd += [text[:at] + letter + text[at + chance.randrange(2) :], f"{letter}{text.upper()}{chance.choice(ODD)}"]
    return chance.sample([*plain, *odd], 1200)


@pytest.mark.parametrize("code", CODES)
def test_gates_are_open_where_cues_are_found(code: str) -> None:
    told = texts(code)
    found = 0
    for cue in cues(code):
        gate = Gate([cue])
        for text in told:
            if cue.search(text):
                found += 1
                assert gate.opens(text), (cue.pattern, text)
    assert found > 5_000


@pytest.mark.parametrize("code", CODES)
def test_gates_are_shut_to_most_texts(code: str) -> None:
    shut = sum(not Gate([cue]).opens("the quick brown fox has eaten it") for cue in cues(code))
    assert shut > 0.8 * len(cues(code))


@pytest.mark.parametrize(
    ("source", "text", "opened"),
    [
        ("provided that", "on condition that", False),
        ("provided that", "it is provided that", True),
        (r"\bsell\b", "resells", False),
        (r"\bsell\b", "nous ne résell sell", True),
        (r"(?<!not )sold(?= to)", "sold", True),
        (r"a(?:b|c)++d", "abcd", True),
        (r"(?>ab|a)d", "abd", True),
        (r"a[^\w.]b", "a\u00a0b", True),
        (r"a[^\w.]b", "aéb", False),
        (r"vendu$", "vendu\n", True),
        (r"vendu\Z", "vendu\n", False),
        ("été", "ETE", False),
        ("[à-ÿ]x", "éx", True),
        ("x{3}", "xx", False),
        ("x{12}", "x" * 12, True),
        ("x{2,3}y", "xxxxy", True),
        ("(a)(?P=n)", "bb", True),  # nothing is known of what asks for something again
        (r"(a)\1", "b", True),
        ("(?i:a)", "b", True),
    ],
)
def test_a_gate(source: str, text: str, opened: bool) -> None:
    try:
        cue = re.compile(source)
    except re.error:
        cue = re.compile("(?P<n>a)(?P=n)")
    assert Gate([cue]).opens(text) is opened


def test_a_gate_before_several_cues() -> None:
    some = (re.compile("one"), re.compile("two", re.IGNORECASE))
    assert [gate_of(*some).opens(text) for text in ("one", "ONE", "TWO", "three")] == [True, False, True, False]
    assert gate_of(*some) is gate_of(*some)
    assert gate_of(*some) is not gate_of(some[0])


def test_a_gate_that_is_too_large_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vendorlint_extractor.documents.gates.MOST_BYTES", 2_000)
    assert Gate([re.compile("|".join(map("{:03}".format, range(500))))]).opens("nothing of it")


def test_a_letter_that_is_of_no_code_opens_it() -> None:
    assert Gate([re.compile("one")]).opens("Ж")
    assert Gate([re.compile("multi", re.MULTILINE)]).opens("nothing")
