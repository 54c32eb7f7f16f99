"""The lines of a chunk: elements of words, with the marks of clauses and what states nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vendorlint.reports.contract.cover import Cover
from vendorlint.reports.contract.element import Element, Node, has_words, joined
from vendorlint.reports.contract.inline import Piece, inline
from vendorlint.unsafe import escape

_TAGS = frozenset({"em", "strong", "code"})


class Line(NamedTuple):
    """A line with words: [start, end) in the text, its words with a blank where the next line may flow on, and whether a page
    breaks it as the text does."""

    start: int
    end: int
    nodes: list[Node]
    hard: bool


def words(text: str, start: int, end: int, cover: Cover) -> list[Node]:
    """text[start:end] as one line."""
    shown: list[Node] = []
    for piece in inline(text, start, end):
        shown += [" "] if piece.ends else _pieces(piece, cover)
    return joined(shown)


def lines(text: str, spans: Sequence[tuple[int, int]], cover: Cover) -> Iterator[Line]:
    """Each line with words of the text at `spans`."""
    begin, shown, stop = spans[0][0], list[Node](), spans[0][0]
    for start, end in spans:
        if "\n" in text[stop:start]:
            yield from _line(begin, stop, shown, hard=False)
            begin, shown = start, []
        for piece in inline(text, start, end):
            if not piece.ends:
                shown += _pieces(piece, cover)
                continue
            hard = piece.ends == "hard"
            blank = [] if hard else [_styled(" ", piece, next(cover.cut(piece.start, piece.end))[2])]
            yield from _line(begin, piece.start, [*shown, *blank], hard=hard)
            begin, shown = piece.end, []
        stop = end
    yield from _line(begin, stop, shown, hard=False)


def _line(start: int, end: int, shown: list[Node], *, hard: bool) -> Iterator[Line]:
    if has_words(shown):
        yield Line(start, end, joined(shown), hard)


def _pieces(piece: Piece, cover: Cover) -> Iterator[Node]:
    """A piece cut at the ends of what is said of it."""
    if piece.kind != "words":
        said = next(cover.cut(piece.start, piece.end))[2]
        if piece.kind != "strike" or "struck" not in said:
            yield _styled(piece.shown, piece, said)
        return
    for start, end, said in cover.cut(piece.start, piece.end):
        yield _styled(piece.shown[start - piece.start : end - piece.start], piece, said)


def _styled(shown: str, piece: Piece, said: Sequence[int | str]) -> Node:
    node: Node = _text(shown)
    for style in piece.styles:
        if style in _TAGS:
            node = Element(style, {}, (node,))
    if piece.target:
        node = Element("span", {"class": "link", "title": _text(piece.target)}, (node,))
    kinds = [each for each in said if isinstance(each, str)]
    clauses = " ".join(str(each) for each in said if isinstance(each, int))
    node = _unstated(node, kinds[0]) if kinds else node
    return Element("mark", {"data-clauses": clauses}, (node,)) if clauses else node


def _text(shown: str) -> str:
    return escape(re.sub(r"\s", " ", shown))


def _unstated(node: Node, kind: str) -> Element:
    title = f"States nothing: {kind.replace('_', ' ')}"
    return Element("s" if kind == "struck" else "span", {"class": "unstated", "title": title}, (node,))
