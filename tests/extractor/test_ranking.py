"""Several clauses of one fact: the worst decides or conflicts, unless the text itself ranks them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vendorlint_extractor import parse_document

from ..reading import EXTRACTOR

EN = "# Northwind Terms of Service\n\nNorthwind (“we”, “us”) provides the Services to you (“Customer”).\n\n"
FR = "# Conditions générales d'utilisation\n\nLa société Aurel (« nous ») fournit le Service au Client (« vous »).\n\n"
HEADS = {"en": EN, "fr": FR}

TRAIN = "## 3. Content\n\n3.1 We may use Customer Content to train our AI models.\n\n"
NEVER = "3.2 We will not use Customer Content to train AI models.\n\n"
NOTICE = "## 8. Changes\n\n8.1 We may amend these Terms on 30 days' notice by email.\n\n"
ENTRAINER = "## 3. Contenus\n\n3.1 Nous pouvons utiliser vos contenus pour entraîner nos modèles d'IA.\n\n"
JAMAIS = "3.2 Nous n'utilisons pas vos contenus pour entraîner des modèles d'IA.\n\n"
PREAVIS = "## 8. Modifications\n\n8.1 Nous pouvons modifier les présentes conditions moyennant un préavis de trente jours.\n\n"
OF = {"t": "ai.training.customer_content", "n": "change.notice", "c": "ai.training.consent", "d": "change.notice_days"}
CASES = [
    # Nothing ranks them: the worst first, and the worst is the value.
    ("en", "t", TRAIN + NEVER, ["permitted", "prohibited"]),
    (
        "en",
        "n",
        NOTICE + "## 9. General\n\n9.1 We may amend these Terms at any time without notice.\n",
        ["none", "advance"],
    ),
    ("fr", "t", ENTRAINER + JAMAIS, ["permitted", "prohibited"]),
    (
        "fr",
        "n",
        PREAVIS + "## 9. Divers\n\n9.1 Nous pouvons modifier les présentes conditions sans préavis.\n",
        ["none", "advance"],
    ),
    # A clause prevails, over all or over the section that it names.
    (
        "en",
        "t",
        TRAIN + "3.2 Notwithstanding the above, we will not use Customer Content to train AI models.\n",
        "prohibited",
    ),
    (
        "en",
        "t",
        TRAIN + "## 4. AI\n\nDespite section 3.1, we do not use Customer Content to train AI models.\n",
        "prohibited",
    ),
    (
        "en",
        "t",
        TRAIN + "## 4. AI\n\nDespite section 7, we do not use Customer Content to train AI models.\n",
        ["permitted", "prohibited"],
    ),
    (
        "fr",
        "t",
        ENTRAINER
        + "3.2 Nonobstant ce qui précède, nous n'utilisons pas vos contenus pour entraîner nos modèles d'IA.\n",
        "prohibited",
    ),
    # It takes up what stands just above it, and nothing else.
    ("en", "t", TRAIN + "However, we will never use Customer Content to train AI models.\n", "prohibited"),
    (
        "en",
        "t",
        TRAIN + "## 4. AI\n\nHowever, we will never use Customer Content to train AI models.\n",
        ["permitted", "prohibited"],
    ),
    (
        "fr",
        "t",
        ENTRAINER + "Toutefois, nous n'utilisons jamais vos contenus pour entraîner nos modèles d'IA.\n",
        "prohibited",
    ),
    # It yields to the section that it names.
    (
        "en",
        "t",
        "## 2. Content\n\nSubject to section 3, we may use Customer Content to train our AI models.\n\n## 3. AI\n\n"
        + NEVER,
        "prohibited",
    ),
    (
        "fr",
        "t",
        "## 2. Contenus\n\nSous réserve de l'article 3, nous pouvons utiliser vos contenus pour entraîner nos modèles d'IA.\n\n## 3. IA\n\n"
        + JAMAIS,
        "prohibited",
    ),
    # A section governs.
    (
        "en",
        "t",
        TRAIN
        + "## 4. AI\n\nIn the event of a conflict, this section prevails.\n\n4.2 We will not use Customer Content to train AI models.\n",
        "prohibited",
    ),
    (
        "fr",
        "t",
        ENTRAINER
        + "## 4. IA\n\nEn cas de contradiction, le présent article prévaut.\n\n4.2 Nous n'utilisons pas vos contenus pour entraîner des modèles d'IA.\n",
        "prohibited",
    ),
    # What refers to a permission is part of it; a sentence of its own is another clause.
    ("en", "t", TRAIN + "We do so only if you opt in.\n", "conditional"),
    ("en", "c", TRAIN + "We do so only if you opt in.\n", "opt_in"),
    ("en", "c", TRAIN + "You can opt out of this in your settings.\n", "opt_out"),
    (
        "en",
        "t",
        TRAIN + "## 4. AI\n\nWe train AI models on Customer Content only if you opt in.\n",
        ["permitted", "conditional"],
    ),
    ("en", "c", TRAIN + "## 4. AI\n\nWe train AI models on Customer Content only if you opt in.\n", "none"),
    ("fr", "t", ENTRAINER + "Cette utilisation suppose votre consentement.\n", "conditional"),
    # A ban is what a permission that depends on the customer narrows.
    (
        "en",
        "t",
        NEVER + "## 4. AI\n\nIf you opt in, we may use Customer Content to train our AI models.\n",
        "conditional",
    ),
    # Numbers of one case conflict; a case of its own stands behind.
    (
        "en",
        "d",
        NOTICE + "## 9. General\n\nWe will give you 10 days' notice before a change to these Terms.\n",
        [10, 30],
    ),
    (
        "en",
        "d",
        NOTICE + "## 9. General\n\nFor government entities, we give 10 days' notice of changes to these Terms.\n",
        30,
    ),
]


def read(language: str, text: str) -> dict[str, Any]:
    document = parse_document(HEADS[language] + text, path=Path("terms.md"), document_id="terms")
    return {fact: each.to_dict() for fact, each in EXTRACTOR.facts_of(document, language).items()}


@pytest.mark.parametrize(("language", "fact", "text", "expected"), CASES)
def test_what_clauses_come_to(language: str, fact: str, text: str, expected: Any) -> None:
    node = read(language, text)[OF[fact]]
    found = [side["value"] for side in node["conflict"]] if "conflict" in node else node["value"]
    assert found == expected
    if isinstance(expected, list):
        assert node["value"] == expected[0]


def test_the_outranked_clause_is_quoted_with_the_words_that_rank() -> None:
    node = read("en", TRAIN + "3.2 Notwithstanding the above, we will not use Customer Content to train AI models.\n")
    first, second = node[OF["t"]]["evidence"]
    assert ("role" in first, "Notwithstanding the above" in first["words"]) == (False, True)
    assert (second["role"], "may use Customer Content" in second["quote"]) == ("outranked", True)


def test_the_words_that_yield_are_those_of_the_clause_that_does() -> None:
    text = (
        "## 2. Content\n\nSubject to section 3, we may use Customer Content to train our AI models.\n\n## 3. AI\n\n"
        + NEVER
    )
    first, second = read("en", text)[OF["t"]]["evidence"]
    assert ("role" in first, second["role"], "Subject to section 3" in second["words"]) == (False, "outranked", True)


def test_the_clause_that_lets_a_section_govern_is_evidence() -> None:
    text = (
        TRAIN
        + "## 4. AI\n\nIn the event of a conflict, this section prevails.\n\n4.2 We will not use Customer Content to train AI models.\n"
    )
    roles = [piece.get("role", "statement") for piece in read("en", text)[OF["t"]]["evidence"]]
    assert roles == ["statement", "exception", "outranked"]


def test_a_lead_in_shows_the_words_that_turn_its_items() -> None:
    text = "## 3. Content\n\nWe shall not:\n\n- use Customer Content to train AI models;\n- sell Customer Content.\n"
    first, lead_in = read("en", text)[OF["t"]]["evidence"]
    assert ("train AI models" in first["quote"], lead_in["role"], lead_in["words"]) == (True, "lead_in", ["shall not"])


def test_the_sentence_that_makes_a_permission_conditional_is_evidence() -> None:
    first, second = read("en", TRAIN + "We do so only if you opt in.\n")[OF["t"]]["evidence"]
    assert ("may use" in first["quote"], second["role"]) == (True, "exception")


def test_every_clause_that_states_a_value_is_evidence() -> None:
    text = "".join(
        f"## {n}. Part\n\nWe will not use Customer Content to train AI models of kind {n}.\n\n" for n in range(1, 9)
    )
    assert len(read("en", text)[OF["t"]]["evidence"]) == 8


def test_a_fact_without_an_order_of_risk_conflicts_without_a_value() -> None:
    text = "## 9. Law\n\nThese Terms are governed by the laws of France.\n\n## 12. General\n\nThese Terms are governed by the laws of Spain.\n"
    node = read("en", text)["dispute.governing_law"]
    assert ("value" in node, [side["value"] for side in node["conflict"]]) == (False, ["FR", "ES"])
    for named in ("England", "Spain"):
        text = f"## 9. Law\n\nThese Terms are governed by the laws of France. For customers in {named}, the laws of {named} apply.\n"
        assert read("en", text)["dispute.governing_law"]["value"] == "FR"


def test_many_clauses_that_rank_take_linear_time() -> None:
    line = "Notwithstanding the above, we may use Customer Content to train our AI models. However, we will not use Customer Content to train AI models.\n\n"
    assert read("en", "## 3. Content\n\n" + line * 400)[OF["t"]]
