"""The language of a document."""

import pytest

from vendorlint_extractor.documents.file import DocumentError
from vendorlint_extractor.language.detect import LANGUAGE_SAMPLE, MIN_DISTINCT, MIN_SHARE, SHORT_TEXT, detect_language

from ..reading import EXTRACTOR
from .make import document

LITTLE = {"aa": {"an", "ax"}, "bb": {"bo", "by"}, "cc": {"co", "ci"}}


NONE = "is in a language that vendorlint cannot read; it reads: aa, bb"
OTHER = "is in a language (cc) that vendorlint cannot read; it reads: aa, bb"
NAMES = "holds names and figures and no sentence; nothing was read of it"


def told(text: str) -> str:
    try:
        return detect_language(document(text), LITTLE, ["aa", "bb"])
    except DocumentError as error:
        return error.message


def test_limits() -> None:
    assert (LANGUAGE_SAMPLE, MIN_SHARE, SHORT_TEXT, MIN_DISTINCT) == (50_000, 0.12, 60, 2)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("an AX word", "aa"),
        ("bo by an", "bb"),
        ("an", "is a stub of 1 word; expected the terms of a vendor, or a name that begins with '_' for a note"),
        (
            "an an an word",
            "is a stub of 4 words; expected the terms of a vendor, or a name that begins with '_' for a note",
        ),  # one word by chance
        (
            "word " * 7,
            "is a stub of 7 words; expected the terms of a vendor, or a name that begins with '_' for a note",
        ),
        ("| word | word |", "holds a table and no sentence; nothing was read of it"),
        ("word " * 8, NAMES),
        ("word word word. " * 7, NONE),
        ("- word word\n" * 20, "holds a list and no sentence; nothing was read of it"),
        ("| word | word |\n" * 20, "holds a table and no sentence; nothing was read of it"),
        ("an an an word. " * 6, NONE),
        ("co ci word. " * 7, OTHER),
        # Of 100 words 12 are enough, of 50 words 3.
        ("an ax " * 6 + "word " * 88, "aa"),
        ("an ax " * 5 + "word " * 90, NAMES),
        ("an ax an " + "word " * 47, "aa"),
        ("an ax " + "word " * 48, NAMES),
        # From sixty words on it is 12 of a hundred: 8 of 60.
        ("an ax " * 2 + "word " * 56, NAMES),
        ("an ax " * 2 + "word " * 55, "aa"),
        # Sentences tell where all the words together do not.
        ("| word | word |\n" * 40 + "\nAn ax and more is said here of it, as it is.", "aa"),
        ("| word | word |\n" * 40 + "\nCo ci and more is said here of it, as it is.", OTHER),
    ],
)
def test_told_by_its_little_words(text: str, found: str) -> None:
    assert told(text) == found


def test_only_the_beginning_counts() -> None:
    assert told("an ax " + "bo by " * 20_000) == "bb"
    assert told("an ax. " * (LANGUAGE_SAMPLE // 7 + 1) + "bo by " * 20_000) == "aa"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("You may use the Service and we will not sell your data.", "en"),
        ("Vous utilisez le service et nous ne vendons pas vos données.", "fr"),
    ],
)
def test_shipped_languages(text: str, code: str) -> None:
    assert EXTRACTOR.language_of(document(text)) == code
