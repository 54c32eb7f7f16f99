"""The examples in the facts' definitions are tests: a text states the value, or nothing, or contradicts itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint_extractor.documents.document import parse_document
from vendorlint_extractor.readings.definitions import Example, load_examples

from ..reading import EXTRACTOR

CASES = [
    pytest.param(
        fact,
        language,
        example,
        id=f"{fact}-{language}-{number}",
        marks=[pytest.mark.xfail(reason=example.todo)] if example.todo else [],
    )
    for fact, definition in EXTRACTOR.definitions.items()
    for language, examples in load_examples(definition).items()
    for number, example in enumerate(examples, 1)
]


@pytest.mark.parametrize(("fact", "language", "example"), CASES)
def test_example_states_its_value(fact: str, language: str, example: Example) -> None:
    found = EXTRACTOR.facts_of(
        parse_document(example.text, path=Path("example.md"), document_id="example"), language
    ).get(fact)
    if found is None:
        stated = None
    elif len(found.sides) > 1:
        stated = "conflict"
    else:
        stated = sorted(found.sides[0].value) if isinstance(found.sides[0].value, tuple) else found.sides[0].value
    expected = sorted(example.value) if isinstance(example.value, list) else example.value
    assert stated == expected
