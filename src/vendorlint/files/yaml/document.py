"""Reads YAML strictly, as JSON with comments, and remembers where every value stands.

Plain scalars are null, true, false, JSON numbers or strings. What YAML readers read differently is an error that says
how to write it instead: `yes`, `no`, `on`, `y`, `n`, `~`, `True`, `012`, `0x1F`, `1_000`, `1:30`, `.inf`, bare dates.
The one exception is `off`, the string by which a policy turns a rule off. Duplicate keys, keys that are no strings,
anchors, aliases, merge keys, tags and second documents are errors as well.

A file that was read before is not parsed again (see kept.py), and the parser is loaded for others alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from vendorlint.errors import InputError, InputErrors
from vendorlint.files.text import held, read_text
from vendorlint.files.yaml.kept import UNKEPT, Entry, Packed, Places, entry_of
from vendorlint.files.yaml.writer import Pointer, dump_yaml
from vendorlint.place import FilePlace, Position

__all__ = ["Pointer", "YamlDocument", "dump_yaml", "kept_yaml", "parse_yaml", "read_yaml"]


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """A YAML file: `value` is plain data (dict, list, str, int, float, bool, None)."""

    path: Path
    value: Any
    text: str = field(repr=False, compare=False)
    _places: Places = field(repr=False, compare=False)
    _entry: Entry = field(repr=False, compare=False, default=UNKEPT)

    def position(self, pointer: Pointer) -> Position:
        """Line and column, from 1, of the value at `pointer`, or of the nearest value around it that exists.

        A block that begins on the line after its key stands where the key does.
        """
        line, column, *_ = self._find(pointer)
        return line, column

    def place(self, pointer: Pointer) -> FilePlace:
        """The same with the file."""
        return FilePlace(self.path, *self.position(pointer))

    def error(self, pointer: Pointer, message: str) -> InputError:
        """An error at the value that `pointer` leads to."""
        return InputError(message, self.place(pointer))

    def key_error(self, pointer: Pointer, message: str) -> InputError:
        """An error at the last key of `pointer`, for a key that should not be there."""
        keys = self._find(pointer[:-1])[3]
        line, column = keys.get(str(pointer[-1]), self.position(pointer))
        return InputError(message, FilePlace(self.path, line, column))

    def meets(self, schema: str) -> bool:
        """Whether this text is known to be as the schema of a digest wants it."""
        return schema in self._entry.meets

    def found_to_meet(self, schema: str) -> None:
        """Keep that it is."""
        self._entry.found_to_meet(schema, self.value, self._places)

    def _find(self, pointer: Pointer) -> Packed:
        found = self._places.root()
        for part in pointer:
            inside = found[2]
            known = part in inside if isinstance(inside, dict) else part in range(len(inside))
            if not known:
                break
            found = inside[part]
        return found


def read_yaml(path: Path) -> YamlDocument:
    """Read one YAML file of at most 10 MB.

    Raises InputError where it cannot be read or is no YAML, InputErrors with all that the strict reading refuses.
    """
    text = read_text(path)
    return kept_yaml(text, path) if held(path) is None else parse_yaml(text, path)


def kept_yaml(text: str, path: Path, *, line: int = 1, column: int = 1) -> YamlDocument:
    """As `parse_yaml`, of text that may have been read before."""
    entry = entry_of(text, line, column)
    if known := entry.known():
        return YamlDocument(path, known.value, text, known.places, entry)
    return replace(parse_yaml(text, path, line=line, column=column), _entry=entry)


def parse_yaml(text: str, path: Path, *, line: int = 1, column: int = 1) -> YamlDocument:
    """The same for text that begins at `line` and `column` of `path`."""
    import yaml

    from vendorlint.files.yaml.events import LOADER, EventReader

    reader = EventReader(path, line, column)
    try:
        value, layout = reader.read(LOADER(text))
    except yaml.MarkedYAMLError as error:
        raise reader.syntax_error(error) from None
    except yaml.reader.ReaderError:
        raise reader.control_character(text) from None
    if reader.errors:
        raise InputErrors(reader.errors)
    return YamlDocument(path, value, text, Places(layout.packed()))
