"""The rules under OPA's own tools. They are built by tools/go-tools; A failing test is told by its name, with the expression that does not hold."""

import json
import subprocess
import sys
from pathlib import Path

from ..tools import needed

ROOT = Path(__file__).parents[2]
RULES = "rego/vendorlint"
CHECK = ("check", "--strict", "--capabilities", "rego/capabilities.json", "--schema", "rego/schemas", RULES)
RULE = """\
# METADATA
# title: A rule of somebody's own
# schemas:
#   - input: schema.input
package vendorlint.rules.own

import rego.v1

deny contains result if {{
{body}
}}
"""


def run(tool: str, *arguments: str) -> tuple[int, str]:
    """The tool's exit code, and all that it printed."""
    done = subprocess.run([needed(tool), *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_rules_are_formatted():
    assert run("opa", "fmt", "--list", RULES) == (0, "")


def test_rules_are_strict_keep_to_the_built_ins_and_name_facts_that_exist():
    assert run("opa", *CHECK) == (0, "")


def test_every_line_is_covered():
    code, printed = run("opa", "test", "--coverage", RULES)
    assert code == 0, printed  # no JSON, where a test fails
    files = json.loads(printed)["files"]
    assert (code, {path: found["not_covered"] for path, found in files.items() if "not_covered" in found}) == (0, {})


def failures(*folders: str) -> str:
    """What `opa test` prints of the tests that fail: each with its file, line, name and the expression that does not hold."""
    code, printed = run("opa", "test", "--var-values", *folders)
    return printed if code else ""


def test_every_test_passes():
    assert failures(RULES) == ""


def test_a_failing_test_is_told_with_its_name_and_what_does_not_hold(tmp_path):
    (tmp_path / "own_test.rego").write_text("package own_test\n\nimport rego.v1\n\ntest_sum if 1 + 1 == 3\n")
    shown = failures(str(tmp_path))
    assert "data.own_test.test_sum: FAIL" in shown
    assert f"{tmp_path}/own_test.rego:5:" in shown
    assert "1 + 1 == 3" in shown


def test_regal_has_nothing_to_say():
    code, printed = run("regal", "lint", "--format", "json", "--config-file", "rego/.regal/config.yaml", RULES)
    assert (code, json.loads(printed)["violations"]) == (0, [])


def refusal(folder: Path, body: str) -> str:
    (folder / "own.rego").write_text(RULE.format(body=body))
    code, printed = run("opa", *CHECK, str(folder))
    assert code == 1
    return printed.removeprefix(f"1 error occurred: {folder}/").splitlines()[0]


def test_a_mistyped_fact_is_refused(tmp_path):
    body = '\tinput.facts.licence.irevocable.value == true\n\tresult := {"msg": "irrevocable"}'
    assert (
        refusal(tmp_path, body) == "own.rego:10: rego_type_error: undefined ref: input.facts.licence.irevocable.value"
    )


def test_a_mistyped_key_of_a_fact_is_refused(tmp_path):
    body = '\tinput.facts.licence.irrevocable.vale == true\n\tresult := {"msg": "irrevocable"}'
    assert (
        refusal(tmp_path, body) == "own.rego:10: rego_type_error: undefined ref: input.facts.licence.irrevocable.vale"
    )


def test_a_built_in_that_reaches_outside_is_refused(tmp_path):
    body = '\tresult := {"msg": http.send({"method": "get", "url": "http://127.0.0.1"}).body}'
    assert refusal(tmp_path, body) == "own.rego:10: rego_type_error: undefined function http.send"


def test_the_capabilities_are_those_of_the_pinned_opa():
    run("opa", "version")
    check = [sys.executable, "tools/generate_rego_capabilities.py", "--check"]
    done = subprocess.run(check, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_input_schema_knows_the_facts_of_the_ontology():
    check = [sys.executable, "tools/generate_rego_schema.py", "--check"]
    done = subprocess.run(check, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_conftest_says_the_same(tmp_path):
    clause = {"document": "terms", "lines": [7, 7], "column": 1, "quote": "Customer grants a perpetual licence."}
    fact = {"value": "perpetual", "confidence": "high", "evidence": [clause]}
    (tmp_path / "facts.json").write_text(json.dumps({"vendor": "acme", "facts": {"licence": {"duration": fact}}}))
    requirement = {"licence-term": {"severity": "error", "params": {}}}
    data = {"vendorlint_data": {"requirements": requirement, "vendors": {}, "today": "2026-11-25"}}
    (tmp_path / "data.json").write_text(json.dumps(data))
    where = ["--policy", RULES, "--data", f"{tmp_path}/data.json", f"{tmp_path}/facts.json"]
    code, printed = run("conftest", "test", "--all-namespaces", "--output", "json", *where)
    failures = [failure for result in json.loads(printed) for failure in result.get("failures", ())]
    assert (code, failures) == (
        1,
        [
            {
                "msg": "The licence to customer content never ends",
                "metadata": {
                    "query": "data.vendorlint.rules.licence_term.deny",
                    "rule": "licence-term",
                    "severity": "error",
                    "status": "stated",
                    "fact": "licence.duration",
                    "value": "perpetual",
                    "required": ["term", "content_lifetime"],
                    "evidence": [clause],
                },
            }
        ],
    )
