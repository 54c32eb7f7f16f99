"""action.yml, step by step as the runner runs it, against an API of GitHub's shape on the loopback interface."""

from __future__ import annotations

import json
import re
import subprocess
import sysconfig
from pathlib import Path

import pytest

from vendorlint import __version__
from vendorlint.reports.check.markdown import MARKER

from .github_api import COMMENT, COMMENTS, GitHub
from .runner import ROOT, Job, load_action, read_otherwise

UPLOAD = "github/codeql-action/upload-sarif"


def test_a_violation_fails_the_job_after_its_reports_are_out(job: Job, github: GitHub) -> None:
    code = job.run(sarif="true", comment="true")
    sarif, markdown = (Path(job.outputs[name]) for name in ("sarif-file", "markdown-file"))
    assert (code, job.codes, job.outputs["exit-code"]) == (1, [0, 0, 1], "1")
    assert job.used[UPLOAD] == {"sarif_file": str(sarif), "category": "vendorlint"}
    (run,) = json.loads(sarif.read_text(encoding="utf-8"))["runs"]
    uris = {
        place["physicalLocation"]["artifactLocation"]["uri"] for each in run["results"] for place in each["locations"]
    }
    assert {uri.rpartition("/")[0] for uri in uris} == {"vendors/brightroom"}
    assert github.written == [f"POST {COMMENTS}"]
    assert [comment["body"] for comment in github.comments] == [markdown.read_text(encoding="utf-8")]
    assert job.summary.startswith(f"{MARKER}\n## vendorlint\n\n**Failed**")
    assert [
        line
        for line in job.log.splitlines()
        if line.startswith("::error file=vendors/brightroom/terms-of-service.md,line=36,")
    ]
    assert job.log.endswith("vendorlint: https://github.test/1\n")


def test_a_vendor_that_meets_the_policy_passes(job: Job, github: GitHub) -> None:
    assert job.run(comment="true", paths="vendors/ledgerline\n") == 0
    assert job.outputs["exit-code"] == "0"
    assert "**Passed** (fails on error): " in github.comments[0]["body"]


