"""Terms that a pack once cleared and should not have: adverse in a form that its rules did not know, or good for somebody else."""

import functools
from pathlib import Path
from typing import Any

import pytest

from vendorlint.engines.engine import open_engine
from vendorlint.policy.requirements import load_policy, rule_data
from vendorlint.policy.rules import load_rules
from vendorlint_extractor import parse_document
from vendorlint_extractor.customer import Customer

from ..reading import EXTRACTOR

ROOT = Path(__file__).parents[2]
RULES = load_rules([ROOT / "rego"])
HEAD = (
    '# Terms\n\nThese Terms are between Kestrel Inc. ("Provider") and the customer ("Customer").\n\n## 1. Terms\n\n1.1 '
)
NEITHER = "The vendor's liability is capped at neither months of fees nor an amount: "
PAID = NEITHER + "what was paid, for no stated time"
NO_LAW = "Transfers of personal data abroad rest on no mechanism in force of "
GONE = "The terms name a mechanism of transfers that holds no longer: "
OLD_CLAUSES = GONE + "standard clauses that were repealed on 27 September 2021"
SHIELD = GONE + "the Privacy Shield, struck down on 16 July 2020"
HARBOUR = GONE + "the Safe Harbor, struck down on 6 October 2015"

ROLE = "Found no clause that says which role the vendor has for the personal data in customer content"


@functools.cache
def in_force(pack: str) -> dict[str, Any]:
    return rule_data(load_policy([f"vendorlint/{pack}"], ROOT, RULES.rules), [], "2026-11-30")


def told(pack: str, *texts: str) -> dict[str, str]:
    """What each rule says of what a vendor with these documents states; of a paragraph without a title, in an agreement around it."""
    return {found["rule"]: found["msg"] for found in findings(pack, *texts) if found["status"] != "silent"}


def every(pack: str, *texts: str) -> dict[str, str]:
    """The same with what is silent."""
    return {found["rule"]: found["msg"] for found in findings(pack, *texts)}


def findings(pack: str, *texts: str) -> list[dict[str, Any]]:
    documents = [
        parse_document(text if text.startswith("#") else HEAD + text, path=Path(f"{at}.md"), document_id=f"d{at}")
        for at, text in enumerate(texts)
    ]
    facts = EXTRACTOR.extract(documents, vendor="kestrel").to_dict()
    [results] = open_engine("embedded").evaluate(RULES.modules, in_force(pack), [facts])
    return list(results)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Provider's total liability is limited to the fees paid for the service concerned.", PAID),
        ("Provider's liability shall not exceed the price of the order from which the claim arises.", PAID),
        ("Provider is liable for no more than a third of what Customer has paid.", PAID),
        ("La responsabilité du Prestataire est limitée au montant de la commande concernée.", PAID),
        ("Provider's liability is limited to the sum that its insurer pays out.", NEITHER + "what an insurance pays"),
        ("Provider's liability is limited to re-performing the service.", NEITHER + "performing again, or a refund"),
        (
            "Provider's liability shall not exceed the lesser of USD 1,000,000 and the fees paid for the order concerned.",
            NEITHER + "the lower of several figures",
        ),
        ("Provider shall have no liability whatsoever in connection with the Service.", "The vendor excludes its liability altogether"),
        ("Provider's liability shall not exceed the fees paid in the twenty-four months before the claim.", None),
        ("Provider's liability shall not exceed the greater of USD 2,000,000 and the fees paid for the order.", None),
    ],
)  # fmt: skip
def test_a_cap_of_another_kind(text: str, message: str | None) -> None:
    assert told("commercial", text).get("liability-cap-basis") == message


def test_the_lower_of_months_and_a_token_amount() -> None:
    text = "Provider's liability shall not exceed the lesser of USD 100 and the fees paid in the twelve months before the claim."
    assert told("commercial", text) == {
        "liability-cap-amount": "The vendor's liability is capped at USD 100; at least 100000 is required"
    }


