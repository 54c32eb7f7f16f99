"""The clauses closest to what a silent fact would say: where a person may look for what was not found. They prove nothing.

`candidates` in facts.yaml has them by fact, each {document, lines, columns}: first and last line, and the columns of the
first and the last character, all from 1. Their words stand in the documents, which the file names by their digests.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vendorlint.errors import InputError
from vendorlint.facts.file import CANDIDATES, is_silent
from vendorlint.facts.quotes import read_terms, text_lines, words_at
from vendorlint.place import FilePlace
from vendorlint_extractor.documents.readers.rendering import LIMITS, Limits, Rendering

if TYPE_CHECKING:
    from vendorlint_extractor import Candidate, Document, Extractor

MAX_STORED = 5  # of a fact, all documents of a vendor together
MAX_SHOWN = 3  # where there is little room


@dataclass(frozen=True, slots=True)
class Closest:
    """A clause close to a silent fact. `place` is where a document that is no text has it (page 3, line 12); `end_column` is
    the one after its last character."""

    document: str
    path: Path
    place: str
    lines: tuple[int, int]
    column: int
    end_column: int
    quote: str

    @property
    def start(self) -> FilePlace:
        """Where it begins in its document."""
        return FilePlace(self.path, self.lines[0], self.column)


def with_candidates(
    content: Mapping[str, Any], documents: Iterable[Document], known: Sequence[str], extractor: Extractor
) -> dict[str, Any]:
    """The content of a facts file, of documents just extracted, with the candidates of those `known` facts that are silent."""
    silent = [fact for fact in known if is_silent(content["facts"], fact)]
    found: dict[str, list[tuple[float, dict[str, Any]]]] = {fact: [] for fact in silent}
    for document, entry in zip(documents, content["documents"], strict=True):
        for each in extractor.candidates(document, silent):
            found[each.fact].append((each.closeness, _stored(each, document, entry["id"])))
    kept = {fact: _first(each) for fact, each in found.items() if each}
    return {**content, CANDIDATES: kept} if kept else dict(content)


def without_stated(content: Mapping[str, Any]) -> dict[str, Any]:
    """The content of a facts file without candidates of facts that are stated in it now, by a person's word."""
    kept = {fact: each for fact, each in content.get(CANDIDATES, {}).items() if is_silent(content["facts"], fact)}
    bare = {key: value for key, value in content.items() if key != CANDIDATES or kept}
    return {key: kept if key == CANDIDATES else value for key, value in bare.items()}


class ClosestClauses:
    """The candidates of a vendor with their words. Each document is read when somebody asks for a clause of it, once."""

    def __init__(self, raw: Mapping[str, Any], documents: Mapping[str, Path], limits: Limits = LIMITS) -> None:
        self._raw = raw
        self._paths = documents
        self._limits = limits
        self._texts: dict[str, tuple[list[str], Rendering | None]] = {}

    def of(self, fact: str) -> tuple[Closest, ...]:
        """Those of a fact, the closest first; without any of a document that changed since it was extracted or read."""
        try:
            found = [self._clause(entry) for entry in self._raw.get(CANDIDATES, {}).get(fact, ())]
        except InputError:
            return ()
        return tuple(each for each in found if each.quote)

    def _clause(self, entry: Mapping[str, Any]) -> Closest:
        name = entry["document"]
        if name not in self._texts:
            text, rendering, _ = read_terms(self._paths[name], self._limits)
            self._texts[name] = text_lines(text), rendering
        lines, rendering = self._texts[name]
        first, last = entry["lines"]
        place = rendering.place(first, last) if rendering else ""
        start, end = entry["columns"]
        return Closest(name, self._paths[name], place, (first, last), start, end + 1, words_at(lines, entry))


def _stored(candidate: Candidate, document: Document, name: str) -> dict[str, Any]:
    begin, end = candidate.clause.pieces[-1].source()
    words = re.compile(r"\S(?:.*\S)?", re.DOTALL).search(document.text, begin, end)
    begin, end = words.span() if words else (begin, end)
    (first, column), (last, until) = document.position(begin), document.position(max(end - 1, begin))
    return {"document": name, "lines": [first, last], "columns": [column, until]}


def _first(found: Sequence[tuple[float, dict[str, Any]]]) -> list[dict[str, Any]]:
    """The closest of those of several documents."""
    return [entry for _, entry in sorted(found, key=lambda each: -each[0])[:MAX_STORED]]
