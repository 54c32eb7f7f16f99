"""Style sheets taken apart as browsers do (CSS Syntax Module Level 3, by tinycss2): rules within rules, conditions, and sheets that stand
in an address.
"""

from __future__ import annotations

import base64
import binascii
import itertools
import re
import urllib.parse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from vendorlint_extractor.documents.readers.css_screen import is_met

MAX_DEPTH = 20  # of rules within rules
MAX_NESTED = 50  # of brackets within brackets
MAX_SELECTORS = 200  # of one rule, with those around it
MAX_IMPORTED = 8  # sheets that stand in the addresses of others
_DATA = re.compile(r"\s*data:([^,]{0,100}),(.*)", re.IGNORECASE | re.DOTALL)
KEYFRAMES = "@keyframes "  # what stands before the name of an animation
_FRAMES = frozenset({"keyframes", "-webkit-keyframes", "-moz-keyframes"})
_LAST = frozenset({"to", "100%"})  # of the moments of an animation
_GROUPS = frozenset({"media", "supports", "container", "layer", "scope", "document"})
_LISTS = frozenset({"font-face", "counter-style", "property"})  # at-rules that hold declarations

Node = Any  # of tinycss2, which has no types


@dataclass(slots=True)
class Rule:
    """Selectors, or the words of an at-rule such as `@font-face`, and their declarations in order: name, value, important."""

    selectors: list[str]
    declarations: list[tuple[str, str, bool]] = field(default_factory=list)


@dataclass(slots=True)
class _Place:
    """Where statements stand."""

    rule: Rule | None  # whose declarations stand here
    around: list[str]  # the selectors that nested ones go on
    depth: int = 0


@dataclass(slots=True)
class _Sheet:
    """What holds on a screen: the rules in order, and the addresses of sheets that are imported."""

    rules: list[Rule] = field(default_factory=list)
    imported: list[str] = field(default_factory=list)


def rules(sheet: str) -> Iterator[Rule]:
    """The rules of a sheet that hold on a common screen."""
    import tinycss2  # for documents with styles alone

    waiting, taken = [sheet], 0
    while waiting:
        found = _Sheet()
        _read(tinycss2.parse_stylesheet(waiting.pop(0), skip_comments=True), _Place(None, []), found)
        for address in found.imported:
            if taken < MAX_IMPORTED and (inner := data_of(address)) is not None:
                taken += 1
                imported = _Sheet()
                _read(tinycss2.parse_stylesheet(inner, skip_comments=True), _Place(None, []), imported)
                yield from filter(_says, imported.rules)
        yield from filter(_says, found.rules)


def parsed(text: str) -> list[tuple[str, str, bool]]:
    """The declarations of a style attribute, in order."""
    import tinycss2  # for documents with styles alone

    rule = Rule([])
    _read(tinycss2.parse_blocks_contents(text, skip_comments=True), _Place(rule, []), _Sheet())
    return rule.declarations


def strings(value: str) -> str:
    """The strings of a value one after the other, as they are shown."""
    return "".join(node.value for node in _flat(_values(value)) if node.type == "string")


def parts(value: str) -> Iterator[tuple[str, list[str]]]:
    """The strings of a value, each with an empty name, and its functions by name with their strings and words in order."""
    for node in _values(value):
        if node.type == "string":
            yield "", [node.value]
        elif node.type == "function":
            yield node.lower_name, [each.value for each in node.arguments if each.type in {"string", "ident"}]


def addresses(value: str) -> list[str]:
    """What a value names by url()."""
    return list(_addresses(_values(value)))


def data_of(address: str) -> str | None:
    """The text that stands in an address (data:text/css,...), or None where it leads elsewhere."""
    return bytes_of(address).decode("utf-8", "replace") if _DATA.match(address) else None


def bytes_of(address: str) -> bytes:
    """What stands in an address (data:font/ttf;base64,...); empty where it leads elsewhere."""
    found = _DATA.match(address)
    if found is None:
        return b""
    if not found[1].lower().rstrip().endswith("base64"):
        return urllib.parse.unquote_to_bytes(found[2])
    try:
        return base64.b64decode(urllib.parse.unquote(found[2]))
    except (binascii.Error, ValueError):
        return b""


def _says(rule: Rule) -> bool:
    return bool(rule.declarations)


def _values(text: str) -> list[Node]:
    import tinycss2  # for documents with styles alone

    return list(tinycss2.parse_component_value_list(text, skip_comments=True))


