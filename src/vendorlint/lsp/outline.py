"""Where a cursor is in a YAML file that may be half written: the keys above it, the word under it.

A parser gives up on a file in which a key has no value yet, which is when an editor asks. Indentation and the brackets of
one line say enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

ITEM = "-"  # an item of a list, in a path of keys

_KEY = re.compile(
    r"""(?P<dashes>(?:-\s+)*)(?P<key>[^\s#\[\]{},"'&*!|>%@`:-][^\s:#,\[\]{}]*|"[^"]*"|'[^']*')\s*:(?=\s|$)"""
)
_DASH = re.compile(r"-(?:\s+|$)")
_WORD = re.compile(r"""[^\s\[\]{},"']+""")
_COLON = re.compile(r":(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a YAML file. `path` are the keys that lead to the collection or the value; ITEM stands for an item.

    `is_key` says whether a key of the mapping at `path` stands or would stand here, else it is a value. `word` begins at
    `column` (from 1) and is what stands before the cursor.
    """

    path: tuple[str, ...]
    is_key: bool
    word: str
    column: int


def spot_at(lines: Sequence[str], line: int, column: int) -> Spot | None:
    """What stands or may be written before `column` of a line, both from 1; None in a comment or a quoted string."""
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    indent = len(before) - len(before.lstrip())
    path, offset = list(_above(lines, line, indent, dashed=before.lstrip().startswith(ITEM))), indent
    while dash := _DASH.match(before, offset):
        path.append(ITEM)
        offset = dash.end()
    return _scan(before, offset, path)


def word_at(lines: Sequence[str], line: int, column: int) -> str:
    """The word that a position is in or behind, without the colon of a key; an empty string where there is none."""
    text = lines[line - 1] if line <= len(lines) else ""
    found = (word for word in _WORD.finditer(text) if word.start() < column <= word.end() + 1)
    return next((word[0].rstrip(":") for word in found), "")


def keys_at(lines: Sequence[str], line: int) -> tuple[str, ...]:
    """The path of keys that leads into a line, with the first key on it."""
    text = lines[line - 1] if line <= len(lines) else ""
    indent = len(text) - len(text.lstrip())
    above = tuple(_above(lines, line, indent, dashed=text.lstrip().startswith(ITEM)))
    found = _KEY.match(text, indent)
    return (*above, *([ITEM] if found["dashes"] else []), found["key"].strip("\"'")) if found else above


def _above(lines: Sequence[str], line: int, indent: int, *, dashed: bool) -> list[str]:
    """The keys of the collections that a line with this indentation is in, outermost first."""
    path: list[str] = []
    for text in reversed(lines[: line - 1]):
        start = len(text) - len(text.lstrip())
        if not text.strip() or text[start] == "#":
            continue
        dash = _DASH.match(text, start)
        inside = dash.end() if dash else start
        if dash and inside == indent and not dashed and start < indent:
            path.append(ITEM)  # a sibling key, the first of its item
            indent, dashed = start, True
            continue
        # The items of a list may stand as far left as the key that the list is the value of.
        if start < indent or (dashed and not dash and start == indent):
            if found := _KEY.match(text, start):
                path.append(found["key"].strip("\"'"))
                if dash:
                    path.append(ITEM)
            indent, dashed = start, bool(dash)
    path.reverse()
    return path


def _scan(text: str, offset: int, path: list[str]) -> Spot | None:
    """Go through a line from `offset` and keep the path up to date, by its colons and brackets."""
    closing: list[tuple[str, int]] = []  # the bracket that is open and how long the path was before it
    is_key, start = True, offset
    while offset < len(text):
        character = text[offset]
        if character in "\"'":
            end = text.find(character, offset + 1)
            if end < 0:
                return None
            offset = end
        elif character == "#" and (offset == 0 or text[offset - 1].isspace()):
            return None
        elif is_key and _COLON.match(text, offset):
            path.append(text[start:offset].strip().strip("\"'"))
            is_key, start = False, offset + 1
        elif character in "[{" and not text[start:offset].strip():
            closing.append((character, len(path)))
            is_key, start = character == "{", offset + 1
            if not is_key:
                path.append(ITEM)
        elif character == "," and closing:
            bracket, length = closing[-1]
            del path[length + (bracket == "[") :]
            is_key, start = bracket == "{", offset + 1
        elif character in "]}" and closing:
            del path[closing.pop()[1] :]
            is_key, start = False, offset + 1
        offset += 1
    word = text[start:].lstrip()
    return Spot(tuple(path), is_key, word, len(text) - len(word) + 1)
