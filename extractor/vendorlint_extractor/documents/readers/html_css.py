"""What the style sheets in a page say that changes its text: bold words, the look of list marks, numbers by CSS counters.

Of the cascade only the order of the rules is known; a style attribute is stronger than all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

MAX_RULES = 500  # that matter here; each is looked for in the whole page
_PROPERTIES = frozenset(
    [
        "content",
        "counter-increment",
        "counter-reset",
        "counter-set",
        "font-weight",
        "list-style",
        "list-style-type",
        "text-decoration",
        "text-decoration-line",
    ]
)
_BRACE = re.compile("[{}]")
_BEFORE = re.compile(r"::?(?:before|marker)$", re.IGNORECASE)
_BOLD = re.compile(r"bold(?:er)?|[6-9]\d\d")
LIST_TYPES = {
    "decimal": "1",
    "decimal-leading-zero": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "none": "",
    "disc": "-",
    "circle": "-",
    "square": "-",
}

Style = Mapping[str, str]
_NONE: Style = {}


class Styles:
    """The declarations that matter, by element."""

    def __init__(self, page: LexborHTMLParser) -> None:
        self._own: dict[int, dict[str, str]] = {}
        self._before: dict[int, dict[str, str]] = {}
        self.count = False  # whether they have counters
        sheets = "\n".join(style.text(deep=True) or "" for style in page.css("style"))
        for number, (selector, style) in enumerate(_rules(sheets)):
            if number == MAX_RULES:
                break
            self.count = self.count or any("counter" in each for each in (*style, *style.values()))
            target = self._before if _BEFORE.search(selector) else self._own
            try:
                found = page.css(_BEFORE.sub("", selector) or "*")
            except SelectolaxError:  # a selector that the parser does not know
                continue
            for node in found:
                target.setdefault(node.mem_id, {}).update(style)

    def of(self, node: LexborNode) -> Style:
        """The declarations of an element."""
        own = self._own.get(node.mem_id, _NONE)
        inline = node.attributes.get("style")
        return {**own, **_declarations(inline)} if inline else own

    def before(self, node: LexborNode) -> Style:
        """The declarations of what a style sheet puts before an element's text."""
        return self._before.get(node.mem_id, _NONE)


def is_bold(style: Style) -> bool | None:
    """Whether a style sets bold type, or None where it does not say."""
    weight = style.get("font-weight")
    return bool(_BOLD.fullmatch(weight)) if weight and weight != "inherit" else None


def is_struck(style: Style) -> bool:
    """Whether a line goes through the words."""
    return "line-through" in style.get("text-decoration", "") + style.get("text-decoration-line", "")


def list_type(style: Style) -> str | None:
    """The type of a list's marks as the attribute `type` has it, '' for none, or None where the style does not say."""
    words = f"{style.get('list-style', '')} {style.get('list-style-type', '')}".split()
    known = [LIST_TYPES[word] for word in words if word in LIST_TYPES]
    return known[-1] if known else None


def _rules(sheet: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The selectors and declarations of a sheet's own rules; those in @media and the like are for some screens only."""
    first, *commented = sheet.split("/*")
    text = "".join([first, *(part.partition("*/")[2] for part in commented)]).replace("<!--", "").replace("-->", "")
    depth, end, selectors = 0, 0, ""
    for brace in _BRACE.finditer(text):
        if depth == 0 and brace[0] == "{":
            selectors = text[end : brace.start()].rpartition(";")[2].strip()  # behind an @import
        elif depth == 1 and brace[0] == "}" and not selectors.startswith("@"):
            style = _declarations(text[end : brace.start()])
            yield from ((selector.strip(), style) for selector in selectors.split(",") if style)
        depth = max(depth + (1 if brace[0] == "{" else -1), 0)
        end = brace.end()


def _declarations(text: str) -> dict[str, str]:
    found = {}
    for declaration in text.split(";"):
        name, _, value = declaration.partition(":")
        if name.strip().lower() in _PROPERTIES:
            found[name.strip().lower()] = value.replace("!important", "").strip()
    return found
