"""The things of a language: phrases that become tags, and the regular expressions that read a document's definitions."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vendorlint_extractor.language.cues import FOLDER
from vendorlint_extractor.language.phrases import beginnings
from vendorlint_extractor.language.tokens import Plurals, Tokens, fold_case
from vendorlint_extractor.shipped import kept, read

_BRACES = re.compile(r"\{([^{}]*)\}")
_CONCEPT_KEYS = {"tag", "defined_by", "not_defined_by", "needs"}


@dataclass(frozen=True, slots=True)
class Concept:
    """A class of things, e.g. customer content. Definitions that meet `defined_by` and `needs` add to it."""

    tag: str
    defined_by: tuple[re.Pattern[str], ...]
    not_defined_by: tuple[re.Pattern[str], ...]
    needs: tuple[re.Pattern[str], ...]

    def is_defined(self, definition: str, name: str = "") -> bool:
        """Whether the words of a definition are those of such a thing; what it needs may stand in the name of the term."""
        if any(pattern.search(definition) for pattern in self.not_defined_by):
            return False
        return any(pattern.search(definition) for pattern in self.defined_by) and (
            not self.needs or any(pattern.search(text) for pattern in self.needs for text in (definition, name))
        )


@dataclass(frozen=True, slots=True)
class Stated:
    """Phrases that become a tag in a document of which a clause (tagged text) meets one of the patterns."""

    tag: str
    forms: tuple[tuple[str, ...], ...]
    patterns: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases (words joined by blanks) with their tags, and how they begin; common nouns that are a class of data as the customer's;
    concepts; what is a concept only where the document says so.
    """

    forms: Mapping[str, str]
    begun: Sequence[str]
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
    raw = kept(f"lexicon {code}", lambda: _content(code, tokens, plurals))
    concepts = tuple(map(_concept, raw["concepts"]))
    return Lexicon(raw["forms"], raw["begun"], raw["possessed"], concepts, tuple(map(_stated, raw["stated"])))


def _content(code: str, tokens: Tokens, plurals: Plurals) -> dict[str, Any]:
    """What a lexicon is made of, as JSON has it."""
    forms: dict[tuple[str, ...], str] = {}
    possessed: dict[str, str] = {}
    concepts: list[Mapping[str, Any]] = []
    stated: list[Mapping[str, Any]] = []
    for entry in _entries(code):
        tag = entry["tag"]
        written = [form for phrase in _phrases(entry) for form in plurals.forms(tokens.words(phrase))]
        if "stated_by" in entry:
            stated.append({"tag": tag, "forms": written, "stated_by": entry["stated_by"]})
            continue
        for form in written:
            forms.setdefault(form, tag)
        for exact in itertools.chain.from_iterable(map(expand, entry.get("exact", ()))):
            forms[tuple(tokens.token.findall(fold_case(exact)))] = tag
        for word in entry.get("possessed", ()):
            possessed.update((" ".join(form), tag) for form in plurals.forms(tokens.words(word)))
        if "defined_by" in entry:
            concepts.append({key: each for key, each in entry.items() if key in _CONCEPT_KEYS})
    begun = dict.fromkeys(itertools.chain.from_iterable(map(beginnings, forms)))
    joined = {" ".join(form): tag for form, tag in forms.items()}
    return {"forms": joined, "begun": list(begun), "possessed": possessed, "concepts": concepts, "stated": stated}


def _phrases(entry: Mapping[str, Any]) -> Iterator[str]:
    return itertools.chain.from_iterable(map(expand, entry.get("phrases", ())))


def _entries(code: str) -> Iterator[Mapping[str, Any]]:
    for path in sorted((FOLDER / "concepts" / code).glob("*.yaml")):
        yield from read(path)


def _stated(entry: Mapping[str, Any]) -> Stated:
    return Stated(entry["tag"], tuple(map(tuple, entry["forms"])), tuple(map(re.compile, entry["stated_by"])))


def _concept(entry: Mapping[str, Any]) -> Concept:
    def compiled(key: str) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(pattern) for pattern in entry.get(key, ()))

    return Concept(entry["tag"], compiled("defined_by"), compiled("not_defined_by"), compiled("needs"))
