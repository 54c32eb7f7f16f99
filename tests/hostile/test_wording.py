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
    own = FOREIGN["fr" if language == "en" else "en"][1] * 9
    document = parse_document(f"{HEADS[language]}2.1 {german}\n\n{own}\n", path=Path("t.md"), document_id="t")
    found = EXTRACTOR.extract([document], vendor="orbita").documents[0]
    assert found["notes"] == [{"kind": "other_language", "place": "line 7", "words": 20}]


@pytest.mark.parametrize(
    "text",
    [
        "R U L E S  O F  T H E  H A R B O U R  A N D  I T S  Q U A Y S",
        "Signed by: / s /  A n n a  d e  l a  M a r c a",
        "Pages must keep to a normal ad rate: no auto ad refresh above 3x per minute, per page and per ad.",
    ],
)
def test_spaced_letters_and_a_few_borrowed_words_are_no_other_language(text: str) -> None:
    document = parse_document(
        f"{HEADS['en']}2.1 {text}\n\n{FOREIGN['fr'][1] * 9}\n", path=Path("t.md"), document_id="t"
    )
    assert "notes" not in EXTRACTOR.extract([document], vendor="orbita").documents[0]


BANS = {
    "en": [
        "Provider does not currently use Customer Data to train its AI models.",
        "Provider will use reasonable efforts not to use Customer Data to train its AI models.",
        "Provider does not intend to use Customer Data to train its AI models.",
        "Provider will not knowingly use Customer Data to train its AI models.",
        "Provider will not use Customer Data solely to train its AI models.",
        "Provider will not use all Customer Data to train its AI models.",
        "Provider will not use unencrypted Customer Data to train its AI models.",
        "Provider will not use Customer Data to train its AI models for the first thirty days.",
        "Provider will not use Customer Data to train its AI models where the law prohibits it.",
        "Provider will not use Customer Data to train AI models of its competitors.",
        "Provider will not use Customer Data to train its AI models. This section does not apply to files.",
        "Provider will not use Customer Data to train its AI models.\n\n## 8. General\n\n8.1 Section 2.1 is deleted.",
        "Provider will not use Customer Data to train its AI models.\n\n8.1 The ban in section 2.1 applies only to large customers.",
    ],
    "fr": [
        "Le Prestataire n'utilise pas actuellement les Données du Client pour entraîner ses modèles d'IA.",
        "Le Prestataire s'efforce de ne pas utiliser les Données du Client pour entraîner ses modèles d'IA.",
        "Le Prestataire n'entend pas utiliser les Données du Client pour entraîner ses modèles d'IA.",
        "Le Prestataire n'utilise pas sciemment les Données du Client pour entraîner ses modèles d'IA.",
        "Le Prestataire n'utilise pas l'intégralité des Données du Client pour entraîner ses modèles d'IA.",
        "Le Prestataire n'utilise pas les Données du Client pour entraîner ses modèles d'IA. Cette interdiction ne s'applique pas aux fichiers.",
    ],
}  # fmt: skip
FREE = {
    "en": [
        "Provider is not prohibited from using Customer Data to train its AI models.",
        "Under no circumstances is Provider barred from training its AI models on Customer Data.",
        "It shall not be a breach of this agreement for Provider to use Customer Data to train its AI models.",
        "Provider does not need Customer's consent to use Customer Data to train its AI models.",
        "Provider will never stop using Customer Data to train its AI models.",
        "Provider cannot guarantee that Customer Data is not used to train its AI models.",
        "Provider will not sell Customer Data but uses it to train its AI models.",
        "Provider uses no Customer Data other than to train its AI models.",
        "Provider stores Customer Data. It may use it to train its AI models.",
        "Provider stores Customer Data. Such data may be used to train AI models.",
    ],
    "fr": [
        "Rien dans le contrat n'empêche le Prestataire d'utiliser les Données du Client pour entraîner ses modèles d'IA.",
        "Il n'est pas interdit au Prestataire d'utiliser les Données du Client pour entraîner ses modèles d'IA.",
        "Comme le Prestataire ne peut pas s'améliorer autrement, il utilise les Données du Client pour entraîner ses modèles d'IA.",
        "Le Prestataire ne vend pas les Données du Client mais les utilise pour entraîner ses modèles d'IA.",
        "Le Prestataire conserve les Données du Client. Il peut les utiliser pour entraîner ses modèles d'IA.",
        "Le Prestataire peut :\n\n- héberger les Données du Client ;\n- les utiliser pour entraîner ses modèles d'IA.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in BANS.items() for text in texts])
def test_a_ban_that_promises_less_is_none_of_the_whole(language: str, text: str) -> None:
    assert value(f"2.1 {text}", "ai.training.customer_content", language) == "conditional"


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in FREE.items() for text in texts])
def test_who_is_not_barred_may(language: str, text: str) -> None:
    assert value(f"2.1 {text}", "ai.training.customer_content", language) == "permitted"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Provider will not use Customer Data, directly or indirectly, to train its AI models."),
        ("en", "Provider currently stores Customer Data in Ohio; it will not use Customer Data to train its AI models."),
        ("fr", "Le Prestataire n'utilise en aucun cas les Données du Client pour entraîner ses modèles d'IA."),
    ],
)  # fmt: skip
def test_a_whole_ban_is_read_as_one(language: str, text: str) -> None:
    assert value(f"2.1 {text}", "ai.training.customer_content", language) == "prohibited"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Provider is not required to give notice before it changes these terms."),
        ("en", "Nothing obliges Provider to notify Customer before changing these terms."),
        ("fr", "Le Prestataire n'est pas tenu d'informer le Client avant de modifier les présentes conditions."),
    ],
)  # fmt: skip
def test_no_duty_to_tell_is_no_notice(language: str, text: str) -> None:
    assert value(f"2.1 {text}", "change.notice", language) == "none"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Customer grants Provider a licence to use Customer Data and waives any right to withdraw it."),
        ("en", "Customer grants Provider a licence to use Customer Data. The licence cannot be terminated or revoked by Customer."),
        ("fr", "Le Client concède au Prestataire une licence sur les Données du Client et renonce à la révoquer."),
    ],
)  # fmt: skip
def test_a_licence_that_nobody_may_end_is_irrevocable(language: str, text: str) -> None:
    assert value(f"2.1 {text}", "licence.irrevocable", language) is True


