"""A file that ships and is broken: one true line about it, whatever else a run is to read."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from vendorlint_extractor.shipped import ShippedError, parsed, using

ROOT = Path(__file__).parents[2]
TERMS = "# Terms\n\nLarkspur renews the agreement for a year unless the customer gives notice of thirty days.\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"a: [b\nc: d", "2:2: is no YAML: did not find expected ',' or ']'"),
        (b"a: '", "1:5: is no YAML: found unexpected end of stream"),
        (b"a: \xff", " cannot be used: 'utf-8' codec can't decode byte 0xff in position 3: invalid start byte"),
    ],
)
def test_what_is_no_yaml(tmp_path: Path, text: bytes, said: str) -> None:
    file = tmp_path / "words.yaml"
    file.write_bytes(text)
    with pytest.raises(ShippedError) as caught:
        parsed(file)
    assert str(caught.value) == f"{file}:{said}"


def test_what_a_file_lacks(tmp_path: Path) -> None:
    with pytest.raises(ShippedError) as caught, using(tmp_path):
        {}["linked"]
    assert str(caught.value) == f"{tmp_path}: the key 'linked' is missing"


def test_a_pattern_is_shown_from_its_fault_on(tmp_path: Path) -> None:
    with pytest.raises(ShippedError) as caught, using(tmp_path):
        re.compile("subject to(our")
    assert str(caught.value) == f"{tmp_path}: cannot be used: missing ), unterminated subpattern at position 10: (our"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two packages beside what they are shipped with."""
    folder = tmp_path_factory.mktemp("installed")
    unwanted = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src" / "vendorlint", folder / "src" / "vendorlint", ignore=unwanted)
    shutil.copytree(
        ROOT / "extractor" / "vendorlint_extractor", folder / "src" / "vendorlint_extractor", ignore=unwanted
    )
    for name in ("rego", "policies"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "terms").mkdir()
    (folder / "terms" / "vendorlint.yaml").write_text("version: 1\n")
    for name in ("one", "two"):
        (folder / "terms" / "vendors" / name).mkdir(parents=True)
        (folder / "terms" / "vendors" / name / "terms.md").write_text(TERMS)
        (folder / "terms" / "vendors" / name / "annex.html").write_text("<p>Larkspur renews the agreement.</p>")
    return folder


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("language/cues/en.yaml", "itself:\n  - {pattern: '", "itself:\n  - {pattern: '((", ": cannot be used: missing ), unterminated subpattern"),
        ("language/cues/en.yaml", "\nitself:\n", "\nitzelf:\n", ": the key 'itself' is missing"),
        ("language/places.yaml", "", "places: [", ":2:1: is no YAML: did not find expected node content"),
        ("documents/words.yaml", "refused:", "refuzed:", ": the key 'refused' is missing"),
    ],
)  # fmt: skip
def test_one_line_for_all_vendors(installed: Path, file: str, old: str, new: str, said: str) -> None:
    path = installed / "src" / "vendorlint_extractor" / file
    sound = path.read_text()
    path.write_text(sound.replace(old, new, 1) if old else new)
    try:
        run = subprocess.run(
            [sys.executable, "-c", "from vendorlint.cli.app import main; main()", "extract", "--no-cache"],
            cwd=installed / "terms",
            env=os.environ | {"PYTHONPATH": str(installed / "src")},
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        path.write_text(sound)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert run.stderr.startswith(f"vendorlint: {path}{said}")
    assert list((installed / "terms").rglob("facts.yaml")) == []
