"""How the words of a DOCX look, where a person may not see them or sees a line through them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from vendorlint_extractor.documents.notes import NoteKind
from vendorlint_extractor.documents.readers.css import WHITE, Colour, colour_of, look_alike
from vendorlint_extractor.documents.readers.docx_package import attribute, child, integer, is_on, value
from vendorlint_extractor.documents.readers.docx_styles import Style, Styles

TINY = 3  # half points
_PAPER = frozenset({"background1", "light1"})  # of themes: the paper's own colour
_MARKERS = {"black": (0, 0, 0), "white": WHITE, "darkBlue": (0, 0, 128), "darkGray": (128, 128, 128)}


def unshown(run: Element, style: Style, styles: Styles, paper: Colour | None) -> NoteKind | None:
    """What keeps the words of a run from being read as its text; `paper` is what is behind the paragraph, if that is known."""
    layers = list(_layers(run, style, styles))
    if any(_first(layers, name) for name in ("strike", "dstrike")):
        return "struck"
    size = next((size for layer in layers if (size := integer(value(layer, "sz"))) is not None), None)
    if _first(layers, "vanish") or (size is not None and size <= TINY):
        return "hidden"
    ink = next((_ink(layer) for layer in layers if child(layer, "color") is not None), None)
    behind = next((fill for layer in layers if (fill := _behind(layer)) is not None), paper)
    return "hidden" if ink and behind and look_alike(ink, behind) else None


def _layers(run: Element, style: Style, styles: Styles) -> Iterator[Element]:
    """The properties that hold for a run, its own first."""
    own = child(run, "rPr")
    if own is not None:
        yield own
        yield from styles.chain(value(own, "rStyle") or "")
    yield from styles.chain(style.id)
    if styles.defaults is not None:
        yield styles.defaults


def _first(layers: list[Element], name: str) -> bool:
    """Whether a switch is on in the first of the properties that have it."""
    return next((is_on(layer, name) for layer in layers if child(layer, name) is not None), False)


def _ink(properties: Element) -> Colour | None:
    colour = child(properties, "color")
    shaded = attribute(colour, "themeShade") or attribute(colour, "themeTint")  # another colour, which `val` has
    return (
        WHITE if attribute(colour, "themeColor") in _PAPER and not shaded else colour_of(f"#{attribute(colour, 'val')}")
    )


def _behind(properties: Element) -> Colour | None:
    marker = value(properties, "highlight")
    if marker and marker != "none":
        return _MARKERS.get(marker, (255, 255, 0))
    return shade(properties)


def shade(properties: Element | None) -> Colour | None:
    """The colour that something is filled with, or None where the paper shows."""
    return colour_of(f"#{attribute(child(properties, 'shd'), 'fill')}")
