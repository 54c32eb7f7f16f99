"""The marks of list items at the beginnings of lines: bullets, numbers, letters, roman numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A box to tick is a bullet, too; it stays with the words that it decides about.
BULLET = re.compile(r"(\s*)(?:[*+\-•·●▪◦‣–—]\s+|\\-\s+|·\s*|(?=[☐☑☒□■✓✔✅❏❑]|\\?\[[ xX]\\?\]\s))(?=\S)")
# '10', '10.2', '10.2.a', 'B.2', 'B.2.a'
_NUMBERED = re.compile(
    r"(\s*)((?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3})*(?:\.(?:[a-z]|[ivx]{1,5})(?=\\?[.)\s]))?)(?:\\?[.)]|\s)\s*(?=\S)"
)
DOTTED = re.compile(r"(\s*)(?:[*_]{0,3})([a-z]|[ivx]{1,5})\\?\.(?:[*_]{0,3})\s+(?=\S)")
_COUNTED = re.compile(r"\s*\d{1,4}\s+[a-zà-ÿ]")  # 'within\n30 days', and no item of a list
LETTERED = re.compile(r"(\s*)(?:[*_]{0,3})\(?((?:[ivxl]{1,6}|[a-z]|\d{1,2}))\)(?:[*_]{0,3})\s*(?=\S)", re.IGNORECASE)
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def marker(line: str, alone: bool) -> re.Match[str] | None:
    """The mark that a line begins with, if any. `alone`: no paragraph is open that the line may go on with."""
    match = BULLET.match(line) or LETTERED.match(line) or DOTTED.match(line)
    if match or _COUNTED.match(line):
        return match
    # A number at a line's start inside a paragraph is as likely the rest of a wrapped sentence ("within\n30 days").
    numbered = _NUMBERED.match(line)
    return numbered if numbered and (alone or "." in line[: numbered.end()] or ")" in line[: numbered.end()]) else None


def labels_before(label: str) -> Iterator[str]:
    """The marks that may come before one: (a) before (b), (i) before (ii), (h) before (i)."""
    if label in ROMAN[1:]:
        yield ROMAN[ROMAN.index(label) - 1]
    if len(label) == 1 and "a" < label <= "z":
        yield chr(ord(label) - 1)
    if label.isdigit():
        yield str(int(label) - 1)


def follows(before: str, label: str) -> bool:
    """Whether a mark is the next of its list: '10.3' after '10.2', 'b' after 'a'."""
    *above, last = label.split(".")
    return before in (".".join([*above, each]) for each in labels_before(last))


def style_of(mark: re.Match[str], before: str = "") -> str:
    """How a mark counts: bullet, letter, roman, figure, or decimal with its depth.

    `before` is the letter of the item before it: (i) after (h) is a letter.
    """
    label = mark[2].lower() if mark.re is not BULLET else ""
    if not label:
        return "bullet"
    if mark.re is _NUMBERED:
        return f"decimal{label.count('.') + 1}"
    if len(label) == 1 and before == chr(ord(label) - 1) and before not in ROMAN:
        return "letter"
    return "figure" if label.isdigit() else "roman" if re.fullmatch("[ivx]+", label) else "letter"
