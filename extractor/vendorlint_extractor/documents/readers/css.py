"""What a style says of words: that nobody sees them, or that a line goes through them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vendorlint_extractor.documents.readers.css_sheet import parsed
from vendorlint_extractor.documents.readers.css_values import (
    FAINT,
    MAX_VALUE,
    OF_TEXT,
    is_clear,
    length,
    lengths,
    number,
)

Style = Mapping[str, str]

OFF = 500.0  # pixels that words stand beside the page
FAR = 5000.0  # pixels to its right or below it
TINY = 2.0  # pixels
SMALL = 0.1  # of the size that words have otherwise
BLURRED = 4.0  # pixels over which letters run into one another
CLOSE = -6.0  # pixels: letters that stand so close lie upon one another
_BESIDE = (
    "left",
    "right",
    "top",
    "bottom",
    "margin-left",
    "margin-top",
    "text-indent",
    "transform",
    "translate",
    "offset-path",
    "offset",
)
_NO_AREA = re.compile(
    r"rect\(\s*(?:[01](?:px)?[\s,]+){3}[01](?:px)?\s*\)|(?:circle|ellipse)\(\s*0|polygon\(\s*(?:0[a-z%]{0,3}(?:[\s,]+|(?=\)))){2,40}\)",
    re.IGNORECASE,
)
_CUTS = frozenset({"hidden", "clip", "auto", "scroll", "paint", "strict", "content"})
_FILTERS = re.compile(r"(blur|contrast)\(([^()]*)\)")
_INSET = re.compile(r"inset\(([^()]*)\)", re.IGNORECASE)
_SCALED = re.compile(r"(scale|matrix)(3d|[xy])?\(([^()]*)\)", re.IGNORECASE)
_ON_EDGE = re.compile(r"rotate[xy]\(\s*-?(?:90|270)deg|rotate3d\((?:[^()]*,)\s*-?(?:90|270)deg", re.IGNORECASE)
_SEE_THROUGH = re.compile(
    r"gradient\((?:\s{0,9}to [a-z ]{1,20},)?(?:[\s\d%,]{0,20}(?:transparent|rgba\([^()]{0,40}[,\s]0\)|#0{4}(?:0{4})?)){1,20}[\s\d%,]{0,20}\)",
    re.IGNORECASE,
)
_FONT_SIZE = re.compile(r"(?:^|\s)((?:\d{0,6}\.?\d{1,6}(?:px|pt|em|rem|%|ex|ch|vw|vh|cm|mm|in|pc)|0)|(?:calc|min|max|clamp)\([^()]*\))(?=\s*/|\s+\S)", re.IGNORECASE)  # fmt: skip
# The words of `display`; a declaration with another one is dropped.
_DISPLAYS = re.compile(
    r"(?:(?:none|contents|block|inline|flow|flow-root|flex|grid|table|list-item|math|run-in|ruby(?:-[a-z-]{1,20})?|inline-(?:block|flex|grid|table)"
    r"|table-[a-z-]{1,20}|-[a-z-]{1,30}|inherit|initial|unset|revert(?:-layer)?)(?:\s{1,9}|$)){1,3}|.{0,500}var\(.{0,500}",
    re.IGNORECASE | re.DOTALL,
)
_ALIASES = {
    "margin-inline-start": "margin-left", "margin-block-start": "margin-top", "inset-inline-start": "left", "inset-inline-end": "right",
    "inset-block-start": "top", "inset-block-end": "bottom", "block-size": "height", "inline-size": "width",
    "max-block-size": "max-height", "max-inline-size": "max-width",
}  # fmt: skip


def declarations(text: str) -> dict[str, str]:
    """The properties of a style attribute, the last of each; an important one stays."""
    found: dict[str, str] = {}
    important: dict[str, str] = {}
    for name, value, stays in parsed(text):
        (important if stays else found).update(expanded(name, value))
    return found | important


def expanded(name: str, value: str) -> Iterator[tuple[str, str]]:
    """A declaration, and those that it is short for; nothing of one that no browser knows."""
    if name == "display" and not _DISPLAYS.fullmatch(value[:MAX_VALUE].strip()):
        return
    yield name, value
    if name in _ALIASES:
        yield _ALIASES[name], value
    elif name == "font" and (size := _FONT_SIZE.search(value[:MAX_VALUE])):
        yield "font-size", size[1]
    elif name in {"margin", "inset"}:
        sides = value[:MAX_VALUE].split()
        four = (sides * 4)[:4] if len(sides) in {1, 2} else [*sides[:3], *(sides[3:4] or sides[1:2])]
        prefix = "margin-" if name == "margin" else ""
        yield from ((prefix + side, size) for side, size in zip(("top", "right", "bottom", "left"), four, strict=False))


def is_struck(style: Style) -> bool:
    """Whether a line goes through the words."""
    return "line-through" in _value(style, "text-decoration") + _value(style, "text-decoration-line")


def is_plain(style: Style) -> bool:
    """Whether a style takes away the line that an element such as <del> has by itself."""
    return (
        _value(style, "text-decoration").startswith("none")
        or _value(style, "text-decoration-line") == "none"
        or "all" in style
    )


def is_gone(style: Style) -> bool:
    """Whether nothing of an element is shown, whatever stands in it: it is no box, see-through, beside the page or cut off."""
    if not style:
        return False
    if _value(style, "display").startswith("none") or _value(style, "content-visibility") == "hidden":
        return True
    if _value(style, "-webkit-text-security") in {"disc", "circle", "square"}:
        return True
    return _is_faint(style) or _is_shrunk(style) or _is_beside(style) or _has_no_area(style)


def is_invisible(style: Style) -> bool | None:
    """Whether words are not printed, as far as an element in it does not say otherwise; None where the style does not say."""
    if _value(style, "visibility"):
        return _value(style, "visibility") in {"hidden", "collapse"}
    ink = ink_of(style)
    if ink:
        clips = [_value(style, name) for name in ("background-clip", "-webkit-background-clip", "background")]
        return is_clear(ink) and "text" not in " ".join(clips).split()
    return None


def ink_of(style: Style) -> str:
    """The colour that letters are filled with, as the style has it; empty where it does not say."""
    return style.get("-webkit-text-fill-color") or style.get("color") or ""


def is_tiny(style: Style) -> bool | None:
    """Whether words have no size that can be read; None where the style does not say."""
    found = length(_value(style, "font-size"))
    if found is None or (found[1] in OF_TEXT and found[0] > 0):
        return None
    return abs(found[0]) < TINY


def _is_faint(style: Style) -> bool:
    opacity = style.get("opacity", "1")
    if number(opacity) * (0.01 if "%" in opacity else 1) < FAINT:
        return True
    seen = re.search(r"opacity\(([^()]*)\)", _value(style, "filter"))
    if seen and number(seen[1] or "1") * (0.01 if "%" in seen[1] else 1) < FAINT:
        return True
    said = dict(_FILTERS.findall(_value(style, "filter")))
    blurred = length(said.get("blur", ""))
    if (blurred is not None and blurred[0] >= BLURRED) or _share(said.get("contrast", "1")) < FAINT:
        return True
    masks = [_value(style, name) for name in ("mask", "mask-image", "-webkit-mask", "-webkit-mask-image")]
    return any(_SEE_THROUGH.search(mask) for mask in masks)


def _share(value: str) -> float:
    """A share of one, also where it is said in percent."""
    return number(value) * (0.01 if "%" in value else 1)


def _is_shrunk(style: Style) -> bool:
    """Whether words are made so small, or turned such, that nobody can read them."""
    transform = f"{_value(style, 'transform')} "
    zoom = _value(style, "zoom")
    if zoom and number(zoom) * (0.01 if "%" in zoom else 1) < SMALL and zoom[:1].isdigit():
        return True
    if _value(style, "scale")[:1] in set("0123456789.") and any(
        abs(number(part)) < SMALL for part in _value(style, "scale").split()
    ):
        return True
    for kind, _, inner in _SCALED.findall(transform):
        factors = [number(part) for part in re.split(r"[\s,]+", inner.strip()) if part]
        sides = (factors[0::3][:2] if kind == "matrix" else factors) if factors else []
        if any(abs(side) < SMALL for side in sides):
            return True
    if _ON_EDGE.search(transform) or re.search(r"\b[xy]\s+-?(?:90|270)deg", _value(style, "rotate")):
        return True
    space = length(_value(style, "letter-spacing"))
    return space is not None and space[0] <= CLOSE


def _is_beside(style: Style) -> bool:
    return any(
        size <= -OFF or size >= FAR for name in _BESIDE if name in style for size in lengths(_value(style, name))
    )


def _has_no_area(style: Style) -> bool:
    clips = (_value(style, "clip"), _value(style, "clip-path"))
    if any(_NO_AREA.search(clip) or _is_inset(clip) for clip in clips if clip):
        return True
    hides = " ".join(_value(style, name) for name in ("overflow", "overflow-x", "overflow-y", "contain"))
    if not _CUTS & set(hides.split()):
        return False
    sides = ("height", "width", "max-height", "max-width")
    found = [length(_value(style, side)) for side in sides if side in style]
    if any(side is not None and abs(side[0]) < TINY for side in found):
        return True
    line = _value(style, "line-height")
    return bool(line[:1].isdigit()) and number(line) == 0


def _is_inset(clip: str) -> bool:
    """Whether a clip takes away the whole of one direction: inset(50%), inset(0 100% 0 0)."""
    for inner in _INSET.findall(clip):
        sides = [number(part) if "%" in part else 0.0 for part in inner.split("round")[0].split()]
        if not sides:
            continue
        top, right, bottom, left = (
            (sides * 4)[:4] if len(sides) in {1, 2} else [*sides[:3], *(sides[3:4] or sides[1:2])]
        )
        if top + bottom >= 100 or left + right >= 100:
            return True
    return False


def _value(style: Style, name: str) -> str:
    return style.get(name, "")[:MAX_VALUE].strip().lower()
