"""Candidates: where a silent fact would be said. The clauses are in words that no pattern reads."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from vendorlint_extractor import Candidate, Document, parse_document

from ..reading import EXTRACTOR

ENGLISH = """# Terms of Service

By using the Service, Customer agrees to these Terms.

## 1. Fees

Customer pays the fees within 30 days of the invoice.

## 2. Wind-down

What Customer stored with us is taken off our disks, deletion following the end of the agreement by some weeks.

## 3. Examination

An examiner whom Customer sends may walk through our premises and audit what we keep there.

## 4. Weather

The weather is nobody's responsibility.
"""
FRENCH = """# Conditions générales

Le client accepte les présentes conditions en utilisant le service.

## 1. Prix

Le client règle ses factures sous 30 jours.

## 2. Fin

Une fois le contrat arrivé à son terme, la suppression de ce que le client avait déposé intervient.

## 3. Contrôles

Qui le client envoie peut mener un audit de nos locaux et regarder partout.

## 4. Météo

Personne ne répond de la météo.
"""


def document(text: str, name: str = "terms") -> Document:
    return parse_document(text, path=Path(f"{name}.md"), document_id=name)


def found(text: str, fact: str) -> list[Candidate]:
    return [each for each in EXTRACTOR.candidates(document(text), [fact]) if each.fact == fact]


@pytest.mark.parametrize(
    ("text", "fact", "words"),
    [
        (ENGLISH, "data.deletion_on_termination", "What Customer stored"),
        (ENGLISH, "data.audit", "An examiner whom"),
        (FRENCH, "data.deletion_on_termination", "Une fois le contrat"),
        (FRENCH, "data.audit", "Qui le client envoie"),
    ],
)
def test_the_closest_clause_comes_first(text: str, fact: str, words: str) -> None:
    first = found(text, fact)[0]
    begin, end = first.clause.pieces[-1].source()
    assert text[begin:end].startswith(words)


def test_by_default_it_looks_for_what_the_document_does_not_state() -> None:
    facts = {each.fact for each in EXTRACTOR.candidates(document(ENGLISH))}
    assert "data.deletion_on_termination" in facts
    assert "consent.acceptance" in EXTRACTOR.facts_of(document(ENGLISH), "en")
    assert "consent.acceptance" not in facts


def test_why_names_the_words_as_the_document_writes_them() -> None:
    why = found(ENGLISH, "data.deletion_on_termination")[0].why
    assert why.startswith("words of it: ")
    assert "deletion" in why.removeprefix("words of it: ").split(", ")


def test_what_sets_a_reading_aside_makes_no_candidate_less() -> None:
    """Negated, another's act, under a heading of other places: a person is shown it all the same."""
    text = ENGLISH.replace(
        "An examiner whom Customer sends may walk", "In Brazil no examiner of Customer may ever walk"
    )
    assert "no examiner of Customer" in text
    begin, end = found(text, "data.audit")[0].clause.pieces[-1].source()
    assert text[begin:end].startswith("In Brazil no examiner")


def test_a_telling_pattern_counts_where_others_of_its_reading_do_not_match() -> None:
    text = f"{ENGLISH}\n## 5. Visits\n\nMany people talk about how the customer may audit a supplier.\n"
    quotes = [text[slice(*each.clause.pieces[-1].source())] for each in found(text, "data.audit")]
    assert any(quote.startswith("Many people talk") for quote in quotes)


def test_a_title_counts_and_is_no_candidate_itself() -> None:
    text = f"{ENGLISH}\n## 5. Deletion of data on termination\n\nData is deleted at the end, within a while.\n"
    fact = "data.deletion_on_termination"
    assert "heading" not in {each.clause.kind for each in found(text, fact)}
    under = [
        next(each.closeness for each in found(terms, fact) if "within a while" in each.clause.text)
        for terms in (text, text.replace("Deletion of data on termination", "Other things"))
    ]
    assert under[0] > under[1]


def test_a_date_may_stand_in_a_heading() -> None:
    text = ENGLISH.replace("# Terms of Service", "# Terms of Service\n\n## Version in effect: spring")
    assert any(each.clause.kind == "heading" for each in found(text, "document.effective_date"))


def test_at_most_ten_of_a_fact_the_closest_first() -> None:
    text = ENGLISH + "".join(f"\n## {n}. Audits\n\nAudit number {n} of Customer is an audit.\n" for n in range(5, 30))
    kept = found(text, "data.audit")
    assert len(kept) == 10
    assert [each.closeness for each in kept] == sorted((each.closeness for each in kept), reverse=True)


def test_words_that_all_facts_share_are_no_candidates() -> None:
    assert [each for each in found(ENGLISH, "data.audit") if "weather" in each.clause.text] == []


def test_a_derived_fact_is_looked_for_by_what_it_derives_from() -> None:
    text = f"{ENGLISH}\n## 5. Models\n\nModels of the trade are tuned with what is uploaded; nobody is asked to opt in to training.\n"
    begin, end = found(text, "ai.training.consent")[0].clause.pieces[-1].source()
    assert text[begin:end].startswith("Models of the trade")


def test_the_clauses_of_an_extraction_are_not_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    terms = document(ENGLISH)
    EXTRACTOR.extract([terms], vendor="acme")
    monkeypatch.setattr("vendorlint_extractor.extraction.read_clauses", lambda *_: pytest.fail("read again"))
    assert EXTRACTOR.candidates(terms, ["data.audit"])


def test_no_facts_no_candidates() -> None:
    assert EXTRACTOR.candidates(document(ENGLISH), []) == []


@pytest.mark.slow
def test_the_time_grows_with_the_document_alone() -> None:
    def seconds(times: int) -> float:
        terms = document(ENGLISH * times)
        facts = [*EXTRACTOR.definitions]
        EXTRACTOR.extract([terms], vendor="acme")
        began = time.process_time()
        EXTRACTOR.candidates(terms, facts)
        return time.process_time() - began

    seconds(10)
    assert seconds(800) < 20 * max(seconds(100), 0.01)
