"""Learns how likely clauses state what patterns read in them, and writes extractor/vendorlint_extractor/language/likelihood.

    python benchmarks/likelihood.py learn [--language en] [--rounds g h i j k] [--folder FOLDER]
    python benchmarks/likelihood.py show  [--language en] [--rounds g h i j k] [--folder FOLDER]

`learn` fits one logistic regression per value of a fact on three kinds of clauses: those that labels quote, with what patterns read there
that the labels have not as what is wrong; what patterns read in the corpus' documents that nobody labelled; and the examples of
the facts' definitions. Rounds that are to measure it are left out. Words that fewer than VENDORS vendors use are no features, so no name is one.
`show` tells what is right per band of likelihood in labelled rounds. Needs scikit-learn: pip install --group learn.
"""

from __future__ import annotations

import argparse
import collections
import itertools
import json
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extraction import _scorer
from gold import corpus, gold
from rounds import NAMES, Labelled, of_gold, of_round

from vendorlint_extractor import Extractor, read_document
from vendorlint_extractor.documents.document import DocumentError, parse_document
from vendorlint_extractor.readings.definitions import load_examples
from vendorlint_extractor.readings.doctype import document_type
from vendorlint_extractor.readings.likelihood import (
    FOLDER,
    SCALE,
    Likelihoods,
    class_of,
    features,
    read_likelihoods,
    written,
)
from vendorlint_extractor.readings.statement import LIKELY, UNLIKELY

VENDORS = {"en": 12, "fr": 5}  # that use a word
# Set by what `show` says of rounds D to H, and for English by clauses of our own that would be left out above it.
DOUBTFUL = {"en": 0.02, "fr": 0.0}
LEAST = 40  # clauses that state a value, to learn it: of fewer it learns which they are
OTHERS = 15_000  # clauses that do not, drawn
WRONG = 5.0  # what a clause counts in which patterns read what labels have not
EVEN, MOST = 400, 20  # clauses that state a value count as if they were so many, and each at most so much
CUT = 0.3  # weights nearer to 0 are left out
BANDS = (0.0, DOUBTFUL["en"], UNLIKELY, 0.3, LIKELY, 1.01)
EXTRACTOR = Extractor()
INFOS = EXTRACTOR._infos
LEARNT = set(_scorer(gold()).ONTOLOGY) - {"document.type", "document.language", "document.effective_date"}
# Labels by one reader each, of documents that patterns were mended with: what is learnt of them too is no better (docs/decisions/0017).
ONE_READER = {"l", "m", "n"}
ROUNDS = [name for name in NAMES if len(name) == 1 and name not in ONE_READER]  # the others label new facts alone


@dataclass
class Lessons:
    """Clauses by their features, and by class those that state it, that do not although patterns say so, and that are left out."""

    vendors: dict[str, set[str]] = field(default_factory=lambda: collections.defaultdict(set))
    clauses: list[frozenset[str]] = field(default_factory=list)
    right: dict[str, set[int]] = field(default_factory=lambda: collections.defaultdict(set))
    wrong: dict[str, set[int]] = field(default_factory=lambda: collections.defaultdict(set))
    left_out: dict[str, set[int]] = field(default_factory=lambda: collections.defaultdict(set))
    # Examples of what it is not.
    alike: dict[str, set[int]] = field(default_factory=lambda: collections.defaultdict(set))


@dataclass(frozen=True)
class Read:
    """A document's clauses, and what each states as patterns read it, none of it left out for being unlikely."""

    clauses: list[Any]
    kind: str
    statements: list[Any]


def read(document: Any, code: str) -> Read:
    clauses = EXTRACTOR.clauses_of(document, code)
    kind = document_type(clauses, EXTRACTOR.language(code).documents)
    statements = [each for each in EXTRACTOR._matcher(code).statements(clauses) if each.fact in LEARNT]
    return Read(clauses, str(kind.value) if kind else "", statements)


