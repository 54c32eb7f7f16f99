"""What the style sheets in a page say of its text: bold, struck and hidden words, the look of list marks, numbers by counters.

Rules apply by how specific their selectors are and then in their order; a style attribute is stronger than all of them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from vendorlint_extractor.documents.readers.css import Style, declarations

MAX_RULES = 2000  # that matter here; each is looked for in the whole page
_PROPERTIES = frozenset(
    [
        "background",
        "background-color",
        "background-clip",
        "-webkit-background-clip",
        "clip",
        "clip-path",
        "color",
        "content",
        "counter-increment",
        "counter-reset",
        "counter-set",
        "display",
        "font-size",
        "font-weight",
        "height",
        "left",
        "list-style",
        "list-style-type",
        "margin-left",
        "margin-top",
        "max-height",
        "max-width",
        "opacity",
        "overflow",
        "right",
        "text-decoration",
        "text-decoration-line",
        "text-indent",
        "top",
        "bottom",
        "transform",
        "translate",
        "visibility",
        "width",
    ]
)
_BRACE = re.compile("[{}]")
_SCREEN = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)|@(?:layer|supports)\b.{0,200}", re.IGNORECASE | re.DOTALL)
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

_NONE: Style = {}


class Styles:
    """The declarations that matter, by element."""

    def __init__(self, page: LexborHTMLParser) -> None:
        self._own: dict[int, dict[str, str]] = {}
        self._before: dict[int, dict[str, str]] = {}
        self.count = False  # whether they have counters
        sheets = "\n".join(style.text(deep=True) or "" for style in page.css("style"))
        rules = list(itertools.islice(_rules(sheets), MAX_RULES))
        for selector, style in sorted(rules, key=lambda rule: _weight(rule[0])):
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
        return {**own, **declarations(inline)} if inline else own

    def before(self, node: LexborNode) -> Style:
        """The declarations of what a style sheet puts before an element's text."""
        return self._before.get(node.mem_id, _NONE)


def is_bold(style: Style) -> bool | None:
    """Whether a style sets bold type, or None where it does not say."""
    weight = style.get("font-weight")
    return bool(_BOLD.fullmatch(weight)) if weight and weight != "inherit" else None


def list_type(style: Style) -> str | None:
    """The type of a list's marks as the attribute `type` has it, '' for none, or None where the style does not say."""
    words = f"{style.get('list-style', '')} {style.get('list-style-type', '')}".split()
    known = [LIST_TYPES[word] for word in words if word in LIST_TYPES]
    return known[-1] if known else None


def _weight(selector: str) -> tuple[int, int, int]:
    """How specific a selector is: ids, then classes and the like, then elements."""
    bare = re.sub(r"\[[^\]]*\]", "[]", selector)
    classes = len(re.findall(r"\.[\w-]|\[|(?<!:):(?!:)(?!not\b|is\b)\w", bare))
    return bare.count("#"), classes, len(re.findall(r"(?:^|[\s>+~(])[a-zA-Z]", bare))


def _rules(sheet: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The selectors and declarations of a sheet's own rules; those in @media and the like are for some screens only."""
    first, *commented = sheet.split("/*")
    text = "".join([first, *(part.partition("*/")[2] for part in commented)]).replace("<!--", "").replace("-->", "")
    end, selectors = 0, ""
    opened: list[bool] = []  # of each open brace, whether what stands in it is read as if it stood outside
    closed = 0  # braces that are not
    for brace in _BRACE.finditer(text):
        words = text[end : brace.start()]
        end = brace.end()
        if brace[0] == "{":
            before = words.rpartition(";")[2].strip()  # behind an @import
            opened.append(not closed and bool(_SCREEN.fullmatch(before)))
            selectors = selectors if closed else before
            closed += not opened[-1]
        elif opened:
            if closed == 1 and not opened[-1] and not selectors.startswith("@"):
                style = {name: value for name, value in declarations(words).items() if name in _PROPERTIES}
                yield from ((selector.strip(), style) for selector in selectors.split(",") if style)
            closed -= not opened.pop()
