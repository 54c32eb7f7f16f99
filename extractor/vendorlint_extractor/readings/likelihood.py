"""How likely it is that a clause states what a reading found in it, judged by all of its words and not by the reading's alone.

A logistic regression per value of a fact (`benchmarks/likelihood.py` learns them, docs/accuracy.md has what they are worth on documents
that neither they nor the patterns were made with), over words, pairs of words, the words of the headings above and the type of the
document. It never states anything: it says how far to trust what patterns read. The numbers are whole ones, so that sums are the
same on every machine.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.language.tokens import fold_case
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.readings.fact_words import WORD, stem
from vendorlint_extractor.readings.statement import Statement

FOLDER = Path(__file__).parents[1] / "language" / "likelihood"
SCALE = 10  # the weights' unit is a tenth
LENGTH = 1500  # characters of a clause that are looked at: what a longer one says further on has other subjects
HEADINGS = 2  # headings above, the nearest
BY_VALUE = frozenset({"bool", "enum", "set"})  # types of facts with a class for each value; others have one for all
Evidence = tuple[int, Sequence[str]]  # how many features there are, and the lines of those that are known


@dataclass(frozen=True)
class Likelihoods:
    """The regressions of one language. `doubtful` is the likelihood under which a reading was wrong more often than right on documents
    that were kept back, 0 where no such line was found; `weights` has a feature's line, taken apart when it is met."""

    doubtful: float
    classes: Sequence[str]
    intercepts: Sequence[int]
    weights: Mapping[str, str]

    def evidence(self, clause: Clause, document_type: str, start: int = 0) -> Evidence:
        """How many features a clause has from an offset on, and what each that is known weighs for each class."""
        seen = features(clause, document_type, start)
        return len(seen), [self.weights[each] for each in seen if each in self.weights]

    def by(self, evidence: Evidence, named: str) -> float | None:
        """The likelihood that a clause of this evidence states what a class stands for, from 0 to 1; None of a class that was not learnt."""
        at = self._index.get(named)
        if at is None:
            return None
        number, known = evidence
        key, within = f"{at}:", f" {at}:"
        weight = sum(_weight(line, key) for line in known if within in line or line.startswith(key))
        score = (weight / math.sqrt(max(number, 1)) + self.intercepts[at]) / SCALE
        return round(1 / (1 + math.exp(-max(min(score, 30.0), -30.0))), 4)

    @functools.cached_property
    def _index(self) -> Mapping[str, int]:
        return {named: at for at, named in enumerate(self.classes)}


def weighed(
    statements: Iterable[Statement], infos: Mapping[str, FactInfo], found: Likelihoods, document_type: str
) -> list[Statement]:
    """Statements with how likely they are, without those of values that no clause of theirs is likely to state.

    A clause with a lead-in is judged with it, and without it where its own words make the reading: as it is likelier, since a long
    lead-in speaks of much else. What is adverse stays, however unlikely: the customer is to look at it; and so does what a reading
    states that is sure of itself, as the words around it may be those of a drafter who was never learnt from,
    and a number or a place, of which all values have one class. The elements of a set stand or fall together, as one clause
    states many.
    """
    evidence: dict[tuple[int, int], Evidence] = {}

    def likelihood(each: Statement) -> float | None:
        begin = each.clause.own_start if each.span[0] >= each.clause.own_start else 0
        named = class_of(infos[each.fact], each.value)
        known = [found.by(of(each.clause, start), named) for start in {0, begin}]
        return max((chance for chance in known if chance is not None), default=None)

    def of(clause: Clause, start: int) -> Evidence:
        if (clause.index, start) not in evidence:
            evidence[clause.index, start] = found.evidence(clause, document_type, start)
        return evidence[clause.index, start]

    known = [each if each.inert else replace(each, likelihood=likelihood(each)) for each in statements]
    sure = {_key(each, infos) for each in known if not each.inert and each.confidence == "high"}
    best: dict[tuple[str, Any], float] = {}
    for each in known:
        if not each.inert:
            key = _key(each, infos)
            best[key] = max(best.get(key, 0.0), 1.0 if each.likelihood is None else each.likelihood)
    return [
        each
        for each in known
        if best.get(_key(each, infos), 1.0) >= found.doubtful
        or infos[each.fact].is_adverse(each.value)
        or _key(each, infos) in sure
        or infos[each.fact].type not in BY_VALUE
    ]


def _key(statement: Statement, infos: Mapping[str, FactInfo]) -> tuple[str, Any]:
    return statement.fact, None if infos[statement.fact].type == "set" else statement.value


def features(clause: Clause, document_type: str, start: int = 0) -> frozenset[str]:
    """What a regression sees of a clause from an offset on."""
    words = list(_stems(clause.text[start : start + LENGTH]))
    titles = (f"title:{each}" for title in clause.section.path[-HEADINGS:] for each in _stems(fold_case(title)))
    pairs = (f"{first} {second}" for first, second in pairwise(words))
    return frozenset((*words, *pairs, *titles, f"kind:{clause.kind}", f"type:{document_type}"))


def class_of(info: FactInfo, value: Any) -> str:
    """What stands for a value of a fact: the value itself, or any of an amount, a date or a place."""
    return f"{info.id}={value}" if info.type in BY_VALUE else info.id


@functools.cache
def read_likelihoods(code: str, folder: Path = FOLDER) -> Likelihoods:
    """Those of a language."""
    doubtful, classes, intercepts, *lines = (folder / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    weights = dict(line.split("\t", 1) for line in lines)
    return Likelihoods(float(doubtful), classes.split("\t"), [int(each) for each in intercepts.split("\t")], weights)


def written(found: Likelihoods) -> str:
    """Likelihoods as the files have them."""
    head = [str(found.doubtful), "\t".join(found.classes), "\t".join(map(str, found.intercepts))]
    return "\n".join([*head, *(f"{feature}\t{line}" for feature, line in sorted(found.weights.items()))]) + "\n"


def _stems(text: str) -> Iterator[str]:
    return ("0" if word.isdigit() else stem(word) for word in WORD.findall(text))


def _weight(line: str, key: str) -> int:
    """What a line says of a class. It is not taken apart, as a clause is asked of few classes and has hundreds of lines."""
    if line.startswith(key):
        begin = len(key)
    elif (found := line.find(f" {key}")) >= 0:
        begin = found + 1 + len(key)
    else:
        return 0
    end = line.find(" ", begin)
    return int(line[begin:] if end < 0 else line[begin:end])
