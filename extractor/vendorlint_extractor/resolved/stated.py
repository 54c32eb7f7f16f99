"""What documents state: facts with their values and the evidence for them, in the shape of the facts file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from vendorlint_extractor.readings.confidence import Confidence
from vendorlint_extractor.resolved.unread import Unread

Role = Literal["statement", "lead_in"]


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

    `set_aside` is what documents state of it that stand behind others.
    """

    id: str
    sides: tuple[Side, ...]
    set_aside: tuple[Side, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The shape of the facts file."""
        one = len(self.sides) == 1
        shown = self.sides[0].to_dict() if one else {"conflict": [side.to_dict() for side in self.sides]}
        return shown | ({"set_aside": [side.to_dict() for side in self.set_aside]} if self.set_aside else {})


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the documents of one vendor state, those that are `unread` apart."""

    vendor: str
    documents: tuple[dict[str, Any], ...]
    facts: dict[str, Fact]
    incorporated: tuple[dict[str, Any], ...]
    unread: tuple[Unread, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Facts nested by their dotted names, as facts.yaml and the rules have them."""
        nested: dict[str, Any] = {}
        for fact_id, fact in self.facts.items():
            *folders, name = fact_id.split(".")
            place = nested
            for folder in folders:
                place = place.setdefault(folder, {})
            place[name] = fact.to_dict()
        shown: dict[str, Any] = {"version": 1, "vendor": self.vendor, "documents": list(self.documents)}
        if self.unread:
            shown["unread"] = [each.to_dict() for each in self.unread]
        shown["facts"] = nested
        return shown | ({"incorporated": list(self.incorporated)} if self.incorporated else {})
