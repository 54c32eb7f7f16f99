"""The definitions that ship say nothing twice, and nothing at a length that nobody reads."""

from __future__ import annotations

import collections
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from vendorlint_extractor.language.cues import read_cues
from vendorlint_extractor.language.language import languages
from vendorlint_extractor.language.macros import Source
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.readings.definitions import DefinitionError, load_definition
from vendorlint_extractor.readings.reading import iter_patterns
from vendorlint_extractor.shipped import ROOT

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


@pytest.mark.parametrize(("path", "body"), list(bodies()))
def test_no_pattern_is_long(path: Path, body: dict[str, Any]) -> None:
    assert [text for text in written(body) if len(text) > LONGEST] == []


@pytest.mark.parametrize(("path", "body"), list(bodies()))
def test_no_pattern_is_written_twice(path: Path, body: dict[str, Any]) -> None:
    assert [text for text, count in collections.Counter(written(body)).items() if count > 1] == []


@pytest.mark.parametrize(("path", "body"), list(bodies()))
def test_no_two_readings_have_the_same_none(path: Path, body: dict[str, Any]) -> None:
    """A list that several share has a name, by which each calls it."""
    said = [each for entry in body["readings"] for each in entry.get("values", {}).values() if isinstance(each, dict)]
    places = [each for entry in body["readings"] for each in entry.get("where", ())]
    lists = [tuple(sorted(part.get("none", ()))) for part in (*body["readings"], *said, *places)]
    shared = collections.Counter(each for each in lists if each and not (len(each) == 1 and CALL.fullmatch(each[0])))
    assert [each for each, count in shared.items() if count > 1] == []


@pytest.mark.parametrize("language", languages())
def test_no_macro_is_long(language: str) -> None:
    cues = read_cues(language)
    sources = cues["macros"].values()  # the schema limits other cues
    assert [text for source in sources for text in listed(source) if len(text) > LONGEST] == []


@pytest.mark.parametrize("language", languages())
def test_no_macro_serves_one_fact_alone(language: str) -> None:
    cues = read_cues(language)
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


def load(folder: Path, body: str) -> list[tuple[object, ...]]:
    """The readings of an English definition of a set, shortly: value, all, none, section, actor."""
    path = folder / "fact.yaml"
    path.write_text("kind: presence\nlanguages:\n  en:\n" + body, encoding="utf-8")
    info = FactInfo("a.b", "A", "set", ("x", "y"), "B")
    readings = load_definition(
        path, path.read_text(), info, {"kind", "languages"}, {"en": read_cues("en")["macros"]}
    ).readings["en"]
    return [(each.value, each.all, each.none, each.section, "|".join(sorted(each.actor))) for each in readings]


def test_short_forms_are_written_out_value_by_value_and_place_by_place(tmp_path: Path) -> None:
    body = """\
    words: {both: [a, b], all_of_it: 'c {both}', titled: t}
    none: ['{both}']
    readings:
      - values: {x: '{all_of_it}', y: {any: [y1, y2], none: [n]}}
        all: ['{value}', z]
        where:
          - {all: [w], section: '{titled}'}
          - {none: [o], actor: VENDOR}
"""
    assert load(tmp_path, body) == [
        ("x", ("w", "c (?:a|b)", "z"), ("a", "b"), "t", "any"),
        ("x", ("c (?:a|b)", "z"), ("o", "a", "b"), None, "VENDOR"),
        ("y", ("w", "y1", "z"), ("n", "a", "b"), "t", "any"),
        ("y", ("y1", "z"), ("n", "o", "a", "b"), None, "VENDOR"),
        ("y", ("w", "y2", "z"), ("n", "a", "b"), "t", "any"),
        ("y", ("y2", "z"), ("n", "o", "a", "b"), None, "VENDOR"),
    ]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("    words: {a: '{b}', b: '{a}'}\n    readings: [{all: ['{a}']}]\n",
         "the word 'a' cannot be filled in: '{a}' calls itself by way of a, b"),
        ("    words: {will: a}\n    readings: [{all: ['{will}']}]\n", "the word 'will' hides the macro of en.yaml that has its name"),
        ("    words: {a: b, c: '{a}'}\n    readings: [{all: ['d']}]\n", "the word 'a' is called by no pattern"),
        ("    readings: [{all: ['{a}']}]\n", "a pattern of en: '{a}' is no word of the definition and no macro of en.yaml"),
        ("    readings: [{all: ['{value}']}]\n", "a pattern of en: '{value}' is no word of the definition and no macro of en.yaml"),
        ("    readings: [{value: x, values: {x: a}, all: ['{value}']}]\n", "a reading has 'value' or 'values', not both"),
        ("    readings: [{values: {x: a}, all: [b]}]\n", "no pattern of a reading with 'values' calls {value}"),
        ("    readings: [{values: {z: a}, all: ['{value}']}]\n", "value 'z' is not one of x, y"),
        ("    readings: [{values: {x: {any: [a], all: [b]}}, all: ['{value}']}]\n", "unknown key 'all' in values.x; expected some of any, none"),
        ("    readings: [{all: [a], where: [{value: x}]}]\n", "unknown key 'value' in a place of 'where'; expected some of actor, all, banned_only, cites, "
         "confidence, head, near, negated, none, rank, regardless, requires, section, unit, written"),
        ("    readings: [{all: ['(']}]\n", "pattern '(': b'missing ): ('"),
        ("    nones: []\n    readings: []\n", "unknown key 'nones' in languages.en; expected some of foremost, narrower, none, readings, words"),
    ],
)  # fmt: skip
def test_a_definition_that_is_wrong(tmp_path: Path, body: str, message: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        load(tmp_path, body)
    assert str(caught.value) == f"{tmp_path / 'fact.yaml'}: {message}"
