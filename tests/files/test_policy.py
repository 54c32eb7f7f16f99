"""Packs merged into a policy: overrides key by key, where each key comes from, and what is refused."""

import pytest

from vendorlint.errors import InputError, InputErrors, NothingToCheckError
from vendorlint.place import FilePlace
from vendorlint.policy.origins import Origin, parameters_place
from vendorlint.policy.requirements import Policy, load_policy, rule_data
from vendorlint.policy.rules import Rule
from vendorlint.project.vendors import read_vendor


def rule(name: str, severity: str = "warning") -> Rule:
    return Rule(
        id=name,
        package=f"vendorlint.rules.{name.replace('-', '_')}",
        title=name,
        description="",
        why="",
        remedy="",
        negotiate={},
        references=(),
        severity=severity,
        on_silence="pass",
        category="custom",
        mandatory=False,
        facts=(),
        params={"months": 6},
        documentation="",
        path="x.rego",
    )


RULES = {name: rule(name) for name in ("training-opt-in", "cap-floor", "arbitration")} | {
    "notice": rule("notice", "info")
}
BASE = """\
version: 1
name: base
requirements:
  training-opt-in: {severity: error, on_silence: warning, params: {data: [customer_content], consent: [opt_in]}}
  cap-floor: {params: {months: 12}, applies_to: {tier: [critical]}}
  arbitration: {}
"""


@pytest.fixture
def root(tmp_path):
    (tmp_path / "policies").mkdir()
    return tmp_path


def write(root, **packs: str) -> None:
    for name, text in packs.items():
        (root / "policies" / f"{name}.yaml").write_text(text)


def refusals(root, *names: str) -> list[str]:
    with pytest.raises((InputErrors, InputError)) as caught:
        load_policy(names, root, RULES)
    return [line.removeprefix(f"{root}/") for line in str(caught.value).splitlines()]


def shown(policy: Policy) -> dict[str, dict[str, str]]:
    """The origins as `policy show` prints them."""
    return {name: {key: str(origin) for key, origin in keys.items()} for name, keys in policy.origins.items()}


def test_one_pack_with_defaults_from_the_rules(root):
    write(root, base=BASE)
    path = root / "policies" / "base.yaml"

    def at(line: int, column: int, rule: tuple[int, int]) -> Origin:
        return Origin("policies/base.yaml", FilePlace(path, line, column), FilePlace(path, *rule))

    assert load_policy(["policies/base.yaml"], root, RULES) == Policy(
        name="base",
        requirements={
            "training-opt-in": {
                "severity": "error",
                "on_silence": "warning",
                "params": {"data": ["customer_content"], "consent": ["opt_in"]},
            },
            "cap-floor": {"severity": "warning", "params": {"months": 12}, "applies_to": {"tier": ["critical"]}},
            "arbitration": {"severity": "warning", "params": {}},
        },
        origins={
            "training-opt-in": {
                "severity": at(4, 31, (4, 20)),
                "on_silence": at(4, 50, (4, 20)),
                "params.data": at(4, 74, (4, 20)),
                "params.consent": at(4, 103, (4, 20)),
            },
            "cap-floor": {
                "params.months": at(5, 32, (5, 14)),
                "applies_to": at(5, 49, (5, 14)),
            },
            "arbitration": {},
        },
        packs=("policies/base.yaml",),
    )


