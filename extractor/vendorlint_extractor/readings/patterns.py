"""Patterns of readings: RE2, so linear in time, over text of a byte a character."""

from __future__ import annotations

import functools
import re
from typing import Any

import re2

from vendorlint_extractor.clauses.stops import IN_FIGURE, INNER

_INNER = INNER + IN_FIGURE
_PIECE = re.compile(r"\\.|\[(?:\^?\]?)(?:\\.|[^\]\\])*\]", re.DOTALL)  # an escaped character, or a class
_GROUP = re.compile(r"\(\?P<\w+>")
_BOUND = re.compile(r"(?<!\\)\{([01]),\d+\}\??")


# Bytes that the automaton of a pattern may take. There are hundreds of patterns and clauses are short: with RE2's own 8 MB one document
# takes 25 MB more, and matching a tenth less time. What this does not fit into has RE2's own.
USUAL_BYTES = 256 * 1024


@functools.cache
def _options(memory: int | None) -> Any:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.log_errors = False
    if memory:
        options.max_mem = memory
    return options


def one_byte(text: str) -> bytes:
    """Text as patterns are held against it: a byte a character, so that offsets stay.

    RE2's automata over bytes are several times smaller than those over UTF-8. Tagged text has no accents; of the rest the
    currency signs matter, and windows-1252 has them. What it has not becomes '?'.
    """
    return text.encode("ascii") if text.isascii() else text.encode("cp1252", "replace")


def with_inner_stops(source: str) -> str:
    """A pattern whose stops also match those that end nothing (`clauses.stops`): '9\\.5', 'u\\.s\\.' and '[\\d.,]' are written as ever."""
    return _PIECE.sub(_with_inner_stop, source)


def _with_inner_stop(piece: re.Match[str]) -> str:
    found = piece[0]
    if found == r"\.":
        return f"[.{_INNER}]"
    if found.startswith("[") and not found.startswith("[^") and "." in found:
        return f"{found[:-1]}{_INNER}]"
    return found


@functools.cache
def pattern(source: str) -> Any:
    """A linear-time pattern (RE2) over `one_byte` text. Raises `re2.error`."""
    text = one_byte(with_inner_stops(source))
    try:
        return re2.compile(text, _options(USUAL_BYTES))
    except re2.error:
        return re2.compile(text, _options(None))


@functools.cache
def _forward(source: str) -> Any:
    return pattern(f"(?s:.*?)(?:{_GROUP.sub('(?:', source)})").match


def first_end(source: str, text: bytes) -> int:
    """Where the first match of a pattern in a text ends; -1 where there is none.

    Where it begins takes an automaton of its own, which reads backwards, and groups take a third.
    """
    found = _forward(source)(text)
    return -1 if found is None else found.end()


@functools.cache
def loose(source: str) -> str:
    """The pattern without bounds on its gaps: it matches whatever the pattern matches, and more.

    A bounded gap costs an automaton a state per character, which takes most of the time and memory of a first reading;
    the loose form is tried first, and the exact one only where that matches.
    """
    return _BOUND.sub(lambda match: "+" if match[1] == "1" else "*", source)
