"""What documents state: facts with their values and the evidence for them, in the shape of the facts file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.readings.confidence import Confidence

Role = Literal["statement", "lead_in", "exception", "outranked"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim piece of a document (white space folded), with its place; `words` are the telling words in it.

    `number` is that of the clause as printed ('10.4(a)'), or empty; `place` is where the lines stand in a document that is
    no text ('page 3, line 12'), or empty.
    """

    document: str
    section: str
    number: str
    place: str
    lines: tuple[int, int]
    column: int
    quote: str
    words: tuple[str, ...]
    role: Role

    def to_dict(self) -> dict[str, Any]:
        """The shape of the facts file; what is empty or default is left out."""
        shown: dict[str, Any] = {"document": self.document}
        if self.section:
            shown["section"] = self.section
        if self.number:
            shown["number"] = self.number
        if self.place:
            shown["place"] = self.place
        shown |= {"lines": list(self.lines), "column": self.column, "quote": self.quote}
        if self.words:
            shown["words"] = list(self.words)
        if self.role != "statement":
            shown["role"] = self.role
        return shown


@dataclass(frozen=True, slots=True)
class Side:
    """A value with its confidence and the evidence for it."""

    value: Any
    confidence: Confidence
    evidence: tuple[Evidence, ...]

    def to_dict(self) -> dict[str, Any]:
        """The shape of the facts file."""
        value = list(self.value) if isinstance(self.value, tuple) else self.value
        return {"value": value, "confidence": self.confidence, "evidence": [e.to_dict() for e in self.evidence]}


@dataclass(frozen=True, slots=True)
class Fact:
    """A stated fact (one side) or a conflicting one (two or more).

    Sides stand in the order of risk, the worst first, where the fact has one. `set_aside` is what documents state of it that
    stand behind others.
    """

    info: FactInfo
    sides: tuple[Side, ...]
    set_aside: tuple[Side, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The shape of the facts file: a conflict has the worst value, where one is, beside its sides."""
        if len(self.sides) == 1:
            shown = self.sides[0].to_dict()
        else:
            worst = {"value": self.sides[0].value} if self.info.risk else {}
            shown = worst | {"conflict": [side.to_dict() for side in self.sides]}
        return shown | ({"set_aside": [side.to_dict() for side in self.set_aside]} if self.set_aside else {})


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the documents of one vendor state."""

    vendor: str
    documents: tuple[dict[str, Any], ...]
    facts: dict[str, Fact]
    incorporated: tuple[dict[str, Any], ...]

    def to_dict(self) -> dict[str, Any]:
        """Facts nested by their dotted names, as facts.yaml and the rules have them."""
        nested: dict[str, Any] = {}
        for fact_id, fact in self.facts.items():
            *folders, name = fact_id.split(".")
            place = nested
            for folder in folders:
                place = place.setdefault(folder, {})
            place[name] = fact.to_dict()
        shown = {"version": 1, "vendor": self.vendor, "documents": list(self.documents), "facts": nested}
        return shown | ({"incorporated": list(self.incorporated)} if self.incorporated else {})
