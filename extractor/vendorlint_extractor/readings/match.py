"""Holds every fact's readings against every clause and yields statements: one reading of one clause.

A sieve over the words of a clause (`sieve.py`) names the few readings whose patterns may all match it; only these are looked at more
closely, and each pattern is searched once per clause.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from vendorlint_extractor.clauses.clause import INERT, TITLES, Clause
from vendorlint_extractor.language.cues import Hinging, SentenceCues
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.fact_words import Weights
from vendorlint_extractor.readings.held import Held, Searched, group
from vendorlint_extractor.readings.hollow import narrowed, voided
from vendorlint_extractor.readings.kinds.kind import Context, Telling
from vendorlint_extractor.readings.kinds.table import KINDS
from vendorlint_extractor.readings.patterns import first_end, loose, one_byte
from vendorlint_extractor.readings.polarity import actors, ban, whatever
from vendorlint_extractor.readings.ranks import governing, lifted
from vendorlint_extractor.readings.reading import Reading
from vendorlint_extractor.readings.sifted import Sifted
from vendorlint_extractor.readings.statement import Statement
from vendorlint_extractor.readings.view import Span, View, without_asides

HEAD_CLAUSES = 60
TAIL_CLAUSES = 15
KEPT = 4000  # clauses
MAX_LABEL = 50  # characters of a line such as "Effective: 3 April 2031", wherever navigation has pushed it


class Matcher:
    """The readings of definitions in one language, behind a sieve.

    `weights` tell which of the words of a section's title are a fact's own. `shipped` are all definitions
    that ship, whose sieve is compiled; an organisation's `own` come behind them.
    """

    def __init__(
        self,
        own: Sequence[FactDefinition],
        language: Language,
        weights: Weights,
        shipped: Sequence[FactDefinition] = (),
    ) -> None:
        self.language = language
        self.weights = weights
        self._sifted = [Sifted(shipped, language.code, f"sieve {language.code}")] if shipped else []
        self._sifted += [Sifted(own, language.code)] if own else []
        self._loosely: dict[str, dict[str, bool]] = {}  # patterns by the clauses that were matched last, for `shares`

    def prepare(self) -> None:
        """Make now what else is made when it is first needed."""
        for each in self._sifted:
            each.prepare()

    def _asides(self, text: bytes) -> frozenset[str]:
        """Those of the patterns that set readings aside which may match a text."""
        return frozenset(itertools.chain.from_iterable(each.asides(text) for each in self._sifted))

    def statements(self, clauses: Sequence[Clause]) -> Iterator[Statement]:
        """All statements in the order of the clauses."""
        edge = len(clauses) - TAIL_CLAUSES
        ranking = self.language.ranking
        words = narrowed(clauses, self.language.hollow)
        gone = {**voided(clauses, self.language.hollow), **lifted(clauses, ranking)}
        context = Context(clauses, governing(clauses, ranking), self.weights, gone, words)
        for clause in clauses:
            stated: set[str] = set()
            for held in self._held(clause):
                found = list(self._seen(clause, held, context, edge, stated))
                yield from found
                stated |= {each.fact for each in found}

    def _held(self, clause: Clause) -> list[Held]:
        """The clause as it stands, and without its asides, which are no reason to read anew what it has stated."""
        whole = View(clause.text, clause.own_start)
        shorter = None if clause.kind in INERT else without_asides(clause.text, clause.own_start, self.language.asides)
        views = [
            Searched(view, one_byte(view.text), self._asides, self.language.asides) for view in (whole, shorter) if view
        ]
        if len(self._loosely) >= KEPT:
            self._loosely.clear()
        self._loosely[clause.text] = views[0].loosely
        return [Held(seen, views[0], views[-1]) for seen in views]

    def _seen(
        self, clause: Clause, held: Held, context: Context, edge: int, stated: Collection[str]
    ) -> Iterator[Statement]:
        """What a view of a clause states of other facts than those `stated`."""
        quiet = clause.kind in INERT or not clause.operative
        says = not quiet or _says(clause, self.language.sentences)
        for definition, reading in itertools.chain.from_iterable(
            each.possible(held.seen.text) for each in self._sifted
        ):
            inert = quiet and not reading.head and _is_inert(definition, clause)
            if definition.id in stated or (inert and not says) or not _in_place(reading, clause, edge):
                continue
            if (
                held.seen.may_match(reading.all[-1])
                and held.seen.has(reading.all[:-1])
                and _is_written(reading, clause)
            ):
                found = self._read(definition, reading, context, clause, held)
                yield from map(_aside, found) if inert else found

    def shares(
        self, text: str, facts: Collection[str], worth: Callable[[str, float], bool]
    ) -> Iterator[tuple[str, float]]:
        """Those of these facts of which the telling words of a reading stand in a text, whoever acts and whatever is negated or set
        aside, and what share of the reading's patterns match there, gaps of any length. Of a fact nothing is told where no share up to one is `worth` it.
        """
        held = one_byte(text)
        matched = self._loosely.get(text, {})

        def matches(source: str) -> bool:
            if source not in matched:
                matched[source] = first_end(loose(source), held) >= 0
            return matched[source]

        for definition, reading, most in itertools.chain.from_iterable(each.told(held) for each in self._sifted):
            number = len(reading.all)
            if definition.id in facts and worth(definition.id, most / number) and matches(reading.all[-1]):
                met = 1 + sum(map(matches, reading.all[:-1]))
                yield definition.id, met / number

    def _read(
        self, definition: FactDefinition, reading: Reading, context: Context, clause: Clause, held: Held
    ) -> Iterator[Statement]:
        """What the first match that fits the reading states; of kinds that read a value, the first that holds one, and of a ban the
        first permission behind it ('we do not sell it to brokers, but we sell it to others').
        """
        kind = KINDS[definition.kind]
        in_cases = definition.unconditional and _leads_to_cases(clause, context.clauses, self.language.hinging)
        banned = False
        for match in held.seen.acts(reading, self.language.exceptions.afresh):
            act = group(match, "act") or match.span()
            if held.barred(reading, act) or not self._fits(definition, reading, held, act, in_cases):
                continue
            telling = Telling(
                definition, reading, clause, held.view, match, act, self._ban(held, act), self.language, context
            )
            if banned and telling.banned:
                continue
            found = [] if reading.banned_only and not telling.banned else list(kind.read(telling))
            yield from found
            banned = bool(found) and definition.kind == "permission" and telling.banned
            if not banned and (found or not kind.READS_ON):
                return

    def _ban(self, held: Held, act: Span) -> Span | None:
        """The span of the clause's text that bans an act of a view."""
        bare, span = held.bare(act)
        found = ban(bare.text, span, self.language.negation)
        return found and bare.origin(*found)

    def _fits(self, definition: FactDefinition, reading: Reading, held: Held, act: Span, in_cases: bool) -> bool:
        """Whether the reading's actor does an act of a view, and whether that hangs on nothing where it must not."""
        if "any" not in reading.actor:
            bare, span = held.bare(act)
            if not reading.actor & actors(bare.text, span[0], self.language.actors):
                return False
        if not definition.unconditional:
            return True
        cues = self.language.hinging
        if not in_cases and not held.hinges(act, cues):
            return True
        adverse = definition.info.risk[:1] == (reading.value,)
        return adverse and whatever(held.view.text, act, cues)


