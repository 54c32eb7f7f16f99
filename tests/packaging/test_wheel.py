"""The wheel, built and installed as a user installs it, holds all it needs: rules, packs, schemas, templates and patterns."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from vendorlint import __version__

ROOT = Path(__file__).parents[2]


def run(*command: str, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`vendorlint` from a wheel in a fresh environment."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT), cwd=folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel), cwd=folder)
    return python.with_name("vendorlint")


def test_the_installed_program_tells_its_version(program: Path, tmp_path: Path) -> None:
    assert run(str(program), "--version", cwd=tmp_path) == f"vendorlint {__version__}\n"


def test_the_installed_program_checks_a_document(program: Path, tmp_path: Path) -> None:
    terms = tmp_path / "terms.md"
    terms.write_text(
        "# Terms\n\nYou grant us a perpetual licence to use your content to provide the Services.\n", encoding="utf-8"
    )
    done = subprocess.run(
        [str(program), "check", "terms.md", "--today", "2026-11-25"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[0] != ""
    assert (
        "terms.md:3:1: error[licence-term] The licence to customer content never ends (medium confidence)"
        in done.stdout.splitlines()
    )


def test_the_installed_program_lays_out_a_repository_that_passes(program: Path, tmp_path: Path) -> None:
    run(str(program), "init", cwd=tmp_path)
    assert (
        run(str(program), "check", cwd=tmp_path)
        .splitlines()[-1]
        .endswith("0 errors, 0 warnings, 0 infos, 3 not applicable")
    )


def test_the_installed_program_knows_its_rules_and_schemas(program: Path, tmp_path: Path) -> None:
    rules = run(str(program), "rules", cwd=tmp_path).splitlines()
    folders = [path for path in (ROOT / "rego" / "vendorlint" / "rules").iterdir() if path.is_dir()]
    assert len(rules) == len(folders)
    for name in ("config", "facts", "policy", "vendor", "rule", "report"):
        assert '"$schema": "http://json-schema.org/draft-07/schema#"' in run(str(program), "schema", name, cwd=tmp_path)


def test_the_installed_extractor_is_compiled(program: Path, tmp_path: Path) -> None:
    shows = "from vendorlint_extractor import shipped; print(bool(shipped.compiled()))"
    python = program.with_name("python.exe" if os.name == "nt" else "python")
    assert run(str(python), "-I", "-c", shows, cwd=tmp_path) == "True\n"
