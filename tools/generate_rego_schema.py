"""Writes the schema of Rego's `input` from the ontology; with --check it only says whether that is stale.

`opa check --schema rego/schemas` reads it, so that a rule which names a fact or a key that does not exist is refused.
It is apart from the JSON Schema of facts files because OPA's type checker knows no if/then and no conditions on values.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from vendorlint_extractor.ontology import FactInfo, facts

TARGET = Path(__file__).parent.parent / "rego" / "schemas" / "input.json"
TEXT = {"type": "string"}
NUMBER = {"type": "number"}
VALUES: dict[str, dict[str, Any]] = {
    "flag": {"type": "boolean"},
    "number": NUMBER,
    "text": TEXT,
    "texts": {"type": "array", "items": TEXT},
}
FORMS = {"bool": "flag", "int": "number", "number": "number", "set": "texts"}


def input_schema(known: Iterable[FactInfo]) -> dict[str, Any]:
    """The schema of `input` with the facts in `known`, nested by their dotted names."""
    note = _object({"kind": TEXT, "place": TEXT, "words": NUMBER})
    texts = dict.fromkeys(("id", "path", "sha256", "type", "language", "effective_date"), TEXT)
    document = _object(texts | {"notes": _list(note)})
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "What a vendorlint rule sees as input: a facts file",
        **_object(
            {
                "version": NUMBER,
                "vendor": TEXT,
                "documents": _list(document),
                "facts": _nested(known),
                "incorporated": _list(_incorporated()),
            }
        ),
        "definitions": {form: _node(value) for form, value in VALUES.items()} | {"evidence": _evidence()},
    }


def _incorporated() -> dict[str, Any]:
    """A document that the terms make part of themselves."""
    texts = dict.fromkeys(("type", "name", "link"), TEXT)
    return _object(texts | {"documents": VALUES["texts"], "evidence": _list(_ref("evidence"))})


def _nested(known: Iterable[FactInfo]) -> dict[str, Any]:
    root = _object({})
    for info in known:
        *folders, name = info.id.split(".")
        place = root
        for folder in folders:
            place = place["properties"].setdefault(folder, _object({}))
        place["properties"][name] = _ref(FORMS.get(info.type, "text"))
    return root


def _node(value: dict[str, Any]) -> dict[str, Any]:
    side = {"value": value, "confidence": TEXT, "read_by": VALUES["texts"], "evidence": _list(_ref("evidence"))}
    review = _object(
        dict.fromkeys(("status", "by", "date", "reason", "note", "assigned_to"), TEXT) | {"read": _list(_object(side))}
    )
    beside = dict.fromkeys(("conflict", "set_aside"), _list(_object(side)))
    doubts = _object({"evidence": _list(_ref("evidence"))})
    return _object(side | beside | {"model_only": VALUES["texts"], "doubts": doubts, "review": review})


def _evidence() -> dict[str, Any]:
    texts = dict.fromkeys(("document", "section", "number", "place", "quote", "role"), TEXT)
    return _object(texts | {"lines": _list(NUMBER), "column": NUMBER, "words": _list(TEXT), "states": _list(TEXT)})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _ref(definition: str) -> dict[str, Any]:
    return {"$ref": f"#/definitions/{definition}"}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def main(arguments: list[str]) -> int:
    """Write the schema, or compare it. Returns the exit code."""
    text = json.dumps(input_schema(facts().values()), indent=1) + "\n"
    if "--check" in arguments:
        fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text
        if not fresh:
            print(f"{TARGET}: is stale; run python tools/generate_rego_schema.py", file=sys.stderr)  # noqa: T201
        return 0 if fresh else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
