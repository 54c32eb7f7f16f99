"""What others say of the files for CI: their published schemas, zizmor and shellcheck, none of which asks the network."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from .runner import ROOT


def accepts(program: str, *arguments: str) -> None:
    command = [str(Path(sys.executable).with_name(program)), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("github-actions", "action.yml"),
        ("github-workflows", "src/vendorlint/jobs/templates/workflow.yaml"),
        ("github-workflows", ".github/workflows/release.yml"),
        ("gitlab-ci", "ci/gitlab.yml"),
    ],
)
def test_files_are_what_their_schemas_say(schema: str, file: str) -> None:
    accepts("check-jsonschema", "--builtin-schema", f"vendor.{schema}", file)


def test_the_action_and_the_release_are_safe_by_zizmor() -> None:
    accepts("zizmor", "--offline", "--no-progress", "action.yml", ".github/workflows/release.yml")


def test_scripts_are_clean_by_shellcheck(tmp_path: Path) -> None:
    """Those of GitLab's job in a shell of any image."""
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))["vendorlint"]
    script = tmp_path / "gitlab.sh"
    script.write_text("\n".join(["#!/bin/sh", "set -e", *job["before_script"], *job["script"], ""]), encoding="utf-8")
    accepts("shellcheck", str(script), *(str(path) for path in ROOT.glob("ci/github/*.sh")))
