"""The Markdown that readers write, line by line with places, such that blocks.py reads back what the document shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from vendorlint_extractor.documents.notes import Note, gathered
from vendorlint_extractor.documents.readers.links import Run
from vendorlint_extractor.documents.readers.rendering import Place, Rendering

BULLET = "-"
INDENT = "    "  # per level of a list
MAX_TITLE = 14  # words, as blocks.py has it
MAX_LABEL = 4  # words of a title that ends with a stop
_MARKUP = re.compile(r"[\\`*~<]|(?<![^\W_])_|_(?![^\W_])|(?<=\])\(")
_LOOKS_LIKE_MARKUP = re.compile(r"#{1,6}\s|[|+>-]|={2,}\s*$")
_MARK = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.)]|\(?(?:[a-z]|[ivxl]{1,6}|\d{1,2})\)|[-–—•·]", re.IGNORECASE)
_OWN_MARK = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.)]|\(?(?:[a-z]|[ivxl]{1,6}|\d{1,2})\))\s+\S", re.IGNORECASE
)
_BLANKS = re.compile(r"\s+")
_BRACKET = re.compile(r"[\[\]]")
_ADDRESS = re.compile(r"(?:https?:|www\.)\S+", re.IGNORECASE)
# Controls, soft hyphens, marks of direction and other signs that nobody sees.
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_TURNED = re.compile("\u202e([^\u202c\n]{0,300})\u202c?")  # letters that are shown from right to left
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def escaped(text: str) -> str:
    """Text of one paragraph with blanks folded, in which nothing is markup."""
    return _escaped(text).strip()


def _escaped(text: str) -> str:
    turned = _TURNED.sub(lambda found: found[1][::-1], text)
    folded = _BLANKS.sub(" ", _UNSEEN.sub("", turned))
    return _MARKUP.sub(_backslashed, folded)


def linked(runs: Iterable[Run]) -> str:
    """Runs of one line, escaped, with links where their words lead to a page."""
    shown = ""
    for target, group in groupby(runs, key=lambda run: run.target):
        words = _escaped("".join(run.text for run in group))
        name = words.strip()
        if not target or not name or _ADDRESS.fullmatch(name):  # a printed address says where it leads
            shown += words
            continue
        if shown.endswith("!"):  # no picture
            shown = f"{shown[:-1]}\\!"
        before, after = words[: words.index(name)], words[words.index(name) + len(name) :]
        shown += f"{before}[{_BRACKET.sub(_backslashed, name)}]({target}){after}"
    return _BLANKS.sub(" ", shown).strip()


def _backslashed(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def titled(runs: Iterable[Run]) -> str:
    """A paragraph of runs with line breaks: bold words that open it are its title, others are like any."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines.extend([replace(run, text=other)] for other in others)
    shown = [line for line in lines if any(run.text.strip() for run in line)]
    return "\n".join(linked(line) if number else _titled(line) for number, line in enumerate(shown))


def _titled(runs: Sequence[Run]) -> str:
    opening = list(takewhile(lambda run: run.bold or not run.text.strip(), runs))
    title, rest = "".join(run.text for run in opening), runs[len(opening) :]
    shown, words = linked(rest), escaped(title)
    if not words or (not shown and is_sentence(words)):
        return shown or linked(opening)
    gap = " " if shown and (title[-1:].isspace() or rest[0].text[:1].isspace()) else ""
    return f"**{words}**{gap}{shown}"


def is_sentence(words: str) -> bool:
    """Whether words that are set as a title, in bold type or in a heading's style, are a sentence."""
    length = len(words.split())
    return length > MAX_TITLE or (length > MAX_LABEL and words[-1:] in ".;,:")


def raised(text: str) -> str:
    """A mark above the line: figures as raised ones, so that '30' and note 1 are not '301'."""
    return text.translate(_RAISED) if text.isascii() and text.strip().isdigit() else text


def has_own_mark(text: str) -> bool:
    """Whether the text of an item begins with a number of its own."""
    return bool(_OWN_MARK.match(text))


def is_mark(text: str) -> bool:
    """Whether a text is the mark of an item and nothing else."""
    return bool(_MARK.fullmatch(text))


class Writer:
    """Gathers blocks. Texts are escaped, or Markdown of the reader's own."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._places: list[Place] = []
        self._apart = False

    def heading(self, text: str, level: int, place: Place) -> None:
        """A heading of level 1 to 6."""
        if text.endswith("#"):  # which Markdown takes for the end of its markup
            text = f"{text[:-1]}\\#"
        if text:
            self._block([f"{'#' * min(max(level, 1), 6)} {text}"], place)

    def paragraph(self, text: str, place: Place) -> None:
        """A paragraph, of several lines where it has line breaks."""
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        self._block([_words(line) for line in lines], place)

    def item(self, mark: str, text: str, depth: int, place: Place) -> None:
        """An item of a list with its mark as printed, escaped; `depth` counts from 0.

        A bullet before words that begin with a number of their own is none: their list mostly shows no bullets.
        """
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        if lines:
            indent = INDENT * depth
            if mark == BULLET and has_own_mark(lines[0]):
                mark, _, lines[0] = lines[0].partition(" ")
            shown = f"\\{mark}" if mark[0] in "#|+>=" else mark
            self._block([f"{indent}{shown} {lines[0]}", *(f"{indent}{_words(line)}" for line in lines[1:])], place)

    def printed(self, lines: list[str], places: list[Place]) -> None:
        """A paragraph or an item as printed, a place per line; its mark and its indent are in the lines."""
        first = lines[0]
        if _LOOKS_LIKE_MARKUP.match(first) and not first.startswith("- "):
            first = f"\\{first}"
        self._block([first, *lines[1:]], places[0])
        self._places[-len(places) :] = places

    def table(self) -> None:
        """A table begins: its first row does not stand together with another table's last."""
        self._apart = True

    def row(self, cells: Iterable[str], place: Place) -> None:
        """A row of a table; rows that follow one another stand together."""
        shown = [cell.replace("\n", " ").replace("|", "\\|").strip() for cell in cells]
        if any(shown):
            together = not self._apart and bool(self._lines) and self._lines[-1].startswith("| ")
            self._apart = False
            self._block([f"| {' | '.join(shown)} |"], place, together=together)

    def rendering(self, warnings: Iterable[str] = (), notes: Iterable[Note] = ()) -> Rendering:
        """All of it, ending in a line break."""
        text = "\n".join([*self._lines, ""])
        return Rendering(text, (*self._places, ("", None)), tuple(warnings), notes=gathered(notes))

    def _block(self, lines: list[str], place: Place, *, together: bool = False) -> None:
        if lines and self._lines and not together:
            self._lines.append("")
            self._places.append(("", None))
        self._lines.extend(lines)
        self._places.extend([place] * len(lines))


def _words(line: str) -> str:
    """A line of text that nobody can take for markup."""
    return f"\\{line}" if _LOOKS_LIKE_MARKUP.match(line) else line
