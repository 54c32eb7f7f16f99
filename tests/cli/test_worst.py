"""Nothing adverse is hidden: what becomes of a clause that says worse than another, from the terms to the report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Vendorlint

TRAINING = "ai.training.customer_content"
BY = ("--by", "Legal Team", "--today", "2026-11-26")
HEAD = "# Brightleaf Terms of Service\n\n"
NOTICE = (
    "## 2. Changes\n\n2.1 We will tell you by email at least 60 days before a change to these Terms takes effect.\n\n"
)
NO_NOTICE = "## 9. General\n\n9.4 We may amend these Terms at any time without notice.\n\n"
OPT_IN = "## 1. Your Content\n\n1.2 We will not use Customer Content to train our models unless you opt in.\n\n"
CLAUSE = ("--quote", "Brightleaf may use Customer Data to train its models.")
FLAT = "1.3 Brightleaf may use Customer Data to train its models.\n\n"
BAN = "## 1. Your Content\n\n1.2 We will not use Customer Content to train our machine-learning models.\n\n"
RULES = {
    "ai-training-opt-in": "{severity: error, on_silence: warning}",
    "change-unilateral-without-advance-notice": "{severity: error, on_silence: warning}",
}


@pytest.fixture
def terms(repository: Path) -> Path:
    """The vendor's terms, under a policy with a rule on training and one on changes."""
    policy = repository / "policies" / "house.yaml"
    rules = "".join(f"  {rule}: {asked}\n" for rule, asked in RULES.items())
    policy.write_text(f"version: 1\nname: house\nrequirements:\n{rules}")
    return repository / "vendors" / "brightleaf" / "terms.md"


def report(vendorlint: Vendorlint) -> dict[str, dict[str, object]]:
    """The findings by rule."""
    found = json.loads(vendorlint("check", "--output", "json").out)
    return {finding["rule"]: finding for finding in found["findings"]}


def test_a_clause_without_notice_beside_an_older_one_with_it(vendorlint: Vendorlint, terms: Path) -> None:
    terms.write_text(HEAD + NOTICE)
    assert "change-unilateral-without-advance-notice" not in report(vendorlint)
    terms.write_text(HEAD + NOTICE + NO_NOTICE)
    finding = report(vendorlint)["change-unilateral-without-advance-notice"]
    assert (finding["status"], finding["value"]) == ("conflict", ["none", "advance"])
    shown = vendorlint("check").out
    assert "We may amend these Terms at any time without notice." in shown
    assert "at least 60 days before a change" in shown


def test_a_flat_permission_beside_an_opt_in(vendorlint: Vendorlint, terms: Path) -> None:
    terms.write_text(HEAD + OPT_IN)
    assert "ai-training-opt-in" not in report(vendorlint)
    terms.write_text(HEAD + OPT_IN + FLAT)
    finding = report(vendorlint)["ai-training-opt-in"]
    assert (finding["status"], finding["value"]) == ("conflict", ["permitted", "conditional"])
    quotes = [clause["quote"] for clause in finding["clauses"]]  # type: ignore[attr-defined]
    assert ["may use Customer Data" in quotes[0], "unless you opt in" in quotes[1]] == [True, True]


def test_a_clause_that_says_both_is_quoted_once(vendorlint: Vendorlint, terms: Path) -> None:
    both = (
        "9.2 We will notify you at least 60 days before a change to these Terms takes effect, and we may amend these Terms "
        "at any time without notice.\n"
    )
    terms.write_text(HEAD + NOTICE + "## 9. General\n\n" + both)
    finding = report(vendorlint)["change-unilateral-without-advance-notice"]
    # the older clause, and this one for each of the two things that it says
    assert [both[30:50] in clause["quote"] for clause in finding["clauses"]].count(True) == 3  # type: ignore[attr-defined]
    assert vendorlint("check", "--verbose").out.count("We will notify you at least") == 1


