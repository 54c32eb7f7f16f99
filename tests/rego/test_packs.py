"""The shipped packs: they load, cover what they say, and judge a vendor by all of its documents."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from vendorlint.engines.engine import open_engine
from vendorlint.policy.packs import bundled_packs, read_packs
from vendorlint.policy.requirements import load_policy, rule_data
from vendorlint.policy.rules import load_rules
from vendorlint_extractor import parse_document

from ..reading import EXTRACTOR

ROOT = Path(__file__).parents[2]
RULES = load_rules([ROOT / "rego"])
TERMS = """\
# Terms of Service

By using the Service, Customer agrees to these Terms. Provider is Larkspur Ltd ("Provider", "we").

## 1. Data

Provider may use Customer Data to provide the Service. The Data Processing Addendum forms part of these Terms.

## 2. End

Provider is not required to assist Customer in responding to requests from data subjects.
"""
DPA = """\
# Data Processing Addendum

This Data Processing Addendum is entered into between Larkspur and Customer. Larkspur Ltd ("Larkspur") acts as a processor of
Personal Data on behalf of Customer.

## 1. Instructions and people

Larkspur shall process Personal Data only on documented instructions from Customer. Larkspur shall ensure that persons authorised
to process Personal Data are bound by a duty of confidentiality.

## 2. Sub-processors

Customer grants Larkspur a general authorisation to engage sub-processors. Larkspur shall notify Customer at least 30 days before
a new sub-processor begins to process Personal Data. Customer may object to a new sub-processor within that time. The sub-processors
are listed in Annex 3, and Larkspur remains fully liable to Customer for their performance and for what each sub-processor does.

## 3. Assistance, breaches and audits

Larkspur shall assist Customer in responding to requests from data subjects. Larkspur shall notify Customer of a Personal Data
Breach without undue delay and at the latest within 48 hours after becoming aware of it. On 30 days' notice, Customer may audit
Larkspur's compliance with this Addendum. Larkspur shall assist Customer with data protection impact assessments, and shall inform
Customer if an instruction infringes data protection law. Larkspur shall implement the measures that Article 32 GDPR requires to
protect Personal Data, which is stored in Ireland.

## 4. End and transfers

Upon termination, Larkspur shall return all Personal Data to Customer and then delete it within 60 days; at Customer's choice, it
shall delete or return the Personal Data. Transfers of Personal Data
to third countries rely on the Standard Contractual Clauses. Larkspur shall notify Customer before it discloses Personal Data to a
public authority, unless the law prohibits it. Personal Data is encrypted in transit and at rest. Larkspur is certified under
ISO/IEC 27001 and holds a SOC 2 Type II report.
"""


def findings(pack: str, *texts: str) -> set[tuple[str, str, str]]:
    documents = [
        parse_document(text, path=Path(f"{number}.md"), document_id=f"d{number}") for number, text in enumerate(texts)
    ]
    facts = EXTRACTOR.extract(documents, vendor="larkspur").to_dict()
    data = rule_data(load_policy([pack], ROOT, RULES.rules), [], "2026-11-26")
    [results] = open_engine("embedded").evaluate(RULES.modules, data, [facts])
    return {(found["rule"], found["severity"], found["status"]) for found in results}


@pytest.mark.parametrize("name", bundled_packs())
def test_a_pack_turns_on_the_rules_that_it_says_cover_a_limb(name: str) -> None:
    document = read_packs([name], ROOT)[-1].document.value
    policy = load_policy([name], ROOT, RULES.rules)
    covered = {rule for entry in document.get("covers", ()) for rule in entry["rules"]}
    assert covered - set(policy.requirements) == set()
    mistakes = [
        (rule, param)
        for rule, asked in policy.requirements.items()
        for param in asked["params"]
        if param not in RULES.rules[rule].params
    ]
    assert mistakes == []


def test_the_pages_are_not_stale() -> None:
    run = [sys.executable, ROOT / "tools" / "generate_policy_docs.py", "--check"]
    assert subprocess.run(run, check=False, capture_output=True, text=True).stderr == ""


def test_the_strictest_pack_has_every_rule() -> None:
    assert set(load_policy(["vendorlint/strict"], ROOT, RULES.rules).requirements) == set(RULES.rules)


LIMBS = {"data-instructions-only", "data-audit", "data-breach-notice", "data-subject-assistance"}


def test_terms_alone_are_no_processor_agreement() -> None:
    alone = TERMS.replace("The Data Processing Addendum forms part of these Terms.", "")
    silent = {
        rule
        for rule, severity, status in findings("vendorlint/gdpr-art-28", alone)
        if (severity, status) == ("warning", "silent")
    }
    assert silent >= {*LIMBS - {"data-subject-assistance"}, "data-dpa"}


def test_an_agreement_that_is_not_there_is_one_error_and_not_one_for_each_limb() -> None:
    found = findings("vendorlint/gdpr-art-28", TERMS)
    assert {(rule, status) for rule, severity, status in found if severity == "error"} == {
        ("incorporated-dpa", "stated"),
        ("data-subject-assistance", "stated"),  # what the terms themselves say is judged all the same
    }
    told = {rule for rule, severity, status in found if (severity, status) == ("info", "silent")}
    assert told >= LIMBS - {"data-subject-assistance"}


def test_a_data_processing_agreement_passes_alone_and_wins_over_the_terms() -> None:
    assert findings("vendorlint/gdpr-art-28", DPA) == set()
    assert findings("vendorlint/gdpr-art-28", TERMS, DPA) == set()


def test_the_addendum_of_the_united_kingdom_carries_no_swiss_transfer() -> None:
    transfers = DPA.replace("the Standard Contractual Clauses", "the UK Addendum")
    assert transfers != DPA
    rule = "data-transfer-mechanisms"
    assert {each[0] for each in findings("vendorlint/swiss-fadp", transfers) if each[0] == rule} == {rule}
    assert {each[0] for each in findings("vendorlint/uk-gdpr", transfers) if each[0] == rule} == set()


def test_no_rule_fires_on_a_ban() -> None:
    bans = """\
