"""A contract's text as elements of a page, in which each line is named by its number and clauses are marked."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from vendorlint.facts.quotes import Source, text_lines
from vendorlint.reports.contract.chunks import Chunk, chunks_of
from vendorlint.reports.contract.cover import Cover, Stretch, cover_of
from vendorlint.reports.contract.element import Element, Node, has_words
from vendorlint.reports.contract.items import Depths
from vendorlint.reports.contract.lines import Line, lines, words
from vendorlint_extractor.documents.blocks import read_blocks
from vendorlint_extractor.documents.gathered import width_of
from vendorlint_extractor.documents.letters import letter_by_letter
from vendorlint_extractor.documents.stated import read_stated

TOP = 4  # the level of a page's heading that a contract's highest one gets
LOWEST = 6
WIDE = 110  # characters; a longer line is prose, wherever it was broken
MAX_WORD = 60  # characters of a word that would have gone into the line before
_HASHES = re.compile(r"(?P<number>[^\S\n]*(?:\d{1,3}\\?[.)]\s+)?)(?P<hashes>#{1,6}\s+)")
_BULLET = re.compile(r"\s*(?:[*+\-•·●▪◦‣–—]|\\-)\s*$")
_CELL = re.compile(r"(?:[^|\\\n]|\\.)+|(?<=\|)(?=\|)")
_RULER = re.compile(r"\n[ \t]*+(?:\|[ \t]*+)?+:?+-++:?+[ \t]*+(?:\|[ \t]*+(?::?-++:?+|::?+)?+[ \t]*+)*+(?=\n|$)")


def contract_elements(source: Source, clauses: Iterable[Stretch]) -> list[Element]:
    """The whole of a document. `clauses` are stretches of `shown_text(source)` with the numbers that marks name them by.

    A line is an element with `data-line`, its number from 1; a mark has `data-clauses`, numbers of clauses with blanks between.
    """
    text = shown_text(source)
    _, _, passages = read_stated(text, markdown=source.rendering is None)
    blocks = list(read_blocks(letter_by_letter(text)))
    cover = cover_of([*clauses, *(Stretch(each.start, each.end, each.kind) for each in passages if each.kind)])
    return _Layout(text, cover).elements(list(chunks_of(text, blocks)))


def shown_text(source: Source) -> str:
    """The text with line breaks as places count them."""
    return "\n".join(text_lines(source.text))


class Placed(NamedTuple):
    """A clause in the shown text, and the line that it begins on, from 1."""

    stretch: Stretch
    line: int


def place_of(source: Source, number: int, quote: str, line: int, column: int) -> Placed | None:
    """Where a clause's quote stands, at its place or else where the text has it first; None where it is not in the text."""
    found = sorted(source.find(quote), key=lambda each: (each.lines[0] != line, each.column != column))
    if not found:
        return None
    starts = _line_starts(shown_text(source))
    (first, last), start, end = found[0].lines, found[0].column, found[0].end_column
    return Placed(Stretch(starts[first - 1] + start - 1, starts[last - 1] + end - 1, number), first)


def _without_closing(title: str) -> str:
    """A heading's words without the hashes behind them, which close it where a blank that is not escaped stands before."""
    words = title.rstrip().rstrip("#")
    return words.rstrip() if words[-1:].isspace() and words.rstrip()[-1:] != "\\" else title


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]


