"""The versions of a folder of terms in a git repository: of a procurement repository's vendor, or of a service in a collection
of Open Terms Archive, which has a folder per service and a file per type of terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from vendorlint.errors import InputError, NothingToCheckError
from vendorlint.files.git import Repository
from vendorlint.project.folders import OWN_FILES, is_left_out
from vendorlint.project.vendors import DOCUMENT_SUFFIXES, NO_TERMS


@dataclass(frozen=True, slots=True)
class Version:
    """A commit that changed the documents. `date` is the author's, ISO 8601; `blobs` has git's id of each document by path."""

    commit: str
    date: str
    subject: str
    blobs: Mapping[str, str]


def versions_of(folder: Path, repository: Repository) -> list[Version]:
    """The versions of the documents in a folder, the oldest first. Raises InputError, and NothingToCheckError for none."""
    inside = repository.inside(folder)
    found: list[Version] = []
    for commit in map(repository.commit, repository.history(inside)):
        tree = repository.folder(commit.tree, inside)
        blobs = dict(recorded_documents(repository, tree)) if tree else {}
        if blobs and (not found or blobs != found[-1].blobs):
            found.append(Version(commit.identity, commit.date, commit.subject, blobs))
    if not found:
        raise NothingToCheckError(f"{folder}: git knows no version of a document in it")
    return found


def recorded_folders(parent: Path, bare: Path | None = None) -> list[str]:
    """The names of the folders in one that git has at what is checked out, whether or not their files are; none where there is no
    git."""
    try:
        with Repository(parent, bare) as repository:
            tree = repository.folder(repository.commit(repository.commit_id("HEAD")).tree, repository.inside(parent))
            return [entry.name for entry in repository.entries(tree) if entry.kind == "folder"] if tree else []
    except InputError:
        return []


def recorded_documents(repository: Repository, tree: str, inside: str = "") -> Iterator[tuple[str, str]]:
    """The path and the id of each document, those in folders inside too, as vendorlint.project.folders has them."""
    entries = list(repository.entries(tree))
    names = [entry.name for entry in entries]
    if inside and set(names) & set(OWN_FILES):
        return
    for entry in entries:
        if entry.kind == "folder" and not is_left_out(entry.name, names):
            yield from recorded_documents(repository, entry.identity, f"{inside}{entry.name}/")
        elif entry.kind == "file" and is_named_document(entry.name):
            yield f"{inside}{entry.name}", entry.identity


def is_named_document(name: str) -> bool:
    """Whether a file is terms by its name."""
    path = PurePosixPath(name)
    return path.suffix.lower() in DOCUMENT_SUFFIXES and path.stem.lower() != "readme" and not name.startswith(NO_TERMS)
