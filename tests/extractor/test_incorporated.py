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
