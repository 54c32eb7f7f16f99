"""A second reader at work: questions asked one after another, and what comes of the answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vendorlint.facts.readings import SHORT, Reading, Round
from vendorlint.second_reader.answers import MalformedError, answer_schema, parsed
from vendorlint.second_reader.cache import Cache, Kept
from vendorlint.second_reader.client import Answer, UnansweredError
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.questions.prompts import prompts_digest
from vendorlint_extractor.questions.question import Question

Ask = Callable[[Question, Mapping[str, object]], Answer]
CUT_OFF = "an answer was cut off"
MALFORMED = "an answer was none of the form that was asked for"


@dataclass(slots=True)
class Tally:
    """What was asked of a vendor, and what came of it; tokens as far as the server tells of them."""

    asked: int = 0
    known: int = 0
    taken: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    unanswered: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Heard:
    """What a second reader says of a vendor's documents, with what it said before of what it was not asked, or gave no answer to."""

    rounds: tuple[Round, ...]
    tally: Tally


class SecondReader:
    """One model. After an answer that says no other one would come, it is asked nothing more: `gone` says why."""

    def __init__(self, model: str, ask: Ask, cache: Cache, infos: Mapping[str, FactInfo], today: str) -> None:
        self.model = model
        self.gone = ""
        self._ask = ask
        self._cache = cache
        self._infos = infos
        self._today = today

    def hear(self, questions: Sequence[Question], before: Sequence[Round]) -> Heard:
        """Ask all questions about a vendor; `before` are the rounds in its facts file."""
        tally = Tally()
        found: dict[str, list[Reading]] = {}
        answered: set[tuple[str, str]] = set()
        for question in questions:
            said = self._said(question, tally)
            if said is None:
                continue
            date, readings = said
            found.setdefault(date, []).extend(readings)
            answered |= {(question.document, fact) for fact in question.facts}
        documents = tuple(sorted({(each.document, each.sha256[:SHORT]) for each in questions}))
        digest = prompts_digest()[:SHORT]
        fresh = [Round(self.model, digest, date, documents, tuple(own)) for date, own in found.items()]
        return Heard(tuple(_joined([*_left(before, answered), *fresh])), tally)

    def known(self, question: Question) -> bool:
        """Whether a question was answered before, so that nothing is sent."""
        return self._cache.get(self.model, question) is not None

    def _said(self, question: Question, tally: Tally) -> tuple[str, tuple[Reading, ...]] | None:
        """The date of the answer, and its readings; None where there is no answer."""
        kept = self._cache.get(self.model, question)
        if kept:
            tally.known += 1
        else:
            kept = self._fresh(question, tally)
        if kept is None:
            return None
        try:
            answer = parsed(kept.text, question, self._infos)
        except MalformedError:
            tally.unanswered[MALFORMED] += 1
            return None
        tally.refused.update(answer.refused)
        tally.taken += len(answer.readings)
        return kept.date, answer.readings

    def _fresh(self, question: Question, tally: Tally) -> Kept | None:
        """The answer of the model, kept for the next time if it can be taken apart."""
        if self.gone:
            tally.unanswered[self.gone] += 1
            return None
        tally.asked += 1
        try:
            answer = self._ask(question, answer_schema(question, self._infos))
        except UnansweredError as error:
            tally.unanswered[error.reason] += 1
            self.gone = error.reason if error.final else ""
            return None
        tally.tokens_in += answer.tokens_in
        tally.tokens_out += answer.tokens_out
        if not answer.whole:
            tally.unanswered[CUT_OFF] += 1
            return None
        kept = Kept(answer.text, self._today)
        try:
            parsed(kept.text, question, self._infos)
        except MalformedError:
            return kept
        self._cache.put(self.model, question, kept)
        return kept


def _left(rounds: Iterable[Round], answered: Collection[tuple[str, str]]) -> Iterator[Round]:
    """What was read before of what is not answered now."""
    for each in rounds:
        readings = tuple(own for own in each.readings if (own.document, own.fact) not in answered)
        yield Round(each.model, each.prompts, each.date, each.documents, readings)


def _joined(rounds: Iterable[Round]) -> Iterator[Round]:
    """The rounds that hold a reading, those of one model, day and prompts as one, by day."""
    joined: dict[tuple[str, str, str, tuple[tuple[str, str], ...]], list[Reading]] = {}
    for each in rounds:
        joined.setdefault((each.date, each.model, each.prompts, each.documents), []).extend(each.readings)
    for (date, model, prompts, documents), readings in sorted(joined.items()):
        if readings:
            yield Round(model, prompts, date, documents, tuple(dict.fromkeys(readings)))
