"""What a plain YAML scalar means: null, true, false, a JSON number or a string; nothing that readers disagree about."""

from __future__ import annotations

import math
import re

Scalar = str | int | float | bool | None

_WORDS: dict[str, Scalar] = {"": None, "null": None, "true": True, "false": False}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<fraction>\.[0-9]+)?(?P<exponent>[eE][-+]?[0-9]+)?")
_MAX_DIGITS = 20  # of an integer of 64 bits, with its sign
_AMBIGUOUS = re.compile(
    r"(?P<word>(?i:yes|no|on|y|n|true|false|null)|O[Ff][Ff]|oF[Ff]|ofF|~|=|<<)"
    r"|(?P<number>[-+]?(?:0[xob][0-9a-fA-F_]+|[0-9][0-9_]*(?::[0-9][0-9_]*)+(?:\.[0-9_]*)?"
    r"|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?|\.(?i:inf|nan)))"
    r"|(?P<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?)"
)
_INSTEAD = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}
_INSTEAD |= {"~": "null", "null": "null"}


def plain_scalar(text: str) -> Scalar:
    """The value of a plain scalar. `off` is a string, for policies. Raises ValueError with what to write instead."""
    if text in _WORDS:
        return _WORDS[text]
    if number := _NUMBER.fullmatch(text):
        return _number(number)
    if found := _AMBIGUOUS.fullmatch(text):
        raise ValueError(f"YAML readers disagree about a plain {text}; write {_advice(text, found.lastgroup)}")
    return text


def _number(found: re.Match[str]) -> int | float:
    text = found[0]
    if found["fraction"] or found["exponent"]:
        number = float(text)
        if math.isfinite(number):
            return number
    elif len(text) <= _MAX_DIGITS and -(2**63) <= int(text) < 2**63:
        return int(text)
    raise ValueError("the number is too large; write it in quotes if it is text")


def _advice(text: str, kind: str | None) -> str:
    if kind == "date":
        return f'"{text}" in quotes'
    instead = _INSTEAD.get(text.lower())
    return f'{instead}, or "{text}" in quotes if it is text' if instead else f'"{text}" in quotes if it is text'