def test_inputs_are_options_of_the_check(job: Job, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    arguments = f"--vendor\nbrightroom\n--today=2026-11-25\n--output\njson={report}\n"
    assert job.run(policy="ai\nconsumer-saas\n", args=arguments, fail_on="info", extract="false") == 1
    shown = json.loads(report.read_text(encoding="utf-8"))
    assert [finding["vendor"] for finding in shown["findings"]] == ["brightroom"] * len(shown["findings"])
    assert "**Failed** (fails on info): " in job.summary


def test_the_comment_of_the_run_before_is_updated(job: Job, github: GitHub) -> None:
    for number in range(110):
        github.add(f"Comment {number}", "User")
    job.run(comment="true", paths="vendors/ledgerline")
    job.run(comment="true")
    job.run(comment="true")
    assert github.written == [f"POST {COMMENTS}", f"PATCH {COMMENT}111"]
    assert "**Failed** (fails on error): " in github.comments[110]["body"]


def test_what_others_write_is_not_overwritten(job: Job, github: GitHub) -> None:
    github.add(f"{MARKER}\nA person's copy", "User")
    github.add(f"As the bot said: {MARKER}")
    github.comments[0]["user"] = None
    job.run(comment="true")
    assert github.written == [f"POST {COMMENTS}"]


@pytest.mark.parametrize(
    ("event", "head"),
    [
        ("pull_request", "mallory/procurement"),
        ("pull_request_target", "mallory/procurement"),
        ("pull_request_target", "acme/procurement"),
    ],
)
def test_strangers_get_a_verdict_and_nothing_is_written(job: Job, github: GitHub, event: str, head: str) -> None:
    job.event_name, job.head = event, head
    assert job.run(sarif="true", comment="true") == 1
    assert (list(job.used), github.written, job.codes) == (["actions/setup-python"], [], [0, 1])


def test_a_push_has_no_pull_request_to_comment_on(job: Job, github: GitHub) -> None:
    job.event_name = "push"
    assert job.run(sarif="true", comment="true") == 1
    assert (list(job.used), github.written) == (["actions/setup-python", UPLOAD], [])


def test_neither_upload_nor_comment_unless_asked_for(job: Job, github: GitHub) -> None:
    assert job.run() == 1
    assert (list(job.used), github.written) == (["actions/setup-python"], [])


def test_a_comment_that_is_refused_hides_no_verdict(job: Job, github: GitHub) -> None:
    github.refuse = 403
    assert (job.run(comment="true"), job.codes) == (2, [0, 2, 1])
    assert job.log.endswith(
        "vendorlint: the comment on the pull request was not written: GitHub answered 403; "
        "the job needs 'permissions: {pull-requests: write}'\n"
    )


def test_without_the_api_the_verdict_stands(job: Job) -> None:
    job.api = "http://127.0.0.1:9"
    assert (job.run(comment="true"), job.codes) == (2, [0, 2, 1])
    assert job.log.splitlines()[-1].startswith(
        "vendorlint: the comment on the pull request was not written: URLError: "
    )


def test_what_is_wrong_is_no_finding(job: Job, github: GitHub, workspace: Path) -> None:
    (workspace / "vendorlint.yaml").write_text("version: 1\nfail_no: error\n")
    assert job.run(sarif="true", comment="true") == 2
    assert job.outputs == {"exit-code": "2", "sarif-file": "", "markdown-file": ""}
    assert (list(job.used), github.written) == (["actions/setup-python"], [])
    assert "vendorlint: vendorlint.yaml:2:1: unknown key 'fail_no'" in job.log


def test_nothing_to_check_is_no_pass(job: Job, workspace: Path) -> None:
    (workspace / "empty").mkdir()
    (workspace / "vendorlint.yaml").write_text("version: 1\nvendors: empty\n")
    assert (job.run(), job.outputs["exit-code"]) == (3, "3")


def test_facts_that_were_not_read_from_the_terms_fail(job: Job, workspace: Path) -> None:
    facts = workspace / "vendors" / "ledgerline" / "facts.yaml"
    read_otherwise(facts)
    assert (job.run(paths="vendors/ledgerline"), job.outputs["exit-code"]) == (1, "1")
    assert "vendors/ledgerline/facts.yaml: is stale" in job.log
    assert job.run(paths="vendors/ledgerline", extract="false") == 0


def test_a_repository_may_hold_the_contracts_in_a_folder(job: Job, workspace: Path, tmp_path: Path) -> None:
    outer = tmp_path / "outer"
    outer.mkdir()
    workspace.rename(outer / "contracts")
    (outer / "contracts" / ".git").rename(outer / ".git")
    job.workspace = outer
    assert job.run(working_directory="contracts") == 1
    assert "::error file=contracts/vendors/brightroom/terms-of-service.md," in job.log


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def test_a_pull_request_is_judged_by_what_its_base_has(job: Job, workspace: Path) -> None:
    (workspace / ".git").rmdir()
    git(workspace, "init", "--quiet", "--initial-branch=main")
    git(workspace, "add", ".")
    git(workspace, "commit", "--quiet", "-m", "base")
    git(workspace, "checkout", "--quiet", "-b", "change")
    (workspace / "vendorlint.yaml").write_text("version: 1\npolicy: lax.yaml\n")
    (workspace / "lax.yaml").write_text(
        "version: 1\nname: lax\nrequirements: {ai-output-disclaimer: {severity: info}}\n"
    )
    git(workspace, "add", ".")
    git(workspace, "commit", "--quiet", "-m", "change")
    git(workspace, "checkout", "--quiet", "main")
    git(workspace, "merge", "--quiet", "--no-ff", "-m", "merge", "change")
    commit = git(workspace, "rev-parse", "HEAD").strip()
    job.environ = {"GITHUB_EVENT_NAME": "pull_request", "GITHUB_SHA": commit}
    assert job.run(extract="false") == 1
    listed = re.search(r"was not applied:\n\n((?:- .*\n)+)", job.summary)
    assert listed is not None
    assert all(line.startswith("- it would find otherwise: brightroom: ") for line in listed[1].splitlines()[:5])
    assert job.run(extract="false", policy_from="") == 0
    assert "What judged" not in job.summary


@pytest.mark.parametrize("name", ["paths", "policy", "fail_on", "policy_from", "args"])
def test_inputs_are_no_code(job: Job, workspace: Path, name: str) -> None:
    assert job.run(**{name: "$(touch pwned)`touch pwned`'; touch pwned; '\"; touch pwned #"}, extract="false") == 2
    assert list(workspace.rglob("pwned")) == []


def test_no_input_is_text_of_a_script() -> None:
    assert [step["run"] for step in load_action()["runs"]["steps"] if "${{" in step.get("run", "")] == []


def test_what_contracts_say_is_no_command_to_the_runner(job: Job, workspace: Path) -> None:
    folder = workspace / "vendors" / "sly"
    folder.mkdir()
    (folder / "terms.md").write_text(
        "# Terms\n\nYou grant us a perpetual, irrevocable licence to use your content\n::error::and to provide our Services.\n"
    )
    job.run(paths="vendors/sly", args="--verbose", extract="false")
    assert r"\x3a:error\x3a:and to provide" in job.log
    commands = [line for line in job.log.splitlines() if re.search("::[a-z]|##", line)]
    assert [line for line in commands if not re.match(r"::(error|warning|notice) file=vendors/sly/", line)] == []


def dependencies(folder: Path) -> Path:
    """The packages of the tests without vendorlint: what pip finds there it need not download."""
    folder.mkdir()
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if "vendorlint" not in path.name and path.suffix != ".pth":
            (folder / path.name).symlink_to(path)
    return folder


def test_the_action_installs_what_it_runs(job: Job, workspace: Path, wheel: Path, tmp_path: Path) -> None:
    """With a wheel in place of the action's checkout, which pip would build with a hatchling that it downloads."""
    (workspace / wheel.name).write_bytes(wheel.read_bytes())
    job.replaced = {}
    job.environ = {"PIP_NO_INDEX": "1", "PYTHONPATH": str(dependencies(tmp_path / "dependencies"))}
    assert job.run(version=wheel.name) == 1, job.log
    assert job.log.splitlines()[0] == f"vendorlint {__version__}"
    assert job.codes == [0, 0, 1]
    assert (job.temp / "vendorlint" / "bin" / "vendorlint").is_file()


@pytest.mark.parametrize(
    ("version", "message"),
    [
        ("0.1.0 --index-url=http://127.0.0.1:9", "version is '0.1.0 --index-url=http://127.0.0.1:9'; expected one such as 0.1.0, or a path"),
        ("dist", "version is 'dist'; there is no such file or folder in WORKSPACE"),
        ("--help", "version is '--help'; there is no such file or folder in WORKSPACE"),
    ],
)  # fmt: skip
def test_a_version_is_a_version(job: Job, workspace: Path, version: str, message: str) -> None:
    job.replaced = {}
    assert (job.run(version=version), job.codes) == (2, [2])
    assert job.log == f"vendorlint: {message}\n".replace("WORKSPACE", str(workspace))


def test_the_marker_of_the_comment_is_the_reports() -> None:
    assert f'MARKER = "{MARKER}"' in (ROOT / "ci" / "github" / "comment.py").read_text(encoding="utf-8")
