"""In a copy of the repository, `just generate` settles in one run, and a fact and a rule are begun, filled in and pass what asks for them."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("docs", "examples", "extractor", "policies", "rego", "requirements", "src", "tests", "tools")
GENERATED = ("docs/facts", "docs/rules", "docs/policies")
SCHEMAS = ("src/vendorlint/schemas/facts.schema.json", "rego/schemas/input.json")
FACT, RULE = "sla.status_page", "sla-status-page"
KEEPS = "Provider shall publish the availability of the Service on a status page."
BREAKS = "Thistlepage will not publish its availability on a status page."
# What a person says where `new` has left a TODO, by file; the first of each pair is what is replaced.
FILLED_IN = {
    "extractor/vendorlint_extractor/ontology.yaml": [
        (
            "TODO true: what the terms say then. false: what they say then.",
            "true: the vendor publishes its availability. false: it does not.",
        )
    ],
    "extractor/vendorlint_extractor/facts/sla/status_page.yaml": [
        (r"\bTODO the telling words\b", r"\bpublish\w*\b[^.;]{0,80}\bstatus page\b"),
        ("TODO A clause that states it, as a drafter would write it.", "Provider shall publish outages on a status page."),
        ("TODO A clause that states the contrary.", "We will not publish outages on any status page."),
        ("TODO A clause that looks alike and states nothing.", "Customer shall publish its own status page."),
        ("why: TODO", "why: the customer's"),
        ("TODO Another one.", "The status page describes the plans."),
    ],
    "rego/vendorlint/rules/sla_status_page/sla_status_page.rego": [
        ("TODO The clause to avoid.", "Provider will not publish its availability on a status page."),
        ("TODO The clause to prefer.", "Provider shall publish its availability on a status page."),
        ("TODO Why it matters, in a sentence for whoever reads the report.", "An outage that nobody tells is looked for at home."),
        ("TODO What to ask the vendor for.", "Ask for a public status page."),
        ("TODO A clause.", "Provider shall publish its availability on a status page."),
        ("TODO What would do.", "A monthly report."),
        ("TODO What would not.", "No figures at all."),
    ],
    "examples/rules/vendors/thistlepage/terms-of-service.md": [(f"TODO A clause that breaks {RULE}.", BREAKS)],
    "examples/rules/vendors/ostergate/subscription-agreement.md": [(f"TODO A clause that keeps {RULE}.", KEEPS)],
}  # fmt: skip

pytestmark = pytest.mark.slow


class Copy:
    """The repository in a folder of its own; its programs import what is there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        paths = os.pathsep.join(str(root / folder) for folder in ("src", "extractor"))
        self._environ = os.environ | {"PYTHONPATH": paths}
        for folder in FOLDERS:
            shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
        for file in ("pyproject.toml", "README.md"):
            shutil.copy(ROOT / file, root / file)
        (root / ".venv" / "bin").mkdir(parents=True)
        for program in ("python", "vendorlint"):  # not what a link leads to: that is Python without the environment
            (root / ".venv" / "bin" / program).write_text(
                f'#!/bin/sh\nexec "{Path(sys.executable).with_name(program)}" "$@"\n'
            )
            (root / ".venv" / "bin" / program).chmod(0o755)

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=self.root, env=self._environ, capture_output=True, text=True, check=False)

    def new(self, *arguments: str) -> list[str]:
        done = self.run(sys.executable, "tools/new.py", *arguments)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.splitlines()

    def generate(self) -> None:
        done = self.run("tools/generate")
        assert done.returncode == 0, done.stdout + done.stderr

    def tests(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", *arguments)

    def digests(self) -> dict[str, str]:
        """Every file but what running leaves behind."""
        files = (path for folder in FOLDERS for path in sorted((self.root / folder).rglob("*")) if path.is_file())
        return {
            path.relative_to(self.root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in files
            if "__pycache__" not in path.parts
        }


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return Copy(tmp_path_factory.mktemp("repository"))


def test_one_run_writes_everything_and_a_second_changes_nothing(copy: Copy) -> None:
    committed = copy.digests()
    for folder in GENERATED:
        shutil.rmtree(copy.root / folder)
    for schema in SCHEMAS:
        (copy.root / schema).unlink()
    (copy.root / "docs" / "extractor-words.md").unlink()
    copy.generate()
    once = copy.digests()
    assert sorted(path for path in committed.keys() | once.keys() if committed.get(path) != once.get(path)) == []
    copy.generate()
    assert copy.digests() == once


def test_a_fact_and_a_rule_in_ten_minutes(copy: Copy) -> None:
    made = copy.new("fact", FACT) + copy.new("rule", RULE, "--pack", "dora-art-30")
    assert [line for line in made if not line.startswith("now ")] == [
        "created extractor/vendorlint_extractor/facts/sla/status_page.yaml",
        "changed extractor/vendorlint_extractor/ontology.yaml",
        "created rego/vendorlint/rules/sla_status_page/sla_status_page.rego",
        "created rego/vendorlint/rules/sla_status_page/sla_status_page_test.rego",
        "changed policies/dora-art-30.yaml",
        "changed policies/strict.yaml",
        "changed examples/rules/policies/every-rule.yaml",
        "changed examples/rules/vendors/thistlepage/terms-of-service.md",
        "changed examples/rules/vendors/ostergate/subscription-agreement.md",
        "changed tests/rego/test_rules_embedded.py",
    ]
    unfilled = copy.tests("tests/docs/test_blanks.py", "tests/extractor/test_examples.py", "-k", f"fill_in or {FACT}")
    assert f"{FACT}: an example is still to be written: TODO A clause that states it" in unfilled.stdout
    assert unfilled.stdout.splitlines()[-1].startswith("5 failed")
    fill_in(copy.root)
    copy.generate()
    after = copy.digests()
    about = f"fill_in or {FACT} or {RULE} or every_fact_has or every_rule or value_is_decided or test_decisions or strictest"
    files = ("docs/test_blanks", "docs/test_facts", "docs/test_examples", "extractor/test_examples", "rego/test_packs")
    files += ("rego/test_rule_docs", "rego/test_rules_embedded")
    passed = copy.tests(*(f"tests/{file}.py" for file in files), "-k", about)
    assert passed.returncode == 0, passed.stdout
    assert copy.digests() == after
    rego = copy.run(sys.executable, "-c", RUN_REGO)
    assert (rego.stdout, rego.stderr) == ("4 []\n", "")


def test_a_new_rule_of_each_type_is_clean_by_the_rego_tools(copy: Copy) -> None:
    tools = ROOT / ".tools" / "bin"
    if not (tools / "regal").exists():
        message = "opa and regal are not built; run tools/go-tools"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    facts = {
        "bool": "licence.granted",
        "enum": "ai.training.consent",
        "set": "licence.purposes",
        "number": "sla.uptime_percent",
    }
    for shape, fact in facts.items():
        copy.new("rule", f"of-{shape}", "--fact", fact)
    rules = [f"rego/vendorlint/rules/of_{shape}" for shape in facts]
    assert copy.run(tools / "opa", "fmt", "--list", *rules).stdout == ""
    config = ("--format", "json", "--config-file", "rego/.regal/config.yaml")
    linted = json.loads(copy.run(tools / "regal", "lint", *config, "rego/vendorlint/lib", *rules).stdout)
    assert linted["violations"] == []
    covered = json.loads(copy.run(tools / "opa", "test", "--coverage", "rego/vendorlint/lib", *rules).stdout)["files"]
    assert [covered[f"{rule}/{Path(rule).name}.rego"].get("not_covered") for rule in rules] == [None] * 4


RUN_REGO = f"""
from pathlib import Path
from vendorlint.engines.embedded import EmbeddedEngine
from vendorlint.policy.rules import load_rules, load_tests
tests = load_tests([Path("rego/vendorlint/lib/cases"), Path("rego/vendorlint/rules/{RULE.replace("-", "_")}")])
cases = EmbeddedEngine(60, 2000).run_tests(load_rules([Path("rego")]).modules, tests)
print(len(cases), [case for case in cases if case[3]])
"""


def fill_in(root: Path) -> None:
    for file, pairs in FILLED_IN.items():
        text = (root / file).read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        (root / file).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("fact", "data"), "found 'data'; expected <family>.<fact>, in lower-case letters, digits and '_'"),
        (("fact", "slaa.page"), "'slaa' is no family of facts (did you mean 'sla'?); a new one begins with its title in CATEGORIES of generate_rule_docs.py"),
        (("fact", "data.dpa"), "the fact 'data.dpa' exists already; choose another id"),
        (("rule", "data-dpa", "--fact", "licence.irrevocable"), "the rule 'data-dpa' exists already; choose another id"),
        (("rule", "data-dpas"), "no fact is named as 'data-dpas' (did you mean 'data-dpa'?); say which it judges: --fact FACT"),
        (("rule", "mine", "--fact", "data.dpa", "--pack", "dora"), "unknown pack 'vendorlint/dora' (did you mean 'vendorlint/ai'?)"),
    ],
)  # fmt: skip
def test_what_cannot_be_new(arguments: tuple[str, ...], message: str) -> None:
    command = [sys.executable, "tools/new.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"tools/new.py: {message}\n")
