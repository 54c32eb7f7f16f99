"""Values of CSS: colours as red, green and blue, lengths as pixels."""

from __future__ import annotations

import colorsys
import re

MAX_VALUE = 500  # characters that are looked at
SAME = 12  # of 255 in each of red, green and blue: nobody tells such colours apart
FAINT = 0.05  # of opacity
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|em|rem|ex|ch|vw|vh|%|cm|mm|in|pc|q|vmin|vmax|)(?![\w.])", re.IGNORECASE)
# Pixels in one of each; those that depend on the page as on a common one.
_PIXELS = {
    "": 1, "px": 1, "pt": 1.33, "pc": 16, "em": 16, "rem": 16, "ex": 8, "ch": 8, "vw": 12, "vh": 8, "vmin": 8, "vmax": 12, "%": 10,
    "cm": 38, "mm": 3.8, "q": 0.94, "in": 96,
}  # fmt: skip
OF_TEXT = frozenset({"em", "%", "ex", "ch"})  # units that follow the size of the text around
_FUNCTION = re.compile(r"(calc|min|max|clamp)\((.*)\)", re.IGNORECASE | re.DOTALL)
_TERM = re.compile(r"([+-]?)\s*(\d*\.?\d+)\s*([a-z%]*)\s*", re.IGNORECASE)
_COLOUR = re.compile(r"#([0-9a-f]{3,8})\b|([a-z-]{3,12})\(([^()]*)\)|(?<![\w-])([a-z]{3,20})(?![\w(-])", re.IGNORECASE)
_WORDS = frozenset({"from", "none", "inherit", "initial", "unset", "revert", "transparent", "currentcolor", "auto"})
_NAMED = {
    "white": "fff", "snow": "fffafa", "ivory": "fffff0", "black": "000", "whitesmoke": "f5f5f5", "ghostwhite": "f8f8ff",
    "floralwhite": "fffaf0", "azure": "f0ffff", "mintcream": "f5fffa", "honeydew": "f0fff0", "aliceblue": "f0f8ff",
    "seashell": "fff5ee", "canvas": "fff", "canvastext": "000", "buttonface": "f0f0f0", "field": "fff", "fieldtext": "000",
    "red": "f00", "lime": "0f0", "blue": "00f", "navy": "000080", "green": "008000", "maroon": "800000", "gray": "808080",
    "grey": "808080", "silver": "c0c0c0", "yellow": "ff0", "aqua": "0ff", "cyan": "0ff", "fuchsia": "f0f", "magenta": "f0f",
    "purple": "800080", "teal": "008080", "olive": "808000", "orange": "ffa500", "darkblue": "00008b", "darkred": "8b0000",
    "darkgreen": "006400", "darkgray": "a9a9a9", "darkgrey": "a9a9a9", "lightgray": "d3d3d3", "lightgrey": "d3d3d3",
    "gainsboro": "dcdcdc", "dimgray": "696969", "dimgrey": "696969", "slategray": "708090", "midnightblue": "191970",
}  # fmt: skip
_LIGHTNESS = {"lab": 100.0, "lch": 100.0, "oklab": 1.0, "oklch": 1.0}  # what white has
_BLAND = 0.04  # of the range of a colour without a hue

Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)


def colour_of(value: str) -> Colour | None:
    """Red, green and blue, each of 255; None for a colour that is not known, one that is see-through, and no colour at all."""
    found = _COLOUR.search(value[:MAX_VALUE])
    if found is None:
        return None
    if found[1]:
        return _of_digits(found[1])
    if found[2]:
        name, inner = found[2].lower(), found[3]
        others = name in {"light-dark", "color-mix"} or inner.split()[:1] == ["from"]
        return _of_others(name, inner) if others else _of_function(name, inner, value)
    digits = _NAMED.get(found[4].lower())
    return _of_digits(digits) if digits else None


def is_clear(value: str) -> bool:
    """Whether a colour is see-through."""
    named = value[:MAX_VALUE].strip().lower()
    if named == "transparent":
        return True
    digits = re.fullmatch(r"#(?:[0-9a-f]{3}([0-9a-f])|[0-9a-f]{6}([0-9a-f]{2}))", named)
    if digits:
        return int((digits[1] or "0") * 2 if digits[1] else digits[2], 16) < 255 * FAINT
    function = re.fullmatch(r"[a-z]{2,6}\(([^()]*)\)", named)
    if function is None:
        return False
    parts = re.split(r"[\s,/]+", function[1].strip())
    last = parts[-1] if "/" in function[1] or len(parts) == 4 else "1"
    return number(last) * (0.01 if "%" in last else 1) < FAINT


