"""Times the rules: 100 of them for 1,000 vendors, in the embedded engine, conftest and `opa exec`, in one run.

    python benchmarks/rules.py [--rules 100] [--vendors 1000] [--rounds 3]

The shipped rules, and renamed copies of them up to the number wanted, judge facts made up from a seed: about 40 of the
ontology's for a vendor, each with one to three clauses of 200 characters. conftest and opa (tools/go-tools builds them)
read the exported policy and the facts as files. All have to find the same of each vendor. Prints the best of the
rounds: seconds, and the others' time as a multiple of ours.

On two cores of an AMD EPYC that did nothing else (November 2026; regorus 0.13, conftest 0.71.1, OPA 1.21.1), when each rule was run for each
vendor: 8.0 s embedded, 25 s in conftest (3.2 times as long), 18 s by `opa exec` (2.3 times); 49,437 violations, the same in
all three. That took 140 microseconds of processor time for a rule and vendor, nearly all of it in regorus' interpreter. Rules
that ship are asked once for vendors that are the same to them since, which takes 0.63 of it here, where few are: values are
drawn at random. regorus' virtual machine (`Rvm`) takes a fifth, and is no choice: where a call is undefined it adds a result.
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
from functools import partial
from pathlib import Path
from typing import Any

from vendorlint.engines.engine import open_engine
from vendorlint.files.yaml.document import dump_yaml
from vendorlint.jobs.export import export_policy
from vendorlint.policy.rules import Module, RuleSet, load_rules
from vendorlint_extractor import ontology
from vendorlint_extractor.ontology import FactInfo

ROOT = Path(__file__).parent.parent
TOOLS = ROOT / ".tools" / "bin"
SEED = 20261126
TODAY = "2026-11-26"
TEXT = "the vendor shall process customer data only to provide the service and may not use it for any other purpose"

Found = Counter[tuple[str, str, str]]


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
        if not (TOOLS / "conftest").exists():
            sys.exit("conftest is not built; run tools/go-tools")
        export_policy(folder / "policy", rules, data)
        files = [written(folder / f"{each['vendor']}.yaml", each) for each in inputs]
        for judge in (conftest, opa_exec):
            theirs, other = best(options.rounds, partial(judge, folder / "policy", files))
            same = "the same" if found == other else "NOT THE SAME"
            print(f"{judge.__name__:9} {theirs:.2f} s, {theirs / ours:.1f} times as long; {same}")
        print(f"{found.total()} violations")


def best(rounds: int, run: Callable[[], Found]) -> tuple[float, Found]:
    """The shortest time of several runs, and what was found."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        found = run()
        times.append(time.perf_counter() - started)
    return min(times), found


def embedded(rules: RuleSet, data: dict[str, Any], inputs: list[dict[str, Any]]) -> Found:
    """What each rule says of each vendor."""
    answers = open_engine("embedded", deadline_seconds=120).evaluate(rules.modules, data, inputs)
    return Counter(
        (document["vendor"], result["rule"], result["msg"])
        for document, answer in zip(inputs, answers, strict=True)
        for result in answer
    )


def conftest(policy: Path, files: list[Path]) -> Found:
    """The same, as conftest has it."""
    command: list[str | Path] = [TOOLS / "conftest", "test", "-p", policy, "--output", "json", *files]
    answers = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
    return Counter(
        (
            Path(answer["filename"]).stem,
            result["metadata"]["rule"],
            result["msg"].removeprefix(f"{result['metadata']['rule']}: "),
        )
        for answer in answers
        for result in (*answer.get("failures", ()), *answer.get("warnings", ()))
    )


def opa_exec(policy: Path, files: list[Path]) -> Found:
    """The same, as OPA itself has it."""
    command: list[str | Path] = [TOOLS / "opa", "exec", "--bundle", policy, "--decision", "main/findings", *files]
    answers = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["result"]
    return Counter(
        (Path(answer["path"]).stem, result["rule"], result["msg"]) for answer in answers for result in answer["result"]
    )


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
        quote = " ".join(chance.choices(TEXT.split(), k=38))
        yield {"document": "terms", "section": "3. Data", "lines": [line, line], "column": 1, "quote": quote}


def written(path: Path, content: dict[str, Any]) -> Path:
    """The facts as a file."""
    path.write_text(dump_yaml(content), encoding="utf-8")
    return path


if __name__ == "__main__":
    main()
