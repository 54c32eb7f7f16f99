"""An exported policy under conftest and `opa eval`: the same findings as `vendorlint check`, over every example."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ..command import Run, run_command
from ..tools import needed

ROOT = Path(__file__).parents[2]
TODAY = ("--today", "2026-11-26")
WAIVERS = """\
version: 1
waivers:
  - {rule: licence-term, vendor: brightroom, reason: Replaced by the end of June., approved_by: legal, expires: "2027-06-30"}
"""


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples with facts files, a waiver and the exported policy."""
    folder = tmp_path_factory.mktemp("repository") / "examples"
    shutil.copytree(ROOT / "examples", folder)
    (folder / "waivers.yaml").write_text(WAIVERS)
    assert vendorlint(folder, "extract").code == 0
    assert vendorlint(folder, "policy", "export", "out", *TODAY).code == 0
    return folder


def vendorlint(folder: Path, *arguments: str) -> Run:
    return run_command(*arguments, cwd=folder, environ={})


def tool(folder: Path, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([needed(name), *arguments], cwd=folder, capture_output=True, text=True, check=False)


def checked(folder: Path, vendor: str) -> set[tuple[str, str, str, bool]]:
    run = vendorlint(folder, "check", f"vendors/{vendor}/facts.yaml", "--output", "json", *TODAY)
    return {
        (found["rule"], found["severity"], found["message"], found["waiver"] is not None)
        for found in json.loads(run.out)["findings"]
    }


@pytest.mark.parametrize("vendor", sorted(path.name for path in (ROOT / "examples" / "vendors").iterdir()))
def test_conftest_and_opa_find_the_same(examples: Path, vendor: str) -> None:
    agree(examples, vendor)


def test_conftest_and_opa_find_the_same_of_what_is_declared(tmp_path: Path) -> None:
    folder = tmp_path / "examples"
    shutil.copytree(ROOT / "examples" / "rules", folder)
    assert vendorlint(folder, "policy", "export", "out", *TODAY).code == 0
    declared = [rule for rule, *_ in agree(folder, "ostergate") if rule.startswith("declared-")]
    assert len(declared) == 10


def agree(examples: Path, vendor: str) -> set[tuple[str, str, str, bool]]:
    """What is found of a vendor, after it was found to be what `opa eval` and conftest find."""
    facts = f"vendors/{vendor}/facts.yaml"
    expected = checked(examples, vendor)
    evaluated = tool(examples, "opa", "eval", "-d", "out", "-i", facts, "data.main.findings", "--format", "raw")
    assert {
        (found["rule"], found["severity"], found["msg"], "waiver" in found) for found in json.loads(evaluated.stdout)
    } == expected
    run = tool(examples, "conftest", "test", "-p", "out", facts, "--output", "json")
    [answer] = json.loads(run.stdout)
    denied = {found["msg"] for found in answer.get("failures", ())}
    warned = {found["msg"] for found in answer.get("warnings", ())}
    accepted = " [waived until 2027-06-30 by legal: Replaced by the end of June.]"
    assert denied == {
        f"{rule}: {text}" for rule, severity, text, waived in expected if severity == "error" and not waived
    }
    assert warned == {
        f"{rule}: {text}{accepted if waived else ''}"
        for rule, severity, text, waived in expected
        if severity != "error" or waived
    }
    assert run.returncode == (1 if denied else 0)
    return expected


def test_the_example_that_is_bad_is_denied_but_for_what_is_waived(examples: Path) -> None:
    found = {(rule, waived) for rule, severity, _, waived in checked(examples, "brightroom") if severity == "error"}
    assert ("ai-training-opt-in", False) in found
    assert [rule for rule, waived in found if waived] == ["licence-term"]


@pytest.mark.parametrize(
    ("mandatory", "expires", "told"),
    [
        ("false", "2026-11-25", "the waiver of legal expired on 2026-11-25"),
        ("true", "2027-06-30", "the waiver of legal does not hold: the rule is mandatory"),
    ],
)
def test_a_waiver_that_does_not_hold_is_told(tmp_path: Path, mandatory: str, expires: str, told: str) -> None:
    folder = tmp_path / "examples"
    shutil.copytree(ROOT / "examples", folder)
    (folder / "waivers.yaml").write_text(WAIVERS.replace("2027-06-30", expires))
    assert vendorlint(folder, "policy", "export", "out", *TODAY).code == 0
    data = folder / "out" / "data.rego"
    data.write_text(re.sub(r'(\\"licence-term\\": \{)', rf'\1\\"mandatory\\": {mandatory}, ', data.read_text()))
    run = tool(folder, "conftest", "test", "-p", "out", "vendors/brightroom/facts.yaml", "--no-color")
    [line] = [line for line in run.stdout.splitlines() if "licence-term: " in line]
    assert line.startswith("FAIL - vendors/brightroom/facts.yaml - main - licence-term: ")
    assert line.endswith(f" [{told}]")


def test_an_export_can_be_read(examples: Path) -> None:
    names = sorted(path.relative_to(examples / "out").as_posix() for path in (examples / "out").rglob("*.*"))
    assert [name for name in names if "/" not in name] == [".manifest", "README.md", "data.rego", "main.rego"]
    shipped = {path.stem.replace("_", "-") for path in (ROOT / "rego/vendorlint/rules").rglob("*.rego")}
    rules = {name.removeprefix("rules/").removesuffix(".rego") for name in names if name.startswith("rules/")}
    assert rules == {name for name in shipped if not name.endswith("-test")}
    assert "lib/finding.rego" in names
    readme = (examples / "out" / "README.md").read_text()
    assert readme.startswith("# example, for conftest and OPA\n")
    assert "    conftest test -p out vendors/VENDOR/facts.yaml\n" in readme
    assert "\n31 rules are turned on: ai-" in readme


def test_an_export_replaces_an_export_and_nothing_else(examples: Path) -> None:
    before = {path: path.read_bytes() for path in (examples / "out").rglob("*") if path.is_file()}
    assert vendorlint(examples, "policy", "export", "out", *TODAY).code == 0
    assert {path: path.read_bytes() for path in (examples / "out").rglob("*") if path.is_file()} == before
    run = vendorlint(examples, "policy", "export", "vendors")
    message = "vendorlint: vendors: is not empty and holds no earlier export; name a new folder\n"
    assert (run.code, run.err) == (2, message)


def test_the_bundle_is_what_a_read_only_server_serves(examples: Path) -> None:
    run = vendorlint(examples, "policy", "export", "policy.tar.gz", *TODAY)
    assert (run.code, run.out) == (0, "policy.tar.gz: 31 requirements of example\n")
    facts = "vendors/brightroom/facts.yaml"
    query = "count(data.vendorlint.rules.ai_training_opt_in.deny)"
    assert tool(examples, "opa", "eval", "-b", "policy.tar.gz", "-i", facts, query, "--format", "raw").stdout == "1\n"


def test_policy_show_says_where_each_key_comes_from(examples: Path) -> None:
    shown = [line.split() for line in vendorlint(examples, "policy", "show").out.splitlines()]
    place = next(index for index, line in enumerate(shown) if line == ["change-notice-days:"])
    assert shown[place + 1] == ["severity:", "warning", "#", shown[place + 1][-1]]
    assert shown[0][:2] == ["name:", "example"]
