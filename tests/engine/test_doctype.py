"""What kind of document it is."""

from __future__ import annotations

import pytest

from vendorlint_extractor.readings import doctype
from vendorlint_extractor.readings.doctype import document_type

from .make import LANGUAGES, clauses

BODY = "This is said of the service and of the fees."


def kind(text: str, code: str = "en") -> tuple[str, str] | None:
    found = document_type(clauses(text, code), LANGUAGES[code].documents)
    return found and (found.value, found.confidence)


@pytest.mark.parametrize(
    ("code", "title", "value"),
    [
        ("en", "Data Processing Addendum", "dpa"), ("en", "Privacy Notice", "privacy_policy"), ("en", "Order Form", "order_form"),
        ("en", "Service Level Agreement", "sla"), ("en", "Acceptable Use Policy", "acceptable_use"), ("en", "AI Terms", "ai_terms"),
        ("en", "Master Services Agreement", "commercial_agreement"), ("en", "Terms of Service", "terms_of_service"),
        ("en", "Order form terms", "terms_of_service"), ("en", "Data processing terms of service", "dpa"),
        ("fr", "Politique de confidentialité", "privacy_policy"), ("fr", "Conditions générales de vente", "commercial_agreement"),
        ("fr", "Conditions générales d'utilisation", "terms_of_service"), ("fr", "Accord sur le traitement des données", "dpa"),
    ],
)  # fmt: skip
def test_by_its_first_heading(code: str, title: str, value: str) -> None:
    assert kind(f"# {title}\n\n{BODY}", code) == (value, "high")


def test_the_statement() -> None:
    found = document_type(clauses(f"# Acme\n\n# Our Privacy Notice\n\n{BODY}"), LANGUAGES["en"].documents)
    assert found
    assert (found.fact, found.value, found.clause.index, found.rank) == ("document.type", "privacy_policy", 1, 1)
    assert found.clause.text[slice(*found.span)] == found.clause.text


def test_headings_before_what_the_text_says() -> None:
    assert kind(f"These terms apply to all of the users of it.\n\n# Privacy Notice\n\n{BODY}") == (
        "privacy_policy",
        "high",
    )
    assert kind("# Acme\n\nThese terms apply to all of the users of it.") == ("terms_of_service", "medium")
    assert kind(f"# Acme\n\n{BODY}") is None


def test_only_the_beginning_says_it() -> None:
    assert (doctype.HEADINGS, doctype.OPENING) == (6, 30)
    for headings, found in ((5, ("privacy_policy", "high")), (6, None)):
        assert kind("# Acme\n\n" * headings + f"# Privacy Notice\n\n{BODY}") == found
    for sentences, found in ((29, ("terms_of_service", "medium")), (30, None)):
        assert kind("\n\n".join([BODY] * sentences + ["Here these terms apply to all users of it."])) == found


def test_a_privacy_policy_that_terms_name_is_another_document() -> None:
    assert kind("**Acme Terms of Service**\nAcme offers it.\nSee the privacy policy that we publish.") == (
        "terms_of_service",
        "medium",
    )
    assert kind("The Terms of Service and the privacy policy apply to all users.") == ("terms_of_service", "medium")
    assert kind("This privacy policy says what we collect of those who use it.") == ("privacy_policy", "medium")
    contents = "1. Definitions 2. Indemnity 3. Privacy Policy"
    assert kind(f"{contents}\n\nThese Terms of Service govern the use of the site.") == ("terms_of_service", "medium")


def test_terms_in_one_file_with_a_privacy_policy_are_the_agreement() -> None:
    part = "\n\n".join([BODY] * 10)
    assert kind(f"# Privacy Policy\n\n{BODY}\n\n# Terms of Service\n\n{part}") == ("terms_of_service", "high")
    assert kind(f"# Privacy Policy\n\n{BODY}\n\n# Terms of Service\n\n{BODY}") == ("privacy_policy", "high")
    assert kind(f"# Privacy Policy\n\n{BODY}\n\n# Our terms and cookies\n\n{part}") == ("privacy_policy", "high")
