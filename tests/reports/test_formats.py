"""Each format of a whole run as it stands, and as those who read it do: the published schemas, a parser of JUnit, the runner."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from junitparser import Failure, JUnitXml, Skipped

from vendorlint import __version__
from vendorlint.schemas.schema import schema

from ..command import Run
from .conftest import TODAY, Vendorlint, published_schema

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {
    "sarif": "sarif",
    "junit": "xml",
    "github": "txt",
    "gitlab": "json",
    "markdown": "md",
    "json": "json",
    "csv": "csv",
}
# Of https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format; there is no published schema of it.
GITLAB_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "additionalProperties": False,
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def checked(vendorlint: Vendorlint, name: str, *options: str) -> str:
    run = vendorlint("check", "--today", TODAY, "--output", name, *options)
    assert (run.code, run.err) == (1, "")
    return run.out


@pytest.mark.parametrize("name", SUFFIXES)
def test_whole_report(vendorlint: Vendorlint, reviewed: Path, name: str) -> None:
    out = checked(vendorlint, name).replace(f'"version": "{__version__}"', '"version": "VERSION"')
    out = re.sub(r'(engine regorus |"name": "regorus",\s+"version": ")[0-9.]+', r"\1VERSION", out)
    assert out == (GOLDEN / f"{name}.{SUFFIXES[name]}").read_bytes().decode()


@pytest.mark.parametrize("name", ["text", *SUFFIXES, "html"])
def test_a_waiver_that_has_expired_is_named(vendorlint: Vendorlint, reviewed: Path, name: str) -> None:
    run = vendorlint("check", "--today", "2027-07-01", "--output", name)
    assert (run.code, run.err) == (1, "")
    assert "2027-06-30" in run.out
    assert "suppressions" not in run.out


def test_sarif_is_what_its_schema_says(vendorlint: Vendorlint, reviewed: Path) -> None:
    sarif = json.loads(checked(vendorlint, "sarif"))
    Draft7Validator(published_schema("sarif-2.1.0.json"), format_checker=Draft7Validator.FORMAT_CHECKER).validate(sarif)
    assert list(empty_texts(sarif)) == []


def empty_texts(value: Any, at: str = "") -> Any:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from empty_texts(each, f"{at}.{key}")
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from empty_texts(each, f"{at}.{index}")
    elif value == "":
        yield at


def test_sarif_regions_are_the_clauses(vendorlint: Vendorlint, reviewed: Path) -> None:
    lines = (reviewed / "vendors/brightroom/terms of service.md").read_text(encoding="utf-8").split("\n")
    shown = []
    for result in json.loads(checked(vendorlint, "sarif"))["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        if "endColumn" in region:
            text = "\n".join(lines[region["startLine"] - 1 : region["endLine"]])
            cut = len(lines[region["endLine"] - 1]) - region["endColumn"] + 1
            shown.append(" ".join(text[region["startColumn"] - 1 : len(text) - cut].split()))
    assert shown == [
        "You grant us a perpetual, worldwide licence to host and copy Your Content:",
        "to train our machine-learning models.",
        "You assign to us all rights in your feedback.",
    ]


def test_sarif_paths_are_of_the_repository(vendorlint: Vendorlint, reviewed: Path, tmp_path: Path) -> None:
    def uris(cwd: Path, *paths: str) -> set[str]:
        out = vendorlint("check", *paths, "--output", "sarif", cwd=cwd).out
        return set(re.findall(r'"uri": "([^"]+)"', out))

    inside = {
        "books/vendors/brightroom/facts.yaml",
        "books/vendors/brightroom/terms%20of%20service.md",
        "books/waivers.yaml",
    }
    assert uris(reviewed) == inside
    assert uris(reviewed / "vendors") == inside
    (tmp_path / ".git").rmdir()
    assert uris(reviewed) == {uri.removeprefix("books/") for uri in inside}
    elsewhere = uris(reviewed / "policies", "../vendors/brightroom/terms of service.md")
    assert elsewhere == {
        (reviewed / name).as_uri() for name in ("vendors/brightroom/terms of service.md", "waivers.yaml")
    }


def test_gitlab_has_the_shape_of_its_documentation(vendorlint: Vendorlint, reviewed: Path) -> None:
    issues = json.loads(checked(vendorlint, "gitlab"))
    Draft7Validator(GITLAB_SCHEMA).validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 4


def test_json_is_what_its_schema_says(vendorlint: Vendorlint, reviewed: Path) -> None:
    Draft7Validator(schema("report")).validate(json.loads(checked(vendorlint, "json")))


def test_junit_as_a_parser_reads_it(vendorlint: Vendorlint, reviewed: Path) -> None:
    xml = JUnitXml.fromstring(checked(vendorlint, "junit").encode())
    (suite,) = xml
    cases = {(case.classname, case.name): [type(each) for each in case.result] for case in suite}
    path = "books/vendors/brightroom/facts.yaml"
    assert cases == {
        (path, "asks-before-naming licence.publicity"): [],
        (path, "licence-ends licence.duration"): [Skipped],
        (path, "no-training ai.training.customer_content"): [Failure],
        (path, "feedback-kept licence.feedback"): [Skipped],
        (path, "content-kept"): [],
    }
    assert (suite.name, suite.tests, suite.failures, suite.errors, suite.skipped) == ("brightroom", 5, 1, 0, 2)
    assert (xml.tests, xml.failures, xml.errors, xml.skipped) == (5, 1, 0, 2)


def test_junit_fails_what_fails_the_check(vendorlint: Vendorlint, reviewed: Path) -> None:
    (suite,) = JUnitXml.fromstring(checked(vendorlint, "junit", "--fail-on", "info").encode())
    assert [case.name for case in suite if [type(each) for each in case.result] == [Failure]] == [
        "asks-before-naming licence.publicity",
        "no-training ai.training.customer_content",
    ]


def test_junit_names_are_unique(vendorlint: Vendorlint, books: Path) -> None:
    """Two findings of a rule about one fact: GitLab would show the first only."""
    rule = books / "rego" / "no-training.rego"
    second = (
        'deny contains object.union(result, {"msg": "Once more"}) if result := finding.judge(rule, node, problem, [])'
    )
    rule.write_text(rule.read_text().replace("rule := {", f"{second}\n\nrule := {{", 1))
    (suite,) = JUnitXml.fromstring(checked(vendorlint, "junit").encode())
    names = [case.name for case in suite]
    assert [name for name in names if name.startswith("no-training")] == [
        "no-training ai.training.customer_content",
        "no-training ai.training.customer_content (2)",
    ]


def as_the_runner_reads(out: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands in a log, by the rules of actions/runner: kind, properties, message."""
    commands = []
    for line in out.split("\n"):
        found = re.fullmatch(r"\s*::([a-z-]+)(?: (.*?))?::(.*)", line)
        if found:
            pairs = [pair.split("=", 1) for pair in (found[2] or "").split(",") if pair]
            properties = {key: unescaped(value, {"%3A": ":", "%2C": ","}) for key, value in pairs}
            commands.append((found[1], properties, unescaped(found[3], {})))
        else:
            assert "##[" not in line
    return commands


