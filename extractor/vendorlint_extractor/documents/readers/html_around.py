"""The text that stands around the terms on a page: headers, footers, forms, drawings and frames, which are read as no terms."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from vendorlint_extractor.documents.readers.html_page import selector
from vendorlint_extractor.documents.readers.markdown import escaped

MIN_WORDS = 6  # of a piece that may say something
MAX_AROUND = 20_000  # characters on a page
_SILENT = frozenset({"script", "template", "head", "meta", "link", "select", "option", "datalist", "textarea", "input"})
_SHOWN = re.compile(r"content\s*:\s*(?:\"([^\"\\]{1,2000})\"|'([^'\\]{1,2000})')")


def around(page: LexborHTMLParser, root: LexborNode, kept: Collection[int]) -> tuple[tuple[str, str], ...]:
    """Each piece of text that is none of the terms, with its place; `kept` are the ids of the elements of `root` that are.

    Words that a style sheet shows are of nobody's text, and so are those of a page in a frame.
    """
    found: list[tuple[str, str]] = []
    length = 0
    for place, words in (*_left_out(page.body, root, kept, "body"), *_of_styles(page)):
        piece = escaped(words)
        length += len(piece)
        if length > MAX_AROUND:
            break
        if len(piece.split()) >= MIN_WORDS:
            found.append((place, piece))
    return tuple(found)


def _left_out(node: LexborNode | None, root: LexborNode, kept: Collection[int], path: str) -> Iterator[tuple[str, str]]:
    waiting = [(node, path, node is not None and node.mem_id == root.mem_id)] if node else []
    while waiting:
        parent, where, inside = waiting.pop()
        counts: dict[str, int] = {}
        for child in parent.iter():
            tag = child.tag or ""
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
            body = LexborHTMLParser(shown).body
            yield (body.text(deep=True, separator=" ") if body else "") or ""


def _of_styles(page: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for number, style in enumerate(page.css("style"), 1):
        for shown in _SHOWN.finditer(style.text(deep=True) or ""):
            yield f"style:nth-of-type({number})", shown[1] or shown[2]
