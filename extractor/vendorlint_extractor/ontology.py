"""The facts that vendorlint knows: ids, types, allowed values and meanings, without the patterns that find them."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from vendorlint_extractor.shipped import ROOT, read

Status = Literal["experimental", "stable"]


@dataclass(frozen=True, slots=True)
class FactInfo:
    """What a fact is. `type` is one of bool, enum, set, int, number, date, code, text; `values` are the allowed ones of an enum or a set, else empty.

    `risk` has the values of an enum or a bool, the worst for the customer first, or says of a number which end is the worse
    (`low`, `high`); it is empty where values have no such order. An `experimental` one is read right less often than the
    others, and no pack that ships makes more than an info of it.
    """

    id: str
    title: str
    type: str
    values: tuple[str, ...]
    meaning: str
    risk: tuple[Any, ...] | str = ()
    status: Status = "stable"

    def worst_first(self, values: Iterable[Any]) -> list[Any] | None:
        """The values, the worst first; None where no order says which is."""
        if isinstance(self.risk, str):
            return sorted(values, reverse=self.risk == "high")
        return sorted(values, key=self.risk.index) if self.risk else None

    def is_adverse(self, value: Any) -> bool:
        """Whether a value is one that is worse than the best; of numbers, and where no order says, none is told to be."""
        return isinstance(self.risk, tuple) and value in self.risk[:-1]


@dataclass(frozen=True, slots=True)
class OwnFact:
    """A fact that an organisation defines: what it is, the file that says how it is read, and the text of that file."""

    info: FactInfo
    path: Path
    text: str


@functools.cache
def facts() -> Mapping[str, FactInfo]:
    """Every fact by its id, in the order of the ontology."""
    raw = read(ROOT / "ontology.yaml")
    return {fact: info_of(fact, body) for fact, body in raw.items()}


def info_of(fact: str, body: Mapping[str, Any]) -> FactInfo:
    """What an entry of the ontology, or a definition of an organisation's own fact, says of it."""
    values, status = tuple(body.get("values", ())), body.get("status", "stable")
    return FactInfo(fact, body["title"], body["type"], values, body["meaning"], risk_of(body), status)


def in_order(info: FactInfo, values: Iterable[Any]) -> list[Any]:
    """Values, the worst first; as they come where none is worse."""
    found = list(values)
    return info.worst_first(found) or found


def risk_of(body: Mapping[str, Any]) -> tuple[Any, ...] | str:
    """The order of risk of a fact as the ontology, or a definition of an organisation's own fact, writes it."""
    risk = body.get("risk", ())
    return risk if isinstance(risk, str) else tuple(risk)
