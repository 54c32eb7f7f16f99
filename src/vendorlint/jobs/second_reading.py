"""Terms read by patterns and by a second reader: which questions a vendor's documents raise, and what becomes of the answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.facts.extraction import Extracted, extract
from vendorlint.facts.readings import Round
from vendorlint.policy.requirements import policy_in_force
from vendorlint.policy.rules import all_rules
from vendorlint.project.cache import cache_folder
from vendorlint.project.project import Project
from vendorlint.second_reader.cache import Cache
from vendorlint.second_reader.client import Answer, Client
from vendorlint.second_reader.endpoint import Endpoint, endpoint_of
from vendorlint.second_reader.reader import SecondReader, Tally
from vendorlint_extractor.customer import Customer
from vendorlint_extractor.questions.question import UNASKED, Question

LETTERS = 4  # of a token, about, in the languages that are read
NO_STAND = "its quote does not stand in the document"


@dataclass(frozen=True, slots=True)
class Terms:
    """A vendor's documents, for whom they are to be read, and whether they may leave this machine."""

    vendor: str
    documents: tuple[Path, ...]
    folder: Path | None
    customer: Customer
    confidential: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What terms are read as; lines to tell; and what is wrong where no question was answered."""

    extracted: Extracted
    rounds: tuple[Round, ...]
    lines: tuple[str, ...] = ()
    error: InputError | None = None


class SecondReading:
    """Reads terms with a second reader. `tell` is told what takes long."""

    def __init__(self, project: Project, endpoint: Endpoint, today: str, tell: Callable[[str], None]) -> None:
        self._project = project
        self._endpoint = endpoint
        self._tell = tell
        self._client = Client(endpoint)
        self._facts = asked_facts(project)
        cache = Cache(cache_folder("second-reader", project.config.root))
        self._reader = SecondReader(endpoint.model, self._ask, cache, project.facts.infos, today)

    @classmethod
    def of(cls, project: Project, today: str, tell: Callable[[str], None]) -> SecondReading:
        """The one that a user's settings name. Raises InputError."""
        return cls(project, endpoint_of(project.config.second_reader), today, tell)

    def read(self, terms: Terms, before: Sequence[Round]) -> Reading:
        """What a vendor's terms are read as; `before` is what was heard of them earlier. Raises VendorlintError as `extract` does."""
        if not self._may_ask(terms):
            return Reading(self._extracted(terms, before), tuple(before), (self._refusal(terms),))
        questions = self._questions(terms)
        new = sum(not self._reader.known(each) for each in questions)
        if new and not self._reader.gone:
            self._tell(
                f"{terms.vendor}: asking {self._endpoint.model} at {self._endpoint.host}: {_many(new, 'question')}"
            )
        heard = self._reader.hear(questions, before)
        extracted = self._extracted(terms, heard.rounds)
        heard.tally.refused.update({NO_STAND: len(extracted.dropped)} if extracted.dropped else {})
        return Reading(extracted, heard.rounds, tuple(self._told(terms, heard.tally)), _none(terms, heard.tally))

    def preview(self, terms: Terms) -> Iterator[str]:
        """All that would be sent of a vendor's terms, and how much it is; nothing is."""
        if not self._may_ask(terms):
            yield self._refusal(terms)
            return
        questions = self._questions(terms)
        new = [each for each in questions if not self._reader.known(each)]
        for number, each in enumerate(new, start=1):
            what = "all of it" if each.whole else "passages of it"
            yield f"=== {terms.vendor}: question {number} of {len(new)}: {each.document}, {what}: {', '.join(each.facts)}"
            yield from ("--- system", *each.system.split("\n"), "--- user", *each.text.split("\n"), "")
        size = sum(len(each.system) + len(each.text) for each in new)
        known = f" ({len(questions) - len(new)} more were answered before)" if len(new) < len(questions) else ""
        sent = f"{_many(len(new), 'question')}{known}, {size:,} characters, about {size // LETTERS:,} tokens"
        yield f"{terms.vendor}: would send to {self._endpoint.host}: {sent}{self._price(size // LETTERS, 0)}"

    def close(self) -> None:
        """Give the connection back."""
        self._client.close()

    def _ask(self, question: Question, schema: Mapping[str, object]) -> Answer:
        return self._client.ask(question.system, question.text, schema)

    def _may_ask(self, terms: Terms) -> bool:
        return self._endpoint.local or not terms.confidential

    def _refusal(self, terms: Terms) -> str:
        return f"{terms.vendor}: is confidential (vendor.yaml): nothing of it is sent to {self._endpoint.host}"

    def _questions(self, terms: Terms) -> list[Question]:
        extracted = extract(
            terms.documents, terms.vendor, self._project, terms.folder, terms.customer, asked=self._facts
        )
        return [Question.from_dict(each) for each in extracted.questions]

    def _extracted(self, terms: Terms, rounds: Sequence[Round]) -> Extracted:
        return extract(terms.documents, terms.vendor, self._project, terms.folder, terms.customer, rounds=rounds)

    def _told(self, terms: Terms, tally: Tally) -> Iterator[str]:
        known = f", {tally.known} known from before" if tally.known else ""
        refused = f", {tally.refused.total()} refused ({_counted(tally.refused)})" if tally.refused else ""
        took = f"{_many(tally.taken, 'reading')}{refused}"
        spent = (
            f"{tally.tokens_in:,} tokens in, {tally.tokens_out:,} out{self._price(tally.tokens_in, tally.tokens_out)}"
        )
        yield f"{terms.vendor}: second reader {self._endpoint.model}: {tally.asked} asked{known}; {took}; {spent}"
        for reason, count in sorted(tally.unanswered.items()):
            kept = "what was read before stays"
            yield f"{terms.vendor}: second reader: {_many(count, 'question')} without an answer: {reason}; {kept}"

    def _price(self, tokens_in: int, tokens_out: int) -> str:
        prices = self._endpoint.price_in, self._endpoint.price_out
        if prices == (None, None):
            return ""
        cost = (tokens_in * (prices[0] or 0) + tokens_out * (prices[1] or 0)) / 1_000_000
        return f", {cost:.4f} at the prices of your configuration"


def asked_facts(project: Project) -> tuple[str, ...]:
    """The facts that a rule of the policy asks for, as far as terms state them."""
    rules = all_rules(project).rules
    asked = {fact for rule in policy_in_force(project.config, rules).requirements for fact in rules[rule].facts}
    return tuple(fact for fact in project.facts.ids if fact in asked and fact not in UNASKED)


def _none(terms: Terms, tally: Tally) -> InputError | None:
    """That no question was answered, now or before."""
    count = tally.unanswered.total()
    if not count or count < tally.known + tally.asked:
        return None
    reason = tally.unanswered.most_common(1)[0][0]
    return InputError(f"the second reader answered no question about {terms.vendor}: {reason}")


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {reason}" for reason, count in sorted(counts.items()))


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"