def _flat(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes in order, each before those within it."""
    waiting = [iter(nodes)]
    while waiting:
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
            continue
        yield node
        waiting.append(iter(_within(node)))


def _within(node: Node) -> Sequence[Node]:
    return node.arguments if node.type == "function" else getattr(node, "content", None) or ()


def _addresses(nodes: Iterable[Node]) -> Iterator[str]:
    for node in _flat(nodes):
        if node.type == "url":
            yield node.value
        elif node.type == "function" and node.lower_name == "url":
            yield from (each.value for each in node.arguments if each.type == "string")


def _text(nodes: Sequence[Node]) -> str:
    """What nodes stand for, written out; empty where they are no CSS, or brackets stand too deep."""
    import tinycss2  # for documents with styles alone

    level = nodes
    for _ in range(MAX_NESTED):
        if any(node.type == "error" and not node.kind.startswith("eof") for node in level):
            return ""
        level = [inner for node in level for inner in _within(node)]
        if not level:
            return str(tinycss2.serialize(nodes)).strip()
    return ""


def _read(nodes: Iterable[Node], place: _Place, sheet: _Sheet) -> None:
    """Take in the statements of a sheet or of a block."""
    import tinycss2  # for documents with styles alone

    for node in nodes:
        if node.type == "declaration" and place.rule is not None:
            name, value = node.name if node.name.startswith("--") else node.lower_name, _text(node.value)
            if value:
                place.rule.declarations.append((name, value, node.important))
        elif node.type == "at-rule" and node.content is None:
            if place.depth == 0 and node.lower_at_keyword == "import":
                sheet.imported.extend(_imported(node.prelude))
        elif node.type in {"at-rule", "qualified-rule"} and place.depth < MAX_DEPTH:
            inner = _opened(node, place, sheet)
            if inner is not None:
                _read(tinycss2.parse_blocks_contents(node.content, skip_comments=True), inner, sheet)


def _opened(node: Node, place: _Place, sheet: _Sheet) -> _Place | None:
    """The place within a rule, which is taken in; None where nothing in it is read."""
    prelude, depth = _text(node.prelude), place.depth + 1
    if node.type == "qualified-rule":
        selectors = list(itertools.islice(_selectors(_parted(node.prelude), place.around), MAX_SELECTORS))
        rule = Rule(selectors)
        around = selectors
    elif node.lower_at_keyword in _GROUPS:
        if not is_met(node.lower_at_keyword, prelude):
            return None
        if not place.around:
            return _Place(None, [], depth)
        rule, around = Rule(place.around), place.around
    elif node.lower_at_keyword in _FRAMES:
        sheet.rules.append(Rule([KEYFRAMES + prelude.strip("\"' ")], list(_at_the_end(node.content))))
        return None
    elif node.lower_at_keyword in _LISTS:
        rule, around = Rule([f"@{node.lower_at_keyword} {prelude}".strip()]), []
    else:
        return None
    sheet.rules.append(rule)
    return _Place(rule, around, depth)


def _at_the_end(content: Iterable[Node]) -> Iterator[tuple[str, str, bool]]:
    """The declarations of the last moment of an animation."""
    import tinycss2  # for documents with styles alone

    for node in tinycss2.parse_blocks_contents(content, skip_comments=True):
        if node.type == "qualified-rule" and _LAST & {part.lower() for part in _parted(node.prelude)}:
            moment = Rule([])
            _read(
                tinycss2.parse_blocks_contents(node.content, skip_comments=True),
                _Place(moment, [], MAX_DEPTH),
                _Sheet(),
            )
            yield from moment.declarations


def _imported(prelude: Sequence[Node]) -> Iterator[str]:
    """The address that an `@import` names, where its condition is met."""
    words = [node for node in prelude if node.type != "whitespace"]
    address = words[0].value if words and words[0].type == "string" else next(_addresses(words[:1]), None)
    rest = [
        node
        for node in words[1:]
        if not (node.type == "ident" and node.lower_value == "layer")
        and not (node.type == "function" and node.lower_name in {"layer", "supports"})
    ]
    if address is not None and is_met("media", " ".join(map(_text, ([node] for node in rest)))):
        yield address


def _selectors(selectors: Sequence[str], around: Sequence[str]) -> Iterator[str]:
    if not around:
        yield from selectors
        return
    for outer, selector in itertools.product(around, selectors):
        yield selector.replace("&", outer) if "&" in selector else f"{outer} {selector}"


def _parted(prelude: Iterable[Node]) -> list[str]:
    """A list of selectors at its commas, those in brackets aside."""
    parts: list[list[Node]] = [[]]
    for node in prelude:
        if node == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return [text for part in parts if (text := _text(part))]
