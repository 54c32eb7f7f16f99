"""An input whose clauses are put by: each stands for itself by its number, so that facts of several vendors that say the same are
the same.

The rules that ship look at no clause but for its part, for which values of a set it states and for whether two quotes are one; they
hand clauses on as they are. So they answer of numbers what they would of clauses, and the clauses are put back into the answer.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

EVIDENCE = "evidence"
NUMBER = "number_put_by"  # no key of a clause
FACTS = "facts"
ABSENT = "absent"
LARGEST = 2**53
_SEEN = ("role", "states")  # of a clause, besides its quote

Clause = dict[str, Any]
Path = tuple[str, ...]


class OddError(Exception):
    """A clause that is none, so that nothing may be said of it without a look at it."""


class PutBy:
    """One input. Raises OddError."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.clauses: list[Clause] = []
        self._quotes: dict[str, str] = {}
        self._content = {**content, FACTS: self._without(content[FACTS])} if FACTS in content else content
        self._parts: dict[Path, tuple[str, tuple[int, ...]] | None] = {}

    def to_json(self) -> str:
        """The input for an engine."""
        return json.dumps(self._content)

    def part(self, path: Path) -> tuple[str, tuple[int, ...]] | None:
        """What stands at a path, in words that leave out which clauses they are, and the numbers of these in their order. None
        for all facts together, which no other vendor will have."""
        if path not in self._parts:
            self._parts[path] = self._part(path)
        return self._parts[path]

    def same_quotes(self, numbers: Sequence[int]) -> tuple[int, ...]:
        """For each of some clauses which of them is the first with its quote."""
        first: dict[str, int] = {}
        return tuple(first.setdefault(self.clauses[each].get("quote", ""), at) for at, each in enumerate(numbers))

    def _part(self, path: Path) -> tuple[str, tuple[int, ...]] | None:
        if path in ((), (FACTS,)):
            return None
        node: Any = self._content
        for name in path:
            if not isinstance(node, dict) or name not in node:
                return ABSENT, ()
            node = node[name]
        if path[0] != FACTS:
            return json.dumps(node), ()
        numbers: list[int] = []
        return json.dumps(_unnumbered(node, numbers)), tuple(numbers)

    def _without(self, node: Any) -> Any:
        if isinstance(node, dict):
            return {
                key: [self._number(each) for each in value]
                if key == EVIDENCE and isinstance(value, list)
                else self._without(value)
                for key, value in node.items()
            }
        return [self._without(each) for each in node] if isinstance(node, list) else node

    def _number(self, clause: Any) -> Clause:
        """What stands for a clause: its number, its part, what it states of a set, and a word that is the same where the quote is."""
        if not isinstance(clause, dict) or NUMBER in clause or not all(map(_is_plain, clause.values())):
            raise OddError
        if not isinstance(clause.get("quote", ""), str):
            raise OddError
        self.clauses.append(dict(sorted(clause.items())))
        number = len(self.clauses) - 1
        said: Clause = {NUMBER: number}
        if "quote" in clause:
            said["quote"] = self._quotes.setdefault(clause["quote"], str(number))
        return said | {key: clause[key] for key in _SEEN if key in clause}


def _unnumbered(node: Any, numbers: list[int]) -> Any:
    """The same without what tells clauses apart, whose numbers are noted."""
    if isinstance(node, dict):
        if NUMBER in node:
            numbers.append(node[NUMBER])
            return [*(node.get(key) for key in _SEEN), "quote" in node]
        return {key: _unnumbered(value, numbers) for key, value in node.items()}
    return [_unnumbered(each, numbers) for each in node] if isinstance(node, list) else node


def _is_plain(value: Any) -> bool:
    """Whether an engine takes it, and gives it back to the letter."""
    if isinstance(value, list):
        return all(not isinstance(each, list) and _is_plain(each) for each in value)
    if isinstance(value, str):
        return value.isascii() or value.encode(errors="ignore").decode() == value  # none is half a character
    return type(value) is int and -LARGEST < value < LARGEST


class Template:
    """A finding of a rule, with clauses by their place among those that the rule may look at."""

    __slots__ = ("_evidence", "_finding")

    def __init__(self, finding: Any, numbers: Sequence[int]) -> None:
        """Raises OddError for one that holds clauses elsewhere than in its evidence, or others."""
        places = {number: at for at, number in enumerate(numbers)}
        evidence = finding.get(EVIDENCE) if isinstance(finding, dict) else None
        if not isinstance(evidence, list):
            raise OddError
        self._evidence = [_place(each, places) for each in evidence]
        self._finding = {**finding, EVIDENCE: [each for each in self._evidence if not isinstance(each, int)]}
        if NUMBER in json.dumps(self._finding):
            raise OddError

    def about(self, clauses: Sequence[Clause]) -> dict[str, Any]:
        """The finding with these clauses."""
        return {
            **self._finding,
            EVIDENCE: [clauses[each] if isinstance(each, int) else each for each in self._evidence],
        }


def _place(clause: Any, places: Mapping[int, int]) -> Any:
    if not isinstance(clause, dict) or NUMBER not in clause:
        return clause
    if clause[NUMBER] not in places:
        raise OddError
    return places[clause[NUMBER]]
