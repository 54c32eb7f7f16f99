"""Phrases that become tags: the longest counts, and a document's come before the language's."""

from __future__ import annotations

import pytest

from vendorlint_extractor.language.phrases import Phrases

from .make import EN, made_of

BASE = made_of(
    {
        "service": "SERVICE",
        "service provider": "SUBCONTRACTOR",
        "your content": "CONTENT",
        "we": "VENDOR",
        "us": "VENDOR",
    }
)


@pytest.fixture
def phrases() -> Phrases:
    known = Phrases(EN.tokens, base=BASE)
    known.add(("acme",), "VENDOR")
    known.add(("acme", "cloud", "service"), "SERVICE")
    known.add(("we",), "CUSTOMER")
    return known


@pytest.mark.parametrize(
    ("text", "index", "found"),
    [
        ("service", 0, ("SERVICE", 1, False)),
        ("the service provider", 1, ("SUBCONTRACTOR", 3, False)),
        ("service providers", 0, ("SERVICE", 1, False)),
        ("acme cloud", 0, ("VENDOR", 1, False)),  # the longer phrase is not whole
        ("acme cloud service", 0, ("SERVICE", 3, False)),
        ("acme's cloud", 0, ("VENDOR", 1, True)),
        ("service provider's staff", 0, ("SUBCONTRACTOR", 2, True)),
        ("cloud", 0, None),
        ("your service", 0, None),
        ("cloud's", 0, None),
        ("acme's service", 1, ("SERVICE", 2, False)),
    ],
)
def test_longest(phrases: Phrases, text: str, index: int, found: tuple[str, int, bool] | None) -> None:
    assert phrases.longest(EN.tokens.words(text), index) == found


def test_a_document_s_phrase_counts_where_both_are_as_long(phrases: Phrases) -> None:
    assert phrases.longest(("we",), 0) == ("CUSTOMER", 1, False)
    assert BASE.longest(("we",), 0) == ("VENDOR", 1, False)


def test_a_longer_phrase_of_the_language_counts(phrases: Phrases) -> None:
    phrases.add(("service",), "CONTENT")
    assert phrases.longest(("service", "provider"), 0) == ("SUBCONTRACTOR", 2, False)


def test_tags_of_whole_phrases(phrases: Phrases) -> None:
    assert [phrases.tag_of(form) for form in [("we",), ("us",), ("acme", "cloud"), ("service", "provider")]] == [
        "CUSTOMER",
        "VENDOR",
        None,
        "SUBCONTRACTOR",
    ]
    assert BASE.tag_of(("acme",)) is None


def test_what_phrases_begin_with(phrases: Phrases) -> None:
    assert [phrases.begins(word) for word in ("acme", "service", "provider", "cloud")] == [True, True, False, False]
    assert [BASE.begins(word) for word in ("acme", "service")] == [False, True]
    assert phrases.first_words == {"acme", "we", "us", "service", "your"}
    assert BASE.first_words == {"we", "us", "service", "your"}


def test_single_words_of_a_tag(phrases: Phrases) -> None:
    assert sorted(phrases.single_words("VENDOR")) == ["acme", "us"]  # 'we' is the customer's here
    assert sorted(phrases.single_words("CUSTOMER")) == ["we"]
    assert sorted(BASE.single_words("VENDOR")) == ["us", "we"]


def test_phrases_without_any() -> None:
    assert Phrases(EN.tokens).longest(("we",), 0) is None


def test_a_proper_phrase_needs_a_capital() -> None:
    known = Phrases(EN.tokens, base=BASE)
    assert not known.is_proper(("company",))
    known.add(("company",), "VENDOR", proper=True)
    known.add(("firm",), "VENDOR")
    assert [known.is_proper(words) for words in ((), ("company",), ("company's",), ("firm",), ("red", "company"))] == [
        False,
        True,
        True,
        False,
        False,
    ]
