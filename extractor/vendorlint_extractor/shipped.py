"""The YAML files that ship with the extractor, as plain data: the ontology, the definitions, cues, concepts and all other words.

Parsing them takes longer than reading a short contract. Where there is a place to keep things (`keep_in`) they are parsed once, and
known again by the digest of all of their text. What is kept is JSON: data, and nothing that runs.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

ROOT = Path(__file__).parent
EXAMPLES = "\nexamples:\n"  # of a definition: they stand last, and are for tests and for people
SHOWN = 60  # characters of a pattern at fault

Content = TypeVar("Content")


class ShippedError(Exception):
    """A file that ships with the extractor is broken: no document can be read with it. The text begins with its path."""


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
    """The data of one of the files, of a definition without its examples. It is everybody's: nobody changes it.

    Raises ShippedError.
    """
    return _all()[path.relative_to(ROOT).as_posix()] if _STORES else _parsed(path)


@contextmanager
def using(path: Path) -> Iterator[None]:
    """Whatever goes wrong in here is that one of the files does not hold what it should. Raises ShippedError."""
    try:
        yield
    except (MemoryError, ShippedError):
        raise
    except Exception as error:
        missing = isinstance(error, LookupError)
        what = f"the key {error} is missing" if missing else f"cannot be used: {error}"
        if isinstance(error, re.error) and error.pattern:
            what = f"{what}: {error.pattern[error.pos or 0 :][:SHOWN]!s}"
        raise ShippedError(f"{path}: {what}") from error


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
    return kept("files", lambda: {path.relative_to(ROOT).as_posix(): _parsed(path) for path in _paths()})


def _parsed(path: Path) -> Any:
    import yaml

    with using(path):
        try:
            return parse(_head(path))
        except yaml.MarkedYAMLError as error:
            if error.problem_mark is None:
                raise
            line, column = error.problem_mark.line + 1, error.problem_mark.column + 1
            raise ShippedError(f"{path}:{line}:{column}: is no YAML: {error.problem}") from error


def _paths() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*.yaml") if path.relative_to(ROOT).parts[0] != "questions")


def _head(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return text.partition(EXAMPLES)[0] if path.is_relative_to(ROOT / "facts") else text