# Terms of Service

These terms of service are an agreement between you and Larkspur Ltd ("Larkspur", "we").

We do not use your content to train AI models, and we do not let third parties do so. We do not sell your personal data. We do not
use your personal data for advertising. You keep all rights in your content. We will not use your name or logo. We may not assign
these terms without your consent. We shall not suspend the service without prior written notice. The subscription does not renew
automatically.
"""
    stated = {rule for rule, _, status in findings("vendorlint/strict", bans) if status == "stated"}
    assert stated == {"facts-reviewed"}  # whose vendor is declared nowhere counts as critical


BROKEN_BY_ASKS = {
    "ai-human-review": {"ai-human-review"},  # the strict pack bars what is read against abuse as well
    "ai-model-providers": {"ai-model-providers"},  # a list that stands elsewhere names nobody here
    "ai-training-third-parties": {"ai-model-providers"},
    "data-dpa": {"incorporated-dpa"},  # what is attached is not in the folder
}


def broken_by(key: str, opening: str) -> dict[str, set[str]]:
    """The rules that a clause breaks which a rule asks for, by the rule that asks; the clause stands in an agreement that opens so."""
    asked = {name: rule.negotiate[key] for name, rule in RULES.rules.items() if key in rule.negotiate}
    found = {name: findings("vendorlint/strict", f"{opening}\n\n{ask}\n") for name, ask in asked.items()}
    told = {
        name: {rule for rule, _, status in each if status != "silent" and rule != "facts-reviewed"}
        for name, each in found.items()
    }
    return {name: rules for name, rules in told.items() if rules}


def test_what_a_rule_asks_for_breaks_no_rule() -> None:
    opening = 'This Master Services Agreement is entered into between Larkspur Ltd ("Provider") and the customer ("Customer").'
    assert broken_by("ask_for", f"# Master Services Agreement\n\n{opening}") == BROKEN_BY_ASKS


def test_what_a_rule_asks_for_in_french_breaks_no_rule() -> None:
    opening = "Le présent contrat de services est conclu entre Larkspur SARL (le « Prestataire ») et le client (le « Client »)."
    assert broken_by("ask_for_fr", f"# Contrat de services\n\n{opening}") == {
        "ai-training-third-parties": {"ai-model-providers"}
    }


def test_the_limbs_name_their_law() -> None:
    provisions = [
        entry["provision"]
        for name in bundled_packs()
        for entry in read_packs([name], ROOT)[-1].document.value.get("covers", ())
    ]
    article = r"(?:GDPR|UK GDPR|FADP|Swiss Data Protection Ordinance|DORA|EU Data Act|AI Act|NIS2 Directive) Art\. \d"
    part = r"CCPA (?:§|Regs\. §)\d|HIPAA 45 CFR \d|(?:Delegated|NIS2 Implementing) Regulation (?:\(EU\) )?\d"
    assert [each for each in provisions if not re.match(f"{article}|{part}", each)] == []


def severities(name: str) -> dict[str, tuple[str, str]]:
    """(severity, on_silence) of each rule of a pack."""
    asked = load_policy([name], ROOT, RULES.rules).requirements
    return {
        rule: (each.get("severity", RULES.rules[rule].severity), each.get("on_silence", RULES.rules[rule].on_silence))
        for rule, each in asked.items()
    }


@pytest.mark.parametrize("name", bundled_packs())
def test_no_silence_is_an_error(name: str) -> None:
    """As long as no fact is shown to be found in nine of ten documents that state it (docs/accuracy.md)."""
    assert [rule for rule, (_, silent) in severities(name).items() if silent == "error"] == []


@pytest.mark.parametrize("name", bundled_packs())
def test_no_silence_is_graver_than_a_breach(name: str) -> None:
    order = ["error", "warning", "info", "pass"]
    graver = [rule for rule, (said, silent) in severities(name).items() if order.index(silent) < order.index(said)]
    assert graver == []


def test_what_belongs_to_no_limb_of_dora_has_left() -> None:
    asked = set(load_policy(["vendorlint/dora-art-30"], ROOT, RULES.rules).requirements)
    ends = {"termination-customer-convenience", "termination-vendor-convenience", "termination-vendor-notice-days"}
    assert asked & (ends | {"change-notice-days", "suspension-without-notice", "data-breach-notice"}) == set()
