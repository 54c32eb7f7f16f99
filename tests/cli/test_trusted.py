"""`check --policy-from`: what judges is of a revision, what is judged is of the working tree."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from ..command import Run
from .conftest import TERMS, Vendorlint

GOOD = TERMS.replace("We may use", "We will not use")
WAIVER = """\
version: 1
waivers:
  - {rule: ai-training-opt-in, vendor: brightleaf, reason: Replaced by the end of June., approved_by: me, expires: "2099-01-01"}
"""


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    environ = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True, env=environ
    ).stdout.strip()


@pytest.fixture
def base(repository: Path) -> str:
    """The commit of a repository whose vendor keeps to the policy."""
    (repository / ".git").rmdir()
    (repository / "vendors" / "brightleaf" / "terms.md").write_text(GOOD)
    (repository / "rego" / ".gitkeep").write_text("")
    git(repository, "init", "--quiet", "--initial-branch=main")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "base")
    return git(repository, "rev-parse", "HEAD")


def worse(repository: Path) -> None:
    (repository / "vendors" / "brightleaf" / "terms.md").write_text(TERMS)


def judged(run: Run) -> dict:
    """What a report in JSON says of what judged."""
    return json.loads(run.out)["policy_from"]


def test_nothing_differs(vendorlint: Vendorlint, repository: Path, base: str) -> None:
    worse(repository)
    run = vendorlint("check", "--policy-from", "main", "--output", "json")
    expected = {
        "revision": "main",
        "commit": base,
        "files": [],
        "requirements": [],
        "effects": [],
        "declarations": [],
        "gone": [],
    }
    assert (run.code, judged(run)) == (1, expected)
    text = vendorlint("check", "--policy-from", "main").out
    assert f"\nJudged by what main has ({base[:8]}); nothing that judges differs here.\n" in text


def test_terms_and_what_judges_them_are_seen_apart(vendorlint: Vendorlint, repository: Path, base: str) -> None:
    worse(repository)
    policy = repository / "policies" / "house.yaml"
    policy.write_text(
        policy.read_text().replace("opt-in: {severity: error", "opt-in: {severity: info")
        + "  change-notice-days: {params: {days: 90}}\n"
    )
    (repository / "waivers.yaml").write_text(WAIVER)
    assert vendorlint("check").code == 0
    run = vendorlint("check", "--policy-from", "main", "--output", "json")
    assert (run.code, judged(run)) == (1, {
        "revision": "main", "commit": base,
        "files": [{"path": "policies/house.yaml", "change": "changed"}, {"path": "waivers.yaml", "change": "added"}],
        "requirements": ["ai-training-opt-in severity error -> info", "change-notice-days off -> warning"],
        "effects": ["brightleaf: ai-training-opt-in error -> none", "brightleaf: change-notice-days none -> warning"],
        "declarations": [],
        "gone": [],
    })  # fmt: skip
    found = {finding["rule"]: finding["severity"] for finding in json.loads(run.out)["findings"]}
    assert found == {"ai-training-opt-in": "error", "licence-irrevocable": "info"}


def test_every_format_has_its_section(vendorlint: Vendorlint, repository: Path, base: str) -> None:
    (repository / "waivers.yaml").write_text(WAIVER)
    (repository / "vendorlint-baseline.json").write_text('{"version": 1, "findings": []}')
    formats = ("text", "markdown=r.md", "html=r.html", "sarif=r.sarif")
    run = vendorlint("check", "--policy-from", "main", *(word for each in formats for word in ("--output", each)))
    title = f"Judged by what main has ({base[:8]}). What differs here was not applied:"
    assert f"{title}\n  vendorlint-baseline.json: added\n  waivers.yaml: added\n" in run.out
    plain = title.replace("(", "\\(").replace(")", "\\)")
    assert (
        f"### What judged\n\n{plain}\n\n- vendorlint-baseline.json: added\n- waivers.yaml: added\n"
        in (repository / "r.md").read_text()
    )
    page = (repository / "r.html").read_text()
    assert (
        f'<p>{title}</p>\n<ul class="notices"><li>vendorlint-baseline.json: added</li><li>waivers.yaml: added</li></ul>'
        in page
    )
    (invocation,) = json.loads((repository / "r.sarif").read_text())["runs"][0]["invocations"]
    assert invocation["toolConfigurationNotifications"] == [
        {"level": "warning", "message": {"text": text}}
        for text in (title, "vendorlint-baseline.json: added", "waivers.yaml: added")
    ]


@pytest.mark.parametrize(
    ("file", "text", "problem"),
    [
        ("vendorlint.yaml", "fail_no: error\n", "vendorlint.yaml:1:"),
        ("vendorlint.yaml", None, "vendors: there is no vendorlint.yaml here or above; "),
        ("policies/house.yaml", "a: 1\n", "policies/house.yaml:1:1: "),
        ("waivers.yaml", "a: 1\n", "waivers.yaml:1:1: "),
    ],
)
def test_what_could_not_judge_once_it_is_merged(
    vendorlint: Vendorlint, repository: Path, base: str, file: str, text: str | None, problem: str
) -> None:
    (repository / file).unlink(missing_ok=True)
    if text:
        (repository / file).write_text(text)
    run = vendorlint("check", "--policy-from", base, "--output", "json", CI="true")
    assert (run.code, judged(run)["problem"].startswith(problem)) == (2, True)
    assert run.err == f"vendorlint: what judges as it is here could not judge: {judged(run)['problem']}\n"


def test_what_is_declared_otherwise(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / ".git").rmdir()
    (repository / "rego" / ".gitkeep").write_text("")
    vendor = repository / "vendors" / "brightleaf" / "vendor.yaml"
    vendor.write_text("version: 1\nname: Brightleaf\ntier: critical\n")
    git(repository, "init", "--quiet")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "base")
    vendor.write_text("version: 1\nname: Bright Leaf\ntier: low\ndata: [public]\n")
    run = vendorlint("check", "--policy-from", "HEAD", "--output", "json")
    expected = ["brightleaf: tier critical -> low", 'brightleaf: data nothing -> ["public"]']
    assert (judged(run)["files"], judged(run)["declarations"]) == ([], expected)
    assert (
        "\n  declared otherwise here, and applied: brightleaf: tier critical -> low\n"
        in vendorlint("check", "--policy-from", "HEAD").out
    )


@pytest.mark.parametrize("name", ["_dpa.md", "README.md", ".dpa.md", "_old/dpa.md", "dpa.md.bak", None])
def test_documents_that_are_not_read_any_more(
    vendorlint: Vendorlint, repository: Path, base: str, name: str | None
) -> None:
    home = repository / "vendors" / "brightleaf"
    (home / "dpa.md").write_text(TERMS)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "dpa")
    if name:
        (home / name).parent.mkdir(exist_ok=True)
        (home / "dpa.md").rename(home / name)
    else:
        (home / "dpa.md").unlink()
    run = vendorlint("check", "--policy-from", "HEAD", "--output", "json")
    assert (run.code, judged(run)["gone"]) == (0, ["vendors/brightleaf/dpa.md"])
    text = vendorlint("check", "--policy-from", "HEAD").out
    assert "\n  not read any more: vendors/brightleaf/dpa.md\n" in text
    assert (f"vendors/brightleaf:1: note not read, for their names: {name}\n" in text) is (name is not None)


def test_vendors_that_are_not_read_any_more(vendorlint: Vendorlint, repository: Path, base: str) -> None:
    vendors = repository / "vendors"
    (vendors / "fern").mkdir()
    (vendors / "fern" / "terms.md").write_text(TERMS)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "fern")
    (vendors / "fern").rename(vendors / "_fern")
    run = vendorlint("check", "--policy-from", "HEAD", "--output", "json")
    assert (run.code, judged(run)["gone"]) == (0, ["vendors/fern/terms.md"])


def test_facts_are_what_the_revision_reads(vendorlint: Vendorlint, repository: Path, base: str) -> None:
    (repository / "vendors" / "brightleaf" / "dpa.md").write_text(
        "# Data Processing Agreement\n\nThis data processing agreement is part of the terms between Brightleaf and Customer.\n\n"
        "## 1. Training\n\n1.1 We may use Customer Content to train our machine-learning models.\n"
    )
    (repository / "vendorlint.yaml").write_text(
        "version: 1\npolicy: policies/house.yaml\nprecedence: [terms_of_service, dpa]\n"
    )
    assert (vendorlint("extract").code, vendorlint("extract", "--check").code) == (0, 0)
    assert vendorlint("check", "--trust-facts").code == 0
    run = vendorlint("check", "--trust-facts", "--policy-from", "main", "--output", "json")
    assert (run.code, [each["path"] for each in judged(run)["files"]]) == (1, ["vendorlint.yaml"])


def test_a_configuration_of_its_own_governs_nothing(vendorlint: Vendorlint, repository: Path, base: str) -> None:
    worse(repository)
    vendor = repository / "vendors" / "brightleaf"
    (vendor / "vendorlint.yaml").write_text("version: 1\nvendors: .\npolicy: vendorlint/consumer-saas\n")
    run = vendorlint("check", "--policy-from", "main", "--output", "json", cwd=vendor)
    assert ("ai-training-opt-in" in run.out, json.loads(run.out)["policy"]) == (True, ["policies/house.yaml"])
    run = vendorlint("check", "--", "vendors/brightleaf/terms.md", PRE_COMMIT="1")
    assert (run.code, "error[ai-training-opt-in]" in run.out) == (1, True)


def test_a_policy_that_a_flag_names_is_the_revisions(vendorlint: Vendorlint, repository: Path, base: str) -> None:
    worse(repository)
    (repository / "policies" / "house.yaml").write_text(
        "version: 1\nname: lax\nrequirements: {ai-output-disclaimer: {}}\n"
    )
    for name in ("policies/house.yaml", str(repository / "policies" / "house.yaml")):
        assert vendorlint("check", "--policy-from", "main", "--policy", name).code == 1


def test_reports_and_vendors_stay_in_the_working_tree(
    vendorlint: Vendorlint, repository: Path, tmp_path_factory
) -> None:
    (repository / ".git").rmdir()
    (repository / "vendorlint.yaml").write_text("version: 1\npolicy: policies/house.yaml\noutput: [json=out/r.json]\n")
    git(repository, "init", "--quiet")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "base")
    (repository / "out").mkdir()
    assert (vendorlint("check", "--policy-from", "HEAD").code, (repository / "out" / "r.json").exists()) == (1, True)
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (repository / "out" / "r.json").unlink()
    (repository / "out").rmdir()
    (repository / "out").symlink_to(elsewhere)
    run = vendorlint("check", "--policy-from", "HEAD")
    assert (run.code, list(elsewhere.iterdir())) == (2, [])
    assert (
        run.err
        == "vendorlint: vendorlint.yaml:3: 'out/r.json' leads out of the folder of vendorlint.yaml; expected a path inside of it\n"
    )


def test_what_is_wrong_with_the_revision_names_it(vendorlint: Vendorlint, repository: Path, base: str) -> None:
    (repository / "policies" / "house.yaml").write_text("version: 1\n")
    git(repository, "commit", "--quiet", "--all", "-m", "broken")
    run = vendorlint("check", "--policy-from", "HEAD")
    place = "vendorlint: HEAD:policies/house.yaml:1:1"
    assert (run.code, run.err) == (
        2,
        f"{place}: the key 'name' is missing\n{place}: the key 'requirements' is missing\n",
    )


@pytest.mark.parametrize(
    ("revision", "message"), [("v9", "no such revision: v9"), ("--output=x", "no such revision: --output=x")]
)
def test_no_revision(vendorlint: Vendorlint, repository: Path, base: str, revision: str, message: str) -> None:
    run = vendorlint("check", f"--policy-from={revision}")
    assert (run.code, run.out, run.err) == (2, "", f"vendorlint: {repository}: {message}\n")


@pytest.fixture
def merged(repository: Path, base: str) -> str:
    """The commit that merges a pull request, which loosens the policy and the terms, into its base."""
    git(repository, "checkout", "--quiet", "-b", "change")
    worse(repository)
    (repository / "policies" / "house.yaml").write_text(
        "version: 1\nname: lax\nrequirements: {ai-output-disclaimer: {}}\n"
    )
    git(repository, "commit", "--quiet", "--all", "-m", "change")
    git(repository, "checkout", "--quiet", "main")
    git(repository, "merge", "--quiet", "--no-ff", "-m", "merge", "change")
    return git(repository, "rev-parse", "HEAD")


def test_the_base_of_a_pull_request(vendorlint: Vendorlint, repository: Path, base: str, merged: str) -> None:
    git(repository, "update-ref", "refs/remotes/origin/main", base)
    arguments = ("check", "--policy-from", "pull-request", "--output", "json")
    for environ in (
        {"GITHUB_EVENT_NAME": "pull_request", "GITHUB_SHA": merged},
        {"GITHUB_EVENT_NAME": "merge_group", "GITHUB_SHA": merged},
        {"GITHUB_EVENT_NAME": "pull_request_target", "GITHUB_SHA": base},
        {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"},
        {"SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main"},
        {"CHANGE_TARGET": "main"},
        {"BITBUCKET_PR_DESTINATION_BRANCH": "main"},
        {"BUILDKITE_PULL_REQUEST_BASE_BRANCH": "main"},
        {"CI": "true", "PRE_COMMIT_FROM_REF": base},
    ):
        run = vendorlint(*arguments, **environ)
        assert (run.code, judged(run)["commit"]) == (1, base)
    for environ in ({}, {"GITHUB_EVENT_NAME": "push", "GITHUB_SHA": merged}, {"PRE_COMMIT_FROM_REF": base}):
        run = vendorlint(*arguments, **environ)
        assert (run.code, "policy_from" in json.loads(run.out)) == (0, False)


def test_a_pull_request_that_judges_itself_is_told(
    vendorlint: Vendorlint, repository: Path, base: str, merged: str
) -> None:
    run = vendorlint("check", GITHUB_EVENT_NAME="pull_request", GITHUB_SHA=merged)
    message = "the pull request's own files judge it; '--policy-from pull-request' takes what judges from its base"
    assert (run.code, run.err) == (0, f"vendorlint: {message}\n")
    assert vendorlint("check", GITHUB_EVENT_NAME="push", GITHUB_SHA=merged).err == ""


def test_a_base_that_is_not_there(vendorlint: Vendorlint, repository: Path, base: str) -> None:
    run = vendorlint("check", "--policy-from", "pull-request", GITHUB_EVENT_NAME="pull_request", GITHUB_SHA=base)
    message = f"no such revision: {base}^1; fetch it first (actions/checkout: 'fetch-depth: 2')"
    assert (run.code, run.err) == (2, f"vendorlint: {repository}: {message}\n")


def test_a_base_that_has_no_configuration_yet(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / ".git").rmdir()
    git(repository, "init", "--quiet")
    git(repository, "commit", "--quiet", "--allow-empty", "-m", "base")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "vendorlint")
    commit = git(repository, "rev-parse", "HEAD")
    run = vendorlint("check", "--policy-from", "pull-request", GITHUB_EVENT_NAME="pull_request", GITHUB_SHA=commit)
    told = f"vendorlint: {commit}^1 has no vendorlint.yaml for this folder; the files judge as they are\n"
    assert (run.code, run.err) == (1, told)
    assert vendorlint("check", "--policy-from", "HEAD~1").code == 2