class _Layout:
    def __init__(self, text: str, cover: Cover) -> None:
        self._text = text
        self._cover = cover
        self._starts = _line_starts(text)
        self._short = min(width_of(text), WIDE) * 4 // 5  # letters are not all of one width
        self._depths = Depths()

    def elements(self, chunks: Sequence[Chunk]) -> list[Element]:
        levels = sorted({each.block.section.level for each in chunks if each.block and self._is_title(each)})
        shown: list[Element] = []
        for kind, group in groupby(chunks, key=lambda chunk: chunk.kind):
            if kind == "item":
                shown.append(Element("ul", {}, tuple(self._item(chunk) for chunk in group)))
            elif kind == "row":
                shown += self._tables(list(group))
            else:
                shown += [
                    self._heading(chunk, levels) if self._is_title(chunk) else self._paragraph(chunk) for chunk in group
                ]
        return [element for element in shown if has_words(element.children)]

    def _is_title(self, chunk: Chunk) -> bool:
        """Whether a heading is one to the eye: words without markup that end in a colon lead in to what follows."""
        words = self._text[chunk.start : chunk.end]
        return chunk.kind == "heading" and (words.rstrip()[-1:] != ":" or _HASHES.match(words) is not None)

    def _heading(self, chunk: Chunk, levels: list[int]) -> Element:
        self._depths.reset()
        level = levels.index(chunk.block.section.level) if chunk.block else 0
        return Element(f"h{min(TOP + level, LOWEST)}", {}, self._lines(self._title_spans(chunk)))

    def _title_spans(self, chunk: Chunk) -> list[tuple[int, int]]:
        """The number and the words of a heading, without the marks that make it one."""
        hashes = _HASHES.match(self._text, chunk.start, chunk.end)
        if hashes is None:
            return [(chunk.start, chunk.end)]
        title = _without_closing(self._text[hashes.end() : chunk.end])
        return [hashes.span("number"), (hashes.end(), hashes.end() + len(title))]

    def _paragraph(self, chunk: Chunk) -> Element:
        if chunk.block and not chunk.block.indent:
            self._depths.reset()
        look = {"class": "beside"} if chunk.kind == "beside" else {}
        return Element("p", look, self._lines(self._spans(chunk, chunk.start)))

    def _item(self, chunk: Chunk) -> Element:
        assert chunk.block  # noqa: S101 - an item is a block
        mark = self._text[chunk.start : chunk.body]
        shown = ["•"] if _BULLET.match(mark) else self._words(chunk.start, chunk.body)
        label: tuple[Node, ...] = (Element("span", {"class": "mark"}, tuple(shown)), " ") if mark.strip() else ()
        depth = self._depths.of(chunk.block)
        return Element("li", {"class": f"depth-{depth}"}, (*label, *self._lines(self._spans(chunk, chunk.body))))

    def _spans(self, chunk: Chunk, start: int) -> list[tuple[int, int]]:
        """What a chunk shows from a place on, without the page numbers and running lines within its sentence."""
        spans = []
        for begin, stop in chunk.block.gaps if chunk.block else ():
            spans.append((start, begin))
            start = stop
        return [*spans, (start, chunk.end)]

    def _lines(self, spans: Sequence[tuple[int, int]]) -> tuple[Node, ...]:
        shown: list[Node] = []
        before: Line | None = None
        for line in lines(self._text, spans, self._cover):
            if before and (before.hard or self._is_short(before, line)):
                shown.append(Element("br", {}))
            shown.append(Element("span", {"data-line": self._number(line.start)}, tuple(line.nodes)))
            before = line
        return tuple(shown)

    def _is_short(self, line: Line, after: Line) -> bool:
        """Whether a line was broken though the next one's first word would have gone into it."""
        word = self._text[after.start : after.start + MAX_WORD].split(maxsplit=1)
        length = line.end - self._text.rfind("\n", 0, line.start)
        return length + len(word[0] if word else "") <= self._short

    def _words(self, start: int, end: int) -> list[Node]:
        stretch = self._text[start:end]
        start += len(stretch) - len(stretch.lstrip())
        return words(self._text, start, max(start, end - len(stretch) + len(stretch.rstrip())), self._cover)

    def _number(self, offset: int) -> int:
        return bisect.bisect_right(self._starts, offset)

    def _tables(self, rows: Sequence[Chunk]) -> Iterator[Element]:
        """Rows of neighbouring lines stand in one table; one with a ruler below it is its head."""
        table: list[Chunk] = []
        for row in rows:
            if table and not self._adjoin(table[-1], row):
                yield self._table(table)
                table = []
            table.append(row)
        yield self._table(table)

    def _adjoin(self, above: Chunk, row: Chunk) -> bool:
        between = self._text[above.end : row.start]
        return between == "\n" or (_RULER.fullmatch(between.removesuffix("\n")) is not None)

    def _table(self, rows: Sequence[Chunk]) -> Element:
        headed = len(rows) > 1 and _RULER.match(self._text, rows[0].end) is not None
        body = tuple(self._row(row, head=headed and index == 0) for index, row in enumerate(rows))
        around: dict[str, str | int] = {
            "class": "table",
            "role": "group",
            "aria-label": "Table",
            "tabindex": 0,
        }  # the keyboard scrolls it
        return Element("div", around, (Element("table", {}, body),))

    def _row(self, row: Chunk, *, head: bool) -> Element:
        tag = "th" if head else "td"
        end = row.start + len(self._text[row.start : row.end].rstrip())
        cells = [
            Element(tag, {}, tuple(self._words(*cell.span())))
            for cell in _CELL.finditer(self._text, self._text.index("|", row.start), end)
        ]
        return Element("tr", {"data-line": self._number(row.start)}, tuple(cells))
