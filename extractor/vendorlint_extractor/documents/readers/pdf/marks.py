"""Marks at the beginning of a line: printed numbers of clauses, letters and bullets of lists."""

from __future__ import annotations

import re

from vendorlint_extractor.documents.readers.pdf.rows import Row

WIDE = 0.6  # times the size: the gap behind a mark that could as well be a word

_BULLETS = {**dict.fromkeys("•●▪◦‣–—·*-", ""), **dict.fromkeys("■□➢➤", "•"), **dict.fromkeys("○o", "◦")}
_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?$|\d{1,3}\.$")
_BRACKETED = re.compile(r"\(?(?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,2})\)$", re.IGNORECASE)
_DOTTED = re.compile(r"([a-z]|[ivxl]{1,6})\.$|\d{1,2}$", re.IGNORECASE)
_PART = re.compile(
    r"(?:section|article|clause|schedule|annexe?|appendix|exhibit|part)\s+(?:\d|[A-Z]\b|[IVX]+\b)", re.IGNORECASE
)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
# What blocks.py would take for the beginning of an item, a heading, a table or the line below a heading.
_MARKUP = re.compile(
    r"[*+\-•●▪◦‣–—](?:\s|$)|·|#{1,6}\s|\||[=\-]+\s*$|\d{1,3}(?:\.\d{1,3})*[.)]|\(?(?:[ivxl]{1,6}|[a-z]|\d{1,2})\)",
    re.IGNORECASE,
)


def mark_of(row: Row) -> str:
    """The mark that a row begins with, or an empty string."""
    first = row.words[0]
    if len(row.words) == 1 or first.raised:
        return ""
    word = first.text
    if word in _BULLETS or _DECIMAL.match(word) or _BRACKETED.match(word):
        return word
    if _DOTTED.match(word) and word[0].islower():
        return word
    return word if _DOTTED.match(word) and row.words[1].x0 - first.x1 > WIDE * row.size else ""


def is_mark(word: str) -> bool:
    """Whether a word is a mark wherever it begins a line."""
    return bool(word in _BULLETS or _DECIMAL.match(word) or _BRACKETED.match(word) or _DOTTED.match(word))


def is_item(mark: str) -> bool:
    """Whether a mark is that of a list, and not the number of a clause."""
    return bool(mark) and depth_of(mark) == 0


def is_dash(mark: str) -> bool:
    """Whether a mark could as well be a dash between words."""
    return mark in ("-", "–", "—")


def shown(mark: str) -> str:
    """A mark as it is written; 'a.' as '(a)', which cannot be taken for a word at the end of a sentence."""
    dotted = _DOTTED.match(mark)
    if dotted and dotted[1]:
        return f"({dotted[1]})"
    return _BULLETS.get(mark) or mark


def depth_of(mark: str) -> int:
    """How deep a printed number is: 1 for '3.', 2 for '3.1', 0 for anything else."""
    return mark.rstrip(".").count(".") + 1 if _DECIMAL.match(mark) or mark.isdecimal() else 0


def follows_within(mark: str, text: str) -> bool:
    """Whether a mark in brackets goes on an enumeration inside a text: '(b)' after '... (a) ...'."""
    inner = mark.strip("().").casefold()
    if not _BRACKETED.match(mark):
        return False
    siblings = {chr(ord(inner) - 1)} if len(inner) == 1 and inner.isalpha() and inner != "a" else set()
    if inner in _ROMANS[1:]:
        siblings.add(_ROMANS[_ROMANS.index(inner) - 1])
    if inner.isdecimal():
        siblings.add(str(int(inner) - 1))
    return any(f" {mark.lower().replace(inner, sibling)} " in text.lower() for sibling in siblings)


def repeats_number(mark: str, above: str) -> bool:
    """Whether a figure in brackets may repeat a number in words, as in 'thirty (30)': it is not the next of a list."""
    inner = mark[1:-1]
    if not (mark.startswith("(") and inner.isdecimal()):
        return False
    return int(inner) > 1 and above.strip("().") != str(int(inner) - 1)


def names_part(line: str) -> bool:
    """Whether a line begins as the title of a numbered part does: 'Schedule 2'."""
    return bool(_PART.match(line))


def looks_like_markup(line: str) -> bool:
    """Whether a line inside a paragraph would be read as the beginning of something else."""
    return bool(_MARKUP.match(line))
