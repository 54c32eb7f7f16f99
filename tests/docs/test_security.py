"""docs/security.md names tests that there are, and each of its threats has one."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
HEAD = ["attacker", "asset", "path", "defence", "test"]


def rows() -> list[list[str]]:
    """The cells of the table of threats."""
    table = PAGE.partition("\n## Threats\n")[2]
    lines = [line for line in table.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert cells[0] == HEAD
    return cells[2:]


def test_each_threat_has_tests_that_there_are() -> None:
    named = {name for row in rows() for name in row[4].split(", ")}
    there = {f"{path}::{name}" for path in {each.partition("::")[0] for each in named} for name in names_in(path)}
    assert named - there == set()


def test_each_row_is_whole() -> None:
    assert [row for row in rows() if len(row) != len(HEAD) or not all(row)] == []
    assert len(rows()) > 25


def names_in(path: str) -> list[str]:
    return re.findall(r"^def (test_\w+)", (ROOT / "tests" / path).read_text(encoding="utf-8"), re.MULTILINE)
