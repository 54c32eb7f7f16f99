"""Several documents of one vendor: which decides, and what is kept of the others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vendorlint_extractor import parse_document

from ..reading import EXTRACTOR

TERMS = """\
# Terms of Service

By using the Service, Customer agrees to these Terms.

The Agreement renews automatically unless Customer gives notice of non-renewal at least 60 days before the end of the term.
"""
ORDER = """\
# Order Form

This order form is made between Larkspur Ltd ("Provider") and the customer named below ("Customer").

The Agreement renews automatically unless Customer gives notice of non-renewal at least 30 days before the end of the term.
"""


def notice_days(*precedence: str) -> dict[str, Any]:
    documents = [
        parse_document(text, path=Path(f"{name}.md"), document_id=name)
        for name, text in (("terms", TERMS), ("order", ORDER))
    ]
    read = EXTRACTOR.extract(documents, vendor="larkspur", precedence=precedence).to_dict()
    assert [(each["id"], each["type"]) for each in read["documents"]] == [
        ("terms", "terms_of_service"),
        ("order", "order_form"),
    ]
    node: dict[str, Any] = read["facts"]["term"]["renewal_notice_days"]
    return node


def test_the_order_form_decides_and_the_rest_is_kept() -> None:
    node = notice_days()
    assert (node["value"], [each["document"] for each in node["evidence"]]) == (30, ["order"])
    assert [(each["value"], each["evidence"][0]["document"]) for each in node["set_aside"]] == [(60, "terms")]


def test_another_order() -> None:
    node = notice_days("terms_of_service")
    assert (node["value"], [each["value"] for each in node["set_aside"]]) == (60, [30])


MASTER = """\
# Master Services Agreement

This Master Services Agreement is made between Larkspur Ltd ("Provider") and the company that signs it ("Customer").

Provider shall notify Customer of a breach of Personal Data within 96 hours. Provider shall make the Service available 99.5% of the
time in each month.
"""
ADDENDUM = """\
# Data Processing Addendum

Larkspur Ltd ("Provider") processes Personal Data on behalf of Customer.

Provider shall notify Customer of a Personal Data Breach within 24 hours. The Service is available 99.0% of the time in each month.
"""


def test_each_agreement_decides_on_its_subject() -> None:
    documents = [
        parse_document(text, path=Path(f"{name}.md"), document_id=name)
        for name, text in (("master", MASTER), ("addendum", ADDENDUM))
    ]
    facts = EXTRACTOR.extract(documents, vendor="larkspur").to_dict()["facts"]
    assert (facts["data"]["breach_notice_hours"]["value"], facts["sla"]["uptime_percent"]["value"]) == (24, 99.5)
    first = ["commercial_agreement", "dpa"]
    facts = EXTRACTOR.extract(documents, vendor="larkspur", precedence=first).to_dict()["facts"]
    assert (facts["data"]["breach_notice_hours"]["value"], facts["sla"]["uptime_percent"]["value"]) == (96, 99.5)


CHANGED_TERMS = """\
# Terms of Service

By using the Service, Customer agrees to these Terms. Provider may change these Terms, and gives Customer notice of each change at least
20 days before it applies. Provider protects the Service by measures that are reasonable.
"""
CHANGED_ADDENDUM = """\
# Data Processing Addendum

Larkspur Ltd ("Provider") processes Personal Data on behalf of Customer.

Provider may change this Addendum at any time without notice. Provider encrypts Personal Data at rest.
"""


def test_what_is_annexed_speaks_of_itself() -> None:
    documents = [
        parse_document(text, path=Path(f"{name}.md"), document_id=name)
        for name, text in (("addendum", CHANGED_ADDENDUM), ("terms", CHANGED_TERMS))
    ]
    facts = EXTRACTOR.extract(documents, vendor="larkspur").to_dict()["facts"]
    node = facts["change"]["notice"]
    assert (node["value"], [(each["value"], each["evidence"][0]["document"]) for each in node["set_aside"]]) == (
        "advance",
        [("none", "addendum")],
    )
