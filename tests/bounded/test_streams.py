"""Where a command's output or its working folder is gone, it ends with 2 and a line, and never with the code of findings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ..command import COMMAND, surroundings

CLOSED = "vendorlint: the output was closed before all of it was written\n"
GONE = "vendorlint: the working folder is gone; change to one that is there\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and folders that are gone are a Unix matter")


def ended(*words: str, cwd: Path, stdout: int, before: str = "") -> tuple[int, str]:
    """Exit code and stderr of a process that runs `before` first."""
    command = [sys.executable, "-c", f"{before}\n{COMMAND[2]}"]
    run = subprocess.run(
        [*command, *words], cwd=cwd, stdout=stdout, stderr=subprocess.PIPE, env=surroundings(), check=False
    )
    return run.returncode, run.stderr.decode()


@pytest.mark.parametrize("words", [("rules",), ("schema", "facts"), ("--help",)])
def test_a_pipe_that_nobody_reads(tmp_path: Path, words: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        assert ended(*words, cwd=tmp_path, stdout=writer) == (2, CLOSED)
    finally:
        os.close(writer)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no such device")
def test_a_disk_that_is_full(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        assert ended("rules", cwd=tmp_path, stdout=full.fileno()) == (
            2,
            "vendorlint: the output: No space left on device\n",
        )


def test_no_output_at_all(tmp_path: Path) -> None:
    closing = "import os, sys; sys.stdout = None; os.close(1)"
    assert ended("rules", cwd=tmp_path, stdout=subprocess.DEVNULL, before=closing) == (0, "")


@pytest.mark.parametrize("words", [("check",), ("extract",), ("rules",), ("init",)])
def test_a_working_folder_that_is_gone(tmp_path: Path, words: tuple[str, ...]) -> None:
    leaving = f"import os; os.mkdir('x'); os.chdir('x'); os.rmdir({str(tmp_path / 'x')!r})"
    assert ended(*words, cwd=tmp_path, stdout=subprocess.DEVNULL, before=leaving) == (2, GONE)