def documents(code: str, without: Collection[str], unread: Collection[str]) -> Iterator[tuple[Path, Labelled | None]]:
    """Labelled ones, then those that nobody labelled; none of the rounds `without`, and none with a name that is `unread`."""
    rounds = {name: list(of_round(name)) for name in ROUNDS}
    kept = [*(one for name in ROUNDS if name not in without for one in rounds[name]), *of_gold(gold() / "dev")]
    yield from ((one.path, one) for one in kept if one.facts["document.language"]["value"] == code)
    known = {one.path for each in rounds.values() for one in each}
    for path in sorted((corpus() / code).glob("*")):
        if path not in known and path.stem not in unread and path.suffix in (".md", ".txt"):
            yield path, None


def take(lessons: Lessons, path: Path, labelled: Labelled | None, code: str) -> None:
    document = read_document(path)
    found = read(document, code)
    base = len(lessons.clauses)
    vendor = path.stem.split("--")[0]
    for clause in found.clauses:
        seen = features(clause, found.kind)
        lessons.clauses.append(seen)
        for each in seen:
            lessons.vendors[each].add(vendor)
    for each in found.statements:
        named, at = class_of(INFOS[each.fact], each.value), base + each.clause.index
        if labelled is None:
            (lessons.left_out if each.confidence == "low" or each.inert else lessons.right)[named].add(at)
        else:
            label = labelled.facts.get(each.fact)
            which = (
                lessons.right
                if label and named in classes(each.fact, label["value"])
                else (lessons.left_out if label and label.get("debatable") else lessons.wrong)
            )
            which[named].add(at)
    for fact, label in (labelled.facts if labelled else {}).items():
        named = classes(fact, label["value"]) if fact in LEARNT else []
        for at in quoted(document, found.clauses, label):
            for each in named:
                (lessons.left_out if len(named) > 1 else lessons.right)[each].add(base + at)


def take_examples(lessons: Lessons, code: str) -> None:
    """The clauses of an example state its value, and no other of its fact."""
    for fact, definition in EXTRACTOR.definitions.items():
        every = {each for each in lessons.right if each == fact or each.startswith(f"{fact}=")}
        for example in load_examples(definition).get(code, ()) if fact in LEARNT else ():
            if example.todo or example.value == "conflict":
                continue
            found = read(parse_document(example.text, path=Path("example.md"), document_id="example"), code)
            base = len(lessons.clauses)
            lessons.clauses += [features(each, found.kind) for each in found.clauses]
            named = classes(fact, example.value) if example.value is not None else []
            for each in found.statements:
                if each.fact == fact and class_of(INFOS[fact], each.value) in named:
                    lessons.right[class_of(INFOS[fact], each.value)].add(base + each.clause.index)
            for each in every.difference(named):
                lessons.alike[each].update(range(base, len(lessons.clauses)))


def classes(fact: str, value: Any) -> list[str]:
    return [class_of(INFOS[fact], each) for each in (value if isinstance(value, (list, tuple)) else [value])]


def quoted(document: Any, clauses: list[Any], label: dict[str, Any]) -> Iterator[int]:
    """The clauses of which a label's quotes hold the better part, or which hold that of a quote."""
    spans = [(document.text.find(quote), quote) for quote in label.get("quotes", ())]
    for clause in clauses:
        first, last = clause.pieces[-1].source()
        for start, quote in spans:
            shared = min(last, start + len(quote)) - max(first, start)
            if start >= 0 and shared > 0.5 * min(len(quote), last - first):
                yield clause.index


def learn(code: str, without: Collection[str], unread: Collection[str]) -> Likelihoods:
    lessons = Lessons()
    for path, labelled in documents(code, without, unread):
        try:
            take(lessons, path, labelled, code)
        except DocumentError as error:
            print(error, file=sys.stderr)
    take_examples(lessons, code)
    return fitted(lessons, code)


