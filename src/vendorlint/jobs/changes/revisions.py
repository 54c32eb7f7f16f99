"""A procurement repository as it was at a revision of git, laid out in a temporary folder."""

from __future__ import annotations

import contextlib
import io
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.files.temporary import temporary_folder
from vendorlint.project.config import Config


@contextlib.contextmanager
def at_revision(config: Config, revision: str) -> Iterator[tuple[Config, Path]]:
    """The configuration with the vendors as they were then, and the folder that stands for the repository.

    Rules, policies and waivers are those of today: the question is what the change of terms means for them. Raises
    InputError for what is no repository or no revision.
    """
    root = Path(git(config.root, "rev-parse", "--show-toplevel").strip())
    commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    if not config.vendors.resolve().is_relative_to(root.resolve()):
        raise InputError(f"is outside of the git repository {root}", config.vendors)
    inside = config.vendors.resolve().relative_to(root.resolve())
    with temporary_folder() as folder:
        archive = _run(root, "archive", "--format=tar", commit, "--", inside.as_posix())
        if archive.returncode:
            raise InputError(f"{revision} has no {inside.as_posix()}: {_complaint(archive)}", root)
        with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
            tar.extractall(folder, filter="data")
        yield replace(config, vendors=folder / inside), folder


def git(folder: Path, *arguments: str) -> str:
    """What a git command prints. Raises InputError with what it complains of."""
    run = _run(folder, *arguments)
    if run.returncode:
        raise InputError(_complaint(run) or f"no such revision: {arguments[-1].removesuffix('^{commit}')}", folder)
    return run.stdout.decode(errors="replace")


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        raise InputError("git is not installed") from None


def _complaint(run: subprocess.CompletedProcess[bytes]) -> str:
    return run.stderr.decode(errors="replace").strip().rpartition("\n")[2]
