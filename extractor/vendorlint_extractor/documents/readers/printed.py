"""Paragraphs with automatic numbers, of whatever format, as they are printed: as headings, items or paragraphs."""

from __future__ import annotations

import re

from vendorlint_extractor.documents.readers.docx_numbering import Number
from vendorlint_extractor.documents.readers.markdown import MAX_TITLE, is_sentence

_DECIMAL = re.compile(r"[\d.]+\.?$")
_LETTERS = re.compile(r"([a-z]{1,2}|[A-Z]{1,2}|[ivxlc]{1,7}|[IVXLC]{1,7})\.$")


def is_title(text: str) -> bool:
    """Whether the text of a paragraph in a heading's style is a heading; clauses and lead-ins stand in such styles too."""
    return len(text.split()) <= MAX_TITLE and text[-1:] not in ";," and not is_sentence(text)


def is_list_mark(mark: str) -> bool:
    """Whether a number is that of an item, and no 'Article 3'."""
    return bool(_DECIMAL.match(mark) or _LETTERS.match(mark) or re.fullmatch(r"\(?[A-Za-z\d]{1,6}\)", mark))


def list_mark(number: Number) -> str:
    """The mark of an item; 'a.' is written as '(a)', which cannot be taken for a word at the end of a sentence."""
    letters = _LETTERS.match(number.shown)
    return f"({letters[1]})" if letters else number.shown


def depth_shown(number: Number) -> int:
    """How deep an item is indented: 1.1 not at all, (a) below it once."""
    return 0 if _DECIMAL.match(number.shown) else number.depth
