"""The words of a block: emphasis, links, code and references of HTML, each with where it stands in the text.

Nothing of a contract becomes markup of a page, and nothing that is a word is left out: a tag that is none of HTML's for
text is shown as it was written, and so is emphasis that nobody closes. The cost is linear.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

# Tags that say how words look, and those at which a page breaks a line.
_LOOK = "a|abbr|b|big|center|cite|code|em|font|i|img|ins|label|small|span|strong|sub|sup|u|tbody|thead|tfoot|tt"
_BREAKING = "article|blockquote|br|dd|div|dl|dt|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul"
_TOKEN = re.compile(
    r"(?=[\\&!\[\]<`*_>~\s])(?:"
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<hard>(?:\\| {2,})\n[^\S\n]*)|(?P<line>\n[^\S\n]*)"
    r"|(?P<reference>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
    r"|(?P<image>!\[[^\[\]]{0,300}\]\([^()\s]{0,2000}\))"
    r"|(?P<open>\[)|(?P<target>\]\((?:[^()\n]|\([^()\n]{0,300}\)){0,2000}\))|(?P<close>\])"
    r"|(?P<address><(?:https?://|mailto:|[^\s<>@:/]{1,100}@)[^\s<>]{1,500}>)"
    rf"|(?P<hard_tag></?(?i:{_BREAKING})(?=[\s/>])[^<>]{{0,300}}>)|(?P<tag></?(?i:{_LOOK})(?=[\s/>])[^<>]{{0,300}}>)"
    r"|(?P<code>(?<!`)(?P<ticks>`{1,3})(?!`)[^`\n]{1,500}(?P=ticks)(?!`))"
    r"|(?P<emphasis>\*+|_+)|(?P<strike>~{1,2})"
    r"|(?P<cited>(?<![^\n])>[> ]*)"
    r"|(?P<blank>[^\S\n\u00a0]{2,}|[^\S \n\u00a0]))"
)
_STYLES = {1: ("em",), 2: ("strong",), 3: ("strong", "em")}


@dataclass(slots=True)
class Piece:
    """What stands at [start, end) of the text: `shown` in its place, which is the text itself for words, in these styles
    ('em', 'strong', 'code', and 'link' with where it leads)."""

    kind: str
    start: int
    end: int
    shown: str
    styles: tuple[str, ...] = ()
    target: str = ""  # of a link, as the contract has it
    opens: tuple[str, ...] = field(default=(), repr=False)
    closes: tuple[str, ...] = field(default=(), repr=False)

    @property
    def ends(self) -> str:
        """How a line ends here, if one does."""
        return "line" if self.kind == "line" else "hard" if self.kind in ("hard", "hard_tag") else ""


def inline(text: str, start: int, end: int) -> list[Piece]:
    """The pieces of text[start:end] that show something or end a line, in their order."""
    pieces = list(_pieces(text, start, end))
    _pair_emphasis(text, pieces)
    _pair_links(pieces)
    return list(_styled(pieces))


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    at = start
    for found in _TOKEN.finditer(text, start, end):
        kind = found.lastgroup if found.lastgroup != "ticks" else "code"
        if kind is None or found.start() < at:
            continue
        if at < found.start():
            yield Piece("words", at, found.start(), text[at : found.start()])
        at = found.end()
        yield Piece(kind, found.start(), at, _SHOWN.get(kind, str)(found[0]), ("code",) if kind == "code" else ())
    if at < end:
        yield Piece("words", at, end, text[at:end])


# What stands on a page in the place of a kind; others stand as they are.
_SHOWN: Mapping[str, Callable[[str], str]] = {
    "escape": lambda found: found[1],
    "reference": html.unescape,
    "image": lambda found: found[2 : found.index("](")],
    "address": lambda found: found[1:-1],
    "code": lambda found: found.strip("`"),
    "blank": lambda _: " ",
    **dict.fromkeys(("hard", "line", "hard_tag", "tag", "cited"), lambda _: ""),
}


def _pair_emphasis(text: str, pieces: list[Piece]) -> None:
    """Tells which stars and underscores belong together; others are signs as any."""
    opened: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()
    for index, piece in enumerate(pieces):
        if piece.kind != "emphasis" or len(piece.shown) not in _STYLES:
            continue
        before, after = text[piece.start - 1 : piece.start], text[piece.end : piece.end + 1]
        within = piece.shown[0] == "_" and before.isalnum() and after.isalnum()
        if before.strip() and not within and waiting[piece.shown]:
            while opened:
                mark, opener = opened.pop()
                waiting[mark] -= 1
                if mark == piece.shown:
                    styles = _STYLES[len(mark)]
                    pieces[opener].opens = piece.closes = styles
                    pieces[opener].shown = piece.shown = ""
                    break
        elif after.strip() and not within:
            opened.append((piece.shown, index))
            waiting[piece.shown] += 1


def _pair_links(pieces: list[Piece]) -> None:
    """Tells which brackets are those of a link; others are signs as any."""
    opened: list[int] = []
    for index, piece in enumerate(pieces):
        if piece.kind == "open":
            opened.append(index)
        elif piece.kind in ("close", "target") and opened:
            opener = opened.pop()
            if piece.kind == "target":
                pieces[opener].opens, piece.closes = ("link",), ("link",)
                pieces[opener].target = piece.shown[2:-1]
                pieces[opener].shown = piece.shown = ""


def _styled(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces with the styles that are open where they stand."""
    held: Counter[str] = Counter()
    targets: list[str] = []
    for piece in pieces:
        if "link" in piece.closes:
            targets.pop()
        held.subtract(piece.closes)
        held.update(piece.opens)
        if "link" in piece.opens:
            targets.append(piece.target)
        if piece.shown or piece.ends:
            piece.styles += tuple(style for style in ("link", "strong", "em") if held[style] > 0)
            piece.target = targets[-1] if targets else ""
            yield piece
