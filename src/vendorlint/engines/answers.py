"""What the rules answer about many inputs, each of those that ship asked once for all inputs that are the same to it.

Most facts are silent for most vendors, or the same, and a rule has the same to say of each but for the clauses that prove it. What it
may look at is known from its text (subset/reads.py); where that is the same as it was of an earlier input, so is the answer, and the
rule is not run again. An organisation's own rules are run for each input: they may look at clauses.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from vendorlint.engines.put_by import PutBy, Template
from vendorlint.engines.subset.reads import Path, Reads

# Of each package that has it, `deny`: all else, the evidence in the nodes above all, would be written and read in vain.
QUERY = "{name: rules.deny | some name, rules in data.vendorlint.rules}"

Key = tuple[object, ...]


class Question(NamedTuple):
    """What a rule is asked: all that its answer goes by, and the numbers of the clauses among that. No key where no other input
    will be the same."""

    key: Key | None
    numbers: Sequence[int]


class Answers:
    """The answers of an engine that holds rules and data. `reads` is what each rule goes by, and `shipped` are those that come with
    vendorlint; where there are none, all are run for each input."""

    def __init__(self, engine: Any, reads: Mapping[str, Reads], shipped: Collection[str]) -> None:
        self._engine = engine
        self._own = [name for name in reads if name not in shipped]
        self._reads = {
            name: (tuple(sorted(reads[name].rules)), sorted(reads[name].inputs)) for name in reads if name in shipped
        }
        self._values = sorted({path for rules, _ in self._reads.values() for path in rules})
        self._known: dict[Key, list[Template]] = {}

    def of(self, document: str) -> dict[str, Any]:
        """The `deny` of each package about an input. Raises what the engine does."""
        if self._reads:
            try:
                return self._asked(document)
            except MemoryError:
                raise
            except Exception:  # noqa: S110 - what is wrong is told of all rules together, whichever of them were asked
                pass
        self._engine.set_input_json(document)
        found: dict[str, Any] = self._value(self._engine.eval_query_as_json(QUERY))
        return found

    def _asked(self, document: str) -> dict[str, Any]:
        answers = self._of_own(document)
        put_by = PutBy(json.loads(document))
        self._engine.set_input_json(put_by.to_json())
        questions = self._questions(put_by)
        answers |= self._known_answers(questions, put_by)
        fresh = [name for name in questions if name not in answers]
        for name, denied in self._denied(fresh).items():
            key, numbers = questions[name]
            templates = [Template(each, numbers) for each in denied]
            if key:
                self._known[key] = templates
            answers[name] = _about(templates, numbers, put_by)
        return answers

    def _of_own(self, document: str) -> dict[str, Any]:
        if self._own:
            self._engine.set_input_json(document)
        return self._denied(self._own)

    def _questions(self, put_by: PutBy) -> dict[str, Question]:
        """What each rule is asked of an input that the engine has."""
        terms = [f"[x | x := {'.'.join(path)}]" for path in self._values]
        # As Python's own values: a set and a list are not the same there.
        found = self._value_of(self._engine.eval_query(_listed(terms)))
        values = dict(zip(self._values, map(repr, found), strict=True))
        rules = {each: tuple(values[path] for path in each) for each, _ in self._reads.values()}
        return {name: _question((name, rules[some]), paths, put_by) for name, (some, paths) in self._reads.items()}

    def _known_answers(self, questions: Mapping[str, Question], put_by: PutBy) -> dict[str, Any]:
        return {
            name: _about(self._known[key], numbers, put_by)
            for name, (key, numbers) in questions.items()
            if key in self._known
        }

    def _denied(self, names: Sequence[str]) -> dict[str, Any]:
        if not names:
            return {}
        query = _listed([f"data.vendorlint.rules.{name}.deny" for name in names])
        return dict(zip(names, self._value(self._engine.eval_query_as_json(query)), strict=True))

    @classmethod
    def _value(cls, answer: str) -> Any:
        return cls._value_of(json.loads(answer))

    @staticmethod
    def _value_of(answer: Any) -> Any:
        return answer["result"][0]["expressions"][0]["value"]


def _listed(terms: Sequence[str]) -> str:
    """A list of terms, each on a line of its own: an engine refuses long ones."""
    return "[" + ",\n".join(terms) + "]"


def _about(templates: Sequence[Template], numbers: Sequence[int], put_by: PutBy) -> list[dict[str, Any]]:
    clauses = [put_by.clauses[number] for number in numbers]
    return [each.about(clauses) for each in templates]


def _question(said: tuple[object, ...], paths: Sequence[Path], put_by: PutBy) -> Question:
    words: list[object] = [*said]
    numbers: list[int] = []
    for path in paths:
        part = put_by.part(path)
        if part is None:
            return Question(None, range(len(put_by.clauses)))
        words.append(part[0])
        numbers += part[1]
    return Question((*words, put_by.same_quotes(numbers)) if numbers else tuple(words), numbers)
