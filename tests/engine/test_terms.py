"""Documents that a vendor's terms make part of themselves."""

from __future__ import annotations

from vendorlint_extractor.readings.incorporated import Calls, incorporated
from vendorlint_extractor.resolved.terms import incorporated_terms

from .make import EN, clauses, document

TEXTS = {
    "one": "The Data Processing Addendum forms part of this.",
    "two": "The DPA (https://x.example/dpa) forms part of this. The SLA forms part of it.",
}


def calls(*types: str) -> Calls:
    return Calls(frozenset(types), frozenset(), (), ())


def test_once_each_with_those_of_the_vendor_that_they_may_be() -> None:
    mentioned = [
        (document(text, f"{name}.md"), each)
        for name, text in TEXTS.items()
        for each in incorporated(text, clauses(text), EN, calls())
    ]
    documents = [
        ("a", calls("sla")),
        ("b", calls("dpa", "order_form")),
        ("c", calls("sla")),
        ("two", calls("dpa", "sla")),
    ]
    assert list(incorporated_terms(mentioned, documents)) == [
        {
            "type": "dpa", "name": "DPA", "link": "https://x.example/dpa", "documents": ["b"],
            "evidence": [{"document": "two", "lines": [1, 1], "column": 1, "quote": "The DPA (https://x.example/dpa) forms part of this.", "words": ["DPA"]}],
        },
        {
            "type": "sla", "name": "SLA", "documents": ["a", "c"],
            "evidence": [{"document": "two", "lines": [1, 1], "column": 53, "quote": "The SLA forms part of it.", "words": ["SLA"]}],
        },
    ]  # fmt: skip
    [found] = incorporated_terms(mentioned[:1], [])
    assert (found["name"], found["documents"], found["evidence"][0]["words"], "link" in found) == (
        "Data Processing Addendum",
        [],
        ["Data Processing Addendum"],
        False,
    )


def test_what_makes_it_part_leads_and_any_says_where() -> None:
    texts = {"one": "You comply with the Acceptable Use Policy (https://x.example/aup).", "two": "The Acceptable Use Policy forms part of this."}  # fmt: skip
    mentioned = [
        (document(text, f"{name}.md"), each)
        for name, text in texts.items()
        for each in incorporated(text, clauses(text), EN, calls())
    ]
    [found] = incorporated_terms(mentioned, [])
    assert (found["link"], found["evidence"][0]["quote"]) == ("https://x.example/aup", texts["two"])


def test_none() -> None:
    assert list(incorporated_terms([], [])) == []
