"""The versions of a folder of terms in a git repository: of a procurement repository's vendor, or of a service in a collection
of Open Terms Archive, which has a folder per service and a file per type of terms."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator, Mapping, Sequence
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
    records = [record.strip("\n").split(_FIELD) for record in log.split(_RECORD)[1:]]
    found: list[Version] = []
    trees = _trees(folder, [commit for commit, _, _ in records])
    for (commit, date, subject), tree in zip(records, trees, strict=True):
        blobs = {name: identity for name, identity in _blobs(tree, len(commit) // 2) if is_named_document(name)}
        if blobs and (not found or blobs != found[-1].blobs):
            found.append(Version(commit, date, subject, blobs))
    if not found:
        raise NothingToCheckError(f"{folder}: git knows no version of a document in it")
    return found


def _trees(folder: Path, commits: Sequence[str]) -> Iterator[bytes]:
    """What git keeps of the folder in each commit, empty where it has none: of all in one go, as a process each takes most of the time."""
    command = ["git", "-C", str(folder), "cat-file", "--batch"]
    asked = "".join(f"{commit}:./\n" for commit in commits).encode()
    answer = io.BytesIO(subprocess.run(command, input=asked, capture_output=True, check=True).stdout)  # noqa: S603
    for _ in commits:
        header = answer.readline().split()  # id, type and size; or what was asked, and "missing"
        content = answer.read(int(header[2]) + 1)[:-1] if len(header) == 3 else b""
        yield content if b"tree" in header[1:2] else b""


def _blobs(tree: bytes, size: int) -> Iterator[tuple[str, str]]:
    """The name and the id, of so many bytes, of each file: an entry is `<mode> <name>`, a NUL, and the id in bytes."""
    place = 0
    while place < len(tree):
        end = tree.index(b"\0", place)
        mode, _, name = tree[place:end].partition(b" ")
        place = end + 1 + size
        if mode.startswith(b"100"):
            yield name.decode(errors="replace"), tree[end + 1 : place].hex()


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
