"""Finds in a document what a person has copied from a page that shows it: the same words, without markup and what nobody sees."""

from __future__ import annotations

import html
import re

from vendorlint.facts.quotes import Source
from vendorlint.unsafe import HIDDEN

_ESCAPED = re.compile(r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})")  # as pages write what nobody would see
# The target of a link, a reference of HTML, the bullet of an item; white space, the signs of Markdown, and what is hidden.
_LEFT_OUT = re.compile(
    rf"\]\([^()\s]*\)|&(?P<named>\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z]{{2,31}});|(?<!\S)[-+•](?=\s)|[\s*_\#>|`\\\[\]]|{HIDDEN}"
)


def as_written(source: Source, shown: str) -> str:
    """The words of a document, white space folded, that a page shows as `shown`; empty where none are."""
    wanted, _ = _seen(_ESCAPED.sub("", shown))
    text, places = _seen(source.folded)
    at = text.find(wanted) if wanted else -1
    return source.folded[places[at] : places[at + len(wanted) - 1] + 1] if at >= 0 else ""


def _seen(text: str) -> tuple[str, list[int]]:
    """What is seen of a text, without its white space, and where each letter of it stands."""
    seen: list[str] = []
    places: list[int] = []
    at = 0
    for found in _LEFT_OUT.finditer(text):
        seen.append(text[at : found.start()])
        places += range(at, found.start())
        if found["named"]:
            letters = html.unescape(found[0])
            seen.append(letters)
            places += [found.start()] * len(letters)
        at = found.end()
    seen.append(text[at:])
    places += range(at, len(text))
    return "".join(seen), places
