"""What steers whoever shows a text, or hides some of it."""

from __future__ import annotations

import re

_COMMAND = "#(?=#[A-Za-z]*\\[)"
# C0 and C1 control characters (ANSI sequences begin with one), bidirectional marks, embeddings, overrides and
# isolates, zero-width characters, line and paragraph separators, lone surrogates, noncharacters and tag characters.
HIDDEN = (
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
# And the beginnings of commands to the runners of builds, which read what a program prints: `##[error]` and `##vso[...]`
# anywhere in a line of GitHub's or Azure's, `##teamcity[...]`; `::error::` at the beginning of one of GitHub's, and `::word::`
# where a step has stopped commands until that word. `[::1]` is an address.
_QUOTED_UNSAFE = re.compile(f"{HIDDEN}|{_COMMAND}")  # of text that stands in quotes, which no line begins with
_UNSAFE = re.compile(f"{HIDDEN}|{_COMMAND}|(?<!\\[):(?=:)")


def escape(text: str) -> str:
    r"""The text with every control, bidirectional or invisible character written as in Python, such as \x1b, \u202e, and so
    the first character of what begins a command to the runner of a build."""
    return _UNSAFE.sub(_visible, text)


def escape_quoted(text: str) -> str:
    r"""The same for a string of YAML in double quotes, whose reader gets what it was: \u001b."""
    return _QUOTED_UNSAFE.sub(_coded, text)


def _visible(found: re.Match[str]) -> str:
    code = ord(found[0])
    named = {9: r"\t", 10: r"\n", 13: r"\r"}.get(code)
    return named or (f"\\x{code:02x}" if code < 0x100 else _coded(found))


def _coded(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
