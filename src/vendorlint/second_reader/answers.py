"""What a model answered, taken apart: readings that may be, and why others are refused."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import ascii_letters
from typing import Any

from vendorlint.facts.grounds import fault
from vendorlint.facts.quotes import fold_space
from vendorlint.facts.readings import Reading
from vendorlint.schemas.schema import PLANS
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.questions.question import Question

MOST = 200  # answers to one question
_FENCE = "```"
_THOUGHTS = "</think>"  # behind which reasoning models answer
_TYPES = {"bool": "boolean", "int": "integer", "number": "number"}


class MalformedError(Exception):
    """An answer that is none of the form that was asked for."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The readings in an answer that are in order, whether or not their quotes stand; and why others are refused."""

    readings: tuple[Reading, ...]
    refused: tuple[str, ...]


def answer_schema(question: Question, infos: Mapping[str, FactInfo]) -> dict[str, Any]:
    """The JSON Schema of an answer to a question, in the part of the language that servers take."""
    answers = [_one(infos[fact]) for fact in question.facts]
    listed = {"type": "array", "items": {"anyOf": answers}}
    return _object({"answers": listed})


def _one(info: FactInfo) -> dict[str, Any]:
    value: dict[str, Any] = {"type": _TYPES.get(info.type, "string")}
    if info.values:
        value["enum"] = list(info.values)
    scope = {"region": _text(), "plan": {"type": ["string", "null"], "enum": [*PLANS, None]}, "feature": _text()}
    scoped = {"anyOf": [_object(scope), {"type": "null"}]}
    fact = {"type": "string", "enum": [info.id]}
    return _object({"fact": fact, "value": value, "quote": {"type": "string"}, "scope": scoped})


def _text() -> dict[str, Any]:
    return {"type": ["string", "null"]}


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def parsed(text: str, question: Question, infos: Mapping[str, FactInfo]) -> Parsed:
    """The readings in an answer. Raises MalformedError."""
    readings: list[Reading] = []
    refused: list[str] = []
    for entry in _entries(text):
        for raw in _each_value(entry):
            if raw["value"] is None:  # that it is silent
                continue
            reading = _reading(raw, question)
            why = "not asked" if reading is None else fault(reading, infos)
            if reading is None or why:
                refused.append(why or "not asked")
            else:
                readings.append(reading)
    return Parsed(tuple(dict.fromkeys(readings)), tuple(refused))


def _unfenced(answer: str) -> str:
    """An answer without the fence of a block of code, and the name of its language."""
    if not (answer.startswith(_FENCE) and answer.endswith(_FENCE)):
        return answer
    return answer.removeprefix(_FENCE).removesuffix(_FENCE).lstrip(ascii_letters)


def _entries(text: str) -> list[Any]:
    answer = _unfenced(text.rpartition(_THOUGHTS)[2].strip())
    try:
        entries = json.loads(answer)["answers"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise MalformedError from None
    if not isinstance(entries, list):
        raise MalformedError
    return entries[:MOST]


def _each_value(entry: Any) -> Iterator[dict[str, Any]]:
    """The entry, or one for each of several values that it gives."""
    if not isinstance(entry, Mapping) or "value" not in entry:
        yield {"value": False, "fact": None}
    elif isinstance(entry["value"], list):
        yield from ({**entry, "value": value} for value in entry["value"])
    else:
        yield dict(entry)


def _reading(raw: Mapping[str, Any], question: Question) -> Reading | None:
    """None for an answer that no question was about."""
    fact, quote, scope = raw.get("fact"), raw.get("quote"), raw.get("scope")
    if fact not in question.facts or not isinstance(fact, str):
        return None
    said = {key: value for key, value in scope.items() if value} if isinstance(scope, Mapping) else scope or {}
    kept = tuple(sorted(said.items())) if isinstance(said, Mapping) else (("scope", str(said)),)
    value = raw["value"]
    if not isinstance(value, (bool, int, float, str)) or any(not isinstance(each, str) for _, each in kept):
        value, kept = "", ()  # no value of any fact
    return Reading(fact, value, question.document, fold_space(quote) if isinstance(quote, str) else "", kept)
