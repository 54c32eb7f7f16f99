"""A document that somebody writes while it is read. The other's write comes at a fixed moment: after the file was opened and its size
and time were looked at, before its bytes are read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from vendorlint.files.yaml.document import read_yaml

from ..command import Run, run_command
from .conftest import TERMS

HOME = "vendors/brightleaf"
# The look at the open document that the write follows; those before are at whether it is a file and, where a facts file is to be
# brought up to date, at what the document says now.
WRITTEN = {"extract": 5, "check": 2}
OTHER = TERMS.replace("60 days", "90 days")


def in_place(path: Path, text: str) -> None:
    path.write_text(text)


def renamed(path: Path, text: str) -> None:
    path.with_suffix(".new").write_text(text)
    path.with_suffix(".new").replace(path)


def run(repository: Path, way: Callable[[Path, str], None], text: str, *arguments: str) -> Run:
    """A run of vendorlint in which the terms become `text` while they are read."""
    path = repository / HOME / "terms.md"
    os.utime(path, ns=(0, 0))  # however coarse the file system's clock is, the write is seen
    looked, document, looks = os.fstat, path.stat().st_ino, [0]

    def look(descriptor: int) -> os.stat_result:
        # Python's own files are opened without os.fstat; of ours, only documents are looked at so.
        found = looked(descriptor)
        looks[0] += found.st_ino == document
        if found.st_ino == document and looks[0] == WRITTEN[arguments[0]]:
            way(path, text)
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fstat", look)
        done = run_command(*arguments, cwd=repository, environ={})
    assert path.read_text() == text
    return done


@pytest.mark.parametrize(
    "text", [OTHER, f"{TERMS}\nOne more.\n", TERMS[:100], ""], ids=["same size", "longer", "cut", "empty"]
)
@pytest.mark.parametrize("command", [["extract"], ["check"], ["extract", "--check"]], ids=" ".join)
def test_it_is_one_line_and_nothing_is_written(repository: Path, command: list[str], text: str) -> None:
    done = run(repository, in_place, text, *command)
    line = f"{HOME}/terms.md: changed while it was read; run again\n"
    assert (done.code, done.out, done.err.removeprefix("vendorlint: ").endswith(line)) == (2, "", True)
    assert done.err.count("\n") == 1
    assert [path.name for path in (repository / HOME).iterdir()] == ["terms.md"]


def test_facts_that_were_there_stay_as_they_are(repository: Path) -> None:
    facts = repository / HOME / "facts.yaml"
    assert run_command("extract", cwd=repository, environ={}).code == 0
    before = facts.read_bytes()
    assert run(repository, in_place, OTHER, "extract").code == 2
    assert (facts.read_bytes(), len(list((repository / HOME).iterdir()))) == (before, 2)


def test_one_that_is_replaced_is_read_as_it_was(repository: Path) -> None:
    """Hash, facts and quotes are all of the file that was opened; the next run sees the other one."""
    assert run(repository, renamed, OTHER, "extract").code == 0
    content = read_yaml(repository / HOME / "facts.yaml").value
    assert content["documents"][0]["sha256"] == hashlib.sha256(TERMS.encode()).hexdigest()
    notice = content["facts"]["change"]["notice_days"]
    assert (notice["value"], "60 days" in notice["evidence"][0]["quote"]) == (60, True)
    checked = run_command("check", cwd=repository, environ={})
    assert "facts.yaml: is stale: terms.md changed (" in checked.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_document(repository: Path) -> None:
    os.mkfifo(repository / HOME / "pipe.md")
    done = run_command("check", f"{HOME}/pipe.md", cwd=repository, environ={})
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(f"{HOME}/pipe.md: is no file; expected a document\n")
