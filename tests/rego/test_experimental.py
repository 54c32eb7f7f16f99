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
    graver = {
        rule: (requirement["severity"], requirement["on_silence"])
        for rule, requirement in in_force.items()
        if EXPERIMENTAL & set(RULES[rule].facts)
        and not {requirement["severity"], requirement["on_silence"]} <= {"info", "pass"}
    }
    assert graver == {}
