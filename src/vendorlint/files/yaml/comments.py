"""What a person wrote between the lines of a YAML file that is to be written anew: comments, blank lines, the order of keys.

A comment belongs to what stands below it, or on its line. Items of lists are known by their `id`, `quote`, `clause` or `fact`, so that a
comment stays with its clause where others come and go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from vendorlint.files.yaml.writer import Comment, Pointer, item_name

SCHEMA_LINE = "# yaml-language-server:"  # the writer's own

_BESIDE = re.compile(r"[:,]?\s+(#.*)")


def comments_of(text: str, value: object, new: object) -> dict[Pointer, Comment]:
    """The comments of a YAML file that holds `value`, by what they belong to in `new`, which is to be written in its place.

    Those of what is gone stand at the end, under (), with all that stood below the last line.
    """
    places = _Places(text)
    found: dict[Pointer, Comment] = {}
    above: list[str] = []
    for number, line in enumerate(text.splitlines()):
        bare = line.strip()
        if number in places.inside:
            continue
        if not bare or bare.startswith("#"):
            if not bare.startswith(SCHEMA_LINE):
                above.append(bare)
            continue
        beside = _BESIDE.match(line, places.ends.get(number, len(line)))
        pointer = places.starts.get(number)
        if pointer and (above or beside):
            found[_named(pointer, value)] = Comment(tuple(above), beside[1] if beside else "")
        if pointer:
            above = []
    known = set(_pointers(new))
    gone = [line for pointer, each in found.items() if pointer not in known for line in each.lines if line]
    kept = {pointer: each for pointer, each in found.items() if pointer in known}
    return {**kept, (): Comment((*above, *gone), "")}


def arranged(value: Any, like: Any) -> Any:
    """The value with its keys in the order that they have in `like`; new ones stand behind those that they stand behind."""
    if isinstance(value, Mapping) and isinstance(like, Mapping):
        keys = [key for key in like if key in value]
        before = None
        for key in value:
            if key not in like:
                keys.insert(keys.index(before) + 1 if before is not None else 0, key)
            before = key
        return {key: arranged(value[key], like.get(key)) for key in keys}
    if isinstance(value, list) and isinstance(like, list):
        known = {item_name(item, index): item for index, item in enumerate(like)}
        return [arranged(item, known.get(item_name(item, index))) for index, item in enumerate(value)]
    return value


def _named(pointer: Pointer, value: Any) -> Pointer:
    """The pointer with the names of items in the place of their numbers."""
    names: list[str | int] = []
    for part in pointer:
        value = value[part]
        names.append(item_name(value, part) if isinstance(part, int) else part)
    return tuple(names)


def _pointers(value: Any, at: Pointer = ()) -> Iterator[Pointer]:
    yield at
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _pointers(item, (*at, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _pointers(item, (*at, item_name(item, index)))


@dataclass(slots=True)
class _Open:
    """A collection that has not ended; `key` is set between a mapping's key and its value."""

    at: Pointer
    mapping: bool
    key: str | None = None
    items: int = 0


@dataclass(slots=True)
class _Places:
    """By line, from 0: what begins there first, and the column behind what ends there last; the lines inside of a text."""

    text: str
    starts: dict[int, Pointer] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)
    inside: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        import yaml

        from vendorlint.files.yaml.events import LOADER

        stack: list[_Open] = []
        for event in yaml.parse(self.text, Loader=LOADER):
            if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
                self._take(event, stack)

    def _take(self, event: Any, stack: list[_Open]) -> None:
        import yaml

        start, end = event.start_mark, event.end_mark
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionEndEvent):
            self.ends[end.line] = max(end.column, self.ends.get(end.line, 0))
        if isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
            return
        at: Pointer = ()
        if stack:
            parent = stack[-1]
            if parent.mapping and parent.key is None:
                parent.key = str(getattr(event, "value", ""))
                self.starts.setdefault(start.line, (*parent.at, parent.key))
                return
            at = (*parent.at, parent.key if parent.key is not None else parent.items)
            if not parent.mapping:
                self.starts.setdefault(start.line, at)
            parent.key, parent.items = None, parent.items + 1
        if isinstance(event, yaml.CollectionStartEvent):
            stack.append(_Open(at, isinstance(event, yaml.MappingStartEvent)))
        else:
            self.inside.update(range(start.line + 1, end.line + (end.column > 0)))
