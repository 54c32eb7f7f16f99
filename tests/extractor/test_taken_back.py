"""Promises that the text takes back, and permissions that come as bans."""

from pathlib import Path
from typing import Any

import pytest

from vendorlint_extractor import parse_document

from ..reading import EXTRACTOR

HEAD = {
    "en": '# Terms\n\nThis agreement is between Kestrel Inc. ("Provider") and the customer ("Customer").\n\n## 1. Terms\n\n1.1 ',
    "fr": "# Contrat\n\nLe présent contrat lie Kestrel SAS (« Prestataire ») et le client (« Client »).\n\n## 1. Objet\n\n1.1 ",
}
AUDIT, OBJECTION, DELETION = "data.audit", "data.subprocessor_objection", "data.deletion_on_termination"


def stated(*texts: str, code: str = "en") -> dict[str, Any]:
    """The value of each fact of a vendor with these documents; of a paragraph, in an agreement around it."""
    documents = [
        parse_document(text if text.startswith("#") else HEAD[code] + text, path=Path(f"{at}.md"), document_id=f"d{at}")
        for at, text in enumerate(texts)
    ]
    return {
        fact: each.sides[0].value for fact, each in EXTRACTOR.extract(documents, vendor="k").facts.items() if each.sides
    }


@pytest.mark.parametrize(
    ("fact", "kept", "taken_back", "code"),
    [
        (AUDIT, "Customer may audit Provider.", "Customer may audit Provider, provided that Provider agrees in each case.", "en"),
        (AUDIT, "Customer may audit Provider. 1.2 Notice is due.", "Customer may audit Provider. This right is excluded for small customers.", "en"),
        (
            "data.breach_notice",
            "Provider shall notify Customer of a personal data breach.",
            "Provider shall notify Customer of a personal data breach where Provider considers it serious.",
            "en",
        ),
        (
            "data.subject_assistance",
            "Provider shall assist Customer with requests of data subjects.",
            "Provider shall assist Customer with requests of data subjects, but is not obliged to do so.",
            "en",
        ),
        (
            OBJECTION,
            "Provider gives notice of new sub-processors, and Customer may object to them.",
            "Provider gives notice of new sub-processors, and Customer may object to them. Provider may ignore such objections.",
            "en",
        ),
        (
            OBJECTION,
            "Provider gives notice of new sub-processors, and Customer may object to them.",
            "Provider gives notice of new sub-processors, and Customer may object to them. Customer waives this right.",
            "en",
        ),
        (
            "data.breach_notice",
            "Provider will notify Customer of personal data breaches.",
            "Provider will notify Customer of personal data breaches if it so chooses.",
            "en",
        ),
        (
            "data.subprocessor_liability",
            "Provider remains liable for its sub-processors.",
            "Provider remains liable for its sub-processors save for those outside the EEA.",
            "en",
        ),
        (
            "data.instructions_only",
            "Provider processes Personal Data only on Customer's instructions.",
            "Provider processes Personal Data only on Customer's instructions and for such other purposes as Provider may determine.",
            "en",
        ),
        (
            "data.instructions_only",
            "Provider shall process Personal Data only on Customer's instructions.",
            "Provider shall process Personal Data only on Customer's instructions, or where it deems it useful.",
            "en",
        ),
        (
            "data.subject_assistance",
            "Le Prestataire aide le Client à répondre aux demandes des personnes concernées.",
            "Le Prestataire aide le Client à répondre aux demandes des personnes concernées, si le Prestataire le juge utile.",
            "fr",
        ),
        (
            "data.breach_notice",
            "Le Prestataire informe le Client de toute violation de données.",
            "Le Prestataire décide seul s'il informe le Client d'une violation de données.",
            "fr",
        ),
        (
            "data.breach_notice",
            "Provider will notify Customer of a personal data breach.",
            "Provider will try to notify Customer of a personal data breach, but cannot promise it.",
            "en",
        ),
        (
            DELETION,
            "Provider deletes Customer Data at the end of the Agreement.",
            "Provider deletes Customer Data at the end of the Agreement if and when it considers this practicable.",
            "en",
        ),
        (
            DELETION,
            "Deletion of Customer Data on termination is part of the Service.",
            "Deletion of Customer Data on termination is not part of the Service.",
            "en",
        ),
        (
            "data.return_on_termination",
            "Provider shall return Customer Data on termination.",
            "Provider may, at its discretion, return Customer Data on termination.",
            "en",
        ),
        (
            OBJECTION,
            "Provider gives notice of new sub-processors, and Customer may object to them.",
            "Provider gives notice of new sub-processors, and Customer may object to them. An objection does not keep Provider from using the sub-processor.",
            "en",
        ),
        (
            OBJECTION,
            "Provider gives notice of new sub-processors, and Customer may object to them.",
            "Provider gives notice of new sub-processors, and Customer may object to them. Provider may use them despite any objection.",
            "en",
        ),
        (
            "data.instructions_only",
            "Provider shall process Personal Data in accordance with Customer's instructions.",
            "Provider shall process Personal Data in accordance with Customer's instructions, save where Provider considers that another use serves its business.",
            "en",
        ),
    ],
)  # fmt: skip
def test_a_promise_that_is_taken_back_is_none(fact: str, kept: str, taken_back: str, code: str) -> None:
    assert stated(kept, code=code).get(fact) not in (None, False)
    assert stated(taken_back, code=code).get(fact) in (None, False)


