"""The definitions that ship say nothing twice, and nothing at a length that nobody reads."""

from __future__ import annotations

import collections
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from vendorlint_extractor.lexicon import languages, load_cues
from vendorlint_extractor.macros import Source
from vendorlint_extractor.ontology import ROOT
from vendorlint_extractor.readings import iter_patterns

LONGEST = 300
CALL = re.compile(r"\{[a-z][a-z0-9_]*\}")


def bodies() -> Iterator[Any]:
    for path in sorted((ROOT / "facts").glob("*/*.yaml")):
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        for language, body in raw.get("languages", {}).items():
            yield pytest.param(path, body, id=f"{path.parent.name}.{path.stem}-{language}")


def listed(source: Source) -> list[str]:
    return [source] if isinstance(source, str) else list(source)


def written(body: dict[str, Any]) -> list[str]:
    """Every pattern of a language's part of a definition, words and all. What only calls a macro is a name and no pattern."""
    words = [text for source in body.get("words", {}).values() for text in listed(source)]
    texts = [*words, *(text for _, text, _ in iter_patterns(body))]
    return [text for text in texts if not CALL.fullmatch(text)]


@pytest.mark.parametrize(("path", "body"), bodies())
def test_no_pattern_is_long(path: Path, body: dict[str, Any]) -> None:
    assert [text for text in written(body) if len(text) > LONGEST] == []


@pytest.mark.parametrize(("path", "body"), bodies())
def test_no_pattern_is_written_twice(path: Path, body: dict[str, Any]) -> None:
    assert [text for text, count in collections.Counter(written(body)).items() if count > 1] == []


@pytest.mark.parametrize(("path", "body"), bodies())
def test_no_two_readings_have_the_same_none(path: Path, body: dict[str, Any]) -> None:
    """A list that several share has a name, by which each calls it."""
    said = [each for entry in body["readings"] for each in entry.get("values", {}).values() if isinstance(each, dict)]
    places = [each for entry in body["readings"] for each in entry.get("where", ())]
    lists = [tuple(sorted(part.get("none", ()))) for part in (*body["readings"], *said, *places)]
    shared = collections.Counter(each for each in lists if each and not (len(each) == 1 and CALL.fullmatch(each[0])))
    assert [each for each, count in shared.items() if count > 1] == []


@pytest.mark.parametrize("language", languages())
def test_no_macro_is_long(language: str) -> None:
    macros = load_cues(language)["macros"]
    assert [text for source in macros.values() for text in listed(source) if len(text) > LONGEST] == []


@pytest.mark.parametrize("language", languages())
def test_no_macro_serves_one_fact_alone(language: str) -> None:
    cues = load_cues(language)
    users = collections.defaultdict(set)
    for path in (ROOT / "facts").glob("*/*.yaml"):
        head = path.read_text(encoding="utf-8").partition("\nexamples:\n")[0]
        for called in reached(yaml.safe_load(head).get("languages", {}).get(language), cues["macros"]):
            users[called].add(path.stem)
    for key, value in cues.items():
        if key != "macros":
            for called in reached(value, cues["macros"]):
                users[called] |= {"the cues", "and what they serve"}
    assert [name for name in cues["macros"] if len(users[name]) < 2] == []


def reached(node: object, macros: dict[str, Source]) -> set[str]:
    """The macros that are called anywhere in a node, and those that these call."""
    waiting, found = [name[1:-1] for name in CALL.findall(repr(node))], set()
    while waiting:
        name = waiting.pop()
        if name in macros and name not in found:
            found.add(name)
            waiting += [each[1:-1] for each in CALL.findall(repr(macros[name]))]
    return found
