"""Times the rules: 100 of them for 1,000 vendors, in the embedded engine and in conftest, over the same facts in one run.

    python benchmarks/rules.py [--rules 100] [--vendors 1000] [--rounds 3]

The shipped rules, and renamed copies of them up to the number wanted, judge facts made up from a seed: every fact of the ontology
with some chance, each with one to three clauses of 200 characters. conftest (tools/go-tools builds it) reads the exported policy and the facts as
YAML files. Both have to find the same. Prints the best of the rounds: seconds, and conftest's time as a multiple of ours.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from vendorlint.engines import open_engine
from vendorlint.policy_export import export_policy
from vendorlint.rules import Module, RuleSet, load_rules
from vendorlint.yamlio import dump_yaml
from vendorlint_extractor import ontology
from vendorlint_extractor.ontology import FactInfo

ROOT = Path(__file__).parent.parent
CONFTEST = ROOT / ".tools" / "bin" / "conftest"
SEED = 20261126
TODAY = "2026-11-26"
WORDS = [
    "the",
    "vendor",
    "shall",
    "process",
    "customer",
    "data",
    "only",
    "to",
    "provide",
    "the",
    "service",
    "and",
    "may",
    "not",
    "use",
    "it",
    "for",
    "any",
    "other",
    "purpose",
]


def main() -> None:
    """Print the times and whether both found the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", type=int, default=100)
    parser.add_argument("--vendors", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    chance = random.Random(SEED)
    inputs = [facts(f"vendor-{number:04}", chance) for number in range(options.vendors)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rules = enough_rules(folder / "rego", options.rules)
        requirements = {rule: {"severity": "error", "params": {}} for rule in rules.rules}
        data = {"requirements": requirements, "waivers": [], "vendors": {}, "today": TODAY}
        ours, found = best(options.rounds, lambda: embedded(rules, data, inputs))
        print(f"{len(rules.rules)} rules x {len(inputs)} vendors: embedded {ours:.2f} s")
        if not CONFTEST.exists():
            sys.exit("conftest is not built; run tools/go-tools")
        export_policy(folder / "policy", rules, data)
        files = [written(folder / f"{each['vendor']}.yaml", each) for each in inputs]
        theirs, other = best(options.rounds, lambda: conftest(folder / "policy", files))
        print(f"conftest {theirs:.2f} s, {theirs / ours:.1f} times as long")
        print(f"{sum(found.values())} violations, {'the same' if found == other else 'NOT THE SAME'} in both")


def best(rounds: int, run: Callable[[], Counter[tuple[str, str]]]) -> tuple[float, Counter[tuple[str, str]]]:
    """The shortest time of several runs, and what was found."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        found = run()
        times.append(time.perf_counter() - started)
    return min(times), found


def embedded(rules: RuleSet, data: dict[str, Any], inputs: list[dict[str, Any]]) -> Counter[tuple[str, str]]:
    """How often each rule says each thing."""
    answers = open_engine("embedded", deadline_seconds=120).evaluate(rules.modules, data, inputs)
    return Counter((result["rule"], result["msg"]) for answer in answers for result in answer)


def conftest(policy: Path, files: list[Path]) -> Counter[tuple[str, str]]:
    """The same, as conftest has it."""
    command = [CONFTEST, "test", "-p", policy, "--output", "json", *files]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    answers = json.loads(run.stdout)
    results = (each for answer in answers for key in ("failures", "warnings") for each in answer.get(key, ()))
    return Counter((each["metadata"]["rule"], each["msg"]) for each in results)


def enough_rules(folder: Path, wanted: int) -> RuleSet:
    """The shipped rules, with copies of the first of them under other names."""
    shipped = load_rules([ROOT / "rego"])
    copies: list[Module] = []
    for number, rule in enumerate(list(shipped.rules.values())[: max(wanted - len(shipped.rules), 0)]):
        text = next(module.text for module in shipped.modules if module.path == rule.path)
        name = rule.package.rpartition(".")[2]
        text = text.replace(f"package {rule.package}", f"package {rule.package}_copy").replace(
            f'"id": "{rule.id}"', f'"id": "{rule.id}-copy"'
        )
        path = folder / f"{number}_{name}_copy.rego"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        copies.append(Module(str(path), text))
    return load_rules([ROOT / "rego", folder]) if copies else shipped


def facts(vendor: str, chance: random.Random) -> dict[str, Any]:
    """What a vendor's terms state: some 40 facts, now and then in conflict."""
    nested: dict[str, Any] = {}
    for info in ontology.facts().values():
        if chance.random() < 0.45:
            continue
        *folders, name = info.id.split(".")
        place = nested
        for folder in folders:
            place = place.setdefault(folder, {})
        sides = [side(info, chance) for _ in range(2 if chance.random() < 0.05 else 1)]
        place[name] = sides[0] if len(sides) == 1 else {"conflict": sides}
    document = {"id": "terms", "path": "terms.md", "sha256": "0" * 64, "type": "other", "language": "en"}
    return {"version": 1, "vendor": vendor, "documents": [document], "facts": nested}


def side(info: FactInfo, chance: random.Random) -> dict[str, Any]:
    """A value with its clauses."""
    return {
        "value": value(info, chance),
        "confidence": chance.choice(["high", "high", "medium"]),
        "evidence": list(clauses(chance)),
    }


def value(info: FactInfo, chance: random.Random) -> Any:
    """A value of the fact's type."""
    if info.type == "enum":
        return chance.choice(info.values)
    if info.type == "set":
        return sorted(chance.sample(info.values, chance.randint(1, len(info.values))))
    return {
        "bool": chance.random() < 0.5,
        "int": chance.choice([1, 14, 30, 90]),
        "number": chance.choice([95, 99.5, 99.99]),
        "date": "2026-03-01",
        "code": chance.choice(["IE", "FR", "US-CA"]),
    }.get(info.type, "EUR 100")


def clauses(chance: random.Random) -> Iterator[dict[str, Any]]:
    """One to three clauses of about 200 characters."""
    for _ in range(chance.randint(1, 3)):
        line = chance.randint(1, 400)
        quote = " ".join(chance.choice(WORDS) for _ in range(38))
        yield {"document": "terms", "section": "3. Data", "lines": [line, line], "column": 1, "quote": quote}


def written(path: Path, content: dict[str, Any]) -> Path:
    """The facts as a file."""
    path.write_text(dump_yaml(content), encoding="utf-8")
    return path


if __name__ == "__main__":
    main()
