"""Readings as JSON has them: each pattern once, and each reading by the numbers of its patterns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from vendorlint_extractor.readings.reading import Reading

_LISTS = ("all", "none")  # fields that are lists of patterns
_FIELDS = tuple(field.name for field in fields(Reading))


def packed(readings: Mapping[str, Sequence[Reading]]) -> dict[str, Any]:
    """The readings of facts as data."""
    numbers: dict[str, int] = {}

    def row(reading: Reading) -> list[Any]:
        found = {name: getattr(reading, name) for name in _FIELDS} | {"actor": sorted(reading.actor)}
        for name in _LISTS:
            found[name] = [numbers.setdefault(source, len(numbers)) for source in found[name]]
        return list(found.values())

    facts = {fact: list(map(row, some)) for fact, some in readings.items()}
    return {"patterns": list(numbers), "facts": facts}


def unpacked(content: Mapping[str, Any]) -> dict[str, tuple[Reading, ...]]:
    """The readings of facts that were packed."""
    patterns: Sequence[str] = content["patterns"]

    def reading(row: Sequence[Any]) -> Reading:
        found = dict(zip(_FIELDS, row, strict=True))
        for name in _LISTS:
            found[name] = tuple(patterns[number] for number in found[name])
        return Reading(**found | {"actor": frozenset(found["actor"]), "regardless": tuple(found["regardless"])})

    return {fact: tuple(map(reading, rows)) for fact, rows in content["facts"].items()}
