"""The versions of a folder of terms in a git repository: of a procurement repository's vendor, or of a service in a collection
of Open Terms Archive, which has a folder per service and a file per type of terms."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from vendorlint.changes.revisions import git
from vendorlint.errors import InputError, NothingToCheckError
from vendorlint.vendors import DOCUMENT_SUFFIXES

_RECORD, _FIELD = "\x1e", "\x1f"


@dataclass(frozen=True, slots=True)
class Version:
    """A commit that changed the documents. `date` is the author's, ISO 8601; `blobs` has git's id of each document by name."""

    commit: str
    date: str
    subject: str
    blobs: Mapping[str, str]


def versions_of(folder: Path) -> list[Version]:
    """The versions of the documents in a folder, the oldest first. Raises InputError, and NothingToCheckError for none."""
    if not folder.is_dir():
        raise InputError("no such folder", folder)
    log = git(folder, "log", "--reverse", f"--format={_RECORD}%H{_FIELD}%aI{_FIELD}%s", "--", ".")
    found: list[Version] = []
    for record in log.split(_RECORD)[1:]:
        commit, date, subject = record.strip("\n").split(_FIELD)
        blobs = dict(_blobs(folder, commit))
        if blobs and (not found or blobs != found[-1].blobs):
            found.append(Version(commit, date, subject, blobs))
    if not found:
        raise NothingToCheckError(f"{folder}: git knows no version of a document in it")
    return found


def _blobs(folder: Path, commit: str) -> Iterator[tuple[str, str]]:
    for entry in git(folder, "ls-tree", "-z", commit, "--", "./").split("\0"):
        description, _, path = entry.partition("\t")
        name = PurePosixPath(path).name
        if " blob " in description and is_named_document(name):
            yield name, description.split()[2]


def is_named_document(name: str) -> bool:
    """Whether a file is terms by its name."""
    path = PurePosixPath(name)
    return path.suffix.lower() in DOCUMENT_SUFFIXES and path.stem.lower() != "readme" and not name.startswith(".")


def blob(folder: Path, identity: str) -> bytes:
    """The bytes of one of git's objects."""
    command = ["git", "-C", str(folder), "cat-file", "blob", identity]
    return subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603 - git itself, an id that it gave


def cache_folder(folder: Path) -> Path:
    """Where facts of versions are kept: inside the repository's .git, so that they go wherever the terms go and nowhere else."""
    return Path(git(folder, "rev-parse", "--absolute-git-dir").strip()) / "vendorlint"