@pytest.mark.parametrize(
    "text",
    [
        "Customer may audit Provider, and Provider may refuse an auditor who competes with it.",
        "Customer may audit Provider where Customer considers it necessary.",
        "Customer may audit Provider once a year, unless an authority asks for more.",
        "Customer may audit Provider if and when it considers this necessary.",
    ],
)
def test_a_limit_is_no_refusal(text: str) -> None:
    assert stated(text)[AUDIT] == "audit"


AMENDMENT = (
    '# Amendment No. 1\n\nThis Amendment is between Kestrel Inc. ("Provider") and the customer ("Customer").\n\n1. {}\n'
)


@pytest.mark.parametrize(
    "words",
    [
        "Clause 1.1 is deleted.",
        "Section 1 of the Terms is replaced by the following: none.",
        "Clause 1.1 does not apply.",
        "Article 1.1 shall be deleted.",
    ],
)
def test_another_document_strikes_the_section(words: str) -> None:
    assert stated("Customer may audit Provider.")[AUDIT] == "audit"
    assert AUDIT not in stated("Customer may audit Provider.", AMENDMENT.format(words))


@pytest.mark.parametrize(
    "words", ["Clause 1.2 is deleted.", "Clause 11 is deleted.", "Clause 1.1 does not apply to affiliates."]
)
def test_another_section_is_struck(words: str) -> None:
    assert stated("Customer may audit Provider.", AMENDMENT.format(words))[AUDIT] == "audit"


def test_what_is_adverse_stands_though_its_section_is_struck() -> None:
    clause = "Provider is not required to delete Personal Data upon termination."
    assert stated(clause, AMENDMENT.format("Clause 1.1 is deleted."))[DELETION] is False


def test_a_section_that_its_own_document_strikes() -> None:
    clause = "Customer may audit Provider.\n\n1.2 Clause 1.1 {}."
    assert AUDIT not in stated(clause.format("is deleted and replaced by: Provider is audited by nobody"))
    assert stated(clause.format("does not apply to affiliates"))[AUDIT] == "audit"


TRAINING, CONSENT, NAMES = "ai.training.customer_content", "ai.training.consent", "licence.publicity"


@pytest.mark.parametrize(
    ("text", "fact", "value"),
    [
        ("Provider shall not use Customer's name in publicity without notice to Customer.", NAMES, "permitted"),
        ("Provider shall not use Customer's name in publicity without consent.", NAMES, "with_consent"),
        ("Neither party may use the other's name without consent, except that Provider may name Customer in press releases.", NAMES, "permitted"),
        ("Provider shall not train models on Customer Content, to the extent commercially practicable.", TRAINING, "conditional"),
        ("Provider shall not train models on Customer Content of enterprise customers.", TRAINING, "conditional"),
        ("Provider shall not train models on Customer Content as long as the subscription is active.", TRAINING, "conditional"),
        ("Provider shall not train models on Customer Content (see the exceptions on our website).", TRAINING, "conditional"),
        ("Provider trains models on Customer Content with Customer's consent only.", CONSENT, "opt_in"),
        ("Provider trains models on Customer Content with Customer's consent only. Acceptance of these Terms is such consent.", CONSENT, "deemed"),
        ("Provider does not train models on Customer Content without consent, which Customer gives by accepting.", CONSENT, "deemed"),
    ],
)  # fmt: skip
def test_a_permission_that_comes_as_a_ban(text: str, fact: str, value: str) -> None:
    assert stated(text)[fact] == value


