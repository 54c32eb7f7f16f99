"""The words of each fact: those that its patterns, title and meaning are made of, as clauses are searched for them.

A word weighs the more, the fewer facts have it, so that those which all definitions share tell nothing.
"""

from __future__ import annotations

import collections
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from vendorlint_extractor.language.tokens import fold_case
from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.reading import Reading

STEM = 6  # letters of a word that count, so that "terminate" meets "termination"
SHORTEST = 3  # letters of a word of a pattern; what is shorter is a piece of one
SELDOM = 0.3  # what a word of one reading of many counts, of one that all have or that the title has
COMMON = 1 / 3  # of all facts: a word that more of them have belongs to none

WORD = re.compile(r"[A-Z_]{3,}|[a-z0-9]+")
# Of a regular expression what stands for no word: escapes, groups' names, bounds, classes of characters.
_SIGNS = re.compile(r"\\[a-zA-Z]|\(\?(?:P<\w+>|[a-z]*:?)|\{\d*,?\d*\}|\[[^\]]*\]")

Weights = Mapping[str, Mapping[str, float]]  # of a stem: the facts that have it, and how much it tells of each


def stem(word: str) -> str:
    """What two forms of a word have in common; a tag is itself."""
    return word if word[0].isupper() else word[:STEM]


def word_weights(
    definitions: Iterable[FactDefinition], code: str, little: frozenset[str]
) -> dict[str, dict[str, float]]:
    """The stems of all facts in a language; `little` are its frequent words, which tell nothing."""
    known = list(definitions)
    readings = {each.id: each.readings.get(code, ()) for each in known}
    shares = {
        each.id: _shares([reading for source in (each.id, *each.derive) for reading in readings.get(source, ())])
        | dict.fromkeys(map(stem, _said(each)), 1.0)
        for each in known
    }
    ignored = set(map(stem, little))
    having: dict[str, dict[str, float]] = collections.defaultdict(dict)
    for fact, found in shares.items():
        for each in sorted(found.keys() - ignored):
            having[each][fact] = found[each]
    return {
        each: {
            fact: (SELDOM + (1 - SELDOM) * share) * math.log(1 + len(known) / len(facts))
            for fact, share in facts.items()
        }
        for each, facts in having.items()
        if len(facts) <= max(COMMON * len(known), 1)
    }


def weight_of(fact: str, text: str, weights: Weights) -> float:
    """How much the words of a text, a title, tell of a fact."""
    stems = {stem(word) for word in WORD.findall(fold_case(text))}
    return sum(weights.get(each, {}).get(fact, 0) for each in stems)


def _said(definition: FactDefinition) -> Iterator[str]:
    """The words of a fact's title and meaning."""
    text = fold_case(f"{definition.info.title} {definition.info.meaning}")
    return (word for word in WORD.findall(text) if len(word) >= SHORTEST)


def _shares(readings: Sequence[Reading]) -> dict[str, float]:
    """Of each stem in the patterns of a fact, the share of the readings that have it."""
    seen = collections.Counter(each for reading in readings for each in {stem(word) for word in _read(reading)})
    return {each: number / len(readings) for each, number in seen.items()}


def _read(reading: Reading) -> Iterator[str]:
    for source in (*reading.all, *filter(None, [reading.section, reading.written])):
        yield from (word for word in WORD.findall(_SIGNS.sub(" ", source)) if len(word) >= SHORTEST)
