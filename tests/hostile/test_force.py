"""A clause that takes the force from another by its number, or from all of the document; and what looks alike."""

from __future__ import annotations

import pytest

from .test_wording import value

BAN = "2.3 Provider shall not use Customer Data to train AI models.\n\n9.1 "
INTERDIT = "2.3 Le Prestataire n'utilise pas les Données du Client pour entraîner des modèles d'IA.\n\n9.1 "
VOID = [
    "Nothing in section 2 has effect.",
    "Section 2.3 has no legal effect.",
    "Sections 2.1 to 2.4 are of no effect.",
    "Section 2.3 is intentionally omitted.",
    "Clause 2.3 is not legally binding.",
    "Section 2 is no longer in force.",
    "Section 2.3 ceases to apply 30 days after signature.",
    "Section 2.3 takes effect on 1 January 2040.",
    "Section 2.3 is a statement of intention.",
    "Sections 1 and 2 do not form part of this agreement.",
    "Provider may suspend section 2.3 at any time.",
    "Customer agrees that Provider may act contrary to section 2.3.",
    "Provider has no obligation under section 2.3.",
    "What section 2.3 prohibits is permitted to Provider.",
    "Notwithstanding section 2.3, Provider may do what is prohibited there.",
    "Customer waives its rights under section 2.3.",
    'In section 2.3 the words "shall not" are replaced by "may".',
    "Section 2.3 is conditional upon a privacy fee.",
    "Section 2.3 may be withdrawn by Provider.",
    "Nothing in section 2.3 prevents Provider from using Customer Data as it likes.",
    "All prohibitions in this agreement are void.",
    "All undertakings of Provider in this agreement are aspirational.",
    'In this agreement "shall not" means "may".',
]
NUL = [
    "Rien dans l'article 2 n'empêche le Prestataire d'agir.",
    "L'article 2.3 n'a aucun effet.",
    "L'article 2.3 est réputé non écrit.",
    "Les articles 2.1 à 2.4 ne sont pas contraignants.",
    "L'article 2.3 cesse de s'appliquer après un mois.",
    "Le Prestataire peut à tout moment suspendre l'article 2.3.",
    "Le Prestataire n'est pas lié par l'article 2.3.",
    "Le Client renonce à l'article 2.3.",
    "Les engagements du Prestataire sont sans effet.",
]
HELD = [
    "Nothing in section 2 limits Provider's liability for death.",
    "Section 4.1 has no legal effect.",
    "Sections 3 to 5 are of no effect.",
    "If a court finds that section 2.3 is not binding, the rest stays in force.",
    "Section 2.3 expires upon termination of this agreement.",
    "Section 2.3 survives termination.",
    "Provider may not depart from section 2.3.",
    "Customer shall not act contrary to section 2.3.",
    "Provider has no obligation under section 2.3 if Customer publishes the data itself.",
    "Clause 2.3 of the Standard Contractual Clauses is omitted.",
    "The fees under section 2.3 may be waived by Provider.",
    'In section 2.3 "Customer Data" means data of users, too.',
    "All obligations of Provider are suspended while a strike lasts.",
    "If all restrictions in this agreement are void, it ends.",
    'In this agreement "may not" means "shall not".',
]
TENU = [
    "L'article 4.1 n'a aucun effet.",
    "Si l'article 2.3 n'est pas contraignant, le reste demeure.",
    "Le Prestataire ne peut pas suspendre l'article 2.3.",
    "La clause 2.3 des clauses contractuelles types est omise.",
]


@pytest.mark.parametrize(("language", "text"), [*(("en", each) for each in VOID), *(("fr", each) for each in NUL)])
def test_a_ban_without_force_is_none(language: str, text: str) -> None:
    ban = BAN if language == "en" else INTERDIT
    assert value(ban + text, "ai.training.customer_content", language) != "prohibited"


@pytest.mark.parametrize(("language", "text"), [*(("en", each) for each in HELD), *(("fr", each) for each in TENU)])
def test_a_ban_keeps_its_force(language: str, text: str) -> None:
    ban = BAN if language == "en" else INTERDIT
    assert value(ban + text, "ai.training.customer_content", language) == "prohibited"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Section 2.3 has no effect.", False),
        ("Nothing in section 2 is binding.", False),
        ("Section 3 has no effect.", True),
    ],
)
def test_so_is_a_promise(text: str, holds: bool) -> None:
    promise = "2.3 Provider shall indemnify Customer against claims by third parties that the Service infringes their rights.\n\n9.1 "
    assert bool(value(promise + text, "indemnity.by_vendor")) is holds
