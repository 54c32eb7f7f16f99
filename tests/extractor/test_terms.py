"""Three versions of one vendor's terms, written for this test, tell apart what the newspapers told apart in August 2023."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vendorlint_extractor import parse_document

from ..reading import EXTRACTOR

HEAD = """# Terms of Service

Effective date: March 3, 2031

These Terms of Service ("Terms") are an agreement between you and Parlia Conferencing, Inc. ("Parlia", "we" or "us").

## 10. Your Recordings

10.1 You or your users may upload, share or originate recordings, files, messages and other materials when you use the
Services ("Customer Content").

10.2 You hereby grant Parlia a perpetual, worldwide, non-exclusive, royalty-free, sublicensable and transferable license
to use, store, modify, transcribe, distribute and create derivative works of Customer Content:
"""
TAKEN = """
(i) as necessary to provide the Services to you; and

(ii) for product and service development, marketing, analytics, machine learning, and the training and tuning of our
artificial intelligence models.
"""
CARVE_OUT = """
Notwithstanding the foregoing, Parlia will not use recordings or messages that are Customer Content to train its
artificial intelligence models without your consent.
"""
BANNED = """
(i) as necessary to provide the Services to you;

(ii) to comply with applicable law; and

(iii) to keep the Services secure and to prevent fraud.

10.3 Parlia does not use any Customer Content to train its artificial intelligence models, and no third party may use
Customer Content to train its own models.
"""


def facts(text: str) -> dict[str, Any]:
    document = parse_document(text, path=Path("terms.md"), document_id="terms")
    return EXTRACTOR.extract([document], vendor="parlia").to_dict()["facts"]


@pytest.mark.parametrize(
    ("tail", "training", "consent", "third_parties", "purposes"),
    [
        (TAKEN, "permitted", "none", None, ["ai_training", "analytics", "marketing", "provide_service"]),
        (
            TAKEN + CARVE_OUT,
            "conditional",
            "opt_in",
            None,
            ["ai_training", "analytics", "marketing", "provide_service"],
        ),
        (BANNED, "prohibited", None, "prohibited", ["legal_compliance", "provide_service", "security"]),
    ],
    ids=["taken", "with consent", "banned"],
)
def test_versions_differ_in_what_they_mean(
    tail: str, training: str, consent: str | None, third_parties: str | None, purposes: list[str]
) -> None:
    found = facts(HEAD + tail)
    licence, ai = found["licence"], found["ai"]["training"]
    assert ai["customer_content"]["value"] == training
    assert ai.get("consent", {}).get("value") == consent
    assert ai.get("third_parties", {}).get("value") == third_parties
    assert [value for value in licence["purposes"]["value"] if value != "develop_products"] == purposes
    assert {name: licence[name]["value"] for name in ("duration", "worldwide", "sublicensable", "transferable")} == {
        "duration": "perpetual",
        "worldwide": True,
        "sublicensable": True,
        "transferable": True,
    }


def test_the_carve_out_is_evidence() -> None:
    quotes = [e["quote"] for e in facts(HEAD + TAKEN + CARVE_OUT)["ai"]["training"]["customer_content"]["evidence"]]
    assert quotes[0] == (
        "Notwithstanding the foregoing, Parlia will not use recordings or messages that are Customer Content to train its"
        " artificial intelligence models without your consent."
    )


def test_evidence_names_its_place() -> None:
    evidence = facts(HEAD + TAKEN)["licence"]["worldwide"]["evidence"][0]
    assert {key: evidence[key] for key in ("document", "section", "lines", "column", "words")} == {
        "document": "terms",
        "section": "10. Your Recordings",
        "lines": [12, 13],
        "column": 6,
        "words": ["worldwide"],
    }


def test_a_licence_of_the_vendor_to_the_customer_is_not_one_of_the_customer() -> None:
    text = HEAD.split("## 10", maxsplit=1)[0] + (
        "We grant you a worldwide, non-exclusive, royalty-free license to use the Services and our templates during the"
        " term of these Terms. You may not sublicense our templates or train models on them."
    )
    found = facts(text)
    assert "licence" not in found
    assert "ai" not in found


def test_content_kept_as_it_is_disclaims_no_warranty() -> None:
    text = (
        HEAD
        + "\n10.3 We keep Customer Content for as long as it is stored in your account, and show it to you as it is."
    )
    assert "warranty" not in facts(text)
