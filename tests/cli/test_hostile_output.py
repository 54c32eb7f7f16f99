"""A repository, and words of a command line, that attack whoever reads what a command prints: in every format of every command
they are text."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from vendorlint.choices import (
    CALENDAR_FORMATS,
    CHANGES_FORMATS,
    CHECK_FORMATS,
    DIGEST_FORMATS,
    FILE_FORMATS,
    HISTORY_FORMATS,
)
from vendorlint.cli.app import COMMANDS
from vendorlint.files.yaml.document import dump_yaml, parse_yaml

from ..command import run_command, surroundings

ATTACK = (
    "::error::pwned ::9f::tok ##[error]x ###[add-mask]a ##vso[task.complete]y ##teamcity[z] "
    "\x1b[2J\x9b31m \u202egnp\u2066 \u200b\u00ad\U000e0041"
)
LINES = f"x\n::error::pwned ##vso[a]\n::9f::\n\r{ATTACK}"
QUOTED = json.dumps(ATTACK[:-1])  # YAML knows no pairs of surrogates
TERMS = f"""\
# Terms {ATTACK}

{"The customer and the vendor are the parties to this agreement, and each of them is bound by it for its term. " * 3}

## 1. Content {ATTACK}

We may use Customer Content to train our machine-learning models. {ATTACK} and {ATTACK} more.

1.2 This agreement renews automatically for a year unless {ATTACK} notice is given 30 days before its end.

