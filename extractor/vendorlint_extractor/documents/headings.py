"""Which lines and bold words of terms are headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vendorlint_extractor.documents.readers.markdown import is_sentence
from vendorlint_extractor.documents.words import WORDS

BOLD_LINE = re.compile(r"\s*(\*\*|__)(?P<title>[^*_][^*]{0,150}?)\1\s*[.:]?\s*$")
_CAPITALS = re.compile(r"\s*(?:\d{1,3}(?:\\?\.\d{0,3})*\s*)?[A-ZÀ-Þ0-9][A-ZÀ-Þ0-9 '’,&/;()\-–]{3,80}\s*:?\s*$")
_PLAIN_HEADING = re.compile(
    r"\s*(?:(?:[A-Z]\.)?(?:\d{1,3}\.)*\d{1,3}(?:\\?[.)]\s+|\s+(?![a-zà-ÿ]))|[A-Z]\.\s+)[^.!?;]{2,80}$"
)
# 'Article II Law', 'Clause 2: Law', '§ 5 Law', 'Exhibit B'
_LABELLED = re.compile(
    rf"\s*(?:(?i:{'|'.join(WORDS['numbered'])})\s{{1,3}}|§\s?)(?:\d{{1,3}}(?:\.\d{{1,3}})*|[IVXLC]{{1,6}}|[A-Z])"
    r"(?:\s?[.:)–—-]{0,2}\s{1,3}[A-ZÀ-Þ«“\"'][^.!?;]{1,80}|\s?[.:)–—-]?\s*)$"
)
# '8. Term; Termination.', '3. Who may use it?'
_NUMBERED_TITLE = re.compile(
    r"\s*(?:\d{1,3}\.)*\d{1,3}\\?[.)]\s+"
    r"(?:(?:[A-ZÀ-Þ&][\w'’&-]*[;,]? |(?:and|or|of|for|the|to|in) ){0,8}[A-ZÀ-Þ][\w'’&-]*\.?|[A-ZÀ-Þ][^.!?;]{2,70}\?)$"
)
# '8. #### Term', '8. **Term; Termination**'
_NUMBERED_BOLD = re.compile(
    r"\s*(?P<number>(?:\d{1,3}\.)*\d{1,3}\\?[.)])\s+(\*\*|__)(?P<title>[^*_][^*]{0,120}?)\2\s*[.:]?\s*$"
)
LONG = 40  # letters of a line that may be broken at the width of a page: a title is mostly shorter
OPENING = re.compile(rf"(?:{'|'.join(WORDS['opening'])})\s*:\W*$", re.IGNORECASE)
ASIDE = re.compile(rf"(?:{'|'.join(WORDS['asides'])})\b", re.IGNORECASE)


def plain_title(text: str) -> str:
    """A heading's words without markup."""
    text = re.sub(r"!?\[([^\[\]]*)\]\([^()]*\)", r"\1", text)
    text = re.sub(r"\\([\\`*_{}\[\]()#+\-.!])", r"\1", text)
    text = re.sub(r"<[^<>\n]{1,200}>|^(\d{1,3}[.)]\s+)?#{1,6}\s", r"\1", text)
    return re.sub(r"\s+", " ", re.sub(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)|\u200b", "", text)).strip(" .:")


def is_title(title: str) -> bool:
    """Whether bold words may be a title."""
    words = plain_title(title).split()
    return 0 < len(words) <= 14 and title.strip()[-1:] not in ",;" and title.strip()[:1] not in "(“\"'"


def goes_over(before: str, line: str) -> bool:
    """Whether a line in capitals goes on with the sentence in capitals that the line before it broke off."""
    last = before.rstrip().rpartition("\n")[2]
    return len(last) >= LONG and last.isupper() and line.isupper() and last.rstrip(" *_)")[-1:] not in ".:;!?"


def stands_as_heading(line: str, stripped: str) -> bool:
    """Whether a line that stands alone is a heading without markup."""
    if len(stripped) > 160 or stripped.endswith((";", ",")):
        return False
    bold = BOLD_LINE.match(line)
    if bold:
        return is_title(bold["title"]) and not is_sentence(bold["title"]) and not ASIDE.match(bold["title"])
    if _CAPITALS.match(line) and len(stripped.split()) <= 10:
        return True
    label, colon, _ = stripped.partition(": ")
    if colon and is_sentence(f"{label}:"):  # 'the law that is named here: Ireland'
        return False
    return bool(_PLAIN_HEADING.match(line) or _NUMBERED_TITLE.match(line) or is_labelled(line))


def is_labelled(line: str) -> bool:
    """Whether a line is a title behind what it heads and its number: 'Article II Law', 'Schedule 2'."""
    return bool(_LABELLED.match(line)) and not is_sentence(line.strip())


def numbered_bold(line: str) -> str:
    """The number and the words of a line that is an item and bold altogether, '8. **Term; Termination**'; else nothing."""
    found = _NUMBERED_BOLD.match(line)
    return (
        f"{found['number']} {found['title']}"
        if found and is_title(found["title"]) and not is_sentence(found["title"])
        else ""
    )


def next_words(lines: Sequence[str]) -> list[str]:
    """For each line the next one with words on it."""
    found = [""] * len(lines)
    for index in range(len(lines) - 2, -1, -1):
        found[index] = lines[index + 1] if any(map(str.isalnum, lines[index + 1])) else found[index + 1]
    return found
