"""A document of no known type that says worse than the others: what it says is set aside, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..command import run_command
from .repositories import CLAUSES, HOME, TODAY, honest

TRAINING = CLAUSES[0]
TABLE = "| Topic | Agreed |\n| --- | --- |\n| Train AI models with customer data | {} |\n"


@pytest.mark.parametrize(("answer", "told"), [("Yes", True), ("No", False)])
def test_what_another_document_says_worse_is_told(answer: str, told: bool, tmp_path: Path) -> None:
    made = honest(TRAINING, said=False)
    made.facts = None
    made.files[f"{HOME}/annex.md"] = TABLE.format(answer)
    made.write(tmp_path)
    run = run_command("check", "--today", TODAY, cwd=tmp_path, environ={})
    note = (
        f"{HOME}/annex.md:3: note says that ai.training.customer_content is permitted; another document decides "
        "(prohibited), because this is of no known type"
    )
    assert (note in run.out) is told
