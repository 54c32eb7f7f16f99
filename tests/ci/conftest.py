from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .dockerfile import sources
from .github_api import GitHub, serve
from .runner import ROOT, Job

PROGRAM = Path(sys.executable).with_name("vendorlint")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A checkout of a procurement repository: the examples, of whose two vendors one breaks the policy."""
    folder = tmp_path / "workspace"
    shutil.copytree(ROOT / "examples", folder, ignore=shutil.ignore_patterns("rules"))
    (folder / ".git").mkdir()
    return folder


@pytest.fixture
def github() -> Iterator[GitHub]:
    with serve() as api:
        yield api


@pytest.fixture
def job(tmp_path: Path, workspace: Path, github: GitHub) -> Job:
    """A job on a pull request, in which vendorlint is installed already: the one of the tests."""
    temp = tmp_path / "temp"
    temp.mkdir()
    installed = {"install": {"program": str(PROGRAM)}}
    return Job(workspace, temp, event_name="pull_request", api=github.url, replaced=installed)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built of the files that the Dockerfile copies, and without isolation, so that nothing is downloaded."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in sources():
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("compiled.bin"))
        else:
            shutil.copy(ROOT / name, folder / name)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = (folder / "dist").glob("*.whl")
    return path