@pytest.mark.parametrize(
    "text",
    [
        "Provider will not use Customer Data to train AI models, except that Provider may use Customer Data to train its AI models.",
        "Provider will not train AI models on Customer Data, except that Provider may use Customer Data to train its AI models.",
        "Provider does not train AI models with Customer Data, provided that Provider may use Customer Data to train its AI models.",
    ],
)
def test_a_permission_in_the_exception_of_a_ban_on_the_same(text: str) -> None:
    assert value(f"2.1 {text}\n", "ai.training.customer_content") == "permitted"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Provider will not use Customer Data to train AI models unless it decides otherwise.", "en"),
        ("Provider will not use Customer Data to train AI models until Provider notifies Customer otherwise.", "en"),
        ("Provider will not use Customer Data to train AI models until further notice.", "en"),
        ("Le Prestataire n'utilise pas les Données du Client pour entraîner ses modèles d'IA, sauf si le Prestataire en décide autrement.", "fr"),
        ("Le Prestataire n'utilise pas les Données du Client pour entraîner ses modèles d'IA jusqu'à nouvel ordre.", "fr"),
    ],
)  # fmt: skip
def test_a_ban_that_the_vendor_may_end_is_none_and_asks_for_no_consent(text: str, language: str) -> None:
    facts = ("ai.training.customer_content", "ai.training.consent")
    assert [value(f"2.1 {text}\n", fact, language) for fact in facts] == ["conditional", None]
