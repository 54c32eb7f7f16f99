"""Several reports of one run: where they go, and what is no output."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from ..command import Run
from .conftest import TODAY, Vendorlint

KNOWN = "text, json, sarif, junit, github, gitlab, markdown, html, csv, docx, xlsx"


def test_text_to_stdout_and_others_to_files(vendorlint: Vendorlint, reviewed: Path, tmp_path: Path) -> None:
    text = vendorlint("check", "--today", TODAY)
    assert text.code == 1
    files = {"json": tmp_path / "a=b,c.json", "text": tmp_path / "report.txt"}
    files["text"].write_text("of an earlier run")
    outputs = [word for name, path in files.items() for word in ("--output", f"{name}={path}")]
    run = vendorlint("check", "--today", TODAY, "--output", "sarif", *outputs)
    assert (run.code, run.err, json.loads(run.out)["version"]) == (1, "", "2.1.0")
    assert files["text"].read_text() == text.out
    assert json.loads(files["json"].read_text())["summary"]["error"] == 1
    assert vendorlint("check", "--today", TODAY, "--output", f"json={tmp_path / 'only.json'}") == Run(1, "", "")
    assert vendorlint("check", "--exit-zero", "--output", "gitlab").code == 0


def test_a_file_has_no_colours_unless_asked_for(vendorlint: Vendorlint, reviewed: Path) -> None:
    (reviewed / "out").mkdir()
    for options, environ, coloured in (
        ((), {"FORCE_COLOR": "1"}, False),
        (("--color", "always"), {}, True),
    ):
        vendorlint("check", "--output", "text=out/report.txt", *options, **environ)
        assert ("\x1b[" in (reviewed / "out" / "report.txt").read_text()) == coloured


def test_outputs_of_the_configuration(vendorlint: Vendorlint, reviewed: Path) -> None:
    path = reviewed / "vendorlint.yaml"
    path.write_text(f"{path.read_text()}output: [text, sarif=out.sarif]\n")
    run = vendorlint("check", cwd=reviewed / "vendors")
    assert (run.code, run.out.startswith("brightroom/terms of service.md:9:3: error")) == (1, True)
    assert json.loads((reviewed / "out.sarif").read_text())["version"] == "2.1.0"
    (reviewed / "out.sarif").unlink()
    assert vendorlint("check", "--output", "json").out.startswith("{")
    assert not (reviewed / "out.sarif").exists()
    (shown,) = [line for line in vendorlint("config").out.splitlines() if line.startswith("output ")]
    assert shown.split() == ["output", "text,", f"sarif={reviewed / 'out.sarif'}", "vendorlint.yaml:4"]


@pytest.mark.parametrize(
    ("outputs", "message"),
    [
        (("jnuit",), f"--output: unknown format 'jnuit'; expected one of {KNOWN} (did you mean 'junit'?)"),
        (("xml=a.xml",), f"--output: unknown format 'xml'; expected one of {KNOWN}"),
        (("json="), "--output: found 'json='; expected json or json=FILE"),
        (("text", "github"), "--output: text and github both go to stdout; write one to a file, as in github=FILE"),
        (("json=a", "sarif=./a"), "--output: json and sarif both go to a"),
        (("json=no/where/a",), "no/where/a: cannot be written: there is no folder no/where"),
        (("json=vendors",), "vendors: is a folder; expected the file to write"),
    ],
)
def test_what_is_no_output(vendorlint: Vendorlint, books: Path, outputs: tuple[str, ...] | str, message: str) -> None:
    words = [outputs] if isinstance(outputs, str) else outputs
    options = [option for word in words for option in ("--output", word)]
    assert vendorlint("check", *options) == Run(2, "", f"vendorlint: {message}\n")


def test_a_pipe_is_refused_before_the_run(vendorlint: Vendorlint, books: Path) -> None:
    os.mkfifo(books / "pipe")
    told = "vendorlint: pipe: is no regular file; expected the file to write\n"
    assert vendorlint("check", "--output", "json=pipe") == Run(2, "", told)
    assert (books / "pipe").is_fifo()


def test_a_run_that_fails_writes_nothing(vendorlint: Vendorlint, books: Path) -> None:
    (books / "out.json").write_text("of an earlier run")
    (books / "policies" / "house.yaml").write_text("version: 1\n")
    assert vendorlint("check", "--output", "json=out.json").code == 2
    (books / "policies" / "house.yaml").unlink()
    assert vendorlint("check", "--output", "json=out.json").code == 2
    assert (books / "out.json").read_text() == "of an earlier run"


def test_two_names_of_one_file(vendorlint: Vendorlint, books: Path) -> None:
    (books / "b").symlink_to(books / "a")
    run = vendorlint("check", "--output", "json=a", "--output", "sarif=b")
    assert run == Run(2, "", "vendorlint: --output: json and sarif both go to b\n")
