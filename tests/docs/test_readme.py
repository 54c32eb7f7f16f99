"""What the README and the page on reports show is what the commands print: each console block is run in examples/, where '...' leaves lines out."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from ..command import run_command

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/reports.md")
# By hand; of generated pages test_facts.py says it.
WRITTEN = ["README.md", "CONTRIBUTING.md", "extractor/README.md", "rego/README.md", "examples/rules/README.md"] + [
    path.relative_to(ROOT).as_posix()
    for folder in ("docs", "docs/decisions")
    for path in sorted((ROOT / folder).glob("*.md"))
]
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


@pytest.mark.parametrize("page", WRITTEN)
def test_every_link_to_a_file_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [
        link.partition("#")[0]
        for link in re.findall(r"\]\(([^)]+)\)", re.sub(r"`[^`\n]*`", "", text))
        if "://" not in link
    ]
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []
