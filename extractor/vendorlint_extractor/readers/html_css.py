"""What the style sheets in a page say that changes its text: bold words, the look of list marks, numbers by CSS counters.

Of the cascade only the order of the rules is known; a style attribute is stronger than all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

MAX_RULES = 500  # that matter here; each is looked for in the whole page
MAX_VALUES = 50  # of one declaration
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
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_CONDITIONAL = re.compile(r"@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")  # @media, @font-face
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_BEFORE = re.compile(r"::?(?:before|marker)$", re.IGNORECASE)
_PART = re.compile(r'"([^"]*)"|\'([^\']*)\'|(counters?)\(([^()]*)\)', re.IGNORECASE)
_BOLD = re.compile(r"bold(?:er)?|[6-9]\d\d")

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
    known = [_LIST_TYPES[word] for word in words if word in _LIST_TYPES]
    return known[-1] if known else None


_LIST_TYPES = {
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
            self._written(part[3].lower(), part[4]) if part[3] else part[1] or part[2] or ""
            for part in _PART.finditer(content)
        ).strip()

    def _frame(self, name: str) -> dict[str, int]:
        return next((frame for frame in reversed(self._frames) if name in frame), self._frames[-1])

    def _written(self, function: str, arguments: str) -> str:
        name, *rest = (argument.strip().strip("\"'") for argument in arguments.split(","))
        values = [frame[name] for frame in self._frames if name in frame] or [0]
        joint = rest.pop(0) if function == "counters" and rest else ""
        kind = _LIST_TYPES.get(rest[0], "1") if rest else "1"
        return joint.join(written(value, kind) for value in (values if function == "counters" else values[-1:]))


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


def _rules(sheet: str) -> Iterator[tuple[str, dict[str, str]]]:
    for rule in _RULE.finditer(_CONDITIONAL.sub("", _COMMENT.sub("", sheet))):
        style = _declarations(rule[2])
        if style:
            for selector in rule[1].split(","):
                yield selector.strip(), style


def _declarations(text: str) -> dict[str, str]:
    found = {}
    for declaration in text.split(";"):
        name, _, value = declaration.partition(":")
        if name.strip().lower() in _PROPERTIES:
            found[name.strip().lower()] = value.replace("!important", "").strip()
    return found


def _counts(text: str | None, otherwise: int) -> Iterator[tuple[str, int]]:
    """The names and values of 'section 1 clause'."""
    words = (text or "").split()[:MAX_VALUES]
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        if not re.fullmatch(r"-?\d+", word):
            yield word, int(following) if re.fullmatch(r"-?\d{1,6}", following) else otherwise
