"""What a second reader, a language model, read in a vendor's terms: `second_reader` in facts.yaml, beside the facts.

It is a list of rounds {model, prompts, date, documents, readings}: which model answered, a short digest of the prompts, when
(ISO 8601), of which documents (id and short digest), and what it read, each {fact, value, document, quote} and for whom
(`scope`), where not for everybody. Of a set each reading is one of its values. The facts themselves are made of that anew in
each run, so that nothing rests on a quote that does not stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.facts.file import FactNode, sides
from vendorlint.files.notice import Notice
from vendorlint.place import FilePlace

SECOND_READER = "second_reader"
READ_BY = "read_by"  # in a fact, or one of its sides, where a model read it
PATTERNS, MODEL = "patterns", "model"
MODEL_ONLY = "model_only"  # in a set: the values that a model alone read
SHORT = 12  # hexadecimal digits of a digest


@dataclass(frozen=True, slots=True)
class Reading:
    """A value that a model read of a fact, with its proof; `scope` is empty for everybody."""

    fact: str
    value: Any
    document: str
    quote: str
    scope: tuple[tuple[str, str], ...] = ()

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Reading:
        """The reading of its entry in facts.yaml."""
        scope = tuple(sorted(raw.get("scope", {}).items()))
        return cls(raw["fact"], raw["value"], raw["document"], raw["quote"], scope)

    def to_dict(self) -> dict[str, Any]:
        """The shape of facts.yaml."""
        shown = {"fact": self.fact, "value": self.value, "document": self.document, "quote": self.quote}
        return shown | ({"scope": dict(self.scope)} if self.scope else {})


@dataclass(frozen=True, slots=True)
class Round:
    """What one model read on one day by one set of prompts; `documents` are ids with short digests."""

    model: str
    prompts: str
    date: str
    documents: tuple[tuple[str, str], ...]
    readings: tuple[Reading, ...]

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Round:
        """The round of its entry in facts.yaml."""
        documents = tuple(sorted(raw["documents"].items()))
        readings = tuple(Reading.from_dict(each) for each in raw["readings"])
        return cls(raw["model"], raw["prompts"], raw["date"], documents, readings)

    def to_dict(self) -> dict[str, Any]:
        """The shape of facts.yaml."""
        return {
            "model": self.model,
            "prompts": self.prompts,
            "date": self.date,
            "documents": dict(self.documents),
            "readings": [each.to_dict() for each in self.readings],
        }


def rounds_of(raw: Mapping[str, Any]) -> tuple[Round, ...]:
    """Those in the content of a facts file."""
    return tuple(Round.from_dict(each) for each in raw.get(SECOND_READER, ()))


def readings_of(rounds: Iterable[Round]) -> Iterator[Reading]:
    """All readings, each once."""
    yield from dict.fromkeys(reading for each in rounds for reading in each.readings)


def with_rounds(content: Mapping[str, Any], rounds: Sequence[Round], kept: Iterable[Reading]) -> dict[str, Any]:
    """The content of a facts file with those readings of the rounds that are `kept`; a round without any is left out."""
    standing = set(kept)
    shown = []
    for each in rounds:
        readings = tuple(reading for reading in each.readings if reading in standing)
        if readings:
            shown.append(Round(each.model, each.prompts, each.date, each.documents, readings).to_dict())
    return {**content, SECOND_READER: shown} if shown else dict(content)


def is_model_only(node: FactNode) -> bool:
    """Whether a model alone reads the fact as it stands, and no person has reviewed it."""
    return node.get(READ_BY) == [MODEL] and node.get("review", {}).get("status") not in ("confirmed", "overridden")


def disagrees(node: FactNode) -> bool:
    """Whether one of the sides of a conflict is a model's alone."""
    return "conflict" in node and any(side.get(READ_BY) == [MODEL] for side in sides(node))


def second_reader_notices(
    path: Path, raw: Mapping[str, Any], dropped: Iterable[Reading], asked: Iterable[Round]
) -> Iterator[Notice]:
    """What to tell of the readings in the facts file at `path`: those whose quote stands no more, and that documents have changed
    since a model was asked. `raw` is the content that is judged."""
    for reading in dropped:
        start = reading.quote[:60]
        told = f"what the second reader read of {reading.fact} is left out: '{start}' does not stand in"
        yield Notice(FilePlace(path), f"{told} '{reading.document}'; run 'vendorlint extract --second-reader'")
    now = {entry["id"]: entry["sha256"][:SHORT] for entry in raw["documents"]}
    then = {name for each in asked for name, digest in each.documents if now.get(name) == digest}
    stale = [name for name in now if name not in then]
    if stale and any(raw.get(SECOND_READER, ())):
        told = f"the second reader has not been asked of {', '.join(stale)} as it is now"
        yield Notice(FilePlace(path), f"{told}; run 'vendorlint extract --second-reader'")
