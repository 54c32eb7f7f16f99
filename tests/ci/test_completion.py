"""Completion, asked for as the shells' scripts ask, and in bash with its script."""

from __future__ import annotations

import inspect
import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from vendorlint.choices import CHANGES_FORMATS, CHECK_FORMATS
from vendorlint.cli.app import command_line
from vendorlint.cli.completion import _VALUES, _commands
from vendorlint.policy.packs import bundled_packs
from vendorlint.schemas.schema import NAMES

from .conftest import PROGRAM
from .runner import LEFT_OUT


def run(cwd: Path, *arguments: str, **environ: str) -> tuple[int, str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(LEFT_OUT)}
    path = {"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}"}
    done = subprocess.run(arguments, cwd=cwd, env=kept | path | environ, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def offered(cwd: Path, line: str, shell: str = "fish") -> list[str]:
    """What completes a line as far as the cursor; help, which fish shows behind a tab, is left out."""
    words = shlex.split(line) + [""] * line.endswith(" ")
    asked = {
        "_VENDORLINT_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",  # fish
        "_TYPER_COMPLETE_ARGS": line,  # fish and zsh
        "COMP_WORDS": "\n".join(words),  # bash
        "COMP_CWORD": str(len(words) - 1),
    }
    code, out, error = run(cwd, str(PROGRAM), **asked)
    assert (code, error) == (0, "")
    return [each.partition("\t")[0] for each in out.splitlines() if each]


PACKS = [name.removeprefix("vendorlint/") for name in bundled_packs()]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("vendorlint ch", ["check"]),
        ("vendorlint check --vendor ", ["brightroom", "ledgerline"]),
        ("vendorlint check --vendor brightroom --vendor l", ["ledgerline"]),
        ("vendorlint check --policy ", PACKS),
        ("vendorlint check --output ", list(CHECK_FORMATS)),
        ("vendorlint check --output text --output sa", ["sarif"]),
        ("vendorlint check --fail-on ", ["error", "warning", "info"]),
        ("vendorlint diff --output ", list(CHANGES_FORMATS)),
        ("vendorlint history b", ["brightroom"]),
        ("vendorlint explain licence-t", ["licence-term", "licence-transferable"]),
        ("vendorlint explain licence.t", ["licence.transferable"]),
        ("vendorlint policy show --policy d", ["dora-art-30"]),
        ("vendorlint schema ", list(NAMES)),
        ("vendorlint completion ", ["bash", "zsh", "fish"]),
        ("vendorlint check vend", []),  # the shell's own completion of files
    ],
)
@pytest.mark.parametrize("shell", ["fish", "bash"])
def test_words_are_completed(workspace: Path, line: str, words: list[str], shell: str) -> None:
    assert offered(workspace, line, shell) == words


def test_zsh_is_told_to_take_one_of_them(workspace: Path) -> None:
    assert offered(workspace, "vendorlint check --vendor ", "zsh") == [
        '_arguments \'*: :(("brightroom"', '"ledgerline"))\''
    ]  # fmt: skip


def test_only_what_may_be_a_vendor_is_offered(workspace: Path) -> None:
    """zsh evaluates what it is told."""
    for name in ("$(touch pwned)", "a`touch pwned`", "x'; touch pwned; '", "*", "Upper"):
        (workspace / "vendors" / name).mkdir()
    assert offered(workspace, "vendorlint check --vendor ") == ["brightroom", "ledgerline"]


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ("fail_no: error\n", "vendorlint check --vendor "),
        ("vendors: missing\n", "vendorlint check --vendor "),
        ("rego: [missing]\n", "vendorlint explain licence-te"),
    ],
)
def test_no_message_stands_in_the_line_that_is_typed(workspace: Path, settings: str, line: str) -> None:
    (workspace / "vendorlint.yaml").write_text(f"version: 1\n{settings}")
    assert offered(workspace, line) == []


def test_bash_completes_with_its_script(workspace: Path) -> None:
    code, script, error = run(workspace, str(PROGRAM), "completion", "bash")
    assert (code, error) == (0, "")
    lines = "COMP_WORDS=(vendorlint check --vendor led)\nCOMP_CWORD=3\n_vendorlint_completion vendorlint\n"
    typed = f"{script}\n{lines}printf '%s\\n' \"${{COMPREPLY[@]}}\"\ncomplete -p vendorlint\n"
    assert run(workspace, "bash", "--noprofile", "--norc", "-c", typed) == (
        0,
        "ledgerline\ncomplete -o default -F _vendorlint_completion vendorlint\n",
        "",
    )


@pytest.mark.parametrize(
    ("shell", "hook"),
    [("zsh", "compdef _vendorlint_completion vendorlint"), ("fish", "complete --command vendorlint --no-files")],
)
def test_other_shells_have_their_scripts(workspace: Path, shell: str, hook: str) -> None:
    code, script, error = run(workspace, str(PROGRAM), "completion", shell)
    assert (code, error) == (0, "")
    assert [line for line in script.splitlines() if line.startswith(hook)] != []
    assert set(re.findall(r"_\w+_COMPLETE=\w+", script)) == {f"_VENDORLINT_COMPLETE=complete_{shell}"}


def test_values_are_for_parameters_that_there_are() -> None:
    parameters = {
        (command.__name__, name)
        for command in _commands(command_line())
        for name in inspect.signature(command).parameters
    }
    assert set(_VALUES) - parameters == set()