@pytest.mark.parametrize(
    ("pack", "text", "message"),
    [
        ("uk-gdpr", "We transfer Personal Data only to countries with an adequacy decision of the European Commission.", NO_LAW + "UK law"),
        ("uk-gdpr", "Transfers of Personal Data are governed by the Standard Contractual Clauses.", NO_LAW + "UK law"),
        ("uk-gdpr", "Provider is certified under the EU-U.S. Data Privacy Framework and relies on it for transfers.", NO_LAW + "UK law"),
        ("uk-gdpr", "Transfers of Personal Data out of the United Kingdom are governed by the UK Addendum.", None),
        ("uk-gdpr", "We transfer Personal Data only to countries that UK adequacy regulations cover.", None),
        ("swiss-fadp", "Provider is certified under the EU-U.S. Data Privacy Framework and relies on it for transfers.", NO_LAW + "Swiss law"),
        ("swiss-fadp", "Transfers of Personal Data are governed by the Standard Contractual Clauses.", NO_LAW + "Swiss law"),
        ("swiss-fadp", "Provider relies on the Swiss-U.S. Data Privacy Framework for transfers of Personal Data.", None),
        ("swiss-fadp", "For transfers under the FADP the Standard Contractual Clauses apply as the FDPIC has amended them.", None),
        ("gdpr-art-28", "Transfers of Personal Data are governed by the UK Addendum.", NO_LAW + "EU law"),
        ("gdpr-art-28", "Transfers of Personal Data rest on the standard contractual clauses of Decision 2010/87/EU.", NO_LAW + "EU law"),
        ("gdpr-art-28", "Transfers of Personal Data are governed by the Standard Contractual Clauses.", None),
    ],
)  # fmt: skip
def test_a_mechanism_of_another_law(pack: str, text: str, message: str | None) -> None:
    assert told(pack, text).get("data-transfer-mechanisms") == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Transfers of Personal Data rest on the standard contractual clauses of Decision 2010/87/EU.", OLD_CLAUSES),
        ('"Model Clauses" means those of Decision 2004/915/EC. The Model Clauses govern transfers of Personal Data.', OLD_CLAUSES),
        ("Provider is certified under the EU-U.S. Privacy Shield and relies on it for transfers of Personal Data.", SHIELD),
        ("Notre prestataire américain adhère au Bouclier de protection des données pour les transferts.", SHIELD),
        ("Personal Data goes to recipients in the United States that adhere to the Safe Harbor Principles.", HARBOUR),
        ("Since the Privacy Shield was declared invalid, Provider relies on the Standard Contractual Clauses.", None),
        ("The clauses of Decision (EU) 2021/914, which replaced those of Decision 2010/87/EU, govern transfers.", None),
    ],
)  # fmt: skip
def test_a_mechanism_that_holds_no_longer(text: str, message: str | None) -> None:
    assert told("gdpr-art-28", text).get("data-transfer-repealed") == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Customer must not submit protected health information to the Service.", "The terms bar protected health information from the service"),
        ("Provider is not a business associate.", "The terms bar protected health information from the service"),
        ("Customer shall not upload PHI unless the parties have signed a business associate agreement.", None),
        ("Provider shall not use or disclose protected health information except as this Agreement permits.", None),
    ],
)  # fmt: skip
def test_health_data_is_barred(text: str, message: str | None) -> None:
    assert told("hipaa-baa", text).get("use-health-data") == message


ANNEX = """\
# Data Processing Agreement

This Data Processing Agreement is between Kestrel Inc. ("Provider") and the customer ("Customer").

1.1 Provider processes Personal Data on documented instructions of Customer only.
"""


def test_an_annex_without_its_agreement() -> None:
    alone = "The agreement itself is not in the vendor's folder, only a data processing agreement"
    assert told("baseline", ANNEX) == {"incorporated-documents": alone}
    assert told("baseline", ANNEX, "Provider grants Customer a right to use the Service.") == {}


REGIONAL = """\
# Terms

These Terms are between Kestrel Ltd ("Provider") and the customer ("Customer").

## 1. The service

1.1 Provider supplies the Service.

## 2. Additional terms for customers in {place}

2.1 Provider shall not sell Personal Data.
2.2 Provider may use Personal Data for advertising.
"""


@pytest.mark.parametrize(
    ("place", "known"), [("California", True), ("the United States", True), ("the EEA", False), ("Brazil", False)]
)
@pytest.mark.parametrize("region", ["US-CA", "BR", "EEA"])
def test_what_holds_elsewhere_clears_no_pack_of_a_region(place: str, known: bool, region: str) -> None:
    document = parse_document(REGIONAL.format(place=place), path=Path("terms.md"), document_id="terms")
    customer = Customer.from_dict({"region": [region]})
    facts = EXTRACTOR.extract([document], vendor="kestrel", customer=customer).to_dict()
    [results] = open_engine("embedded").evaluate(RULES.modules, in_force("ccpa-service-provider"), [facts])
    statuses = {
        found["rule"]: found["status"] for found in results if found["rule"] in ("data-sale", "data-advertising")
    }
    mine = (place == "Brazil" and region == "BR") or (place == "the EEA" and region == "EEA")
    silent = {"data-sale": "silent", "data-advertising": "silent"}
    assert statuses == (
        {"data-advertising": "stated"}
        if known
        else {"data-sale": "silent", "data-advertising": "stated"}
        if mine
        else silent
    )


