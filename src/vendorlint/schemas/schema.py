"""The JSON Schemas (draft-07) of every file that people write and of every JSON that is printed, and the check of a file against one."""

from __future__ import annotations

import datetime
import functools
import hashlib
import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vendorlint.errors import InputError, InputErrors
from vendorlint.files.yaml.document import YamlDocument
from vendorlint.place import Position

if TYPE_CHECKING:
    from jsonschema import Draft7Validator
    from jsonschema.exceptions import ValidationError

    from vendorlint_extractor.ontology import FactInfo

ROOT = Path(__file__).parent
MAX_ERRORS = 100  # of a file that are put into words
BASE = "https://raw.githubusercontent.com/vendorlint/vendorlint/main/src/vendorlint/schemas"
DATE = {
    "type": "string",
    "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
    "errorMessage": 'expected a date such as "2026-11-24"',
}
REGION = "^(EEA|UK|[A-Z]{2}(-[A-Z0-9]{1,3})?)$"  # as in scopes: the United Kingdom is UK there, as terms have it
PLANS = ("free", "trial", "beta", "pilot", "consumer", "business", "enterprise")
CODE = "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"
NAMES = (
    "config",
    "user",
    "facts",
    "fact",
    "policy",
    "lock",
    "vendor",
    "rule",
    "waivers",
    "baseline",
    "report",
    "changes",
    "comparison",
    "history",
)


def schema_url(name: str) -> str:
    """Where editors find the schema."""
    return f"{BASE}/{name}.schema.json"


@dataclass(frozen=True, eq=False)
class FileSchema:
    """A schema and the check of files against it. `own` are the ids of those facts in it that do not ship."""

    content: dict[str, Any]
    own: tuple[str, ...] = ()

    def validate(self, document: YamlDocument) -> None:
        """Check a document. Raises InputErrors with all errors, in the order of lines."""
        if document.meets(self._digest):
            return
        found = list(self._validator.iter_errors(document.value))
        if found:
            from vendorlint.schemas.errors import schema_errors

            known = (*fact_ids(), *self.own)
            errors = (error for each in found for error in schema_errors(document, each, known))
            raise InputErrors(sorted(itertools.islice(errors, MAX_ERRORS), key=_position))
        document.found_to_meet(self._digest)

    @functools.cached_property
    def _digest(self) -> str:
        """Names all that the check depends on."""
        return hashlib.sha256(json.dumps(self.content).encode() + Path(__file__).read_bytes()).hexdigest()

    @functools.cached_property
    def _validator(self) -> Draft7Validator:
        from jsonschema import Draft7Validator, validators

        checks = {**Draft7Validator.VALIDATORS, "pattern": _pattern}
        checked: Draft7Validator = validators.extend(Draft7Validator, checks)(self.content)  # type: ignore[no-untyped-call]
        return checked


def _pattern(_: Any, pattern: str, value: object, __: Mapping[str, Any]) -> Iterator[ValidationError]:
    """The keyword, for which a date is one that there is: February has no 30th."""
    from jsonschema.exceptions import ValidationError

    if isinstance(value, str) and not (re.search(pattern, value) and (pattern != DATE["pattern"] or _is_date(value))):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def _is_date(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _position(error: InputError) -> Position:
    return error.file_place.position if error.file_place else (0, 0)


@functools.cache
def schema(name: str) -> dict[str, Any]:
    """The schema called `name`, one of NAMES, as it ships."""
    return _read(name)


def facts_schema(own: Sequence[FactInfo]) -> FileSchema:
    """The schema of facts files with an organisation's own facts."""
    if not own:
        return _shipped("facts")
    content = _read("facts")
    add_facts(content["properties"]["facts"], own)
    return FileSchema(content, tuple(info.id for info in own))


def validate(document: YamlDocument, name: str) -> None:
    """Check a document against a schema as it ships. Raises InputErrors with all errors, in the order of lines."""
    _shipped(name).validate(document)


@functools.cache
def _shipped(name: str) -> FileSchema:
    return FileSchema(schema(name))


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((ROOT / f"{name}.schema.json").read_text(encoding="utf-8"))
    return content


def add_facts(folder: dict[str, Any], infos: Iterable[FactInfo]) -> None:
    """Put the facts into the schema of a folder of facts, nested by their dotted names."""
    for info in infos:
        *folders, name = info.id.split(".")
        place = folder["properties"]
        for part in folders:
            inner = {"type": "object", "additionalProperties": False, "properties": {}}
            place = place.setdefault(part, inner)["properties"]
        value = _value(info)
        sides = {"items": {"properties": {"value": value}}}
        place[name] = {
            "title": info.title,
            "description": info.meaning,
            "allOf": [{"$ref": "#/definitions/fact"}],
            "properties": {"value": value, "conflict": sides, "elsewhere": sides},
        }


@functools.cache
def fact_ids() -> tuple[str, ...]:
    """The ids of the facts that ship, as the schema of facts files nests them."""
    return tuple(_leaves(schema("facts")["properties"]["facts"], ()))


def document_types() -> tuple[str, ...]:
    """The types that a document may have."""
    return tuple(schema("facts")["properties"]["documents"]["items"]["properties"]["type"]["enum"])


def _leaves(node: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    if "allOf" in node:
        yield ".".join(path)
        return
    for name, inner in node["properties"].items():
        yield from _leaves(inner, (*path, name))


def _value(info: FactInfo) -> dict[str, Any]:
    """The schema of a fact's value."""
    word: dict[str, Any] = {"type": "string", "minLength": 1}
    code = {"type": "string", "pattern": CODE, "errorMessage": "expected an ISO 3166 code such as FR or US-CA"}
    choice: dict[str, Any] = {"enum": list(info.values)}
    return {
        "bool": {"type": "boolean"},
        "enum": choice,
        "set": {"type": "array", "minItems": 1, "uniqueItems": True, "items": choice},
        "int": {"type": "integer", "minimum": 0},
        "number": {"type": "number", "minimum": 0},
        "date": DATE,
        "code": code,
        "text": word,
    }[info.type]
