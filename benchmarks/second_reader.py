"""Measures a second reader on labelled terms: precision and recall of patterns, of the model and of both, by fact.

    python benchmarks/second_reader.py --url http://localhost:11434/v1 --model NAME     # asks any OpenAI-compatible endpoint
    python benchmarks/second_reader.py --record questions.jsonl                         # keeps the questions, asks nobody
    python benchmarks/second_reader.py --replay answers.jsonl                           # takes answers that were made elsewhere
    python benchmarks/second_reader.py --labels                                         # plays the labels: do questions hold what is needed?
    python benchmarks/second_reader.py                                                  # plays silence

Each line of --record is {id, document, facts, messages, schema}, and of --replay {id, answer} with the text of the answer, and
{tokens_in, tokens_out} where they are known. Documents as in extraction.py: --gold DIR or --round NAME. With --url the key is in
VENDORLINT_SECOND_READER_KEY. Labelled terms belong to their vendors: what --record writes holds them, and stays with you.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, TextIO

from gold import add_gold, gold
from rounds import NAMES, Labelled, of_gold, of_round

from vendorlint.facts.extraction import extract
from vendorlint.facts.file import iter_facts
from vendorlint.facts.quotes import fold_space
from vendorlint.facts.readings import readings_of, rounds_of
from vendorlint.project.config import SecondReaderSettings
from vendorlint.project.project import Project, find_project
from vendorlint.second_reader.cache import Cache
from vendorlint.second_reader.client import Answer, Client, UnansweredError
from vendorlint.second_reader.endpoint import endpoint_of
from vendorlint.second_reader.reader import Ask, SecondReader, Tally
from vendorlint_extractor.ontology import in_order
from vendorlint_extractor.questions.question import UNASKED, Question

WHO = ("patterns", "model", "both")
NO_STAND = "its quote stands nowhere"


@dataclass
class Totals:
    """What came of all documents: hits and misses by reader and fact, and what the model took."""

    counts: dict[str, dict[str, collections.Counter[str]]]
    refused: collections.Counter[str]
    unanswered: collections.Counter[str]
    asked: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    characters: int = 0


@dataclass(frozen=True)
class Measured:
    """The values by reader and fact, what was asked, and how many characters that were."""

    said: Mapping[str, Mapping[str, Any]]
    tally: Tally
    characters: int


def main() -> None:
    """Ask, or take what was answered, and print the tables."""
    options = _options()
    project = find_project(Path(tempfile.mkdtemp()))
    scorer = _scorer(gold() or options.gold.parent)
    counts = {who: collections.defaultdict(collections.Counter) for who in WHO}
    totals = Totals(counts, collections.Counter(), collections.Counter())
    facts = [fact for fact in scorer.ONTOLOGY if fact not in UNASKED and fact.startswith(options.fact or "")]
    replayed = replaying(options.replay) if options.replay else None
    client = _client(options) if options.url else None
    with options.record.open("w", encoding="utf-8") if options.record else tempfile.TemporaryFile("w") as kept:
        for labelled in of_round(options.round) if options.round else of_gold(options.gold):
            ask = recording(_asker(options, labelled, replayed, client), kept)
            found = measured(labelled.path, project, facts, ask)
            _add(found, totals)
            _score(labelled, facts, found, totals, scorer, errors=options.errors)
    _print(scorer, totals, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_gold(parser)
    parser.add_argument("--round", choices=NAMES, help="documents labelled in a round (docs/accuracy.md) instead")
    parser.add_argument("--fact", help="only facts whose id begins so")
    parser.add_argument("--url")
    parser.add_argument("--model", default="unnamed")
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--price-in", type=float, default=0.0, help="of a million tokens")
    parser.add_argument("--price-out", type=float, default=0.0)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--replay", type=Path)
    parser.add_argument("--labels", action="store_true")
    parser.add_argument("--errors", action="store_true", help="what both together get wrong")
    parser.add_argument("--by-fact", action="store_true")
    return parser.parse_args()


def identity(question: Question) -> str:
    """By which a question is found again."""
    said = json.dumps([question.sha256, question.system, question.text])
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def played(question: Question, labels: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What a reader would answer who finds in the question what the labels say, and nothing that it does not show."""
    shown = fold_space(question.text)
    found = []
    for fact in question.facts:
        label = labels.get(fact)
        quotes = [fold_space(each) for each in (label or {}).get("quotes", ())]
        quote = next((each for each in quotes if each in shown), None)
        if label and quote:
            values = label["value"] if isinstance(label["value"], list) else [label["value"]]
            found += [{"fact": fact, "value": value, "quote": quote, "scope": None} for value in values]
    return found


def _asker(options: argparse.Namespace, labelled: Labelled, replayed: Ask | None, client: Client | None) -> Ask:
    if client:
        return lambda question, schema: client.ask(question.system, question.text, schema)
    return replayed or playing(labelled.facts if options.labels else {})


def recording(ask: Ask, kept: TextIO) -> Ask:
    """Asks, and keeps each question as a line."""

    def recorded(question: Question, schema: Mapping[str, object]) -> Answer:
        messages = [{"role": "system", "content": question.system}, {"role": "user", "content": question.text}]
        shown = {"id": identity(question), "document": question.document, "facts": list(question.facts)}
        kept.write(json.dumps({**shown, "messages": messages, "schema": schema}, ensure_ascii=False) + "\n")
        return ask(question, schema)

    return recorded