TITLED = """\
# {title}

This Agreement is between Kestrel Inc. ("Provider") and the customer ("Customer").

1.1 Provider acts as a processor of Personal Data on behalf of Customer.
1.2 Provider shall not sell Personal Data.
"""
TERMS = '# Terms\n\nThese Terms are between Kestrel Inc. ("Provider") and the customer ("Customer").\n\n1.1 Provider supplies the Service.\n'


@pytest.mark.parametrize(
    ("pack", "title", "clears"),
    [
        ("ccpa-service-provider", "Data Processing Agreement", True),
        ("ccpa-service-provider", "US Data Processing Agreement", True),
        ("ccpa-service-provider", "California Privacy Addendum", True),
        ("ccpa-service-provider", "Data Processing Agreement (EEA, UK and Switzerland)", False),
        ("ccpa-service-provider", "Data Processing Agreement for customers in the European Economic Area", False),
        ("gdpr-art-28", "Data Processing Agreement (EEA, UK and Switzerland)", True),
        ("gdpr-art-28", "Germany: Data Processing Agreement", True),
        ("gdpr-art-28", "US Data Processing Agreement", False),
        ("gdpr-art-28", "Data Processing Agreement for customers in California", False),
        ("uk-gdpr", "Data Processing Agreement (EEA, UK and Switzerland)", True),
        ("uk-gdpr", "EU Data Processing Agreement", False),
        ("swiss-fadp", "Data Processing Agreement (EEA, UK and Switzerland)", True),
        ("swiss-fadp", "UK Data Processing Agreement", False),
    ],
)
def test_a_document_about_another_region(pack: str, title: str, *, clears: bool) -> None:
    found = every(pack, TERMS, TITLED.format(title=title))
    assert ("data-role" not in found) is clears
    assert found.get("data-role") == (None if clears else ROLE)


HOME = """\
# Terms

These Terms are between Kestrel Inc. ("Provider") and the customer ("Customer").

## 1. The service

1.1 Provider supplies the Service.

## 2. Additional terms for customers in the United States

2.1 Provider acts as a processor of Personal Data on behalf of Customer.
"""


def test_a_part_for_the_vendor_s_home() -> None:
    assert every("gdpr-art-28", HOME)["data-role"] == ROLE
    assert "data-role" not in every("ccpa-service-provider", HOME)


DPA = '# Data Processing Addendum\n\nThis Addendum is between Kestrel Inc. ("Processor", "Provider") and the customer ("Controller", "Customer").\n\n'


@pytest.mark.parametrize(
    ("where", "clears"),
    [
        ("This Addendum applies only where Customer is established in the EEA.", False),
        ("This Addendum applies only if Customer is located in the European Economic Area.", False),
        ("This Addendum applies only to customers in California.", True),
        ("This Addendum lists the kinds of data.", True),
    ],
)
def test_an_annex_that_its_first_sentence_limits(where: str, *, clears: bool) -> None:
    """The sentence holds for the annex's title too, by which a vendor has an agreement on data at all."""
    text = f"{DPA}1. {where}\n\n2. Processor processes Personal Data only on documented instructions of Controller.\n"
    assert ("data-dpa" not in every("ccpa-service-provider", TERMS, text)) is clears


@pytest.mark.parametrize(
    ("pack", "rule", "good", "narrow"),
    [
        (
            "gdpr-art-28",
            "data-dpa",
            "Provider may sign a data processing agreement with Customer.",
            "Customers on the Enterprise plan may sign a data processing agreement with Provider.",
        ),
        (
            "gdpr-art-28",
            "data-personnel-confidentiality",
            "Provider ensures that persons who process Personal Data are bound to confidentiality.",
            "Customer ensures that persons who process Personal Data are bound to confidentiality.",
        ),
        (
            "gdpr-art-28",
            "data-deletion-on-termination",
            "Upon termination Provider deletes all files.",
            "Upon termination Provider deletes log files.",
        ),
        (
            "gdpr-art-28",
            "data-role",
            "Provider is processor of support tickets.",
            "Provider is processor of support tickets. For all other personal data that Customer submits Provider is a controller.",
        ),
        (
            "commercial",
            "indemnity-by-vendor",
            "Provider indemnifies Customer against claims of third parties.",
            "Provider indemnifies its affiliates against claims of third parties.",
        ),
        (
            "ccpa-service-provider",
            "data-advertising",
            "Provider does not use Customer Data for advertising.",
            "Provider does not use the content of Customer's private messages for advertising.",
        ),
    ],
)
def test_good_for_another_or_for_a_part(pack: str, rule: str, good: str, narrow: str) -> None:
    assert rule not in every(pack, good)
    assert rule in every(pack, narrow)


