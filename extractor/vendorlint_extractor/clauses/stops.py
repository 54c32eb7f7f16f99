"""Full stops and semicolons that end nothing: those of figures, references, abbreviations, addresses and citations."""

from __future__ import annotations

import re

from vendorlint_extractor.language.cues import SentenceCues

# What such a stop is written as, so that a pattern's gap [^.;] goes over it. Within a figure it is a letter to patterns:
# no word begins behind it, and '99_95' is never read as 95.
INNER = "\u00b7"
IN_FIGURE = "_"
# Between letters or figures, but not where two sentences are glued ('the Service.You may').
_WITHIN = re.compile(r"(?<=\w)\.(?!(?<=[a-z]\.)[A-Z][a-z])(?=\w)")
_IN_FIGURE = re.compile(r"(?<=\d)\.(?=\d)")
_READ_AS_STOP = re.compile(rf"{INNER}|(?<=\d){IN_FIGURE}(?=\d)")
_AT_END = re.compile(r"(?<=[\w.])\.(?=[\s,;:)$€£])")
_CITED = r"(?:[^();]|(?<=[\w)])\([^()\s]{1,5}\))"  # '28(3)(b)', and no item '(b) ...'
_IN_BRACKETS = re.compile(rf"\({_CITED}{{0,100}};(?:;|{_CITED}){{0,100}}\)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_CAPITALS = re.compile(r"(?:[A-ZÀ-Þ]\.)+[A-ZÀ-Þ]")
_NEXT = re.compile(r"\.\s{1,4}([A-ZÀ-Þ]\w*)\b")
_WORD = re.compile(r"[\w.'-]*$")
_FIGURE = re.compile(r"\.\s{0,3}\d")
_LABELLED = re.compile(r"([^\W\d_]+)\s$")
SHORT = 2  # letters of abbreviations that stand before a word of their own: 'v.', 'Mr.'
MAX_WORD = 24  # characters before a stop that are looked at


def is_inner(text: str, stop: int, cues: SentenceCues) -> bool:
    """Whether the stop at an offset belongs to a word before it: an abbreviation, an initial, the number of a line."""
    start = max(stop - MAX_WORD, 0)
    found = _WORD.search(text, start, stop)
    word = found[0] if found else ""
    before = word.lower().rpartition("'")[2]  # "l'art. 28"
    last = word.rpartition("-")[2]  # 'EU-U.S.'
    if before in cues.abbreviations or _INITIALS.fullmatch(last.lower().rpartition("'")[2]):
        return not (_may_end(last) and _opens(text, stop, cues))
    if before in cues.before_figure and _FIGURE.match(text, stop):
        return True
    if len(before) == 1 and before.isalpha():  # "J. Smith"; of "(b). Next" the bracket tells
        labelled = _LABELLED.search(text, start, stop - 1)
        return not (labelled and labelled[1].lower() in cues.labelled)
    return before.isdigit() and stop < 6


def _may_end(word: str) -> bool:
    """Whether an abbreviation may be the last word of a sentence: 'Inc.', 'U.S.', and no 'v.', 'Mr.' or 'e.g.'."""
    return _CAPITALS.fullmatch(word) is not None if "." in word else len(word) > SHORT


def _opens(text: str, stop: int, cues: SentenceCues) -> bool:
    """Whether a word with a capital stands behind a stop that has one at the beginning of a sentence alone."""
    following = _NEXT.match(text, stop)
    return following is not None and following[1].lower() in cues.sentence_openers


def without_inner(plain: str, lower: str, cues: SentenceCues) -> str:
    """The text in lower case, of the same length, with the stops that end nothing written as INNER or, of semicolons, as commas."""
    lower = _IN_FIGURE.sub(IN_FIGURE, lower)
    ends = [match.start() for match in _WITHIN.finditer(plain)]
    ends += [match.start() for match in _AT_END.finditer(plain) if is_inner(plain, match.start(), cues)]
    if ends:
        characters = list(lower)
        for end in ends:
            characters[end] = INNER if characters[end] == "." else IN_FIGURE
        lower = "".join(characters)
    if ";" in lower:
        lower = _IN_BRACKETS.sub(lambda match: match[0].replace(";", ","), lower)
    return lower


def spoken(tagged: str) -> str:
    """Tagged text with stops as printed: '99.9'."""
    return _READ_AS_STOP.sub(".", tagged)
