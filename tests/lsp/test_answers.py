"""The answers without an editor: completion in every kind of file, pages of hostile text, what a changed file makes anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint.findings.baseline import create_baseline
from vendorlint.jobs.check import check_targets
from vendorlint.jobs.extract import update_facts
from vendorlint.lsp.checker import Checker, SupersededError
from vendorlint.lsp.completion import complete
from vendorlint.lsp.hover import hover
from vendorlint.lsp.projects import Projects
from vendorlint.lsp.query import query_at
from vendorlint.lsp.workspace import Workspace, kind_of
from vendorlint.project.config import find_config
from vendorlint.project.project import find_project
from vendorlint.project.targets import Targets, find_targets
from vendorlint.project.vendors import read_vendor
from vendorlint.schemas.schema import schema

from .conftest import TERMS

EXAMPLES = Path(__file__).parents[2] / "examples"
TODAY = "2026-11-26"
VENDOR = "version: 1\ntier: critical\n"
PACKS = [
    "ai-act-deployer", "ai", "baseline", "ccpa-service-provider", "commercial", "consumer-saas", "dora-art-30", "eu-data-act",
    "gdpr-art-28", "hipaa-baa", "nis2-supplier", "strict", "swiss-fadp", "uk-gdpr",
]  # fmt: skip
SHIPPED = [f"vendorlint/{name}" for name in PACKS]


def words(root: Path, name: str, text: str) -> list[str]:
    """What would be put in at `|`, from the beginning of the word that stands there."""
    before, _, after = text.partition("|")
    path = root / name
    place = before.count("\n") + 1, len(before) - before.rfind("\n")
    query = query_at(Workspace((root,), {path: before + after}), Projects(), path, place)
    assert query is not None
    return [each.text for each in complete(query)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("policies/house.yaml", "extends: [|", [*SHIPPED, "house.yaml"]),
        ("policies/house.yaml", "extends:\n  - vendor|", [*SHIPPED, "house.yaml"]),
        ("vendorlint.yaml", "version: 1\npolicy: [|", [*SHIPPED, "policies/house.yaml"]),
        ("vendorlint.yaml", "version: 1\nfail_on: |", ["error", "warning", "info"]),
        (
            "policies/house.yaml",
            "requirements:\n  licence-term:\n    |",
            ["severity: ", "on_silence: ", "on_conflict: ", "min_confidence: ", "second_reader: ", "params: ", "scope: ", "applies_to: "],
        ),
        ("policies/house.yaml", "requirements:\n  licence-term: {severity: |}", ["error", "warning", "info"]),
        ("policies/house.yaml", "requirements:\n  licence-term: |", ["off"]),
        ("policies/house.yaml", "requirements:\n  ai-training-opt-in: {params: {|", ["data: ", "consent: "]),
        ("policies/house.yaml", "requirements:\n  x: {applies_to: {tier: [low, |", ["critical", "standard", "low"]),
        ("policies/house.yaml", "name: |", []),
        ("waivers.yaml", "waivers:\n  - |", ["rule: ", "vendor: ", "fact: ", "reason: ", "approved_by: ", "ticket: ", "expires: "]),
        ("waivers.yaml", "waivers:\n  - vendor: |", ["brightleaf", "clearline"]),
        ("vendors/brightleaf/vendor.yaml", "tier: |", ["critical", "standard", "low"]),
        ("vendors/brightleaf/vendor.yaml", "data: [personal, |]", ["personal", "special_category", "confidential", "public"]),
        ("vendors/brightleaf/vendor.yaml", "customer:\n  region:\n    - |", ["EEA", "UK", "CH"]),
        ("vendors/brightleaf/facts.yaml", "facts:\n  licence:\n    granted: {value: |", ["true", "false"]),
        ("vendors/brightleaf/facts.yaml", "facts:\n  licence:\n    duration:\n      confidence: |", ["high", "medium", "low"]),
        ("vendors/brightleaf/terms.md", "rule: |", []),
    ],
)  # fmt: skip
def test_words_for_the_cursor(repository: Path, name: str, text: str, expected: list[str]) -> None:
    (repository / "vendors" / "clearline").mkdir()
    (repository / "vendors" / "clearline" / "vendor.yaml").write_text("version: 1\ncustomer: {region: CH}\n")
    assert words(repository, name, text) == expected


def test_keys_for_the_cursor_are_those_of_the_schema(repository: Path) -> None:
    for name, text in (("vendor", "vendors/brightleaf/vendor.yaml"), ("config", "vendorlint.yaml")):
        assert words(repository, text, "version: 1\n|") == [f"{key}: " for key in schema(name)["properties"]]


def test_ids_for_the_cursor_in_waivers(repository: Path) -> None:
    rules = sorted(
        path.name.replace("_", "-") for path in (Path(__file__).parents[2] / "rego/vendorlint/rules").iterdir()
    )
    assert words(repository, "waivers.yaml", "waivers:\n  - rule: lic|") == rules
    facts = words(repository, "waivers.yaml", "waivers:\n  - rule: x\n    fact: |")
    assert (facts[0], "ai.training.customer_content" in facts) == ("document.type", True)


RULE = """\
# METADATA
# title: "A [link](https://evil.example) <img src=x> **bold** @someone"
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [licence.duration]
#   why: "`code` | cell"
package vendorlint.rules.acme