def look_alike(one: Colour, other: Colour) -> bool:
    """Whether nobody tells two colours apart."""
    return all(abs(a - b) <= SAME for a, b in zip(one, other, strict=True))


def number(value: str) -> float:
    """The number that a value begins with; 1 for none."""
    found = re.match(r"[+-]?\d*\.?\d+", value.strip())
    return float(found[0]) if found else 1.0


def lengths(value: str) -> list[float]:
    """All lengths in a value, in pixels."""
    return [float(one[1]) * _PIXELS[one[2].lower()] for one in _LENGTH.finditer(value[:MAX_VALUE])]


def length(value: str) -> tuple[float, str] | None:
    """A length in pixels with its unit, or None for what is none; a sum of lengths has the unit of the last."""
    value = value[:MAX_VALUE].strip()
    function = _FUNCTION.fullmatch(value)
    if function:
        sizes = [_sum(part) for part in function[2].split(",")]
        if None in sizes:
            return None
        sides = [size for size in sizes if size is not None]
        name = function[1].lower()
        size = min(sides) if name == "min" else max(sides) if name == "max" else sides[min(1, len(sides) - 1)]
        return size, "px"
    found = _LENGTH.match(value)
    return (float(found[1]) * _PIXELS[found[2].lower()], found[2].lower()) if found else None


def _sum(text: str) -> float | None:
    """Lengths that are added and taken away, or None for more than that."""
    at, total = 0, 0.0
    text = text.strip()
    while at < len(text):
        term = _TERM.match(text, at)
        if term is None or term[3].lower() not in _PIXELS:
            return None
        total += float(term[2]) * _PIXELS[term[3].lower()] * (-1 if term[1] == "-" else 1)
        at = term.end()
    return total if text else None


def _of_digits(digits: str) -> Colour | None:
    if len(digits) in (3, 4):
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) not in (6, 8) or digits[6:] == "00":
        return None
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _of_others(name: str, inner: str) -> Colour | None:
    """A colour that is made of others."""
    parts = inner.split()
    if name == "light-dark":
        return colour_of(inner.partition(",")[0])
    if name == "color-mix":
        return _mixed(inner.split(",")[1:])
    return colour_of(parts[1]) if parts[2:5] == ["r", "g", "b"] else None


def _mixed(colours: list[str]) -> Colour | None:
    """The colour in the middle of some, by the shares that are said of them."""
    found = [colour_of(each) for each in colours]
    shares = [re.search(r"(\d{1,3}(?:\.\d{1,9})?)%", each) for each in colours]
    if len(found) != 2 or found[0] is None or found[1] is None:
        return None
    first, last = shares
    of_first = float(first[1]) / 100 if first else 1 - float(last[1]) / 100 if last else 0.5
    mixed = [round(one * of_first + other * (1 - of_first)) for one, other in zip(found[0], found[1], strict=True)]
    return mixed[0], mixed[1], mixed[2]


def _of_function(name: str, inner: str, value: str) -> Colour | None:
    parts = [part for part in re.split(r"[\s,/]+", inner.strip()) if part]
    if is_clear(f"{name}({inner})"):
        return None
    if name in {"rgb", "rgba"}:
        channels = [_channel(part) for part in parts]
        return (channels[0], channels[1], channels[2]) if len(channels) in (3, 4) else None
    numbers = [number(part) for part in parts if part[:1] in "+-.0123456789"]
    if name in {"hsl", "hsla", "hwb"} and len(numbers) >= 3:
        hue, one, two = numbers[0] / 360 % 1, min(numbers[1] / 100, 1), min(numbers[2] / 100, 1)
        found = colorsys.hls_to_rgb(hue, two, one) if name != "hwb" else _of_hwb(hue, one, two)
        return (round(found[0] * 255), round(found[1] * 255), round(found[2] * 255))
    if name in _LIGHTNESS and len(numbers) >= 3:
        whole = 100.0 if "%" in parts[0] else _LIGHTNESS[name]
        grey = round(min(max(numbers[0] / whole, 0), 1) * 255)
        bland = all(abs(each) <= _BLAND * _LIGHTNESS[name] for each in numbers[1:2])
        return (grey, grey, grey) if bland else None
    if name == "color" and len(numbers) >= 3:
        return round(numbers[0] * 255), round(numbers[1] * 255), round(numbers[2] * 255)
    return None


def _of_hwb(hue: float, white: float, black: float) -> tuple[float, float, float]:
    if white + black >= 1:
        grey = white / (white + black)
        return grey, grey, grey
    red, green, blue = (part * (1 - white - black) + white for part in colorsys.hls_to_rgb(hue, 0.5, 1))
    return red, green, blue


def _channel(part: str) -> int:
    value = number(part)
    return round(value * 2.55 if "%" in part else value)
