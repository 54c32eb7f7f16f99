"""Letters as people write them: no ligatures, no odd blanks, nothing that cannot be seen."""

from __future__ import annotations

import re
import sys
import unicodedata

SOFT_HYPHEN = "\u00ad"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_FOLDED = str.maketrans(
    _LIGATURES
    | {
        "\x02": "-",  # as the next: pdfium's sign for a hyphen at a line's end, of either kind
        **dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8", "•"),  # bullets of the Symbol and Wingdings fonts
        "\ufffe": "-",
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\uffff"),
    }
)
# Blanks of all kinds part words; pdfium's hyphen at a line's end, U+0002, is none.
WORD = re.compile(r"[^\x00\x01\x03-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def spelled(word: str) -> str:
    """The letters of a word; U+FFFD for half of a pair."""
    if word.isascii():
        return sys.intern(word.replace("\x02", "-"))  # a contract repeats its words
    paired = word.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", paired.translate(_FOLDED))


def raised(text: str) -> str:
    """A mark above the line: figures as raised ones, so that '30' and note 1 are not '301'."""
    return text.translate(_RAISED) if text.isdigit() and text.isascii() else text
