"""How the words of a DOCX look, where a person may not see them, sees a line through them, or sees other signs."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from vendorlint_extractor.documents.notes import NoteKind
from vendorlint_extractor.documents.readers.css_values import WHITE, Colour, colour_of, look_alike
from vendorlint_extractor.documents.readers.docx_package import attribute, child, integer, is_on, signed, value
from vendorlint_extractor.documents.readers.docx_styles import Style, Styles

TINY = 3  # half points
THIN = 40  # twentieths of a point: what is no higher or wider shows no word
FAR = 20_000  # twentieths of a point: further than any page reaches
NARROW = 10  # percent of the width of letters
RAISED = 400  # half points above or below the line: no word of it
CLOSE = -100  # twentieths of a point: letters that stand so much closer lie upon one another
CLEAR = 95_000  # thousandths of a percent of transparency
SIGNS = frozenset(
    {"wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol", "zapfdingbats", "zapf dingbats", "marlett"}
)  # fonts
_PAPER = frozenset({"background1", "light1", "bg1", "lt1"})  # of themes: the paper's own colour
_MARKERS = {"black": (0, 0, 0), "white": WHITE, "darkBlue": (0, 0, 128), "darkGray": (128, 128, 128)}


def unshown(run: Element, style: Style, styles: Styles, paper: Colour | None) -> NoteKind | None:
    """What keeps the words of a run from being read as its text; `paper` is what is behind the paragraph, if that is known."""
    layers = list(_layers(run, style, styles))
    if any(_is_switched(name, run, style, styles) for name in ("strike", "dstrike")):
        return "struck"
    size = next((size for layer in layers if (size := integer(value(layer, "sz"))) is not None), None)
    if _is_switched("vanish", run, style, styles) or (size is not None and size <= TINY) or _is_squeezed(layers):
        return "hidden"
    ink = next((_ink(layer) for layer in layers if _has_ink(layer)), None)
    behind = next((fill for layer in layers if (fill := _behind(layer)) is not None), paper)
    if any(map(_is_clear, layers[:1])):
        return "hidden"
    return "hidden" if ink and behind and look_alike(ink, behind) else None


def are_signs(run: Element, style: Style, styles: Styles) -> bool:
    """Whether the letters of a run are shown as signs, by a font that has nothing else."""
    for layer in _layers(run, style, styles):
        fonts = child(layer, "rFonts")
        named = attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
        if named:
            return named.lower() in SIGNS
    return False


def is_out_of_sight(paragraph: Element | None) -> bool:
    """Whether the properties of a paragraph leave no room for its words, or put them beside the page."""
    spacing, frame, indent = (child(paragraph, name) for name in ("spacing", "framePr", "ind"))
    if attribute(spacing, "lineRule") == "exact" and _within(spacing, "line", THIN):
        return True
    if frame is not None:
        if any(
            attribute(frame, side) and _within(frame, side, THIN)
            for side in ("w", "h")
            if side == "w" or attribute(frame, "hRule") == "exact"
        ):
            return True
        if any(abs(signed(attribute(frame, side)) or 0) >= FAR for side in ("x", "y")):
            return True
    sides = [signed(attribute(indent, side)) or 0 for side in ("left", "start", "firstLine")]
    return any(side >= FAR for side in sides) or any(side <= -FAR // 2 for side in sides)


def is_shut(row: Element) -> bool:
    """Whether a row of a table is hidden, or too low for a word."""
    height = child(row, "trPr", "trHeight")
    return is_on(row, "trPr", "hidden") or (attribute(height, "hRule") == "exact" and _within(height, "val", THIN))


def is_narrow(cell: Element, table: Element) -> bool:
    """Whether a cell is too narrow for a letter."""
    return attribute(child(table, "tblPr", "tblLayout"), "type") == "fixed" and _within(
        child(cell, "tcPr", "tcW"), "w", THIN
    )


def _within(element: Element | None, name: str, most: int) -> bool:
    found = signed(attribute(element, name))
    return found is not None and abs(found) <= most


def _layers(run: Element, style: Style, styles: Styles) -> Iterator[Element]:
    """The properties that hold for a run, its own first."""
    own = child(run, "rPr")
    if own is not None:
        yield own
        yield from styles.chain(value(own, "rStyle") or "")
    yield from styles.chain(style.id)
    yield from styles.chain(styles.table)
    if styles.defaults is not None:
        yield styles.defaults


def _is_switched(name: str, run: Element, style: Style, styles: Styles) -> bool:
    """Whether a switch is on: the run's own, or else one of its styles; two together turn it off (ISO/IEC 29500-1, 17.7.3)."""
    own = child(run, "rPr")
    if child(own, name) is not None:
        return is_on(own, name)
    chains = (styles.chain(value(own, "rStyle") or ""), styles.chain(style.id), styles.chain(styles.table))
    said = [next((is_on(layer, name) for layer in chain if child(layer, name) is not None), None) for chain in chains]
    if not any(each is not None for each in said):
        return styles.defaults is not None and is_on(styles.defaults, name)
    return sum(map(bool, said)) % 2 == 1


def _is_squeezed(layers: list[Element]) -> bool:
    """Whether letters are made too narrow to be read, put upon one another, or far from their line."""
    away = next((signed(value(layer, "position")) for layer in layers if child(layer, "position") is not None), None)
    wide = next((integer(value(layer, "w")) for layer in layers if child(layer, "w") is not None), None)
    apart = next((signed(value(layer, "spacing")) for layer in layers if child(layer, "spacing") is not None), None)
    fitted = next((integer(value(layer, "fitText")) for layer in layers if child(layer, "fitText") is not None), None)
    return (
        (wide is not None and wide < NARROW)
        or (apart is not None and apart <= CLOSE)
        or (fitted is not None and fitted <= THIN)
        or (away is not None and abs(away) >= RAISED)
    )


def _is_clear(properties: Element) -> bool:
    fill = child(properties, "textFill")
    if fill is None:
        return False
    return child(fill, "noFill") is not None or any(
        (integer(attribute(each, "val")) or 0) >= CLEAR for each in fill.iter("alpha")
    )


def _has_ink(properties: Element) -> bool:
    return child(properties, "color") is not None or child(properties, "textFill", "solidFill") is not None


def _ink(properties: Element) -> Colour | None:
    filled = child(properties, "textFill", "solidFill")
    if filled is not None:
        theme = value(filled, "schemeClr")
        if theme is not None:
            return WHITE if theme in _PAPER and len(child(filled, "schemeClr") or ()) == 0 else None
        return colour_of(f"#{value(filled, 'srgbClr')}")
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
    shading = child(properties, "shd")
    if attribute(shading, "val") == "solid":
        colour = attribute(shading, "color") or "auto"
        return (0, 0, 0) if colour == "auto" else colour_of(f"#{colour}")
    return colour_of(f"#{attribute(shading, 'fill')}")
