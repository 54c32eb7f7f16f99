"""docs/ci.md and the workflow that `vendorlint init` writes: files that their services accept, and commands that run."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from vendorlint import __version__

from .conftest import PROGRAM
from .runner import ROOT, Job, load_action
from .test_lint import accepts

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
WORKFLOWS = [block for block in BLOCKS if "runs-on:" in block]
COMMANDS = sorted(set(re.findall(r"(?:run: |script: |bin/)vendorlint ((?:check|extract) [^'\n]+)", PAGE)))


def schema_of(block: str) -> str | None:
    keys = {"runs-on:": "github-workflows", "include:": "gitlab-ci", "pool:": "azure-pipelines"}
    return next((schema for key, schema in keys.items() if key in block), None)


@pytest.mark.parametrize("block", [block for block in BLOCKS if schema_of(block)])
def test_files_are_what_their_schemas_say(tmp_path: Path, block: str) -> None:
    file = tmp_path / "file.yml"
    file.write_text(block, encoding="utf-8")
    # Azure's schema has patterns that are none in Unicode mode.
    accepts(
        "check-jsonschema", "--regex-variant", "nonunicode", "--builtin-schema", f"vendor.{schema_of(block)}", str(file)
    )


@pytest.mark.parametrize("block", WORKFLOWS)
def test_workflows_are_safe_by_zizmor(tmp_path: Path, block: str) -> None:
    """But for our own action, which is shown by its tag."""
    file = tmp_path / "workflow.yml"
    file.write_text(block.replace("vendorlint/vendorlint@v", f"vendorlint/vendorlint@{'0' * 40} # v"), encoding="utf-8")
    accepts("zizmor", "--offline", "--no-progress", str(file))


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_run_and_write_what_they_name(workspace: Path, command: str) -> None:
    done = subprocess.run([PROGRAM, *shlex.split(command)], cwd=workspace, capture_output=True, check=False)
    files = re.findall(r"--output \w+=(\S+)", command)
    assert (done.returncode, done.stderr) == (1 if command.startswith("check") else 0, b"")
    assert [name for name in files if not (workspace / name).is_file()] == []


def test_commands_were_found() -> None:
    assert COMMANDS == [
        "check --policy-from pull-request --output github --output sarif=vendorlint.sarif",
        "check --policy-from pull-request --output text --output junit=vendorlint-junit.xml --output sarif=vendorlint.sarif",
        "extract --check",
    ]


def test_every_version_is_this_one() -> None:
    pinned = re.findall(r"vendorlint==([\d.]+)|vendorlint(?:\.git#|@|/)v(\d[\d.]+\d)|rev: v([\d.]+)", PAGE)
    assert {"".join(found) for found in pinned} == {__version__}


def test_the_inputs_are_those_of_the_action() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \|.*\|.*\|$", PAGE, re.MULTILINE)
    assert rows == list(load_action()["inputs"])


def workflow(repository: Path) -> tuple[str, dict[str, Any]]:
    """The workflow in a repository that `vendorlint init` lays out, as text and as what it says."""
    subprocess.run([PROGRAM, "init", str(repository)], check=True, capture_output=True)
    text = (repository / ".github" / "workflows" / "vendorlint.yml").read_text(encoding="utf-8")
    return text, yaml.load(text, yaml.BaseLoader)


def test_a_new_repositorys_workflow_is_the_pages(tmp_path: Path) -> None:
    assert workflow(tmp_path)[0] == WORKFLOWS[0]


def test_a_new_repository_passes_its_workflow(job: Job, tmp_path: Path) -> None:
    job.workspace = tmp_path / "acme"
    _, content = workflow(job.workspace)
    (step,) = [
        step for step in content["jobs"]["check"]["steps"] if step["uses"] == f"vendorlint/vendorlint@v{__version__}"
    ]
    assert job.run(**step["with"]) == 0


def test_links_lead_somewhere() -> None:
    headings = {
        re.sub(r"[^\w -]", "", line).lower().replace(" ", "-") for line in re.findall(r"^#+ (.*)$", PAGE, re.MULTILINE)
    }
    links = [link for link in re.findall(r"\]\(([^)]+)\)", PAGE) if "://" not in link]
    assert [link for link in links if link[0] == "#" and link[1:] not in headings] == []
    assert [link for link in links if link[0] != "#" and not (ROOT / "docs" / link.partition("#")[0]).exists()] == []
