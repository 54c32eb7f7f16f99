"""The versions of a folder of terms in a git repository: of a procurement repository's vendor, or of a service in a collection
of Open Terms Archive, which has a folder per service and a file per type of terms."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from vendorlint.errors import InputError, NothingToCheckError
from vendorlint.jobs.changes.revisions import git
from vendorlint.project.folders import OWN_FILES, is_left_out
from vendorlint.project.vendors import DOCUMENT_SUFFIXES

_RECORD, _FIELD = "\x1e", "\x1f"


@dataclass(frozen=True, slots=True)
class Version:
    """A commit that changed the documents. `date` is the author's, ISO 8601; `blobs` has git's id of each document by path."""

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
    tree_of = _Trees(folder)
    roots = [f"{commit}:./" for commit, _, _ in records]
    tree_of.read(roots)
    for (commit, date, subject), root in zip(records, roots, strict=True):
        blobs = dict(tree_of.documents(root, len(commit) // 2))
        if blobs and (not found or blobs != found[-1].blobs):
            found.append(Version(commit, date, subject, blobs))
    if not found:
        raise NothingToCheckError(f"{folder}: git knows no version of a document in it")
    return found


class _Trees:
    """What git keeps of folders: of many in one go, as a process each takes most of the time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, bytes] = {}

    def read(self, names: Sequence[str]) -> None:
        """Read trees by id or as `<commit>:<path>`; one that is not there is empty."""
        command = ["git", "-C", str(self._folder), "cat-file", "--batch"]
        asked = "".join(f"{name}\n" for name in names).encode()
        answer = io.BytesIO(subprocess.run(command, input=asked, capture_output=True, check=True).stdout)  # noqa: S603
        for name in names:
            header = answer.readline().split()  # id, type and size; or what was asked, and "missing"
            content = answer.read(int(header[2]) + 1)[:-1] if len(header) == 3 else b""
            self._known[name] = content if b"tree" in header[1:2] else b""

    def documents(self, tree: str, size: int, inside: str = "") -> Iterator[tuple[str, str]]:
        """The path and the id, of so many bytes, of each document, those in folders inside too, as vendorlint.project.folders has them."""
        if tree not in self._known:
            self.read([tree])
        entries = list(_entries(self._known[tree], size))
        names = [name for _, name, _ in entries]
        if inside and set(names) & set(OWN_FILES):
            return
        for is_folder, name, identity in entries:
            if is_folder and not is_left_out(name, names):
                yield from self.documents(identity, size, f"{inside}{name}/")
            elif not is_folder and is_named_document(name):
                yield f"{inside}{name}", identity


def _entries(tree: bytes, size: int) -> Iterator[tuple[bool, str, str]]:
    """Of each file and folder whether it is a folder, its name and its id: an entry is `<mode> <name>`, a NUL, and the id in
    bytes."""
    place = 0
    while place < len(tree):
        end = tree.index(b"\0", place)
        mode, _, name = tree[place:end].partition(b" ")
        place = end + 1 + size
        if mode.startswith(b"100") or mode == b"40000":
            yield mode == b"40000", name.decode(errors="replace"), tree[end + 1 : place].hex()


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
