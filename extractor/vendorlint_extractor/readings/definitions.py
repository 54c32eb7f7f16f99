"""Fact definitions: how each fact of the ontology is read, one YAML file per fact, checked as strictly as code."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

import re2

from vendorlint_extractor import ontology, shipped
from vendorlint_extractor.language.macros import Shared
from vendorlint_extractor.ontology import FactInfo, OwnFact
from vendorlint_extractor.readings.packed import packed, unpacked
from vendorlint_extractor.readings.patterns import pattern
from vendorlint_extractor.readings.ranks import Cases
from vendorlint_extractor.readings.reading import (
    Body,
    FormError,
    Reading,
    known_keys,
    read_cases,
    read_readings,
)

KindName = Literal["presence", "permission", "amount", "money", "date", "code", "derived"]  # kinds.table has them
KINDS: tuple[KindName, ...] = get_args(KindName)
Part = TypeVar("Part")
Languages = Mapping[str, Shared]  # the macros of each language, by its code
_KEYS = {"kind", "cumulative", "defines", "derive", "annexes", "unconditional", "languages"}
_OWN_KEYS = {"title", "type", "values", "risk", "meaning", "status"}  # the ontology has these of a shipped fact
_READ_KEYS = {"none", "readings"}  # of a language's part
_EXAMPLE_KEYS = {"text", "value", "why", "todo"}


@dataclass
class DefinitionError(Exception):
    """A definition that cannot be used, with its file and the key at fault."""

    path: Path
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class _OnDemand(Mapping[str, Part]):
    """What is made of each language's part of a definition, once it is asked for."""

    def __init__(self, path: Path, bodies: Mapping[str, Body], made: Callable[[str, Body], Part]) -> None:
        self._path = path
        self._bodies = bodies
        self._made = made
        self._known: dict[str, Part] = {}

    def __getitem__(self, code: str) -> Part:
        if code not in self._known:
            try:
                self._known[code] = self._made(code, self._bodies[code])
            except FormError as error:
                raise DefinitionError(self._path, str(error)) from None
        return self._known[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._bodies)

    def __len__(self) -> int:
        return len(self._bodies)


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the value that it states; None where it states nothing, `conflict` where it contradicts itself."""

    text: str
    value: Any
    why: str | None
    todo: str | None


@dataclass(frozen=True, slots=True)
class FactDefinition:
    """How a fact is read, per language. Patterns have their macros filled in; `pattern` compiles them.

    `cumulative`: clauses of several values do not disagree, as the worst holds beside the others. `annexes`: what standard
    clauses say of it is theirs alone. `unconditional`: an act that hangs on an event does not state it. `defines`: what a term
    is defined as states it too.
    """

    info: FactInfo
    kind: KindName
    cumulative: bool
    derive: tuple[str, ...]
    annexes: bool
    unconditional: bool
    defines: bool
    readings: Mapping[str, tuple[Reading, ...]]
    cases: Mapping[str, Cases]
    path: Path

    @property
    def id(self) -> str:
        """The fact's dotted name."""
        return self.info.id


def load_definitions(macros: Languages, own: tuple[OwnFact, ...] = ()) -> Mapping[str, FactDefinition]:
    """Every definition by fact: those that ship, in the order of the ontology, then an organisation's own.

    Raises DefinitionError.
    """
    readings = functools.cache(lambda code: _shipped_readings(code, macros[code]))

    def of_shipped(fact: str, head: Mapping[str, Any]) -> FactDefinition:
        info = ontology.facts()[fact]
        return definition_of(head, path_of(fact), info, macros, readings=lambda code: readings(code)[fact])

    return {fact: of_shipped(fact, head) for fact, head in shipped.kept("definitions", _heads).items()} | {
        fact.info.id: load_definition(fact.path, fact.text, fact.info, _KEYS | _OWN_KEYS, macros) for fact in own
    }


def path_of(fact: str) -> Path:
    """The file of a definition that ships."""
    family, _, name = fact.partition(".")
    return shipped.ROOT / "facts" / family / f"{name}.yaml"


def _heads() -> dict[str, Any]:
    """The definitions that ship, in the order of the ontology, without their readings. Raises DefinitionError for one of no fact."""
    facts = [f"{path.parent.name}.{path.stem}" for path in sorted((shipped.ROOT / "facts").glob("*/*.yaml"))]
    unknown = [fact for fact in facts if fact not in ontology.facts()]
    if unknown:
        raise DefinitionError(path_of(unknown[0]), f"the ontology has no fact '{unknown[0]}'")
    return {fact: _head(shipped.read(path_of(fact))) for fact in ontology.facts() if fact in facts}


