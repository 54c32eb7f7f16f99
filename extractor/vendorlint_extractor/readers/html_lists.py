"""The numbers of HTML lists, as a browser shows them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

_OWN_MARK = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.)]|\(?(?:[a-z]|[ivxl]{1,6}|\d{1,2})\))\s+\S", re.IGNORECASE
)
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Counter:
    """Counts the items of a list. `nested`: the page's style numbers items of inner lists 1.1, 1.2."""

    def __init__(self, node: LexborNode, outer: Sequence[Counter], *, nested: bool) -> None:
        attributes = node.attributes or {}
        self._ordered = node.tag == "ol"
        self._type = attributes.get("type") or "1"
        self._nested = nested
        self._outer = outer[-1] if outer else None
        self._step = -1 if "reversed" in attributes else 1
        items = sum(child.tag == "li" for child in node.iter())
        self._next = _number(attributes.get("start"), items if self._step < 0 else 1)
        self.shown = ""

    def mark(self, item: LexborNode) -> str:
        """The mark of the next item."""
        if not self._ordered:
            return "-"
        value = _number((item.attributes or {}).get("value"), self._next)
        self._next = value + self._step
        self.shown = _written(value, self._type)
        if self._nested and self._outer and self._outer.shown:
            self.shown = f"{self._outer.shown}.{self.shown}"
            return self.shown
        return f"{self.shown}." if self.shown.isdigit() else f"({self.shown})"


def has_own_mark(text: str) -> bool:
    """Whether the text of an item begins with a number of its own: its list then shows none."""
    return bool(_OWN_MARK.match(text))


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else otherwise


def _written(value: int, kind: str) -> str:
    if kind not in "aAiI" or not 0 < value < (40 if kind in "iI" else 27):
        return str(value)
    letters = _roman(value) if kind in "iI" else chr(ord("a") + value - 1)
    return letters.upper() if kind in "AI" else letters


def _roman(value: int) -> str:
    shown = ""
    for size, letters in _ROMAN:
        shown += letters * (value // size)
        value %= size
    return shown
