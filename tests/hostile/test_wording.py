"""What a hostile drafter writes so that an adverse clause is not read, kind by kind, in both languages; and what looks alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vendorlint_extractor import Extractor, parse_document

EXTRACTOR = Extractor()
HEADS = {
    "en": '# Orbita Terms\n\nThis agreement is between Orbita Inc. ("Provider") and the customer ("Customer").\n\n1.1 Customer owns all Customer Data.\n\n',
    "fr": "# Conditions Orbita\n\nLe présent contrat est conclu entre Orbita SAS (« Prestataire ») et le client (« Client »).\n\n1.1 Le Client reste propriétaire des Données du Client.\n\n",
}
TRAIN = "Provider may use Customer Data to train its AI models"
FORM = "Le Prestataire peut utiliser les Données du Client pour entraîner ses modèles d'IA"
END = "terminate this agreement at any time for any reason"
FIN = "résilier le contrat à tout moment sans motif"


def value(text: str, fact: str, language: str = "en", head: str | None = None) -> Any:
    document = parse_document((HEADS[language] if head is None else head) + text, path=Path("t.md"), document_id="t")
    found = EXTRACTOR.extract([document], vendor="orbita").facts.get(fact)
    return found.sides[0].value if found and found.sides else None


TRAINED = {
    # Where text states nothing.
    "a summary": f"## Summary\n\n{TRAIN}.",
    "an overview": f"## Overview\n\n- {TRAIN}.",
    "a table of contents": f"## Table of Contents\n\n- {TRAIN}.",
    "in short": f"In short: {TRAIN}.",
    "a heading without a stop": f"## {TRAIN}",
    "an example": f"Example: {TRAIN}.",
    "a definition with a right": f'"Data Use" means that {TRAIN}.',
    # Other names.
    "data by less": '1.2 "Usage Data" means Customer Data and logs.\n\n2.1 Provider may use Usage Data to train its AI models.',
    "data by anything": '1.2 "Usage Data" means anything that Customer puts into the Service.\n\n2.1 Provider may use Usage Data to train its AI models.',
    "anonymised by name": '1.2 "Anonymised Data" means Customer Data.\n\n2.1 Provider may use Anonymised Data to train its AI models.',
    "data by another word": '1.2 "Insights" means any Customer Data.\n\n2.1 Provider may use Insights to train its AI models.',
    "models by another word": '1.2 "Tools" means Provider\'s AI models.\n\n2.1 Provider may use Customer Data to train the Tools.',
    # A reason with a negation in front.
    "because it cannot": "2.1 Because Provider cannot improve otherwise, it uses Customer Data to train its AI models.",
}
FORMES = {
    "un résumé": f"## En résumé\n\n{FORM}.",
    "un titre": f"## {FORM}",
    "une définition": f"« Usage » désigne le fait que {FORM[0].lower()}{FORM[1:]}.",
    "des données": "1.2 « Données d'usage » désigne les Données du Client et les journaux.\n\n2.1 Le Prestataire peut utiliser les Données d'usage pour entraîner ses modèles d'IA.",
    "des modèles": "1.2 « Outils » désigne les modèles d'IA du Prestataire.\n\n2.1 Le Prestataire peut utiliser les Données du Client pour entraîner les Outils.",
}


@pytest.mark.parametrize("text", TRAINED.values(), ids=TRAINED)
def test_training_is_read(text: str) -> None:
    assert value(text, "ai.training.customer_content") == "permitted"


@pytest.mark.parametrize("text", FORMES.values(), ids=FORMES)
def test_training_is_read_in_french(text: str) -> None:
    assert value(text, "ai.training.customer_content", "fr") == "permitted"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"## Summary\n\n{TRAIN}.\n\n## 2. Data\n\n2.1 Provider will not use Customer Data to train AI models.", "prohibited"),
        ("## Summary\n\nProvider will not use Customer Data to train AI models.", None),
        (f"## May {TRAIN[:8]} use Customer Data to train its AI models?", None),
        ('"Misuse" means to use Customer Data to train AI models.', None),
        ("2.1 Provider will not use Customer Data to train its AI models on Sundays.", "conditional"),
        ("2.1 Provider will not use Customer Data to train its AI models on Sundays or on any other day.", "prohibited"),
        ("2.1 After termination or before, Provider will not use Customer Data to train its AI models.", "prohibited"),
    ],
)  # fmt: skip
def test_what_states_nothing_promises_nothing_and_yields_to_what_does(text: str, found: str | None) -> None:
    assert value(text, "ai.training.customer_content") == found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f'1.2 "Rulebook" means this agreement.\n\n2.1 Provider may {END.replace("this agreement", "the Rulebook")}.', "en"),
        (f'1.2 "Steward" means Provider.\n\n2.1 The Steward may {END}.', "en"),
        (f'1.2 Provider is called the "Steward".\n\n2.1 The Steward may {END}.', "en"),
        (f'1.2 "Charter" means the Rulebook. "Rulebook" means this agreement.\n\n2.1 Provider may {END.replace("this agreement", "the Charter")}.', "en"),
        (f"2.1 If Customer is a company, Provider may {END}.", "en"),
        (f"2.1 When Customer's trial ends, Provider may {END}.", "en"),
        (f"2.1 Not only on the free plan, but on all plans, Provider may {END}.", "en"),
        (f"1.2 « Opérateur » désigne le Prestataire.\n\n2.1 L'Opérateur peut {FIN}.", "fr"),
        (f"1.2 Le Prestataire est ci-après dénommé l'« Opérateur ».\n\n2.1 L'Opérateur peut {FIN}.", "fr"),
        (f"2.1 Si le Client est une société, le Prestataire peut {FIN}.", "fr"),
        (f"2.1 Lorsque la période d'abonnement prend fin, le Prestataire peut {FIN}.", "fr"),
    ],
)  # fmt: skip
def test_an_end_at_will_is_read(text: str, language: str) -> None:
    assert value(text, "termination.vendor_convenience", language) is True


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"2.1 If Customer is in breach, Provider may {END}.", "en"),
        ("2.1 If Customer is a company and Provider terminates this agreement for any reason, fees are repaid.", "en"),
        (f"2.1 Si le Client est en situation de manquement, le Prestataire peut {FIN}.", "fr"),
    ],
)
def test_an_end_for_cause_or_supposed_is_none_at_will(text: str, language: str) -> None:
    assert value(text, "termination.vendor_convenience", language) is None


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("You grant Zenith an irrevocable, worldwide licence to use and display Your Content.", "# Addendum\n\n"),
        ("Vous concédez à Zenith une licence irrévocable et mondiale d'utiliser vos contenus.", "# Avenant\n\nCet avenant est joint au contrat.\n\n"),
    ],
)  # fmt: skip
def test_an_addendum_without_a_preamble_names_its_vendor_by_the_grant(text: str, head: str) -> None:
    assert value(text, "licence.irrevocable", head=head) is True


FOREIGN = {
    "en": (
        "Le Prestataire peut utiliser les Données du Client pour entraîner ses modèles d'IA.",
        "Cela sert le Client.",
    ),
    "fr": ("Provider may use Customer Data to train its AI models.", "This is what the parties agree to."),
}


@pytest.mark.parametrize("language", HEADS)
@pytest.mark.parametrize("form", ["2.1 {0}", "2.1 {1} {0}", "- {0}", "| a | {0} |\n|---|---|\n| b | {1} |"])
def test_a_clause_in_the_other_language_is_read(language: str, form: str) -> None:
    assert value(form.format(*FOREIGN[language]), "ai.training.customer_content", language) == "permitted"


def test_a_sentence_in_the_other_language_within_a_paragraph_is_read() -> None:
    text = f"2.1 Customer may cancel at any time. {FOREIGN['en'][0]} Fees are due in advance."
    assert value(text, "ai.training.customer_content") == "permitted"


@pytest.mark.parametrize("language", HEADS)
def test_a_paragraph_in_a_language_that_is_not_read_is_told(language: str) -> None:
    german = "Der Anbieter darf die Daten des Kunden nutzen, um seine Modelle zu trainieren, und er darf sie mit Dritten teilen."
    own = "".join(HEADS[language].splitlines()[-1:]) * 5
    document = parse_document(f"{HEADS[language]}2.1 {german}\n\n{own}\n", path=Path("t.md"), document_id="t")
    found = EXTRACTOR.extract([document], vendor="orbita").documents[0]
    assert found["notes"] == [{"kind": "other_language", "place": "line 7", "words": 20}]
