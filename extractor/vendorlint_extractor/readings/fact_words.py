"""The words of each fact: those that its patterns, title and meaning are made of, as clauses are searched for them.

A word weighs the more, the fewer facts have it, so that those which all definitions share tell nothing.
"""

from __future__ import annotations

import collections
import math
import re
from collections.abc import Iterable, Iterator, Mapping

from vendorlint_extractor.language.tokens import fold_case
from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.reading import Reading

STEM = 6  # letters of a word that count, so that "terminate" meets "termination"
SHORTEST = 3  # letters of a word of a pattern; what is shorter is a piece of one
COMMON = 1 / 3  # of all facts: a word that more of them have belongs to none

WORD = re.compile(r"[A-Z_]{3,}|[a-z0-9]+")
# Of a regular expression what stands for no word: escapes, groups' names, bounds, classes of characters.
_SIGNS = re.compile(r"\\[a-zA-Z]|\(\?(?:P<\w+>|[a-z]*:?)|\{\d*,?\d*\}|\[[^\]]*\]")

Weights = Mapping[str, Mapping[str, float]]  # of a stem: the facts that have it, and how much it tells of each


def stem(word: str) -> str:
    """What two forms of a word have in common; a tag is itself."""
    return word if word[0].isupper() else word[:STEM]


def word_weights(definitions: Iterable[FactDefinition], code: str, little: frozenset[str]) -> Weights:
    """The stems of all facts in a language; `little` are its frequent words, which tell nothing."""
    known = list(definitions)
    readings = {each.id: each.readings.get(code, ()) for each in known}
    words = {
        each.id: {
            *_said(each),
            *(word for source in (each.id, *each.derive) for word in _read(readings.get(source, ()))),
        }
        for each in known
    }
    facts: dict[str, list[str]] = collections.defaultdict(list)
    for fact, found in words.items():
        for each in sorted({stem(word) for word in found - little}):
            facts[each].append(fact)
    most = max(COMMON * len(known), 1)
    return {
        each: dict.fromkeys(having, math.log(1 + len(known) / len(having)))
        for each, having in facts.items()
        if len(having) <= most
    }


def _said(definition: FactDefinition) -> Iterator[str]:
    """The words of a fact's title and meaning."""
    text = fold_case(f"{definition.info.title} {definition.info.meaning}")
    return (word for word in WORD.findall(text) if len(word) >= SHORTEST)


def _read(readings: Iterable[Reading]) -> Iterator[str]:
    for reading in readings:
        for source in (*reading.all, *filter(None, [reading.section])):
            yield from (word for word in WORD.findall(_SIGNS.sub(" ", source)) if len(word) >= SHORTEST)
