"""The YAML files that ship with the extractor, as plain data: the ontology, the definitions, cues, concepts and all other words.

To parse them and to work out what patterns ask for takes longer than to read a contract. It is done when a wheel is built
(`compiling.py`): one file holds by name whatever is made of them alone, and the digest of all that it was made of and by. Where that is
another now, as somebody changed a cue, things are made when they are asked for. The file is JSON: data, and nothing that runs.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

ROOT = Path(__file__).parent
COMPILED = "compiled.bin"
EXAMPLES = "\nexamples:\n"  # of a definition: they stand last, and are for tests and for people
SHOWN = 60  # characters of a pattern at fault

Content = TypeVar("Content")


class ShippedError(Exception):
    """A file that ships with the extractor is broken: no document can be read with it. The text begins with its path."""


_MADE: dict[str, Any] = {}  # in this process, by name


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled file, with the places of its parts by name. Its first line is their places and the digest of what they are made of."""

    data: bytes
    places: Mapping[str, tuple[int, int]]

    def content(self, name: str) -> Any:
        """A part; None of one that there is not."""
        place = self.places.get(name)
        return json.loads(zlib.decompress(self.data[slice(*place)])) if place else None


def read(path: Path) -> Any:
    """The data of one of the files, of a definition without its examples. It is everybody's: nobody changes it.

    Raises ShippedError.
    """
    return kept(path.relative_to(ROOT).as_posix(), lambda: parsed(path))


def parsed(path: Path) -> Any:
    """The same, as its text says it. Raises ShippedError."""
    import yaml

    with using(path):
        try:
            return parse(_head(path))
        except yaml.MarkedYAMLError as error:
            if error.problem_mark is None:
                raise
            line, column = error.problem_mark.line + 1, error.problem_mark.column + 1
            raise ShippedError(f"{path}:{line}:{column}: is no YAML: {error.problem}") from error


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


def kept(name: str, made: Callable[[], Content]) -> Content:
    """What is made of the shipped files alone and goes by this name: as it was compiled, else made once. It is made of what JSON has,
    so that both are one."""
    if name in _MADE:
        return cast(Content, _MADE[name])
    known = compiled()
    found = known.content(name) if known else None
    if found is None:
        found = _MADE[name] = made()
    return cast(Content, found)


def parse(text: str) -> Any:
    """The data of YAML. Raises `yaml.YAMLError`."""
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader


@functools.cache
def digest() -> str:
    """SHA-256 over the names and the text of all, and of the code that makes things of them, in hexadecimal."""
    found = hashlib.sha256()
    for path in sorted((*ROOT.rglob("*.yaml"), *ROOT.rglob("*.py"))):
        found.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        found.update(path.read_bytes() + b"\0")
    return found.hexdigest()


def packed() -> bytes:
    """A compiled file of whatever was made in this process."""
    parts, places, end = [], {}, 0
    for name, content in sorted(_MADE.items()):
        parts.append(zlib.compress(json.dumps(content, separators=(",", ":")).encode(), 9))
        places[name] = end, end + len(parts[-1])
        end += len(parts[-1])
    return json.dumps([digest(), end, places]).encode() + b"\n" + b"".join(parts)


@functools.cache
def compiled() -> Compiled | None:
    """The compiled file, if it is whole and made of what the files are now."""
    try:
        head, _, parts = (ROOT / COMPILED).read_bytes().partition(b"\n")
        made_of, size, places = json.loads(head)
    except (OSError, ValueError):
        return None
    return Compiled(parts, places) if (made_of, size) == (digest(), len(parts)) else None


def files() -> list[Path]:
    """All of the files but those that say what a second reader is asked."""
    return sorted(path for path in ROOT.rglob("*.yaml") if path.relative_to(ROOT).parts[0] != "questions")


def _head(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return text.partition(EXAMPLES)[0] if path.is_relative_to(ROOT / "facts") else text