def test_later_packs_override_key_by_key(root):
    write(
        root,
        base=BASE,
        acme="""\
version: 1
name: acme
extends: [base.yaml]
requirements:
  training-opt-in: {on_silence: error, params: {consent: [opt_in, opt_out]}}
  cap-floor:
    applies_to: {data: [personal]}
  arbitration: off
  notice: {on_conflict: warning}
""",
    )
    policy = load_policy(["policies/acme.yaml"], root, RULES)
    assert policy.name == "acme"
    assert policy.packs == ("policies/base.yaml", "policies/acme.yaml")
    assert policy.requirements == {
        "training-opt-in": {
            "severity": "error",
            "on_silence": "error",
            "params": {"data": ["customer_content"], "consent": ["opt_in", "opt_out"]},
        },
        "cap-floor": {"severity": "warning", "params": {"months": 12}, "applies_to": {"data": ["personal"]}},
        "notice": {"severity": "info", "params": {}, "on_conflict": "warning"},
    }
    assert shown(policy) == {
        "training-opt-in": {
            "severity": "policies/base.yaml:4",
            "on_silence": "policies/acme.yaml:5",
            "params.data": "policies/base.yaml:4",
            "params.consent": "policies/acme.yaml:5",
        },
        "cap-floor": {
            "params.months": "policies/base.yaml:5",
            "applies_to": "policies/acme.yaml:7",
        },
        "arbitration": {"off": "policies/acme.yaml:8"},
        "notice": {"on_conflict": "policies/acme.yaml:9"},
    }


def test_what_was_off_begins_anew(root):
    off = "version: 1\nname: none\nrequirements: {cap-floor: off}\n"
    on = "version: 1\nname: some\nrequirements: {cap-floor: {severity: info}}\n"
    write(root, base=BASE, off=off, on=on)
    policy = load_policy([f"policies/{name}.yaml" for name in ("base", "off", "on")], root, RULES)
    assert policy.requirements["cap-floor"] == {"severity": "info", "params": {}}
    assert shown(policy)["cap-floor"] == {"severity": "policies/on.yaml:3"}


def test_a_pack_that_two_extend_does_not_undo_the_first(root):
    first = "version: 1\nname: first\nextends: [base.yaml]\nrequirements: {cap-floor: {params: {months: 24}}}\n"
    second = "version: 1\nname: second\nextends: [base.yaml]\nrequirements: {notice: {}}\n"
    write(root, base=BASE, first=first, second=second)
    policy = load_policy(["policies/first.yaml", "policies/second.yaml"], root, RULES)
    assert policy.packs == ("policies/base.yaml", "policies/first.yaml", "policies/second.yaml")
    assert policy.requirements["cap-floor"]["params"] == {"months": 24}


def test_where_parameters_are_set(root):
    own = """\
version: 1
name: own
extends: [base.yaml]
requirements:
  training-opt-in:
    params:
      consent: opt_in
      extra: 1
"""
    write(root, base=BASE, own=own)
    path, base = root / "policies" / "own.yaml", root / "policies" / "base.yaml"
    origins = load_policy(["policies/own.yaml"], root, RULES).origins["training-opt-in"]
    assert parameters_place(origins, ["extra"]) == (path, 8, 14)
    assert parameters_place(origins, ["data"]) == (base, 4, 74)
    assert parameters_place(origins, ["consent", "extra"]) == (path, 5, 3)
    assert parameters_place(origins, ["months"]) is None


def test_unknown_rules_of_all_packs(root):
    write(
        root,
        base=BASE.replace("cap-floor", "capfloor"),
        acme="version: 1\nname: a\nextends: [base.yaml]\nrequirements:\n  zzz: off\n",
    )
    assert refusals(root, "policies/acme.yaml") == [
        "policies/base.yaml:5:3: unknown rule 'capfloor' (did you mean 'cap-floor'?)",
        "policies/acme.yaml:5:3: unknown rule 'zzz'",
    ]


def test_unknown_keys(root):
    write(root, base="version: 1\nname: a\nrequirements:\n  notice: {severty: error}\n")
    assert refusals(root, "policies/base.yaml") == [
        "policies/base.yaml:4:12: unknown key 'severty' (did you mean 'severity'?)"
    ]


