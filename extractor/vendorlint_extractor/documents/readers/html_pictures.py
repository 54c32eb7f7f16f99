"""Pictures in the text of an HTML page, and what it shows of other files: none of it is read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.readers.css import declarations
from vendorlint_extractor.documents.readers.html_page import selector
from vendorlint_extractor.documents.readers.pictures import may_show_a_clause, points

_PICTURES = "img, input[type=image], svg, canvas"
_FILES = "embed, object[data], iframe[src], frame[src]"
MANY_POINTS = 3_000  # characters that say how a drawing runs: words drawn as outlines take more


def unread_parts(page: LexborHTMLParser, root: LexborNode, kept: Collection[int]) -> Iterator[Note]:
    """Notes on what a person sees among the terms as a picture or a file of its own, and on a page that leads to another by itself.

    `kept` are the ids of the elements of `root` that are text.
    """
    for node in root.css(_PICTURES):
        if _is_among(node, root, kept) and _is_picture(node):
            yield Note("picture", _place(node), 1)
    for node in root.css(_FILES):
        if _is_among(node, root, kept) and _is_large(node):
            yield Note("unread", _place(node), 1)
    for node in page.css("meta[http-equiv]"):
        refresh = (node.attributes.get("http-equiv") or "").lower() == "refresh"
        if refresh and "url" in (node.attributes.get("content") or "").lower() and not _is_without_scripts(node):
            yield Note("unread", "meta[http-equiv]", 1)


def _is_among(node: LexborNode, root: LexborNode, kept: Collection[int]) -> bool:
    parent = node.parent
    while parent is not None and parent.tag in {"picture", "object", "figure", "center"} and parent.mem_id not in kept:
        parent = parent.parent
    return parent is not None and (parent.mem_id == root.mem_id or parent.mem_id in kept)


def _is_without_scripts(node: LexborNode) -> bool:
    return node.parent is not None and node.parent.tag == "noscript"


def _is_picture(node: LexborNode) -> bool:
    if node.tag != "svg":
        return _is_large(node)
    drawn = sum(len(path.attributes.get("d") or "") for path in node.css("path"))
    return drawn >= MANY_POINTS and _is_large(node)


def _is_large(node: LexborNode) -> bool:
    attributes = node.attributes
    style = declarations(attributes.get("style") or "")
    return may_show_a_clause(*(_length(attributes, style, side) for side in ("width", "height")))


def _length(attributes: Mapping[str, str | None], style: Mapping[str, str], side: str) -> float | None:
    said = points(style.get(side))
    return points(attributes.get(side)) if said is None else said


def _place(node: LexborNode) -> str:
    return selector(node, node.tag or "")
