"""The text that stands around the terms on a page: headers, footers, forms, drawings and frames, which are read as no terms."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from vendorlint_extractor.documents.readers.around import Piece, pieces
from vendorlint_extractor.documents.readers.css_sheet import Rule, addresses, data_of, parsed, strings
from vendorlint_extractor.documents.readers.html_css import Styles
from vendorlint_extractor.documents.readers.html_page import selector

_SILENT = frozenset({"script", "head", "meta", "link", "datalist", "input"})
_SHOWN = frozenset(
    {"content", "quotes", "list-style", "list-style-type", "symbols", "additive-symbols", "prefix", "suffix"}
)
_DRAWN = frozenset(
    {
        "background",
        "background-image",
        "content",
        "list-style",
        "list-style-image",
        "border-image",
        "mask",
        "mask-image",
    }
)
_SCRIPTS = frozenset(
    {"", "module", "text/javascript", "application/javascript", "application/ecmascript", "text/ecmascript"}
)
_LITERAL = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`", re.DOTALL)
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(.))", re.IGNORECASE | re.DOTALL)
_JOINED = re.compile(r"\s*\+\s*")
MAX_SCRIPT = 2_000_000  # characters
_TOLD = re.compile(r"attr\(\s*([a-zA-Z][\w-]{0,50})")
# What browsers show of an element although it is no text: in place of a picture, in a field, on a button, beside the pointer.
_ATTRIBUTES = ("alt", "aria-label", "label", "placeholder", "title", "value")


def around(page: LexborHTMLParser, root: LexborNode, kept: Collection[int], styles: Styles) -> tuple[Piece, ...]:
    """Each piece of text that is none of the terms, with its place; `kept` are the ids of the elements of `root` that are.

    Words that a style sheet, an attribute or a script shows are of nobody's text, and so are those of a page in a frame.
    """
    left_out = _left_out(page.body, root, kept, "body")
    return pieces((*left_out, *_of_styles(page, styles), *_of_attributes(page, styles), *_of_scripts(page)))


def words_of(page: str) -> str:
    """All words of a page."""
    body = LexborHTMLParser(page).body
    return (body.text(deep=True, separator=" ") if body else "") or ""


def _left_out(node: LexborNode | None, root: LexborNode, kept: Collection[int], path: str) -> Iterator[Piece]:
    waiting = [(node, path, node is not None and node.mem_id == root.mem_id)] if node else []
    while waiting:
        parent, where, inside = waiting.pop()
        counts: dict[str, int] = {}
        for child in parent.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                yield where, "" if inside else child.text_content or ""
                continue
            counts[tag] = counts.get(tag, 0) + 1
            own = selector(child, f"{where} > {tag}:nth-of-type({counts[tag]})")
            within = inside or child.mem_id == root.mem_id
            if child.mem_id in kept or child.mem_id == root.mem_id or _holds(child, root):
                waiting.append((child, own, within))
            elif tag not in _SILENT:
                yield from ((own, words) for words in _texts(child, tag))


def _holds(node: LexborNode, root: LexborNode) -> bool:
    parent = root.parent
    while parent is not None:
        if parent.mem_id == node.mem_id:
            return True
        parent = parent.parent
    return False


def _texts(node: LexborNode, tag: str) -> Iterator[str]:
    """What an element shows, and what the frames in it do."""
    if tag != "style":
        yield node.text(deep=True, separator=" ") or ""
    for frame in (node, *node.css("iframe")) if tag != "iframe" else (node,):
        shown = frame.attributes.get("srcdoc") if frame.tag == "iframe" else None
        if shown:
            yield words_of(shown)


def _of_styles(page: LexborHTMLParser, styles: Styles) -> Iterator[Piece]:
    for number, sheet in enumerate(styles.sheets, 1):
        for rule in sheet:
            yield from ((f"style:nth-of-type({number})", words) for words in _shown(rule))
    for node in page.css("[style]"):
        rule = Rule([], parsed(node.attributes.get("style") or ""))
        yield from ((f"{node.tag}[style]", words) for words in _shown(rule))


def _shown(rule: Rule) -> Iterator[str]:
    """The words that declarations show, those in drawings that stand in an address among them."""
    for name, value, _ in rule.declarations:
        if name in _SHOWN or name.startswith("--"):
            yield strings(value)
        if name in _DRAWN or name.startswith("--"):
            yield from (words_of(drawing) for address in addresses(value) if (drawing := data_of(address)))


def _of_attributes(page: LexborHTMLParser, styles: Styles) -> Iterator[Piece]:
    values = (value for sheet in styles.sheets for rule in sheet for _, value, _ in rule.declarations)
    named = {name for value in values for name in _TOLD.findall(value)}
    for name in (*_ATTRIBUTES, *sorted(named)):
        for node in page.css(f"[{name}]"):
            yield f"{node.tag}[{name}]", node.attributes.get(name.lower()) or ""


def _of_scripts(page: LexborHTMLParser) -> Iterator[Piece]:
    """The strings that scripts in a page may put on it."""
    left = MAX_SCRIPT
    for number, node in enumerate(page.css("script"), 1):
        if (node.attributes.get("type") or "").strip().lower() in _SCRIPTS and left > 0:
            text = (node.text(deep=True) or "")[:left]
            left -= len(text)
            yield from ((f"script:nth-of-type({number})", words) for words in _literals(text))
    for node in page.css("[onload], [onerror], [onclick], [ontoggle], [onanimationend], [onfocus], [onpageshow]"):
        for name, value in node.attributes.items():
            if name.startswith("on"):
                yield from ((f"{node.tag}[{name}]", words) for words in _literals(value or ""))


def _literals(script: str) -> Iterator[str]:
    """The strings of a script as the words of a page, those that are joined as one."""
    joined, end = "", 0
    for found in _LITERAL.finditer(script):
        words = _ESCAPED.sub(_sign, found[1] or found[2] or found[3] or "")
        if joined and _JOINED.fullmatch(
            script[end : end + 50] if found.start() - end > 50 else script[end : found.start()]
        ):
            joined += words
        else:
            yield from _page_of(joined)
            joined = words
        end = found.end()
    yield from _page_of(joined)


def _page_of(literal: str) -> Iterator[str]:
    if literal.count(" ") > 3:
        yield words_of(literal) if "<" in literal else literal


def _sign(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code is None:
        return {"n": " ", "t": " ", "r": " "}.get(found[4], found[4])
    number = int(code, 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
