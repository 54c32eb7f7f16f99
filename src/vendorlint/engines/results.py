"""What rules answer: checked against the shape that reports rely on, and put in order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from vendorlint.choices import SEVERITIES, STATUSES
from vendorlint.errors import EngineError, InputError, InputErrors, VendorlintError
from vendorlint.policy.rules import RULES_PACKAGE, Module

RESULT_CHOICES: Mapping[str, tuple[str, ...]] = {"severity": SEVERITIES, "status": STATUSES}
RESULT_TEXTS = ("msg", "rule", "fact")
RESULT_KEYS = (*RESULT_TEXTS, *RESULT_CHOICES, "value", "required", "evidence")


def collect(modules: Sequence[Module], answers: Sequence[Mapping[str, Any]]) -> list[list[dict[str, Any]]]:
    """The results of each answer (`deny` by its package's last name), sorted by rule, fact and message.

    Raises InputErrors, each with the rule's file, for a result that is no finding.
    """
    faults: dict[str, str] = {}
    for answer in answers:
        for name, denials in answer.items():
            if (fault := _fault(name, denials)) and name not in faults:
                faults[name] = fault
    if faults:
        raise InputErrors(InputError(fault, path_of(modules, name)) for name, fault in sorted(faults.items()))
    return [_ordered([_plain_result(each) for denials in answer.values() for each in denials]) for answer in answers]


def evaluation_error(error: VendorlintError, document: Mapping[str, Any]) -> VendorlintError:
    """An error that came up while a document was judged, with the vendor it was about."""
    vendor = document.get("vendor")
    about = f" (while checking vendor {vendor!r})" if vendor else ""
    if isinstance(error, InputErrors):
        return InputErrors(replace(each, message=each.message + about) for each in error.errors)
    return EngineError(error.kind, f"{error}{about}") if isinstance(error, EngineError) else error


def path_of(modules: Sequence[Module], name: str) -> Path | None:
    """The file of the rule whose package is vendorlint.rules.<name>."""
    header = f"package {RULES_PACKAGE}.{name}"
    return next((Path(module.path) for module in modules if header in map(str.rstrip, module.text.splitlines())), None)


def _plain_result(result: Mapping[str, Any]) -> dict[str, Any]:
    """The same of a result; its evidence, which is most of it, holds whole numbers as it came."""
    return {key: item if key == "evidence" or type(item) is str else _plain(item) for key, item in result.items()}


def _plain(value: Any) -> Any:
    """The same value with whole numbers as such: OPA answers 30.0 where it was given 30.0, regorus 30."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _fault(name: str, denials: object) -> str | None:
    """What is wrong with the `deny` of a rule, or None."""
    if not isinstance(denials, list):
        return f"deny is {_shown(denials)}; expected a set: 'deny contains result if {{ … }}'"
    return next((fault for result in denials if (fault := _result_fault(name, result))), None)


def _result_fault(name: str, result: object) -> str | None:
    if not isinstance(result, dict):
        return f"a result is {_shown(result)}; expected an object with {', '.join(RESULT_KEYS)}"
    if missing := [key for key in RESULT_KEYS if key not in result]:
        return f"a result lacks {', '.join(missing)}: {_shown(result)}"
    if _is_right(name, result):
        return None
    return next(
        (
            f"a result's {key} is {_shown(result[key])}; expected {expected}"
            for key, right, expected in _demands(name, result)
            if not right
        ),
        None,
    )


def _is_right(name: str, result: Mapping[str, Any]) -> bool:
    """Whether the most usual result meets all demands, at a look: there are tens of thousands."""
    texts = (result["msg"], result["rule"], result["fact"])
    return (
        len(result) == len(RESULT_KEYS)
        and all(type(text) is str and text and not text.isspace() for text in texts)
        and result["severity"] in SEVERITIES
        and result["status"] in STATUSES
        and result["rule"] == name.replace("_", "-")
        and type(result["evidence"]) is list
        and all(type(clause) is dict for clause in result["evidence"])
    )


def _demands(name: str, result: Mapping[str, Any]) -> Iterator[tuple[str, bool, str]]:
    """Each key with a demand on its value: whether it is met, and what it is in words."""
    for key in RESULT_TEXTS:
        yield key, isinstance(result[key], str) and bool(result[key].strip()), "text"
    for key, choices in RESULT_CHOICES.items():
        yield key, result[key] in choices, f"one of {', '.join(choices)}"
    own = name.replace("_", "-")
    yield "rule", result["rule"] == own, f"the rule's own id '{own}'"
    evidence = result["evidence"]
    clauses = isinstance(evidence, list) and all(isinstance(clause, dict) for clause in evidence)
    yield "evidence", clauses, "a list of clauses"
    if "scope" in result:
        scope = result["scope"]
        texts = isinstance(scope, dict) and all(isinstance(each, str) for each in scope.values())
        yield "scope", texts, "an object of texts, as a fact's scope"
    if "parameters" in result:
        names = result["parameters"]
        yield "parameters", isinstance(names, list) and all(isinstance(name, str) for name in names), "a list of names"
    if "note" in result:
        note = result["note"]
        right = isinstance(note, dict) and all(isinstance(note.get(key), str) for key in ("document", "place"))
        yield "note", right, "an object of a document's id and a place in it"


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:79]}…"


def _ordered(results: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Sorted by rule, fact and message; where several have these in common, by all that they hold."""
    names = {_name(result) for result in results}
    if len(names) == len(results):
        return sorted(results, key=_name)
    return sorted(results, key=lambda result: (*_name(result), json.dumps(result, sort_keys=True)))


def _name(result: Mapping[str, Any]) -> tuple[str, str, str]:
    return result["rule"], result["fact"], result["msg"]
