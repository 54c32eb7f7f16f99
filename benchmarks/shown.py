"""Which of the values that labelled terms state a reader gets to see: read right, or else pointed at.

A wrong value is pointed at by its own clauses where a labelled one is among them, a silence by its candidates.
"""

from __future__ import annotations

import collections
from collections.abc import Iterable, Mapping, Sequence
from types import ModuleType
from typing import Any

from vendorlint_extractor import Candidate, Document, Extractor

FIRST = 3  # candidates that a report shows in text


class Shown:
    """Counts the labelled values by how they are shown."""

    def __init__(self, scorer: ModuleType, extractor: Extractor) -> None:
        self._scorer = scorer
        self._extractor = extractor
        self._counts: collections.Counter[str] = collections.Counter()

    def count(
        self, document: Document, truth: Mapping[str, Any], read: Mapping[str, Any], facts: Sequence[str]
    ) -> None:
        """Take a document: the facts of its label, and those that were read."""
        stated = [fact for fact in facts if fact in truth]
        silent = [fact for fact in stated if fact not in read]
        candidates: dict[str, list[Candidate]] = {fact: [] for fact in silent}
        for each in self._extractor.candidates(document, silent):
            candidates[each.fact].append(each)
        for fact in stated:
            quotes = truth[fact].get("quotes", [])
            if fact in candidates:
                pieces = (each.clause.pieces[-1].source() for each in candidates[fact])
                place = self._first((document.text[begin:end] for begin, end in pieces), quotes)
                how = "missed" if place is None else "first" if place < FIRST else "later"
            elif self._scorer.score(fact, truth[fact]["value"], read[fact].get("value"))[1:] == (0, 0):
                how = "right"
            else:
                sides = read[fact].get("conflict", [read[fact]])
                shown = (each["quote"] for side in sides for each in side.get("evidence", ()))
                how = "wrong" if self._first(shown, quotes) is None else "wrong, in its place"
            self._counts[how] += 1

    def _first(self, shown: Iterable[str], quotes: Sequence[str]) -> int | None:
        places = (n for n, text in enumerate(shown) if any(self._scorer.same_place(text, quote) for quote in quotes))
        return next(places, None)

    def print_totals(self) -> None:
        """One line on the share that is read or shown, one on what it is made of."""
        counts, total = self._counts, max(self._counts.total(), 1)
        right, later, first = (counts[how] for how in ("right", "later", "first"))
        placed = counts["wrong, in its place"]
        share = (right + placed + first + later) / total
        print(f"read or shown as a candidate {share:.3f} of {counts.total()}")
        print(
            f"  read right {right}, read wrong from the labelled clause {placed}; of {first + later + counts['missed']} silences "
            f"the labelled clause is among the first {FIRST} candidates in {first}, further down in {later}"
        )