def _leads_to_cases(clause: Clause, clauses: Sequence[Clause], cues: Hinging) -> bool:
    """Whether each of the items that a lead-in has is a case: 'may end it at any time: (a) if ...; (b) in the event of ...'."""
    if not clause.text.endswith(":"):
        return False
    own_start = len(clause.text) + 1
    below = itertools.takewhile(lambda each: each.text.startswith(clause.text), clauses[clause.index + 1 :])
    items = [each.text[own_start:] for each in below if each.own_start == own_start]
    return bool(items) and all(cues.case.match(item) for item in items)


def _is_inert(definition: FactDefinition, clause: Clause) -> bool:
    """Whether a clause states nothing of a fact: a title, a summary, and a definition of all but what is read off definitions."""
    defined = definition.defines or KINDS[definition.kind].READS_DEFINITIONS
    inert = clause.kind in INERT and not (clause.kind == "definition" and defined)
    return inert or not clause.operative


def _says(clause: Clause, cues: SentenceCues) -> bool:
    """Whether words that state nothing say something all the same, and ask no question: titles with a verb, and definitions
    and examples that give a right."""
    own = clause.text[clause.own_start :]
    if own.endswith("?"):
        return False
    if clause.kind in TITLES:
        return bool(cues.predicate.search(own))
    return clause.kind not in INERT or bool(cues.entitling.search(clause.text))


def _aside(statement: Statement) -> Statement:
    """A statement of words that state nothing."""
    return replace(statement, inert=True, confidence="low")


def _is_written(reading: Reading, clause: Clause) -> bool:
    """Whether the words of a clause are those that a reading asks for, before they became tags."""
    return reading.written is None or first_end(reading.written, one_byte(clause.words)) >= 0


def _in_place(reading: Reading, clause: Clause, edge: int) -> bool:
    """Whether a reading may look at a clause: one in its section; only the document's two ends and short lines where asked."""
    if reading.head:
        return clause.index < HEAD_CLAUSES or clause.index >= edge or len(clause.text) < MAX_LABEL
    if reading.section is None:
        return True
    return _in_section(reading.section, clause.section.path)


@functools.lru_cache(maxsize=4096)
def _in_section(section: str, path: Sequence[str]) -> bool:
    return first_end(section, one_byte(" / ".join(path).lower())) >= 0
