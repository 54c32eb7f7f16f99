"""Letters as people write them: no ligatures, no odd blanks, nothing that cannot be seen."""

from __future__ import annotations

import unicodedata

SOFT_HYPHEN = "\u00ad"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_FOLDED = str.maketrans(
    _LIGATURES
    | {
        "\x02": "-",  # pdfium's sign for a hyphen at a line's end, of either kind
        **dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8", "•"),  # bullets of the Symbol and Wingdings fonts
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffe\uffff"),
    }
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def is_blank(code: int) -> bool:
    """Whether a character parts words."""
    return (code <= 32 and code != 2) or code == 0xA0 or (code >= 0x1680 and chr(code).isspace())


def spelled(codes: list[int]) -> str:
    """The letters of a word; U+FFFD for half of a pair."""
    text = "".join(map(chr, codes))
    if text.isascii():
        return text.replace("\x02", "-")
    paired = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", paired.translate(_FOLDED))


def raised(text: str) -> str:
    """A mark above the line: figures as raised ones, so that '30' and note 1 are not '301'."""
    return text.translate(_RAISED) if text.isdigit() and text.isascii() else text
