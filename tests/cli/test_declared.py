"""Provisions that a person declares in vendor.yaml: their findings, reports and waivers."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from junitparser import JUnitXml

from vendorlint.schemas.schema import schema

from .conftest import Vendorlint

POLICY = """\
version: 1
name: house
requirements:
  declared-contingency-plans: {severity: error, on_silence: warning, applies_to: {tier: [critical]}}
  declared-exit-transition: {severity: error, on_silence: warning}
  declared-penetration-tests: {severity: error, on_silence: warning}
"""
VENDOR = """\
version: 1
tier: standard
declared:
  exit_transition:
    agreed: true
    where: Master agreement, Annex 5 section 2
    by: legal
    date: "2026-10-01"
  penetration_tests: {agreed: false, where: "Master agreement, section 12", by: security, date: "2026-10-02"}
"""
TESTS = "the vendor takes part in threat-led penetration tests"
REFUSED = f"It is not agreed that {TESTS}: declared in vendor.yaml by security on 2026-10-02, not read from the terms"
WAIVER = """\
version: 1
waivers:
  - rule: declared-penetration-tests
    vendor: brightleaf
    fact: declared.penetration_tests
    reason: A pooled test is agreed for 2027.
    approved_by: security@example.org
    expires: "2027-03-31"
"""


def undeclared(about: str) -> str:
    return f"Nobody has declared in vendor.yaml whether it is agreed that {about}; it is not read from the terms"


@pytest.fixture
def declared(repository: Path) -> Path:
    (repository / "policies" / "house.yaml").write_text(POLICY)
    (repository / "vendors" / "brightleaf" / "vendor.yaml").write_text(VENDOR)
    return repository


def test_text(vendorlint: Vendorlint, declared: Path) -> None:
    run = vendorlint("check", "--verbose")
    finding, passed, other, summary = run.out.split("\n\n")
    assert finding.splitlines()[:2] == [
        f"vendors/brightleaf/vendor.yaml:9:22: error[declared-penetration-tests] {REFUSED}",
        "  = declared: not agreed: Master agreement, section 12 (by security on 2026-10-02)",
    ]
    assert passed.splitlines() == [
        "Nothing to report:",
        "  declared-exit-transition: declared.exit_transition is agreed: Master agreement, Annex 5 section 2"
        " (by legal on 2026-10-01) (vendors/brightleaf/vendor.yaml:4:3)",
    ]
    assert other.splitlines() == ["Not for vendors of this tier and data:", "  declared-contingency-plans"]
    assert (run.code, summary.rpartition(", ")[2]) == (1, "1 not applicable\n")


def test_what_does_not_apply_is_skipped_by_junit(vendorlint: Vendorlint, declared: Path) -> None:
    suites = JUnitXml.fromstring(vendorlint("check", "--output", "junit").out.encode())
    cases = {case.name: [type(each).__name__ for each in case.result] for suite in suites for case in suite}
    assert cases == {
        "declared-penetration-tests declared.penetration_tests": ["Failure"],
        "declared-exit-transition": [],
        "declared-contingency-plans": ["Skipped"],
    }


def test_json(vendorlint: Vendorlint, declared: Path) -> None:
    report = json.loads(vendorlint("check", "--output", "json").out)
    Draft7Validator(schema("report")).validate(report)
    [finding] = report["findings"]
    entry = {"agreed": False, "where": "Master agreement, section 12", "by": "security", "date": "2026-10-02"}
    assert {key: finding[key] for key in ("status", "message", "fact", "value", "required", "clauses")} == {
        "status": "stated",
        "message": REFUSED,
        "fact": "declared.penetration_tests",
        "value": False,
        "required": "agreed",
        "clauses": [],
    }
    assert finding["location"] == {"path": "vendors/brightleaf/vendor.yaml", "line": 9, "column": 22}
    assert finding["declaration"] == entry
    assert report["passed"] == [
        {
            "rule": "declared-exit-transition",
            "vendor": "brightleaf",
            "facts": [
                {
                    "fact": "declared.exit_transition",
                    "status": "stated",
                    "value": True,
                    "declaration": {
                        "agreed": True,
                        "where": "Master agreement, Annex 5 section 2",
                        "by": "legal",
                        "date": "2026-10-01",
                    },
                }
            ],
        },
    ]
    assert report["not_applicable"] == [{"rule": "declared-contingency-plans", "vendor": "brightleaf"}]


def test_sarif(vendorlint: Vendorlint, declared: Path) -> None:
    assert vendorlint("extract").code == 0
    [result] = json.loads(vendorlint("check", "--output", "sarif").out)["runs"][0]["results"]
    assert result["message"]["text"].splitlines()[:2] == [
        f"brightleaf: {REFUSED}.",
        "Found: not agreed: Master agreement, section 12 (by security on 2026-10-02). Required: agreed.",
    ]
    place = result["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("vendors/brightleaf/vendor.yaml", 9)
    assert "relatedLocations" not in result


def test_what_nobody_has_declared_is_where_it_would_be(vendorlint: Vendorlint, declared: Path) -> None:
    home = declared / "vendors" / "brightleaf"
    plans = "the vendor keeps and tests business contingency plans"
    (home / "vendor.yaml").write_text(VENDOR.replace("standard", "critical"))
    first = vendorlint("check", "--quiet").out.splitlines()[0]
    assert first == f"vendors/brightleaf/vendor.yaml:3:1: warning[declared-contingency-plans] {undeclared(plans)}"
    (home / "vendor.yaml").write_text("# Brightleaf\nversion: 1\n")
    [_, _, tests] = vendorlint("check", "--quiet").out.splitlines()
    assert tests == f"vendors/brightleaf/vendor.yaml:1:1: warning[declared-penetration-tests] {undeclared(TESTS)}"
    (home / "vendor.yaml").unlink()
    assert vendorlint("extract").code == 0
    [_, _, tests] = vendorlint("check", "--quiet").out.splitlines()
    assert tests == f"vendors/brightleaf/facts.yaml:1:1: warning[declared-penetration-tests] {undeclared(TESTS)}"


def test_it_can_be_waived_by_its_fact(vendorlint: Vendorlint, declared: Path) -> None:
    (declared / "waivers.yaml").write_text(WAIVER)
    run = vendorlint("check", "--verbose", "--today", "2026-11-26")
    assert (run.code, run.out.splitlines()[-1].partition(": ")[2]) == (
        0,
        "0 errors, 0 warnings, 0 infos, 1 waived, 1 not applicable",
    )
    (declared / "waivers.yaml").write_text(WAIVER.replace("declared.penetration_tests", "declared.penetration_test"))
    run = vendorlint("check")
    unknown = "unknown fact 'declared.penetration_test' (did you mean 'declared.penetration_tests'?)"
    assert (run.code, run.out, run.err) == (2, "", f"vendorlint: waivers.yaml:5:11: {unknown}\n")


def test_a_provision_that_there_is_not(vendorlint: Vendorlint, declared: Path) -> None:
    path = declared / "vendors" / "brightleaf" / "vendor.yaml"
    path.write_text(VENDOR.replace("penetration_tests", "penetration-test"))
    run = vendorlint("check")
    message = "unknown key 'penetration-test' (did you mean 'penetration_tests'?)"
    assert (run.code, run.out, run.err) == (2, "", f"vendorlint: vendors/brightleaf/vendor.yaml:9:3: {message}\n")


def test_explain_says_where_it_comes_from(vendorlint: Vendorlint, repository: Path) -> None:
    assert vendorlint("explain", "declared.exit_transition").out.splitlines() == [
        "declared.exit_transition: declared in vendor.yaml",
        "",
        "An exit strategy with a transition period in which the service goes on: DORA Art. 30(3)(f).",
        "",
        "rules      declared-exit-transition",
    ]
