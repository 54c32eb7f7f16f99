"""What pre-commit and CI run, as they call it: files by name, wherever the configuration is."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from vendorlint.files.yaml.document import read_yaml

from ..command import Run, run_command
from .conftest import Vendorlint

ROOT = Path(__file__).parents[2]
HOOKS = {hook["id"]: hook for hook in read_yaml(ROOT / ".pre-commit-hooks.yaml").value}
UNCONFIGURED = (
    "there is no vendorlint.yaml here or above; a hook and CI go by no defaults ('vendorlint init' writes one)"
)


def hook(name: str, cwd: Path, *files: str) -> Run:
    """As pre-commit calls it: the entry, and the files that match."""
    return run_command(*shlex.split(HOOKS[name]["entry"])[1:], *files, cwd=cwd, environ={"PRE_COMMIT": "1"})


def test_a_file_is_no_option(repository: Path) -> None:
    (repository / "lenient.yaml").write_text("version: 1\nname: lenient\nrequirements: {ai-output-disclaimer: {}}\n")
    for name in ("--policy=lenient.yaml", "--exit-zero.md", "-q.md"):
        (repository / name).write_text("version: 1\n")
    run = hook(
        "vendorlint-check",
        repository,
        "--policy=lenient.yaml",
        "--exit-zero.md",
        "-q.md",
        "vendors/brightleaf/terms.md",
    )
    assert (run.code, "error[ai-training-opt-in]" in run.out) == (1, True)
    assert hook("vendorlint-extract", repository, "--policy=lenient.yaml", "-q.md").code == 0


def test_an_option_that_is_given_to_a_hook_is_told(repository: Path) -> None:
    run = run_command("check", "--", "--fail-on.md", cwd=repository, environ={"PRE_COMMIT": "1"})
    assert (run.code, run.err) == (
        2, "vendorlint: --fail-on.md: no such file or folder; options of a hook stand in vendorlint.yaml\n"
    )  # fmt: skip


def test_in_a_pull_request_the_check_goes_by_its_base() -> None:
    assert HOOKS["vendorlint-check"]["entry"] == "vendorlint check --policy-from pull-request --"


@pytest.fixture
def subfolder(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose procurement is one folder of many."""
    root = tmp_path_factory.mktemp("mono")
    (repository / ".git").rename(root / ".git")
    repository.rename(root / "legal")
    (root / "README.md").write_text("# Of no vendor\n")
    return root


@pytest.mark.parametrize("file", ["vendors/brightleaf/terms.md", "policies/house.yaml", "vendorlint.yaml"])
def test_a_configuration_in_a_folder_inside(subfolder: Path, file: str) -> None:
    run = hook("vendorlint-check", subfolder, "README.md", f"legal/{file}")
    assert (run.code, run.out.partition(":")[0]) == (1, "legal/vendors/brightleaf/terms.md")
    assert hook("vendorlint-extract", subfolder, "README.md", f"legal/{file}").code == 1
    assert hook("vendorlint-check", subfolder, "README.md") == Run(0, "", "")


def test_two_configurations(subfolder: Path) -> None:
    other = subfolder / "other"
    (other / "vendors" / "fern").mkdir(parents=True)
    (other / "vendorlint.yaml").write_text("version: 1\nfail_no: error\n")
    (other / "vendors" / "fern" / "terms.md").write_text("# Terms\n")
    run = hook("vendorlint-check", subfolder, "legal/vendors/brightleaf/terms.md", "other/vendors/fern/terms.md")
    assert (run.code, run.err) == (
        2,
        "vendorlint: other/vendorlint.yaml:2:1: unknown key 'fail_no' (did you mean 'fail_on'?)\n",
    )
    (other / "vendorlint.yaml").write_text("version: 1\npolicy: vendorlint/ai\n")
    run = hook("vendorlint-check", subfolder, "other/vendors/fern/terms.md", "legal/vendors/brightleaf/terms.md")
    assert (run.code, run.err) == (
        2,
        "vendorlint: other/vendors/fern/terms.md: is a stub of 1 word; expected the terms of a vendor, or a name that begins with '_' for a note\n",
    )


