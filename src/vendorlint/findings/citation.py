"""Citations: the pieces of contracts that findings rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.choices import Role
from vendorlint.errors import InputError
from vendorlint.findings.subjects import Subject
from vendorlint.place import FilePlace

EVIDENCE_TEXTS = {
    "document": "",
    "section": "",
    "number": "",
    "place": "",
    "quote": "",
    "role": "statement",
}  # of evidence, with what absence means


@dataclass(frozen=True, slots=True)
class Citation:
    """A piece of a contract that proves a fact. `lines` are first and last, from 1; `words` are the telling ones.

    `number` is that of the clause as printed (10.4(a)); `place` says where a document that is no text has it (page 3, line 12).
    A lead-in is that of the list which the statement is an item of; evidence of somebody's own rule may name any role.
    """

    document: str
    path: Path
    section: str
    number: str
    place: str
    lines: tuple[int, int]
    column: int
    quote: str
    words: tuple[str, ...]
    role: Role

    @property
    def start(self) -> FilePlace:
        """Where it begins in its document."""
        return FilePlace(self.path, self.lines[0], self.column)


def citation_of(evidence: Mapping[str, Any], subject: Subject, asking: str) -> Citation:
    """The citation of a piece of evidence; `asking` is the rule's file. Raises InputError: somebody's own rule may have passed on anything as such."""
    lines, words = evidence.get("lines", [1, 1]), evidence.get("words", [])
    texts = {key: evidence.get(key, default) for key, default in EVIDENCE_TEXTS.items()}
    column = evidence.get("column", 1)
    right = isinstance(lines, list) and len(lines) == 2 and isinstance(words, list)
    if not right or not _all(int, [*lines, column]) or not _all(str, [*words, *texts.values()]):
        message = "a result's evidence is no clause; expected what input.facts.<fact>.evidence holds"
        raise InputError(message, Path(asking))
    return Citation(
        path=subject.documents.get(texts["document"], subject.home),
        lines=(lines[0], lines[1]),
        column=column,
        words=tuple(words),
        **texts,
    )


def _all(kind: type, values: Iterable[object]) -> bool:
    return all(isinstance(value, kind) for value in values)
