"""Where a second reader's word goes: one case for each row of the table in docs/second-reader.md, whole."""

from __future__ import annotations

from typing import Any

import pytest

from vendorlint.facts.file import fact_node
from vendorlint.facts.readings import Reading
from vendorlint.facts.rewrite import nest
from vendorlint.facts.second_view import Standing, Terms, with_readings
from vendorlint_extractor import ontology

INFOS = ontology.facts()
TERMS = Terms(INFOS, {"order": 0, "terms": 1}, lambda scope: scope.get("region") != "EEA")
TRAINING, LAW, PURPOSES = "ai.training.customer_content", "dispute.governing_law", "licence.purposes"
EEA = (("region", "EEA"),)
BUSINESS = (("plan", "business"),)


def clause(document: str, words: str) -> dict[str, Any]:
    return {"document": document, "lines": [1, 1], "column": 1, "quote": words}


def read(value: Any, document: str = "terms", confidence: str = "medium", **more: Any) -> dict[str, Any]:
    return {**more, "value": value, "confidence": confidence, "evidence": [clause(document, "What patterns quote.")]}


def heard(fact: str, value: Any, document: str = "terms", scope: tuple[tuple[str, str], ...] = (), *, sure: bool = True, words: str = "What the model quotes.") -> Standing:  # fmt: skip
    return Standing(Reading(fact, value, document, words, scope), clause(document, words), sure)


def said(value: Any, document: str = "terms", confidence: str = "medium", **more: Any) -> dict[str, Any]:
    """A side that a model alone reads."""
    own = {"value": value, "confidence": confidence, "read_by": ["model"]}
    return {**more, **own, "evidence": [clause(document, "What the model quotes.")]}


BOTH = [clause("terms", "What patterns quote."), clause("terms", "What the model quotes.")]
# What the model's clause states of a set.
STATING = {**clause("terms", "What the model quotes."), "states": ["analytics", "security"]}


@pytest.mark.parametrize(
    ("fact", "before", "words", "after"),
    [
        pytest.param(TRAINING, None, [heard(TRAINING, "permitted")], said("permitted"), id="fills a silence"),
        pytest.param(TRAINING, None, [heard(TRAINING, "permitted", sure=False)], said("permitted", confidence="low"), id="of pictures of words"),
        pytest.param(TRAINING, None, [heard(TRAINING, "permitted", scope=EEA)], {"elsewhere": [said("permitted", scope={"region": "EEA"})]}, id="for others alone"),
        pytest.param(TRAINING, None, [heard(TRAINING, "permitted", scope=BUSINESS)], said("permitted", scope={"plan": "business"}), id="for this customer's plan"),
        pytest.param(
            TRAINING, None, [heard(TRAINING, "prohibited", "order"), heard(TRAINING, "permitted", "terms")],
            {**said("prohibited", "order"), "set_aside": [said("permitted")]}, id="the first document decides",
        ),
        pytest.param(
            TRAINING, None, [heard(TRAINING, "prohibited"), heard(TRAINING, "conditional")],
            {"value": "conditional", "read_by": ["model"], "conflict": [said("conditional"), said("prohibited")]}, id="it contradicts itself",
        ),
        pytest.param(
            TRAINING, read("prohibited"), [heard(TRAINING, "prohibited")],
            {"value": "prohibited", "confidence": "high", "read_by": ["patterns", "model"], "evidence": BOTH}, id="agrees with another clause",
        ),
        pytest.param(
            TRAINING, read("prohibited", confidence="low"), [heard(TRAINING, "prohibited", words="patterns quote")],
            {"value": "prohibited", "confidence": "low", "read_by": ["patterns", "model"], "evidence": BOTH[:1]}, id="agrees with a part of the clause",
        ),
        pytest.param(
            TRAINING, read("prohibited"), [heard(TRAINING, "permitted")],
            {"value": "permitted", "read_by": ["patterns", "model"], "conflict": [said("permitted"), read("prohibited")]}, id="is worse",
        ),
        pytest.param(
            TRAINING, read("permitted"), [heard(TRAINING, "prohibited")],
            {"value": "permitted", "read_by": ["patterns", "model"], "conflict": [read("permitted"), said("prohibited")]}, id="is better",
        ),
        pytest.param(
            TRAINING, {"value": "permitted", "conflict": [read("permitted"), read("prohibited")]}, [heard(TRAINING, "conditional")],
            {"value": "permitted", "read_by": ["patterns", "model"], "conflict": [read("permitted"), said("conditional"), read("prohibited")]}, id="a third side",
        ),
        pytest.param(
            TRAINING, read("prohibited", "order"), [heard(TRAINING, "permitted", "terms")],
            {**read("prohibited", "order"), "set_aside": [said("permitted")]}, id="a document that stands behind",
        ),
        pytest.param(
            TRAINING, read("prohibited", "terms"), [heard(TRAINING, "permitted", "order")],
            {"value": "permitted", "read_by": ["patterns", "model"], "conflict": [said("permitted", "order"), read("prohibited")]}, id="a document that stands before",
        ),
        pytest.param(
            TRAINING, read("permitted", scope={"plan": "business"}), [heard(TRAINING, "prohibited")],
            {**read("permitted", scope={"plan": "business"}), "set_aside": [said("prohibited")]}, id="for a wider scope",
        ),
        pytest.param(
            TRAINING, {**read("prohibited", "order"), "set_aside": [read("permitted")]}, [heard(TRAINING, "permitted")],
            {**read("prohibited", "order"), "set_aside": [{**read("permitted"), "confidence": "high", "read_by": ["patterns", "model"], "evidence": BOTH}]}, id="what is set aside already",
        ),
        pytest.param(
            TRAINING, {**read("prohibited"), "elsewhere": [read("prohibited", scope={"region": "EEA"})]}, [heard(TRAINING, "permitted", scope=EEA)],
            {**read("prohibited"), "elsewhere": [said("permitted", scope={"region": "EEA"}), read("prohibited", scope={"region": "EEA"})]}, id="worse elsewhere",
        ),
        pytest.param(
            LAW, read("FR"), [heard(LAW, "DE")],
            {"read_by": ["patterns", "model"], "conflict": [read("FR"), said("DE")]}, id="no value is the worse",
        ),
        pytest.param(PURPOSES, None, [heard(PURPOSES, "security"), heard(PURPOSES, "analytics")], {**said(["analytics", "security"]), "evidence": [STATING]}, id="a set on a silence"),
        pytest.param(
            PURPOSES, read(["security"], confidence="high"), [heard(PURPOSES, "analytics"), heard(PURPOSES, "security")],
            {"value": ["analytics", "security"], "confidence": "medium", "read_by": ["patterns", "model"], "model_only": ["analytics"], "evidence": [BOTH[0], STATING]}, id="a value more of a set",
        ),
        pytest.param(
            PURPOSES, read(["security"], "order"), [heard(PURPOSES, "analytics")],
            {**read(["security"], "order"), "set_aside": [said(["analytics"])]}, id="a set in a document that stands behind",
        ),
    ],
)  # fmt: skip
def test_where_a_word_goes(
    fact: str, before: dict[str, Any] | None, words: list[Standing], after: dict[str, Any]
) -> None:
    content = {"facts": nest({fact: before}, [fact]) if before else {}}
    node = fact_node(with_readings(content, words, TERMS)["facts"], fact)
    assert node == after
