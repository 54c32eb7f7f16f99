"""The words of a language: phrases that become tags, cue macros, and the regular expressions that read definitions."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from vendorlint_extractor.language.phrases import Phrases, words
from vendorlint_extractor.ontology import LOADER

FOLDER = Path(__file__).parent
_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Concept:
    """A class of things, e.g. customer content. Definitions that meet `defined_by` and `needs` add to it."""

    tag: str
    defined_by: tuple[re.Pattern[str], ...]
    not_defined_by: tuple[re.Pattern[str], ...]
    needs: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of a language before a document is read."""

    language: str
    phrases: Phrases
    possessed: Mapping[str, str]
    concepts: tuple[Concept, ...]
    cues: Mapping[str, Any]
    numbers: Mapping[str, int]


def expand(phrase: str) -> Iterator[str]:
    """'{a|b} c' -> 'a c', 'b c'."""
    parts = _BRACES.split(phrase)
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    for chosen in itertools.product(*choices):
        yield "".join(chosen)


def plural(phrase: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The phrase and its regular plural."""
    yield phrase
    last = phrase[-1]
    if last.endswith("y") and last[-2:-1] not in "aeou":
        yield (*phrase[:-1], last[:-1] + "ies")
    elif not last.endswith("s"):
        yield (*phrase[:-1], last + "s")


@functools.cache
def load_cues(language: str) -> Mapping[str, Any]:
    """The cues and macros of a language."""
    text = (FOLDER / "cues" / f"{language}.yaml").read_text(encoding="utf-8")
    cues: Mapping[str, Any] = yaml.load(text, Loader=LOADER)  # noqa: S506 - a safe loader
    return cues


@functools.cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of a language. Raises KeyError where there is none."""
    folder = FOLDER / "concepts" / language
    if not folder.is_dir():
        raise KeyError(language)
    gathered: dict[tuple[str, ...], str] = {}
    possessed: dict[str, str] = {}
    concepts: list[Concept] = []
    for path in sorted(folder.glob("*.yaml")):
        for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER):  # noqa: S506 - a safe loader
            tag = entry["tag"]
            for template in entry.get("phrases", ()):
                for phrase in expand(template):
                    for form in plural(words(phrase)):
                        gathered.setdefault(form, tag)
            for exact in entry.get("exact", ()):
                gathered[words(exact)] = tag
            for word in entry.get("possessed", ()):
                for form in plural(words(word)):
                    possessed[" ".join(form)] = tag
            if "defined_by" in entry:
                concepts.append(_concept(entry))
    cues = load_cues(language)
    return Lexicon(language, Phrases(gathered), possessed, tuple(concepts), cues, cues["numbers"])


def _concept(entry: Mapping[str, Any]) -> Concept:
    def compiled(key: str) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(pattern) for pattern in entry.get(key, ()))

    return Concept(entry["tag"], compiled("defined_by"), compiled("not_defined_by"), compiled("needs"))


@functools.cache
def stop_words() -> Mapping[str, frozenset[str]]:
    """The little words of each language that is told apart, whether or not it has a lexicon."""
    raw = yaml.load((FOLDER / "languages.yaml").read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader
    return {language: frozenset(words) for language, words in raw.items()}


def languages() -> tuple[str, ...]:
    """Languages that have a lexicon."""
    return tuple(sorted(path.stem for path in (FOLDER / "cues").glob("*.yaml")))
