"""Macros: parts of patterns that stand in a language's cues under a name, and that patterns call by {name}."""

from __future__ import annotations

import re
from collections.abc import Mapping

_MACRO = re.compile(r"\{([a-z][a-z0-9_]*)\}")
MAX_DEPTH = 6  # macros that call macros


def expand_macros(macros: Mapping[str, str], text: str) -> str:
    """Replace {name} by the macro; macros may call macros. Raises KeyError with a name that is none."""
    for _ in range(MAX_DEPTH):
        if not _MACRO.search(text):
            break
        text = _MACRO.sub(lambda match: macros[match[1]], text)
    return text
