"""Facts that are not read well enough to hang a decision on: no pack that ships makes more than an info of one."""

from pathlib import Path

import pytest

from vendorlint.policy.packs import bundled_packs
from vendorlint.policy.requirements import load_policy
from vendorlint.policy.rules import load_rules
from vendorlint_extractor.ontology import facts

ROOT = Path(__file__).parents[2]
RULES = load_rules([ROOT / "rego"]).rules
EXPERIMENTAL = {fact.id for fact in facts().values() if fact.status == "experimental"}


@pytest.mark.parametrize("name", bundled_packs())
def test_no_pack_is_graver_than_info_on_an_experimental_fact(name: str) -> None:
    in_force = load_policy([name], ROOT, RULES).requirements
    judged = {
        rule: {requirement.get(key, getattr(RULES[rule], key)) for key in ("severity", "on_silence")}
        for rule, requirement in in_force.items()
        if EXPERIMENTAL & set(RULES[rule].facts)
    }
    graver = {rule: severities for rule, severities in judged.items() if not severities <= {"info", "pass"}}
    assert graver == {}
