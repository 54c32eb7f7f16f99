"""benchmarks/second_reader.py: questions that are kept, answered elsewhere and taken from a file give what answers on the spot do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from second_reader import NO_STAND, measured, playing, recording, replaying

from vendorlint.project.project import Project, find_project

from .conftest import KEEPS, RINGS, TERMS

FACTS = ["data.breach_notice", "data.breach_notice_hours", "licence.ownership_retained", "licence.purposes"]
LABELS = {
    "data.breach_notice": {"value": True, "quotes": [RINGS]},
    "licence.ownership_retained": {"value": True, "quotes": ["words of another contract altogether", KEEPS]},
    "licence.purposes": {"value": ["ai_training", "security"], "quotes": [KEEPS]},
    "data.breach_notice_hours": {"value": 48, "quotes": ["a clause that the question does not show"]},
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return find_project(tmp_path)


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    path = tmp_path / "terms.md"
    path.write_text(TERMS)
    return path


def test_labels_are_played_as_far_as_questions_show_their_quotes(project: Project, terms: Path) -> None:
    found = measured(terms, project, FACTS, playing(LABELS))
    heard = {
        "licence.ownership_retained": True,
        "licence.purposes": ["ai_training", "security"],
        "data.breach_notice": True,
    }
    patterns = {fact: value for fact, value in found.said["patterns"].items() if fact in FACTS}
    both = {fact: value for fact, value in found.said["both"].items() if fact in FACTS}
    read = {"licence.ownership_retained": True, "licence.purposes": ["ai_training"]}
    assert (patterns, found.said["model"], both) == (read, heard, heard)


def test_what_is_recorded_and_answered_elsewhere_measures_the_same(
    project: Project, terms: Path, tmp_path: Path
) -> None:
    kept, answered = tmp_path / "questions.jsonl", tmp_path / "answers.jsonl"
    with kept.open("w", encoding="utf-8") as file:
        first = measured(terms, project, FACTS, recording(playing(LABELS), file))
    questions = [json.loads(line) for line in kept.read_text().splitlines()]
    lying = {"fact": "data.breach_notice_hours", "value": 24, "quote": "We tell you within 24 hours.", "scope": None}
    made = [
        {
            "id": each["id"],
            "answer": json.dumps({"answers": [lying] if lying["fact"] in each["facts"] else []}),
            "tokens_in": 7,
        }
        for each in questions
    ]
    answered.write_text("".join(f"{json.dumps(each)}\n" for each in made[1:]))
    second = measured(terms, project, FACTS, replaying(answered))
    assert [each["facts"] for each in questions] == [FACTS[:1:-1], FACTS[:2]]
    assert [each["messages"][1]["role"] for each in questions] == ["user", "user"]
    assert (second.tally.tokens_in, dict(second.tally.refused)) == (7, {NO_STAND: 1})
    assert dict(second.tally.unanswered) == {"not among the answers that were replayed": 1}
    assert (second.said["model"], second.said["both"]) == ({}, first.said["patterns"])
