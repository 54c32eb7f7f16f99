"""The extractor's data is valid under its schemas, and every place is found by each of its names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from vendorlint.schemas.schema import schema, schema_url
from vendorlint_extractor.language.language import languages
from vendorlint_extractor.language.places import read_places
from vendorlint_extractor.shipped import ROOT

SCHEMAS = {
    "ontology.yaml": "ontology",
    "documents/words.yaml": "words",
    "documents/lookalikes.yaml": "lookalikes",
    "language/languages.yaml": "languages",
    "language/places.yaml": "places",
    "language/cues/*.yaml": "cues",
    "language/regions.yaml": "regions",
    "language/scopes/*.yaml": "scopes",
    "language/concepts/*/*.yaml": "concepts",
    "facts/*/*.yaml": "definition",
    "questions/families/*.yaml": "questions",
}
FILES = [(path, name) for files, name in SCHEMAS.items() for path in sorted(ROOT.glob(files))]
# A definition's parts have the form of an organisation's own.
REGISTRY = Registry().with_resource(schema_url("fact"), Resource.from_contents(schema("fact"), DRAFT7))


def errors(data: Any, name: str) -> list[str]:
    loaded = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(loaded)
    found = jsonschema.Draft7Validator(loaded, registry=REGISTRY).iter_errors(data)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in found]


@pytest.mark.parametrize(("path", "name"), [pytest.param(*each, id=str(each[0].relative_to(ROOT))) for each in FILES])
def test_a_file_is_valid_under_its_schema(path: Path, name: str) -> None:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert list(keys_that_are_no_text(raw)) == []
    assert errors(raw, name) == []


def keys_that_are_no_text(node: Any) -> Iterator[object]:
    """Keys that YAML reads as something else, as NO, which is Norway to a person; a schema knows keys as text only."""
    if isinstance(node, dict):
        yield from (key for key in node if not isinstance(key, str))
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from keys_that_are_no_text(inner)


def test_every_file_has_a_schema() -> None:
    assert {path for path, _ in FILES} == set(ROOT.rglob("*.yaml"))


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("places", {"en": {"no": ["norway"]}, "fr": {"NO": ["norvege"]}}, "en: 'no' does not match"),
        ("places", {"en": {"NO": ["Norway"]}, "fr": {"NO": ["norvege"]}}, "en/NO/0: 'Norway' does not match"),
        ("languages", {"en": ["the"] * 10, "fr": [False] * 10}, "fr/0: False is not of type 'string'"),
        ("concepts", [{"tag": "VENDOR", "phrase": ["we"]}], "0: Additional properties are not allowed ('phrase'"),
        ("definition", {"kind": "derived"}, ": 'derive' is a required property"),
        ("definition", {"kind": "date", "languages": {"en": {"readings": [{"none": ["a"]}]}}}, "'all' is a required"),
        ("questions", {"ask": {"en": "What?"}, "examples": {}}, "ask: 'fr' is a required property"),
        ("ontology", {"a.b": {"title": "A", "type": "set", "meaning": "B"}}, "a.b: 'values' is a required property"),
    ],
)
def test_what_a_schema_refuses(name: str, data: Any, found: str) -> None:
    assert any(found in each for each in errors(data, name))


@pytest.mark.parametrize("language", languages())
def test_every_place_is_found_by_its_names(language: str) -> None:
    places = yaml.safe_load((ROOT / "language" / "places.yaml").read_text(encoding="utf-8"))[language]
    known = read_places(language)
    read = {(code, name): known.read(name) for code, names in places.items() for name in names}
    assert {each: code for each, code in read.items() if code != each[0]} == {}
