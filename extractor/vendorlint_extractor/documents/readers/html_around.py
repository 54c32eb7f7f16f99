"""The text that stands around the terms on a page: headers, footers, forms, drawings and frames, which are read as no terms."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from vendorlint_extractor.documents.readers.around import Piece, pieces
from vendorlint_extractor.documents.readers.html_page import selector

_SILENT = frozenset({"script", "head", "meta", "link", "datalist", "input"})
_SHOWN = re.compile(r"(?:content|list-style(?:-type)?)\s*:\s*(?:\"([^\"\\]{1,2000})\"|'([^'\\]{1,2000})')")
_TOLD = re.compile(r"attr\(\s*([a-zA-Z][\w-]{0,50})")
# What browsers show of an element although it is no text: in place of a picture, in a field, on a button, beside the pointer.
_ATTRIBUTES = ("alt", "aria-label", "label", "placeholder", "title", "value")


def around(page: LexborHTMLParser, root: LexborNode, kept: Collection[int]) -> tuple[Piece, ...]:
    """Each piece of text that is none of the terms, with its place; `kept` are the ids of the elements of `root` that are.

    Words that a style sheet or an attribute shows are of nobody's text, and so are those of a page in a frame.
    """
    return pieces((*_left_out(page.body, root, kept, "body"), *_of_styles(page), *_of_attributes(page)))


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


def _of_styles(page: LexborHTMLParser) -> Iterator[Piece]:
    for number, style in enumerate(page.css("style"), 1):
        for shown in _SHOWN.finditer(style.text(deep=True) or ""):
            yield f"style:nth-of-type({number})", shown[1] or shown[2]


def _of_attributes(page: LexborHTMLParser) -> Iterator[Piece]:
    named = {name for style in page.css("style") for name in _TOLD.findall(style.text(deep=True) or "")}
    for name in (*_ATTRIBUTES, *sorted(named)):
        for node in page.css(f"[{name}]"):
            yield f"{node.tag}[{name}]", node.attributes.get(name.lower()) or ""
    for node in page.css("[style]"):
        for shown in _SHOWN.finditer(node.attributes.get("style") or ""):
            yield f"{node.tag}[style]", shown[1] or shown[2]