def test_what_a_policy_extends_checks_every_vendor(repository: Path) -> None:
    deep = repository / "base" / "deep"
    deep.mkdir(parents=True)
    (deep / "base.yaml").write_text("version: 1\nname: base\nrequirements: {ai-training-opt-in: {severity: error}}\n")
    (deep / "own.yaml").write_text("version: 1\nname: own\nextends: [base.yaml]\nrequirements: {}\n")
    (repository / "policies" / "house.yaml").write_text(
        "version: 1\nname: house\nextends: [../base/deep/own.yaml]\nrequirements: {}\n"
    )
    (repository / "other.yaml").write_text("a: 1\n")
    for file in ("base/deep/base.yaml", "base/deep/own.yaml", "waivers.yaml", "vendorlint-baseline.json"):
        (repository / "waivers.yaml").write_text("version: 1\nwaivers: []\n")
        (repository / "vendorlint-baseline.json").write_text('{"version": 1, "findings": []}')
        assert hook("vendorlint-check", repository, file).code == 1
    assert hook("vendorlint-check", repository, "other.yaml") == Run(0, "", "")


@pytest.mark.parametrize("name", ["amendment.pages", "scan.gif", "prices.xlsx", "annex", "terms.zip", "signed.md.p7m"])
def test_whatever_stands_in_a_vendors_folder(repository: Path, name: str) -> None:
    (repository / "vendors" / "brightleaf" / name).write_text("We may use your content.\n")
    run = hook("vendorlint-check", repository, f"vendors/brightleaf/{name}")
    assert (run.code, f"vendors/brightleaf/{name}" in run.out + run.err) == (2, True)


def test_links(repository: Path) -> None:
    (repository / "vendors" / "brightleaf" / "dpa.md").symlink_to("../../../elsewhere.md")
    run = hook("vendorlint-check", repository, "vendors/brightleaf/dpa.md")
    assert (run.code, "is a link that leaves the" in run.err) == (2, True)


@pytest.mark.parametrize("target", ["nowhere.md", "/etc/hostname", "loop", "src"])
def test_what_is_not_ours(repository: Path, target: str) -> None:
    (repository / "src").mkdir()
    (repository / "src" / "main.py").write_text("")
    (repository / "loop").symlink_to(target)
    for name in ("vendorlint-check", "vendorlint-extract"):
        run = hook(name, repository, "loop", "src/main.py", "src")
        assert (run.code, run.out, run.err) == (0, "", "")


def test_endings_in_capitals(repository: Path) -> None:
    terms = repository / "vendors" / "brightleaf" / "terms.md"
    terms.rename(terms.with_name("TERMS.MD"))
    assert hook("vendorlint-check", repository, "vendors/brightleaf/TERMS.MD").code == 1


@pytest.mark.parametrize("where", ["PRE_COMMIT", "CI", "GITHUB_ACTIONS", "TF_BUILD"])
@pytest.mark.parametrize("command", [("check",), ("extract", "--check")])
def test_no_configuration_is_no_gate(
    vendorlint: Vendorlint, repository: Path, where: str, command: tuple[str, ...]
) -> None:
    (repository / "vendorlint.yaml").unlink()
    for arguments in (command, (*command, "vendors/brightleaf/terms.md")):
        run = vendorlint(*arguments, **{where: "1"})
        assert (run.code, run.out, run.err) == (2, "", f"vendorlint: vendors: {UNCONFIGURED}\n")
    assert vendorlint(*command, **{where: "0"}).code == 1


def test_no_configuration_among_vendors_of_a_repository_with_one(subfolder: Path) -> None:
    (subfolder / "vendors" / "fern").mkdir(parents=True)
    (subfolder / "vendors" / "fern" / "terms.md").write_text("# Terms\n")
    run = hook("vendorlint-check", subfolder, "vendors/fern/terms.md")
    assert (run.code, run.err) == (2, f"vendorlint: vendors: {UNCONFIGURED}\n")
    assert hook("vendorlint-check", subfolder, "README.md") == Run(0, "", "")
