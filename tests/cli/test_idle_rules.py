"""Own rules that judge nothing: `check` and `test` tell which, and which paths lead to no fact."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vendorlint.policy.own import idle_rules, unknown_paths
from vendorlint.policy.rules import Module, RuleSet

from .conftest import POLICY, Vendorlint

RULE = "rego/acme_training/acme_training.rego"
FACT = "ai.training.customer_content"
IDLE = f"{RULE}:11: note the rule acme-training is not turned on by the policy (policies/house.yaml): it judges nothing"
WRONG = f"{RULE}:31: note input.facts.ai.trainin.customer_content is no fact (did you mean '{FACT}'?): it is always undefined"
KNOWN = (FACT, "ai.training.consent", "term.notice")


@pytest.fixture
def rule(vendorlint: Vendorlint, repository: Path) -> Path:
    assert vendorlint("new", "rule", "acme-training", "--fact", FACT).code == 0
    return repository / RULE


def notes(printed: str) -> list[str]:
    """The notes about files of rules."""
    return [line for line in printed.splitlines() if line.startswith("rego/") and ": note " in line]


def test_a_rule_that_no_policy_turns_on_is_told(vendorlint: Vendorlint, repository: Path, rule: Path) -> None:
    tested = vendorlint("test")
    assert (tested.code, notes(tested.out), tested.out.splitlines()[-1]) == (0, [IDLE], "4 passed, 0 failed")
    checked = vendorlint("check")
    assert (checked.code, notes(checked.out)) == (1, [IDLE])
    told = [each["message"] for each in json.loads(vendorlint("check", "--output", "json").out)["notices"]]
    assert IDLE.partition(": note ")[2] in told
    for on in ("off", "{severity: info, on_silence: info}"):  # both say that somebody knows of it
        (repository / "policies" / "house.yaml").write_text(f"{POLICY}  acme-training: {on}\n")
        assert (notes(vendorlint("test").out), notes(vendorlint("check").out)) == ([], [])


def test_a_rule_is_tested_before_there_is_a_policy(vendorlint: Vendorlint, repository: Path, rule: Path) -> None:
    (repository / "policies" / "house.yaml").write_text(
        "version: 1\nname: house\nrequirements: {ai-training-opt-in: off}\n"
    )
    run = vendorlint("test")
    told = f"{RULE}:11: note the rule acme-training is not turned on by any policy: it judges nothing"
    assert (run.code, notes(run.out)) == (0, [told])


def test_a_path_that_leads_to_no_fact_is_told(vendorlint: Vendorlint, rule: Path) -> None:
    rule.write_text(rule.read_text().replace(f"input.facts.{FACT}", "input.facts.ai.trainin.customer_content"))
    assert notes(vendorlint("test").out) == [WRONG, IDLE]
    assert notes(vendorlint("check").out) == [IDLE, WRONG]


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        (f"x := input.facts.{FACT}.value", []),
        ("x := input.facts.ai", []),
        ("x := input.facts.ai.training", []),
        ("x := input.facts[family]", []),
        ('x := input.facts["ai"]["training"].consent', []),
        ("x := 1 # input.facts.ai.trainin", []),
        ('x := "input.facts.ai.trainin"', []),
        ("x := `input.facts.ai.trainin`", []),
        ("x := input.facts.ai.trainin.consent", ["ai.trainin.consent"]),
        ("x := input.facts.terms.notice.value", ["terms.notice"]),
        ('x := input.facts["ai"]["trainin"].consent', ["ai.trainin.consent"]),
        ('x := sprintf("%v # %v", [input.facts.a.b, input.facts.a.b])', ["a.b"]),
        ("x := [input.facts.a.b, input.facts.a.c]", ["a.b", "a.c"]),
    ],
)
def test_paths_are_read_where_rego_reads_them(line: str, wrong: list[str]) -> None:
    module = Module("rego/own.rego", f"package vendorlint.lib.own\n\n{line}\n")
    told = [(each.place.line, each.message.split(" ")[0]) for each in unknown_paths(RuleSet({}, (module,)), KNOWN)]
    assert told == [(3, f"input.facts.{path}") for path in wrong]


def test_a_library_is_no_rule_to_turn_on() -> None:
    module = Module("rego/own.rego", "package vendorlint.lib.own\n")
    assert list(idle_rules(RuleSet({}, (module,)), (), ())) == []
