"""Writes the JSON Schema of facts files from the ontology; with --check it only says whether that is stale."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from vendorlint.schemas.schema import DATE, PLANS, REGION, add_facts, schema_url
from vendorlint_extractor.documents.notes import KINDS as NOTE_KINDS
from vendorlint_extractor.ontology import FactInfo, facts
from vendorlint_extractor.readings.incorporated import HEALTH, SPECIFIC

TARGET = Path(__file__).parent.parent / "src" / "vendorlint" / "schemas" / "facts.schema.json"
VENDOR = {
    "type": "string",
    "pattern": "^[a-z0-9][a-z0-9-]*$",
    "description": "The vendor's id: the name of its folder.",
    "errorMessage": "expected lower-case letters, digits and '-'",
}
WORD = {"type": "string", "minLength": 1}


def facts_schema(known: Iterable[FactInfo]) -> dict[str, Any]:
    """The schema of facts files that hold the facts in `known`, nested by their dotted names."""
    infos = list(known)
    types = next(info for info in infos if info.id == "document.type")
    languages = next(info for info in infos if info.id == "document.language")
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": schema_url("facts"),
        "title": "vendorlint facts",
        "description": "What a vendor's terms state, each fact with the clause that proves it. Absent: not stated.",
        **_object(
            {
                "version": {"const": 1, "description": "The version of this file's form."},
                "form": {"enum": ["brief"], "description": "How it is written: without it, with whole quotes."},
                "vendor": VENDOR,
                "documents": {"type": "array", "minItems": 1, "items": _document(types.values, languages.values)},
                "unread": {
                    "description": "Documents of which nothing was read.",
                    "type": "array",
                    "minItems": 1,
                    "items": _unread(),
                },
                "customer": _customer(),
                "facts": _folder(infos),
                "incorporated": {
                    "description": "Documents that the terms make part of themselves or binding by reference.",
                    "type": "array",
                    "items": _object(
                        {
                            "type": {"enum": [*types.values, HEALTH, SPECIFIC]},
                            "name": WORD | {"description": "The words that name it."},
                            "link": WORD | {"description": "Where the terms say that it is."},
                            "documents": {
                                "description": "Those of the documents above that are of its type or have its name; empty where it is missing.",
                                "type": "array",
                                "items": WORD,
                            },
                            "evidence": _ref("evidence"),
                        },
                        required=["type", "name", "documents", "evidence"],
                    ),
                },
                "candidates": {
                    "description": "Of facts that are not stated, the clauses closest to saying something of them; "
                    "no evidence, and nothing rests on them.",
                    "type": "object",
                    "additionalProperties": {"type": "array", "minItems": 1, "maxItems": 5, "items": _candidate()},
                },
                "stale_reviews": {
                    "description": "Reviews of facts that the documents no longer state; delete them once read.",
                    "type": "array",
                    "items": _object({"fact": WORD, "review": _ref("review")}, required=["fact", "review"]),
                },
                "second_reader": {
                    "description": "What a language model read (extract --second-reader); the facts are made of it anew in each run.",
                    "type": "array",
                    "minItems": 1,
                    "items": _round(),
                },
                "extracted_by": _extracted_by(),
                "clauses": _clauses(),
            },
            required=["version", "vendor", "documents", "facts"],
        ),
        "definitions": {
            "fact": _fact(),
            "side": _object({"scope": _ref("scope"), **_SIDE, **_READ_BY}, required=list(_SIDE)),
            "elsewhere": _object({"scope": _ref("scope"), **_SIDE, **_READ_BY}, required=["scope", *_SIDE]),
            "outranked": _object({"scope": _ref("scope"), **_SIDE, **_READ_BY}, required=list(_SIDE)),
            "scope": _scope(),
            "confidence": {"enum": ["high", "medium", "low"]},
            "evidence": {"type": "array", "minItems": 1, "items": _evidence()},
            "review": _review(),
        },
    }


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "required": required, "additionalProperties": False, "properties": properties}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/definitions/{name}"}


_SIDE: dict[str, Any] = {"value": {}, "confidence": _ref("confidence"), "evidence": _ref("evidence")}
_READ_BY: dict[str, Any] = {
    "read_by": {
        "description": "Who read it, where a second reader did; patterns alone otherwise.",
        "enum": [["model"], ["patterns", "model"]],
    }
}


def _round() -> dict[str, Any]:
    """What one model read on one day."""
    reading = _object(
        {
            "fact": WORD,
            "value": {"type": ["boolean", "number", "string"], "description": "Of a set one of its values."},
            "document": WORD | {"description": "The id of one of the documents above."},
            "quote": WORD | {"description": "Verbatim, white space folded."},
            "scope": _ref("scope"),
        },
        required=["fact", "value", "document", "quote"],
    )
    return _object(
        {
            "model": WORD | {"description": "Its name, as its server calls it."},
            "prompts": _digest(12) | {"description": "Digest of the prompts that it was asked by."},
            "date": DATE,
            "documents": {
                "description": "Digest of each document as it was when the model was asked, by the document's id.",
                "type": "object",
                "additionalProperties": _digest(12),
            },
            "readings": {"type": "array", "minItems": 1, "items": reading},
        },
        required=["model", "prompts", "date", "documents", "readings"],
    )


def _document(types: tuple[str, ...], languages: tuple[str, ...]) -> dict[str, Any]:
    return _object(
        {
            "id": WORD | {"description": "Its file's name without the ending, unless given otherwise."},
            "path": WORD | {"description": "Relative to this file's folder, and inside it."},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$", "errorMessage": "expected 64 hexadecimal digits"},
            "type": {"enum": list(types)},
            "language": {"enum": list(languages)},
            "effective_date": DATE,
            "set_aside": {
                "type": "number",
                "minimum": 0,
                "maximum": 1,
                "description": "The share of its words that hold for others than the customer, or state nothing, where that is most.",
            },
            "listing": WORD
            | {"description": "Why nothing was read of it, where it is a table or a list that states no fact."},
            "notes": {
                "description": "Where a person sees something else than what was read: struck, hidden, not filled in and the like.",
                "type": "array",
                "minItems": 1,
                "items": _note(),
            },
        },
        required=["id", "path", "sha256", "type", "language"],
    )


def _note() -> dict[str, Any]:
    place = {"type": "string", "description": "Where in the document; empty for the document as a whole."}
    words = {"type": "integer", "minimum": 1, "description": "How many."}
    shown = {"kind": {"enum": list(NOTE_KINDS)}, "place": place, "words": words}
    return _object(shown, required=list(shown))


def _unread() -> dict[str, Any]:
    line = {"type": "integer", "minimum": 1}
    return _object(
        {
            "path": WORD | {"description": "Relative to this file's folder, and inside it."},
            "reason": WORD,
            "line": line,
            "column": line,
        },
        required=["path", "reason"],
    ) | {"dependencies": {"line": ["column"], "column": ["line"]}}


def _folder(infos: list[FactInfo]) -> dict[str, Any]:
    folder: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": {}}
    add_facts(folder, infos)
    return folder


def _scope() -> dict[str, Any]:
    return _object(
        {
            "region": {
                "type": "string",
                "pattern": REGION,
                "description": "EEA, UK, or an ISO 3166 code.",
                "errorMessage": "expected EEA, UK or an ISO 3166 code such as BR or US-CA",
            },
            "plan": {"enum": list(PLANS)},
            "feature": WORD | {"description": "A product, a feature or a part of the service, as the terms call it."},
            "annex": WORD | {"description": "An annex of standard clauses, as the terms call it."},
            "party": WORD | {"description": "Whom alone it binds, as the terms call them."},
        },
        required=[],
    ) | {
        "minProperties": 1,
        "description": "For whom or what it holds, where that is not every customer of the service.",
    }


def _customer() -> dict[str, Any]:
    region = {"type": "string", "pattern": REGION}
    return _object(
        {
            "region": {"type": "array", "minItems": 1, "items": region},
            "plan": {"enum": list(PLANS)},
            "products": {"type": "array", "minItems": 1, "items": WORD},
        },
        required=[],
    ) | {"minProperties": 1, "description": "For whom the facts hold, as vendor.yaml names the customer."}


def _fact() -> dict[str, Any]:
    only_elsewhere = {"required": ["elsewhere"], "not": {"required": ["value"]}}
    both = "a conflict has its sides inside of it, and the worst value beside it; remove confidence and evidence"
    one_sided = {"not": {"anyOf": [{"required": [key]} for key in ("confidence", "evidence")]}, "errorMessage": both}
    status = {"properties": {"status": {"const": "overridden"}}, "required": ["status"]}
    overridden = {"properties": {"review": status}, "required": ["review"]}  # then no clause need prove it
    proved, value_alone = {"required": list(_SIDE)}, {"required": ["value", "confidence"]}
    return {
        **_object(
            {
                "value": {},
                "confidence": _ref("confidence"),
                "evidence": _ref("evidence"),
                "scope": _ref("scope"),
                **_READ_BY,
                "model_only": {
                    "description": "Of a set, the values that a second reader alone read.",
                    "type": "array",
                    "minItems": 1,
                    "items": WORD,
                },
                "conflict": {
                    "description": "What clauses say that disagree, the worst first, which is `value` then.",
                    "type": "array",
                    "minItems": 2,
                    "items": _ref("side"),
                },
                "elsewhere": {
                    "description": "What holds for others than this customer, the worst first.",
                    "type": "array",
                    "minItems": 1,
                    "items": _ref("elsewhere"),
                },
                "not_there": {
                    "const": True,
                    "description": "A person says that the terms do not state it, whatever was read (review.read).",
                },
                "set_aside": {
                    "description": "What is stated of it for a wider scope, or in documents that stand behind others in precedence.",
                    "type": "array",
                    "items": _ref("outranked"),
                },
                "doubts": {
                    **_object({"evidence": _ref("evidence")}, required=["evidence"]),
                    "description": "Clauses that may take back what is stated of it, which state nothing themselves.",
                },
                "review": _ref("review"),
            },
            required=[],
        ),
        "if": {"required": ["not_there"]},
        "then": _not_there(),
        "else": {
            "if": {"required": ["conflict"]},
            "then": one_sided,
            "else": {"if": only_elsewhere, "then": {}, "else": {"if": overridden, "then": value_alone, "else": proved}},
        },
    }


def _not_there() -> dict[str, Any]:
    """What else a fact has of which a person says that the terms do not state it."""
    message = "a fact that is not there has no value, and an override with what was read; run 'vendorlint review'"
    stated = [{"required": [key]} for key in (*_SIDE, "conflict")]
    review = {"properties": {"status": {"const": "overridden"}}, "required": ["status", "read"]}
    return {
        "not": {"anyOf": stated},
        "properties": {"review": review},
        "required": ["review"],
        "errorMessage": message,
    }


def _candidate() -> dict[str, Any]:
    number = {"type": "integer", "minimum": 1}
    pair = {"type": "array", "minItems": 2, "maxItems": 2, "items": number}
    return _object(
        {
            "document": WORD | {"description": "The id of one of the documents above."},
            "lines": pair | {"description": "First and last, from 1, of the text that 'vendorlint text' prints."},
            "columns": pair | {"description": "Of the first character and of the last, from 1."},
        },
        required=["document", "lines", "columns"],
    )


def _evidence() -> dict[str, Any]:
    line = {"type": "integer", "minimum": 1}
    evidence = _object(
        {
            "document": WORD | {"description": "The id of one of the documents above."},
            "section": WORD,
            "number": WORD | {"description": "Of the clause, as printed: 10.4(a)."},
            "place": WORD | {"description": "Where the lines stand in a document that is no text: page 3, line 12."},
            "lines": {
                "type": "array",
                "minItems": 2,
                "maxItems": 2,
                "items": line,
                "description": "First and last, from 1, of the text that 'vendorlint text' prints.",
            },
            "column": line,
            "quote": WORD | {"description": "Verbatim, white space folded."},
            "words": {"type": "array", "items": WORD, "description": "The telling words in the quote."},
            "states": {
                "type": "array",
                "items": WORD,
                "description": "Of a set, those of its values that the clause states.",
            },
            "role": {"enum": ["statement", "lead_in", "exception", "outranked"]},
            "starts": WORD | {"description": "In brief: the first words of a quote without telling ones."},
            "clause": _CLAUSE | {"description": "In brief: which of `clauses` it is, where its quote stands."},
        },
        required=[],
    )
    return evidence | {"if": {"required": ["clause"]}, "else": {"required": ["document", "lines", "quote"]}}


_CLAUSE = {
    "type": "string",
    "pattern": "^[0-9a-f]{16}(\\.[0-9]+)?$",
    "errorMessage": "expected 16 hexadecimal digits",
}


def _clauses() -> dict[str, Any]:
    """Where clauses stand that facts in brief rest on."""
    line = {"type": "integer", "minimum": 1}
    entry = _object(
        {
            "clause": _CLAUSE | {"description": "Digest of the quote, white space folded."},
            "document": WORD | {"description": "The id of one of the documents above."},
            "place": WORD,
            "lines": {"type": "array", "minItems": 2, "maxItems": 2, "items": line},
            "column": line,
            "length": line | {"description": "Of the quote, in characters."},
        },
        required=["clause", "document", "lines", "column", "length"],
    )
    return {"description": "In brief: where the clauses stand that facts rest on.", "type": "array", "items": entry}


def _extracted_by() -> dict[str, Any]:
    return _object(
        {
            "vendorlint": WORD | {"description": "Its version."},
            "definitions": _digest(12)
            | {"description": "Digest of the definitions and settings that facts are read by."},
            "facts": {
                "description": "Digest of each fact as it was written, its review left out.",
                "type": "object",
                "additionalProperties": _digest(8),
            },
            "file": _digest(12)
            | {"description": "Digest of the whole file but for itself; without it 'check' reads the terms again."},
        },
        required=["vendorlint", "definitions", "facts"],
    )


def _digest(digits: int) -> dict[str, str]:
    return {
        "type": "string",
        "pattern": f"^[0-9a-f]{{{digits}}}$",
        "errorMessage": f"expected {digits} hexadecimal digits",
    }


def _review() -> dict[str, Any]:
    overridden = {"properties": {"status": {"const": "overridden"}}}
    properties = _object(
        {
            "status": {
                "enum": ["confirmed", "overridden", "open", "stale"],
                "description": "open: seen, and not decided. stale: a clause that the review saw is gone, or one on the "
                "fact is new; review again.",
            },
            "by": WORD,
            "date": DATE,
            "reason": WORD | {"description": "Of an override: why the value is not the one that was read."},
            "note": WORD,
            "assigned_to": WORD | {"description": "Who is to decide, of a review that is open."},
            "read": {
                "description": "What the terms read as, where a person set another value.",
                "type": "array",
                "minItems": 1,
                "items": {"$ref": "#/definitions/side"},
            },
            "reviewed": {"description": "The value that a review was about before it went stale."},
            "seen": {
                "description": "The quotes that it saw.",
                "type": "array",
                "minItems": 1,
                "items": WORD,
            },
        },
        required=["status", "by", "date"],
    )
    return {**properties, "if": overridden, "then": {"required": ["reason"]}}


def main(arguments: list[str]) -> int:
    """Write the schema, or compare it. Returns the exit code."""
    text = json.dumps(facts_schema(facts().values()), indent=1, ensure_ascii=False) + "\n"
    if "--check" in arguments:
        fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text
        if not fresh:
            print(f"{TARGET}: is stale; run python tools/generate_facts_schema.py", file=sys.stderr)  # noqa: T201
        return 0 if fresh else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