FRENCH = "# Contrat\n\nLe présent contrat lie Kestrel SAS (« Prestataire », « nous ») et le client (« Client », « vous »).\n\n## 1. Objet\n\n1.1 "
TRAINING, SALE, AUDIT = "ai-training-opt-in", "data-sale", "data-audit"


@pytest.mark.parametrize(
    ("pack", "rule", "text"),
    [
        # A question and its answer.
        ("baseline", TRAINING, "Do you train AI models on my data?\n\nYes."),
        ("baseline", TRAINING, "Do you train AI models on my content?\n\nNot at the moment."),
        ("baseline", TRAINING, "Q: Do you train your models on Customer Content? A: Sometimes."),
        ("ccpa-service-provider", SALE, "Is my personal data sold?\n\nNo, except to selected partners."),
        ("commercial", "termination-vendor-convenience", "Can you close my account without a reason?\n\nYes."),
        ("baseline", TRAINING, FRENCH + "Entraînez-vous vos modèles d'IA avec mes données ?\n\nOui."),
        # A note below, a sentence behind, and a section that another one empties.
        ("baseline", TRAINING, "We never train our AI models on Customer Content.*\n\n* Except for content that is shared by a link."),
        ("gdpr-art-28", AUDIT, "Customer may audit Provider once a year.†\n\n† Available for customers with fees above USD 1,000,000."),
        ("baseline", TRAINING, "Provider does not train AI models on Customer Content. This does not apply to improving its assistants."),
        ("ccpa-service-provider", SALE, "Provider shall not sell Personal Data.\n\n1.2 Clause 1.1 only binds Provider while fees are paid."),
        ("baseline", TRAINING, "Provider does not train AI models on Customer Content. This commitment is not legally binding."),
        ("gdpr-art-28", AUDIT, "Customer may audit Provider. This clause is for information only and gives no rights."),
        ("gdpr-art-28", AUDIT, "Customer may audit Provider once a year. This does not apply to data centres."),
        ("baseline", TRAINING, "Provider does not train AI models on Customer Content. That said, it may do so one day."),
        ("gdpr-art-28", AUDIT, FRENCH + "Le Client peut auditer le Prestataire. Ce droit suppose l'accord du Prestataire."),
        # Whoever does it instead, now or after a takeover.
        ("ccpa-service-provider", SALE, "Provider does not itself sell Personal Data; its affiliates may do so."),
        ("baseline", TRAINING, "Provider does not train AI models on Customer Content, but its affiliates and partners may."),
        ("ccpa-service-provider", SALE, FRENCH + "Le Prestataire ne vend pas les données personnelles. L'acquéreur du Prestataire n'est pas tenu par cet engagement."),
        ("gdpr-art-28", "data-instructions-only", "Provider processes Personal Data only on instructions of Customer. Its sub-processors process it as they see fit."),
        # Words that mean less than they say, or more.
        ("ccpa-service-provider", SALE, 'Provider shall not sell Personal Data. "Sell" means to transfer for money alone.'),
        ("baseline", TRAINING, 'Provider shall not train AI models on Customer Content. "Train" does not include fine-tuning.'),
        ("baseline", TRAINING, FRENCH + "« Finalité autorisée » comprend l'entraînement de modèles d'IA.\n\n1.2 Le Prestataire peut utiliser les Données Client pour la Finalité autorisée."),
        # For gain, as a rule, for now, of one kind of data.
        ("ccpa-service-provider", SALE, "Provider shall not sell Personal Data unless it receives a fair price."),
        ("baseline", TRAINING, "As a rule, Provider does not train AI models on Customer Content."),
        ("baseline", TRAINING, FRENCH + "Jusqu'au 31 décembre 2027, le Prestataire n'utilise pas les Données Client pour entraîner ses modèles d'IA."),
        ("ccpa-service-provider", SALE, "Provider does not sell health data."),
        ("baseline", TRAINING, "Provider does not train AI models on Customer Content submitted through the mobile app."),
        # As it likes, when it has time.
        ("gdpr-art-28", "data-deletion-on-termination", "Provider shall delete Customer Data after termination unless it has a use for it."),
        ("gdpr-art-28", "data-subject-assistance", "Where its workload allows, Provider helps Customer with requests of data subjects."),
        ("gdpr-art-28", "data-personnel-confidentiality", "Provider encourages its personnel to keep Personal Data confidential."),
        ("gdpr-art-28", "data-deletion-on-termination", "Upon termination Provider deletes Customer Data; copies stay in its archives for good."),
        # Sentences that go on with the one before, asides without blanks, annexes.
        ("baseline", TRAINING, "You grant us a licence to use Customer Content. The foregoing right includes training AI models."),
        ("baseline", "licence-irrevocable", "You grant us a licence to Customer Content. This may not be revoked."),
        ("baseline", TRAINING, "We use Customer Content—including for training AI models—as we see fit."),
        ("baseline", "licence-purposes", "Provider may use Customer Content for the purposes in Annex A.\n\n## Annex A\n\nDevelopment of new products; marketing."),
        # Clocks that start late.
        ("gdpr-art-28", "data-breach-notice-hours", "Provider shall notify Customer of a personal data breach within 72 hours of the end of its inquiry."),
        ("baseline", "change-notice-days", "Provider will tell Customer of changes to these Terms no later than 30 days after they apply."),
    ],
)  # fmt: skip
def test_what_is_told_all_the_same(pack: str, rule: str, text: str) -> None:
    assert rule in every(pack, text)


