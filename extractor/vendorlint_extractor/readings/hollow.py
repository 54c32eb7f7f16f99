"""Promises that the text takes back: in their own sentence, in the one behind it, or by striking the section that they stand in.

What is taken back is no statement: the fact is silent, or what stands against it decides. Nothing adverse is ever set aside here, and
permissions have exceptions of their own (readings/polarity.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.clauses.stops import spoken
from vendorlint_extractor.language.cues import Hollow
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.ranks import numbers
from vendorlint_extractor.readings.statement import Statement


def struck_here(clauses: Sequence[Clause], cues: Hollow) -> frozenset[str]:
    """The numbers of the sections that a document says are deleted or replaced, whole."""
    return frozenset(_number(match) for match in _struck(clauses, cues) if match["gone"])


def struck_elsewhere(clauses: Sequence[Clause], cues: Hollow) -> frozenset[str]:
    """The numbers of sections of other documents that a document strikes or says not to apply: it has none of these numbers, or says
    that they are the agreement's."""
    own = {number for clause in clauses for number in numbers(clause)}
    found = {(_number(match), bool(match["of"])) for match in _struck(clauses, cues)}
    return frozenset(number for number, named in found if named or number not in own)


def _number(match: re.Match[str]) -> str:
    return spoken(match["section"]).rstrip(".")


def _struck(clauses: Sequence[Clause], cues: Hollow) -> Iterator[re.Match[str]]:
    found = (cues.struck.search(clause.text, clause.own_start) for clause in clauses if clause.operative)
    return filter(None, found)


def without_hollow(
    statements: Iterable[tuple[Statement, FactDefinition]], clauses: Sequence[Clause], cues: Hollow
) -> list[Statement]:
    """The statements without promises that are taken back."""
    gone = struck_here(clauses, cues)
    return [
        each
        for each, definition in statements
        if not is_promise(definition.info, each.value) or not _taken_back(each, definition, clauses, cues, gone)
    ]


def is_promise(info: FactInfo, value: object) -> bool:
    """Whether a value is the best that the customer may have."""
    return isinstance(info.risk, tuple) and info.risk[-1:] == (value,)


def _taken_back(
    statement: Statement, definition: FactDefinition, clauses: Sequence[Clause], cues: Hollow, gone: frozenset[str]
) -> bool:
    if definition.kind == "permission":
        return False
    clause = statement.clause
    if cues.here.search(clause.text, clause.own_start) or not gone.isdisjoint(numbers(clause)):
        return True
    behind = clauses[clause.index + 1 : clause.index + 2]
    return any(each.section == clause.section and cues.behind.search(each.text, each.own_start) for each in behind)