def replaying(path: Path) -> Ask:
    """Answers out of a file, by the questions that they answer."""
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    answers = {line["id"]: line for line in lines}

    def ask(question: Question, _: Mapping[str, object]) -> Answer:
        answer = answers.get(identity(question))
        if answer is None:
            raise UnansweredError("not among the answers that were replayed")
        return Answer(answer["answer"], answer.get("tokens_in", 0), answer.get("tokens_out", 0), whole=True)

    return ask


def playing(labels: Mapping[str, Mapping[str, Any]]) -> Ask:
    """Answers that labels give; none where they are empty."""
    return lambda question, _: Answer(json.dumps({"answers": played(question, labels)}), 0, 0, whole=True)


def measured(path: Path, project: Project, facts: Sequence[str], ask: Ask) -> Measured:
    """What a document is read as by patterns, by the model and by both, and what that took."""
    first = extract([path], "labelled", project, asked=facts)
    questions = [Question.from_dict(each) for each in first.questions]
    heard = SecondReader("measured", ask, Cache(None), project.facts.infos, "2026-01-01").hear(questions, ())
    second = extract([path], "labelled", project, rounds=heard.rounds)
    heard.tally.refused.update({NO_STAND: len(second.dropped)})
    said = {
        "patterns": _values(first.content),
        "model": _of_model(second.content, project),
        "both": _values(second.content),
    }
    return Measured(said, heard.tally, sum(len(each.system) + len(each.text) for each in questions))


def _add(found: Measured, totals: Totals) -> None:
    totals.asked += found.tally.asked
    totals.tokens_in += found.tally.tokens_in
    totals.tokens_out += found.tally.tokens_out
    totals.characters += found.characters
    totals.refused.update(found.tally.refused)
    totals.unanswered.update(found.tally.unanswered)


def _score(  # noqa: PLR0913 - what a table is made of
    labelled: Labelled, facts: Sequence[str], found: Measured, totals: Totals, scorer: ModuleType, *, errors: bool
) -> None:
    for fact in facts:
        stated = labelled.facts.get(fact)
        for who in WHO:
            tp, fp, fn = scorer.score(fact, stated and stated["value"], found.said[who].get(fact))
            totals.counts[who][fact].update(tp=tp, fp=fp, fn=fn)
            if errors and who == "both" and (fp or fn):
                print(_wrong(labelled, fact, found.said))


def _wrong(labelled: Labelled, fact: str, said: Mapping[str, Mapping[str, Any]]) -> str:
    stated = labelled.facts.get(fact)
    found = ", ".join(f"{who} {said[who].get(fact)!r}" for who in WHO)
    return f"{labelled.name}  {fact}: label {stated and stated['value']!r}, {found}"


def _values(content: Mapping[str, Any]) -> dict[str, Any]:
    return {fact: node.get("value") for fact, node in iter_facts(content["facts"])}


def _of_model(content: Mapping[str, Any], project: Project) -> dict[str, Any]:
    """What the model's readings that stand come to by themselves: of several the worst, of a set all."""
    found: dict[str, list[Any]] = collections.defaultdict(list)
    for reading in readings_of(rounds_of(content)):
        found[reading.fact].append(reading.value)
    infos = project.facts.infos
    return {
        fact: sorted(set(values)) if infos[fact].type == "set" else in_order(infos[fact], dict.fromkeys(values))[0]
        for fact, values in found.items()
    }


def _client(options: argparse.Namespace) -> Client:
    settings = SecondReaderSettings(options.url, options.model, None, options.seconds, None, None)
    return Client(endpoint_of(settings))


def _print(scorer: ModuleType, totals: Totals, options: argparse.Namespace) -> None:
    if options.by_fact:
        for fact in sorted(totals.counts["both"]):
            _row(scorer, fact, {who: totals.counts[who][fact] for who in WHO})
    _row(scorer, "all", {who: _sum(totals.counts[who].values()) for who in WHO})
    tokens = f"{totals.tokens_in:,} tokens in, {totals.tokens_out:,} out"
    cost = (totals.tokens_in * options.price_in + totals.tokens_out * options.price_out) / 1_000_000
    print(f"{totals.asked} questions of {totals.characters:,} characters; {tokens}; cost {cost:.4f}")
    for what, found in (("refused", totals.refused), ("unanswered", totals.unanswered)):
        print(f"{what}: {sum(found.values())} {dict(found)}")


def _sum(counts: Iterable[collections.Counter[str]]) -> collections.Counter[str]:
    total: collections.Counter[str] = collections.Counter()
    for each in counts:
        total.update(each)
    return total


def _row(scorer: ModuleType, name: str, counts: Mapping[str, collections.Counter[str]]) -> None:
    parts = []
    for who, count in counts.items():
        precision, recall, f1 = scorer.prf(count["tp"], count["fp"], count["fn"])
        parts.append(f"{who} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    print(f"{name:34} {'   '.join(parts)}")


def _scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
