"""What the README and the page on reports show is what the commands print: each console block is run in examples/, where '...' leaves lines out."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from ..command import run_command

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/reports.md")
BLOCKS = [
    block
    for page in PAGES
    for block in re.findall(r"```console\n\$ ([^\n]+)\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
]


@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_the_readme_shows_real_output(command: str, shown: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "vendorlint"
    run = run_command(*arguments, cwd=ROOT / "examples", environ={})
    assert run.err == ""
    pieces = [piece for piece in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE) if piece]
    position = 0
    for piece in pieces:
        found = run.out.find(piece, position)
        assert found >= 0, run.out
        position = found + len(piece)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_file_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []
