"""Markdown markup taken off a stretch of source text, with typography folded, so that patterns see plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vendorlint_extractor.documents.spans import Derived, DerivedBuilder

# Every alternative is a fixed character or a bounded negated class, so that the cost stays linear on any input.
_MARKUP = re.compile(
    r"(?P<image>!\[[^\[\]]{0,300}\]\([^()\s]{0,2000}\))"
    r"|(?P<target>\]\((?:[^()\n]|\([^()\n]{0,300}\)){0,2000}\))"
    r"|(?P<open>\[)|(?P<close>\])"
    r"|(?P<tag></?[a-zA-Z][^<>\n]{0,300}>)"
    r"|(?P<escape>\\[\\`*_{}\[\]()#+\-.!~|>\"'])"
    r"|(?P<emphasis>\*+|~~|(?<![^\W_])_+|_+(?![^\W_])|`+)"
    r"|(?P<blank>[\s\u00a0\u2000-\u200a\u202f\u3000]{2,}|[^\S ]|[\u00a0\u2000-\u200a\u202f\u3000])"
    r"|(?P<nothing>[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)"  # a note's number too
    r"|(?P<fold>[\u2018\u2019\u201b\u02bc\u00b4\u201c\u201d\u201e\u201f\u00ab\u00bb\u2010\u2011\u2012\u2013\u2014\u2026])"
)
# A character that may begin any of them; a look at it costs a tenth of trying every alternative everywhere.
_MAY_BE_MARKUP = re.compile(
    r"[!\[\]<\\*~_`\u00a0\u2000-\u202f\u2060-\u2069\u3000\ufeff\u00ad"
    r"\u2018\u2019\u201b\u02bc\u00b4\u201c\u201d\u201e\u201f\u00ab\u00bb\u00b9\u00b2\u00b3\u2070\u2074-\u2079]|[^\S ]| (?=\s)"
)
_FOLD = {
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013", "-"),
    "\u2014": "-",
    "\u2026": ".",
}
_GONE = frozenset({"image", "target", "open", "close", "tag", "emphasis", "nothing"})


def plain(text: str, start: int, end: int, gaps: Iterable[tuple[int, int]] = ()) -> Derived:
    """The words of text[start:end]: links by their text, no emphasis, straight quotes, single blanks; a blank for a gap."""
    out = DerivedBuilder()
    for begin, stop in gaps:
        _add_words(out, text, start, begin)
        if not out.ends_with_space():
            out.add(" ", begin, stop)
        start = stop
    _add_words(out, text, start, end)
    return out.build()


def _add_words(out: DerivedBuilder, text: str, start: int, end: int) -> None:
    position = start
    for candidate in _MAY_BE_MARKUP.finditer(text, start, end):
        match = _MARKUP.match(text, candidate.start(), end) if candidate.start() >= position else None
        if match is None:
            continue
        out.add(text[position : match.start()], position, match.start())
        position = match.end()
        kind = match.lastgroup
        if kind == "blank":
            if not out.ends_with_space():
                out.add(" ", match.start(), match.end())
        elif kind == "escape":
            out.add(match[0][1], match.start(), match.end())
        elif kind == "fold":
            out.add(_FOLD[match[0]], match.start(), match.end())
        elif kind not in _GONE:
            raise AssertionError(kind)
    out.add(text[position:end], position, end)
