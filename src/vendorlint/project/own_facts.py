"""An organisation's own facts: <family>/<fact>.yaml in a folder that vendorlint.yaml names, in the form of the shipped ones."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from vendorlint.errors import ErrorCollector, InputError
from vendorlint.files.yaml.document import Pointer, YamlDocument, read_yaml
from vendorlint.near import did_you_mean
from vendorlint.project.declared import declared_facts
from vendorlint.project.inside import own_files
from vendorlint.schemas.schema import fact_ids, validate
from vendorlint_extractor.ontology import OwnFact, info_of

NAME = re.compile(r"[a-z][a-z0-9_]*")
# What a kind of definition can give; a permission is an enum of some of PERMISSIONS.
TYPES = {
    "presence": ("bool", "enum", "set"),
    "permission": ("enum",),
    "amount": ("int", "number"),
    "money": ("text",),
    "date": ("date",),
    "code": ("code",),
    "derived": ("enum",),
}
PERMISSIONS = ("permitted", "conditional", "with_consent", "opt_out", "prohibited")


def read_own_facts(folders: tuple[Path, ...]) -> tuple[OwnFact, ...]:
    """The facts defined in the folders, by id. Raises InputErrors with all that is wrong with any of them."""
    found: dict[str, OwnFact] = {}
    documents: list[YamlDocument] = []
    errors = ErrorCollector()
    for path in (path for folder in folders for path in _files(folder)):
        with errors.collect():
            fact, document = _read(path)
            if fact.info.id in found:
                raise InputError(f"the fact '{fact.info.id}' is already defined in {found[fact.info.id].path}", path)
            found[fact.info.id] = fact
            documents.append(document)
    known = (*fact_ids(), *found)
    errors.extend(error for document in documents for error in _unknown_facts(document, known))
    errors.finalize()
    return tuple(found[fact] for fact in sorted(found))


def iter_examples(definition: Mapping[str, Any]) -> Iterator[tuple[Pointer, str, Mapping[str, Any]]]:
    """Each example of a definition with its pointer and its language."""
    for language, examples in definition.get("examples", {}).items():
        for index, example in enumerate(examples):
            yield ("examples", language, index), language, example


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise InputError("no such folder; expected facts in it, <family>/<fact>.yaml", folder)
    return own_files(folder, (".yaml", ".yml"))


def _read(path: Path) -> tuple[OwnFact, YamlDocument]:
    family, name = path.parent.name, path.stem
    for word in (family, name):
        if not NAME.fullmatch(word):
            raise InputError(f"'{word}' is not lower-case letters, digits and '_'; expected <family>/<fact>.yaml", path)
    if path.suffix != ".yaml":
        raise InputError(f"expected {name}.yaml: the file's name is the fact's", path)
    if family in {fact.partition(".")[0] for fact in (*fact_ids(), *declared_facts())}:
        raise InputError(f"'{family}' is a family of vendorlint's own facts; choose another name for the folder", path)
    document = read_yaml(path)
    validate(document, "fact")
    ErrorCollector(_mistakes(document)).finalize()
    text = document.text.replace("\r\n", "\n")
    return OwnFact(info_of(f"{family}.{name}", document.value), path, text), document


def _mistakes(document: YamlDocument) -> Iterator[InputError]:
    raw = document.value
    if raw["type"] not in TYPES[raw["kind"]]:
        message = f"a fact of kind {raw['kind']} has the type {' or '.join(TYPES[raw['kind']])}"
        yield document.error(("type",), f"found '{raw['type']}'; {message}")
    valued = raw["type"] in {"enum", "set"}
    if valued != ("values" in raw):
        wanted = "needs 'values'" if valued else "has no 'values'"
        yield document.error(("values",) if "values" in raw else ("type",), f"the type {raw['type']} {wanted}")
        return
    yield from _risk_mistakes(document)
    for index, value in enumerate(raw.get("values", ())):
        if raw["kind"] == "permission" and value not in PERMISSIONS:
            message = f"found '{value}'; a permission is one of {', '.join(PERMISSIONS)}"
            yield document.error(("values", index), message)
    if "examples" in raw and list(raw)[-1] != "examples":
        yield document.key_error(("examples",), "expected 'examples' as the last key of the file")
    for language, body in raw["languages"].items():
        for index, reading in enumerate(body["readings"]):
            yield from _value_mistakes(document, ("languages", language, "readings", index), reading)
    for pointer, _, example in iter_examples(raw):
        if example["value"] not in (None, "conflict"):
            yield from _wrong_value(document, (*pointer, "value"), example["value"])


def _risk_mistakes(document: YamlDocument) -> Iterator[InputError]:
    """An order of risk names every value of an enum or a bool once; of a number it is the end that is the worse."""
    raw = document.value
    ordered = {"bool": [True, False], "enum": raw.get("values")}.get(raw["type"])
    wanted = ordered or (["low", "high"] if raw["type"] in {"int", "number"} else None)
    if "risk" not in raw:
        return
    if wanted is None:
        yield document.error(("risk",), f"values of the type {raw['type']} have no order of risk; remove it")
    elif ordered and not (isinstance(raw["risk"], list) and sorted(map(str, raw["risk"])) == sorted(map(str, ordered))):
        yield document.error(
            ("risk",), f"expected each of {', '.join(str(v).lower() for v in ordered)} once, the worst first"
        )
    elif not ordered and raw["risk"] not in wanted:
        yield document.error(("risk",), f"found {raw['risk']!r}; expected low or high, the end that is the worse")


def _value_mistakes(document: YamlDocument, at: Pointer, reading: Mapping[str, Any]) -> Iterator[InputError]:
    if document.value["kind"] == "presence" and not {"value", "values"} & reading.keys():
        yield document.error(at, "the key 'value' is missing: what a clause of this form states")
    elif "value" in reading:
        # A reading of a set states one of its elements.
        yield from _wrong_value(document, (*at, "value"), reading["value"], one=True)
    for value in reading.get("values", ()):
        yield from _wrong_value(document, (*at, "values", value), value, one=True)


def _wrong_value(document: YamlDocument, at: Pointer, value: Any, *, one: bool = False) -> Iterator[InputError]:
    kind, values = document.value["type"], document.value.get("values", [])
    several = kind == "set" and not one
    if several and not isinstance(value, list):
        yield document.error(at, f"found {value!r}; the value of a set is a list")
        return
    for each in value if several else [value]:
        if kind == "bool" and not isinstance(each, bool):
            yield document.error(at, f"found {each!r}; expected true or false")
        elif kind in {"enum", "set"} and each not in values:
            near = did_you_mean(str(each), values)
            yield document.error(at, f"found {each!r}; expected one of {', '.join(values)}{near}")


def _unknown_facts(document: YamlDocument, known: Collection[str]) -> Iterator[InputError]:
    named: list[tuple[Pointer, str]] = [
        (("derive", index), fact) for index, fact in enumerate(document.value.get("derive", ()))
    ]
    for language, body in document.value["languages"].items():
        for index, reading in enumerate(body["readings"]):
            at: Pointer = ("languages", language, "readings", index)
            named += _named(at, reading)
            for n, variant in enumerate(reading.get("where", ())):
                named += _named((*at, "where", n), variant)
    for pointer, fact in named:
        if fact not in known:
            yield document.error(pointer, f"unknown fact '{fact}'{did_you_mean(fact, known)}")


def _named(at: Pointer, reading: Mapping[str, Any]) -> Iterator[tuple[Pointer, str]]:
    """The facts that a reading, or a place of it, hangs on."""
    return (((*at, key), reading[key].partition("=")[0]) for key in ("near", "requires") if key in reading)
