"""What the services that read a report refuse or do not show: left out, the least important first, and told."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from vendorlint.findings.report import Report
from vendorlint.jobs.check import check_targets
from vendorlint.project.config import find_config
from vendorlint.project.project import Project
from vendorlint.project.targets import find_targets
from vendorlint.reports.check.github import MAX_SUMMARY, append_summary, github_report
from vendorlint.reports.check.markdown import markdown_report
from vendorlint.reports.check.sarif import sarif_report

from .conftest import TODAY


@pytest.fixture
def report(reviewed: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    """Findings of four: an error, an info, an error that is waived, a warning in the baseline."""
    monkeypatch.chdir(reviewed)
    config = find_config(reviewed, environ={})
    return check_targets(find_targets([], config, hook=False), Project.of(config), TODAY, trust_facts=True)


def many(report: Report, number: int) -> Report:
    """The same with each finding `number` times."""
    findings = [
        replace(finding, fingerprint=f"{index:060x}{finding.fingerprint[:4]}")
        for index in range(number)
        for finding in report.findings
    ]
    return replace(report, findings=tuple(findings))


def test_sarif_has_no_more_results_than_github_takes(report: Report) -> None:
    (run,) = json.loads(sarif_report(many(report, 10_000), "error"))["runs"]
    assert Counter(result["ruleId"] for result in run["results"]) == {
        "no-training": 10_000,
        "asks-before-naming": 10_000,
        "licence-ends": 5_000,
    }
    notices = [notice["message"]["text"] for notice in run["invocations"][0]["toolExecutionNotifications"]]
    assert notices[1:] == ["40000 findings; the 25000 most severe are results here"]


def test_github_has_the_most_severe_first(report: Report) -> None:
    lines = github_report(many(report, 12), "error").splitlines()
    titles = [re.sub(r".*title=([a-z-]+).*", r"\1", line) for line in lines]
    expected = ("no-training", "asks-before-naming", "licence-ends", "feedback-kept")
    assert titles[:-2] == [rule for rule in expected for _ in range(12)]


def test_markdown_with_room_for_all(report: Report) -> None:
    text = markdown_report(many(report, 5), "error")
    assert (text.count("<details>"), "There is no room" in text) == (20, False)


@pytest.mark.parametrize("number", [60, 1000])
def test_markdown_fits_into_a_comment(report: Report, number: int) -> None:
    text = markdown_report(many(report, number), "error")
    rows, details, total = text.count("\n| ") - 2, text.count("<details>"), 4 * number
    table = f"{total - rows} findings of {total} left out of the table, " if total > rows else ""
    assert re.findall("_(There is no room.*)_", text) == [
        f"There is no room for all: {table}details of {total - details} left out. The other formats have them."
    ]
    assert 64_000 < len(text.encode()) < 65_000
    assert text.count("</details>") == details
    assert (rows == total, details > 0) == (number == 60, number == 60)
    assert re.findall("^\\| ([a-z]+)", text, re.MULTILINE)[1:3] == ["error", "error"]


def test_the_summary_of_a_job_keeps_to_its_limit(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    environ = {"GITHUB_STEP_SUMMARY": str(path)}
    append_summary(many(report, 2000), "error", environ)
    first = path.stat().st_size
    assert MAX_SUMMARY - 4096 < first <= MAX_SUMMARY
    append_summary(report, "error", environ)  # a later command of the same step
    assert path.stat().st_size == first
    assert path.read_text(encoding="utf-8").endswith("\n")