def unescaped(text: str, more: dict[str, str]) -> str:
    for escaped, plain in ({"%0D": "\r", "%0A": "\n"} | more | {"%25": "%"}).items():
        text = text.replace(escaped, plain)
    return text


def test_github_commands_as_the_runner_reads_them(vendorlint: Vendorlint, reviewed: Path) -> None:
    terms = "books/vendors/brightroom/terms of service.md"
    commands = as_the_runner_reads(checked(vendorlint, "github"))
    assert [(kind, properties, message.split("\n")[0]) for kind, properties, message in commands] == [
        (
            "error",
            {
                "file": terms,
                "line": "9",
                "endLine": "9",
                "col": "3",
                "endColumn": "40",
                "title": "no-training: brightroom",
            },
            "The terms have training on content",
        ),
        (
            "notice",
            {
                "file": "books/vendors/brightroom/facts.yaml",
                "line": "1",
                "endLine": "1",
                "title": "asks-before-naming: brightroom",
            },
            "Found no clause that says anything of naming of customers",
        ),
        (
            "notice",
            {"file": terms, "line": "5", "endLine": "6", "title": "licence-ends: brightroom (waived)"},
            "The terms have a licence without an end",
        ),
        (
            "notice",
            {
                "file": terms,
                "line": "16",
                "endLine": "16",
                "col": "7",
                "endColumn": "52",
                "title": "feedback-kept: brightroom (in the baseline)",
            },
            "The terms have feedback that is given away",
        ),
        (
            "warning",
            {"file": "books/waivers.yaml", "line": "4", "endLine": "4", "title": "vendorlint"},
            "the waiver for content-kept of brightroom is not used: nothing is found; remove it",
        ),
    ]


def test_github_appends_the_table_to_the_summary(vendorlint: Vendorlint, reviewed: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Of another command\n")
    options = ("check", "--today", TODAY, "--output", "github")
    run = vendorlint(*options, GITHUB_STEP_SUMMARY=str(summary))
    assert run.code == 1
    markdown = checked(vendorlint, "markdown")
    assert summary.read_text(encoding="utf-8") == f"# Of another command\n{markdown}"
    assert vendorlint(*options, GITHUB_STEP_SUMMARY=str(tmp_path)) == Run(
        2, run.out, f"vendorlint: {tmp_path}: the file of GITHUB_STEP_SUMMARY cannot be written: Is a directory\n"
    )
