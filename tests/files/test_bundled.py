"""What ships loads: every rule with its METADATA, every pack over those rules."""

import pytest

from vendorlint.policy.packs import bundled_packs
from vendorlint.policy.requirements import load_policy
from vendorlint.policy.rules import load_rules
from vendorlint.project.bundled import bundled


def test_rules_say_all_that_a_finding_shows():
    rules = load_rules([bundled("rego")]).rules
    assert rules
    for rule in rules.values():
        page = f"https://github.com/vendorlint/vendorlint/blob/main/docs/rules/{rule.id}.md"
        assert (rule.id, rule.documentation) == (rule.id, page)
        assert all([rule.description, rule.why, rule.remedy, rule.category != "custom", rule.facts]), rule.id


@pytest.mark.parametrize("pack", ["vendorlint/baseline", "vendorlint/ai"])
def test_packs_turn_on_shipped_rules_alone(pack, tmp_path):
    assert pack in bundled_packs()
    policy = load_policy([pack], tmp_path, load_rules([bundled("rego")]).rules)
    assert policy.packs[-1] == pack
