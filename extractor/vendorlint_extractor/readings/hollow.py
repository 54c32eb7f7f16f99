"""Promises that the text takes back: in their own sentence, in the one behind it, or by striking the section that they stand in.

What is taken back is no statement: the fact is silent, or what stands against it decides. Nothing adverse is ever set aside here, and
permissions have exceptions of their own (readings/polarity.py).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.clauses.stops import spoken
from vendorlint_extractor.documents.gates import gate_of
from vendorlint_extractor.language.cues import Hollow
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.ranks import ALL, numbers
from vendorlint_extractor.readings.statement import Statement

FOLLOWING = 2  # sentences behind a promise that may take it back
CITED = 40  # sections that one clause cites
STEM = 4  # letters by which a word is known in its forms: 'sell', 'selling'

_NUMBER = re.compile(r"\d{1,6}(?:[._]\d{1,6})*")
_RANGE = re.compile(r"(?:\b(?:to|through|a|au)|[-–]) ?(?:[^\W\d]+ )?$")


def struck_here(clauses: Sequence[Clause], cues: Hollow) -> frozenset[str]:
    """The numbers of the sections that a document says are deleted or replaced, whole."""
    return frozenset(_number(match) for match in _struck(clauses, cues) if match["gone"])


def struck_elsewhere(clauses: Sequence[Clause], cues: Hollow) -> frozenset[str]:
    """The numbers of sections of other documents that a document strikes or says not to apply: it has none of these numbers, or says
    that they are the agreement's."""
    found = {(_number(match), bool(match["of"])) for match in _struck(clauses, cues)}
    found |= {(number, False) for number in voided(clauses, cues) if number != ALL}
    own = {number for clause in clauses for number in numbers(clause)} if found else frozenset()
    return frozenset(number for number, named in found if named or number not in own)


def voided(clauses: Sequence[Clause], cues: Hollow) -> Mapping[str, tuple[Clause, tuple[int, int]]]:
    """The numbers of the sections that a clause takes the force from ('nothing in section 2 has effect'), with its words; `ALL` where
    it does so with all that the document says."""
    found: dict[str, tuple[Clause, tuple[int, int]]] = {}
    opens, voids = gate_of(cues.empty, cues.cites).opens, gate_of(cues.voided).opens
    for clause in clauses:
        own = clause.text[clause.own_start :]
        if not clause.operative or not opens(own):
            continue
        span = (clause.own_start, len(clause.text))
        if cues.empty.search(own):
            found.setdefault(ALL, (clause, span))
        cited = list(itertools.islice(cues.cites.finditer(own), CITED))
        if not cited or cues.foreign.search(own):
            continue
        named = cues.cites.sub("§", own, CITED)
        if match := cues.voided.search(named) if voids(named) else None:
            each = cited[min(match.string.count("§", 0, match.start()), len(cited) - 1)]
            for number in _listed(each["numbers"]):
                found.setdefault(number, (clause, span))
    return found


def _listed(numbers: str) -> Iterator[str]:
    """The numbers of a list of sections; of a range with those between: '2.2 to 2.4'."""
    known = [(match[0].replace("_", "."), match.start()) for match in _NUMBER.finditer(numbers)]
    for (number, _), (following, start) in itertools.pairwise([*known, ("", 0)]):
        yield number
        head, _, last = number.rpartition(".")
        to_head, _, to_last = following.rpartition(".")
        if following and head == to_head and _RANGE.search(numbers[:start]):
            yield from (
                f"{head}.{each}".lstrip(".") for each in range(int(last) + 1, min(int(to_last), int(last) + CITED))
            )


def _number(match: re.Match[str]) -> str:
    return spoken(match["section"]).rstrip(".")


def _struck(clauses: Sequence[Clause], cues: Hollow) -> Iterator[re.Match[str]]:
    opens = gate_of(cues.struck).opens
    operative = (clause for clause in clauses if clause.operative and opens(clause.text))
    found = (cues.struck.search(clause.text, clause.own_start) for clause in operative)
    return filter(None, found)


def without_hollow(
    statements: Iterable[tuple[Statement, FactDefinition]], clauses: Sequence[Clause], cues: Hollow
) -> list[Statement]:
    """The statements without promises that are taken back."""
    gone, words = struck_here(clauses, cues) | voided(clauses, cues).keys(), narrowed(clauses, cues)
    return [
        each
        for each, definition in statements
        if not is_promise(definition.info, each.value)
        or not (_taken_back(each, definition, clauses, cues, gone) or _means_less(each, definition, words))
    ]


def narrowed(clauses: Sequence[Clause], cues: Hollow) -> Mapping[str, tuple[Clause, tuple[int, int]]]:
    """The beginnings of the words that a document gives a meaning narrower than theirs, with what says so."""
    found: dict[str, tuple[Clause, tuple[int, int]]] = {}
    opens = gate_of(cues.narrowed).opens
    for clause in filter(lambda each: opens(each.text), clauses):
        for match in cues.narrowed.finditer(clause.text, clause.own_start):
            word = match["word"]
            found.setdefault(word if " " in word else word[:STEM], (clause, match.span()))
    return found


def is_promise(info: FactInfo, value: object) -> bool:
    """Whether a value is the best that the customer may have."""
    return isinstance(info.risk, tuple) and info.risk[-1:] == (value,)


def _means_less(statement: Statement, definition: FactDefinition, words: Collection[str]) -> bool:
    """Whether a promise is made in words that the document gives a narrower meaning."""
    said = statement.clause.text[statement.span[0] : statement.span[1]]
    return definition.kind != "permission" and any(word in said for word in words)


def _taken_back(
    statement: Statement, definition: FactDefinition, clauses: Sequence[Clause], cues: Hollow, gone: frozenset[str]
) -> bool:
    if definition.kind == "permission":
        return False
    clause = statement.clause
    if _says(cues.here, clause) or ALL in gone or not gone.isdisjoint(numbers(clause)):
        return True
    behind = clauses[clause.index + 1 : clause.index + 1 + FOLLOWING]
    return any(each.section == clause.section and _says(cues.behind, each) for each in behind)


def _says(cue: re.Pattern[str], clause: Clause) -> bool:
    return gate_of(cue).opens(clause.text) and bool(cue.search(clause.text, clause.own_start))
