"""Markup and typography taken off."""

from __future__ import annotations

import pytest

from vendorlint_extractor.documents.plain import plain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plain words", "plain words"),
        ("**bold** _and_ *this* __too__ ~~gone~~ `code`", "bold and this too gone code"),
        ("snake_case stays", "snake_case stays"),
        ("[a link](https://x.example/a_(b)) here", "a link here"),
        ("![picture](p.png)text", "text"),
        ("<b>tag</b> a < b", "tag a < b"),
        (r"1\. and \* and \q", "1. and * and \\q"),
        (r"\<no tag\> is \$5 \& more", "<no tag> is $5 & more"),
        ("a line\\\nbroken", "a line broken"),
        ("two  blanks\nand\ta line", "two blanks and a line"),
        ("no\u00a0break\u2003here", "no break here"),
        ("zero\u200bwidth soft\u00adhyphen note\u00b2", "zerowidth softhyphen note"),
        ("\u201cquoted\u201d \u00abici\u00bb it\u2019s \u2018so\u2019", '"quoted" "ici" it\'s \'so\''),
        ("a\u2010b\u2011c\u2012d\u2013e\u2014f\u2026", "a-b-c-d-e - f."),
        ("", ""),
    ],
)
def test_words(text: str, words: str) -> None:
    assert plain(text, 0, len(text)).text == words


def test_a_part_with_its_map() -> None:
    text = "xx **Your  Content** yy"
    found = plain(text, 3, 20)
    assert found.text == "Your Content"
    assert text[slice(*found.source(0, 4))] == "Your"
    assert text[slice(*found.source(4, 5))] == "  "
    assert text[slice(*found.source(5, 12))] == "Content"
    assert text[slice(*found.source(0, 12))] == "Your  Content"


def test_blanks_at_the_beginning_go() -> None:
    assert plain("  a", 0, 3).text == "a"
    assert plain("** a", 0, 4).text == " a"
    assert plain("**  a", 0, 5).text == "a"


def test_markup_ends_where_the_part_does() -> None:
    assert plain("[a](b)", 0, 4).text == "a("
    assert plain(r"a\*", 0, 2).text == "a\\"
