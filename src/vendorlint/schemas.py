"""The JSON Schemas (draft-07) of every file that people write and of the report, and the check of a file against one."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vendorlint.errors import InputErrors
from vendorlint.yamlio import YamlDocument

if TYPE_CHECKING:
    from jsonschema import Draft7Validator

ROOT = Path(__file__).with_suffix("")
BASE = "https://raw.githubusercontent.com/vendorlint/vendorlint/main/src/vendorlint/schemas"
NAMES = ("config", "facts", "policy", "vendor", "rule", "report", "waivers", "baseline")


def schema_url(name: str) -> str:
    """Where editors find the schema."""
    return f"{BASE}/{name}.schema.json"


@functools.cache
def schema(name: str) -> dict[str, Any]:
    """The schema called `name`, one of NAMES."""
    loaded: dict[str, Any] = json.loads((ROOT / f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded


@functools.cache
def fact_ids() -> tuple[str, ...]:
    """The ids of all facts, as the schema of facts files nests them."""
    return tuple(_leaves(schema("facts")["properties"]["facts"], ()))


def validate(document: YamlDocument, name: str) -> None:
    """Check a document against a schema. Raises InputErrors with all errors, in the order of lines."""
    found = list(_validator(name).iter_errors(document.value))
    if found:
        from vendorlint.schema_errors import explain

        errors = [error for each in found for error in explain(document, each)]
        raise InputErrors(sorted(errors, key=lambda error: (error.line or 0, error.column or 0)))


@functools.cache
def _validator(name: str) -> Draft7Validator:
    from jsonschema import Draft7Validator

    return Draft7Validator(schema(name))


def _leaves(node: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    if "allOf" in node:
        yield ".".join(path)
        return
    for name, inner in node["properties"].items():
        yield from _leaves(inner, (*path, name))