deny contains result if { result := {} }
"""


def test_nothing_in_a_page_is_markup_of_somebody_elses(repository: Path) -> None:
    (repository / "rego" / "acme.rego").write_text(RULE)
    path = repository / "policies" / "house.yaml"
    query = query_at(Workspace((), {path: "requirements:\n  acme: off\n"}), Projects(), path, (2, 4))
    assert query is not None
    assert (hover(query, []) or "").replace("\u200b", "") == (
        "**acme**: A \\[link\\]\\(https://evil.example\\) \\<img src\\=x\\> \\*\\*bold\\*\\* @someone\n\n"
        "**Why:** \\`code\\` \\| cell\n\n"
        "| | |\n| --- | --- |\n"
        "| severity | warning; where no clause is found: pass |\n"
        "| facts | licence.duration |"
    )


def problems(checker: Checker, root: Path, name: str, text: str, changed: str) -> list[tuple[str, str]]:
    """File and message of everything that is shown while one file is open."""
    path = root / name
    found = checker.problems(Workspace((root,), {path: text}), [root / changed], TODAY, lambda: False)
    return [(path.name, problem.message) for path in sorted(found) for problem in found[path]]


DEFINITION = """\
title: Escrow
type: bool
meaning: Whether source code is in escrow.
kind: presence
languages:
  en:
    readings:
      - {value: true, all: ['\\bVENDOR {will}\\b', 'WORD']}
