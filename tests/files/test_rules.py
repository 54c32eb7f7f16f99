"""Rules as their METADATA declares them, and every way in which a rule would silently never be asked for."""

import pytest

from vendorlint.errors import InputError, InputErrors, NothingToCheckError
from vendorlint.policy.rules import Module, Rule, load_rules

RULE = """\
# METADATA
# title: Training needs an opt-in
# description: |
#   Customer content may train models only after consent.
#
#   Silence is no consent.
# related_resources:
#   - description: documentation
#     ref: https://example.org/docs/rules/training-opt-in.md
#   - ref: https://example.org/elsewhere
# custom:
#   severity: error
#   on_silence: warning
#   facts: [ai.training.customer_content, ai.training.consent]
#   remedy: Ask for an opt-in.
#   negotiate:
#     ask_for: No training without Customer's consent.
#     fall_back_to: Training on usage data.
#     walk_away_at: Training on content.
#   references: [GDPR Art. 7]
#   why: Trained data cannot be taken back.
#   category: ai
#   mandatory: true
#   params: {consent: [opt_in]}
package vendorlint.rules.training_opt_in

import rego.v1

deny contains result if {
	result := {"msg": "x"}
}
"""
MINIMAL = """\
# METADATA
# title: Mine
# custom: {severity: info, on_silence: pass}
package vendorlint.rules.mine

deny contains {"msg": "x"}
"""


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "rego"
    (folder / "rules" / "training_opt_in").mkdir(parents=True)
    (folder / "rules" / "training_opt_in" / "training_opt_in.rego").write_text(RULE)
    return folder


def refusals(folder) -> list[str]:
    with pytest.raises(InputErrors) as caught:
        load_rules([folder])
    return [line.removeprefix(f"{folder}/") for line in str(caught.value).splitlines()]


def test_a_rule_as_it_declares_itself(folder):
    path = folder / "rules" / "training_opt_in" / "training_opt_in.rego"
    assert load_rules([folder]).rules == {
        "training-opt-in": Rule(
            id="training-opt-in",
            package="vendorlint.rules.training_opt_in",
            title="Training needs an opt-in",
            description="Customer content may train models only after consent.\n\nSilence is no consent.",
            why="Trained data cannot be taken back.",
            remedy="Ask for an opt-in.",
            negotiate={
                "ask_for": "No training without Customer's consent.",
                "fall_back_to": "Training on usage data.",
                "walk_away_at": "Training on content.",
            },
            references=("GDPR Art. 7",),
            severity="error",
            on_silence="warning",
            category="ai",
            mandatory=True,
            facts=("ai.training.customer_content", "ai.training.consent"),
            params={"consent": ["opt_in"]},
            documentation="https://example.org/docs/rules/training-opt-in.md",
            path=str(path),
        )
    }


def test_libraries_are_loaded_and_tests_are_not(folder, tmp_path):
    library, test, mine = folder / "lib.rego", folder / "lib_test.rego", tmp_path / "mine" / "mine.rego"
    library.write_text("package vendorlint.lib\n\nx := 1\n")
    test.write_text("package vendorlint.lib_test\n\ntest_x if true\n")
    mine.parent.mkdir()
    mine.write_bytes(MINIMAL.replace("\n", "\r\n").encode())
    loaded = load_rules([folder, mine.parent])
    assert list(loaded.rules) == ["mine", "training-opt-in"]
    assert [module.path for module in loaded.modules] == [
        str(library),
        str(folder / "rules" / "training_opt_in" / "training_opt_in.rego"),
        str(mine),
    ]
    assert loaded.modules[0] == Module(str(library), "package vendorlint.lib\n\nx := 1\n")


def test_what_a_rule_may_leave_out(folder):
    (folder / "mine.rego").write_text(MINIMAL)
    mine = load_rules([folder]).rules["mine"]
    assert (mine.description, mine.why, mine.remedy, mine.category) == ("", "", "", "custom")
    assert (mine.mandatory, mine.facts, mine.params, mine.documentation) == (False, (), {}, "")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("# title: Mine\n", "", "2:3: the key 'title' is missing"),
        ("severity: info", "severity: high", "3:22: found 'high'; expected one of error, warning, info"),
        ("on_silence", "on_silense", "3:11: the key 'on_silence' is missing\n3:28: unknown key 'on_silense' (did you mean 'on_silence'?)"),
        ("title: Mine", "title: yes", '2:10: YAML readers disagree about a plain yes; write true, or "yes" in quotes if it is text'),
        ("title: Mine", "title: a: b", "2:11: is not valid YAML: mapping values are not allowed in this context"),
        ("# title", "#title", "2:1: a line of METADATA begins with '# '"),
        ("# METADATA", "# Metadata", "4:1: the rule has no METADATA; expected a comment '# METADATA' with title and custom above its package"),
        ("pass}", "pass, facts: [ai.trainin.consent]}", "3:54: unknown fact 'ai.trainin.consent' (did you mean 'ai.training.consent'?)"),
        ("package vendorlint.rules.mine", "", "1:1: has no package; expected 'package vendorlint.rules.<rule>'"),
        ("rules.mine", "rule.mine", "4:1: the package vendorlint.rule.mine would never be asked for; expected vendorlint.rules.<rule> (did you mean 'vendorlint.rules'?)"),
        ("vendorlint.rules.mine", "main", "4:1: the package main would never be asked for; expected vendorlint.rules.<rule>"),
        ("rules.mine", "rules.Mine", "4:1: the rule's name 'Mine' is not lower-case letters, digits and '_'"),
        ("deny", "warn", "6:1: found 'warn'; expected 'deny contains result if { … }'"),
        ("deny", "dney", "4:1: found no decision; expected 'deny contains result if { … }'"),
    ],
)  # fmt: skip
def test_wrong_rules(tmp_path, old, new, message):
    assert old in MINIMAL
    (tmp_path / "mine.rego").write_text(MINIMAL.replace(old, new))
    assert refusals(tmp_path) == [f"mine.rego:{line}" for line in message.splitlines()]


def test_nobody_replaces_a_shipped_rule_or_library(folder, tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    (folder / "lib.rego").write_text("package vendorlint.lib\n")
    (mine / "a.rego").write_text("\n" + RULE)
    (mine / "b.rego").write_text("package vendorlint.lib\n")
    with pytest.raises(InputErrors) as caught:
        load_rules([folder, mine])
    shipped = folder / "rules" / "training_opt_in" / "training_opt_in.rego"
    assert str(caught.value).splitlines() == [
        f"{mine}/a.rego:26:1: the package vendorlint.rules.training_opt_in is already defined in {shipped}; choose another name",
        f"{mine}/b.rego:1:1: the package vendorlint.lib is already defined in {folder}/lib.rego; choose another name",
    ]


def test_no_rule_and_no_folder(tmp_path):
    with pytest.raises(NothingToCheckError, match="no rule is in"):
        load_rules([tmp_path])
    with pytest.raises(InputError, match="no such folder; expected Rego rules in it"):
        load_rules([tmp_path / "none"])
