"""Reads YAML strictly, as JSON with comments, and remembers where every value stands.

Plain scalars are null, true, false, JSON numbers or strings. What YAML readers read differently is an error that says
how to write it instead: `yes`, `no`, `on`, `y`, `n`, `~`, `True`, `012`, `0x1F`, `1_000`, `1:30`, `.inf`, bare dates.
The one exception is `off`, the string by which a policy turns a rule off. Duplicate keys, keys that are no strings,
anchors, aliases, merge keys, tags and second documents are errors as well.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from vendorlint.errors import InputError, InputErrors
from vendorlint.files.text import read_text
from vendorlint.files.yaml.events import LOADER, EventReader, Layout
from vendorlint.files.yaml.writer import Pointer, dump_yaml
from vendorlint.place import FilePlace, Position

__all__ = ["Pointer", "YamlDocument", "dump_yaml", "parse_yaml", "read_yaml"]


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """A YAML file: `value` is plain data (dict, list, str, int, float, bool, None)."""

    path: Path
    value: Any
    text: str = field(repr=False, compare=False)
    _layout: Layout = field(repr=False, compare=False)

    def position(self, pointer: Pointer) -> Position:
        """Line and column, from 1, of the value at `pointer`, or of the nearest value around it that exists.

        A block that begins on the line after its key stands where the key does.
        """
        return self._find(pointer).position

    def place(self, pointer: Pointer) -> FilePlace:
        """The same with the file."""
        return FilePlace(self.path, *self.position(pointer))

    def error(self, pointer: Pointer, message: str) -> InputError:
        """An error at the value that `pointer` leads to."""
        return InputError(message, self.place(pointer))

    def key_error(self, pointer: Pointer, message: str) -> InputError:
        """An error at the last key of `pointer`, for a key that should not be there."""
        keys = self._find(pointer[:-1]).keys
        return InputError(message, FilePlace(self.path, *keys.get(str(pointer[-1]), self.position(pointer))))

    def _find(self, pointer: Pointer) -> Layout:
        found = self._layout
        for part in pointer:
            if part not in found.inside:
                break
            found = found.inside[part]
        return found


def read_yaml(path: Path) -> YamlDocument:
    """Read one YAML file of at most 10 MB.

    Raises InputError where it cannot be read or is no YAML, InputErrors with all that the strict reading refuses.
    """
    return parse_yaml(read_text(path), path)


def parse_yaml(text: str, path: Path, *, line: int = 1, column: int = 1) -> YamlDocument:
    """The same for text that begins at `line` and `column` of `path`."""
    reader = EventReader(path, line, column)
    try:
        value, layout = reader.read(LOADER(text))
    except yaml.MarkedYAMLError as error:
        raise reader.syntax_error(error) from None
    except yaml.reader.ReaderError:
        raise reader.control_character(text) from None
    if reader.errors:
        raise InputErrors(reader.errors)
    return YamlDocument(path, value, text, layout)
