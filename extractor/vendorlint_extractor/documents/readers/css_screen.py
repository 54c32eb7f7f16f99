"""Whether the condition of a part of a style sheet holds on a common screen: a page that a person reads at a desk."""

from __future__ import annotations

import re
from collections.abc import Callable

WIDTH, HEIGHT = 1280.0, 800.0  # pixels
MAX_CONDITION = 2000  # characters
_FEATURES = {
    "orientation": "landscape",
    "prefers-color-scheme": "light",
    "prefers-reduced-motion": "no-preference",
    "prefers-contrast": "no-preference",
    "hover": "hover",
    "any-hover": "hover",
    "pointer": "fine",
    "any-pointer": "fine",
    "update": "fast",
    "scripting": "enabled",
    "display-mode": "browser",
    "forced-colors": "none",
    "inverted-colors": "none",
    "overflow-block": "scroll",
    "overflow-inline": "scroll",
    "scan": "progressive",
}
_SIZES = {
    "width": WIDTH, "height": HEIGHT, "device-width": WIDTH, "device-height": HEIGHT, "inline-size": WIDTH, "block-size": HEIGHT,
    "aspect-ratio": WIDTH / HEIGHT, "resolution": 1.0, "device-pixel-ratio": 1.0, "color": 8.0, "color-index": 0.0,
    "monochrome": 0.0, "grid": 0.0,
}  # fmt: skip
_PIXELS = {
    "px": 1.0,
    "em": 16.0,
    "rem": 16.0,
    "pt": 4 / 3,
    "cm": 37.8,
    "in": 96.0,
    "dppx": 1.0,
    "x": 1.0,
    "dpi": 1 / 96,
    "": 1.0,
}
_SIZE = re.compile(r"(-?\d*\.?\d+)\s*(?:/\s*(\d*\.?\d+))?\s*([a-z]*)")
_COMPARED = re.compile(r"<=|>=|<|>|=")


def is_met(kind: str, condition: str) -> bool:
    """Whether what stands in an `@media`, `@supports` and the like is read."""
    words = " ".join(condition.lower().split())[:MAX_CONDITION]
    if kind == "media":
        return not words or any(map(_medium, _split(words, ",")))
    if kind == "supports":
        return _truth(words, lambda inner: True)
    if kind == "container":
        at = words.find("(")
        return at < 0 or _truth(words[at:].removeprefix("style"), _feature)
    return kind in {"layer", "scope"}


def _medium(query: str) -> bool:
    """One query of a list: 'only screen and (min-width: 600px)'."""
    query = query.strip().removeprefix("only ").strip()
    return _truth(query, _feature)


def _truth(words: str, holds: Callable[[str], bool], depth: int = 0) -> bool:
    words = words.strip()
    if depth > 20 or not words:
        return True
    if words.startswith(("not ", "not(")):
        return not _truth(words[3:], holds, depth + 1)
    for joint, whole in ((" or ", any), (" and ", all)):
        parts = _split(words, joint)
        if len(parts) > 1:
            return whole(_truth(part, holds, depth + 1) for part in parts)
    if words.startswith("(") and words.endswith(")"):
        inner = words[1:-1].strip()
        if inner.startswith(("(", "not ", "not(")):
            return _truth(inner, holds, depth + 1)
        return holds(inner)
    return words in {"all", "screen"} or "(" in words


def _split(words: str, joint: str) -> list[str]:
    """Words at a joint that stands in no brackets."""
    parts, depth, begun, at = list[str](), 0, 0, 0
    while at < len(words):
        depth += {"(": 1, ")": -1}.get(words[at], 0)
        if depth == 0 and words.startswith(joint, at):
            parts.append(words[begun:at])
            at += len(joint)
            begun = at
        else:
            at += 1
    return [*parts, words[begun:]]


def _feature(words: str) -> bool:
    """What stands in brackets: 'min-width: 600px', 'width >= 600px', 'color'."""
    name, colon, value = (part.strip() for part in words.partition(":"))
    if colon:
        if name in _FEATURES:
            return _FEATURES[name] == value
        bound, _, own = name.removeprefix("-webkit-").partition("-")
        if bound in {"min", "max"} and own in _SIZES:
            size = _size(value)
            return size is not None and (_SIZES[own] >= size if bound == "min" else _SIZES[own] <= size)
        return name in _SIZES and _SIZES[name] == _size(value)
    signs = _COMPARED.findall(words)
    if not signs:
        return bool(_SIZES.get(words, words in _FEATURES))
    sides = [_SIZES.get(part.strip(), _size(part.strip())) for part in _COMPARED.split(words)]
    return all(
        left is not None and right is not None and _compare(left, sign, right)
        for left, sign, right in zip(sides, signs, sides[1:], strict=False)
    )


def _compare(left: float, sign: str, right: float) -> bool:
    return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right, "=": left == right}[sign]


def _size(text: str) -> float | None:
    found = _SIZE.fullmatch(text)
    if found is None or found[3] not in _PIXELS:
        return None
    return float(found[1]) * _PIXELS[found[3]] / (float(found[2] or 1) or 1.0)
