"""The hooks as pre-commit runs them: a real repository, this project's committed state as the hooks' source."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]
BAD = "You grant us a perpetual, irrevocable licence to use your content to provide the Services.\n"


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the environment that it builds; one for all tests."""
    return tmp_path_factory.mktemp("pre-commit-home")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A clone of this repository with the files as they are now committed on top, and its revision."""
    clone = tmp_path_factory.mktemp("source") / "vendorlint"
    files = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, files):
        if (ROOT / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, clone / name)
    git(clone, "init", "--quiet")
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message", "As it is")
    return clone, git(clone, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path, source: tuple[Path, str]) -> Path:
    """A procurement repository as `vendorlint init` lays it out, with the hooks taken from the clone."""
    subprocess.run(
        [str(Path(sys.executable).with_name("vendorlint")), "init", str(tmp_path)], check=True, capture_output=True
    )
    config = tmp_path / ".pre-commit-config.yaml"
    text = config.read_text(encoding="utf-8")
    lines = [
        f"  - repo: {source[0]}"
        if line.startswith("  - repo:")
        else f"    rev: {source[1]}"
        if "rev:" in line
        else line
        for line in text.splitlines()
    ]
    config.write_text("\n".join(lines) + "\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    return tmp_path


def hooks(repository: Path, home: Path, *arguments: str) -> tuple[int, dict[str, str], str]:
    """pre-commit's exit code, each hook's outcome, and its whole output."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never"}
    done = subprocess.run(
        [*PRE_COMMIT, "run", *arguments], cwd=repository, env=environment, capture_output=True, text=True, check=False
    )
    outcomes = {
        line.split(".")[0]: line.rsplit(".", 1)[-1]
        for line in done.stdout.splitlines()
        if line.startswith("vendorlint ")
    }
    return done.returncode, outcomes, done.stdout + done.stderr


def test_a_good_vendor_passes(repository: Path, home: Path) -> None:
    code, outcomes, output = hooks(repository, home)
    assert (code, outcomes) == (0, {"vendorlint extract": "Passed", "vendorlint check": "Passed"}), output


def test_a_bad_vendor_is_refused(repository: Path, home: Path) -> None:
    git(repository, "commit", "--quiet", "--message", "Laid out")
    folder = repository / "vendors" / "badly"
    folder.mkdir()
    (folder / "terms.md").write_text(f"# Terms of Service\n\n{BAD}", encoding="utf-8")
    subprocess.run(
        [str(Path(sys.executable).with_name("vendorlint")), "extract", "vendors/badly"], cwd=repository, check=True
    )
    git(repository, "add", "--all")
    code, outcomes, output = hooks(repository, home)
    assert (code, outcomes) == (1, {"vendorlint extract": "Passed", "vendorlint check": "Failed"}), output
    told = [line.partition(" (")[0] for line in output.splitlines()]  # a grade of confidence is the extractor's affair
    assert "vendors/badly/terms.md:3:1: error[licence-term] The licence to customer content never ends" in told


def test_a_changed_policy_checks_every_vendor(repository: Path, home: Path) -> None:
    git(repository, "commit", "--quiet", "--message", "Laid out")
    (policy,) = (repository / "policies").glob("*.yaml")
    policy.write_text(
        policy.read_text(encoding="utf-8")
        + "  publicity-consent: {severity: error}\n  licence-term: {params: {allowed: [content_lifetime]}}\n",
        encoding="utf-8",
    )
    git(repository, "add", "--all")
    code, outcomes, output = hooks(repository, home)
    assert (code, outcomes["vendorlint check"]) == (1, "Failed"), output
    assert any(
        "error[licence-term]" in line and line.startswith("vendors/example-vendor/") for line in output.splitlines()
    )


def test_stale_facts_are_refused(repository: Path, home: Path) -> None:
    git(repository, "commit", "--quiet", "--message", "Laid out")
    terms = repository / "vendors" / "example-vendor" / "terms-of-service.md"
    terms.write_text(terms.read_text(encoding="utf-8") + f"\n{BAD}", encoding="utf-8")
    git(repository, "add", "--all")
    code, outcomes, output = hooks(repository, home)
    assert (code, outcomes["vendorlint extract"]) == (1, "Failed"), output


def test_other_files_are_none_of_our_business(repository: Path, home: Path) -> None:
    git(repository, "commit", "--quiet", "--message", "Laid out")
    (repository / "README.md").write_text("# Procurement\n\nHow we buy.\n", encoding="utf-8")
    (repository / "notes.md").write_text("Call the vendor.\n", encoding="utf-8")
    git(repository, "add", "--all")
    code, outcomes, output = hooks(repository, home)
    assert (code, outcomes) == (0, {"vendorlint extract": "Passed", "vendorlint check": "Passed"}), output


def test_a_policy_may_stand_anywhere(repository: Path, home: Path) -> None:
    (policy,) = (repository / "policies").glob("*.yaml")
    policy.rename(repository / "requirements.yaml")
    config = repository / "vendorlint.yaml"
    config.write_text(
        config.read_text(encoding="utf-8").replace(f"policies/{policy.name}", "requirements.yaml"), encoding="utf-8"
    )
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "Policy at the top")
    moved = repository / "requirements.yaml"
    strict = "  licence-term: {params: {allowed: [content_lifetime]}}\n"
    moved.write_text(moved.read_text(encoding="utf-8") + strict, encoding="utf-8")
    git(repository, "add", "--all")
    code, outcomes, output = hooks(repository, home)
    assert (code, outcomes["vendorlint check"]) == (1, "Failed"), output
