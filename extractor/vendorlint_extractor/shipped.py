"""The YAML files that ship with the extractor, as plain data: the ontology, the definitions, cues, concepts and all other words.

Parsing them takes longer than reading a short contract. Where there is a place to keep things (`keep_in`) they are parsed once, and
known again by the digest of all of their text. What is kept is JSON: data, and nothing that runs.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

ROOT = Path(__file__).parent
EXAMPLES = "\nexamples:\n"  # of a definition: they stand last, and are for tests and for people

Content = TypeVar("Content")


class Store(Protocol):
    """Where content of JSON is kept by keys of JSON."""

    def get(self, key: Any) -> Any:
        """What was put there by an equal key, or None."""

    def put(self, key: Any, content: Any) -> None:
        """Keep it."""


_STORES: list[Store] = []


def keep_in(store: Store) -> None:
    """Keep what is made of the files in a store, from here on."""
    _STORES[:] = [store]


def kept(name: str, made: Callable[[], Content]) -> Content:
    """What is made of the shipped files alone, or what was made of them before under this name. It is made of what JSON has, so
    that both are one."""
    if not _STORES:
        return made()
    key = [name, digest()]
    found = _STORES[0].get(key)
    if found is None:
        found = made()
        _STORES[0].put(key, found)
    return cast(Content, found)


def read(path: Path) -> Any:
    """The data of one of the files, of a definition without its examples. It is everybody's: nobody changes it."""
    return _all()[path.relative_to(ROOT).as_posix()] if _STORES else parse(_head(path))


def parse(text: str) -> Any:
    """The data of YAML. Raises `yaml.YAMLError`."""
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader


@functools.cache
def digest() -> str:
    """SHA-256 over the names and the text of all, in hexadecimal."""
    found = hashlib.sha256()
    for path in (*_paths(), *sorted(ROOT.rglob("*.py"))):  # what is kept is made by code
        found.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        found.update(path.read_bytes() + b"\0")
    return found.hexdigest()


@functools.cache
def _all() -> dict[str, Any]:
    return kept("files", lambda: {path.relative_to(ROOT).as_posix(): parse(_head(path)) for path in _paths()})


def _paths() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*.yaml") if path.relative_to(ROOT).parts[0] != "questions")


def _head(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return text.partition(EXAMPLES)[0] if path.is_relative_to(ROOT / "facts") else text
