"""ci/gitlab.yml: its script run in a checkout, and the reports that its artifacts name."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

from vendorlint import __version__

from .conftest import PROGRAM
from .runner import LEFT_OUT, ROOT, read_otherwise

TEXT = (ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8")
JOB: dict[str, Any] = yaml.safe_load(TEXT)["vendorlint"]


def run(checkout: Path, shell: str = "bash", **variables: str) -> tuple[int, str]:
    """The script as the runner's shell executor gives it to a shell, without what installs vendorlint before."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(LEFT_OUT)}
    project = {"CI": "true", "GITLAB_CI": "true", "CI_PROJECT_DIR": str(checkout)}
    done = subprocess.run(
        [shell, "-e", "-c", "\n".join(JOB["script"])],
        cwd=checkout,
        env=kept | project | JOB["variables"] | {"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}"} | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("shell", ["bash", "sh"])
def test_the_reports_of_a_violation_are_where_the_artifacts_are(workspace: Path, shell: str) -> None:
    code, log = run(workspace, shell)
    reports = {kind: workspace / name for kind, name in JOB["artifacts"]["reports"].items()}
    quality = json.loads(reports["codequality"].read_text(encoding="utf-8"))
    assert code == 1, log
    assert {entry["location"]["path"] for entry in quality if entry["severity"] == "critical"} == {
        "vendors/brightroom/terms-of-service.md"
    }
    assert len({entry["fingerprint"] for entry in quality}) == len(quality)
    suites = {suite.name: suite.failures for suite in JUnitXml.fromfile(str(reports["junit"]))}
    assert {name for name, failures in suites.items() if failures} == {"brightroom"}
    assert set(suites) == {"brightroom", "ledgerline"}


def test_stale_facts_fail_after_the_check(workspace: Path) -> None:
    facts = workspace / "vendors" / "ledgerline" / "facts.yaml"
    read_otherwise(facts)
    (workspace / "vendors" / "brightroom").rename(workspace / "vendors" / ".brightroom")
    code, log = run(workspace)
    assert (code, log.splitlines()[0].startswith("vendors/ledgerline/facts.yaml: is stale")) == (1, True), log
    (told,) = json.loads((workspace / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert told["description"].startswith("ledgerline: is stale: ")


def test_a_merge_request_is_judged_by_what_its_target_has(workspace: Path, tmp_path: Path) -> None:
    def git(*arguments: str, cwd: Path = workspace) -> None:
        identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *identity, *arguments], cwd=cwd, check=True, capture_output=True)

    (workspace / ".git").rmdir()
    for arguments in (("init", "--initial-branch=main"), ("add", "."), ("commit", "-m", "base")):
        git(*arguments)
    git("clone", "--bare", str(workspace), str(tmp_path / "origin.git"), cwd=tmp_path)
    git("remote", "add", "origin", str(tmp_path / "origin.git"))
    (workspace / "vendorlint.yaml").write_text("version: 1\npolicy: [policies/lax.yaml]\n")
    (workspace / "policies" / "lax.yaml").write_text(
        "version: 1\nname: lax\nrequirements: {ai-output-disclaimer: {}}\n"
    )
    code, log = run(workspace, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")
    assert (code, "Judged by what origin/main has" in log) == (1, True), log
    assert run(workspace)[0] == 0


def test_what_meets_the_policy_passes(workspace: Path) -> None:
    (workspace / "vendors" / "brightroom").rename(workspace / "vendors" / ".brightroom")
    code, log = run(workspace)
    assert code == 0, log


def test_variables_of_the_project_are_settings(workspace: Path) -> None:
    code, log = run(workspace, VENDORLINT_POLICY="vendorlint/ai", VENDORLINT_FAIL_ON="info")
    quality = json.loads((workspace / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert code == 1, log
    assert {entry["check_name"].split("-")[0] for entry in quality} == {"ai"}


def test_the_contracts_may_be_in_a_folder(workspace: Path, tmp_path: Path) -> None:
    outer = tmp_path / "outer"
    outer.mkdir()
    workspace.rename(outer / "the contracts")
    (outer / "the contracts" / ".git").rename(outer / ".git")
    code, log = run(outer, VENDORLINT_DIRECTORY="the contracts")
    quality = json.loads((outer / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert code == 1, log
    assert {entry["location"]["path"].split("/")[0] for entry in quality} == {"the contracts"}


@pytest.mark.parametrize(("settings", "code"), [("fail_no: error\n", 2), ("vendors: empty\n", 3)])
def test_what_is_wrong_is_no_finding(workspace: Path, settings: str, code: int) -> None:
    (workspace / "empty").mkdir()
    (workspace / "vendorlint.yaml").write_text(f"version: 1\n{settings}")
    assert run(workspace)[0] == code


def test_it_installs_this_version() -> None:
    assert JOB["variables"]["VENDORLINT_VERSION"] == __version__
    assert f"/vendorlint/v{__version__}/ci/gitlab.yml" in TEXT
