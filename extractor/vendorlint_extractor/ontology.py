"""The facts that vendorlint knows: ids, types, allowed values and meanings, without the patterns that find them."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parent
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class FactInfo:
    """What a fact is. `type` is one of bool, enum, set, int, number, date, code, text; `values` are the allowed ones of an enum or a set, else empty."""

    id: str
    title: str
    type: str
    values: tuple[str, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class OwnFact:
    """A fact that an organisation defines: what it is, and the file that says how it is read."""

    info: FactInfo
    path: Path


@functools.cache
def facts() -> Mapping[str, FactInfo]:
    """Every fact by its id, in the order of the ontology."""
    raw = yaml.load((ROOT / "ontology.yaml").read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader
    return {
        fact: FactInfo(fact, body["title"], body["type"], tuple(body.get("values", ())), body["meaning"])
        for fact, body in raw.items()
    }
