"""Runs action.yml as GitHub's runner does: expressions, conditions, environment, files for outputs, one bash per step.

Actions of others (`uses:`) are not run: what they would be given is noted, and `setup-python` answers with the
interpreter of the tests.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from vendorlint.facts.provenance import digests
from vendorlint.files.yaml.document import dump_yaml, parse_yaml

ROOT = Path(__file__).parents[2]
REPOSITORY = "acme/procurement"
# What a test's surroundings may hold and would change a run.
LEFT_OUT = ("PRE_COMMIT", "FORCE_COLOR", "NO_COLOR", "GITHUB_", "VENDORLINT_", "PIP_", "PYTHONPATH")


def load_action() -> dict[str, Any]:
    action: dict[str, Any] = yaml.load(
        (ROOT / "action.yml").read_text(encoding="utf-8"), yaml.BaseLoader
    )  # strings, as for the runner
    return action


@dataclass
class Job:
    """A job with one step, `uses: vendorlint/vendorlint`. `replaced` has the outputs of steps not to run, by id."""

    workspace: Path
    temp: Path
    event_name: str = "push"
    head: str = REPOSITORY
    api: str = "http://127.0.0.1:9"  # nothing listens there
    replaced: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    environ: Mapping[str, str] = field(default_factory=dict)
    log: str = ""
    summary: str = ""
    used: dict[str, dict[str, str]] = field(default_factory=dict)
    codes: list[int] = field(default_factory=list)  # of the scripts that ran
    outputs: dict[str, str] = field(default_factory=dict)

    def run(self, **inputs: str) -> int:
        """The exit code of the first script that failed, or 0."""
        action = load_action()
        contexts = self._contexts()
        contexts["inputs"] = {name: _fill(each.get("default", ""), contexts) for name, each in action["inputs"].items()}
        contexts["inputs"] |= {name.replace("_", "-"): value for name, value in inputs.items()}
        self.log, self.summary, self.used, self.codes = "", "", {}, []
        for step in action["runs"]["steps"]:
            if _holds(step.get("if", "success()"), contexts, failed=any(self.codes)):
                contexts["steps"][step.get("id", "")] = {"outputs": self._step(step, contexts)}
        self.outputs = {name: _fill(each["value"], contexts) for name, each in action["outputs"].items()}
        return next((code for code in self.codes if code), 0)

    def _contexts(self) -> dict[str, Any]:
        event = {}
        if self.event_name.startswith("pull_request"):
            event = {"pull_request": {"number": 7, "head": {"repo": {"full_name": self.head}}}}
        github = {
            "token": "secret-token",
            "action_path": str(ROOT),
            "repository": REPOSITORY,
            "event_name": self.event_name,
            "event": event,
        }
        return {"github": github, "steps": {}}

    def _step(self, step: Mapping[str, Any], contexts: Mapping[str, Any]) -> Mapping[str, str]:
        if step.get("id") in self.replaced:
            return self.replaced[step["id"]]
        if "uses" in step:
            name = step["uses"].partition("@")[0]
            self.used[name] = {key: _fill(value, contexts) for key, value in step["with"].items()}
            return {"python-path": sys.executable} if name == "actions/setup-python" else {}
        return self._script(step, {key: _fill(value, contexts) for key, value in step.get("env", {}).items()}, contexts)

    def _script(
        self, step: Mapping[str, Any], environ: Mapping[str, str], contexts: Mapping[str, Any]
    ) -> Mapping[str, str]:
        files = {name: self.temp / f"{name}-{len(self.codes)}" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for path in files.values():
            path.write_text("")
        script = self.temp / f"script-{len(self.codes)}.sh"
        script.write_text(step["run"])
        kept = {key: value for key, value in os.environ.items() if not key.startswith(LEFT_OUT)}
        runner = {
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_API_URL": self.api,
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(self.temp),
        } | {name: str(path) for name, path in files.items()}
        assert step["shell"] == "bash"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.workspace / _fill(step.get("working-directory", "."), contexts),
            env=kept | runner | dict(self.environ) | dict(environ),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        self.log += done.stdout
        self.summary += files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        self.codes.append(done.returncode)
        lines = files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)


def _fill(text: str, contexts: Mapping[str, Any]) -> str:
    """The text with each `${{ name }}` replaced."""
    return re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda match: _value(match[1], contexts), text)


def _value(name: str, contexts: Mapping[str, Any]) -> str:
    """A value of a context; what is not there is empty."""
    value: Any = contexts
    for part in name.split("."):
        value = value.get(part, {})
    return "" if value == {} else str(value)


def _holds(condition: str, contexts: Mapping[str, Any], *, failed: bool) -> bool:
    """Whether a condition holds: comparisons of names and strings, joined by `&&`, `||`, `!` and brackets."""
    if not re.search(r"\b(success|cancelled)\(\)", condition):
        condition = f"success() && ({condition})"
    tokens = re.findall(r"'[^']*'|&&|\|\||[!=]=|[!()]|[a-z]+\(\)|[\w.-]+", condition)
    assert "".join(tokens) == re.sub(r"\s+(?=([^']*'[^']*')*[^']*$)", "", condition)
    words = {"&&": "and", "||": "or", "!": "not", "success()": str(not failed), "cancelled()": "False"}
    kept = ("==", "!=", "(", ")")
    python = [
        words.get(token, token if token in kept or token[0] == "'" else repr(_value(token, contexts)))
        for token in tokens
    ]
    return bool(eval(" ".join(python)))


def read_otherwise(facts: Path) -> None:
    """A facts file as a version of vendorlint would have written it that is sure of nothing."""
    text = re.sub(r"confidence: \w+", "confidence: low", facts.read_text(encoding="utf-8"))
    content = parse_yaml(text, facts).value
    content["extracted_by"]["facts"] = digests(content)
    facts.write_text(dump_yaml(content), encoding="utf-8")
