"""YAML files that were read before, by the digest of their text: their values, and where those stand.

What is kept of a file is that it could be read, and which schemas it meets; what is wrong with one is found anew.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import json
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from vendorlint import __version__
from vendorlint.files.cache import NOTHING_KEPT, Cache

Packed = list[Any]  # line, column, [places inside] or {key: place inside}, {key: [line, column]}


class Places:
    """Where a value and all inside of it stand; packed until somebody asks, as few runs do."""

    __slots__ = ("_root",)

    def __init__(self, root: Packed | str) -> None:
        self._root = root

    def root(self) -> Packed:
        """The place of the whole."""
        root: Packed = (
            json.loads(zlib.decompress(base64.b64decode(self._root))) if isinstance(self._root, str) else self._root
        )
        self._root = root
        return root

    def to_text(self) -> str:
        """As it is kept."""
        if isinstance(self._root, str):
            return self._root
        return base64.b64encode(zlib.compress(json.dumps(self._root, separators=(",", ":")).encode(), 1)).decode()


class Known(NamedTuple):
    """What a text was read as."""

    value: Any
    places: Places


@dataclass(slots=True, eq=False)
class Entry:
    """What is kept of one text. `meets` are the digests of the schemas that it meets."""

    cache: Cache
    key: tuple[Any, ...]
    meets: list[str] = field(default_factory=list)

    def known(self) -> Known | None:
        """What the text was read as; None where it was not, or nothing is kept."""
        found = self.cache.get(self.key)
        if found is None:
            return None
        self.meets = found["meets"]
        return Known(found["value"], Places(found["places"]))

    def found_to_meet(self, schema: str, value: Any, places: Places) -> None:
        """Keep a text with one more schema that it meets."""
        if self.cache.folder:
            self.meets.append(schema)
            self.cache.put(self.key, {"meets": self.meets, "value": value, "places": places.to_text()})


UNKEPT = Entry(NOTHING_KEPT, ())
_CACHES = [NOTHING_KEPT]


def keep_yaml_in(cache: Cache) -> None:
    """Where texts are kept from here on."""
    _CACHES[0] = cache


def entry_of(text: str, line: int, column: int) -> Entry:
    """What is kept of a text that begins at `line` and `column` of its file."""
    if _CACHES[0].folder is None:
        return UNKEPT
    return Entry(_CACHES[0], (_reader(), hashlib.sha256(text.encode()).hexdigest(), line, column))


@functools.cache
def _reader() -> str:
    """By what files are read."""
    sources = (path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return f"{__version__} {hashlib.sha256(b''.join(sources)).hexdigest()}"
