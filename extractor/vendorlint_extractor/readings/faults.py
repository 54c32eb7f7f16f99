"""What is wrong with a language's part of a definition that is valid under its schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import re2

from vendorlint_extractor.language.macros import MacroError, Macros, Shared, word_faults
from vendorlint_extractor.readings.patterns import pattern
from vendorlint_extractor.readings.reading import iter_patterns, telling, unheard_group, value_fault


def faults(code: str, shared: Shared, body: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where a language's part of a definition, valid under its schema, is wrong all the same, and what is wrong there."""
    words = body.get("words", {})
    patterns = list(iter_patterns(body))
    wrong = list(word_faults(code, shared, words, (text for _, text, _ in patterns)))
    yield from ((("words", name), f"the word '{name}' {fault}") for name, fault in wrong)
    for index, entry in enumerate(body["readings"]):
        if fault := value_fault(entry):
            yield ("readings", index), fault
    if wrong:
        return  # each pattern that calls such a word would be told again
    macros = Macros(code, shared, words)
    for place, text, values in patterns:
        told = place[-2] != "all" or telling(body["readings"][place[1]], place[2:])
        found = (_pattern_fault(macros.with_value(value), text, told=told) for value in values)
        if message := next(filter(None, found), None):
            yield place, message


def _pattern_fault(macros: Macros, text: str, *, told: bool) -> str | None:
    try:
        source = macros.expanded(text)
        pattern(source)
    except MacroError as error:
        return str(error)
    except re2.error as error:
        words = error.args[0]
        return f"is no regular expression of RE2: {words.decode() if isinstance(words, bytes) else words}"
    return None if told else unheard_group(source)
