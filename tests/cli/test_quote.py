"""How quotes are shown: escaped, wrapped, marked, cut."""

import pytest

from vendorlint.reports.parts.quote import quote_lines
from vendorlint.unsafe import escape


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Café “terms” – 中文", "Café “terms” – 中文"),
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("a\tb\r\nc", "a\\tb\\r\\nc"),
        ("\u202eevil\u2066\u200b\ufeff", "\\u202eevil\\u2066\\u200b\\ufeff"),
        ("\x9b2J\U000e0041\udc80", "\\x9b2J\\U000e0041\\udc80"),
    ],
)
def test_escape(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_words_that_overlap_are_marked_once() -> None:
    words = ["use Content", "Content to train"]
    assert quote_lines("We use Content to train.", words, color=False) == [
        "We use Content to train.",
        "   ^^^^^^^^^^^^^^^^^^^^",
    ]
    assert quote_lines("We use Content to train.", words, color=True) == ["We \x1b[1;4muse Content to train\x1b[0m."]


def test_marks_go_on_in_the_next_line() -> None:
    start = "word " * 18
    assert quote_lines(f"{start}may train models.", ["may train models"], color=False) == [
        f"{start}may",
        f"{' ' * 90}^^^",
        "train models.",
        "^^^^^^^^^^^^",
    ]


def test_long_quote_is_cut_to_its_telling_lines() -> None:
    line = "word " * 19
    quote = f"{line * 4}we train {line * 6}".strip()
    assert quote_lines(quote, ["we train"], color=False) == [
        "[…]",
        line.strip(),
        "we train " + ("word " * 17).strip(),
        "^^^^^^^^",
        line.strip(),
        "[…]",
    ]


def test_word_longer_than_a_line_is_broken() -> None:
    assert quote_lines("x" * 200, [], color=False) == ["x" * 96, "x" * 96, "x" * 8]


@pytest.mark.parametrize("quote", ["", "  "])
def test_empty_quote(quote: str) -> None:
    assert quote_lines(quote, [""], color=False) == []
