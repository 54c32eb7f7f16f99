"""Readings that the likelihoods leave out, as they were learnt on other wordings: what patterns alone read of a clause."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint_extractor import parse_document
from vendorlint_extractor.language.language import build_language
from vendorlint_extractor.readings.match import Matcher

from ..reading import EXTRACTOR, HEADS

FACT = "licence.ownership_retained"
MATCHER = Matcher([EXTRACTOR.definitions[FACT]], build_language("en"), {FACT: {}})
KEPT = (
    "Neither party acquires any right, title or interest in the intellectual property of the other party.",
    "This Agreement does not transfer any intellectual property from one party to the other.",
    "Except for the licence above, Orbita obtains no right, title or interest in your applications.",
    "Intellectual property that belonged to a party before this Agreement continues to belong to that party.",
    "Customer know-how shall belong to Customer.",
    "Save as expressly provided, neither party shall by reason of this Agreement obtain any right in the other's intellectual property.",
)
NOTHING = (
    "Neither party acquires any right to terminate early by reason of a change in its own intellectual property.",
    "Orbita obtains no discount on your applications.",
    "Risk of loss of Customer materials remains with Customer.",
)


@pytest.mark.parametrize("text", KEPT)
def test_what_each_party_brings_stays_its_own(text: str) -> None:
    assert read(text) == {True}


@pytest.mark.parametrize("text", NOTHING)
def test_clauses_that_look_alike_say_nothing_of_ownership(text: str) -> None:
    assert read(text) == set()


def read(text: str) -> set[object]:
    document = parse_document(HEADS["en"] + text + "\n", path=Path("terms.md"), document_id="terms")
    return {each.value for each in MATCHER.statements(EXTRACTOR.clauses_of(document, "en"))}
