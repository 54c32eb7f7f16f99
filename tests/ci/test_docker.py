"""The Dockerfile, which is not built here: what it says, and that its files are enough to build of."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from .dockerfile import instructions, sources
from .runner import ROOT


def arguments(wanted: str) -> list[str]:
    return [given for name, given in instructions() if name == wanted]


def test_the_bases_are_pinned() -> None:
    assert arguments("FROM") == ["python:3.13-slim AS build", "python:3.13-slim"]


def test_nothing_is_fetched_but_packages() -> None:
    assert arguments("ADD") == []
    assert [given for name, given in instructions() if "://" in given and name != "LABEL"] == []


def test_packages_are_those_that_are_pinned() -> None:
    commands = [command.strip() for given in arguments("RUN") for command in given.split("&&")]
    assert [command.partition("/bin/")[2] for command in commands if "/bin/" in command] == [
        "pip install --require-hashes --requirement requirements/build.txt",
        "pip wheel --no-deps --no-build-isolation --wheel-dir /wheels .",
        "pip install --require-hashes --requirement requirements/run.txt",
        "pip install --no-deps /wheels/*.whl",
        "pip uninstall --yes pip",
    ]


def test_it_runs_vendorlint_and_not_as_root() -> None:
    last = [name for name, _ in instructions()][-4:]
    assert last == ["WORKDIR", "USER", "ENTRYPOINT", "CMD"]
    assert (arguments("WORKDIR")[-1], arguments("USER")) == ("/work", ["65532:65532"])
    assert (json.loads(arguments("ENTRYPOINT")[0]), json.loads(arguments("CMD")[0])) == (["vendorlint"], ["check"])


def test_the_context_holds_what_is_copied_and_nothing_else() -> None:
    lines = [line for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert lines == ["*", *(f"!{source}" for source in sources()), "**/__pycache__"]


def test_what_is_copied_is_enough(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    rules = {path.parent.relative_to(ROOT).as_posix() for path in ROOT.glob("rego/vendorlint/rules/*/*.rego")}
    assert rules == {
        Path(name).parent.relative_to("vendorlint/_bundled").as_posix()
        for name in names
        if name.startswith("vendorlint/_bundled/rego/vendorlint/rules/") and name.endswith(".rego")
    }
    assert {
        "vendorlint/cli/app.py",
        "vendorlint_extractor/__init__.py",
        "vendorlint_extractor/compiled.bin",
        "vendorlint/_bundled/policies/ai.yaml",
    } <= names
