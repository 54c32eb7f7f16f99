"""What the packs say of the labelled terms: findings per pack and kind of document, and the loudest rules.

    python benchmarks/packs.py [--gold DIR] [--rule ID]

With --rule it prints each finding of that rule with its clause, to be checked by hand.
"""

from __future__ import annotations

import argparse
import collections
import json
import sys
from pathlib import Path
from typing import Any

from gold import add_gold

from vendorlint.engines.engine import open_engine
from vendorlint.policy.packs import bundled_packs
from vendorlint.policy.requirements import load_policy, rule_data
from vendorlint.policy.rules import load_rules
from vendorlint_extractor import Extractor, read_document

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_gold(parser)
    parser.add_argument("--rule")
    options = parser.parse_args()
    paths = sorted((options.gold / "docs").glob("*.md"))
    if not paths:
        sys.exit(f"{options.gold}: no labelled terms; they are not part of the repository")
    rules = load_rules([ROOT / "rego"])
    extractor = Extractor()
    facts = [extractor.extract([read_document(path)], vendor=path.stem).to_dict() for path in paths]
    kinds = [found["documents"][0]["type"] for found in facts]
    table: dict[tuple[str, str], collections.Counter[str]] = collections.defaultdict(collections.Counter)
    loud: collections.Counter[tuple[str, str]] = collections.Counter()
    false_alarms: list[str] = []
    stated = 0
    for name in bundled_packs():
        data = rule_data(load_policy([name], ROOT, rules.rules), [], "2026-11-26")
        for path, kind, results in zip(
            paths, kinds, open_engine("embedded").evaluate(rules.modules, data, facts), strict=True
        ):
            for found in results:
                table[name, kind][found["severity"]] += 1
                if name != "vendorlint/strict":
                    continue
                loud[found["rule"], found["status"]] += 1
                if found["status"] == "stated":
                    stated += 1
                    truth = json.loads((options.gold / "labels" / f"{path.stem}.json").read_text())["facts"]
                    if not _confirmed(found["value"], truth.get(found["fact"], {}).get("value")):
                        false_alarms.append(f"{path.stem}: {found['rule']}: {found['msg']}")
                if found["rule"] == options.rule:
                    _print(path.stem, found)
    if not options.rule:
        _print_table(table, collections.Counter(kinds))
        for (rule, status), number in loud.most_common(30):
            print(f"{number:3} of {len(paths)}  {rule} ({status})")
        print(
            f"{stated - len(false_alarms)} of {stated} findings about what is stated rest on what the labels say; not:"
        )
        print("\n".join(false_alarms))


def _confirmed(found: Any, label: Any) -> bool:
    """Whether the labels state the value found, or for a set some of it."""
    return bool(set(found) & set(label or ())) if isinstance(found, list) else found == label


def _print(document: str, found: dict[str, Any]) -> None:
    print(f"{document}: {found['severity']} ({found['status']}) {found['msg']}")
    for clause in found["evidence"]:
        print(f"    {clause['quote'][:300]}")


def _print_table(table: dict[tuple[str, str], collections.Counter[str]], kinds: collections.Counter[str]) -> None:
    print("| pack | " + " | ".join(f"{kind.replace('_', ' ')} ({number})" for kind, number in kinds.items()) + " |")
    print("| --- |" + " --- |" * len(kinds))
    for name in bundled_packs():
        cells = [
            " / ".join(f"{table[name, kind][severity] / number:.1f}" for severity in ("error", "warning", "info"))
            for kind, number in kinds.items()
        ]
        print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
