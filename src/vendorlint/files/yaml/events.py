"""Builds data from a YAML parser's events, with the place of every value and the errors of strict reading.

PyYAML's own composer would resolve anchors, drop duplicate keys and recurse as deep as the file is nested.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from vendorlint.errors import InputError, InputErrors
from vendorlint.files.yaml.kept import Packed
from vendorlint.files.yaml.scalars import Scalar, plain_scalar
from vendorlint.place import FilePlace, Position

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 64
MAX_ERRORS = 20
MAX_VALUES = 200_000  # with keys; a vendor's facts have a few thousand

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

Data = Scalar | dict[str, Any] | list[Any]


@dataclass(slots=True)
class Layout:
    """Where a value stands (line and column, from 1), where those inside it stand, and where its keys do."""

    position: Position
    inside: dict[str | int, Layout] = field(default_factory=dict)
    keys: dict[str, Position] = field(default_factory=dict)

    def packed(self) -> Packed:
        """The same as JSON has it, see kept.py."""
        numbered = all(isinstance(part, int) for part in self.inside)
        inside = {part: each.packed() for part, each in self.inside.items()}
        return [*self.position, list(inside.values()) if numbered else inside, self.keys]


@dataclass(slots=True)
class _Open:
    """A collection that has not ended. `key_position` is set between key and value, `key` where it is a good one."""

    value: dict[str, Any] | list[Any]
    layout: Layout
    key: str | None = None
    key_position: Position | None = None


class _TooManyErrorsError(Exception):
    """Ends the reading of a file that has nothing but errors, or that nests too deep to read on."""


class EventReader:
    """Reads one document that begins at `line` and `column` of `path`; refusals gather in `errors`."""

    def __init__(self, path: Path, line: int, column: int) -> None:
        self.errors: list[InputError] = []
        self._path = path
        self._line = line
        self._column = column
        self._stack: list[_Open] = []

    def read(self, loader: Any) -> tuple[Data, Layout]:
        """The value and its layout. Raises what the parser raises, and InputErrors where reading on makes no sense."""
        values: list[Any] = []
        top = _Open(values, Layout((self._line, self._column)))
        self._stack = [top]
        try:
            for event in self._events(loader):
                self._take(event)
        except _TooManyErrorsError:
            raise InputErrors(self.errors) from None
        finally:
            loader.dispose()
        return (values[0], top.layout.inside[0]) if values else (None, top.layout)

    def syntax_error(self, error: yaml.MarkedYAMLError) -> InputError:
        """The parser's error as ours."""
        what = ", ".join(part for part in (error.context, error.problem) if part)
        mark = error.problem_mark or error.context_mark
        place = FilePlace(self._path, *self._at(mark)) if mark else self._path
        return InputError(f"is not valid YAML: {what}", place)

    def control_character(self, text: str) -> InputError:
        """The error for the first character that YAML forbids; the parser only names an offset in bytes of its own."""
        found = _UNPRINTABLE.search(text)
        before = text[: found.start()] if found else ""
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        name = f"U+{ord(found[0]):04X}" if found else "a control character"
        message = f"is not valid YAML: {name} cannot stand in a YAML file"
        return InputError(message, FilePlace(self._path, line + self._line, column + self._column))

    def _events(self, loader: Any) -> Iterator[yaml.Event]:
        documents = values = 0
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "a second document begins; expected one document in the file")
                    return
            elif isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
                values += 1
                if values > MAX_VALUES:
                    self._refuse(event, f"holds more than {MAX_VALUES:,} values; nobody reads so many")
                    raise _TooManyErrorsError
                yield event

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
            return
        self._refuse_extras(event)
        parent = self._stack[-1]
        if isinstance(parent.value, dict) and parent.key_position is None:
            self._key(parent, event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(parent, event)
        else:
            value = self._scalar(event) if isinstance(event, yaml.ScalarEvent) else None
            self._add(parent, value, Layout(self._at(event.start_mark)))

    def _open(self, parent: _Open, event: yaml.CollectionStartEvent) -> None:
        if len(self._stack) > MAX_DEPTH:
            self._refuse(event, f"is nested more than {MAX_DEPTH} levels deep")
            raise _TooManyErrorsError
        new: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        block_under_key = parent.key_position is not None and not event.flow_style
        layout = Layout((block_under_key and parent.key_position) or self._at(event.start_mark))
        self._add(parent, new, layout)
        self._stack.append(_Open(new, layout))

    def _key(self, parent: _Open, event: yaml.Event) -> None:
        parent.key_position = position = self._at(event.start_mark)
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "a key must be a word or a quoted string")
            if isinstance(event, yaml.CollectionStartEvent):  # read through it, so that its end finds its beginning
                self._stack.append(_Open([], Layout(position)))
            return
        if event.implicit[0] and event.value == "<<":
            self._refuse(event, "the merge key << is not supported; write the keys out")
            return
        key = self._scalar(event)
        if not isinstance(key, str):
            self._refuse(event, f'a key must be a string; write "{event.value}" in quotes')
        elif key in parent.layout.keys:
            first, _ = parent.layout.keys[key]
            self._refuse(event, f"the key '{key}' stands here twice (first on line {first}); remove one")
        else:
            parent.key = key
            parent.layout.keys[key] = position

    def _add(self, parent: _Open, value: Data, layout: Layout) -> None:
        if isinstance(parent.value, list):
            parent.layout.inside[len(parent.value)] = layout
            parent.value.append(value)
            return
        if parent.key is not None:
            parent.value[parent.key] = value
            parent.layout.inside[parent.key] = layout
        parent.key = parent.key_position = None

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        text: str = event.value
        if not event.implicit[0]:
            return text
        try:
            return plain_scalar(text)
        except ValueError as error:
            self._refuse(event, str(error))
            return text

    def _refuse_extras(self, event: yaml.Event) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"the alias *{anchor} is not supported; write the value out")
        elif anchor is not None:
            self._refuse(event, f"the anchor &{anchor} is not supported; remove it")
        elif tag is not None:
            self._refuse(event, f"the tag {ascii(tag)[1:-1]} is not supported; remove it")

    def _refuse(self, event: yaml.Event, message: str) -> None:
        self.errors.append(InputError(message, FilePlace(self._path, *self._at(event.start_mark))))
        if len(self.errors) >= MAX_ERRORS:
            raise _TooManyErrorsError

    def _at(self, mark: Any) -> Position:
        return mark.line + self._line, mark.column + self._column
