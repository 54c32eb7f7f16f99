"""A document that somebody writes while it is read. The other's write comes at a fixed moment: after the file was opened and its size
and time were looked at, before its bytes are read."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from vendorlint.files.yaml.document import read_yaml

from .conftest import TERMS

HOME = "vendors/brightleaf"
OTHER = TERMS.replace("60 days", "90 days")
# Python's own files are opened without os.fstat; of ours, only documents are looked at so.
CODE = """\
import os, sys
from pathlib import Path
looked, ways = os.fstat, {
    "in place": lambda path, text: path.write_text(text),
    "renamed": lambda path, text: (path.with_suffix(".new").write_text(text), path.with_suffix(".new").replace(path)),
}
way, text, path = ways[sys.argv.pop(1)], sys.argv.pop(1), Path("vendors/brightleaf/terms.md")
document, written = path.stat().st_ino, []

def look(descriptor):
    found = looked(descriptor)
    if found.st_ino == document and not written:
        written.append(True)
        way(path, text)
    return found

os.fstat = look
from vendorlint.cli.app import main
main()
"""


def run(repository: Path, way: str, text: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A run of vendorlint in which the terms become `text` while they are read."""
    path = repository / HOME / "terms.md"
    os.utime(path, ns=(0, 0))  # however coarse the file system's clock is, the write is seen
    command = [sys.executable, "-c", CODE, way, text, *arguments]
    done = subprocess.run(command, cwd=repository, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert path.read_text() == text
    return done


@pytest.mark.parametrize(
    "text", [OTHER, f"{TERMS}\nOne more.\n", TERMS[:100], ""], ids=["same size", "longer", "cut", "empty"]
)
@pytest.mark.parametrize("command", [["extract"], ["check"], ["extract", "--check"]], ids=" ".join)
def test_it_is_one_line_and_nothing_is_written(repository: Path, command: list[str], text: str) -> None:
    done = run(repository, "in place", text, *command)
    line = f"{HOME}/terms.md: changed while it was read; run again\n"
    assert (done.returncode, done.stdout, done.stderr.removeprefix("vendorlint: ").endswith(line)) == (2, "", True)
    assert done.stderr.count("\n") == 1
    assert [path.name for path in (repository / HOME).iterdir()] == ["terms.md"]


def test_facts_that_were_there_stay_as_they_are(repository: Path) -> None:
    facts = repository / HOME / "facts.yaml"
    plain = [sys.executable, "-c", "from vendorlint.cli.app import main; main()", "extract"]
    subprocess.run(plain, cwd=repository, capture_output=True, timeout=60, check=True)
    before = facts.read_bytes()
    assert run(repository, "in place", OTHER, "extract").returncode == 2
    assert (facts.read_bytes(), len(list((repository / HOME).iterdir()))) == (before, 2)


def test_one_that_is_replaced_is_read_as_it_was(repository: Path) -> None:
    """Hash, facts and quotes are all of the file that was opened; the next run sees the other one."""
    assert run(repository, "renamed", OTHER, "extract").returncode == 0
    content = read_yaml(repository / HOME / "facts.yaml").value
    assert content["documents"][0]["sha256"] == hashlib.sha256(TERMS.encode()).hexdigest()
    notice = content["facts"]["change"]["notice_days"]
    assert (notice["value"], "60 days" in notice["evidence"][0]["quote"]) == (60, True)
    plain = [sys.executable, "-c", "from vendorlint.cli.app import main; main()", "check"]
    checked = subprocess.run(plain, cwd=repository, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert (checked.returncode, "terms.md has changed since its facts were extracted" in checked.stderr) == (2, True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_document(repository: Path) -> None:
    os.mkfifo(repository / HOME / "pipe.md")
    command = [sys.executable, "-c", "from vendorlint.cli.app import main; main()", "check", f"{HOME}/pipe.md"]
    done = subprocess.run(command, cwd=repository, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f"{HOME}/pipe.md: is no file; expected a document\n")
