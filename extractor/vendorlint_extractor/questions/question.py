"""A question to a second reader. It is apart from `asking`, which takes what reading takes, as runs that ask nothing pass here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

UNASKED = frozenset({"document.type", "document.language"})  # which each document has, and no clause states


@dataclass(frozen=True, slots=True)
class Question:
    """A question about facts of one family in one document. `system` says how to answer, `text` has the terms and what is
    asked; `whole` where the terms are all that the document states."""

    document: str
    sha256: str
    family: str
    facts: tuple[str, ...]
    language: str
    system: str
    text: str
    whole: bool

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it; `from_dict` makes the same of it."""
        return asdict(self)

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Question:
        """The question of its JSON."""
        return cls(**{**raw, "facts": tuple(raw["facts"])})
