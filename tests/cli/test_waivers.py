"""Waivers and the baseline, as a user meets them."""

import json
from pathlib import Path

import pytest

from .conftest import Vendorlint

WAIVER = """\
version: 1
waivers:
  - rule: ai-training-opt-in
    vendor: brightleaf
    reason: The pilot holds no customer content.
    approved_by: legal@example.org
    expires: "2027-03-31"
"""


@pytest.fixture
def waived(repository: Path) -> Path:
    (repository / "waivers.yaml").write_text(WAIVER)
    return repository


def last(text: str) -> str:
    return text.splitlines()[-1].partition(": ")[2]


def test_a_waived_finding_stays_and_fails_nothing(vendorlint: Vendorlint, waived: Path) -> None:
    run = vendorlint("check", "--verbose", "--today", "2026-11-26")
    finding = run.out.split("\n\n")[1].splitlines()
    assert finding[0].endswith(": the terms take the right without asking (high confidence) (waived)")
    assert finding[-1] == (
        "  = waiver: until 2027-03-31, approved by legal@example.org: The pilot holds no customer content."
    )
    assert (run.code, last(run.out)) == (0, "0 errors, 0 warnings, 1 info, 1 waived")


def test_on_the_day_after_it_has_expired(vendorlint: Vendorlint, waived: Path) -> None:
    run = vendorlint("check", "--verbose", "--today", "2027-04-01")
    assert "  = waiver: expired on 2027-03-31 (approved by legal@example.org)" in run.out
    assert (run.code, last(run.out)) == (1, "1 error, 0 warnings, 1 info")


def test_quiet_says_why_a_waiver_does_not_hold(vendorlint: Vendorlint, waived: Path) -> None:
    run = vendorlint("check", "--quiet", "--today", "2027-04-01")
    (line,) = [line for line in run.out.splitlines() if "ai-training-opt-in" in line]
    why = "expired on 2027-03-31 (approved by legal@example.org): renew it or have the terms changed"
    assert line.endswith(f"(high confidence); waiver {why}")
    for old, new, why in (
        ("ai-training-opt-in", "licence-exclusive", "licence-exclusive of brightleaf is not used: nothing is found; remove it"),
        ("vendor: brightleaf", "vendor: brightlaef", "ai-training-opt-in of brightlaef is of no vendor here (did you mean 'brightleaf'?)"),
        (
            "    reason", "    fact: ai.training.usage_data\n    reason",
            "ai-training-opt-in of brightleaf is not used: it is for ai.training.usage_data, and what is found is on ai.training.customer_content",
        ),
    ):  # fmt: skip
        (waived / "waivers.yaml").write_text(WAIVER.replace(old, new, 1))
        run = vendorlint("check", "--quiet", "--today", "2026-11-26")
        assert (run.code, run.err) == (1, f"vendorlint: waivers.yaml: the waiver for {why}\n")


def test_without_waivers(vendorlint: Vendorlint, waived: Path) -> None:
    run = vendorlint("check", "--today", "2026-11-26", "--no-waivers")
    assert (run.code, "waiver" in run.out) == (1, False)


def test_what_ends_soon_and_what_nothing_needs_is_told(vendorlint: Vendorlint, waived: Path) -> None:
    soon = json.loads(vendorlint("check", "--today", "2027-03-02", "--output", "json").out)
    message = "the waiver for ai-training-opt-in of brightleaf expires on 2027-03-31"
    assert soon["notices"] == [{"path": "waivers.yaml", "line": 3, "message": message}]
    assert [finding["waiver"] and finding["waiver"]["status"] for finding in soon["findings"]] == [None, "active"]
    (waived / "waivers.yaml").write_text(WAIVER.replace("ai-training-opt-in", "licence-exclusive"))
    run = vendorlint("check", "--verbose", "--today", "2026-11-26")
    unused = "the waiver for licence-exclusive of brightleaf is not used: nothing is found; remove it"
    assert f"waivers.yaml:3: note {unused}\n" in run.out
    assert run.code == 1


def test_a_waiver_of_a_vendor_that_is_not_there_is_told(vendorlint: Vendorlint, waived: Path) -> None:
    (waived / "waivers.yaml").write_text(WAIVER.replace("vendor: brightleaf", "vendor: brightlaef"))
    run = vendorlint("check", "--verbose", "--today", "2026-11-26")
    message = "the waiver for ai-training-opt-in of brightlaef is of no vendor here (did you mean 'brightleaf'?)"
    assert f"waivers.yaml:3: note {message}\n" in run.out
    assert run.code == 1