def test_a_ranked_pair_passes(vendorlint: Vendorlint, terms: Path) -> None:
    terms.write_text(
        HEAD
        + "## 1. Your Content\n\n1.2 You grant us a licence to use Customer Content, also to train our models.\n\n"
        + "1.3 Notwithstanding the above, we will not use Customer Content to train models unless you opt in.\n"
    )
    assert "ai-training-opt-in" not in report(vendorlint)
    vendorlint("extract")
    shown = (terms.parent / "facts.yaml").read_text()
    assert "role: outranked" in shown
    assert "Notwithstanding the above" in shown


def test_a_new_clause_makes_a_review_stale(vendorlint: Vendorlint, terms: Path) -> None:
    terms.write_text(HEAD + BAN)
    vendorlint("extract")
    assert vendorlint("review", "brightleaf", "--confirm", TRAINING, *BY).code == 0
    terms.write_text(HEAD + BAN + FLAT)
    told = vendorlint("extract").out
    assert f"{TRAINING} was reviewed, and a clause on it is new; review it again" in told
    finding = report(vendorlint)["ai-training-opt-in"]
    assert finding["value"] == ["permitted", "prohibited"]
    shown = vendorlint("check").out
    assert f"{TRAINING} was reviewed by Legal Team on 2026-11-26, and a clause on it is new" in shown
    listed = vendorlint("review", "brightleaf", "--list").out
    assert "a clause on it is new; it was prohibited, reviewed by Legal Team on 2026-11-26\n    new: " in listed
    assert "terms.md:7: Brightleaf may use Customer Data to train its models." in listed


def test_a_new_clause_of_the_same_value_does_so_too(vendorlint: Vendorlint, terms: Path) -> None:
    """Whoever decided did not see it, whatever it says."""
    terms.write_text(HEAD + BAN)
    vendorlint("extract")
    assert vendorlint("review", "brightleaf", "--confirm", TRAINING, *BY).code == 0
    terms.write_text(HEAD + BAN + "## 5. Data\n\n5.1 Brightleaf does not use Customer Data to train AI models.\n")
    vendorlint("extract")
    listed = vendorlint("review", "brightleaf", "--list").out
    assert f"{TRAINING} = prohibited: a clause on it is new" in listed


def test_an_override_keeps_what_it_is_set_against(vendorlint: Vendorlint, terms: Path) -> None:
    terms.write_text(HEAD + "## 1. Your Content\n\n" + FLAT)
    vendorlint("extract")
    override = ("--override", TRAINING, "--value", "prohibited", "--reason", "Order form, clause 4", *CLAUSE)
    assert vendorlint("review", "brightleaf", *override, *BY).code == 0
    passed = json.loads(vendorlint("check", "--output", "json").out)["passed"]
    fact = next(each for rule in passed if rule["rule"] == "ai-training-opt-in" for each in rule["facts"])
    assert "clause" not in fact
    assert (fact["override"]["by"], fact["override"]["reason"]) == ("Legal Team", "Order form, clause 4")
    read = [(each["value"], each["clauses"][0]["quote"]) for each in fact["override"]["read"]]
    assert read == [("permitted", "Brightleaf may use Customer Data to train its models.")]
    note = (
        f"{TRAINING} is prohibited, overridden by Legal Team on 2026-11-26: Order form, clause 4; the terms read as "
        "permitted (vendors/brightleaf/terms.md:5:5)"
    )
    assert note in vendorlint("check").out
    assert vendorlint("extract", "--check").code == 0


def test_a_worse_document_behind_is_shown(vendorlint: Vendorlint, terms: Path) -> None:
    terms.write_text(HEAD + "## 1. Your Content\n\n" + FLAT)
    (terms.parent / "order.md").write_text(
        "# Order Form\n\n1. Brightleaf will not use Customer Data to train its models.\n"
    )
    assert "ai-training-opt-in" not in report(vendorlint)
    assert "set aside: permitted (vendors/brightleaf/terms.md:5:5)" in vendorlint("check", "--verbose").out


def test_two_documents_of_one_place_disagree(vendorlint: Vendorlint, terms: Path) -> None:
    terms.write_text(HEAD + BAN)
    (terms.parent / "more.md").write_text("# Further Terms of Use\n\n## 1. Data\n\n" + FLAT)
    assert report(vendorlint)["ai-training-opt-in"]["value"] == ["permitted", "prohibited"]
