"""The things of a language: phrases that become tags, and the regular expressions that read a document's definitions."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vendorlint_extractor.language.cues import FOLDER
from vendorlint_extractor.language.tokens import Plurals, Tokens, fold_case
from vendorlint_extractor.shipped import read

_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Concept:
    """A class of things, e.g. customer content. Definitions that meet `defined_by` and `needs` add to it."""

    tag: str
    defined_by: tuple[re.Pattern[str], ...]
    not_defined_by: tuple[re.Pattern[str], ...]
    needs: tuple[re.Pattern[str], ...]

    def is_defined(self, definition: str) -> bool:
        """Whether the words of a definition are those of such a thing."""
        if any(pattern.search(definition) for pattern in self.not_defined_by):
            return False
        return any(pattern.search(definition) for pattern in self.defined_by) and (
            not self.needs or any(pattern.search(definition) for pattern in self.needs)
        )


@dataclass(frozen=True, slots=True)
class Stated:
    """Phrases that become a tag in a document of which a clause (tagged text) meets one of the patterns."""

    tag: str
    forms: tuple[tuple[str, ...], ...]
    patterns: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases (words) with their tags; common nouns that are a class of data as the customer's; concepts; what is a
    concept only where the document says so.
    """

    forms: Mapping[tuple[str, ...], str]
    possessed: Mapping[str, str]
    concepts: tuple[Concept, ...]
    stated: tuple[Stated, ...]


def expand(phrase: str) -> Iterator[str]:
    """'{a|b} c' -> 'a c', 'b c'."""
    parts = _BRACES.split(phrase)
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    for chosen in itertools.product(*choices):
        yield "".join(chosen)


def read_lexicon(code: str, tokens: Tokens, plurals: Plurals) -> Lexicon:
    """The lexicon of a language. Of a phrase that two tags have, the first file's counts, and `exact` before all."""
    forms: dict[tuple[str, ...], str] = {}
    possessed: dict[str, str] = {}
    concepts: list[Concept] = []
    stated: list[Stated] = []
    for entry in _entries(code):
        tag = entry["tag"]
        if "stated_by" in entry:
            stated.append(_stated(entry, tokens, plurals))
            continue
        for phrase in itertools.chain.from_iterable(map(expand, entry.get("phrases", ()))):
            for form in plurals.forms(tokens.words(phrase)):
                forms.setdefault(form, tag)
        for exact in itertools.chain.from_iterable(map(expand, entry.get("exact", ()))):
            forms[tuple(tokens.token.findall(fold_case(exact)))] = tag
        for word in entry.get("possessed", ()):
            possessed.update((" ".join(form), tag) for form in plurals.forms(tokens.words(word)))
        if "defined_by" in entry:
            concepts.append(_concept(entry))
    return Lexicon(forms, possessed, tuple(concepts), tuple(stated))


def _entries(code: str) -> Iterator[Mapping[str, Any]]:
    for path in sorted((FOLDER / "concepts" / code).glob("*.yaml")):
        yield from read(path)


def _stated(entry: Mapping[str, Any], tokens: Tokens, plurals: Plurals) -> Stated:
    phrases = itertools.chain.from_iterable(map(expand, entry["phrases"]))
    forms = itertools.chain.from_iterable(plurals.forms(tokens.words(phrase)) for phrase in phrases)
    return Stated(entry["tag"], tuple(forms), tuple(re.compile(pattern) for pattern in entry["stated_by"]))


def _concept(entry: Mapping[str, Any]) -> Concept:
    def compiled(key: str) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(pattern) for pattern in entry.get(key, ()))

    return Concept(entry["tag"], compiled("defined_by"), compiled("not_defined_by"), compiled("needs"))
