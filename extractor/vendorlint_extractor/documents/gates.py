"""Gates before cues: whether a cue may be found in a text, which RE2 tells in a fraction of the time that it takes to look for it.

A gate is a cue without what RE2 has not: looks around, and with gaps of any length. So it may let through too much and never too little. Texts are told by
a byte a character, letters without their accents; one with other characters is let through.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import re2

MOST_BYTES = 1024 * 1024  # that the automaton of a gate may take
MOST_REPEATED = 8  # times that a gate asks for something
_TOKEN = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?P<\w+>|\(\?(?:<[=!]|[:=!>])|\(\?"
    r"|[*+?][?+]?|\{(?P<least>\d*)(?:,\d*)?\}[?+]?|.",
    re.DOTALL,
)
_ASSERTED = {"^": "^", "$": r"\n?\z", r"\A": "^", r"\Z": r"\z", r"\b": r"\b", r"\B": r"\B"}
_AROUND = ("(?=", "(?!", "(?<=", "(?<!")
_FLAGS = re.UNICODE | re.IGNORECASE | re.DOTALL  # that a cue may have
_CODE = "cp1252"
_NONE = 0x81  # a byte that no character has


class Gate:
    """What is open to a text in which one of some cues may be found."""

    def __init__(self, cues: Iterable[re.Pattern[str]]) -> None:
        self._cues = tuple(cues)

    def opens(self, text: str) -> bool:
        """Whether one of the cues may be found in a text."""
        match = self._match
        if match is None:
            return True
        if text.isascii():
            return match(text.encode("ascii")) is not None
        told = text.encode(_CODE, "replace")
        return told.count(b"?") != text.count("?") or match(told.translate(_letters()[0])) is not None

    @functools.cached_property
    def _match(self) -> Any:
        """It as RE2; None where it cannot be made, so that it is always open."""
        sources = [_gate(cue.pattern, cue.flags) for cue in self._cues]
        if None in sources:
            return None
        options = re2.Options()
        options.encoding = re2.Options.Encoding.LATIN1
        options.log_errors = False
        options.max_mem = MOST_BYTES
        try:
            return re2.compile(f"(?s:.*?)(?:{'|'.join(map(str, sources))})".encode("latin-1"), options).match
        except re2.error:
            return None


_KNOWN: dict[tuple[int, ...], Gate] = {}


def gate_of(*cues: re.Pattern[str]) -> Gate:
    """The gate before some cues, which live as long as it does, so that they are told apart by what they are and not by what they say."""
    key = tuple(map(id, cues))
    found = _KNOWN.get(key)
    if found is None:
        found = _KNOWN[key] = Gate(cues)
    return found


@functools.cache
def _letters() -> tuple[bytes, dict[str, int]]:
    """By each byte of a text the one that a gate sees, and by each character: letters without their accents, so that what is
    part of a word is one of ASCII."""
    seen: dict[str, int] = {}
    table = bytearray(range(256))
    for byte in range(256):
        character = bytes([byte]).decode(_CODE, "replace")
        if character == "\ufffd":
            continue
        if byte > 0x7F and (character.isalnum() or character == "_"):
            plain = unicodedata.normalize("NFKD", character)[0]
            table[byte] = ord(plain) if plain.isascii() and plain.isalpha() else ord("a")
        seen[character] = table[byte]
    return bytes(table), seen


def _gate(source: str, flags: int) -> str | None:
    """The pattern of RE2 that matches wherever a pattern does; None where none is known."""
    if flags & ~_FLAGS:
        return None
    out: list[str] = []
    within = 0  # how deep a look around is, that is left out
    for token in _TOKEN.finditer(source):
        piece = token[0]
        if piece[0] == "(" and (within or piece in _AROUND):
            out += [] if within else ["(?:)"]
            within += 1
        elif within:
            within -= piece == ")"
        elif piece == "(?" or (piece[0] == "\\" and piece[1].isdigit()):  # flags, what is asked again
            return None
        else:
            out.append(_piece(piece, token["least"], flags))
    return "".join(out)


def _piece(piece: str, least: str | None, flags: int) -> str:
    if piece[0] == "(":
        return "(?:"
    if piece in ("|", ")"):
        return piece
    if piece[0] in "*+?":
        return piece[0]
    if least is not None:
        return "*" if int(least or 0) == 0 else f"{{{min(int(least), MOST_REPEATED)},}}"
    return _ASSERTED.get(piece) or _class(piece, flags)


@functools.cache
def _class(piece: str, flags: int) -> str:
    """What a letter or a class matches, as a gate sees it."""
    alike = re.compile(piece, flags)
    seen = sorted({byte for character, byte in _letters()[1].items() if alike.fullmatch(character)} or {_NONE})
    return f"[{''.join(_ranges(seen))}]"


def _ranges(numbers: list[int]) -> Iterator[str]:
    first = last = numbers[0]
    for number in [*numbers[1:], -1]:
        if number == last + 1:
            last = number
            continue
        yield f"\\x{first:02x}-\\x{last:02x}"
        first = last = number