"""


def test_a_changed_definition_of_a_fact_is_read_anew(repository: Path) -> None:
    (repository / "vendorlint.yaml").write_text("version: 1\npolicy: [policies/house.yaml]\nfacts: [facts]\n")
    (repository / "facts" / "acme").mkdir(parents=True)
    definition = repository / "facts" / "acme" / "escrow.yaml"
    definition.write_text(DEFINITION.replace("WORD", "("))
    (repository / "vendors" / "brightleaf" / "facts.yaml").unlink()
    checker = Checker()
    name = "vendors/brightleaf/terms.md"
    ((file, message),) = [each for each in problems(checker, repository, name, TERMS, name) if each[0] == "escrow.yaml"]
    assert (file, message) == ("escrow.yaml", "is no regular expression of RE2: missing ): (")
    definition.write_text(DEFINITION.replace("WORD", "escrow"))
    found = problems(checker, repository, name, TERMS, "facts/acme/escrow.yaml")
    assert [each for each in found if each[0] == "escrow.yaml"] == []


def test_a_page_says_what_a_definition_says_after_its_change(repository: Path) -> None:
    (repository / "vendorlint.yaml").write_text("version: 1\npolicy: [policies/house.yaml]\nfacts: [facts]\n")
    definition = repository / "facts" / "acme" / "escrow.yaml"
    definition.parent.mkdir(parents=True)
    definition.write_text(DEFINITION.replace("WORD", "escrow"))
    projects, path = Projects(), repository / "waivers.yaml"

    def page() -> str:
        query = query_at(Workspace((), {path: "waivers:\n  - fact: acme.escrow\n"}), projects, path, (2, 14))
        assert query is not None
        return (hover(query, []) or "").partition("\n")[0]

    assert page() == "**acme.escrow**: Escrow"
    definition.write_text(DEFINITION.replace("WORD", "escrow").replace("title: Escrow", "title: Source code"))
    problems(Checker(projects), repository, "waivers.yaml", "version: 1\nwaivers: []\n", "facts/acme/escrow.yaml")
    assert page() == "**acme.escrow**: Source code"


def test_what_is_typed_goes_to_no_server(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "vendors/brightleaf/terms.md"
    expected = problems(Checker(), repository, name, f"{TERMS}\nOne more.\n", name)
    with (repository / "vendorlint.yaml").open("a") as file:
        file.write("engine: opa\n")
    monkeypatch.setenv("VENDORLINT_OPA_URL", "http://127.0.0.1:9")
    assert problems(Checker(), repository, name, f"{TERMS}\nOne more.\n", name) == expected
    assert [message for file, message in expected if file == "terms.md"] == [
        "Customer content may be used to train AI models: the terms take the right without asking"
    ]


@pytest.mark.parametrize("vendor", ["brightroom", "ledgerline"])
def test_the_margin_says_what_check_says(vendor: str) -> None:
    folder = EXAMPLES / "vendors" / vendor
    report = check_targets(Targets(vendors=(read_vendor(folder),)), find_project(EXAMPLES), TODAY)
    (path,) = (each for each in folder.iterdir() if each.suffix == ".md")
    shown = Checker().problems(Workspace((), {path: path.read_text()}), [path], TODAY, lambda: False)
    proved = [finding for finding in report.findings if finding.citations]
    assert [(each.code, each.level, each.message, *each.region.start.position) for each in shown.get(path, [])] == [
        (each.rule, each.severity, each.message, *each.place.position) for each in proved
    ]
    in_facts = shown.get(folder / "facts.yaml", [])
    assert [(each.code, each.level, each.message) for each in in_facts] == [
        (each.rule, each.severity, each.message) for each in report.findings
    ]


def test_what_is_in_the_baseline_is_a_hint(repository: Path) -> None:
    project = find_project(repository)
    report = check_targets(find_targets([], project.config), project, TODAY)
    create_baseline(project.config.baseline, report.findings, report.rules)
    path = repository / "vendors" / "brightleaf" / "terms.md"
    (shown,) = Checker().problems(Workspace((), {path: TERMS}), [path], TODAY, lambda: False)[path]
    assert (shown.level, shown.message) == (
        "hint",
        "Customer content may be used to train AI models: the terms take the right without asking (in the baseline)",
    )


@pytest.mark.parametrize("extracted", [True, False])
def test_clauses_of_a_page_are_told_where_an_editor_can_show_them(repository: Path, extracted: bool) -> None:
    """The lines of what was read of an HTML page are not those of its source."""
    folder = repository / "vendors" / "brightleaf"
    (folder / "terms.md").unlink()
    page = folder / "terms.html"
    page.write_text(
        "<!doctype html>\n<h1>Terms of Service</h1>\n<p>We may use Customer Content to train our models.</p>\n"
    )
    (folder / "facts.yaml").unlink()
    if extracted:
        update_facts(read_vendor(folder), find_project(repository), write=True)
    found = Checker().problems(Workspace((), {folder / "vendor.yaml": VENDOR}), [page], TODAY, lambda: False)
    home = folder / "facts.yaml" if extracted else page
    assert {path: [(each.code, each.related) for each in problems] for path, problems in found.items()} == {
        home: [("licence-irrevocable", ()), ("ai-training-opt-in", ())]
    }


def test_whoever_asked_anew_gets_no_old_answer(repository: Path) -> None:
    path = repository / "vendors" / "brightleaf" / "terms.md"
    with pytest.raises(SupersededError):
        Checker().problems(Workspace((), {path: TERMS}), [path], TODAY, lambda: True)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("vendorlint.yaml", "config"),
        ("policies/house.yaml", "policy"),
        ("waivers.yaml", "waivers"),
        ("vendorlint-baseline.json", "baseline"),
        ("vendors/brightleaf/terms.md", "terms"),
        ("vendors/brightleaf/facts.yaml", "facts"),
        ("vendors/brightleaf/vendor.yaml", "vendor"),
        ("vendors/brightleaf/README.md", None),
        ("vendors/_archive/terms.md", None),
        ("rego/acme.rego", "rule"),
        ("other/acme.rego", None),
        ("other.yaml", None),
        ("README.md", None),
    ],
)
def test_what_a_file_is(repository: Path, name: str, kind: str | None) -> None:
    assert kind_of(repository / name, find_config(repository)) == kind


POLICY = """\
version: 1
name: house
requirements:
  licence-purposes:
    params: {allowed: research}
  declared-exit-transition: {severity: error, on_silence: warning}
  declared-penetration-tests: {severity: error, on_silence: warning}
"""
DECLARED = """\
version: 1
tier: critical
declared:
  exit_transition: {agreed: false, where: Annex 5, by: legal, date: "2026-10-01"}
"""


def test_what_is_declared_and_wrong_parameters_are_told_in_the_file_that_says_so(repository: Path) -> None:
    (repository / "policies" / "house.yaml").write_text(POLICY)
    path = repository / "vendors" / "brightleaf" / "vendor.yaml"
    found = Checker().problems(Workspace((repository,), {path: DECLARED}), [path], TODAY, lambda: False)
    assert {
        file.name: [(each.code, *each.region.start.position) for each in problems] for file, problems in found.items()
    } == {
        "house.yaml": [("licence-purposes", 5, 23)],
        "vendor.yaml": [("declared-penetration-tests", 3, 1), ("declared-exit-transition", 4, 20)],
    }
    assert (
        words(repository, "vendors/brightleaf/vendor.yaml", "version: 1\ndeclared:\n  exit|")[-1] == "exit_transition: "
    )
