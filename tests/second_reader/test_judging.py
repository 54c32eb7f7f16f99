"""What a second reader's word does to a check: nothing is asked, each quote is looked up, and the policy decides what it is worth."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from vendorlint.files.yaml.document import dump_yaml, parse_yaml

from .conftest import FACTS, KEEPS, POLICY, RINGS, Repository
from .server import only
from .test_plays import RIGHT, Model

BREACH, TRAINING, OWNERSHIP = "data-breach-notice", "ai-training-opt-in", "licence-ownership"
TODAY = ("--today", "2026-11-30")
FAVOURABLE = {"fact": "ai.training.customer_content", "value": "prohibited", "quote": KEEPS}
ADVERSE = {"fact": "data.breach_notice", "value": False, "quote": RINGS}
WRONG = {"fact": "licence.ownership_retained", "value": False, "quote": KEEPS}


def report(repository: Repository) -> dict[str, Any]:
    run = repository.run("check", "--output", "json", *TODAY)
    found: dict[str, Any] = json.loads(run.out)
    return found


def findings(repository: Repository) -> dict[str, tuple[str, str]]:
    """By rule, the status and the severity."""
    return {each["rule"]: (each["status"], each["severity"]) for each in report(repository)["findings"]}


def hear(repository: Repository, model: Model, *answers: dict[str, Any]) -> None:
    repository.extract(model(only(*answers)).url)


def settings(repository: Repository, text: str, rule: str = "") -> None:
    """Put settings into the policy: of a rule, or of the pack."""
    policy = POLICY.replace(f"{rule}: {{", f"{rule}: {{{text}, ") if rule else f"{POLICY}{text}\n"
    repository.write("policy.yaml", policy)


def test_by_patterns_alone(repository: Repository) -> None:
    repository.run("extract")
    assert findings(repository) == {TRAINING: ("stated", "error"), BREACH: ("silent", "error")}


@pytest.mark.parametrize(
    ("policy", "silent"),
    [
        ("", True),
        ("second_reader: {model_only: review}", True),
        ("second_reader: {model_only: ignore}", True),
        ("second_reader: {model_only: accept}", False),
        ("second_reader: {model_only: {error: accept}}", False),
        ("second_reader: {model_only: {warning: accept}}", True),
    ],
)
def test_a_good_word_of_the_model_alone(repository: Repository, model: Model, policy: str, silent: bool) -> None:
    hear(repository, model, RIGHT[0])
    settings(repository, policy)
    assert (BREACH in findings(repository)) is silent


def test_a_rule_of_its_own(repository: Repository, model: Model) -> None:
    hear(repository, model, RIGHT[0])
    settings(repository, "second_reader: {model_only: accept}", BREACH)
    assert BREACH not in findings(repository)
    repository.write(
        "policy.yaml", f"{(repository.root / 'policy.yaml').read_text()}second_reader: {{model_only: ignore}}\n"
    )
    assert BREACH not in findings(repository)


def test_the_policy_shows_what_it_is_worth_and_who_says_so(repository: Repository) -> None:
    settings(repository, "second_reader: {model_only: accept}", BREACH)
    text = (repository.root / "policy.yaml").read_text()
    repository.write("policy.yaml", f"{text}second_reader: {{model_only: {{error: ignore, warning: review}}}}\n")
    shown = [line.split() for line in repository.run("policy", "show").out.splitlines() if "second_reader" in line]
    assert [" ".join(words) for words in shown] == [
        f"second_reader: {{model_only: {worth}}} # policy.yaml:{line}"
        for worth, line in (("ignore", 8), ("accept", 5), ("review", 8), ("ignore", 8))
    ]


@pytest.mark.parametrize("policy", ["", "second_reader: {model_only: accept}", "second_reader: {model_only: ignore}"])
def test_its_word_alone_turns_nothing_adverse_into_something_good(
    repository: Repository, model: Model, policy: str
) -> None:
    hear(repository, model, FAVOURABLE)
    settings(repository, policy)
    assert findings(repository)[TRAINING] == ("stated" if "ignore" in policy else "conflict", "error")


@pytest.mark.parametrize(
    ("policy", "found"),
    [("", ("conflict", "error")), ("second_reader: {model_only: ignore}", None)],
)
def test_an_adverse_word_is_a_finding(
    repository: Repository, model: Model, policy: str, found: tuple[str, str] | None
) -> None:
    """Patterns read that the customer keeps its content; the model says otherwise, so that somebody has to look."""
    hear(repository, model, WRONG)
    settings(repository, policy)
    assert findings(repository).get(OWNERSHIP) == found


def test_an_adverse_word_on_a_silence(repository: Repository, model: Model) -> None:
    hear(repository, model, ADVERSE)
    assert findings(repository)[BREACH] == ("stated", "error")


def test_a_person_confirms_it(repository: Repository, model: Model) -> None:
    hear(repository, model, RIGHT[0])
    confirmed = ("review", "tidewater", "--confirm", "data.breach_notice", "--by", "Legal", *TODAY)
    assert repository.run(*confirmed).code == 0
    assert BREACH not in findings(repository)
    passed = next(each for each in report(repository)["passed"] if each["rule"] == BREACH)
    told = passed["facts"][0]["read_by"]
    assert re.fullmatch(r"the second reader alone \(scripted-1, \d{4}-\d\d-\d\d\), and confirmed by Legal", told)


@pytest.mark.parametrize("terms", ["by: [Board]", "max_age_days: 0"])
def test_a_confirmation_holds_as_an_override_does(repository: Repository, model: Model, terms: str) -> None:
    hear(repository, model, RIGHT[0])
    repository.run("review", "tidewater", "--confirm", "data.breach_notice", "--by", "Legal", "--today", "2026-11-01")
    settings(repository, f"overrides: {{{terms}}}")
    assert findings(repository)[BREACH] == ("silent", "error")


@pytest.mark.parametrize(("policy", "silent"), [("", True), ("second_reader: {model_only: accept}", False)])
def test_that_both_agree_is_surer_where_that_is_accepted(
    repository: Repository, model: Model, policy: str, silent: bool
) -> None:
    """Else whoever may change the facts file could make any reading sure."""
    long = "You retain all right, title and interest in your content, whatever else these terms may say about it and wherever it is stored, and nothing in them transfers it"
    terms = repository.root / "vendors/tidewater/terms.md"
    terms.write_text(
        terms.read_text().replace(
            KEEPS, f"{long}, be it in whole or in part, for a time or for ever, to us or to anybody else."
        )
    )
    hear(repository, model, {"fact": "licence.ownership_retained", "value": True, "quote": long})
    assert repository.fact("licence.ownership_retained")["confidence"] == "high"
    settings(repository, "min_confidence: high", OWNERSHIP)
    repository.write("policy.yaml", f"{(repository.root / 'policy.yaml').read_text()}{policy}\n")
    found = [each for each in report(repository)["findings"] if each["rule"] == OWNERSHIP]
    told = ["patterns; that the second reader agrees, which does not count until a person confirms it"]
    assert [each["read_by"] for each in found] == (told if silent else [])


def test_a_check_asks_no_model_and_drops_what_does_not_stand(repository: Repository, model: Model) -> None:
    server = model(only(*RIGHT))
    repository.extract(server.url)
    settings(repository, "second_reader: {model_only: accept}")
    before = findings(repository)
    repository.write(
        "vendors/tidewater/terms.md",
        (repository.root / "vendors/tidewater/terms.md").read_text().replace("two days", "two weeks"),
    )
    run = repository.run("check", *TODAY)
    dropped = [line for line in run.err.splitlines() if "is left out" in line]
    start = "our desk rings you up before two days are over"
    assert [line.partition(": what")[2] for line in dropped] == [
        f" the second reader read of {fact} is left out: '{start}' does not stand in 'terms'; run 'vendorlint extract --second-reader'"
        for fact in ("data.breach_notice", "data.breach_notice_hours")
    ]
    assert (BREACH in before, BREACH in findings(repository), len(server.requests)) == (False, True, 3)


def test_terms_that_changed_since_it_was_asked(repository: Repository, model: Model) -> None:
    hear(repository, model, *RIGHT)
    repository.write(
        "vendors/tidewater/terms.md", (repository.root / "vendors/tidewater/terms.md").read_text() + "\n2.3 More.\n"
    )
    told = "the second reader has not been asked of terms as it is now; run 'vendorlint extract --second-reader'"
    assert f"vendorlint: {FACTS}: {told}" in repository.run("check", *TODAY).err.splitlines()
    assert f"{FACTS}: {told}" in repository.run("extract").out.splitlines()


def forged(repository: Repository, **reading: object) -> None:
    """A reading that nobody heard, written into the facts file with the digest that it would have."""
    repository.run("extract")
    content = repository.content
    entry = {"fact": "data.breach_notice", "value": True, "document": "terms", **reading}
    content["second_reader"] = [
        {"model": "m", "prompts": "0" * 12, "date": "2026-11-01", "documents": {"terms": "0" * 12}, "readings": [entry]}
    ]
    repository.write(FACTS, dump_yaml(content))


@pytest.mark.parametrize(
    ("quote", "counts"),
    [
        (RINGS, True),
        ("We tell you of any breach at once.", False),
        ("a remark that nobody sees at all", False),
        ("words that somebody has struck out", False),
        ("two days", False),
    ],
)
def test_a_forged_reading_needs_a_clause_that_people_see(repository: Repository, quote: str, counts: bool) -> None:
    """And even then it counts only where the policy accepts it."""
    hidden = "<!-- a remark that nobody sees at all --> ~~words that somebody has struck out~~"
    repository.write(
        "vendors/tidewater/terms.md", f"{(repository.root / 'vendors/tidewater/terms.md').read_text()}\n{hidden}\n"
    )
    forged(repository, quote=quote)
    assert BREACH in findings(repository)
    settings(repository, "second_reader: {model_only: accept}")
    assert (BREACH not in findings(repository)) is counts


@pytest.mark.parametrize(
    ("reading", "why"),
    [
        ({"value": "perhaps"}, "no value"),
        ({"fact": "data.nothing"}, "no fact"),
        ({"fact": "document.type", "value": "dpa"}, "a fact that no clause states"),
        ({"document": "elsewhere"}, "no document"),
    ],
)
def test_a_forged_reading_of_what_is_none(repository: Repository, reading: dict[str, object], why: str) -> None:
    forged(repository, **{"quote": RINGS, **reading})
    settings(repository, "second_reader: {model_only: accept}")
    run = repository.run("check", *TODAY)
    assert (run.code, "is left out" in run.err, bool(why)) == (1, True, True)


def test_a_forged_file_may_hold_any_number_of_readings(repository: Repository) -> None:
    """The worst of them are looked at."""
    forged(repository, quote=RINGS)
    content = repository.content
    entry = {"fact": "data.breach_notice_hours", "document": "terms", "quote": RINGS}
    content["second_reader"][0]["readings"] = [{**entry, "value": hours} for hours in range(1, 3000)]
    repository.write(FACTS, dump_yaml(content))
    assert repository.run("extract").code == 0
    node = repository.fact("data.breach_notice_hours")
    assert (node["value"], [side["value"] for side in node["conflict"]]) == (2999, list(range(2999, 2959, -1)))


def test_facts_that_are_trusted_are_read_again_where_a_model_read_some(repository: Repository, model: Model) -> None:
    """The file alone does not tell what patterns read."""
    hear(repository, model, RIGHT[0])
    run = repository.run("check", "--trust-facts", "--output", "json", *TODAY)
    assert json.loads(run.out)["findings"] == report(repository)["findings"]
    assert BREACH in findings(repository)


def test_the_file_has_the_worst_of_what_is_said(repository: Repository, model: Model) -> None:
    """Which is what conftest judges."""
    hear(repository, model, WRONG)
    node = repository.fact("licence.ownership_retained")
    assert (node["value"], [side["value"] for side in node["conflict"]]) == (False, [False, True])


MARK = re.compile(r"the second reader \(scripted-1, \d{4}-\d\d-\d\d\) (?:reads|disagrees)")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "gitlab", "markdown", "html", "csv"])
def test_every_report_shows_the_mark(repository: Repository, model: Model, form: str) -> None:
    hear(repository, model, RIGHT[0], FAVOURABLE)
    out = re.sub(r"\s+", " ", repository.run("check", "--output", form, *TODAY).out).replace("\\", "")
    assert len(MARK.findall(out)) >= 2


def test_a_line_shows_the_mark_too(repository: Repository, model: Model) -> None:
    hear(repository, model, FAVOURABLE)
    lines = repository.run("check", "--quiet", *TODAY).out.splitlines()
    assert [(BREACH in line, line.endswith("(second reader)")) for line in lines] == [(True, False), (False, True)]


def test_the_scope_that_a_model_names(repository: Repository, model: Model) -> None:
    """What holds elsewhere stands beside, and is no answer for this customer."""
    hear(repository, model, {**RIGHT[0], "scope": {"region": "EEA", "plan": None, "feature": ""}})
    node = repository.fact("data.breach_notice")
    assert (list(node), node["elsewhere"][0]["scope"]) == (["elsewhere"], {"region": "EEA"})
    repository.write("vendors/tidewater/vendor.yaml", "version: 1\ncustomer: {region: FR}\n")
    repository.run("extract")
    assert (repository.fact("data.breach_notice")["value"], repository.fact("data.breach_notice")["scope"]) == (
        True,
        {"region": "EEA"},
    )


def test_a_value_more_of_a_set(repository: Repository, model: Model) -> None:
    repository.write("policy.yaml", "version: 1\nname: p\nrequirements:\n  licence-purposes: {severity: error}\n")
    purpose = {
        "fact": "licence.purposes",
        "value": "marketing",
        "quote": "The service is offered in the version of the day.",
    }
    hear(repository, model, purpose)
    node = repository.fact("licence.purposes")
    shown = {key: node[key] for key in ("value", "confidence", "read_by", "model_only")}
    assert shown == {
        "value": ["ai_training", "marketing"],
        "confidence": "medium",
        "read_by": ["patterns", "model"],
        "model_only": ["marketing"],
    }
    first = parse_yaml(repository.text, repository.root / FACTS).value
    assert repository.run("extract").out == ""
    assert repository.content == first


OWN = """\
title: Escrow
type: bool
meaning: Whether the vendor deposits its source code in escrow.
kind: presence
languages:
  en:
    readings:
      - {value: true, all: ['\\\\bVENDOR {will}\\\\b', '\\\\bescrow\\\\b']}