def fitted(lessons: Lessons, code: str) -> Likelihoods:
    import numpy
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    columns = {
        each: at
        for at, each in enumerate(
            sorted(each for each, users in lessons.vendors.items() if len(users) >= VENDORS[code])
        )
    }
    rows = [[columns[each] for each in sorted(clause) if each in columns] for clause in lessons.clauses]
    scaled = [1 / max(len(clause), 1) ** 0.5 for clause, row in zip(lessons.clauses, rows, strict=True) for _ in row]
    ends = numpy.cumsum([0, *(len(row) for row in rows)])
    table = csr_matrix((scaled, [at for row in rows for at in row], ends), shape=(len(rows), len(columns)))
    weights: dict[str, list[str]] = collections.defaultdict(list)
    names, intercepts = [], []
    draw = numpy.random.RandomState(1)
    for named, right in sorted(lessons.right.items()):
        if len(right) < LEAST:
            continue
        wrong, alike = lessons.wrong[named] - right, lessons.alike[named] - right
        others = numpy.setdiff1d(numpy.arange(len(rows)), sorted(right | wrong | alike | lessons.left_out[named]))
        if len(others) > OTHERS:
            others = draw.choice(others, OTHERS, replace=False)
        chosen = numpy.array([*sorted(right), *others, *sorted(alike), *sorted(wrong)])
        even = max(1.0, min(MOST, EVEN / len(right)))
        counted = [even] * len(right) + [1.0] * (len(others) + len(alike)) + [WRONG] * len(wrong)
        model = LogisticRegression(C=20, solver="liblinear", random_state=1)
        model.fit(table[chosen], [1] * len(right) + [0] * (len(chosen) - len(right)), sample_weight=counted)
        for feature, at in columns.items():
            if abs(model.coef_[0][at]) >= CUT:
                weights[feature].append(f"{len(names)}:{round(model.coef_[0][at] * SCALE)}")
        names.append(named)
        intercepts.append(round(model.intercept_[0] * SCALE))
    return Likelihoods(DOUBTFUL[code], names, intercepts, {each: " ".join(parts) for each, parts in weights.items()})


def show(code: str, rounds: list[str], found: Likelihoods) -> None:
    """What is right of what patterns read, per band of its likelihood; - is what was not learnt."""
    scorer = _scorer(gold())
    bands: dict[str, collections.Counter[bool]] = collections.defaultdict(collections.Counter)
    for labelled in (one for name in rounds for one in of_round(name)):
        if labelled.facts["document.language"]["value"] != code:
            continue
        seen = read(read_document(labelled.path), code)
        best: dict[tuple[str, Any], float] = {}
        for each in seen.statements:
            chance = found.by(found.evidence(each.clause, seen.kind), class_of(INFOS[each.fact], each.value))
            key = each.fact, each.value
            best[key] = max(best.get(key, -1.0), -1.0 if chance is None else chance)
        for (fact, value), chance in best.items():
            label = labelled.facts.get(fact)
            values = label["value"] if label and INFOS[fact].type == "set" else [label["value"]] if label else []
            right = any(scorer.same_value(fact, each, value) or each == value for each in values)
            adverse = INFOS[fact].is_adverse(value)
            for kind in ("all", "adverse" if adverse else "other"):
                bands[f"{kind:8}{_band(chance)}"][right] += 1
    for band, count in sorted(bands.items()):
        print(f"{code} {band}: right {count[True]:4} of {count.total():4}")


def _band(chance: float) -> str:
    if chance < 0:
        return "-"
    return next(f"{low:.2f} to {high:.2f}" for low, high in itertools.pairwise(BANDS) if chance < high)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=("learn", "show"))
    parser.add_argument("--language", nargs="*", default=["en", "fr"])
    parser.add_argument(
        "--rounds", nargs="*", default=["g", "h", "i", "j", "k"], help="those to show, or to learn nothing of"
    )
    parser.add_argument("--folder", type=Path, default=FOLDER, help="of the weights")
    parser.add_argument("--unread", type=Path, help="a JSON list of documents' names that nothing is learnt of")
    options = parser.parse_args()
    for code in options.language:
        if options.verb == "show":
            show(code, options.rounds, read_likelihoods(code, options.folder))
            continue
        unread = json.loads(options.unread.read_text(encoding="utf-8")) if options.unread else ()
        text = written(learn(code, options.rounds, unread))
        options.folder.mkdir(parents=True, exist_ok=True)
        (options.folder / f"{code}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
