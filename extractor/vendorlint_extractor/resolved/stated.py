"""What documents state: facts with their values and the evidence for them, in the shape of the facts file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from vendorlint_extractor.clauses.scope import EVERYONE, Scope
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.readings.confidence import Confidence
from vendorlint_extractor.resolved.unread import Unread

Role = Literal["statement", "lead_in", "exception", "outranked"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim piece of a document (white space folded), with its place; `words` are the telling words in it.

    `number` is that of the clause as printed ('10.4(a)'), or empty; `place` is where the lines stand in a document that is
    no text ('page 3, line 12'), or empty. `states` are, of a fact that is a set, those of its values that the clause states.
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
    states: tuple[str, ...] = ()

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
        if self.states:
            shown["states"] = list(self.states)
        if self.role != "statement":
            shown["role"] = self.role
        return shown


@dataclass(frozen=True, slots=True)
class Side:
    """A value with its confidence, the evidence for it, and for whom it is, of several regions `also` for the others."""

    value: Any
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    scope: Scope = EVERYONE
    also: tuple[Scope, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The shape of the facts file; for everybody, without a scope."""
        value = list(self.value) if isinstance(self.value, tuple) else self.value
        shown = {"value": value, "confidence": self.confidence, "evidence": [e.to_dict() for e in self.evidence]}
        return ({"scope": self.scope.to_dict()} if self.scope != EVERYONE else {}) | shown


@dataclass(frozen=True, slots=True)
class Fact:
    """A stated fact (one side), a conflicting one (two or more), or one that is stated for others alone (none).

    Sides stand in the order of risk, the worst first, where the fact has one. `elsewhere` is what holds for others than the
    customer, the worst first; `set_aside` what is stated for a wider scope, or in documents that stand behind others. `doubts` are
    clauses that may take back what is stated.
    """

    info: FactInfo
    sides: tuple[Side, ...]
    set_aside: tuple[Side, ...] = ()
    elsewhere: tuple[Side, ...] = ()
    doubts: tuple[Evidence, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The shape of the facts file: a conflict has the worst value, where one is, beside its sides."""
        shown = self.sides[0].to_dict() if len(self.sides) == 1 else self._conflict()
        more = {"elsewhere": self.elsewhere, "set_aside": self.set_aside}
        shown |= {key: [side.to_dict() for side in sides] for key, sides in more.items() if sides}
        return shown | ({"doubts": {"evidence": [each.to_dict() for each in self.doubts]}} if self.doubts else {})

    def _conflict(self) -> dict[str, Any]:
        """Sides that disagree do so within one scope."""
        if not self.sides:
            return {}
        scope = self.sides[0].scope.to_dict()
        worst = {"value": self.sides[0].value} if self.info.risk else {}
        sides = [replace(side, scope=EVERYONE).to_dict() for side in self.sides]
        return ({"scope": scope} if scope else {}) | worst | {"conflict": sides}


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the documents of one vendor state for a customer, those that are `unread` apart."""

    vendor: str
    documents: tuple[dict[str, Any], ...]
    facts: dict[str, Fact]
    incorporated: tuple[dict[str, Any], ...]
    customer: Mapping[str, Any]
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
        more = {"customer": dict(self.customer), "incorporated": list(self.incorporated)}
        return shown | {key: value for key, value in more.items() if value}
