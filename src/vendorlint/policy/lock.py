"""vendorlint-lock.yaml: which commit and which bytes packs of other repositories are, and where those are kept.

The bytes are in the user's cache, by commit and path. The lock has the digest of each, so that it does not matter who may write there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.files.text import file_bytes
from vendorlint.files.yaml.document import dump_yaml, read_yaml
from vendorlint.place import FilePlace
from vendorlint.project.cache import cache_folder
from vendorlint.project.elsewhere import LOCK_NAME, Source
from vendorlint.project.inside import require_own_file
from vendorlint.schemas.schema import schema_url, validate

UPDATE = "vendorlint policy update"


@dataclass(frozen=True, slots=True)
class Locked:
    """A source as it is locked: its commit, and the SHA-256 of each policy file by its path."""

    source: str
    commit: str
    files: Mapping[str, str]

    def folder(self, root: Path) -> Path:
        """Where its files are kept. Raises InputError for a user without a home."""
        kept = cache_folder("policies", root)
        if kept is None:
            raise InputError(
                "there is no place for packs of other repositories; set XDG_CACHE_HOME to one outside of this"
            )
        return kept / self.commit

    def file(self, path: str, root: Path, place: FilePlace | None) -> tuple[Path, bytes]:
        """A policy file, and what is in it. Raises InputError where it is not locked, not there or another one."""
        if path not in self.files:
            raise InputError(f"{self.source}#{path} is not in {LOCK_NAME}; run '{UPDATE}'", place)
        kept = self.folder(root) / path
        if not kept.is_file():
            told = f"{self.source}#{path} is locked, but not on this machine; run '{UPDATE} --locked'"
            raise InputError(told, place)
        content = file_bytes(kept)
        if (found := digest(content)) != self.files[path]:
            told = f"has another content ({found[:19]}...) than {LOCK_NAME} says ({self.files[path][:19]}...)"
            raise InputError(f"{told}; run '{UPDATE} --locked'", kept)
        return kept, content


def digest(content: bytes) -> str:
    """The SHA-256 of a file, as the lock has it."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def read_lock(root: Path) -> dict[str, Locked]:
    """What is locked beside a configuration, by source; nothing where there is no lock. Raises InputError and InputErrors."""
    path = root / LOCK_NAME
    require_own_file(path, root)
    if not path.is_file():
        return {}
    document = read_yaml(path)
    validate(document, "lock")
    entries = document.value["sources"]
    return {each["source"]: Locked(each["source"], each["commit"], each["files"]) for each in entries}


def locked(source: Source, root: Path, place: FilePlace | None) -> Locked:
    """What a source is locked to. Raises InputError at the place that names it where it is not."""
    found = read_lock(root).get(str(source))
    if found is None:
        raise InputError(f"{source} is not in {LOCK_NAME}; run '{UPDATE}' to fetch and lock it", place)
    return found


def lock_text(sources: Iterable[Locked]) -> str:
    """The file with these sources."""
    entries = [
        {"source": each.source, "commit": each.commit, "files": dict(sorted(each.files.items()))}
        for each in sorted(sources, key=lambda each: each.source)
    ]
    return dump_yaml({"version": 1, "sources": entries}, schema=schema_url("lock"))
