"""Fact definitions: how each fact of the ontology is read, one YAML file per fact, checked as strictly as code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import re2
import yaml

from vendorlint_extractor import ontology
from vendorlint_extractor.clauses.clause import Zone
from vendorlint_extractor.language.macros import expand_macros
from vendorlint_extractor.ontology import LOADER, ROOT, FactInfo, OwnFact
from vendorlint_extractor.readings.confidence import Confidence
from vendorlint_extractor.readings.patterns import pattern

KindName = Literal["presence", "permission", "amount", "money", "date", "code", "derived"]  # kinds.table has them
KINDS: tuple[KindName, ...] = get_args(KindName)
Negated = Literal["drop", "keep", "flip"]
NEGATED: tuple[Negated, ...] = get_args(Negated)
Macros = Mapping[str, Mapping[str, str]]  # of each language, by its code
_KEYS = {"kind", "status", "prefer", "derive", "languages"}
_OWN_KEYS = {"title", "type", "values", "meaning"}  # the ontology has these of a shipped fact
_LANGUAGE_KEYS = {"readings"}
_READING_KEYS = {
    "value",
    "all",
    "none",
    "section",
    "near",
    "requires",
    "head",
    "zones",
    "actor",
    "negated",
    "banned_only",
    "confidence",
    "rank",
    "unit",
    "why",
}
_EXAMPLE_KEYS = {"text", "value", "why", "todo"}
_EXAMPLES = "\nexamples:\n"


@dataclass
class DefinitionError(Exception):
    """A definition that cannot be used, with its file and the key at fault."""

    path: Path
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


@dataclass(frozen=True, slots=True)
class Reading:
    """One general form of a clause that states the fact: all patterns of `all` and none of `none` meet in one clause.

    `actor`: who must do the act (VENDOR, CUSTOMER, a|b, or any). `negated`: what a ban of the act does: drop the reading,
    keep its value, or flip a bool; `banned_only`: the reading holds only where it does. `rank`: readings of a higher rank set those of a lower aside. `head`: headings and the
    document's first clauses count too. `zones`: text that the reading may use beside the operative. `near`: a fact that a clause close by
    must state ('This licence is worldwide' beside the grant). `requires`: a fact that the document must state anywhere
    (fact, or fact=value|value).
    """

    value: Any
    all: tuple[str, ...]
    none: tuple[str, ...]
    section: str | None
    near: str | None
    requires: str | None
    head: bool
    zones: frozenset[Zone]
    actor: frozenset[str]
    negated: Negated
    banned_only: bool
    confidence: Confidence
    rank: int
    unit: str | None


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the value that it states; None where it states nothing, `conflict` where it contradicts itself."""

    text: str
    value: Any
    why: str | None
    todo: str | None


@dataclass(frozen=True, slots=True)
class FactDefinition:
    """How a fact is read, per language. Patterns have their macros filled in; `pattern` compiles them."""

    info: FactInfo
    kind: KindName
    status: str
    prefer: tuple[Any, ...]
    derive: tuple[str, ...]
    readings: Mapping[str, tuple[Reading, ...]]
    path: Path

    @property
    def id(self) -> str:
        """The fact's dotted name."""
        return self.info.id


def load_definitions(macros: Macros, own: tuple[OwnFact, ...] = ()) -> Mapping[str, FactDefinition]:
    """Every definition by fact: those that ship, in the order of the ontology, then an organisation's own.

    Raises DefinitionError.
    """
    paths = {f"{path.parent.name}.{path.stem}": path for path in (ROOT / "facts").glob("*/*.yaml")}
    unknown = sorted(set(paths) - set(ontology.facts()))
    if unknown:
        raise DefinitionError(paths[unknown[0]], f"the ontology has no fact '{unknown[0]}'")
    shipped = {
        fact: load_definition(paths[fact], info, _KEYS, macros)
        for fact, info in ontology.facts().items()
        if fact in paths
    }
    return shipped | {fact.info.id: load_definition(fact.path, fact.info, _KEYS | _OWN_KEYS, macros) for fact in own}


