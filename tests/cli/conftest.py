"""Runs the command line as a process, in a procurement repository of a test's own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from vendorlint.cli.app import main; main()"]
# What a test's surroundings may hold and would change a run.
LEFT_OUT = ("PRE_COMMIT", "FORCE_COLOR", "NO_COLOR", "CI")

TERMS = """\
# Brightleaf Terms of Service

## 1. Your Content

1.1 Customer retains all rights in Customer Content.

1.2 We may use Customer Content to train our machine-learning models.

## 2. Changes

We will tell you by email at least 60 days before a change to these Terms takes effect.
"""

POLICY = """\
version: 1
name: house
requirements:
  ai-training-opt-in: {severity: error, on_silence: warning}
  licence-irrevocable: {severity: error, on_silence: info}
"""


@dataclass(frozen=True, slots=True)
class Run:
    code: int
    out: str
    err: str


Vendorlint = Callable[..., Run]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """vendorlint.yaml, a policy with two rules, and one vendor with terms and no facts."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "vendorlint.yaml").write_text("version: 1\npolicy: policies/house.yaml\nrego: [rego]\n")
    for folder in ("policies", "rego", "vendors/brightleaf"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "policies" / "house.yaml").write_text(POLICY)
    (tmp_path / "vendors" / "brightleaf" / "terms.md").write_text(TERMS)
    return tmp_path


@pytest.fixture
def vendorlint(repository: Path) -> Vendorlint:
    """Runs `vendorlint ARGS` in the repository, or in `cwd`, with `environ` on top."""

    def run(*args: str, cwd: Path = repository, **environ: str) -> Run:
        kept = {key: value for key, value in os.environ.items() if key not in LEFT_OUT and "VENDORLINT" not in key}
        done = subprocess.run(
            [*COMMAND, *args],
            cwd=cwd,
            env=kept | environ,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    return run