def test_a_mandatory_rule_cannot_be_waived(vendorlint: Vendorlint, waived: Path) -> None:
    (waived / "rego" / "ban.rego").write_text(
        "# METADATA\n# title: No training\n# custom:\n#   severity: error\n#   on_silence: pass\n#   mandatory: true\n"
        "package vendorlint.rules.ban\n\nimport rego.v1\n\nimport data.vendorlint.lib.finding\n\n"
        'rule := {"id": "ban", "fact": "ai.training.customer_content", "about": "training", "on_silence": "pass", '
        '"params": {}}\n\n'
        "default node := {}\n\nnode := input.facts.ai.training.customer_content\n\n"
        'deny contains result if result := finding.judge(rule, node, "Training", "none")\n'
    )
    (waived / "policies" / "house.yaml").write_text("version: 1\nname: house\nrequirements:\n  ban: {}\n")
    (waived / "waivers.yaml").write_text(WAIVER.replace("ai-training-opt-in", "ban"))
    run = vendorlint("check", "--verbose", "--today", "2026-11-26")
    assert "  = waiver: none is possible: the policy's rule is mandatory\n" in run.out
    assert (run.code, last(run.out)) == (1, "1 error, 0 warnings, 0 infos")
    assert vendorlint("waivers", "--today", "2026-11-26").out.splitlines()[1].split()[:5] == [
        "ban",
        "brightleaf",
        "-",
        "2027-03-31",
        "refused",
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("ai-training-opt-in", "ai-training-optin", "3:11: unknown rule 'ai-training-optin' (did you mean 'ai-training-opt-in'?)"),
        ('"2027-03-31"', '"2027-02-31"', "7:14: found '2027-02-31'; expected the last day, such as \"2027-03-31\""),
        ('"2027-03-31"', "soon", "7:14: found 'soon'; expected the last day, such as \"2027-03-31\""),
        ("    approved_by: legal@example.org\n", "", "3:5: the key 'approved_by' is missing"),
    ],
)  # fmt: skip
def test_a_wrong_waiver(vendorlint: Vendorlint, waived: Path, old: str, new: str, message: str) -> None:
    (waived / "waivers.yaml").write_text(WAIVER.replace(old, new))
    run = vendorlint("check", "--verbose", "--today", "2026-11-26")
    assert (run.code, run.out, run.err) == (2, "", f"vendorlint: waivers.yaml:{message}\n")


def test_waivers_are_listed_with_their_state(vendorlint: Vendorlint, waived: Path) -> None:
    states = [
        vendorlint("waivers", "--today", day).out.splitlines()[1].split()[4]
        for day in ("2026-11-26", "2027-03-01", "2027-04-01")
    ]
    assert states == ["active", "expiring", "expired"]
    (waived / "waivers.yaml").unlink()
    assert vendorlint("waivers").out == "no waiver in waivers.yaml\n"


def test_baseline_adopts_what_is_there(vendorlint: Vendorlint, repository: Path) -> None:
    baseline = repository / "vendorlint-baseline.json"
    assert vendorlint("baseline", "create").out == "vendorlint-baseline.json: 2 added, 0 removed, 0 kept\n"
    entries = json.loads(baseline.read_text())["findings"]
    assert [entry["fingerprint"] for entry in entries] == sorted(entry["fingerprint"] for entry in entries)
    run = vendorlint("check")
    assert (run.code, last(run.out)) == (0, "0 errors, 0 warnings, 0 infos, 2 in the baseline")
    terms = repository / "vendors" / "brightleaf" / "terms.md"
    again = terms.read_text() + "\n## 3. More\n\n3.1 We may use Customer Content to train AI models of our own.\n"
    terms.write_text(again.replace("# Brightleaf Terms", "# The Terms"))
    assert vendorlint("check").code == 0
    (repository / "policies" / "house.yaml").write_text(
        "version: 1\nname: house\nrequirements:\n  ai-training-opt-in: {}\n  licence-exclusive: {on_silence: error}\n"
    )
    assert (vendorlint("check").code, vendorlint("baseline", "prune").out) == (
        1,
        "vendorlint-baseline.json: 0 added, 1 removed, 1 kept\n",
    )
    assert vendorlint("baseline", "update").out == "vendorlint-baseline.json: 1 added, 0 removed, 1 kept\n"
    assert vendorlint("check").code == 0
    run = vendorlint("baseline", "create")
    assert (run.code, run.err.startswith("vendorlint: vendorlint-baseline.json: exists already;")) == (2, True)
