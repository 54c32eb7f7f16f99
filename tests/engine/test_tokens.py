"""How text is cut into words and marks, and how words are written."""

import pytest

from vendorlint_extractor.language.tokens import build_plurals, build_tokens, fold_case

from .make import EN, FR


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Your Content", "your content"),
        ("À l'Éditeur, œuvre et Ÿ", "a l'editeur, ouvre et y"),
        ("İstanbul É", "İstanbul e"),  # its small letter is two characters long
    ],
)
def test_case_is_folded_without_a_change_of_length(text: str, folded: str) -> None:
    assert (fold_case(text), len(fold_case(text))) == (folded, len(text))


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [
        ("Your Content", ("your", "content"), ("your", "content")),
        (
            "L'utilisateur d'un Service",
            ("l'utilisateur", "d'un", "service"),
            ("l'", "utilisateur", "d'", "un", "service"),
        ),
        ("l'a", ("l'a",), ("l'a",)),  # an elided word stands before one of two letters or more
        ("Qu'elles, jusqu'au", ("qu'elles", "jusqu'au"), ("qu'", "elles", "jusqu'", "au")),
        (
            "Third-Party R&D and/or A & B",
            ("third-party", "r&d", "and/or", "a", "&", "b"),
            ("third-party", "r&d", "and/or", "a", "&", "b"),
        ),
        ("(30) days.", ("30", "days"), ("30", "days")),
    ],
)
def test_words(text: str, english: tuple[str, ...], french: tuple[str, ...]) -> None:
    assert (EN.tokens.words(text), FR.tokens.words(text)) == (english, french)


def test_tokens_are_words_and_marks() -> None:
    assert EN.tokens.token.findall("you (the customer), 1,000.") == [
        "you",
        "(",
        "the",
        "customer",
        ")",
        ",",
        "1",
        ",",
        "000",
        ".",
    ]
    assert FR.tokens.token.findall("l'an : d'été") == ["l'", "an", ":", "d'", "été"]


@pytest.mark.parametrize(("word", "owner"), [("vendor's", "vendor"), ("vendor", None), ("vendors'", None)])
def test_owner(word: str, owner: str | None) -> None:
    assert EN.tokens.owner(word) == owner
    assert FR.tokens.owner(word) is None


@pytest.mark.parametrize(
    ("phrase", "forms"),
    [
        (("service",), [("service",), ("services",)]),
        (("third", "party"), [("third", "party"), ("third", "parties")]),
        (("key",), [("key",), ("keys",)]),
        (("terms",), [("terms",)]),
        (("y",), [("y",), ("ys",)]),
    ],
)
def test_plurals(phrase: tuple[str, ...], forms: list[tuple[str, ...]]) -> None:
    assert list(EN.plurals.forms(phrase)) == forms
    assert list(FR.plurals.forms(phrase)) == forms


def test_the_first_rule_counts_and_changes_one_ending() -> None:
    plurals = build_plurals([{"ending": "a", "plural": "e"}, {"ending": "$", "plural": "s"}])
    assert list(plurals.forms(("data",))) == [("data",), ("deta",)]
    assert list(plurals.forms(("tree",))) == [("tree",), ("trees",)]


def test_a_language_without_elision() -> None:
    tokens = build_tokens([], ["'s", "s'"])
    assert tokens.words("d'une") == ("d'une",)
    assert (tokens.owner("users'"), tokens.owner("user's"), tokens.possessives) == ("user", "user", ("'s", "s'"))
