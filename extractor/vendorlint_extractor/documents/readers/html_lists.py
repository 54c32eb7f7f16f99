"""The numbers of HTML lists, as a browser shows them."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from vendorlint_extractor.documents.readers.css import Style
from vendorlint_extractor.documents.readers.html_counters import written
from vendorlint_extractor.documents.readers.html_css import list_type


class Counter:
    """Counts the items of a list."""

    def __init__(self, node: LexborNode, style: Style) -> None:
        attributes = node.attributes
        self._ordered = node.tag == "ol"
        named = list_type(style)
        self._type = (attributes.get("type") or "1") if named is None else named
        self._step = -1 if "reversed" in attributes else 1
        items = sum(child.tag == "li" for child in node.iter())
        self._next = _number(attributes.get("start"), items if self._step < 0 else 1)

    def mark(self, item: LexborNode, style: Style) -> str:
        """The mark of the next item."""
        if not self._ordered:
            return "-"
        value = _number(item.attributes.get("value"), self._next)
        self._next = value + self._step
        named = list_type(style)
        kind = (item.attributes.get("type") or self._type) if named is None else named
        if kind in ("", "-"):
            return "-"
        shown = written(value, kind)
        return f"({shown})" if shown.isalpha() else f"{shown}."


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else otherwise
