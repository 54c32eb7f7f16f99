"""What a person sees of an HTML page otherwise than as its words: hidden, struck and faint text, and the fields of forms.

What is not shown is taken out of the page before it is read, and what a form shows is put in as text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from vendorlint_extractor.documents.notes import Note, NoteKind
from vendorlint_extractor.documents.readers.css import (
    Style,
    ink_of,
    is_gone,
    is_invisible,
    is_plain,
    is_struck,
    is_tiny,
)
from vendorlint_extractor.documents.readers.css_values import (
    BLACK,
    MAX_VALUE,
    WHITE,
    Colour,
    colour_of,
    length,
    look_alike,
    number,
)
from vendorlint_extractor.documents.readers.html_css import Styles
from vendorlint_extractor.documents.readers.html_page import is_furniture, selector, too_deep
from vendorlint_extractor.documents.readers.html_sheets import SIGNS

BLANK = "____"  # as a form on paper has it
MIN_COMMENT = 6  # words of a comment that is no mark of whoever made the page
# By these words may be seen although they have the colour of what is behind them.
_SHADED = frozenset({"text-shadow", "-webkit-text-stroke", "-webkit-text-stroke-width", "mix-blend-mode"})
_STOP = re.compile(r"#[0-9a-f]{3,8}|(?:rgb|hsl)a?\([^()]*\)|\b(?:white|black|transparent)\b")
_TURNED = ("row-reverse", "column-reverse")
LINE, LETTER = 200, 4.0  # characters of a long line, and pixels of a narrow letter
MAX_BEFORE = 200  # siblings that are looked at
MIN_CUT = 6  # words of an element that is cut off
SOLID = 0.9  # of opacity
_CUTS = frozenset({"hidden", "clip"})
_ONE_LINE = frozenset({"nowrap", "pre"})
_OF_WHOLE = frozenset({"%", "vw", "vh", "vmin", "vmax"})
_WHOLE = frozenset({"100%", "100vw", "100vh"})
MOVED = 4  # words of an element whose parts a style sheet puts in another order
_STRUCK = frozenset({"del", "s", "strike"})
_UNSEEN = frozenset({"rp", "meter", "progress", "noembed", "noframes", "title"})  # of which a browser shows no words
_CODE = re.compile(r"[<>{}=;]|//")
_NO_VALUE = frozenset({"hidden", "submit", "button", "image", "reset", "password", "file", "search"})
_TICKS = {True: "☒ ", False: "☐ "}


@dataclass(frozen=True, slots=True)
class _Look:
    """How words are shown: their colour and that of what is behind them, None where that is not known."""

    ink: Colour | None = None
    paper: Colour | None = None
    unseen: bool = False
    tiny: bool = False

    @property
    def is_readable(self) -> bool:
        return not (self.unseen or self.tiny or (self.ink and self.paper and look_alike(self.ink, self.paper)))

    def within(self, node: LexborNode, style: Style) -> _Look:
        """How an element in it looks."""
        attributes = node.attributes
        colour = ink_of(style) or (attributes.get("color") if node.tag == "font" else None) or ""
        unseen, tiny = is_invisible(style), is_tiny(style)
        ink = None if any(style.get(name, "none") != "none" for name in _SHADED) else _changed(self.ink, colour)
        return _Look(
            ink,
            self._behind(node, style, ink),
            self.unseen if unseen is None else unseen,
            self.tiny if tiny is None else tiny,
        )

    def _behind(self, node: LexborNode, style: Style, ink: Colour | None) -> Colour | None:
        """What is behind the words of an element in it."""
        paper = style.get("background-color") or style.get("background") or node.attributes.get("bgcolor") or ""
        named = paper.strip().lower()
        drawn = f"{style.get('background', '')} {style.get('background-image', '')}"[:MAX_VALUE].lower()
        if "url(" in drawn or "image-set(" in drawn:
            return None
        if "gradient(" in drawn:
            stops = [colour_of(each[0]) for each in _STOP.finditer(drawn)]
            return stops[0] if stops and stops[0] and len(set(stops)) == 1 else None
        return ink if named == "currentcolor" else _changed(self.paper, paper)


def _changed(colour: Colour | None, value: str) -> Colour | None:
    named = value.strip().lower()
    return colour if named in {"", "inherit", "none", "transparent", "initial", "unset"} else colour_of(value)


def see(page: LexborHTMLParser, root: LexborNode, styles: Styles, depth: int) -> tuple[list[Note], set[int]]:
    """Take out of an element what nobody sees as its text: what that was, and the ids of the elements that are its text.

    Raises ReadingError.
    """
    linked = any(
        "stylesheet" in (link.attributes.get("rel") or "").lower()
        for link in page.css("link")
        if not (link.attributes.get("href") or "").lower().startswith("data:")
    )
    sight = _Sight(styles, depth)
    look = _Look(
        None if linked else BLACK, None if linked else WHITE
    )  # a sheet that is not here may say what is behind the words
    for node in _path_to(root):
        look = look.within(node, styles.of(node))
    sight.children(root, selector(root, root.tag or ""), look, 0)
    notes = [Note(kind, path, words) for (kind, path), words in sight.told.items() if words]
    notes += [Note("unread", "style", 1)] if styles.cut else []
    return notes, sight.kept


def _path_to(node: LexborNode) -> list[LexborNode]:
    """An element and those around it, the outermost first."""
    found: list[LexborNode] = []
    at: LexborNode | None = node
    while at is not None and at.tag:
        found.append(at)
        at = at.parent
    return found[::-1]


class _Sight:
    def __init__(self, styles: Styles, depth: int) -> None:
        self.told: Counter[tuple[NoteKind, str]] = Counter()
        self.kept: set[int] = (
            set()
        )  # before words are taken out: a page that stands in a form is told by how many it has
        self._styles = styles
        self._depth = depth

    def children(self, node: LexborNode, path: str, look: _Look, depth: int) -> None:
        """Go through all that stands in an element."""
        if depth > self._depth:
            raise too_deep(self._depth)
        counts: Counter[str] = Counter()
        for child in list(node.iter(include_text=True)):
            tag = child.tag or ""
            if tag == "-text":
                if not look.is_readable:
                    self._out(child, "hidden", path)
                continue
            if tag == "-comment":
                self._comment(child, path)
                continue
            counts[tag] += 1
            own = selector(child, f"{path} > {tag}:nth-of-type({counts[tag]})")
            if tag in _CONTROLS:
                self._control(child, tag, own)
            elif not is_furniture(child):
                self.kept.add(child.mem_id)
                self._element(child, tag, own, look, depth + 1)

    def _element(self, node: LexborNode, tag: str, path: str, look: _Look, depth: int) -> None:
        style = self._styles.of(node)
        kind = _kind(node, tag, style)
        if kind is None:
            if _is_moved(node, style, self._styles) or _is_of_signs(node, style, self._styles) or _is_cut(node, style):
                self.told["shown_otherwise", path] += _count(node.text(deep=True, separator=" ") or "")
            if _lies_over(node, style):
                self.told["shown_otherwise", path] += _count_before(node, self._styles)
            self.children(node, path, look.within(node, style), depth)
            if _is_turned(node, tag, style):
                _turn(node)
            return
        for child in list(node.iter(include_text=True)):
            self._out(child, kind, path)

    def _out(self, node: LexborNode, kind: NoteKind, path: str) -> None:
        text = node.text_content if node.tag == "-text" else node.text(deep=True, separator=" ")
        self.told[kind, path] += _count(text or "")
        node.decompose()

    def _comment(self, node: LexborNode, path: str) -> None:
        text = node.html or ""
        words = text.removeprefix("<!--").removesuffix("-->")
        if not _CODE.search(words) and _count(words) >= MIN_COMMENT:
            self.told["comment", path] += _count(words)

    def _control(self, node: LexborNode, tag: str, path: str) -> None:
        """Put what a field shows before it, as text."""
        shown, filled = _CONTROLS[tag](node)
        if shown:
            node.insert_before(shown)
        if filled:
            self.told["form_value", path] += _count(shown)


def _kind(node: LexborNode, tag: str, style: Style) -> NoteKind | None:
    """What an element does with all words in it. What a script opens when somebody looks for its words is not hidden."""
    attributes = node.attributes
    if (tag in _STRUCK and not is_plain(style)) or is_struck(style):
        return "struck"
    shown = style.get("display", "none").strip().lower() != "none"  # stronger than what hides by itself
    hidden = "hidden" in attributes and (attributes["hidden"] or "").lower() != "until-found"
    closed = ("popover" in attributes or hidden) and not shown
    return "hidden" if closed or tag in _UNSEEN or is_gone(style) else None


def _is_moved(node: LexborNode, style: Style, styles: Styles) -> bool:
    """Whether a style sheet shows the parts of an element in another order than they stand."""
    if "flex" not in style.get("display", "") and "grid" not in style.get("display", ""):
        return False
    parts = [child for child in node.iter() if _count(child.text(deep=True) or "")]
    if len(parts) < 2 or sum(_count(part.text(deep=True) or "") for part in parts) < MOVED:
        return False
    turned = any(word in _TURNED for name in ("flex-direction", "flex-flow") for word in style.get(name, "").split())
    orders = [styles.of(part).get("order", "0").strip() for part in parts]
    places = [int(order) if re.fullmatch(r"-?\d{1,9}", order) else 0 for order in orders]
    return turned or places != sorted(places)


def _is_cut(node: LexborNode, style: Style) -> bool:
    """Whether a style sheet cuts an element off behind some lines, or behind some words of its one line."""
    if not _CUTS & set(
        f"{style.get('overflow', '')} {style.get('overflow-x', '')} {style.get('overflow-y', '')}".split()
    ):
        return False
    lines = style.get("-webkit-line-clamp") or style.get("line-clamp") or ""
    room: float | None = int(lines) * LINE if re.fullmatch(r"[1-9]\d{0,2}", lines) else None
    if room is None and style.get("text-overflow", "clip") != "clip" and style.get("white-space", "") in _ONE_LINE:
        width = length(style.get("width") or style.get("max-width") or "")
        room = width[0] / LETTER if width and width[1] not in _OF_WHOLE else None
    text = node.text(deep=True, separator=" ") or ""
    return room is not None and len(" ".join(text.split())) > room and _count(text) >= MIN_CUT


def _lies_over(node: LexborNode, style: Style) -> bool:
    """Whether an element without words has the colour of paper and lies over all that stands before it."""
    if style.get("position") not in {"absolute", "fixed"} or style.get("z-index", "0").startswith("-"):
        return False
    paper = (style.get("background-color") or style.get("background") or "").lower()
    alpha = re.search(r"[,/]\s*(0?\.\d{1,9}|\d{1,3}%)\s*\)", paper)
    if colour_of(paper) is None or (alpha and number(alpha[1]) * (0.01 if "%" in alpha[1] else 1) < SOLID):
        return False
    wide, high = (
        style.get(side, "") in _WHOLE or all(style.get(each, "") in {"0", "0px", "0%"} for each in ends)
        for side, ends in (("width", ("left", "right")), ("height", ("top", "bottom")))
    )
    return wide and high and not _count(node.text(deep=True) or "")


def _count_before(node: LexborNode, styles: Styles) -> int:
    """How many words stand before an element in the one around it, and are not put over it."""
    words, at, left = 0, node.prev, MAX_BEFORE
    while at is not None and left:
        left -= 1
        over = at.tag not in {"-text", "-comment"} and "z-index" in styles.of(at)
        words += 0 if over or at.tag == "-comment" else _count(at.text(deep=True, separator=" ") or "")
        at = at.prev
    return words


def _is_of_signs(node: LexborNode, style: Style, styles: Styles) -> bool:
    """Whether the letters of an element are shown as signs, by a font that has nothing else."""
    family = (style.get("font-family") or (node.attributes.get("face") if node.tag == "font" else None) or "").split(
        ","
    )[0]
    named = family.strip("\"' ").lower()
    return (named in SIGNS or named in styles.signs) and _count(node.text(deep=True) or "") > 1


def _is_turned(node: LexborNode, tag: str, style: Style) -> bool:
    """Whether a browser shows the letters of an element from right to left, whatever letters they are."""
    override = tag == "bdo" or style.get("unicode-bidi", "").endswith("override")
    return override and "rtl" in {(node.attributes.get("dir") or "").lower(), style.get("direction", "").lower()}


def _turn(node: LexborNode) -> None:
    """Put the letters of an element as they are shown."""
    letters = (node.text(deep=True) or "")[::-1]
    for child in list(node.iter(include_text=True)):
        child.decompose()
    node.insert_child(letters)


def _count(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _input(node: LexborNode) -> tuple[str, bool]:
    kind = (node.attributes.get("type") or "text").lower()
    if kind in {"checkbox", "radio"}:
        return _TICKS["checked" in node.attributes], False
    value = (node.attributes.get("value") or "").strip()
    return ("", False) if kind in _NO_VALUE else (value or BLANK, bool(value))


def _select(node: LexborNode) -> tuple[str, bool]:
    chosen = [option for option in node.css("option") if "selected" in option.attributes]
    shown = ", ".join(filter(None, (" ".join(option.text(deep=True).split()) for option in chosen)))
    empty = any(option.attributes.get("value") == "" for option in chosen)
    return (BLANK, False) if empty or not shown else (shown, True)


def _textarea(node: LexborNode) -> tuple[str, bool]:
    text = " ".join((node.text(deep=True) or "").split())
    return text or BLANK, bool(text)


_CONTROLS = {"input": _input, "select": _select, "textarea": _textarea}
