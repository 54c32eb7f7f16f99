"""What the style sheets in a page say of its text: bold, struck and hidden words, the look of list marks, numbers by counters.

Rules apply by how specific their selectors are and then in their order; a style attribute is stronger than all of them, and
important declarations stronger than that.
"""

from __future__ import annotations

import itertools
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from vendorlint_extractor.documents.readers.css import Style, declarations, expanded
from vendorlint_extractor.documents.readers.css_sheet import Rule, parsed, rules
from vendorlint_extractor.documents.readers.css_values import MAX_VALUE
from vendorlint_extractor.documents.readers.html_sheets import (
    AFTER,
    BEFORE,
    PROPERTIES,
    animations,
    fonts_of_signs,
    initial_values,
    matters,
    may_match,
    names_in,
    sheets,
    weight,
)

MAX_RULES = 2000  # that matter here; each is looked for in the whole page
MAX_VARIABLES = 5  # that stand in one another's values
_ALWAYS = re.compile(
    r":(?:dir\(\s*ltr\s*\)|lang\([^()]*\))", re.IGNORECASE
)  # what holds on a page in a language that is read
_VARIABLE = re.compile(r"var\(\s*(--[^\s,()]+)\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)")
_ANIMATED = ("animation", "-webkit-animation", "animation-name", "-webkit-animation-name", "animation-fill-mode")
_STAYS = frozenset({"forwards", "both", "infinite"})  # of an animation: its end, or what it comes back to
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
_Found = dict[int, dict[str, str]]


class Styles:
    """The declarations that matter, by element. `sheets` are the style sheets in the page, each with its rules."""

    def __init__(self, page: LexborHTMLParser) -> None:
        self._own: _Found = {}
        self._strong: _Found = {}  # the important ones
        self._before: _Found = {}
        self._after: _Found = {}
        self._variables: _Found = {}
        self.count = False  # whether they have counters
        self.draw = False  # whether they draw pictures
        self.cut = False  # whether there are more rules than are looked at
        self.sheets = [list(rules(sheet)) for sheet in sheets(page)]
        self.signs = frozenset(fonts_of_signs(itertools.chain.from_iterable(self.sheets)))
        self._ends = dict(animations(itertools.chain.from_iterable(self.sheets)))
        self._initial = dict(initial_values(itertools.chain.from_iterable(self.sheets)))
        names = names_in(page)
        found = [
            (selector, rule)
            for rule in itertools.chain.from_iterable(self.sheets)
            if matters(rule)
            for selector in rule.selectors
            if may_match(selector, names)
        ]
        self.cut = len(found) > MAX_RULES
        for selector, rule in sorted(found[:MAX_RULES], key=lambda each: weight(each[0])):
            self._apply(page, selector, rule)

    def of(self, node: LexborNode) -> Style:
        """The declarations of an element."""
        own = self._own.get(node.mem_id, _NONE)
        inline = node.attributes.get("style")
        strong = self._strong.get(node.mem_id)
        style = own if not inline and not strong else {**own, **declarations(inline or ""), **(strong or {})}
        if strong and inline and "!" in inline:
            style = {**style, **_important(inline)}
        style = self._filled(node, style) if any("var(" in value for value in style.values()) else style
        return self._played(style) if self._ends else style

    def _played(self, style: Style) -> Style:
        """A style as it is once its animation has come to an end, where that stays."""
        said = " ".join(style.get(name, "") for name in _ANIMATED)[:MAX_VALUE].replace(",", " ").split()
        if not _STAYS & set(said):
            return style
        ends = [self._ends[word] for word in said if word in self._ends]
        return {name: value for each in (style, *ends) for name, value in each.items()}

    def before(self, node: LexborNode) -> Style:
        """The declarations of what a style sheet puts before an element's text."""
        return self._before.get(node.mem_id, _NONE)

    def after(self, node: LexborNode) -> Style:
        """The declarations of what a style sheet puts behind an element's text."""
        return self._after.get(node.mem_id, _NONE)

    def _apply(self, page: LexborHTMLParser, selector: str, rule: Rule) -> None:
        self.count = self.count or any("counter" in name or "counter" in value for name, value, _ in rule.declarations)
        self.draw = self.draw or any("url(" in value.lower() for _, value, _ in rule.declarations)
        place = self._before if BEFORE.search(selector) else self._after if AFTER.search(selector) else None
        try:
            nodes = page.css(_ALWAYS.sub("", AFTER.sub("", BEFORE.sub("", selector))) or "*")
        except SelectolaxError:  # a selector that the parser does not know
            return
        pairs = [
            (name, value, stays)
            for given, held, stays in rule.declarations
            for name, value in expanded(given, held)
            if name in PROPERTIES or name.startswith("--")
        ]
        for node in nodes:
            for name, value, stays in pairs:
                own = self._variables if name.startswith("--") else self._strong if stays else self._own
                (own if place is None else place).setdefault(node.mem_id, {})[name] = value

    def _filled(self, node: LexborNode, style: Style) -> Style:
        """A style with the values of variables in their places; a declaration with one that has none says nothing."""
        filled = {name: self._value(node, value) for name, value in style.items()}
        return {name: value for name, value in filled.items() if "var(" not in value}

    def _value(self, node: LexborNode, value: str) -> str:
        for _ in range(MAX_VARIABLES):
            known = _VARIABLE.search(value[:MAX_VALUE])
            if known is None:
                break
            meant = self._variable(node, known[1])
            if meant is None and known[2] is None:
                break
            value = value[: known.start()] + (known[2] or "" if meant is None else meant) + value[known.end() :]
        return value.strip()

    def _variable(self, node: LexborNode | None, name: str) -> str | None:
        while node is not None and node.tag:
            inline = node.attributes.get("style") or ""
            own = {each: value for each, value, _ in parsed(inline)} if "--" in inline else _NONE
            value = own.get(name) or self._variables.get(node.mem_id, _NONE).get(name)
            if value is not None:
                return value
            node = node.parent
        return self._initial.get(name)


def is_bold(style: Style) -> bool | None:
    """Whether a style sets bold type, or None where it does not say."""
    weight = style.get("font-weight")
    return bool(_BOLD.fullmatch(weight)) if weight and weight != "inherit" else None


def list_type(style: Style) -> str | None:
    """The type of a list's marks as the attribute `type` has it, '' for none, or None where the style does not say."""
    words = f"{style.get('list-style', '')} {style.get('list-style-type', '')}".split()
    known = [LIST_TYPES[word] for word in words if word in LIST_TYPES]
    return known[-1] if known else None


def _important(inline: str) -> dict[str, str]:
    return {name: value for given, held, stays in parsed(inline) if stays for name, value in expanded(given, held)}