@pytest.mark.parametrize(
    ("pack", "rule", "text"),
    [
        ("baseline", TRAINING, "Do you train AI models on my data?\n\nNo."),
        ("ccpa-service-provider", SALE, "Do you sell my personal data?\n\nNever."),
        ("commercial", "termination-vendor-convenience", "Can you close the account at any time?\n\nYes, you can."),
        ("baseline", TRAINING, "Do you offer AI models?\n\nYes. We do not train models on Customer Content."),
        ("baseline", TRAINING, "Provider does not train AI models on Customer Content. This also applies to its affiliates."),
        ("baseline", TRAINING, "Provider does not train AI models on Customer Content. This does not limit Customer's own use."),
        ("ccpa-service-provider", SALE, "Provider shall not sell Personal Data. Customer may do so."),
        ("ccpa-service-provider", SALE, 'Provider shall not sell Personal Data. "Sell" has the meaning given in the CCPA.'),
        ("baseline", TRAINING, 'Provider shall not train AI models on Customer Content. "Train" includes fine-tuning.'),
        ("gdpr-art-28", AUDIT, "Customer may audit Provider once a year. This right extends to its sub-processors."),
        ("gdpr-art-28", AUDIT, "Customer may audit Provider. An audit does not release Customer from its own duties."),
        ("gdpr-art-28", AUDIT, FRENCH + "Le Client peut auditer le Prestataire. Ce droit s'étend aux sous-traitants ultérieurs."),
        ("gdpr-art-28", "data-breach-notice", "Provider shall notify Customer of personal data breaches. Such notice is not an admission of fault."),
        ("gdpr-art-28", "data-deletion-on-termination", "Provider shall delete Customer Data after termination unless the law requires its storage."),
        ("gdpr-art-28", "data-deletion-on-termination", "Upon termination Provider deletes Customer Data; invoices are kept for ten years."),
        ("gdpr-art-28", "data-breach-notice-hours", "Provider shall notify Customer of a personal data breach within 72 hours of becoming aware of it."),
        ("ccpa-service-provider", SALE, "Provider does not sell health data or any other Personal Data."),
        ("ccpa-service-provider", SALE, "Provider does not sell Personal Data, including health data."),
        ("ccpa-service-provider", SALE, "Provider shall not sell Personal Data except where the law requires it."),
        ("baseline", TRAINING, "Provider does not train AI models on Customer Content submitted through the Service."),
        ("baseline", "licence-purposes", "You grant us a licence to Customer Content to provide the Service. It includes storing backups."),
        ("baseline", "licence-purposes", "Provider may use Customer Content for the purposes in Annex A.\n\n## Annex A\n\nProviding the Service."),
        ("baseline", "licence-irrevocable", "You grant us a licence to Customer Content. Orders may not be revoked."),
        ("baseline", TRAINING, "We use Customer Content—and nothing else—to provide the Service. We do not train AI models on it."),
    ],
)  # fmt: skip
def test_what_is_not_told(pack: str, rule: str, text: str) -> None:
    assert rule not in every(pack, text)
