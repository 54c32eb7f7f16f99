"""Pictures in the text of an HTML page, and what it shows of other files: none of it is read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.readers.css import Style
from vendorlint_extractor.documents.readers.fonts import renamed
from vendorlint_extractor.documents.readers.html_css import Styles
from vendorlint_extractor.documents.readers.html_page import selector
from vendorlint_extractor.documents.readers.html_sheets import fonts_in
from vendorlint_extractor.documents.readers.pictures import may_show_a_clause, points

_PICTURES = "img, input[type=image], svg, canvas, video[poster]"
_FILES = "embed, object[data], iframe[src], frame[src]"
_FILLED = (
    "background",
    "background-image",
    "border-image",
    "border-image-source",
    "mask-image",
    "-webkit-mask-image",
    "mask",
)
_SHADOW = "template[shadowrootmode], template[shadowroot]"
BEHIND = 3  # words of an element: what is drawn behind more of them is a ground
MANY_POINTS = 3_000  # characters that say how a drawing runs: words drawn as outlines take more


def unread_parts(page: LexborHTMLParser, root: LexborNode, kept: Collection[int], styles: Styles) -> Iterator[Note]:
    """Notes on what a person sees among the terms as a picture or a file of its own, and on a page that leads to another by itself.

    `kept` are the ids of the elements of `root` that are text.
    """
    for node in root.css(_PICTURES):
        if _is_among(node, root, kept) and _is_picture(node, styles.of(node)):
            yield Note("picture", _place(node), 1)
    for node in root.css("*") if styles.draw else root.css("[style], [background]"):
        if node.mem_id in kept and _is_filled(node, styles):
            yield Note("picture", _place(node), 1)
    for sheet in styles.sheets:
        for name, font in fonts_in(sheet):
            if letters := renamed(font):
                yield Note("shown_otherwise", f"font {name[:80]}".strip(), len(letters))
    for node in root.css(_SHADOW):
        yield Note("unread", _place(node), 1)
    for node in root.css(_FILES):
        if _is_among(node, root, kept) and _is_large(node, styles.of(node)):
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


def _is_picture(node: LexborNode, style: Style) -> bool:
    if node.tag != "svg":
        return _is_large(node, style)
    drawn = sum(len(path.attributes.get("d") or "") for path in node.css("path"))
    return (drawn >= MANY_POINTS or node.css_first("image") is not None) and _is_large(node, style)


def _is_filled(node: LexborNode, styles: Styles) -> bool:
    """Whether a style sheet draws a picture in an element that has hardly a word, or in place of its words or before them."""
    style = styles.of(node)
    if "url(" in style.get("content", "").lower():
        return _is_large(node, style)
    for put in (styles.before(node), styles.after(node)):
        if any("url(" in put.get(name, "").lower() for name in ("content", *_FILLED)) and _is_large(None, put):
            return True
    if "url(" in f"{style.get('list-style', '')} {style.get('list-style-image', '')}".lower():
        return node.tag == "li"
    filled = node.attributes.get("background") or any("url(" in style.get(name, "").lower() for name in _FILLED)
    return bool(filled) and len((node.text(deep=True) or "").split()) < BEHIND and _is_large(node, style)


def _is_large(node: LexborNode | None, style: Style) -> bool:
    attributes = node.attributes if node else {}
    return may_show_a_clause(*(_length(attributes, style, side) for side in ("width", "height")))


def _length(attributes: Mapping[str, str | None], style: Mapping[str, str], side: str) -> float | None:
    said = points(style.get(side))
    return points(attributes.get(side)) if said is None else said


def _place(node: LexborNode) -> str:
    return selector(node, node.tag or "")
