"""Signs as a person reads them: look-alikes of Latin letters, full-width and mathematical ones, marks on letters, references.

What is read is folded here, and nothing else is: quotes are cut out of the text as it stands.
"""

from __future__ import annotations

import functools
import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from vendorlint_extractor.shipped import read

# Signs that no page shows (Default_Ignorable_Code_Point, UAX 44), with the marks of direction and controls that break no line.
UNSEEN = (
    r"\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    r"\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
STROKES = r"\u0335-\u0338"  # combining marks that lie across a letter
MARKS = r"\u0300-\u0334\u0339-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# What text in a language of Latin script is not written with: any of it is looked at sign by sign.
ODD = rf"\u0131\u017f-\u02bb\u02bd-\u1fff\u2071\u207f\u2090-\u209c\u20d0-\u2fff\u3001-\U0001ffff{UNSEEN}"
_FOLDED = re.compile(f"[{ODD}]")
_WORD = re.compile(r"[^\W\d_]{2,60}")
_LETTER = re.compile(r"(?P<capital>LATIN (?:CAPITAL|SMALL) LETTER|LATIN LETTER SMALL CAPITAL) (?P<letter>[A-Z])$")
LAST_LATIN = "\u024f"
PRIMES = "\u02b9\u02ba\u02bb\u02bc\u02bd\u02c8\u02ee"  # letters by their class, which some write for quotation marks
ACCENTS = frozenset("\u02c6\u02c7")  # a circumflex and a caron that stand by themselves
MIN_MIXED = 4  # letters of a word: units are shorter
# No rest of a name or a title that is spaced out as a whole.
_APART = re.compile(r"(?<!\S)(?<!(?<!\S)[A-Za-z] )(?:[a-z] ){3,60}[a-z](?![^\s.,;])")
# Sentences whose words are joined by stops or lines in place of blanks.
_STRUNG = re.compile(r"(?<![\w./:@-])[A-Za-z]{1,30}(?:[._][A-Za-z]{1,30}){5,60}(?![\w/@])")
_OF_SENTENCES = frozenset(
    {"may", "shall", "will", "to", "of", "the", "its", "your", "peut", "les", "des", "du", "ses", "pour", "sans"}
)
_STRUCK = re.compile(rf"(?<=\w)[{STROKES}]\S*")
_FILLED = re.compile(r"[\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufff9-\ufffc\U000e0020-\U000e007f]\S*")
FIRST = "\u017f"  # below are the signs that terms are written with
_BLANKS = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u3000]+")
_NOTHING = re.compile(f"[{UNSEEN}]+")


@functools.cache
def _lookalikes() -> Mapping[str, str]:
    table = read(Path(__file__).with_name("lookalikes.yaml"))
    return {sign: letter for letter, signs in table.items() for sign in signs}


@functools.lru_cache(maxsize=20_000)
def as_read(sign: str) -> str:
    """What a person reads where a sign stands: most often one letter, itself where it looks like no other."""
    if letter := _lookalikes().get(sign):
        return letter
    kind = unicodedata.category(sign)
    if sign < FIRST or kind == "No":  # a number in a circle, or that of a note
        return sign
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    folded = unicodedata.normalize("NFKC", sign)
    if folded.isascii():
        return (
            sign if unicodedata.decomposition(sign).startswith("<super>") and kind == "So" else folded
        )  # a trade mark's
    base = unicodedata.normalize("NFD", sign)[0]
    return base if base.isascii() else _named(sign)


def _named(sign: str) -> str:
    """A letter that only its name tells: a small capital, one in a square; the sign itself where it is none."""
    name = _LETTER.search(unicodedata.name(sign, ""))
    if name is None:
        return sign
    return name["letter"] if name["capital"] == "LATIN CAPITAL LETTER" else name["letter"].lower()


def with_marks(letter: str, marks: str) -> str:
    """A letter and the marks that are put on it: with those that French writes, and without any other."""
    whole = unicodedata.normalize("NFC", letter + marks)
    return whole if len(whole) == 1 and whole < FIRST else as_read(letter)


def of_reference(reference: str) -> str:
    """What a character reference of HTML stands for (`&#97;` is a); itself where it is none."""
    shown = html.unescape(reference)
    return reference if shown == reference else words_as_read(shown)


def words_as_read(text: str) -> str:
    """Words without markup as a person reads them."""
    return "".join(map(as_read, _NOTHING.sub("", _BLANKS.sub(" ", text))))


def is_odd(text: str) -> bool:
    """Whether there is anything in a text that is folded."""
    return not text.isascii() and _FOLDED.search(text) is not None


def letter_by_letter(text: str) -> str:
    """The text with each sign that stands for one other as that one, so that it keeps its length."""
    if text.isascii():
        return text
    found = {sign: as_read(sign) for sign in set(_FOLDED.findall(text))}
    table = {ord(sign): letter for sign, letter in found.items() if len(letter) == 1 and letter != sign}
    return text.translate(table) if table else text


def mixed_words(text: str) -> Iterator[int]:
    """Where words begin that have letters of Latin script among look-alikes of other scripts, or among letters that no language
    mixes with them; letters that stand apart, as if each were a word; and words that do not, as if all were one."""
    yield from (found.start() for found in _APART.finditer(text))
    for strung in _STRUNG.finditer(text):
        if len(_OF_SENTENCES & set(re.split("[._]", strung[0].lower()))) > 1:
            yield strung.start()
    if not is_odd(text):
        return
    known = _lookalikes()
    for word in _WORD.finditer(text):
        letters = word[0].strip(PRIMES)
        if not letters.isascii() and any(map(_is_latin, letters)):
            odd = len(letters) >= MIN_MIXED and any(map(_is_foreign, letters))
            if odd or any(each in known for each in letters):
                yield word.start()


def struck_words(text: str) -> Iterator[int]:
    """Where words have their first letter with a stroke through it."""
    if not text.isascii():
        yield from (found.start() for found in _STRUCK.finditer(text))


def filled_words(text: str) -> Iterator[int]:
    """Where words have a filler in them, which some programs show as a blank and others do not show."""
    if not text.isascii():
        yield from (found.start() for found in _FILLED.finditer(text))


def _is_foreign(letter: str) -> bool:
    """Whether a letter is of another script, or of a phonetic alphabet, and stands for no Latin one. An accent that a bad copy has parted
    from its letter is none, and everybody sees it."""
    if letter <= LAST_LATIN or letter in ACCENTS or not letter.isalpha():
        return False
    return not _NOTHING.match(letter) and not as_read(letter).isascii()


def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith("LATIN")
