"""In examples/rules every rule is broken and kept by what contracts state, and the rules' pages show both."""

import json
from pathlib import Path
from typing import Any

import pytest
from example_cases import EXAMPLES, INSTEAD, Case, broken, kept

from vendorlint.policy.rules import load_rules

from ..command import Run, run_command

ROOT = Path(__file__).parents[2]
RULES = load_rules([ROOT / "rego"]).rules


def run(*arguments: str) -> Run:
    return run_command(*arguments, cwd=EXAMPLES, environ={})


@pytest.fixture(scope="module")
def report() -> Any:
    return json.loads(run("check", "--today", "2026-11-26", "--output", "json").out)


def test_the_facts_are_those_of_the_documents() -> None:
    done = run("extract", "--check")
    assert (done.code, done.err) == (0, "")


def test_every_rule_is_broken_by_what_a_vendor_states(report: Any) -> None:
    assert {found["rule"] for found in report["findings"] if found["status"] == "stated"} == set(RULES)


def test_every_rule_is_kept_by_what_a_vendor_states(report: Any) -> None:
    stated = {each["rule"] for each in report["passed"] if each["facts"][0]["status"] == "stated"}
    # Nothing states the other ones' facts as false: a vendor keeps them whose clause says something else.
    assert stated | set(INSTEAD) == set(RULES)
    assert stated & set(INSTEAD) == set()


def test_no_clauses_disagree(report: Any) -> None:
    assert [found for found in report["findings"] if found["status"] == "conflict"] == []


@pytest.mark.parametrize("rule", RULES)
def test_the_page_of_a_rule_shows_who_breaks_it_and_who_keeps_it(rule: str) -> None:
    page = (ROOT / "docs" / "rules" / f"{rule}.md").read_text(encoding="utf-8")
    section = page.partition("\n## In the examples\n")[2].partition("\n## ")[0]
    assert broken()[rule].vendor != kept()[rule].vendor
    assert [shown(section, "breaks", broken()[rule]), shown(section, "keeps", kept()[rule])] == [True, True]


def shown(section: str, what: str, case: Case) -> bool:
    """Whether the section names the vendor and links to each of its clauses."""
    links = (f"/{place.path.relative_to(ROOT / 'examples').as_posix()}?plain=1#L{place.line})" for place in case.places)
    return f"\n**{case.vendor}** {what} it: {case.said}.\n" in section and all(link in section for link in links)


def test_a_clause_begins_in_the_line_that_the_page_links_to() -> None:
    missed = []
    for case in (*broken().values(), *kept().values()):
        for place in case.places:
            lines = place.path.read_text(encoding="utf-8").split("\n")[place.line - 1 :]
            text = " ".join(" ".join(lines).split())
            if not 0 <= text.find(" ".join(place.quote.split())) < len(lines[0]):
                missed.append(place)
    assert missed == []
