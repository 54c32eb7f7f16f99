"""What ships is read the same compiled and not, and as it is now."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from vendorlint_extractor import Extractor, shipped
from vendorlint_extractor.shipped import ROOT

from ..reading import HEADS
from .make import document

TERMS = {
    "en": "Customer retains all rights in Customer Data. We may use Customer Data to train our models. Fees are due within 30 days.\n",
    "fr": "Le Client conserve la propriété de ses données. Nous pouvons modifier les présentes conditions à tout moment.\n",
}
CUES = ROOT / "language" / "cues" / "en.yaml"
SHOWS = "from vendorlint_extractor import shipped as s; print(bool(s.compiled()), list(s.read(s.ROOT / 'language/cues/en.yaml'))[-1])"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The extractor as a user who edits it has it."""
    return Path(shutil.copytree(ROOT, tmp_path / ROOT.name, ignore=shutil.ignore_patterns("__pycache__")))


def shows(package: Path) -> str:
    """Whether the compiled file counts, and the last of the cues."""
    command = [sys.executable, "-c", SHOWS]
    return subprocess.run(command, cwd=package.parent, capture_output=True, text=True, check=True).stdout


def test_the_same_files_compile_to_the_same_bytes_and_once(package: Path) -> None:
    path = package / "compiled.bin"
    path.unlink()
    command = [sys.executable, "-m", "vendorlint_extractor.compiling"]
    subprocess.run(command, cwd=package.parent, check=True)
    written = path.stat().st_mtime_ns
    assert path.read_bytes() == (ROOT / "compiled.bin").read_bytes()
    subprocess.run(command, cwd=package.parent, check=True)
    assert (path.stat().st_mtime_ns, len(list(package.glob("compiled.*")))) == (written, 1)


@pytest.mark.parametrize("code", TERMS)
def test_the_same_is_read_by_what_is_compiled_and_by_what_is_made(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    terms = document(HEADS[code] + TERMS[code])
    facts = Extractor().extract([terms], vendor="orbita").to_dict()
    monkeypatch.setattr(shipped, "compiled", lambda: None)
    monkeypatch.setattr(shipped, "_MADE", {})
    assert Extractor().extract([terms], vendor="orbita").to_dict() == facts
    assert f"sieve {code}" in shipped._MADE
    assert len(facts["facts"]) > 1


def test_an_edited_cue_is_seen(package: Path) -> None:
    last = list(shipped.read(CUES))[-1]
    assert shows(package) == f"True {last}\n"
    with (package / CUES.relative_to(ROOT)).open("a") as cues:
        cues.write("\nadded: []\n")
    assert shows(package) == "False added\n"


def test_so_is_edited_code_that_makes_something_of_them(package: Path) -> None:
    with (package / "readings" / "wanted.py").open("a") as code:
        code.write("\n# another\n")
    assert shows(package).split()[0] == "False"


@pytest.mark.parametrize("damaged", [b"", b"[", b"[1]\n", b"{}\n", None])
def test_a_damaged_file_is_none(package: Path, damaged: bytes | None) -> None:
    path = package / "compiled.bin"
    path.write_bytes(path.read_bytes()[:-1] if damaged is None else damaged)
    assert shows(package).split()[0] == "False"
