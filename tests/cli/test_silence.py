"""What `vendorlint check` says of facts that nothing was read of: the closest clauses, and no more than it knows."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from vendorlint.schemas.schema import schema

from .conftest import Vendorlint

# Says what the rules ask for in words that no pattern reads, and hides text and a command to a build's runner in one clause.
TERMS = """\
# Terms of Service

By using the Service, Customer agrees to these Terms.

## 1. Examination

An examiner whom a trade council sends may walk through our premises and audit what we keep there.

An audit \u202eof anything else\u202c, ::error::by whom ever,
is no affair of ours.

## 2. Law

The Data Processing Addendum forms part of these Terms.
"""
POLICY = """\
version: 1
name: house
requirements:
  data-audit: {severity: error, on_silence: error}
  ai-training-opt-in: {severity: error, on_silence: warning}
"""
FACTS = "vendors/brightleaf/facts.yaml"


@pytest.fixture
def terms(repository: Path) -> Path:
    (repository / "policies" / "house.yaml").write_text(POLICY)
    path = repository / "vendors" / "brightleaf" / "terms.md"
    path.write_text(TERMS, encoding="utf-8")
    return path


def test_text_names_the_closest_clauses_and_shows_what_hides_in_them(vendorlint: Vendorlint, terms: Path) -> None:
    out = vendorlint("check", "--verbose").out
    flat = re.sub(r"\s+", " ", out)
    assert "error[data-audit] Found no clause that says whether the customer may audit the vendor = closest: " in flat
    assert "closest: vendors/brightleaf/terms.md:7:1: An examiner whom a trade council sends may walk" in flat
    assert "\u202e" not in out
    assert "\\u202eof anything else" in flat
    assert "::error" not in out


def test_the_facts_file_tells_the_same_and_rests_on_nothing_of_it(vendorlint: Vendorlint, terms: Path) -> None:
    def findings() -> list[dict[str, object]]:
        report = json.loads(vendorlint("check", "--output", "json").out)
        Draft7Validator(schema("report")).validate(report)
        return [{**each, "location": None} for each in report["findings"]]

    from_terms = findings()
    [audit] = [each for each in from_terms if each["rule"] == "data-audit"]
    assert audit["clauses"] == []
    assert audit["closest"][0] == {  # type: ignore[index]
        "document": "terms",
        "path": "vendors/brightleaf/terms.md",
        "place": "",
        "lines": [7, 7],
        "column": 1,
        "quote": "An examiner whom a trade council sends may walk through our premises and audit what we keep there.",
    }
    assert vendorlint("extract").code == 0
    assert findings() == from_terms
    path = terms.parent / "facts.yaml"
    path.write_text(re.sub(r"^candidates:\n(?: .*\n)+", "", path.read_text(), flags=re.MULTILINE))
    assert findings() == from_terms  # what a hand took out of it is read again


def test_each_candidate_is_a_line_of_the_facts_file(vendorlint: Vendorlint, terms: Path) -> None:
    vendorlint("extract")
    text = (terms.parent / "facts.yaml").read_text()
    assert '  "data.audit":\n    - {document: terms, lines: [7, 7], columns: [1, 98]}\n' in text
    found = text.partition("\ncandidates:\n")[2].partition("\nextracted_by:")[0]
    assert max(len(group.splitlines()) for group in re.split(r"\n(?=  \")", found)) <= 6  # the fact and five
    assert vendorlint("extract", "--check").code == 0


def test_a_pages_reader_finds_them(vendorlint: Vendorlint, terms: Path, repository: Path) -> None:
    vendorlint("check", "--output", "html=report.html")
    page = (repository / "report.html").read_text(encoding="utf-8")
    assert '"closest": [{"document": "terms", "line": 7' in page.replace('":[', '": [').replace('":', '": ').replace(
        "  ", " "
    )
    assert "\u202e" not in page


def test_no_ai_is_named(vendorlint: Vendorlint, terms: Path) -> None:
    said = "info[ai-training-opt-in] Found no AI in the service, and no clause that says whether the vendor may train"
    assert said in vendorlint("check", "--verbose").out
    terms.write_text(f"{TERMS}\nThe Service includes AI features.\n", encoding="utf-8")
    assert (
        "warning[ai-training-opt-in] Found no clause that says whether the vendor may train" in vendorlint("check").out
    )


def test_an_agreement_that_is_not_there_is_told_once(vendorlint: Vendorlint, terms: Path, repository: Path) -> None:
    policy = repository / "policies" / "house.yaml"
    policy.write_text(f"{POLICY}  incorporated-dpa: {{severity: error}}\n")
    out = vendorlint("check", "--verbose").out
    assert "error[incorporated-dpa] The terms rest on a data processing agreement" in out
    assert "info[data-audit] Not known whether the customer may audit the vendor: the Data Processing Addendum" in out
    (terms.parent / "dpa.md").write_text("# Data Processing Addendum\n\nWe act as a processor of Personal Data.\n")
    assert "error[data-audit] Found no clause that says whether" in vendorlint("check").out
