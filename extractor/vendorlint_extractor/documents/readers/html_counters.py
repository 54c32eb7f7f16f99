"""CSS counters, and numbers as lists show them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from selectolax.lexbor import LexborNode

from vendorlint_extractor.documents.readers.css import Style
from vendorlint_extractor.documents.readers.css_sheet import parts
from vendorlint_extractor.documents.readers.html_css import LIST_TYPES

MAX_VALUES = 50  # of one declaration
NUMBER = r"[0-9]{1,6}"
LISTS = frozenset({"ol", "ul", "menu"})


class Counters:
    """CSS counters. A frame holds those that the children of one element have begun."""

    def __init__(self) -> None:
        self._frames: list[dict[str, int]] = [{}]

    def open(self) -> None:
        """The children of an element begin."""
        self._frames.append({})

    def close(self) -> None:
        """They end, and so do the counters that they began."""
        self._frames.pop()

    def count(self, style: Style) -> None:
        """What an element, or what is put before it, does to counters."""
        for name, value in _counts(style.get("counter-reset"), 0):
            self._frames[-1][name] = value
        for name, value in _counts(style.get("counter-increment"), 1):
            frame = self._frame(name)
            frame[name] = frame.get(name, 0) + value
        for name, value in _counts(style.get("counter-set"), 0):
            self._frame(name)[name] = value

    def shown(self, style: Style) -> str:
        """The text of `content` with its counters; empty where it has none, as it is then an ornament."""
        content = style.get("content", "")
        if "counter" not in content:
            return ""
        return "".join(
            self._written(name, words) if name else words[0]
            for name, words in parts(content)
            if name in {"", "counter", "counters"} and words
        ).strip()

    def _frame(self, name: str) -> dict[str, int]:
        return next((frame for frame in reversed(self._frames) if name in frame), self._frames[-1])

    def _written(self, function: str, words: Sequence[str]) -> str:
        name, *rest = words
        values = [frame[name] for frame in self._frames if name in frame] or [0]
        joint = rest.pop(0) if function == "counters" and rest else ""
        kind = LIST_TYPES.get(rest[0], "1") if rest else "1"
        return joint.join(written(value, kind) for value in (values if function == "counters" else values[-1:]))


def of_list(node: LexborNode, style: Style) -> Style:
    """What a list or an item does to the counter `list-item`, which every list has."""
    start, value = node.attributes.get("start") or "1", node.attributes.get("value") or ""
    if node.tag in LISTS and "list-item" not in style.get("counter-reset", ""):
        return {"counter-reset": f"list-item {int(start) - 1 if re.fullmatch(NUMBER, start) else 0}"}
    if node.tag == "li":
        return (
            {"counter-set": f"list-item {value}"} if re.fullmatch(NUMBER, value) else {"counter-increment": "list-item"}
        )
    return {}


def written(value: int, kind: str) -> str:
    """A number as figures, letters or in Roman, by the attribute `type`."""
    if kind not in ("a", "A", "i", "I") or value < 1 or (kind in "iI" and value >= 4000):
        return str(value)
    letters = _roman(value) if kind in "iI" else _letters(value)
    return letters.upper() if kind in "AI" else letters


def _letters(value: int) -> str:
    shown = ""
    while value:
        value, letter = divmod(value - 1, 26)
        shown = chr(ord("a") + letter) + shown
    return shown


_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def _roman(value: int) -> str:
    shown = ""
    for size, letters in _ROMAN:
        shown += letters * (value // size)
        value %= size
    return shown


def _counts(text: str | None, otherwise: int) -> Iterator[tuple[str, int]]:
    """The names and values of 'section 1 clause'."""
    words = (text or "").split()[:MAX_VALUES]
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        if not re.fullmatch(r"-?\d+", word):
            yield word, int(following) if re.fullmatch(r"-?\d{1,6}", following) else otherwise
