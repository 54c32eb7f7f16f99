"""The drawings of a DOCX: their text boxes, the words that stand in none, and whether they may show a clause."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from vendorlint_extractor.documents.readers.css import declarations
from vendorlint_extractor.documents.readers.docx_package import attribute, child, integer, signed
from vendorlint_extractor.documents.readers.pictures import may_show_a_clause, points

BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_SHOWN = frozenset({"blip", "imagedata", "chart", "relIds", "OLEObject"})
# What elements say in attributes.
_BESIDE = {
    "docPr": ("descr", "title"),
    "hyperlink": ("tooltip",),
    **dict.fromkeys(("tblCaption", "tblDescription", "alias", "helpText", "statusText"), ("val",)),
}
EMU = 12_700  # to a point: English metric units
LEAST = 4.0  # points: a box that is no wider or no higher shows no word
BESIDE = 2_000.0  # points: further than any page reaches


def words_in(element: Element | None) -> str:
    """The words in an element, whatever stands around them, with a blank between paragraphs."""
    shown = {"p": " ", **BREAKS}
    parts = element.iter() if element is not None else ()
    return "".join(part.text or "" if part.tag == "t" else shown.get(part.tag, "") for part in parts)


def drawn(part: Element) -> Iterator[str]:
    """Words of a drawing that stand in no box: those that are bent (WordArt), and what other programs show in its place."""
    yield from (attribute(each, "string") or "" for each in part.iter("textpath"))
    for each in part.iter("AlternateContent") if part.tag != "AlternateContent" else (part,):
        others = words_in(child(each, "Fallback"))
        if others.split() != words_in(child(each, "Choice")).split():
            yield others
    if part.tag == "drawing" and next(part.iter("txbxContent"), None) is None:
        yield words_in(part)


def said_beside(body: Element) -> Iterator[str]:
    """Words that a reader is shown beside the text or when he points at it: what stands for a picture or a table, tips of links, names of
    fields and help on them, and what stands in small letters over words (ruby)."""
    for each in body.iter():
        if each.tag == "rt":
            yield words_in(each)
        else:
            yield from (attribute(each, name) or "" for name in _BESIDE.get(each.tag, ()))


def is_large(drawing: Element) -> bool:
    """Whether it is a drawing that shows a picture, a chart or a file of another program, and may show a clause."""
    if drawing.tag == "drawing" and any(each.tag in _SHOWN for each in drawing.iter()):
        extent = next(drawing.iter("extent"), None)
        width, height = (integer(attribute(extent, side)) for side in ("cx", "cy"))
        return may_show_a_clause(width and width / EMU, height and height / EMU)
    if drawing.tag in {"pict", "object"} and any(each.tag in _SHOWN for each in drawing.iter()):
        styles = (attribute(each, "style") or "" for each in drawing.iter())
        style = declarations(next((each for each in styles if "width" in each), ""))
        return may_show_a_clause(points(style.get("width"), "pt"), points(style.get("height"), "pt"))
    return False


def boxes(part: Element) -> Iterator[tuple[Element, bool]]:
    """The text boxes of a drawing, of alternatives the first, and whether each can be seen."""
    yield from _boxes(part, seen=True)


def _boxes(part: Element, *, seen: bool) -> Iterator[tuple[Element, bool]]:
    for inner in part:
        if inner.tag == "txbxContent":
            yield inner, seen
        elif inner.tag != "Fallback":
            yield from _boxes(inner, seen=seen and not _is_out_of_sight(inner))


def _is_out_of_sight(shape: Element) -> bool:
    if shape.tag in {"anchor", "inline"}:
        extent = child(shape, "extent")
        sides = [integer(attribute(extent, side)) for side in ("cx", "cy")]
        if _is_hidden(child(shape, "docPr")) or any(side is not None and side < LEAST * EMU for side in sides):
            return True
        offsets = [signed((each.text or "").strip()) for each in shape.iter("posOffset")]
        return any(abs(offset or 0) > BESIDE * EMU for offset in offsets)
    if shape.tag in {"shape", "rect", "roundrect", "oval"}:
        style = declarations(attribute(shape, "style") or "")
        sizes = [points(style.get(side), "pt") for side in ("width", "height")]
        return style.get("visibility") == "hidden" or any(size is not None and size < LEAST for size in sizes)
    return False


def _is_hidden(properties: Element | None) -> bool:
    """Whether a drawing is hidden."""
    return attribute(properties, "hidden") in {"1", "true", "on"}
