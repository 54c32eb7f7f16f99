"""What ships is read the same compiled and not, and as it is now."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from vendorlint_extractor import Extractor, compiling, shipped
from vendorlint_extractor.shipped import ROOT, Compiled

from ..reading import HEADS
from .make import document

TERMS = {
    "en": "Customer retains all rights in Customer Data. We may use Customer Data to train our models. Fees are due within 30 days.\n",
    "fr": "Le Client conserve la propriété de ses données. Nous pouvons modifier les présentes conditions à tout moment.\n",
}
CUES = ROOT / "language" / "cues" / "en.yaml"
SHOWS = "from vendorlint_extractor import shipped as s; print(bool(s.compiled()), list(s.read(s.ROOT / 'language/cues/en.yaml'))[-1])"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A compiled file that was made here, and all that it was made of, uncompiled."""
    path = tmp_path_factory.mktemp("compiled") / "compiled.bin"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shipped, "COMPILED", path)
        shipped.compiled.cache_clear()
        compiling.main()
    shipped.compiled.cache_clear()
    return path


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The extractor as a user who edits it has it."""
    return Path(shutil.copytree(ROOT, tmp_path / ROOT.name, ignore=shutil.ignore_patterns("__pycache__")))


def shows(package: Path) -> str:
    """Whether the compiled file counts, and the last of the cues."""
    command = [sys.executable, "-c", SHOWS]
    return subprocess.run(command, cwd=package.parent, capture_output=True, text=True, check=True).stdout


def test_the_same_files_compile_to_the_same_bytes(made: Path) -> None:
    assert made.read_bytes() == (ROOT / "compiled.bin").read_bytes()


@pytest.mark.usefixtures("made")
def test_what_is_compiled_is_what_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = shipped.compiled()
    assert compiled is not None
    assert {name: compiled.content(name) for name in compiled.places} == shipped._MADE
    read = [document(HEADS[code] + text) for code, text in TERMS.items()]
    monkeypatch.setattr(shipped, "_MADE", {})
    facts = [Extractor().extract([each], vendor="orbita").to_dict() for each in read]
    monkeypatch.setattr(shipped, "compiled", lambda: Compiled(b"", {}))
    assert [Extractor().extract([each], vendor="orbita").to_dict() for each in read] == facts
    assert [len(each["facts"]) > 1 for each in facts] == [True, True]


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
