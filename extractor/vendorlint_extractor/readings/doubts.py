"""Clauses that may take back what others promise: they turn a clause by its number, give its words another meaning, or have something
count as what it is not.

They state nothing: what they come to is a person's to say. A promise that one of them bears on is not passed in silence.
"""

from __future__ import annotations

import collections
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from vendorlint_extractor.clauses.clause import TITLES, Clause
from vendorlint_extractor.clauses.stops import spoken
from vendorlint_extractor.documents.gates import gate_of
from vendorlint_extractor.language.cues import Doubts
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.readings.fact_words import Weights, weight_of
from vendorlint_extractor.readings.statement import Statement

NEAR = 0.8  # of what the heaviest fact's words weigh: as likely meant
MOST = 2  # facts that one clause is taken to bear on
EARLY = 45  # characters of a clause: what it names there it speaks of
LONGEST = 300  # characters of a clause that speaks of another
ABOUT = 1.0  # what a fact's words in a clause have to weigh where it names the number of a fact's clause
OF_USE = frozenset(
    {
        "licence.purposes",
        "ai.training.customer_content",
        "ai.training.personal_data",
        "data.sale",
        "data.advertising",
        "data.instructions_only",
    }
)  # the facts on what the vendor does with what is its customer's
SAID_BY_THE_WAY = frozenset({"data.dpa", "licence.granted"})  # facts that are stated wherever their words stand
_TAGGED = re.compile(r"\b[A-Z]{3,}")

Span = tuple[int, int]
Doubt = tuple[Clause, Span]


def doubts_of(
    clauses: Sequence[Clause],
    statements: Sequence[Statement],
    infos: Mapping[str, FactInfo],
    cues: Doubts,
    weights: Weights,
) -> dict[str, list[Doubt]]:
    """For each fact the clauses that may take back what others promise of it, each with the words that do: those that turn or twist such a
    promise of this document, and all that may be about the fact."""
    promises: dict[str, list[Statement]] = collections.defaultdict(list)
    read: dict[int, set[str]] = collections.defaultdict(set)
    for each in statements:
        read[each.clause.index].add(each.fact)
        if each.fact in infos and not _is_worst(infos[each.fact], each.value):
            promises[each.fact].append(each)
    numbered: dict[str, set[str]] = collections.defaultdict(set)
    for fact, made in promises.items():
        for each in made:
            if fact not in SAID_BY_THE_WAY:
                numbered[_number(each.clause)].add(fact)
    found: dict[str, list[Doubt]] = {}
    for clause in clauses:
        if not clause.operative or clause.kind in TITLES or clause.text.endswith("?"):
            continue
        for fact, span in _doubted(clause, promises, numbered, cues, weights):
            if fact not in read[clause.index]:
                found.setdefault(fact, []).append((clause, span))
    return found


def _doubted(
    clause: Clause,
    promises: Mapping[str, Sequence[Statement]],
    numbered: Mapping[str, Collection[str]],
    cues: Doubts,
    weights: Weights,
) -> Iterator[tuple[str, Span]]:
    yield from _turned(clause, numbered, cues, weights)
    yield from _defined(clause, promises, cues, weights)
    yield from _about(clause, cues)


def _is_worst(info: FactInfo, value: object) -> bool:
    return isinstance(info.risk, tuple) and info.risk[:1] == (value,)


def _number(clause: Clause) -> str:
    return clause.number(clause.pieces[-1]).partition("(")[0]


def _meant(facts: Collection[str], text: str, weights: Weights, least: float) -> list[str]:
    """Those of some facts that a text is about by its words, at most MOST."""
    told = {fact: weight for fact in facts if (weight := weight_of(fact, text, weights)) >= least}
    heaviest = max(told.values(), default=0)
    return sorted((fact for fact in told if told[fact] >= NEAR * heaviest), key=lambda fact: (-told[fact], fact))[:MOST]


def _turned(
    clause: Clause, numbered: Mapping[str, Collection[str]], cues: Doubts, weights: Weights
) -> Iterator[tuple[str, Span]]:
    """The facts that stand under a number which the clause names, in words that turn what stands there, or as what it speaks of."""
    named = list(cues.named.finditer(clause.text, clause.own_start))
    turn = cues.turned.search(clause.text, clause.own_start) if named else None
    alone = len({match["section"] for match in named}) == 1 and len(clause.text) - clause.own_start <= LONGEST
    for match in named:
        number = spoken(match["section"]).rstrip(".")
        facts = numbered.get(number, ())
        if not facts or number == _number(clause) or cues.cited.search(clause.text, clause.own_start, match.start()):
            continue
        early = 0 < match.start() - clause.own_start <= EARLY and not cues.idle.match(clause.text, match.end())
        if turn or (alone and early):
            meant = facts if len(facts) <= MOST else _meant(facts, clause.text, weights, ABOUT)
            yield from ((fact, (turn or match).span()) for fact in sorted(meant))


def _defined(
    clause: Clause, promises: Mapping[str, Sequence[Statement]], cues: Doubts, weights: Weights
) -> Iterator[tuple[str, Span]]:
    """The facts whose clauses use a word that the clause gives another meaning: of what every clause names, those on its use."""
    match = cues.defines.search(clause.text, clause.own_start)
    if not match or not (twist := cues.twisted.search(clause.text, match.end("word"))):
        return
    word = match["word"].strip()
    used = re.compile(rf"\b{re.escape(word)}")
    facts = [
        fact
        for fact, made in promises.items()
        if any(each.clause is not clause and used.search(each.clause.text, each.clause.own_start) for each in made)
    ]
    meant = (
        [fact for fact in facts if fact in OF_USE]
        if _TAGGED.search(word)
        else _meant(facts, word, weights, ABOUT) or (facts if len(facts) <= MOST else [])
    )
    yield from ((fact, twist.span()) for fact in meant)


def _about(clause: Clause, cues: Doubts) -> Iterator[tuple[str, Span]]:
    """The facts that a clause may be about, in words that state nothing."""
    if not gate_of(*cues.about.values()).opens(clause.text):
        return
    begin = 0 if clause.kind == "cell" else clause.own_start
    found = ((fact, cue.search(clause.text, begin)) for fact, cue in cues.about.items())
    yield from ((fact, match.span()) for fact, match in found if match)
