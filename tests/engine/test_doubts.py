"""Clauses that may take back what others promise, and those that only name them or speak of the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint_extractor import parse_document

from ..reading import EXTRACTOR

AGREEMENTS = {
    "en": """\
# Terms of Service

This Agreement is between Orbita Inc. ("Provider") and the customer ("Customer").

## 1. Data

1.1 Provider shall not sell Personal Data.

1.2 Customer may audit Provider once a year.

1.3 Provider shall notify Customer of a personal data breach within 24 hours.

1.4 Provider processes Personal Data only on documented instructions of Customer.

## 2. Liability

2.1 Each party's liability is limited to the fees paid in the 24 months before the claim.

2.2 On termination Provider deletes Customer Data.

""",
    "fr": """\
# Contrat

Le présent contrat lie Orbita SAS (« Prestataire ») et le client (« Client »).

## 1. Données

1.1 Le Prestataire ne vend pas les données personnelles.

1.2 Le Client peut auditer le Prestataire une fois par an.

1.3 Le Prestataire notifie au Client toute violation de données personnelles dans les 24 heures.

""",
}
SALE, AUDIT, HOURS, GONE = "data.sale", "data.audit", "data.breach_notice_hours", "data.deletion_on_termination"


def doubts(language: str, text: str, *others: str) -> dict[str, str]:
    """The facts that clauses may take back, each with the words that do."""
    documents = [
        parse_document(each, path=Path(f"{at}.md"), document_id=f"d{at}")
        for at, each in enumerate([AGREEMENTS[language] + text + "\n", *others])
    ]
    found = EXTRACTOR.extract(documents, vendor="orbita").facts
    return {fact: stated.doubts[0].words[0] for fact, stated in found.items() if stated.doubts}


@pytest.mark.parametrize(
    ("language", "text", "fact", "words"),
    [
        ("en", "2.3 The right of 1.2 rests while Provider holds a certificate.", AUDIT, "rests while"),
        ("en", "2.3 Audits under 1.2 are charged at USD 9,000 a day.", AUDIT, "are charged at"),
        ("en", "2.3 For 2.1, the fees paid are taken to be USD 10.", "liability.cap_months", "are taken to"),
        ("en", "2.3 The time under 1.3 begins with the report of an expert.", HOURS, "time under 1.3 begins"),
        ("en", "2.3 In 1.3, hours are those at the seat of Provider.", HOURS, "1.3"),
        ("en", "2.3 The 24 months of 2.1 begin anew with each payment.", "liability.cap_months", "2.1"),
        ("fr", "1.4 Pour l'article 1.3, seules comptent les heures ouvrées.", HOURS, "1.3"),
        ("en", '2.3 "Documented instructions" includes what Provider reasonably believes Customer to want.', "data.instructions_only", "Provider reasonably believes"),
        ("en", '2.3 To "sell" denotes a transfer for cash consideration only.', SALE, "cash consideration only"),
        ("en", "2.3 Data counts as deleted once nobody can see it.", GONE, "counts as deleted"),
        ("en", "2.3 Provider may commercialise datasets made of Customer Data.", SALE, "commercialise datasets"),
        ("fr", "1.4 Le délai de l'article 1.3 court à compter de la fin de l'enquête.", HOURS, "court à compter"),
        ("fr", "1.4 L'avis de l'article 1.3 est réputé donné par une publication.", HOURS, "est réputé"),
        ("fr", "1.4 Le Prestataire peut valoriser les fichiers issus des données personnelles.", SALE, "valoriser les fichiers"),
    ],
)  # fmt: skip
def test_what_may_take_a_promise_back(language: str, text: str, fact: str, words: str) -> None:
    assert words in doubts(language, text)[fact]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "2.3 Customer shall announce audits under 1.2 thirty days before."),
        ("en", "2.3 Notices pursuant to section 1.3 are deemed received on the day after they were sent."),
        ("en", "2.3 Sections 1.1 and 1.2 survive the end of this Agreement."),
        ("en", "2.3 The parties shall comply with 1.4 at all times."),
        ("en", "2.3 The Service has the functions of version 1.2 and is deemed accepted."),
        ("en", "2.3 Section 1.2 survives the end of this Agreement."),
        ("en", "2.3 Obligations under 1.3 are those of Provider alone."),
        ("en", '2.3 "Sell" has the meaning given in the CCPA.'),
        ("en", '2.3 "Documented instructions" means the instructions in this Agreement and later ones in writing.'),
        ("en", "2.3 Customer Data is deleted from backups within 30 days of the end."),
        ("fr", "1.4 Les articles 1.1 et 1.2 survivent à la fin du contrat."),
        ("fr", "1.4 L'audit prévu à l'article 1.2 est annoncé trente jours à l'avance."),
        ("fr", "1.4 Conformément à l'article 1.3, le délai court à compter de la connaissance de la violation."),
    ],
)
def test_what_takes_nothing_back(language: str, text: str) -> None:
    assert doubts(language, text) == {}


def test_what_is_read_as_adverse_is_no_doubt_of_it() -> None:
    assert SALE not in doubts("en", "2.3 Provider may sell Personal Data.")


def test_only_documents_that_have_a_say_in_it() -> None:
    """A privacy policy stands behind the agreement, and is about others."""
    policy = '# Privacy Policy\n\nOrbita Inc. ("we") may commercialise data on visitors of its website.\n'
    assert doubts("en", "", policy) == {}
    order = "# Order Form\n\nProvider may commercialise datasets made of Customer Data.\n"
    assert SALE in doubts("en", "", order)
