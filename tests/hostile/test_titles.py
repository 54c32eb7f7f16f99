"""Titles that seem to be about some customers, and are about everybody: what stands under them is said of this one; and look-alikes."""

from __future__ import annotations

import pytest

from .test_wording import FORM, TRAIN, value

EVERYBODY = [
    "Additional terms for existing customers",
    "Additional terms for authorised users",
    "Special terms for legal persons",
    "Additional terms for all users of the service",
    "Additional terms for customers located on Earth",
    "Additional terms for customers in any country of the world",
    "Additional terms for customers in all countries except Liechtenstein",
    "Additional terms for customers outside Antarctica",
    "Additional terms for the services",
    "Additional terms for customers with an account",
]
TOUS = [
    "Conditions particulières applicables aux clients existants",
    "Conditions supplémentaires pour tous les utilisateurs du service",
    "Conditions particulières pour les clients de tous les pays",
]
SOME = [
    "Additional terms for mobile apps",
    "Additional terms for government customers",
    "Additional terms for customers in Brazil",
    "Additional terms for the Orbita Gallery",
    "Additional terms for users of the beta",
    "Special terms for resellers",
]
CERTAINS = [
    "Conditions particulières applicables aux applications mobiles",
    "Conditions particulières pour les clients au Brésil",
    "Conditions particulières aux revendeurs",
]


@pytest.mark.parametrize(("language", "title"), [*(("en", t) for t in EVERYBODY), *(("fr", t) for t in TOUS)])
def test_what_is_said_of_everybody_is_said_of_the_customer(language: str, title: str) -> None:
    assert value(under(title, language), "ai.training.customer_content", language) == "permitted"


@pytest.mark.parametrize(("language", "title"), [*(("en", t) for t in SOME), *(("fr", t) for t in CERTAINS)])
def test_what_is_said_of_some_is_not(language: str, title: str) -> None:
    assert value(under(title, language), "ai.training.customer_content", language) == "prohibited"


def under(title: str, language: str) -> str:
    """A ban for everybody, and the opposite under a title."""
    ban = "Provider shall not use Customer Data to train AI models."
    interdit = "Le Prestataire n'utilise pas les Données du Client pour entraîner des modèles d'IA."
    said = f"{TRAIN if language == 'en' else FORM}."
    return f"2.3 {ban if language == 'en' else interdit}\n\n## 8. {title}\n\n8.1 {said}\n"
