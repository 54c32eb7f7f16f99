"""What the labelled terms must show, where they are at hand: they belong to their vendors and are no part of this repository."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from gold import UNSET, gold

from vendorlint_extractor import read_document

from ..reading import EXTRACTOR

GOLD = (gold() or Path()) / "dev" / "docs"
pytestmark = pytest.mark.skipif(gold() is None, reason=UNSET)


def training_and_licence(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    facts = EXTRACTOR.extract([read_document(GOLD / f"{name}.md")], vendor="vendor").to_dict()["facts"]
    training = {fact: node.get("value") for fact, node in facts.get("ai", {}).get("training", {}).items()}
    names = ("duration", "sublicensable", "purposes")
    return training, {fact: facts["licence"][fact]["value"] for fact in names if fact in facts["licence"]}


@pytest.mark.parametrize(
    ("name", "training"),
    [
        ("zoom-tos-2023-07", {"customer_content": "permitted", "usage_data": "permitted", "consent": "none"}),
        ("zoom-tos-2023-08-07", {"customer_content": "conditional", "usage_data": "permitted", "consent": "opt_in"}),
        ("zoom-tos-2023-08-11", {"customer_content": "prohibited", "third_parties": "prohibited"}),
        # A flat permission in the licence, beside one that the customer may refuse: the worse of the two.
        ("github-tos", {"customer_content": "permitted", "consent": "none", "third_parties": "prohibited"}),
        ("linear-tos", {}),
    ],
)
def test_ai_training(name: str, training: dict[str, str]) -> None:
    assert training_and_licence(name)[0] == training


def test_a_ban_on_training_leaves_the_licence_perpetual() -> None:
    assert training_and_licence("zoom-tos-2023-08-11")[1] == {
        "duration": "perpetual",
        "sublicensable": True,
        "purposes": ["legal_compliance", "provide_service", "security"],
    }
