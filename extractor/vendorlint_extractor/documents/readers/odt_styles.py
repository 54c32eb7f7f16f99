"""Styles of an ODT: how words look where a person may not see them or sees a line through them (OASIS OpenDocument 1.3, part 3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from vendorlint_extractor.documents.notes import NoteKind
from vendorlint_extractor.documents.readers.css_values import (
    FAINT,
    Colour,
    colour_of,
    length,
    look_alike,
    number,
)
from vendorlint_extractor.documents.readers.docx_look import SIGNS
from vendorlint_extractor.documents.readers.docx_package import attribute

TINY = 1.5  # points
NARROW = 10  # percent of the width of letters
CLOSE, THIN, FAR = -6.0, 2.5, 1300.0  # pixels: letters on one another, lines without room, beside the page
_MAX_CHAIN = 20  # styles that build on one another
_NONE = (None, "none")


class Styles:
    """The styles of a document by family and name."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[tuple[str | None, str | None], Element] = {}
        for root in roots:
            for style in root.iter("style") if root is not None else ():
                self._styles[attribute(style, "family"), attribute(style, "name")] = style
            for style in root.iter("default-style") if root is not None else ():
                self._styles[attribute(style, "family"), None] = style

    def chain(self, family: str, name: str | None) -> Iterator[Element]:
        """A style and those that it builds on, the default one last."""
        for _ in range(_MAX_CHAIN):
            style = self._styles.get((family, name)) if name else None
            if style is None:
                break
            yield style
            name = attribute(style, "parent-style-name")
        if (default := self._styles.get((family, None))) is not None:
            yield default

    def said(self, layers: Sequence[Element], name: str) -> str | None:
        """A property in the first of the styles that say it."""
        return next((found for style in layers for each in style if (found := attribute(each, name)) is not None), None)

    def layers(self, spans: Sequence[str], paragraph: str | None) -> list[Element]:
        """The styles that hold for words in spans, the innermost last, of a paragraph."""
        own = [style for span in reversed(spans) for style in self.chain("text", span)]
        return [*own, *self.chain("paragraph", paragraph)]

    def list_of(self, paragraph: str | None) -> str | None:
        """The list style that a paragraph's style names."""
        named = (attribute(style, "list-style-name") for style in self.chain("paragraph", paragraph))
        return next(filter(None, named), None)

    def is_title(self, paragraph: str | None) -> bool:
        """Whether a paragraph stands in the style of the document's title."""
        return any(attribute(style, "name") == "Title" for style in self.chain("paragraph", paragraph))

    def fill_of(self, cell: Element) -> Colour | None:
        """The colour of a cell, or None where the paper shows."""
        said = self.said(list(self.chain("table-cell", attribute(cell, "style-name"))), "background-color")
        return colour_of(said or "")

    def unshown(self, layers: Sequence[Element], paper: Colour) -> NoteKind | None:
        """What keeps words from being read as the text; `paper` is what is behind their paragraph."""
        through = (self.said(layers, f"text-line-through-{name}") for name in ("style", "type"))
        if any(each not in _NONE for each in through):
            return "struck"
        if _is_clear(layers):
            return "hidden"
        if self.said(layers, "display") == "none" or _points(self.said(layers, "font-size")) <= TINY:
            return "hidden"
        if self._is_squeezed(layers):
            return "hidden"
        ink = colour_of(self.said(layers, "color") or "")
        behind = colour_of(self.said(layers, "background-color") or "") or paper
        return "hidden" if ink and look_alike(ink, behind) else None

    def _is_squeezed(self, layers: Sequence[Element]) -> bool:
        """Whether letters or lines are made too small to be read, or a paragraph stands beside the page."""
        scale = self.said(layers, "text-scale") or ""
        if scale.removesuffix("%").isdecimal() and int(scale.removesuffix("%")) < NARROW:
            return True
        close, high, left = (
            length(self.said(layers, name) or "") for name in ("letter-spacing", "line-height", "margin-left")
        )
        return (
            (close is not None and close[0] <= CLOSE)
            or (high is not None and high[1] != "%" and abs(high[0]) < THIN)
            or (left is not None and left[1] != "%" and abs(left[0]) >= FAR)
        )

    def are_signs(self, layers: Sequence[Element]) -> bool:
        """Whether letters are shown as signs, by a font that has nothing else."""
        named = self.said(layers, "font-name") or self.said(layers, "font-family") or ""
        return named.strip("'").rstrip("0123456789").strip().lower() in SIGNS

    def is_bold(self, layers: Sequence[Element]) -> bool:
        """Bold or underlined: drafters set titles in either."""
        weight = self.said(layers, "font-weight") or ""
        heavy = weight == "bold" or (weight.isdecimal() and int(weight) >= 600)
        return heavy or self.said(layers, "text-underline-style") not in _NONE

    def is_raised(self, layers: Sequence[Element]) -> bool:
        """Whether words stand above the line."""
        position = self.said(layers, "text-position") or ""
        return position.startswith("super") or (position[:1].isdigit() and not position.startswith("0"))


def _is_clear(layers: Sequence[Element]) -> bool:
    """Whether letters are see-through. LibreOffice says so beside a colour that it chooses itself, which is not."""
    said = next((each for style in layers for each in style if attribute(each, "opacity") is not None), None)
    if said is None or attribute(said, "use-window-font-color") == "true":
        return False
    opacity = attribute(said, "opacity") or ""
    return opacity.endswith("%") and number(opacity) < FAINT * 100


def _points(size: str | None) -> float:
    """A size in points; what is in no points is no small one."""
    try:
        return float((size or "").removesuffix("pt")) if (size or "").endswith("pt") else TINY + 1
    except ValueError:
        return TINY + 1
