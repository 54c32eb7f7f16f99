"""Blocks as they are gathered from the lines of a text: the one that is open, and the section that it stands in."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from vendorlint_extractor.documents.block import Block, BlockKind, Section
from vendorlint_extractor.documents.headings import ASIDE, OPENING, is_title, plain_title
from vendorlint_extractor.documents.labels import is_value
from vendorlint_extractor.documents.readers.markdown import is_sentence
from vendorlint_extractor.documents.words import WORDS

_RUN_IN = re.compile(
    r"\s*(?:(?P<number>\d{1,3}(?:\.\d{1,3})*)\\?\.?\s+)?(\*\*|__)(?P<title>[^*_][^*]{1,120}?)\2\s*+(?P<stop>[.:)]?)\s*+(?=\S)"
)
_NUMBER = re.compile(
    rf"(?:{'|'.join(WORDS['numbered'])}|§)?\s*(?P<number>(?:\d{{1,3}}|[A-Z])(?:\.\d{{1,3}})*)(?:\\?[.):]|\s|$)",
    re.IGNORECASE,
)
_ROMAN = re.compile(
    rf"(?:{'|'.join(WORDS['numbered'])})\s+(?P<number>(?-i:[IVXLC]{{1,6}}))(?=[\s.):–—-]|$)", re.IGNORECASE
)
_UNNUMBERED = re.compile(r"^(?:\w{1,3}\\?[.)]\s+)+")
_MARK = re.compile(r"^\((?:[a-z]{1,3}|\d{1,2})\)\s+")  # of a list that begins behind a title
PLAIN = 4  # the level of a heading without markup
MAX_OPENING = 600  # characters at the end of a paragraph that may lead in to a whole contract
MAX_TITLE = 400  # characters of a heading that are looked at
MAX_VALUE = 80  # characters of a value behind its label
MAX_MARK = 14  # characters behind a title in which a sentence begins
SHORT = 8  # words of a sentence that stands as a title: '9. If we let you down.'
MAX_WIDTH = 130  # columns; a paragraph in a line of its own has more


class Gathered:
    """Walks the lines once and yields blocks; the open paragraph is the only state besides the section."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.section = Section("", "", 0, ())
        self.above: list[tuple[int, str]] = []  # levels and titles of the sections that are open, the outermost first
        self.open: tuple[BlockKind, int, int, int, str, str] | None = None  # kind, start, end, indent, style, mark
        self.width = width_of(text)
        self.letter = ""  # of the last item that has one
        self.leads = False  # the last block ended with a colon, so that what follows is its list
        self.said = ""  # the last line with words, where it was no heading
        self.breaks_off = False  # the line is the beginning of a sentence, however it is set
        self.within = False  # the line is long and the next one goes on in small letters: it breaks off a sentence

    def flush(self) -> Iterator[Block]:
        """The open block, which ends."""
        if self.open is None:
            return
        kind, start, end, indent, style, mark = self.open
        self.open = None
        if kind in ("paragraph", "item"):
            match = _RUN_IN.match(self.text, start, end)
            if match and self._runs_in(match, kind):
                self.enter(match["title"], 6, match["number"] or "")
                said = self._is_value(match.end(), end, match["title"] + match["stop"]) or _says(match)
                start = start if said else match.end()
        shown = self.text[start:end].strip(" \n*_")
        if shown:
            to_list = shown.endswith(":") and not OPENING.search(shown[-MAX_OPENING:])
            self.leads = to_list or (kind == "item" and self.leads)
            yield Block(kind, start, end, self.section, indent, style, mark)

    def _runs_in(self, match: re.Match[str], kind: str) -> bool:
        """Whether bold words that begin a paragraph or an item are its title, and not the first words of a sentence."""
        title = match["title"]
        if ASIDE.match(title) or not is_title(title) or (_says(match) and not _is_numbered(match)):
            return False
        marked = match["stop"] or match["number"] or title.rstrip()[-1:] == ":"
        if not marked and kind != "paragraph":
            return False
        after = _MARK.sub("", self.text[match.end() : match.end() + MAX_MARK]).lstrip("*_\"'“«[ ")
        return (
            match["stop"] in (":", ")")
            or title.rstrip()[-1:] == ":"
            or (after[:1].isalnum() and not after[:1].islower())
        )

    def _is_value(self, start: int, end: int, label: str) -> bool:
        """Whether what stands behind a label is its value and no sentence: '**Governing law:** Texas'."""
        return (
            label.rstrip()[-1:] == ":" and end - start <= MAX_VALUE and is_value(self.text[start:end].rstrip(" *_\n"))
        )

    def enter(self, title: str, level: int, number: str = "") -> None:
        """Open a section; deeper headings keep their ancestors' titles in `path`."""
        words = plain_title(title[:MAX_TITLE])
        found = _ROMAN.match(words) or _NUMBER.match(words)
        shown = f"{number} {words}" if number and not words.startswith(number) else words
        number = number or (found["number"] if found else "")
        while self.above and self.above[-1][0] >= level:
            self.above.pop()
        self.above.append((level, words))
        self.section = Section(shown, number, level, tuple(title for _, title in self.above))

    def heading(self, start: int, end: int, title: str, level: int) -> Iterator[Block]:
        """A heading, and what it says where it is a sentence."""
        yield from self.flush()
        self.leads = level == PLAIN and title.endswith(":")
        if plain_title(title[:MAX_TITLE]):
            self.enter(title, level)
            yield Block("heading", start, end, self.section)
            sentence = is_sentence(_UNNUMBERED.sub("", title.strip(" *_")))
            if level != PLAIN and (sentence or self.breaks_off):  # what it says holds, large as it is
                begin = self.text.index(title[:1], start, end)
                yield Block("paragraph", begin, end, self.section)


def _says(title: re.Match[str]) -> bool:
    """Whether a title in the line of its text is a sentence."""
    return is_sentence(title["title"].strip() + title["stop"].strip(":)"))


def _is_numbered(title: re.Match[str]) -> bool:
    """Whether a short sentence has the number of a section and an end: '9. If we let you down.'"""
    words = title["title"].strip().strip("*_").split()
    numbered = title["number"] or _UNNUMBERED.match(title["title"])
    return bool(numbered) and len(words) <= SHORT + 1 and title["title"].rstrip()[-1:] in (".", "?")


def width_of(text: str) -> int:
    """The columns at which the lines of paragraphs are broken; where they are not, more than any line has."""
    lines = text.split("\n")
    inner = sorted(len(line.rstrip()) for line, after in itertools.pairwise(lines) if line.strip() and after.strip())
    width = inner[len(inner) * 9 // 10] if inner else 0
    return width if 30 <= width <= MAX_WIDTH else len(text)