def test_a_permission_behind_a_ban_in_one_sentence() -> None:
    """Both stand, the worst first; of two bans there is one."""
    text = "Provider does not sell Customer Data to brokers, {} to advertisers."
    assert both(text.format("but Provider sells it")) == ["permitted", "prohibited"]
    assert both(text.format("nor does Provider sell it")) == ["prohibited"]


def both(text: str) -> list[Any]:
    """The values of data.sale that a paragraph states."""
    document = parse_document(HEAD["en"] + text, path=Path("0.md"), document_id="d0")
    return [side.value for side in EXTRACTOR.extract([document], vendor="k").facts["data.sale"].sides]


SECRECY = "data.personnel_confidentiality"
ALL = {
    "en": "Provider binds all persons who process personal data to confidentiality",
    "fr": "Toutes les personnes autorisées à traiter les données personnelles sont tenues à la confidentialité",
}


@pytest.mark.parametrize(
    ("code", "exception"),
    [
        ("en", "except for trainees"),
        ("en", "excluding temporary staff"),
        ("en", "save for volunteers and consultants"),
        ("en", "with the exception of Provider's cleaning companies"),
        ("en", "apart from outside auditors"),
        ("fr", "sauf les stagiaires"),
        ("fr", "à l'exception des intérimaires"),
        ("fr", "hormis les consultants externes"),
        ("fr", "à l'exclusion du personnel de nettoyage"),
    ],
)
def test_a_duty_of_all_but_some_kind_of_people_is_none(code: str, exception: str) -> None:
    assert stated(f"{ALL[code]}.", code=code)[SECRECY] is True
    assert SECRECY not in stated(f"{ALL[code]}, {exception}.", code=code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nobody has access to personal data except for employees who are bound to confidentiality.", "en"),
        ("No persons other than employees bound by confidentiality have access to personal data.", "en"),
        (f"{ALL['en']}, except where the law requires disclosure.", "en"),
        ("Nul n'a accès aux données personnelles, sauf les salariés tenus à la confidentialité.", "fr"),
        (f"{ALL['fr']}, sauf si la loi en dispose autrement.", "fr"),
    ],
)
def test_an_exception_that_carries_the_duty_takes_nothing_back(text: str, code: str) -> None:
    assert stated(text, code=code)[SECRECY] is True


@pytest.mark.parametrize(
    ("definition", "code"),
    [
        ('"Controller" means whoever, alone or jointly with others, determines the purposes and means of the processing', "en"),
        ('"Customer" means the company that has signed, and that company alone', "en"),
        ('"Security Incident" does not include unsuccessful attempts such as pings', "en"),
        ('"Personal Data" does not include aggregated data', "en"),
        ('« Incident » ne comprend pas les tentatives infructueuses', "fr"),
        ('« Client » désigne exclusivement la société signataire', "fr"),
    ],
)  # fmt: skip
def test_a_definition_that_narrows_no_promise(definition: str, code: str) -> None:
    promise = {
        "en": "Provider shall notify Customer of a Security Incident that concerns Personal Data.",
        "fr": "Le Prestataire notifie au Client tout Incident de sécurité qui concerne ses données personnelles.",
    }
    assert stated(f"{definition}.\n\n1.2 {promise[code]}", code=code)["data.breach_notice"] is True


def test_a_definition_that_narrows_a_promise() -> None:
    promise = "Provider shall process Personal Data only on Customer's documented instructions.\n\n1.2 {}."
    assert stated(promise.format("This is so"))["data.instructions_only"] is True
    assert "data.instructions_only" not in stated(promise.format('"Instructions" means the Service Description alone'))
    assert "data.instructions_only" not in stated(promise.format('"Instructions" does not include e-mails'))


def test_a_policy_says_no_role_in_the_place_of_an_agreement_that_is_missing() -> None:
    """It speaks of visitors; of content the agreement would."""
    policy = '# Privacy Policy\n\nKestrel Inc. ("we") explains how it handles your personal data. We are the controller of your personal data.'
    terms = (
        "The Data Processing Agreement at https://kestrel.example/dpa is incorporated into this agreement by reference."
    )
    assert stated(policy)["data.role"] == "controller"
    assert stated("Customer pays the fees.", policy)["data.role"] == "controller"
    assert "data.role" not in stated(terms, policy)
