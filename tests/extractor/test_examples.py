"""The examples in the facts' definitions are tests: a text states the value, or nothing, or contradicts itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from vendorlint_extractor.clauses.shown import shown_clauses
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


@pytest.mark.no_cover  # eight thousand texts that run the same lines
@pytest.mark.parametrize(("fact", "language", "example"), CASES)
def test_example_states_its_value(fact: str, language: str, example: Example) -> None:
    if fault := fault_of(fact, language, example):
        pytest.fail(fault, pytrace=False)


def fault_of(fact: str, language: str, example: Example) -> str:
    """What is wrong with an example, with the clauses as the patterns saw them; empty where nothing is."""
    if "TODO" in example.text or "TODO" in (example.why or ""):
        return f"{fact}: an example is still to be written: {example.text}"
    stated = stated_by(fact, language, example)
    expected = sorted(example.value) if isinstance(example.value, list) else example.value
    if stated == expected:
        return ""
    seen = "\n  ".join(shown_clauses(EXTRACTOR.clauses_of(document_of(example), language)))
    return f"{fact}: states {stated!r}, expected {expected!r}: {example.text}\nThe patterns saw:\n  {seen}"


def stated_by(fact: str, language: str, example: Example) -> Any:
    found = EXTRACTOR.facts_of(document_of(example), language).get(fact)
    if found is None:
        return None
    if len(found.sides) > 1:
        return "conflict"
    value = found.sides[0].value
    return sorted(value) if isinstance(value, tuple) else value


def document_of(example: Example) -> Any:
    return parse_document(example.text, path=Path("example.md"), document_id="example")


def test_a_wrong_example_is_told_with_the_clauses_that_the_patterns_saw(tmp_path: Path) -> None:
    text = "We may assign this Agreement to anyone. You shall: (a) pay the fees; and (b) keep your password secret."
    path = tmp_path / "example.md"
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "vendorlint_extractor", str(path)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert printed[0] == "[0 sentence all | ] >> VENDOR may assign AGREEMENT to anyone."
    head = f"assignment.vendor_without_consent: states True, expected False: {text}"
    wrong = fault_of("assignment.vendor_without_consent", "en", Example(text, False, None, None))
    assert wrong.splitlines() == [head, "The patterns saw:", *(f"  {line}" for line in printed)]


def test_an_example_that_is_still_to_be_written_is_no_example() -> None:
    fault = fault_of("data.dpa", "en", Example("TODO A clause.", None, "TODO", None))
    assert fault == "data.dpa: an example is still to be written: TODO A clause."
