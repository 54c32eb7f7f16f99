"""Text of contracts and examples in the Markdown of generated pages."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~]|^(?:[#+-]|\d+(?=[.)]\s))")


def escaped(text: str) -> str:
    """Text in one line in which nothing is Markdown, neither in a paragraph nor in a table."""
    folded = " ".join(text.split())
    return _MARKUP.sub(_backslashed, folded)


def _backslashed(found: re.Match[str]) -> str:
    """A number that would begin a list keeps its digits: the dot behind it is what makes it one."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