def test_packs_that_are_not_there(root):
    write(root, acme="version: 1\nname: a\nextends: [none.yaml]\nrequirements: {}\n")
    write(root, beta="version: 1\nname: a\nextends: [vendorlint/basline]\nrequirements: {}\n")
    assert refusals(root, "policies/none.yaml") == ["no policy file 'policies/none.yaml'"]
    assert refusals(root, "policies/acme.yaml") == ["policies/acme.yaml:3:11: no policy file 'none.yaml'"]
    assert refusals(root, "vendorlint/basline") == [
        "unknown pack 'vendorlint/basline' (did you mean 'vendorlint/baseline'?)"
    ]
    assert refusals(root, "policies/beta.yaml") == [
        "policies/beta.yaml:3:11: unknown pack 'vendorlint/basline' (did you mean 'vendorlint/baseline'?)"
    ]


def test_packs_that_extend_each_other(root):
    write(root, a="version: 1\nname: a\nextends: [b.yaml]\nrequirements: {}\n")
    write(root, b="version: 1\nname: b\nextends:\n  - a.yaml\nrequirements: {}\n")
    assert refusals(root, "policies/a.yaml") == [
        "policies/b.yaml:4:5: the policies extend each other: policies/a.yaml -> policies/b.yaml -> policies/a.yaml"
    ]


@pytest.mark.parametrize("requirements", ["{}", "{notice: off}"])
def test_a_policy_that_turns_nothing_on(root, requirements):
    write(root, base=f"version: 1\nname: a\nrequirements: {requirements}\n")
    with pytest.raises(NothingToCheckError) as caught:
        load_policy(["policies/base.yaml"], root, RULES)
    assert str(caught.value) == "the policy policies/base.yaml turns no rule on; nothing would be checked"


def test_a_scope_of_a_pack_is_that_of_what_it_has_from_others(root):
    write(
        root,
        base="version: 1\nname: a\nscope: {region: [EEA]}\nrequirements: {notice: {}, arbitration: {scope: {plan: [trial]}}}\n",
        other="version: 1\nname: o\nrequirements: {training-opt-in: {}}\n",
        mine="version: 1\nname: m\nextends: [base.yaml]\nscope: {region: [UK]}\nrequirements: {}\n",
    )
    policy = load_policy(["policies/other.yaml", "policies/mine.yaml"], root, RULES)
    scopes = {rule: requirement.get("scope") for rule, requirement in policy.requirements.items()}
    assert scopes == {"training-opt-in": None, "notice": {"region": ["UK"]}, "arbitration": {"plan": ["trial"]}}
    assert str(policy.origins["notice"]["scope"]) == "policies/mine.yaml:4"


def test_a_scope_of_a_pack_is_that_of_its_requirements_without_their_own(root):
    own = "requirements: {notice: {}, arbitration: {scope: {plan: [trial]}}}\n"
    write(root, base=f"version: 1\nname: a\nscope: {{region: [EEA, UK]}}\n{own}")
    later = "version: 1\nname: b\nextends: [base.yaml]\nrequirements: {notice: {severity: error}}\n"
    write(root, later=later)
    policy = load_policy(["policies/later.yaml"], root, RULES)
    assert policy.requirements["notice"]["scope"] == {"region": ["EEA", "UK"]}
    assert policy.requirements["arbitration"]["scope"] == {"plan": ["trial"]}
    origins = {rule: str(policy.origins[rule]["scope"]) for rule in ("notice", "arbitration")}
    assert origins == {"notice": "policies/base.yaml:3", "arbitration": "policies/base.yaml:4"}


def test_the_data_that_rules_see(root):
    write(root, base="version: 1\nname: a\nrequirements: {notice: {params: {days: 30}}, arbitration: off}\n")
    folder = root / "acme"
    folder.mkdir()
    (folder / "vendor.yaml").write_text("version: 1\ntier: critical\ndata: [personal]\n")
    policy = load_policy(["policies/base.yaml"], root, RULES)
    assert rule_data(policy, [read_vendor(folder)], "2026-11-24") == {
        "requirements": {"notice": {"severity": "info", "params": {"days": 30}}},
        "waivers": [],
        "vendors": {"acme": {"name": "acme", "tier": "critical", "data": ["personal"]}},
        "today": "2026-11-24",
    }
