"""What to do about a finding: a silence and a contradiction need something first; and definitions stand with the clauses, once."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from vendorlint.policy.definitions import definitions, definitions_used
from vendorlint.policy.rules import load_rules, rules_folder

from .conftest import NEGOTIATE, POLICY, Vendorlint, rule_file

RULES = load_rules([rules_folder()]).rules


@pytest.fixture
def asked(books: Path) -> Path:
    """Terms that are silent on the use of names, and contradict themselves on the training on content."""
    terms = books / "vendors" / "brightroom" / "terms of service.md"
    terms.write_text(f"{terms.read_text()}\n2.2 We will not use Your Content to train AI models.\n")
    return books


def test_what_to_do_first(vendorlint: Vendorlint, asked: Path) -> None:
    found = {each["rule"]: each for each in json.loads(vendorlint("check", "--output", "json").out)["findings"]}
    told = {
        rule: (found[rule]["status"], found[rule]["remedy"])
        for rule in ("asks-before-naming", "no-training", "licence-ends")
    }
    assert told == {
        "asks-before-naming": ("silent", 'Find the clause, or ask the vendor where it stands. Ask for "prohibited".'),
        "no-training": (
            "conflict",
            'Clarify which of these clauses prevails, and have the other struck. Ask for "prohibited".',
        ),
        "licence-ends": ("stated", 'Ask for "term".'),
    }


def test_definitions_stand_once_with_the_clauses(vendorlint: Vendorlint, books: Path) -> None:
    negotiate = NEGOTIATE.replace("content, @octocat", "Customer Content, @octocat").replace(
        "Training on what", "Customer Content in what"
    )
    for rule, fact in (
        ("no-training", "ai.training.customer_content"),
        ("no-learning", "ai.training.customer_content"),
    ):
        (books / "rego" / f"{rule}.rego").write_text(rule_file(rule, "ai", fact, '"prohibited"', "training", negotiate))
    (books / "policies" / "house.yaml").write_text(f"{POLICY}  no-learning: {{}}\n")
    meant = {term: definitions()[term] for term in ("Services", "Customer Content")}
    assert json.loads(vendorlint("check", "--output", "json").out)["definitions"] == meant
    for options in (["--verbose"], ["--output", "markdown"], ["--output", "html"]):
        assert (
            vendorlint("check", *options).out.count("To put in once" if options == ["--verbose"] else "put in once")
            == 1
        ), options
    assert '"definitions"' not in vendorlint("check", "--output", "json", "--select", "licence-ends").out


@pytest.mark.parametrize(
    ("terms", "begins"),
    [
        (
            "Les présentes conditions de service sont un contrat avec vous. Nous pouvons céder le contrat à tout tiers.",
            "Aucune partie",
        ),
        ("These terms of service are a contract with you. We may assign these terms to anyone.", "Neither party"),
    ],
)
def test_documents_in_french_get_the_clause_in_french(
    vendorlint: Vendorlint, books: Path, terms: str, begins: str
) -> None:
    (books / "vendors" / "brightroom" / "terms of service.md").write_text(f"# Terms\n\n{terms}\n")
    (books / "policies" / "house.yaml").write_text(
        "version: 1\nname: house\nrequirements:\n  assignment-without-consent: {severity: warning}\n"
    )
    [found] = json.loads(vendorlint("check", "--output", "json").out)["findings"]
    assert found["negotiate"]["ask_for"].startswith(begins)
    assert list(found["negotiate"]) == ["ask_for", "fall_back_to", "walk_away_at"]


def test_a_definition_brings_those_that_it_uses() -> None:
    assert list(definitions_used(["Provider shall delete Customer Data."])) == [
        "Services", "Customer Content", "Output", "Customer Data", "Personal Data",
    ]  # fmt: skip
    assert definitions_used(["Provider shall delete customer data."]) == {}


def test_every_term_is_used_and_is_what_it_says() -> None:
    texts = [text for rule in RULES for text in RULES[rule].negotiate.values()]
    assert definitions_used(texts) == dict(definitions())
    begun = [clause.startswith((f'"{term}" means ', f"« {term} » désigne ")) for term, clause in definitions().items()]
    assert all(begun)


def test_clauses_that_are_pasted_together_do_not_collide() -> None:
    ask = {rule: RULES[rule].negotiate["ask_for"] for rule in RULES if RULES[rule].negotiate}
    # No two annexes of one number, and no clause that speaks of one whose content another clause sets.
    assert [rule for rule, text in ask.items() if re.search(r"\bAnnex (?:\d|[IVX]+\b)", text)] == []
    # One scheme of caps, whichever rule it is pasted from.
    assert len({ask[f"liability-cap-{basis}"] for basis in ("months", "amount", "basis")}) == 1
    assert all("Super-Cap" in ask[f"liability-{rule}"] for rule in ("cap-months", "super-cap", "uncapped"))
    # Retrieval, and with it deletion, waits for the end of a transition.
    after = ("data-return-on-termination", "data-deletion-on-termination", "data-retention-days")
    assert all("the end of this Agreement, or of a transition period that follows it" in ask[rule] for rule in after)


def test_terms_have_one_form() -> None:
    other = re.compile(r"\bthe Service\b(?! Description)|\bsub-?processors?\b|\bInputs?\b|\bprepaid fees\b")
    assert [rule for rule in RULES if other.search(RULES[rule].negotiate.get("ask_for", ""))] == []


def test_deletion_return_and_retention_do_not_collide() -> None:
    ask = {rule: RULES[rule].negotiate["ask_for"] for rule in RULES if rule.startswith("data-")}
    rules = ("data-return-on-termination", "data-deletion-on-termination", "data-retention-days")
    days = {rule: [int(number) for number in re.findall(r"\d+", ask[rule])] for rule in rules}
    # What may be retrieved for 30 days is deleted within 14 more, and is gone from backups when retention ends.
    assert days == {
        "data-return-on-termination": [30],
        "data-deletion-on-termination": [14, 60],
        "data-retention-days": [60, 30],
    }
    assert all("Retrieval Period" in ask[rule] for rule in days)
    assert 30 + 14 <= 60 <= RULES["data-retention-days"].params["days"]