def load_definition(path: Path, info: FactInfo, keys: set[str], macros: Macros) -> FactDefinition:
    """Read and check one definition, with these keys; its examples, which stand last, are left unread.

    Raises DefinitionError.
    """
    raw = _load(path, path.read_text(encoding="utf-8").partition(_EXAMPLES)[0])
    _known_keys(path, raw, keys, "a definition")
    if raw.get("kind") not in KINDS:
        raise DefinitionError(path, f"kind '{raw.get('kind')}' is not one of {', '.join(KINDS)}")
    readings = {}
    for language, body in raw.get("languages", {}).items():
        _known_keys(path, body, _LANGUAGE_KEYS, f"languages.{language}")
        readings[language] = tuple(_reading(path, language, entry, info, macros) for entry in body["readings"])
    prefer, derive = tuple(raw.get("prefer", ())), tuple(raw.get("derive", ()))
    return FactDefinition(info, raw["kind"], raw.get("status", "stable"), prefer, derive, readings, path)


def load_examples(definition: FactDefinition) -> Mapping[str, tuple[Example, ...]]:
    """The examples of a definition per language. Raises DefinitionError."""
    path = definition.path
    tail = path.read_text(encoding="utf-8").partition(_EXAMPLES)[2]
    raw = _load(path, f"examples:\n{tail}")["examples"] or {}
    return {language: tuple(_examples(path, entries)) for language, entries in raw.items()}


def _load(path: Path, text: str) -> dict[str, Any]:
    try:
        raw = yaml.load(text, Loader=LOADER)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise DefinitionError(path, str(error)) from None
    if not isinstance(raw, dict):
        raise DefinitionError(path, "found no mapping; expected a definition")
    return raw


def _known_keys(path: Path, raw: Mapping[str, Any], known: set[str], what: str) -> None:
    unknown = sorted(set(raw) - known)
    if unknown:
        raise DefinitionError(
            path, f"unknown key '{unknown[0]}' in {what}; expected some of {', '.join(sorted(known))}"
        )


def _reading(path: Path, language: str, raw: Mapping[str, Any], info: FactInfo, macros: Macros) -> Reading:
    _known_keys(path, raw, _READING_KEYS, "a reading")
    value, negated = raw.get("value"), raw.get("negated", "drop")
    if info.values and value is not None and value not in info.values:
        raise DefinitionError(path, f"value '{value}' is not one of {', '.join(info.values)}")
    if negated not in NEGATED:
        raise DefinitionError(path, f"negated '{negated}' is not one of {', '.join(NEGATED)}")
    return Reading(
        value=value,
        all=tuple(_expanded(path, language, text, macros) for text in raw["all"]),
        none=tuple(_expanded(path, language, text, macros) for text in raw.get("none", ())),
        section=_expanded(path, language, raw["section"], macros) if "section" in raw else None,
        near=raw.get("near"),
        requires=raw.get("requires"),
        head=raw.get("head", False),
        zones=frozenset({"operative", *raw.get("zones", ())}),
        actor=frozenset(raw.get("actor", "any").split("|")),
        negated=negated,
        banned_only=raw.get("banned_only", False),
        confidence=raw.get("confidence", "high"),
        rank=raw.get("rank", 1),
        unit=raw.get("unit"),
    )


def _expanded(path: Path, language: str, text: str, macros: Macros) -> str:
    try:
        return expand_macros(macros[language], text)
    except KeyError as error:
        raise DefinitionError(path, f"pattern {text!r} calls {error}, which is no macro of {language}.yaml") from None


def pattern_error(language: str, text: str, macros: Macros) -> str | None:
    """What is wrong with a pattern as a definition has it, or None."""
    try:
        pattern(expand_macros(macros[language], text))
    except KeyError as error:
        return f"'{{{error.args[0]}}}' is no macro of {language}.yaml"
    except re2.error as error:
        words = error.args[0]
        return f"is no regular expression of RE2: {words.decode() if isinstance(words, bytes) else words}"
    return None


def _examples(path: Path, entries: list[Mapping[str, Any]]) -> Iterator[Example]:
    for entry in entries:
        _known_keys(path, entry, _EXAMPLE_KEYS, "an example")
        if entry["value"] is None and not entry.get("why"):
            raise DefinitionError(path, f"a negative example needs a `why`: {entry['text'][:60]!r}")
        yield Example(entry["text"], entry["value"], entry.get("why"), entry.get("todo"))