def _head(raw: Mapping[str, Any]) -> dict[str, Any]:
    bodies = raw.get("languages", {}).items()
    languages = {code: {key: part for key, part in body.items() if key not in _READ_KEYS} for code, body in bodies}
    return {**raw, "languages": languages}


def _shipped_readings(code: str, shared: Shared) -> Mapping[str, tuple[Reading, ...]]:
    """The readings of a language of all definitions that ship, by fact. Raises DefinitionError."""

    def read() -> Iterator[tuple[str, tuple[Reading, ...]]]:
        for fact in _heads():
            body = shipped.read(path_of(fact)).get("languages", {}).get(code)
            try:
                yield fact, read_readings(code, shared, body, ontology.facts()[fact]) if body else ()
            except FormError as error:
                raise DefinitionError(path_of(fact), str(error)) from None

    return unpacked(shipped.kept(f"readings {code}", lambda: packed(dict(read()))))


def load_definition(path: Path, text: str, info: FactInfo, keys: set[str], macros: Languages) -> FactDefinition:
    """Read and check the text of one definition, with these keys; its examples, which stand last, are left unread.

    Raises DefinitionError.
    """
    raw = _load(path, text.partition(shipped.EXAMPLES)[0])
    found = definition_of(raw, path, info, macros, keys=keys)
    for code in found.readings:
        _require_patterns(path, found.readings[code])
        found.cases[code]
    return found


def _require_patterns(path: Path, readings: Iterable[Reading]) -> None:
    """Raises DefinitionError where one of them is no regular expression of RE2."""
    for source in dict.fromkeys(source for reading in readings for source in (*reading.all, *reading.none)):
        try:
            pattern(source)
        except re2.error as error:
            raise DefinitionError(path, f"pattern {source!r}: {error}") from None


def definition_of(  # noqa: PLR0913 - what a definition goes by
    raw: Mapping[str, Any],
    path: Path,
    info: FactInfo,
    macros: Languages,
    *,
    keys: set[str] = _KEYS,
    readings: Callable[[str], tuple[Reading, ...]] | None = None,
) -> FactDefinition:
    """A definition of data. Its readings are made where a language is first asked for, as most runs read one; by `readings`, where
    the data has none.

    Raises DefinitionError, of a reading once it is asked for.
    """

    def made(code: str, body: Body) -> tuple[Reading, ...]:
        return readings(code) if readings else read_readings(code, macros[code], body, info)

    if raw.get("kind") not in KINDS:
        raise DefinitionError(path, f"kind '{raw.get('kind')}' is not one of {', '.join(KINDS)}")
    try:
        known_keys(raw, keys, "a definition")
    except FormError as error:
        raise DefinitionError(path, str(error)) from None
    bodies: Mapping[str, Body] = raw.get("languages", {})
    return FactDefinition(
        info=info,
        kind=raw["kind"],
        cumulative=raw.get("cumulative", False),
        derive=tuple(raw.get("derive", ())),
        annexes=raw.get("annexes", False),
        unconditional=raw.get("unconditional", False),
        defines=raw.get("defines", False),
        readings=_OnDemand(path, bodies, made),
        cases=_OnDemand(path, bodies, lambda code, body: read_cases(code, macros[code], body)),
        path=path,
    )


def load_examples(definition: FactDefinition) -> Mapping[str, tuple[Example, ...]]:
    """The examples of a definition per language. Raises DefinitionError."""
    path = definition.path
    tail = path.read_text(encoding="utf-8").partition(shipped.EXAMPLES)[2]
    raw = _load(path, f"examples:\n{tail}")["examples"] or {}
    try:
        return {language: tuple(_examples(path, entries)) for language, entries in raw.items()}
    except FormError as error:
        raise DefinitionError(path, str(error)) from None


def _load(path: Path, text: str) -> dict[str, Any]:
    import yaml

    try:
        raw = shipped.parse(text)
    except yaml.YAMLError as error:
        raise DefinitionError(path, str(error)) from None
    if not isinstance(raw, dict):
        raise DefinitionError(path, "found no mapping; expected a definition")
    return raw


def _examples(path: Path, entries: list[Mapping[str, Any]]) -> Iterator[Example]:
    for entry in entries:
        known_keys(entry, _EXAMPLE_KEYS, "an example")
        if entry["value"] is None and not entry.get("why"):
            raise DefinitionError(path, f"a negative example needs a `why`: {entry['text'][:60]!r}")
        yield Example(entry["text"], entry["value"], entry.get("why"), entry.get("todo"))
