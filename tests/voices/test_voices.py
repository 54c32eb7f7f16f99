"""Clauses in other drafters' voices, labelled by someone who had not read the patterns: a regression set.

Each entry names one fact and what the clause states of it (null: nothing). `todo` marks what is not read yet; it fails
when it starts to pass, so that the mark is taken off.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from vendorlint_extractor.documents.document import parse_document

from ..reading import EXTRACTOR

HERE = Path(__file__).parent
CLAUSES = [
    pytest.param(
        clause,
        id=f"{clause['fact']}-{clause['language']}-{number}",
        marks=[pytest.mark.xfail(reason="not read yet")] if clause.get("todo") else [],
    )
    for path in sorted(HERE.glob("*.yaml"))
    for number, clause in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
]


@pytest.mark.parametrize("clause", CLAUSES)
def test_clause_is_read(clause: dict[str, Any]) -> None:
    document = parse_document(clause["text"], path=Path("clause.md"), document_id="clause")
    fact = EXTRACTOR.facts_of(document, clause["language"]).get(clause["fact"])
    values = (
        [sorted(side.value) if isinstance(side.value, tuple) else side.value for side in fact.sides] if fact else [None]
    )
    expected = sorted(clause["value"]) if isinstance(clause["value"], list) else clause["value"]
    assert values == [expected]
