"""The errors of a JSON Schema check in words: where, what was found, what was expected.

A schema may bring its own words as `errorMessage`, as some editors read it too.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from vendorlint.errors import InputError
from vendorlint.files.yaml.document import Pointer, YamlDocument
from vendorlint.near import did_you_mean

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

MAX_SHOWN = 60  # characters of a wrong value in a message

_TYPES = {
    "object": "a mapping",
    "array": "a list",
    "string": "a string",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}


def schema_errors(document: YamlDocument, error: ValidationError, facts: Collection[str]) -> Iterator[InputError]:
    """The errors, one or more, that a failed keyword of a schema stands for; `facts` are the ids of those that exist."""
    pointer: Pointer = tuple(error.absolute_path)
    instance: Any = error.instance
    parent: Any = error.schema
    if error.validator == "additionalProperties":
        known = list(parent["properties"])
        for key in instance:
            if key not in known:
                yield document.key_error((*pointer, key), _unknown(error, pointer, key, known, facts))
    elif error.validator == "required":
        missing = next(key for key in parent["required"] if error.message.startswith(f"'{key}' "))
        yield document.error(pointer, f"the key '{missing}' is missing")
    else:
        yield document.error(pointer, _message(str(error.validator), instance, error.validator_value, parent, error))


def _unknown(error: ValidationError, pointer: Pointer, key: str, known: list[str], facts: Collection[str]) -> str:
    is_fact = pointer[:1] == ("facts",) and "allOf" not in error.absolute_schema_path
    if is_fact:
        folder = ".".join(str(part) for part in (*pointer[1:], ""))
        siblings = (folder + name for name in known)
        return f"unknown fact '{folder}{key}'{did_you_mean(folder + key, [*siblings, *facts])}"
    return f"unknown key '{key}'{did_you_mean(key, known) or f'; expected one of {_list(known)}'}"


def _message(keyword: str, instance: Any, wanted: Any, parent: Any, error: ValidationError) -> str:
    own: str | None = parent.get("errorMessage")
    if own and keyword == "not":
        return own
    if keyword in ("minLength", "minItems", "minProperties") and not instance:
        return "is empty"
    if keyword in ("minItems", "maxItems"):
        count = "1 entry" if len(instance) == 1 else f"{len(instance)} entries"
        return f"has {count}; expected {wanted}{' or more' if keyword == 'minItems' else ''}"
    if keyword == "uniqueItems":
        return "an entry stands here twice"
    expected = own or _expected(keyword, instance, wanted)
    return f"found {_shown(instance)}; {expected}" if expected else error.message


def _expected(keyword: str, instance: object, wanted: Any) -> str | None:
    match keyword:
        case "type":
            return f"expected {' or '.join(_TYPES[name] for name in ([wanted] if isinstance(wanted, str) else wanted))}"
        case "enum":
            near = did_you_mean(instance, wanted) if isinstance(instance, str) else ""
            return f"expected one of {_list(wanted)}{near}"
        case "const":
            return f"expected {wanted}"
        case "minimum":
            return f"expected {wanted} or more"
    return None


def _list(words: list[str]) -> str:
    return ", ".join(words)


def _shown(value: object) -> str:
    """A value as it stands in the file, cut where it is long."""
    if value is None:
        return "nothing"
    if isinstance(value, Mapping | list):
        return _TYPES["object" if isinstance(value, Mapping) else "array"]
    text = f"'{value}'" if isinstance(value, str) else json.dumps(value)
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"
