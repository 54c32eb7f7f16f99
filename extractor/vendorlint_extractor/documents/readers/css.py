"""What a style says of words: that nobody sees them, or that a line goes through them."""

from __future__ import annotations

import re
from collections.abc import Mapping

Style = Mapping[str, str]

OFF = 500.0  # pixels that words stand beside the page
TINY = 2.0  # pixels
FAINT = 0.05  # of opacity
_IMPORTANT = re.compile(r"!\s*important$", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|em|rem|ex|ch|vw|vh|%|cm|mm|in|)(?![\w.])", re.IGNORECASE)
# Pixels in one of each; those that depend on the page as on a common one.
_PIXELS = {"": 1, "px": 1, "pt": 1.33, "em": 16, "rem": 16, "ex": 8, "ch": 8, "vw": 12, "vh": 8, "%": 10, "cm": 38, "mm": 3.8, "in": 96}  # fmt: skip
_BESIDE = ("left", "right", "top", "bottom", "margin-left", "margin-top", "text-indent", "transform", "translate")
_NO_AREA = re.compile(
    r"rect\(\s*(?:[01](?:px)?[\s,]+){3}[01](?:px)?\s*\)|inset\(\s*(?:50|[6-9]\d|100)%|circle\(\s*0", re.IGNORECASE
)
_COLOUR = re.compile(r"#([0-9a-f]{3,8})\b|rgba?\(([^)]*)\)|\b([a-z]{3,20})\b", re.IGNORECASE)
_NAMED = {"white": 255, "snow": 252, "ivory": 254, "black": 0, "whitesmoke": 245, "ghostwhite": 250, "floralwhite": 250}
SAME = 12  # of 255 in each of red, green and blue: nobody tells such colours apart

Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)


def declarations(text: str) -> dict[str, str]:
    """The properties of a style attribute or of a rule, the last of each; an important one stays."""
    found: dict[str, str] = {}
    important: dict[str, str] = {}
    for declaration in text.split(";"):
        name, _, value = declaration.partition(":")
        plain = _IMPORTANT.sub("", value.rstrip()).strip()
        if plain:
            (found if plain == value.strip() else important)[name.strip().lower()] = plain
    return found | important


def is_struck(style: Style) -> bool:
    """Whether a line goes through the words."""
    return "line-through" in _value(style, "text-decoration") + _value(style, "text-decoration-line")


def is_gone(style: Style) -> bool:
    """Whether nothing of an element is shown, whatever stands in it: it is no box, see-through, beside the page or cut off."""
    if _value(style, "display").startswith("none"):
        return True
    return ("opacity" in style and _number(style["opacity"]) < FAINT) or _is_beside(style) or _has_no_area(style)


def is_invisible(style: Style) -> bool | None:
    """Whether words are not printed, as far as an element in it does not say otherwise; None where the style does not say."""
    if _value(style, "visibility"):
        return _value(style, "visibility") in {"hidden", "collapse"}
    if "color" in style:
        return _value(style, "color") == "transparent" and "text" not in _value(style, "background-clip") + _value(
            style, "-webkit-background-clip"
        )
    return None


def is_tiny(style: Style) -> bool | None:
    """Whether words have no size that can be read; None where the style does not say."""
    found = _LENGTH.match(_value(style, "font-size"))
    if found is None or (found[2] in {"em", "%", "ex"} and float(found[1]) > 0):
        return None
    return abs(float(found[1])) * _PIXELS[found[2]] < TINY


def colour_of(value: str) -> Colour | None:
    """Red, green and blue, each of 255; None for a colour that is not known, one that is see-through, and no colour at all."""
    found = _COLOUR.search(value)
    if found is None:
        return None
    if found[1]:
        return _of_digits(found[1])
    if found[2]:
        numbers = [_channel(part) for part in re.split(r"[\s,/]+", found[2].strip())]
        return (numbers[0], numbers[1], numbers[2]) if len(numbers) == 3 or (len(numbers) == 4 and numbers[3]) else None
    level = _NAMED.get(found[3].lower())
    return None if level is None else (level, level, level)


def look_alike(one: Colour, other: Colour) -> bool:
    """Whether nobody tells two colours apart."""
    return all(abs(a - b) <= SAME for a, b in zip(one, other, strict=True))


def _of_digits(digits: str) -> Colour | None:
    if len(digits) in (3, 4):
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) not in (6, 8) or digits[6:] == "00":
        return None
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _channel(part: str) -> int:
    number = _number(part)
    return round(number * 2.55 if "%" in part else number)


def _number(value: str) -> float:
    found = re.match(r"-?\d*\.?\d+", value.strip())
    return float(found[0]) if found else 1.0


def _value(style: Style, name: str) -> str:
    return style.get(name, "").strip().lower()


def _pixels(value: str, otherwise: float) -> float:
    found = _LENGTH.match(value.strip())
    return float(found[1]) * _PIXELS[found[2].lower()] if found else otherwise


def _is_beside(style: Style) -> bool:
    for name in _BESIDE:
        value = _value(style, name)
        if name == "transform" and re.search(r"scale[xy]?\(\s*0(?:\.0+)?\s*[,)]", value):
            return True
        if any(float(found[1]) * _PIXELS[found[2].lower()] <= -OFF for found in _LENGTH.finditer(value)):
            return True
    return False


def _has_no_area(style: Style) -> bool:
    if _NO_AREA.search(_value(style, "clip")) or _NO_AREA.search(_value(style, "clip-path")):
        return True
    clips = _value(style, "overflow").startswith(("hidden", "clip"))
    sides = ("height", "width", "max-height", "max-width")
    return clips and any(_pixels(_value(style, side), TINY) < TINY for side in sides)
