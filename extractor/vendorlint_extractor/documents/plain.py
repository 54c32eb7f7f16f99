"""Markdown markup taken off a stretch of source text, with typography folded, so that patterns see plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from vendorlint_extractor.documents.letters import MARKS, ODD, STROKES, UNSEEN, of_reference, with_marks, words_as_read
from vendorlint_extractor.documents.spans import Derived, DerivedBuilder

# Tags at which a page breaks a line, or begins another cell.
_BREAKING = "br|p|div|section|li|ul|ol|dl|dt|dd|table|tr|td|th|h[1-6]|hr|blockquote|pre"
_NOTE = r"\u00b9\u00b2\u00b3\u2070\u2074-\u2079"  # figures above the line: the number of a note
# Every alternative is a fixed character or a bounded negated class, so that the cost stays linear on any input.
_MARKUP = re.compile(
    r"(?P<image>!\[[^\[\]]{0,300}\]\([^()\s]{0,2000}\))"
    r"|(?P<target>\]\((?:[^()\n]|\([^()\n]{0,300}\)){0,2000}\))"
    r"|(?P<open>\[)|(?P<close>\])"
    rf"|(?P<break></?(?i:{_BREAKING})\b[^<>\n]{{0,300}}>)"
    r"|(?P<tag></?[a-zA-Z][^<>\n]{0,300}>)"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<reference>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
    r"|(?P<emphasis>\*+|~~|(?<![^\W_])_+|_+(?![^\W_])|`+)"
    r"|(?P<blank>\\\n\s*|[\s\u00a0\u2000-\u200a\u202f\u3000]{2,}|[^\S ]|[\u00a0\u2000-\u200a\u202f\u3000])"
    r"|\u202e(?P<reversed>[^\u202c\n]{0,300})\u202c?"
    rf"|(?P<nothing>[{UNSEEN}{_NOTE}]+)"
    rf"|(?P<struck>[{STROKES}][{STROKES}{MARKS}]*)"
    rf"|(?P<marks>[{MARKS}]+)"
    r"|(?P<dash>(?<=[^\W\d_])\u2014(?=[^\W\d_]))"
    r"|(?P<fold>[\u2018\u2019\u201b\u02bc\u00b4\u201c\u201d\u201e\u201f\u00ab\u00bb\u2010\u2011\u2012\u2013\u2014\u2026])"
    rf"|(?P<odd>(?:(?![{STROKES}{MARKS}{UNSEEN}\s])[{ODD}](?![{STROKES}]))+)"
)
# A character that may begin any of them; a look at it costs a tenth of trying every alternative everywhere.
_MAY_BE_MARKUP = re.compile(
    rf"[!\[\]<\\*~_`\u00a0\u2000-\u202f\u2060-\u2069\u3000\u00b4\u00ab\u00bb{_NOTE}{ODD}\u02bc]|&(?=[#a-zA-Z])|[^\S ]| (?=\s)"
)
_FOLD = {
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013", "-"),
    "\u2014": "-",
    "\u2026": ".",
}
# What stands where a kind of markup did; nothing for the others.
_SHOWN: Mapping[str, Callable[[str], str]] = {
    "escape": lambda found: found[1],
    "reference": of_reference,
    "dash": lambda _: " - ",  # of an aside, as one with blanks
    "fold": lambda found: _FOLD[found],
    "odd": words_as_read,
    "reversed": lambda found: words_as_read(found[:0:-1] if found[-1:] != "\u202c" else found[-2:0:-1]),
}
_ON_A_LETTER = ("marks", "struck")


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
        if match is None or match.lastgroup is None:
            continue
        begin, kind = match.start(), match.lastgroup
        begin -= kind in _ON_A_LETTER and begin > position
        out.add(text[position:begin], position, begin)
        position = match.end()
        if kind in ("blank", "break"):
            shown = "" if out.ends_with_space() else " "
        elif kind == "marks":
            shown = with_marks(text[begin], text[begin + 1 : position]) if begin < match.start() else ""
        else:
            shown = _SHOWN[kind](match[0]) if kind in _SHOWN else ""
        out.add(shown, begin, position)
    out.add(text[position:end], position, end)