1.3 {ATTACK} These terms take effect on 1 March 2027.
"""
FILES = {
    "vendorlint.yaml": "version: 1\npolicy: policies/house.yaml\nrego: [rego]\nfacts: [facts]\n",
    "policies/house.yaml": f"version: 1\nname: {QUOTED}\nrequirements:\n  ai-training-opt-in: {{severity: error}}\n",
    "vendors/acme/vendor.yaml": f'version: 1\nname: {QUOTED}\nowner: {QUOTED}\nrenewal_date: "2027-03-01"\n',
    "vendors/acme/terms.md": TERMS,
    f"vendors/acme/{ATTACK.replace('/', '')}.md": TERMS.replace("1 March", "2 April"),
    "waivers.yaml": f"version: 1\nwaivers:\n- {{rule: ai-training-opt-in, vendor: acme, reason: {QUOTED}, approved_by: {QUOTED}, "
    'expires: "2027-02-01"}\n',
    "rego/.keep": "",
    "facts/.keep": "",
}
BROKEN = (
    f"{QUOTED}: 1\n",
    f"version: {QUOTED}\n",
    f"version: 1\n{QUOTED}: {{{QUOTED}: [{QUOTED}]}}\n",
    f"a: {ATTACK}\n",
    f"!{ATTACK} x\n",
    f"a: &{QUOTED} b\n",
    "\x1b[2J: 1\n",
    f"version: 1\nversion: {QUOTED}\n",
    f"a: |\n  {ATTACK}\n b: [",
)
OWN_RULE = f"""\
# METADATA
# title: {QUOTED}
# custom:
#   {QUOTED}: {QUOTED}
package vendorlint.rules.own
deny contains 1 if true
"""
# What a runner takes for a command, and what a terminal does not show: no control character but the ends of lines, and of
# those that hide text only U+200B, with which Markdown keeps a `#1` from becoming a link.
COMMAND_ANYWHERE = re.compile(r"##\w*\[")
COMMAND_OF_A_LINE = re.compile(r"\s*::.*::")
CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200c-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)
OWN_COMMAND = re.compile(r"::(error|warning|notice) (title|file)=")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="names of files that Windows refuses")


def harm(text: str) -> list[str]:
    """The lines that do more than being read."""
    lines = text.replace("\r\n", "\n").split("\n")  # iCalendar ends lines so
    return [
        line
        for line in lines
        if COMMAND_ANYWHERE.search(line)
        or CONTROL.search(line)
        or (COMMAND_OF_A_LINE.match(line) and not OWN_COMMAND.match(line))
    ]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    git(root, "init", "--quiet")
    commit(root)
    return root


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", "-c", f"user.name={ATTACK}", "-c", "user.email=a@example.org", *words], cwd=root, check=True)


def commit(root: Path) -> None:
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", ATTACK)


def test_no_command_says_anything_but_text(hostile: Path) -> None:
    called: set[str] = set()

    def run(*words: str, code: int = 0) -> None:
        called.add(words[0])
        found = run_command(*words, cwd=hostile, environ={"GITHUB_ACTIONS": "true"})
        assert (words, harm(found.out), harm(found.err)) == (words, [], [])
        assert (words, found.code, found.out != "") == (words, code, True), found.err

    def run_in_formats(formats: Sequence[str], *words: str, code: int = 0) -> None:
        """As if each format were printed: a file gets the same text."""
        files = [
            hostile.parent / name for name in formats if name not in FILE_FORMATS
        ]  # reports/test_office.py has those
        outputs = [word for file in files for word in ("--output", f"{file.name}={file}")]
        run(*words, *outputs, "--output", "text", code=code)
        for file in files:
            assert (words, file.name, harm(file.read_text())) == (words, file.name, [])

    decide = ("--reason", ATTACK, "--by", ATTACK, "--note", ATTACK)
    training = ("review", "acme", "--override", "ai.training.customer_content")
    run("extract", "--stdout", "vendors/acme")
    run("extract", "--stdout", "vendors/acme", "--format", "json")
    run("extract", "--check", code=1)
    run("extract")
    clause = "We may use Customer Content to train our machine-learning models."
    run(*training, "--value", "permitted", "--quote", clause, *decide)
    run("review", "acme", "--list", code=1)
    run_in_formats(CHECK_FORMATS, "check", "--today", "2026-11-29")
    run_in_formats(CHECK_FORMATS, "check", "--no-waivers", "--verbose", code=1)
    run("check", "--quiet", "--no-waivers", code=1)
    (hostile / "policies/house.yaml").write_text(FILES["policies/house.yaml"].replace("error", "warning"))
    (hostile / f"policies/{ATTACK.replace('/', '')}.yaml").write_text(FILES["policies/house.yaml"])
    run_in_formats(CHECK_FORMATS, "check", "--no-waivers", "--policy-from", "HEAD", code=1)
    run("check", "--quiet", "--no-waivers", "--policy-from", "HEAD", code=1)
    terms = hostile / "vendors/acme/terms.md"
    terms.write_text(TERMS.replace("30 days", "60 days") + f"\n1.4 {ATTACK} This is another clause of ours.\n")
    run("extract")
    run_in_formats(CHANGES_FORMATS, "diff", "--git", "HEAD", "--verbose")
    run_in_formats(CHANGES_FORMATS, "compare", "acme", "vendors/acme/terms.md", "--verbose")
    commit(hostile)
    run_in_formats(HISTORY_FORMATS, "history", "acme", "--all")
    run_in_formats(DIGEST_FORMATS, "report", "--since", "HEAD~1", "--today", "2026-11-29", "--days", "900")
    run_in_formats(CALENDAR_FORMATS, "calendar", "--today", "2026-11-29")
    run("waivers", "--today", "2026-11-29")
    (hostile / "waivers.yaml").unlink()
    accept = ("--reason", ATTACK, "--by", ATTACK, "--ticket", ATTACK, "--until", "2027-01-01", "--today", "2026-11-29")
    run("waive", "acme/ai-training-opt-in", *accept)
    run("cache")
    run("text", "vendors/acme/terms.md")
    run("text", "vendors/acme/terms.md", "--places")
    for words in (
        "config",
        "policy show",
        "rules",
        "rules --format json",
        "facts",
        "facts --format json",
        "schema facts",
    ):
        run(*words.split())
    run("policy", "export", str(hostile.parent / ATTACK.replace("/", "")))
    run("init", ATTACK.replace("/", "") + "init")
    run("new", "fact", "house.escrow")
    run("test")
    run("baseline", "create")
    run("explain", "ai-training-opt-in")
    run("completion", "bash")
    assert called == {*COMMANDS} - {"lsp", "serve"}  # which end when they are told to


@pytest.mark.parametrize("attack", [ATTACK, LINES], ids=["attack", "lines"])
def test_no_command_repeats_a_word_as_it_is(hostile: Path, attack: str) -> None:
    cases = [[each, attack] for each in COMMANDS if each != "init"] + [
        *([attack], [f"--{attack}"], ["check", f"--{attack}"], ["check", f"--output={attack}"], ["check", "--vendor", attack]),
        *(["check", "--policy", attack], ["check", "--today", attack], ["check", "--fail-on", attack], ["new", "fact", attack]),
        *(["review", attack, "--list"], ["review", "acme", "--confirm", attack, "--by", attack], ["diff", attack, attack]),
        *(["compare", attack, attack], ["compare", "acme", attack]),
        *(["diff", "--git", attack], ["history", "--repo", attack, "--service", attack], ["report", "--since", attack]),
        ["check", "--policy-from", attack],
        *(["new", "rule", "a", "--fact", attack], ["check", "--engine", "opa", "--opa-url", attack], ["--debug", "text", attack]),
    ]  # fmt: skip
    for words in cases:
        found = run_command(*words, cwd=hostile, environ={})
        assert (words, found.code in {2, 3}, found.out, harm(found.err)) == (words, True, "", [])
        assert (words, found.err.count("\n")) == (words, 1)


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".yaml")] + ["vendors/acme/facts.yaml"])
def test_no_broken_file_speaks_through_its_error(hostile: Path, name: str) -> None:
    run_command("extract", cwd=hostile, environ={})
    for text in BROKEN:
        (hostile / name).write_text(text)
        run = run_command("check", cwd=hostile, environ={})
        assert (text, run.code, run.out, harm(run.err)) == (text, 2, "", [])
        assert run.err.startswith(f"vendorlint: {name}:")


def test_no_name_of_a_file_or_folder_speaks(hostile: Path) -> None:
    name = LINES.replace("/", "")
    for path in (
        hostile / "vendors" / name / "terms.md",
        hostile / f"vendors/acme/{name}.pdf",
        hostile / f"rego/{name}.rego",
    ):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"%PDF-1.4 \x1b[2J")
        for words in (("check",), ("extract",), ("calendar",), ("report", "--since", "HEAD"), ("test",)):
            run = run_command(*words, cwd=hostile, environ={})
            assert (words, harm(run.out), harm(run.err)) == (words, [], [])
        shutil.rmtree(path.parent) if path.name == "terms.md" else path.unlink()


def test_no_rule_speaks_through_its_error(hostile: Path) -> None:
    for text in (f"package vendorlint.rules.own\n# {ATTACK}\nx := `{ATTACK}` +\n", OWN_RULE, f"package a\n{ATTACK}"):
        (hostile / "rego/own.rego").write_text(text)
        run = run_command("check", cwd=hostile, environ={})
        assert (run.code, run.out, harm(run.err)) == (2, "", [])
        assert run.err.startswith("vendorlint: rego/own.rego:")


def test_the_traceback_of_an_internal_error_is_text(tmp_path: Path) -> None:
    program = "from vendorlint.errors import internal_error\nimport sys\nprint(internal_error(ValueError(sys.argv[1])))"
    run = subprocess.run(
        [sys.executable, "-c", program, LINES], env=surroundings() | {"VENDORLINT_DEBUG": "1"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert harm(run.stderr) == []
    assert run.stderr.startswith(r"ValueError: x" + "\n" + r"\x3a:error\x3a:pwned \x23#vso[a]" + "\n")


def test_yaml_says_the_same_as_before() -> None:
    for text in (ATTACK, LINES, "fe80::1 # ## #[x]", "\ufffe\uffff\u0085\u2028"):
        content = {"quote": text, text[:100]: [text]}
        dumped = dump_yaml(content)
        assert harm(dumped) == []
        assert parse_yaml(dumped, Path("facts.yaml")).value == content
