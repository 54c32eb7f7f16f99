"""Documents that the terms make part of themselves by reference."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vendorlint_extractor import parse_document

from ..reading import EXTRACTOR

TERMS = "# Terms of Service\n\nBy using the Service, Customer agrees to these Terms.\n\n"


def incorporated(**documents: str) -> list[dict[str, Any]]:
    read = [parse_document(text, path=Path(f"{name}.md"), document_id=name) for name, text in documents.items()]
    found: list[dict[str, Any]] = EXTRACTOR.extract(read, vendor="acme").to_dict().get("incorporated", [])
    return found


@pytest.mark.parametrize(
    ("clause", "kind", "name", "link"),
    [
        (
            "The [Data Processing Addendum](https://larkspur.example/dpa) is incorporated by reference into these Terms.",
            "dpa",
            "Data Processing Addendum",
            "https://larkspur.example/dpa",
        ),
        (
            "The Service Level Agreement (https://larkspur.example/sla) forms an integral part of these Terms.",
            "sla",
            "Service Level Agreement",
            "https://larkspur.example/sla",
        ),
        (
            "These Terms incorporate our Acceptable Use Policy.",
            "acceptable_use",
            "Acceptable Use Policy",
            None,
        ),
        (
            "This Agreement consists of these Terms and the AI Addendum (see <https://larkspur.example/ai>).",
            "ai_terms",
            "AI Addendum",
            "https://larkspur.example/ai",
        ),
    ],
)
def test_named_with_where_it_is(clause: str, kind: str, name: str, link: str | None) -> None:
    [found] = incorporated(terms=TERMS + clause)
    assert (found["type"], found["name"], found.get("link"), found["documents"]) == (kind, name, link, [])
    assert [(each["quote"], each["words"], each["lines"]) for each in found["evidence"]] == [(clause, [name], [5, 5])]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("You shall comply with the Acceptable Use Policy when you use third-party content.", "acceptable_use"),
        ("The beta features are subject to additional terms.", "specific_terms"),
    ],
)
def test_the_vendor_s_own_terms_bind_for_parts_and_for_services_of_others(clause: str, kind: str) -> None:
    assert [each["type"] for each in incorporated(terms=TERMS + clause)] == [kind]


def test_of_whom_no_type_is_the_name_or_the_file_tells() -> None:
    terms = f"{TERMS}The Service Specific Terms and the Order Form form part of these Terms."
    titled = "# Service Specific Terms\n\nThe assistant is offered in English alone.\n"
    plain = "# Larkspur\n\nLarkspur bills the Customer in advance for each year of the term.\n"
    found = incorporated(terms=terms, assistant=titled, **{"order-form_2026": plain})
    assert [(each["type"], each["documents"]) for each in found] == [
        ("order_form", ["order-form_2026"]),
        ("specific_terms", ["assistant"]),
    ]


def test_the_main_agreement_is_there_whatever_it_is_called() -> None:
    dpa = "# Data Processing Addendum\n\nLarkspur acts as a processor. The Services are governed by the Terms of Service.\n"
    main = "# Master Services Agreement\n\nCustomer accepts this Agreement by signature.\n"
    assert [(each["type"], each["documents"]) for each in incorporated(dpa=dpa, main=main)] == [
        ("terms_of_service", ["main"])
    ]
    # and is none that rests on another
    rests = f"{main}Use of the Services is subject to the Terms of Service.\n"
    assert [each["documents"] for each in incorporated(main=rests)] == [[]]


def test_in_french() -> None:
    text = (
        "# Conditions générales d'utilisation\n\nLe client accepte les présentes conditions en utilisant le service.\n\n"
        "L'accord sur le traitement des données (https://larkspur.example/dpa-fr) fait partie intégrante des présentes conditions."
    )
    [found] = incorporated(cgu=text)
    assert (found["type"], found["link"]) == ("dpa", "https://larkspur.example/dpa-fr")


@pytest.mark.parametrize(
    ("clause", "kinds"),
    [
        (
            "Les documents suivants s'appliquent également à votre usage : notre politique de confidentialité.",
            ["privacy_policy"],
        ),
        (
            "Ces conditions citent les textes ci-après, qui s'appliquent aussi :\n\n- la charte d'utilisation ;\n- nos conditions spécifiques.",
            ["acceptable_use", "specific_terms"],
        ),
        ("Les conditions suivantes s'appliquent à votre usage ; lisez notre politique de confidentialité.", []),
        # What customers ask for, others' terms, and those of each promotion.
        ("Les artisans qui répondent à vos demandes de devis sont soumis à un abonnement.", []),
        ("La réservation emporte acceptation des conditions spécifiques du marchand.", []),
        ("Les codes doivent respecter les conditions spécifiques établies pour chaque offre.", []),
        ("Toute commande est soumise aux conditions spécifiques.", ["specific_terms"]),
    ],
)
def test_what_applies_as_well_in_french(clause: str, kinds: list[str]) -> None:
    text = f"# Conditions générales d'utilisation\n\nLe client accepte les présentes conditions en utilisant le service.\n\n{clause}\n"
    assert [each["type"] for each in incorporated(cgu=text)] == kinds


@pytest.mark.parametrize(
    "clause",
    [
        "The Data Processing Addendum does not form part of these Terms.",
        "Our Privacy Policy explains how we handle personal data.",
        "Larkspur Ltd is incorporated in England; its Data Processing Addendum is offered on request.",
        "You may not incorporate the Service into another product.",
        "You are subject to additional terms that may apply when you use affiliate services or third-party software.",
        "Some external services require you to accept additional terms.",
        "You may be required to accept additional terms for some features.",
        "The app is licensed as the Service is, unless that app is governed by additional terms.",
        "A trade-in is subject to additional terms, which will be shown to you before.",
    ],
)
def test_what_is_only_mentioned_is_none(clause: str) -> None:
    assert incorporated(terms=TERMS + clause) == []


@pytest.mark.parametrize(
    ("title", "clauses", "missing"),
    [
        ("Annex B: Data Protection Annex", 5, []),
        ("Annex B: Data Protection Annex", 4, ["dpa"]),  # so few only say where it stands
        ("12. Data Protection Annex", 5, ["dpa"]),  # a section that speaks of it
        ("Annex B: Prices", 5, ["dpa"]),
    ],
)
def test_an_annex_of_its_own_is_there(title: str, clauses: int, missing: list[str]) -> None:
    named = "The [Data Protection Annex](https://larkspur.example/terms#b) is incorporated by reference into these Terms.\n\n"
    own = "".join(f"{i}. Larkspur keeps rule {i} on personal data.\n" for i in range(1, clauses + 1))
    assert [each["type"] for each in incorporated(terms=f"{TERMS}{named}## {title}\n\n{own}")] == missing


def test_those_of_the_folder_are_named_and_a_list_is_read() -> None:
    terms = (
        f"{TERMS}These Terms incorporate the following documents by reference:\n\n"
        "- [Data Processing Addendum](https://larkspur.example/dpa)\n- the Acceptable Use Policy\n"
    )
    dpa = "# Data Processing Addendum\n\nThis Data Processing Addendum forms part of the agreement between Larkspur and Customer.\n"
    found = incorporated(terms=terms, dpa=dpa)
    assert [(each["type"], each["documents"]) for each in found] == [("dpa", ["dpa"]), ("acceptable_use", [])]


@pytest.mark.parametrize(
    ("title", "clause"),
    [
        (
            "# Larkspur Master Agreement",
            'This document (the "Terms of Use") binds both. Use is subject to the Terms of Use.',
        ),
        ("# Larkspur", "Welcome.\n\nThese Larkspur Cloud Terms of Use bind both. Customer agrees to the Terms of Use."),
        ("# Updated on 1 May 2026\n\n# Acceptable Use Policy", "Customer complies with the Acceptable Use Policy."),
        ("# Order Form", "Customer pays as set out in the Order Form."),
        ("# Master Agreement", 'By ticking "I have read and accept the Terms of Use" Customer concludes it.'),
        (
            "# Publisher Agreement",
            "The [Publisher Agreement](https://larkspur.example/p) is incorporated by reference into each order.",
        ),
    ],
)
def test_the_document_itself_is_none_by_whatever_name(title: str, clause: str) -> None:
    assert incorporated(larkspur=f"{title}\n\nCustomer may use the Service.\n\n{clause}\n") == []


@pytest.mark.parametrize(
    ("title", "clause"),
    [
        (
            "# Règles de Larkspur",
            "Les présentes règles (ci-après les « CGU ») lient le client. Le client s'engage à respecter les CGU.",
        ),
        (
            "# CGV\n\n# Conditions générales d'utilisation et de vente",
            "Le client accepte les conditions d'utilisation.",
        ),
        (
            "# Contrat de services",
            "En cochant « J'ai lu et j'accepte les conditions d'utilisation », le client conclut le contrat.",
        ),
        (
            "# Larkspur",
            "La présente politique de confidentialité lie. Le client accepte la politique de confidentialité.",
        ),
        ("# Devis", "Le client paie le prix prévu dans le devis."),
    ],
)
def test_the_document_itself_in_french(title: str, clause: str) -> None:
    assert incorporated(larkspur=f"{title}\n\nLe client peut utiliser le service.\n\n{clause}\n") == []


@pytest.mark.parametrize(
    "clause",
    [
        "Our Privacy Policy forms part of these Terms. Whoever breaks this Privacy Policy breaks these Terms.",  # a word back
        "These Terms and the Privacy Policy bind Customer; the Privacy Policy forms part of these Terms.",
        'The privacy policy, incorporated herein by reference (the "Privacy Policy"), binds Customer.',
    ],
)
def test_another_is_not_taken_for_the_document_itself(clause: str) -> None:
    assert [each["type"] for each in incorporated(terms=TERMS + clause)] == ["privacy_policy"]


@pytest.mark.parametrize(
    "clause",
    [
        "Some features may require Customer to accept additional terms.",
        "Larkspur may ask Customer to agree to certain supplemental terms.",
        "Each listing is subject to the additional terms of the licence between you and the seller.",
        "Customer shall draw up and comply with a privacy policy of its own.",
    ],
)
def test_what_is_still_to_come_or_of_others_is_none(clause: str) -> None:
    assert incorporated(terms=TERMS + clause) == []


def test_a_file_that_is_named_after_what_it_only_mentions() -> None:
    text = f"{TERMS}The DPA forms part of these Terms."
    assert [each["type"] for each in incorporated(**{"terms-with-dpa": text})] == ["dpa"]


def test_documents_of_no_known_kind_and_several_of_one() -> None:
    terms = (
        f"{TERMS}These Terms incorporate the [Copyright Policy](https://larkspur.example/copyright), the "
        "[Map Additional Terms](https://larkspur.example/maps), the [Mail Additional Terms](https://larkspur.example/mail), the "
        "[Arbitration Rules](https://court.example/rules) and what is said [here](https://larkspur.example/more).\n"
    )
    assert [(each["type"], each["name"], each["link"]) for each in incorporated(terms=terms)] == [
        ("specific_terms", "Additional Terms", "https://larkspur.example/maps"),
        ("specific_terms", "Additional Terms", "https://larkspur.example/mail"),
        ("other", "Copyright Policy", "https://larkspur.example/copyright"),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("copyright-policy", "Larkspur removes what infringes the rights of others when it is told of it.\n"),
        (
            "annexe-3",
            "# Larkspur Copyright Policy\n\nLarkspur removes what infringes the rights of others when it is told of it.\n",
        ),
        ("cp", "Larkspur removes what infringes the rights of others when it is told of it.\n"),  # by the link
    ],
)
def test_of_no_known_kind_and_in_the_folder(name: str, text: str) -> None:
    terms = f"{TERMS}These Terms incorporate the [Larkspur Copyright Policy](https://larkspur.example/legal/cp.html).\n"
    assert [each["documents"] for each in incorporated(terms=terms, **{name: text})] == [[name]]


@pytest.mark.parametrize(
    ("clause", "link"),
    [
        (
            "The DPA, available at [larkspur.example/dpa](https://larkspur.example/dpa), forms part of these Terms.",
            "https://larkspur.example/dpa",
        ),
        ("The DPA at <https://larkspur.example/dpa> forms part of these Terms.", "https://larkspur.example/dpa"),
        (
            "The DPA forms part of these Terms, as do the prices on the [price page](https://larkspur.example/prices).",
            None,
        ),
        ("The DPA forms part of these Terms; see https://larkspur.example/faq.", None),
    ],
)
def test_the_address_is_the_one_right_behind(clause: str, link: str | None) -> None:
    [found] = incorporated(terms=TERMS + clause)
    assert (found["type"], found.get("link")) == ("dpa", link)
