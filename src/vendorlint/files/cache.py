"""What took long to find, kept with the user by all that it depends on, so that nothing is read twice.

Folders are the user's own (project/cache.py) and never in the repository, where anybody may have put what is in them. An entry is a digest and what it is of:
a broken one is as good as none. Several processes share it: entries are written whole, and the oldest go where it grows too large.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.errors import InputError
from vendorlint.files.atomic import write_atomically

MAX_BYTES = 256 * 1024 * 1024
FOLDERS = 256  # by the first byte of their names, so that no run looks through all
LEFT = 0.8  # of that, once the oldest entries are gone
DAY = 86_400  # seconds: how exactly it is known when an entry was last of use


@dataclass(frozen=True, slots=True)
class Cache:
    """Entries in a folder, whose name is their suffix; without one it is always empty."""

    folder: Path | None

    def get(self, key: Any) -> Any:
        """What was put there by an equal key (of JSON); None where nothing was, or it cannot be read."""
        path = self._path(key)
        if path is None:
            return None
        try:
            digest, _, packed = path.read_bytes().partition(b"\n")
            if hashlib.sha256(packed).hexdigest().encode() != digest:
                return None
            found = json.loads(zlib.decompress(packed))
        except (OSError, ValueError, zlib.error):
            return None
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > DAY:
                os.utime(path)
        return found

    def put(self, key: Any, content: Any) -> None:
        """Keep what JSON can say. A folder that cannot be written keeps nothing."""
        path = self._path(key)
        if path is None:
            return
        packed = zlib.compress(json.dumps(content).encode(), 1)
        with contextlib.suppress(OSError, InputError):
            for folder in reversed((path.parent, *path.parents[1:3])):  # ours: the user's alone
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(path, hashlib.sha256(packed).hexdigest().encode() + b"\n" + packed)
            self._shrink(path)

    def entries(self) -> dict[Path, os.stat_result]:
        """Every entry with its size and when it was last of use."""
        return _sizes(self.folder.glob(f"??/*.{self.folder.name}")) if self.folder else {}

    def clear(self) -> int:
        """Take all entries away; how many there were."""
        known = self.entries()
        for path in known:
            path.unlink(missing_ok=True)
        return len(known)

    def _path(self, key: Any) -> Path | None:
        name = hashlib.sha256(json.dumps(key, sort_keys=True).encode()).hexdigest()
        return self.folder / name[:2] / f"{name[2:]}.{self.folder.name}" if self.folder else None

    def _shrink(self, written: Path) -> None:
        """Where the entries of a folder take more than its share of the room, take away those that were of no use for longest."""
        known = _sizes(written.parent.glob(f"*{written.suffix}"))
        size = sum(each.st_size for each in known.values())
        if size <= MAX_BYTES / FOLDERS:
            return
        for path, each in sorted(known.items(), key=lambda entry: entry[1].st_mtime):
            path.unlink(missing_ok=True)
            size -= each.st_size
            if size <= LEFT * MAX_BYTES / FOLDERS:
                return


NOTHING_KEPT = Cache(None)


def _sizes(paths: Iterable[Path]) -> dict[Path, os.stat_result]:
    found: dict[Path, os.stat_result] = {}
    for path in paths:
        with contextlib.suppress(OSError):  # another process was faster
            found[path] = path.stat()
    return found