examples:
  en:
    - {text: "Provider shall place the source code in escrow.", value: true}
"""
OWN_RULE = """\
# METADATA
# title: Escrow
# custom:
#   severity: error
#   on_silence: error
#   facts: [acme.escrow]
#   category: acme
#   why: Someone must have it.
#   remedy: Ask for it.
package vendorlint.rules.acme_escrow

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

deny contains result if result := finding.judge(rule, node, problem, "a deposit")

rule := {"id": "acme-escrow", "fact": "acme.escrow", "about": "what is deposited", "on_silence": "error", "params": {}}

default node := {}

node := requirement.scoped(rule, input.facts.acme.escrow)

default problem := "Nothing is deposited"

problem := "" if node.value == true
"""


def test_facts_and_rules_of_an_organisations_own(repository: Repository, model: Model) -> None:
    """They are asked about by their meaning, and judged as the shipped ones are."""
    repository.write("facts/acme/escrow.yaml", OWN)
    repository.write("rego/acme_escrow/acme_escrow.rego", OWN_RULE)
    repository.write("policy.yaml", "version: 1\nname: p\nrequirements:\n  acme-escrow: {severity: error}\n")
    repository.write("vendorlint.yaml", "version: 1\npolicy: [policy.yaml]\nrego: [rego]\nfacts: [facts]\n")
    server = model(only({"fact": "acme.escrow", "value": True, "quote": RINGS}))
    repository.extract(server.url)
    question = server.bodies[0]["messages"][1]["content"].rpartition("\n\n")[2].strip()
    assert question == f"- acme.escrow (true or false): Escrow. {parse_yaml(OWN, repository.root).value['meaning']}"
    assert (repository.fact("acme.escrow")["read_by"], findings(repository)) == (
        ["model"],
        {"acme-escrow": ("silent", "error")},
    )
    repository.run("review", "tidewater", "--confirm", "acme.escrow", "--by", "Legal", *TODAY)
    assert findings(repository) == {}
