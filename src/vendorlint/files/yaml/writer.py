"""Writes plain data as YAML that PyYAML and Go's readers read alike, the same bytes for the same data."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vendorlint.unsafe import escape_quoted

NAMES = ("id", "quote", "clause", "fact")
FLOW = "candidates"  # the key of facts.yaml whose items stand on a line each: there are many, and nobody edits them
FLOWING = "clause"  # the key of items that do so, wherever they stand: clauses in brief
MAX_FLOW = 100  # characters of a list of words or numbers that still stands on one line

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})

Pointer = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """The lines above something, blank ones among them, and what stands on its line: each with its `#`."""

    above: tuple[str, ...]
    beside: str

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it."""
        return (*self.above, self.beside)


def dump_yaml(value: object, *, schema: str | None = None, comments: Mapping[Pointer, Comment] | None = None) -> str:
    """One document without `---`; every string that is not a plain word is in double quotes, on one line.

    Mappings keep their order. `schema` is the URL that editors check the file against. `comments` are written by the pointer
    of what they belong to, in which an item of a list is called by `item_name`; those of () stand at the
    end. Keys are strings of at most 128 characters. Raises ValueError for what JSON cannot hold either (NaN, infinities,
    other types).
    """
    head = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    known = comments or {}
    foot = "".join(f"{line}\n" for line in known[()].above) if () in known else ""
    return head + "\n".join(_block(value, (), known)) + "\n" + foot


def _block(value: object, at: Pointer, comments: Mapping[Pointer, Comment]) -> Iterator[str]:
    """The lines of a value that begins on a line of its own."""
    if isinstance(value, Mapping) and value:
        for key, item in value.items():
            yield from _entry(f"{_string(key)}:", item, (*at, key), comments)
    elif isinstance(value, list | tuple) and value:
        for index, item in enumerate(value):
            yield from _item(item, (*at, item_name(item, index)), comments)
    else:
        yield _inline(value)


def _entry(head: str, value: object, at: Pointer, comments: Mapping[Pointer, Comment]) -> Iterator[str]:
    inline = _inline_or_none(value)
    first = head if inline is None else f"{head} {inline}"
    yield from _commented(first, comments.get(at))
    if inline is None:
        for line in _block(value, at, comments):
            yield f"  {line}" if line else ""


def _item(value: object, at: Pointer, comments: Mapping[Pointer, Comment]) -> Iterator[str]:
    flows = at[0] == FLOW or (isinstance(value, Mapping) and FLOWING in value)
    inline = _flow(value) if flows else _inline_or_none(value)
    lines = iter([inline]) if inline is not None else _block(value, at, comments)
    first = next(lines)
    while not first or first.startswith("#"):  # above the first key: above the dash
        yield first
        first = next(lines)
    yield from _commented(f"- {first}", comments.get(at))
    for line in lines:
        yield f"  {line}" if line else ""


def _flow(value: object) -> str:
    """Any value on one line."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_string(key)}: {_flow(item)}' for key, item in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_flow, value))}]"
    return _inline(value)


def _commented(line: str, comment: Comment | None) -> Iterator[str]:
    if comment:
        yield from comment.above
    yield f"{line}  {comment.beside}" if comment and comment.beside else line


def item_name(item: object, index: int) -> str | int:
    """By what an item of a list is known in the pointer of a comment: its id, quote, clause or fact, else its place."""
    if isinstance(item, Mapping):
        for key in NAMES:
            if isinstance(item.get(key), str):
                return str(item[key])
    return index


def _inline_or_none(value: object) -> str | None:
    """The value on one line: scalars, empty collections and short lists of words and numbers."""
    if isinstance(value, Mapping):
        return None if value else "{}"
    if isinstance(value, list | tuple):
        if any(isinstance(item, Mapping | list | tuple) for item in value):
            return None
        flow = f"[{', '.join(_inline(item) for item in value)}]"
        return flow if len(flow) <= MAX_FLOW else None
    return _inline(value)


def _inline(value: object) -> str:
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, float):
        return _float(value)
    if value is None or isinstance(value, bool | int):
        return json.dumps(value)
    if isinstance(value, Mapping | list | tuple) and not value:
        return "{}" if isinstance(value, Mapping) else "[]"
    raise ValueError(f"cannot write {type(value).__name__} as YAML")


def _string(text: object) -> str:
    if not isinstance(text, str):
        raise ValueError(f"a key must be a string, not {text!r}")
    if _WORD.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    # Among what steers are line breaks of YAML 1.1 and what its readers refuse unescaped.
    return escape_quoted(json.dumps(text, ensure_ascii=False))


def _float(number: float) -> str:
    """With a point, without which YAML 1.1 takes 1e+16 for a string."""
    if not math.isfinite(number):
        raise ValueError(f"cannot write {number} as YAML")
    text = repr(number)
    if "." not in text:
        digits, _, exponent = text.partition("e")
        text = f"{digits}.0e{exponent}"
    return text
