"""Favourable terms that say of themselves that they do not hold, or not for this customer: a note tells of it; and what looks alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint_extractor import Extractor, parse_document

from ..command import run_command
from .repositories import CLAUSES, HOME, TODAY, honest
from .test_wording import HEADS

EXTRACTOR = Extractor()
SAID = {
    "en": [
        "This version has been superseded by the terms at our site.",
        "These terms are no longer in force.",
        "This document is illustrative only.",
        "This agreement is not legally binding.",
        "This text is a convenience translation.",
        "In case of conflict the Japanese version prevails over this English version.",
        "This agreement applies only to customers in Monaco.",
        "These terms are for consumers only.",
        "This agreement applies to the Archive product and to no other.",
        "This agreement does not apply to customers who buy online.",
        "This agreement applies only to orders placed before 1 January 2020.",
        "The binding terms are published at our site.",
        "Click-through terms presented to users take precedence over this agreement.",
        "Provider's data policy prevails over this agreement.",
    ],
    "fr": [
        "Cette version est remplacée par les conditions en ligne.",
        "Ce document n'est pas contraignant.",
        "Ce document est fourni à titre indicatif.",
        "Ce texte est une simple traduction.",
        "En cas de divergence, la version anglaise prévaut.",
        "Le présent contrat s'applique uniquement aux clients établis à Monaco.",
    ],
}
UNSAID = {
    "en": [
        "The headings in this agreement are for convenience only.",
        "These terms apply only to you and Provider.",
        "If this agreement is superseded by another, it ends.",
        "The English version prevails over any translation.",
        "The order form prevails over this agreement.",
        "This section applies only to customers in Monaco.",
        "This agreement replaces all earlier agreements.",
        "This policy does not apply to other websites.",
        "This agreement is binding on both parties.",
        "Provider archives this version of its logs.",
    ],
    "fr": [
        "Les titres du présent contrat sont donnés à titre indicatif.",
        "La version française prévaut.",
        "Cette section s'applique uniquement aux clients établis à Monaco.",
        "Le présent contrat remplace tout accord antérieur.",
        "Ces données sont destinées uniquement à nos services.",
    ],
}
TITLES = [
    "# DRAFT - not for signature",
    "# Orbita Terms (archived)",
    "# Sample only",
    "# Trial terms",
    "# Previous version of our terms",
]
NAMES = [
    "# Orbita Terms",
    "# Sample handling agreement",
    "# Draft Kings terms of use",
    "# Terms of the archive service",
]


def kinds(text: str, language: str = "en") -> list[str]:
    document = parse_document(text, path=Path("t.md"), document_id="t")
    return [each["kind"] for each in EXTRACTOR.extract([document], vendor="orbita").documents[0].get("notes", [])]


@pytest.mark.parametrize(("language", "text"), [(code, each) for code, texts in SAID.items() for each in texts])
def test_what_a_document_says_of_its_own_standing_is_told(language: str, text: str) -> None:
    assert kinds(f"{HEADS[language]}9.1 {text}\n") == ["standing"]


@pytest.mark.parametrize(("language", "text"), [(code, each) for code, texts in UNSAID.items() for each in texts])
def test_what_it_says_of_others_is_not(language: str, text: str) -> None:
    assert kinds(f"{HEADS[language]}9.1 {text}\n") == []


@pytest.mark.parametrize(("title", "told"), [*((each, True) for each in TITLES), *((each, False) for each in NAMES)])
def test_so_are_titles(title: str, told: bool) -> None:
    assert (kinds(title + HEADS["en"].removeprefix("# Orbita Terms")) == ["standing"]) is told


def test_a_check_tells_it_and_no_rule_judges_it(tmp_path: Path) -> None:
    made = honest(CLAUSES[0], said=False)
    made.facts = None
    made.write(tmp_path)
    terms = next((tmp_path / HOME).glob("*.md"))
    terms.write_text(terms.read_text() + "\nThis agreement applies only to customers in Monaco.\n")
    run = run_command("check", "--today", TODAY, cwd=tmp_path, environ={})
    assert "the document says of itself that it holds no longer, not yet or not for all" in run.out
    assert "documents-as-seen" not in run.out
