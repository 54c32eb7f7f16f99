"""The whole way from documents to facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint_extractor import Extractor
from vendorlint_extractor.documents.document import Document, parse_document
from vendorlint_extractor.documents.file import DocumentError
from vendorlint_extractor.extraction import PRECEDENCE
from vendorlint_extractor.ontology import FactInfo, OwnFact

from ..reading import EXTRACTOR
from .make import document

TERMS = "# Terms of Service\n\nBy using the Service, Customer agrees to these Terms.\n\n"
DAYS = "The Agreement renews automatically unless Customer gives notice of non-renewal at least {} days before the end of the term.\n"
ORDER = "# Order Form\n\nThis order form is made between the provider and the customer named below.\n\n"
FACT = "term.renewal_notice_days"


def at(path: Path, text: str) -> Document:
    return parse_document(text, path=path, document_id=path.stem)


def test_parts_are_built_once() -> None:
    extractor = Extractor()
    assert extractor.language("en") is extractor.language("en")
    assert extractor.definitions is extractor.definitions
    found = [extractor.facts_of(document(TERMS + DAYS.format(30)), "en")[FACT] for _ in range(2)]
    assert found[0] == found[1]
    with pytest.raises(KeyError):
        extractor.language("xx")


def test_the_order_of_documents() -> None:
    assert PRECEDENCE == (
        "order_form",
        "commercial_agreement",
        "terms_of_service",
        "dpa",
        "ai_terms",
        "sla",
        "acceptable_use",
        "privacy_policy",
        "other",
    )
    documents = [document(TERMS + DAYS.format(60), "terms.md"), document(ORDER + DAYS.format(30), "order.md")]
    for precedence, values in (((), [30, 60]), (("terms_of_service",), [60, 30]), (("sla",), [30, 60])):
        fact = EXTRACTOR.extract(documents, vendor="acme", precedence=precedence).facts[FACT]
        assert [side.value for side in (*fact.sides, *fact.set_aside)] == values


def test_documents_of_one_type_conflict_the_worst_first() -> None:
    documents = [document(TERMS + DAYS.format(60), "b.md"), document(TERMS + DAYS.format(30), "a.md")]
    fact = EXTRACTOR.extract(documents, vendor="acme").facts[FACT]
    assert [side.value for side in fact.sides] == [60, 30]


def test_what_is_told_of_a_document(tmp_path: Path) -> None:
    text = (
        "# Terms of Service\n\nEffective date: March 3, 2031\n\nBy using the Service, Customer agrees to these Terms.\n"
    )
    found = EXTRACTOR.extract([at(tmp_path / "sub" / "terms.md", text)], vendor="acme", folder=tmp_path)
    [shown] = found.documents
    assert {key: value for key, value in shown.items() if key != "sha256"} == {
        "id": "terms",
        "path": "sub/terms.md",
        "type": "terms_of_service",
        "language": "en",
        "effective_date": "2031-03-03",
    }
    assert len(shown["sha256"]) == 64
    assert found.vendor == "acme"
    language = found.facts["document.language"].sides[0]
    assert (
        language.value,
        language.confidence,
        [(each.quote, each.role, each.words) for each in language.evidence],
    ) == ("en", "high", [("# Terms of Service", "statement", ())])
    kind = found.facts["document.type"].sides[0]
    assert (kind.value, kind.confidence, kind.evidence[0].quote) == ("terms_of_service", "high", "# Terms of Service")


def test_a_document_of_no_known_type() -> None:
    found = EXTRACTOR.extract(
        [document("# Notes\n\nWhat is said of the service is in the hands of you and of us.")], vendor="acme"
    )
    assert found.documents[0]["type"] == "other"
    assert list(found.documents[0]) == ["type", "id", "path", "sha256", "language"]
    assert "document.type" not in found.facts


def test_documents_of_one_name_are_told_apart_by_their_paths(tmp_path: Path) -> None:
    documents = [at(tmp_path / name, TERMS + DAYS.format(30)) for name in ("a/terms.md", "b/terms.md", "c/other.md")]
    found = EXTRACTOR.extract(documents, vendor="acme", folder=tmp_path)
    assert [(each["id"], each["path"]) for each in found.documents] == [
        ("a/terms.md", "a/terms.md"),
        ("b/terms.md", "b/terms.md"),
        ("other", "c/other.md"),
    ]
    assert [each.document for each in found.facts[FACT].sides[0].evidence] == ["a/terms.md", "b/terms.md", "other"]


def test_without_a_folder_paths_are_names(tmp_path: Path) -> None:
    found = EXTRACTOR.extract([at(tmp_path / "a" / "terms.md", TERMS)], vendor="acme")
    assert found.documents[0]["path"] == "terms.md"


def test_a_name_that_is_no_utf_8(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        EXTRACTOR.extract([at(tmp_path / "terms\udcff.md", TERMS)], vendor="acme")
    assert caught.value.message == "has a name that is no UTF-8; rename it"


def test_a_document_without_clauses() -> None:
    with pytest.raises(DocumentError) as caught:
        EXTRACTOR.facts_of(document("[](of-the-and)"), "en")
    assert caught.value.message == "found no clause; expected the terms of a vendor"


def test_incorporated_documents_and_their_own_type() -> None:
    text = f"{TERMS}The DPA and the Terms of Service form part of this.\n"
    found = EXTRACTOR.extract(
        [document(text), document("# Data Processing Addendum\n\nThis is the addendum to the terms of it.", "dpa.md")],
        vendor="acme",
    )
    assert [(each["type"], each["documents"]) for each in found.incorporated] == [("dpa", ["dpa"])]


def test_facts_come_in_the_order_of_the_ontology_then_own(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_text(
        "kind: presence\ntitle: T\ntype: bool\nmeaning: M\nlanguages:\n  en:\n    readings:\n      - {value: true, all: [renews]}\n"
    )
    own = (OwnFact(FactInfo("a.b", "T", "bool", (), "M"), path, path.read_text()),)
    found = Extractor(own).extract([document(TERMS + DAYS.format(30))], vendor="acme")
    shipped = EXTRACTOR.extract([document(TERMS + DAYS.format(30))], vendor="acme").facts
    assert list(found.facts) == [*shipped, "a.b"]
    assert found.facts["a.b"].sides[0].value is True


def test_patterns_and_clauses() -> None:
    assert list(EXTRACTOR.faults("en", {"readings": [{"value": True, "all": ["{may}"]}]})) == []
    [(place, fault)] = EXTRACTOR.faults("fr", {"readings": [{"value": True, "all": ["{nothing}"]}]})
    assert (place, fault) == (
        ("readings", 0, "all", 0),
        "'{nothing}' is no word of the definition and no macro of fr.yaml",
    )
    assert [each.text for each in EXTRACTOR.clauses_of(document("We may. You may."), "en")] == [
        "VENDOR may.",
        "CUSTOMER may.",
    ]


def test_candidates_of_what_is_not_stated() -> None:
    extractor = Extractor()
    text = f"{TERMS}{DAYS.format(30)}\nThe vendor and its insurers pay damages up to the cap of liability of fees paid in months.\n"
    every = extractor.candidates(document(text))
    stated = extractor.facts_of(document(text), "en")
    assert every
    assert {each.fact for each in every}.isdisjoint(stated)
    cap = [each for each in every if each.fact == "liability.cap_months"]
    assert cap and cap[0].clause.text.endswith("paid in months.")
    again = extractor.candidates(document(text), ["liability.cap_months"])
    assert [(each.fact, each.clause.text) for each in again] == [(each.fact, each.clause.text) for each in cap]
    assert extractor.candidates(document(text), [FACT])[0].fact == FACT
