"""Words of Markdown that no page shows as text: titles of links, what stands in place of pictures, attributes of HTML in it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_QUOTED = r"""(?:"([^"<]{20,2000})"|'([^'<]{20,2000})')"""
_TITLE = re.compile(rf"\]\([^\s()]{{1,500}}\s{{1,5}}(?:{_QUOTED}|\(([^()]{{20,2000}})\))")
_PICTURE = re.compile(r"!\[([^\[\]]{20,2000})\]")
_TAG = re.compile(r"<[a-zA-Z][\w-]{0,20}\s([^<>]{20,4000})>?")
_ATTRIBUTE = re.compile(
    rf"(?<![\w-])(?:title|alt|value|srcdoc|placeholder|content|aria-label|label|summary|data-[\w-]{{1,30}})={_QUOTED}"
)


def attributes(text: str) -> Iterator[tuple[int, str]]:
    """The words of each, with where they begin."""
    for pattern in (_TITLE, _PICTURE):
        yield from (_first(match, 0) for match in pattern.finditer(text))
    for tag in _TAG.finditer(text):
        yield from (_first(match, tag.start(1)) for match in _ATTRIBUTE.finditer(tag[1]))


def _first(match: re.Match[str], before: int) -> tuple[int, str]:
    group = next(number for number, words in enumerate(match.groups(), 1) if words)
    return before + match.start(group), html.unescape(match[group])
