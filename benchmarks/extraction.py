"""Scores the extractor on labelled terms: a row per fact, and every wrong one with its clause.

    python benchmarks/extraction.py [--gold DIR] [--fact ID] [--family NAME] [--language en]

Reads the folder that VENDORLINT_GOLD names by default; prints nothing that is stored in it but what is wrong. Facts that its labels
do not know are not scored, but in the rounds named new-...: there those that a document of the round states, or that --fact names.
"""

from __future__ import annotations

import argparse
import collections
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from gold import add_gold, gold
from rounds import NAMES, of_gold, of_round
from shown import Shown

from vendorlint_extractor import Extractor, ontology, read_document

EXTRACTOR = Extractor()
RUN = 8  # words in a row that a definition may not share with a labelled document


def main() -> None:
    """Print the wrong facts, the table per fact, the table per confidence and the totals."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_gold(parser)
    parser.add_argument("--round", choices=NAMES, help="documents labelled in a round (docs/accuracy.md) instead")
    parser.add_argument("--fact", help="only facts whose id begins so")
    parser.add_argument("--language")
    parser.add_argument("--quiet", action="store_true", help="totals only")
    options = parser.parse_args()
    if not options.gold.is_dir():
        sys.exit(f"{options.gold}: no such folder; the labelled terms are not part of the repository")
    scorer = _scorer(gold() or options.gold.parent)
    known = _new(scorer, options.round, options.fact) if (options.round or "").startswith("new-") else scorer.ONTOLOGY
    facts = [fact for fact in known if fact.startswith(options.fact or "") and fact not in scorer.LEFT_OUT]
    counts: dict[str, collections.Counter[str]] = {fact: collections.Counter() for fact in facts}
    confidences: dict[str, collections.Counter[bool]] = collections.defaultdict(collections.Counter)
    places: collections.Counter[bool] = collections.Counter()
    shown = Shown(scorer, EXTRACTOR)
    for labelled in of_round(options.round) if options.round else of_gold(options.gold):
        if options.language and labelled.facts.get("document.language", {}).get("value") != options.language:
            continue
        document = read_document(labelled.path)
        found = scorer.flatten(EXTRACTOR.extract([document], vendor="labelled").to_dict()["facts"])
        shown.count(document, labelled.facts, found, facts)
        for fact in facts:
            stated, read = labelled.facts.get(fact), found.get(fact)
            tp, fp, fn = scorer.score(fact, stated and stated["value"], read and read.get("value"))
            counts[fact].update(tp=tp, fp=fp, fn=fn)
            if read and "confidence" in read:
                confidences[read["confidence"]][not fp] += 1
            if tp and stated.get("quotes"):
                quotes = [e["quote"] for side in _evidence(read) for e in side]
                places[any(scorer.same_place(quote, q) for quote in quotes for q in stated["quotes"])] += 1
            if (fp or fn) and not options.quiet:
                _print_wrong(labelled.name, fact, stated, read)
    _print_totals(scorer, counts, confidences, places, options.quiet)
    shown.print_totals()
    if not options.round:
        _print_copies(options.gold)


def _new(scorer: ModuleType, name: str, asked: str | None) -> list[str]:
    """The facts of a round that the scorer, to which they are made known, has not: what the round states or is asked for."""
    new = {fact: {"type": info.type} for fact, info in ontology.facts().items() if fact not in scorer.ONTOLOGY}
    scorer.ONTOLOGY.update(new)
    stated = {fact for labelled in of_round(name) for fact in labelled.facts}
    return [fact for fact in new if fact in stated or asked]


def _evidence(read: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """What a fact's value stands on, or each side of a conflict; none of what is stated only for others (`elsewhere`)."""
    return [side.get("evidence", []) for side in read.get("conflict", [read])]


def _scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _print_wrong(document: str, fact: str, stated: dict[str, Any] | None, read: dict[str, Any] | None) -> None:
    value = None if read is None else read.get("value", "conflict")
    print(f"{document}  {fact}: label {stated and stated['value']!r}, found {value!r}")
    for evidence in (e for side in _evidence(read or {}) for e in side[:2]):
        print(
            f"      found in [{evidence.get('section', '')[:40]}] {evidence['quote'][:300]}  << {evidence.get('words')}"
        )
    for quote in (stated or {}).get("quotes", [])[:2]:
        print(f"      label's  {' '.join(quote.split())[:300]}")
    if stated and stated.get("note"):
        print(f"      note     {stated['note'][:200]}")


def _print_totals(
    scorer: ModuleType,
    counts: dict[str, collections.Counter[str]],
    confidences: dict[str, collections.Counter[bool]],
    places: collections.Counter[bool],
    quiet: bool,
) -> None:
    families: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for fact, count in sorted(counts.items(), key=lambda entry: -(entry[1]["fp"] + entry[1]["fn"])):
        for family in (
            fact.split(".")[0],
            "all",
            *(["core"] if fact.startswith(("licence", "ai.", "consent", "change")) else []),
        ):
            families[family].update(count)
        if not quiet and count:
            print(_row(scorer, fact, count))
    for family, count in sorted(families.items()):
        print(_row(scorer, family, count))
    for confidence, right in sorted(confidences.items()):
        print(
            f"confidence {confidence:7} right {right[True]:4} of {right.total():4}: {right[True] / right.total():.3f}"
        )
    print(f"evidence in the right place {places[True] / max(places.total(), 1):.3f} of {places.total()}")


def _row(scorer: ModuleType, name: str, count: collections.Counter[str]) -> str:
    precision, recall, f1 = scorer.prf(count["tp"], count["fp"], count["fn"])
    return f"{name:36} tp {count['tp']:3} fp {count['fp']:3} fn {count['fn']:3}  P {precision:.2f} R {recall:.2f} F1 {f1:.3f}"


def _print_copies(gold: Path) -> None:
    """Definitions that name a labelled vendor, or hold eight words in a row that also stand in a labelled document."""
    words = re.compile(r"[^\W\d_]+")
    seen: dict[tuple[str, ...], str] = {}
    vendors: set[str] = set()
    for document in gold.glob("docs/*.md"):
        text = words.findall(document.read_text().lower())
        vendors.add(document.stem.split("-")[0])
        seen |= {tuple(text[start : start + RUN]): document.stem for start in range(len(text) - RUN + 1)}
    for definition in EXTRACTOR.definitions.values():
        text = words.findall(definition.path.read_text().lower())
        for name in sorted(vendors & {word for word in text if len(word) > 1}):
            print(f"NAMED {definition.id}: '{name}'")
        for start in range(len(text) - RUN + 1):
            if source := seen.get(tuple(text[start : start + RUN])):
                print(f"COPIED {definition.id}: '{' '.join(text[start : start + RUN])}' stands in {source}")


if __name__ == "__main__":
    main()
