"""Signs of the fonts Symbol and Wingdings, of which a DOCX has only their places in the font (U+F020 to U+F0FF)."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from vendorlint_extractor.documents.readers.docx_package import attribute

_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x76: "❖", 0x78: "☒", 0x9F: "•", 0xA7: "▪", 0xA8: "☐",
    0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_SYMBOL = {
    0x2D: "−", 0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xD2: "®", 0xD3: "©",
    0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™",
}  # fmt: skip
_PRIVATE = re.compile("[\uf000-\uf0ff]")


def symbol(part: Element) -> str:
    """The sign of a <w:sym>."""
    code = attribute(part, "char") or ""
    if not re.fullmatch(r"(?![Dd][89A-Fa-f])[0-9A-Fa-f]{1,4}", code):  # half of a pair is no sign
        return ""
    return symbols(chr(int(code, 16)), attribute(part, "font"))


def symbols(text: str, font: str | None) -> str:
    """Text with such signs as Unicode has them; what no font is known for is left out, or is a letter of a common font."""
    return _PRIVATE.sub(lambda found: _sign(ord(found[0]) - 0xF000, font or ""), text)


def _sign(place: int, font: str) -> str:
    if font.startswith("Wingdings"):
        return _WINGDINGS.get(place, "")
    if font == "Symbol":
        return _SYMBOL.get(place, "")
    return _SYMBOL.get(place) or _WINGDINGS.get(place) or (chr(place) if 0x20 <= place < 0x7F else "")
