"""What cannot be talked out of a gate: mandatory rules, wrong parameters, rules for others, packages that ship."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from .conftest import TERMS, Vendorlint

BAN = """\
# METADATA
# title: No training
# custom:
#   severity: error
#   on_silence: error
#   mandatory: true
#   facts: [ai.training.customer_content]
#   params: {allowed: [prohibited]}
package vendorlint.rules.ban

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "ban",
	"fact": "ai.training.customer_content",
	"about": "training",
	"on_silence": "error",
	"params": {"allowed": ["prohibited"]},
	"choices": {"allowed": ["permitted", "conditional", "prohibited"]},
}

default node := {}

node := input.facts.ai.training.customer_content

allowed := requirement.params(rule).allowed

default problem := "Training"

problem := "" if node.value in allowed
"""
WAIVER = """\
version: 1
waivers:
  - {rule: ban, vendor: brightleaf, reason: "accepted for now", approved_by: x@example.org, expires: "2030-01-01"}
"""
HOUSE = "policies/house.yaml"


@pytest.fixture
def mandatory(repository: Path) -> Path:
    (repository / "rego" / "ban.rego").write_text(BAN)
    require(repository, "ban: {}")
    return repository


def require(repository: Path, *rules: str, top: str = "") -> None:
    listed = "".join(f"  {rule}\n" for rule in rules)
    (repository / HOUSE).write_text(f"version: 1\nname: house\n{top}requirements:\n{listed}")


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ("off", "off"),
        ("{severity: info}", "severity"),
        ("{applies_to: {tier: [low]}}", "applies_to"),
        ("{params: {allowed: [permitted]}}", "params"),
        ("{scope: {region: [BR]}}", "scope"),
        ("{min_confidence: high, on_silence: pass}", "min_confidence, on_silence"),
        ("{on_conflict: warning, severity: error}", "on_conflict"),
    ],
)
def test_a_policy_takes_nothing_from_a_mandatory_rule(
    vendorlint: Vendorlint, mandatory: Path, asked: str, keys: str
) -> None:
    require(mandatory, f"ban: {asked}")
    (mandatory / "waivers.yaml").write_text(WAIVER)
    run = vendorlint("check", "--today", "2026-11-29")
    told = f"{HOUSE}:4: note ban is mandatory, and as its METADATA has it: {keys} is without effect\n"
    assert (run.code, "error[ban] Training (high confidence)\n" in run.out, told in run.out) == (1, True, True)
    assert "ban" in vendorlint("policy", "show").out


def test_a_policy_may_make_a_mandatory_rule_graver(vendorlint: Vendorlint, mandatory: Path) -> None:
    (mandatory / "rego" / "ban.rego").write_text(BAN.replace("severity: error", "severity: info"))
    assert "info[ban] Training (high confidence)\n" in vendorlint("check", "--verbose").out
    require(mandatory, "ban: {severity: error}")
    run = vendorlint("check")
    assert (run.code, "error[ban] Training (high confidence)\n" in run.out, "mandatory" in run.out) == (1, True, False)


def test_the_baseline_adopts_no_mandatory_rule(vendorlint: Vendorlint, mandatory: Path) -> None:
    require(mandatory, "ban: {}", "ai-training-opt-in: {severity: error}")
    assert vendorlint("baseline", "create").out == "vendorlint-baseline.json: 1 added, 0 removed, 0 kept\n"
    path = mandatory / "vendorlint-baseline.json"
    found = json.loads(vendorlint("check", "--output", "json").out)["findings"]
    entries = [{key: each[key] for key in ("fingerprint", "rule", "vendor", "message")} for each in found]
    path.write_text(json.dumps({"version": 1, "findings": entries}))
    report = json.loads(vendorlint("check", "--output", "json").out)
    marked = {each["rule"]: each["baselined"] for each in report["findings"]}
    assert (marked, report["summary"]["failed"]) == ({"ai-training-opt-in": True, "ban": False}, True)
    assert vendorlint("baseline", "update").out == "vendorlint-baseline.json: 0 added, 1 removed, 1 kept\n"


@pytest.mark.parametrize(
    "asked", ["{params: {data: x}}", "{params: {nothing: 1}}", "{severity: info, params: {data: 1}}"]
)
def test_wrong_parameters_are_no_pass_whatever_the_baseline_says(
    vendorlint: Vendorlint, repository: Path, asked: str
) -> None:
    require(repository, f"ai-training-opt-in: {asked}")
    assert vendorlint("baseline", "create").code == 2
    for options in ((), ("--exit-zero",), ("--fail-on", "error", "--quiet"), ("--output", "json")):
        run = vendorlint("check", *options)
        assert (run.code, run.out) == (2, "")
        assert run.err.startswith("vendorlint: policies/house.yaml:4:")


def test_an_adopted_finding_comes_back_with_another_value_or_lead_in(vendorlint: Vendorlint, repository: Path) -> None:
    terms = repository / "vendors/brightleaf/terms.md"
    listed = (
        f"{TERMS}\n## 3. Licence\n\n3.1 LEAD\n\n- to host Customer Content; and\n\n- to display Customer Content.\n"
    )
    lead = "You grant us an irrevocable licence:"
    terms.write_text(listed.replace("LEAD", lead))
    require(repository, "licence-irrevocable: {severity: error}")
    assert vendorlint("check").code == 1
    vendorlint("baseline", "create")
    assert vendorlint("check").code == 0
    terms.write_text(listed.replace("LEAD", lead.replace("irrevocable", "worldwide, perpetual and irrevocable")))
    assert vendorlint("check").code == 1


@pytest.mark.parametrize("about", ["{tier: [low]}", "{data: [public]}", "{tier: [critical], data: [public]}"])
def test_where_no_rule_applies_nothing_has_passed(vendorlint: Vendorlint, repository: Path, about: str) -> None:
    require(repository, f"ai-training-opt-in: {{severity: error, applies_to: {about}}}")
    home = repository / "vendors/brightleaf"
    (home / "vendor.yaml").write_text("version: 1\ntier: critical\ndata: [personal]\n")
    run = vendorlint("check", "--output", "json", "--output", "junit=out.xml", "--output", "markdown=out.md")
    line = (
        "no rule of the policy applies to brightleaf: each is for vendors of other tiers or data; nothing was checked"
    )
    assert (run.code, run.err) == (3, f"vendorlint: {line}\n")
    report = json.loads(run.out)
    assert (report["passed"], report["not_applicable"]) == (
        [],
        [{"rule": "ai-training-opt-in", "vendor": "brightleaf"}],
    )
    assert 'tests="1" failures="0" errors="0" skipped="1"' in (repository / "out.xml").read_text()
    assert "**Nothing checked**" in (repository / "out.md").read_text()


def test_a_vendor_that_no_rule_is_for_is_told(vendorlint: Vendorlint, repository: Path) -> None:
    require(repository, "ai-training-opt-in: {severity: info, applies_to: {tier: [critical]}}")
    other = repository / "vendors/quiet"
    other.mkdir()
    (other / "terms.md").write_text(TERMS)
    (other / "vendor.yaml").write_text("version: 1\ntier: low\n")
    run = vendorlint("check")
    told = "no rule of the policy applies to quiet, for its tier or data: it was not checked"
    assert (run.code, f"vendors/quiet/vendor.yaml:1: note {told}\n" in run.out) == (0, True)


def test_facts_of_what_is_no_document_are_an_error(vendorlint: Vendorlint, repository: Path) -> None:
    home = repository / "vendors/brightleaf"
    vendorlint("extract")
    facts = home / "facts.yaml"
    (home / "terms.md").rename(home / "README.md")
    facts.write_text(facts.read_text().replace('path: "terms.md"', 'path: "README.md"'))
    run = vendorlint("check")
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith("facts.yaml: is of documents that are no terms of this folder; run 'vendorlint extract'\n")


@pytest.mark.parametrize("about", ["{tier: [critical]}", "{data: [personal]}"])
@pytest.mark.parametrize("declared", [None, "version: 1\n", "version: 1\nname: Brightleaf\n"])
def test_whoever_declares_nothing_is_asked_everything(
    vendorlint: Vendorlint, repository: Path, about: str, declared: str | None
) -> None:
    require(repository, f"ai-training-opt-in: {{severity: error, applies_to: {about}}}")
    if declared:
        (repository / "vendors/brightleaf/vendor.yaml").write_text(declared)
    assert vendorlint("check").code == 1
    assert vendorlint("check", "vendors/brightleaf/terms.md").code == 1


SHIPPED = "licence_irrevocable"
PACKAGES = (
    f"vendorlint.rules.{SHIPPED}", f'vendorlint.rules["{SHIPPED}"]', f'vendorlint["rules"].{SHIPPED}',
    f'vendorlint["rules"]["{SHIPPED}"]', f"vendorlint.rules[`{SHIPPED}`]", f'vendorlint["r\\u0075les"].{SHIPPED}',
    f"vendorlint . rules . {SHIPPED}", f"vendorlint.rules.{SHIPPED}.more", f'vendorlint.rules.{SHIPPED}["deny"]',
    "vendorlint.rules", "vendorlint.lib", "vendorlint", "vendorlint_data", 'vendorlint["lib"].finding',
    "vendorlint.lib.finding", "vendorlint.lib.finding.judge", "vendorlint.lib.house.inner", "vendorlint.pack", "acme",
)  # fmt: skip


@pytest.mark.parametrize("package", PACKAGES)
@pytest.mark.parametrize("start", ["", " ", "# package vendorlint.rules.mine\n\t"])
def test_no_spelling_of_a_package_reaches_what_ships(
    vendorlint: Vendorlint, repository: Path, package: str, start: str
) -> None:
    (repository / "rego" / "x.rego").write_text(
        f"{start}package {package}\n\nimport rego.v1\n\n deny contains {{}} if false\n\ntext := `\npackage vendorlint.lib.mine\n`\n"
    )
    run = vendorlint("check")
    assert (run.code, run.out, run.err.startswith("vendorlint: rego/x.rego:")) == (2, "", True)


def test_a_tier_that_is_lowered_is_why_a_finding_is_resolved(vendorlint: Vendorlint, repository: Path) -> None:
    require(
        repository, "ai-training-opt-in: {severity: error, applies_to: {tier: [critical]}}", "licence-irrevocable: {}"
    )
    vendor = repository / "vendors/brightleaf/vendor.yaml"
    vendor.write_text("version: 1\ntier: critical\ndata: [personal]\n")
    (repository / ".git").rmdir()
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    for words in (("init", "-q"), ("add", "."), (*identity, "commit", "-qm", "one")):
        subprocess.run(["git", *words], cwd=repository, check=True, capture_output=True)
    vendor.write_text("version: 1\ntier: low\ndata: []\n")
    why = "not asked any more: tier critical -> low, data personal -> none"
    report = json.loads(vendorlint("diff", "--git", "HEAD", "--output", "json").out)
    (change,) = report["violations"]
    assert (change["kind"], change["rule"], change["why"]) == ("resolved", "ai-training-opt-in", why)
    assert f"; {why}" in " ".join(vendorlint("diff", "--git", "HEAD").out.split())
    for name in ("markdown", "html"):
        shown = vendorlint("diff", "--git", "HEAD", "--output", name).out.replace("\\", "").replace("&gt;", ">")
        assert why in shown
