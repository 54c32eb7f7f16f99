"""The pages of the rules are fresh, and their example clauses are what they say: read by the extractor, judged by the rule."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from vendorlint.engines.engine import open_engine
from vendorlint.policy.rules import load_rules
from vendorlint_extractor import read_document

from ..reading import EXTRACTOR

ROOT = Path(__file__).parents[2]
RULES = load_rules([ROOT / "rego"])
GENERATOR = runpy.run_path(str(ROOT / "tools" / "generate_rule_docs.py"))
TERMS = """\
# Terms of Service

This is the agreement between the Customer and the Provider of the Service, and it sets out what each of them has to do.

## 1. Terms

{clause}
"""


def test_the_pages_are_fresh():
    check = [sys.executable, "tools/generate_rule_docs.py", "--check"]
    done = subprocess.run(check, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


# Where every value stated passes by default, a clause to avoid leaves the question open, or is one that a policy refuses; a picture is none.
OPEN = {
    "data-subprocessor-authorisation": ["silent"],
    "dispute-governing-law": ["silent"],
    "dispute-venue": [],
    "documents-pictures": [],
}


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """(rule id, avoid or prefer) -> the statuses of that rule's findings on that clause."""
    folder = tmp_path_factory.mktemp("clauses")
    inputs = {}
    for rule in RULES.rules.values():
        for kind, clause in GENERATOR["examples"](rule).items():
            path = folder / f"{rule.id}-{kind}.md"
            path.write_text(TERMS.format(clause=clause), encoding="utf-8")
            inputs[rule.id, kind] = EXTRACTOR.extract([read_document(path)], vendor="acme").to_dict()
    asked = {rule.id: {"severity": rule.severity, "params": {}} for rule in RULES.rules.values()}
    data = {"requirements": asked, "vendors": {}, "today": "2026-11-25"}
    answers = open_engine("embedded").evaluate(RULES.modules, data, list(inputs.values()))
    return {
        (rule, kind): [found["status"] for found in results if found["rule"] == rule]
        for (rule, kind), results in zip(inputs, answers, strict=True)
    }


@pytest.mark.parametrize("rule", RULES.rules)
def test_the_clause_to_avoid_is_found_and_the_one_to_prefer_is_not(rule, judged):
    if RULES.rules[rule].category == "declared":  # whatever the clause says, it is not read
        expected = {"avoid": ["silent"], "prefer": ["silent"]}
    elif rule == "facts-reviewed":  # whatever the clause says, nobody has reviewed it
        expected = {"avoid": ["stated"], "prefer": ["stated"]}
    else:
        expected = {"avoid": OPEN.get(rule, ["stated"]), "prefer": []}
    assert {kind: judged[rule, kind] for kind in ("avoid", "prefer")} == expected
