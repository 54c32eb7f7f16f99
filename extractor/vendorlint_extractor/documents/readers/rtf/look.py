"""How the characters and paragraphs of an RTF look, as its control words switch it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from vendorlint_extractor.documents.notes import NoteKind
from vendorlint_extractor.documents.readers.css_values import WHITE, Colour, look_alike

TINY = 3  # half points
THIN = 40  # twentieths of a point: lines and rows that are no higher show no word
FAR = 20_000  # twentieths of a point: further than any page reaches
NARROW = 10  # percent of the width of letters
CLOSE = -100  # twentieths of a point: letters that stand so much closer lie upon one another
_SWITCHES = {"b": "bold", "strike": "struck", "striked": "struck", "v": "hidden", "deleted": "deleted", "up": "raised"}
_NUMBERS = {"f": "font", "fs": "size", "cf": "ink", "cb": "behind", "highlight": "behind", "chcbpat": "behind"}
_SHAPES = {
    "s": "style",
    "outlinelevel": "outline",
    "ilvl": "depth",
    "cbpat": "paper",
    "sl": "line",
    "li": "left",
    "lin": "left",
}
RAISED = 400  # half points above or below the line: no word of it
_WIDTHS = {
    "charscalex": (1, NARROW),
    "expndtw": (1, CLOSE),
    "expnd": (5, CLOSE),
}  # in how many units, and what is too little
_UNDERLINES = frozenset({"ul", "uld", "uldash", "uldashd", "uldashdd", "uldb", "ulth", "ulw", "ulwave"})


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look. `font`, `ink` and `behind` are numbers in the tables of fonts and of colours, `size` is in half points."""

    font: int | None = None
    size: int | None = None
    bold: bool = False
    underlined: bool = False
    struck: bool = False
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    squeezed: frozenset[str] = frozenset()  # by which words letters are too narrow or too close to be read
    ink: int = 0
    behind: int = 0

    def after(self, word: str, number: int | None) -> Look:  # noqa: PLR0911 - one per kind
        """The look behind a control word."""
        if word == "plain":
            return Look()
        if word in {"up", "dn"} and number is not None:
            far = self.squeezed | {"far"} if abs(number) >= RAISED else self.squeezed - {"far"}
            return replace(self, squeezed=far, raised=word == "up" and number != 0)
        if word in _SWITCHES:
            switches: dict[str, Any] = {_SWITCHES[word]: number != 0}
            return replace(self, **switches)
        if word in _WIDTHS and number is not None:
            unit, least = _WIDTHS[word]
            return replace(self, squeezed=self.squeezed | {word} if number * unit <= least else self.squeezed - {word})
        if word in _NUMBERS:
            numbers: dict[str, Any] = {_NUMBERS[word]: number or 0}
            return replace(self, **numbers)
        if word in _UNDERLINES:
            return replace(self, underlined=number != 0)
        if word == "ulnone":
            return replace(self, underlined=False)
        return replace(self, raised=word == "super") if word in {"super", "sub", "nosupersub"} else self


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph is set: its style, the level of its outline and of its list, from 0, the colour behind it, the height of its lines,
    which is below zero where it is an exact one, and how far it is indented."""

    style: int | None = None
    outline: int | None = None
    depth: int = 0
    paper: int = 0
    line: int = 0
    left: int = 0

    def after(self, word: str, number: int | None) -> Shape:
        """The shape behind a control word."""
        if word == "pard":
            return Shape()
        return replace(self, **{_SHAPES[word]: number or 0}) if word in _SHAPES else self


@dataclass(slots=True)
class Colours:
    """The table of colours; what it does not have, and its first, is the one that the viewer chooses."""

    known: list[Colour | None] = field(default_factory=list)

    def of(self, number: int) -> Colour | None:
        """The colour of a number."""
        return self.known[number] if 0 < number < len(self.known) else None

    def unshown(self, look: Look, shape: Shape, cell: int, *, low: bool = False) -> NoteKind | None:
        """What keeps characters from being read as the text; `cell` is the colour of the cell that they stand in, and `low` says that
        its row has no room for them."""
        if look.struck or look.deleted:
            return "struck"
        if look.hidden or look.squeezed or (look.size is not None and look.size <= TINY):
            return "hidden"
        if low or -THIN <= shape.line < 0 or abs(shape.left) >= FAR:
            return "hidden"
        ink = self.of(look.ink)
        behind = self.of(look.behind) or self.of(shape.paper) or self.of(cell) or WHITE
        return "hidden" if ink and look_alike(ink, behind) else None


@dataclass(slots=True)
class Fills:
    """The colours of the cells of a row, as numbers in the table of colours; 0 where the paper shows."""

    _known: list[int] = field(default_factory=list)
    _next: int = 0
    low: bool = False  # whether the row has no room for words

    def say(self, word: str, number: int | None) -> None:
        """A control word that begins a row, colours a cell or ends one."""
        if word == "trowd":
            self._known, self._next, self.low = [], 0, False
        elif word == "trrh":
            self.low = -THIN <= (number or 0) < 0
        elif word == "clcbpat":
            self._next = number or 0
        elif word == "cellx":
            self._known.append(self._next)
            self._next = 0

    def of(self, column: int) -> int:
        """The colour of a cell, from 0."""
        return self._known[column] if column < len(self._known) else 0
