"""Runs the command line in a procurement repository of a test's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ..command import Run, run_command

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
        return run_command(*args, cwd=cwd, environ=environ)

    return run
