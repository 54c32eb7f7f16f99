"""Paragraph styles of a DOCX: what a paragraph inherits of heading level and numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from vendorlint_extractor.documents.readers.docx_package import attribute, child, children, integer, is_on, value

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_MAX_CHAIN = 20  # styles that build on one another


@dataclass(frozen=True, slots=True)
class Style:
    """What the style of an id says itself and inherits. `level` is a heading's, from 1, or None; `numbering` is (numId, ilvl), and
    `numbered_by` the id of the style that says the numId."""

    id: str
    name: str
    level: int | None
    numbering: tuple[str | None, int | None]
    numbered_by: str
    bold: bool


class Styles:
    """The styles by id, and the default one."""

    def __init__(self, root: Element | None) -> None:
        self._raw = {attribute(style, "styleId") or "": style for style in children(root, "style")}
        self._default = next(
            (
                key
                for key, style in self._raw.items()
                if attribute(style, "default") in {"1", "true"} and attribute(style, "type") == "paragraph"
            ),
            "",
        )
        self.table = ""  # the style of the table that is read
        self.defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        self._known: dict[str, Style] = {}
        self._chains: dict[str, list[Element]] = {}

    def of(self, paragraph: Element) -> Style:
        """The style of a paragraph."""
        style_id = value(paragraph, "pPr", "pStyle") or self._default
        if style_id not in self._known:
            self._known[style_id] = self._resolved(style_id)
        return self._known[style_id]

    def is_bold(self, run_properties: Element | None) -> bool | None:
        """What a run's character style says of bold type, or None."""
        style = self._raw.get(value(run_properties, "rStyle") or "")
        return is_on(style, "rPr", "b") if child(style, "rPr", "b") is not None else None

    def chain(self, style_id: str) -> list[Element]:
        """The properties of runs in a style, and in those that it builds on."""
        if style_id not in self._chains:
            found, at = [], style_id
            for _ in range(_MAX_CHAIN):
                style = self._raw.get(at)
                if style is None:
                    break
                found += style.findall("rPr")
                at = value(style, "basedOn") or ""
            self._chains[style_id] = found
        return self._chains[style_id]

    def shade_of(self, style_id: str) -> Element | None:
        """The properties of paragraphs in a style, where it fills them with a colour."""
        style = self._raw.get(style_id)
        return child(style, "pPr") if child(style, "pPr", "shd") is not None else None

    def _resolved(self, style_id: str) -> Style:
        level: int | None = None
        number: str | None = None
        numbered_by = style_id
        depth: int | None = None
        bold: bool | None = None
        name = value(self._raw.get(style_id), "name") or style_id
        at: str | None = style_id
        for _ in range(_MAX_CHAIN):
            style = self._raw.get(at or "")
            if style is None:
                break
            level = level if level is not None else _heading_level(style)
            if number is None and (number := value(style, "pPr", "numPr", "numId")) is not None:
                numbered_by = at or ""
            depth = depth if depth is not None else integer(value(style, "pPr", "numPr", "ilvl"))
            if bold is None and child(style, "rPr", "b") is not None:
                bold = is_on(style, "rPr", "b")
            at = value(style, "basedOn")
        return Style(style_id, name, level, (number, depth), numbered_by, bool(bold))


def _heading_level(style: Element) -> int | None:
    name = value(style, "name") or ""
    if name.lower() == "title":
        return 1
    outline = integer(value(style, "pPr", "outlineLvl"))
    if outline is not None:
        return outline + 1 if outline < 9 else None
    found = _HEADING.fullmatch(name)
    return int(found[1]) if found else None
