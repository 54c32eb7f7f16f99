"""An RTF file cut into groups, control words and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

Token = tuple[Literal["open", "close", "word", "symbol", "bytes"], str, int | None]

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<symbol>[^a-zA-Z])"
    r"|(?P<group>[{}])"
    r"|(?P<text>[^\\{}\r\n]+)"
)


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a file whose bytes are read as Latin-1. Line breaks and what follows no rule are none; `\\bin` is skipped with
    its bytes."""
    position = 0
    while found := _TOKEN.search(text, position):
        position = found.end()
        kind = found.lastgroup
        if kind in {"word", "number"}:
            number = int(found["number"]) if found["number"] else None
            if found["word"] == "bin":
                position += max(number or 0, 0)
            else:
                yield "word", found["word"], number
        elif kind == "group":
            yield "open" if found["group"] == "{" else "close", "", None
        elif kind == "symbol":
            yield "symbol", found["symbol"], None
        else:
            yield "bytes", chr(int(found["byte"], 16)) if kind == "byte" else found["text"], None
