"""What a document's own terms mean."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from vendorlint_extractor.clauses.defined import add_defined, add_own_names, add_stated, quoted_groups
from vendorlint_extractor.language.lexicon import Concept, Stated
from vendorlint_extractor.language.phrases import Phrases

from .make import EN, LANGUAGES, clauses, made_of


def tag(words: str, *texts: str, code: str = "en") -> str | None:
    """What the words become by the definitions of these paragraphs, if they are no words of the language."""
    language = LANGUAGES[code]
    phrases = Phrases(language.tokens, base=language.phrases)
    add_defined(phrases, texts, language)
    form = language.tokens.words(words)
    found = phrases.tag_of(form)
    return None if found == language.phrases.tag_of(form) else found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ('"Widgets" means all files that you upload.', "widgets", "CONTENT"),
        ('All files that you upload are called "Widgets".', "widgets", "CONTENT"),
        ('All files that you upload called "Widgets".', "widgets", None),
        ('We keep more; all files that you upload are together called the "Widgets".', "widgets", "CONTENT"),
        ('All files that you upload; these are called the "Widgets".', "widgets", None),
        ('"Widgets" means people who see the files that you upload.', "widgets", None),  # no data
        ('"Widget Requests" means all files that you upload.', "widget requests", None),
    ],
)
def test_definitions(text: str, words: str, found: str | None) -> None:
    assert tag(words, text) == found


def test_what_is_no_data_may_be_something_else() -> None:
    language = replace(EN, concepts=(Concept("SERVICE", (re.compile("goods"),), (), ()),))
    phrases = Phrases(language.tokens, base=language.phrases)
    add_defined(phrases, ['"Order Requests" means goods.'], language)
    assert phrases.tag_of(("order", "requests")) == "SERVICE"


GOODS = re.compile("goods")


def known(term: str, text: str, *, tag: str = "CONTENT", **forms: str) -> str | None:
    """The tag of a term in a document with this text, in a language whose one concept is of goods."""
    language = replace(EN, concepts=(Concept(tag, (GOODS,), (), ()),))
    phrases = made_of({form.replace("_", " "): other for form, other in forms.items()})
    add_defined(phrases, [text], language)
    return phrases.tag_of(language.tokens.words(term))


@pytest.mark.parametrize("own", ["VENDOR", "CUSTOMER", "AGREEMENT", "SERVICE"])
def test_parties_and_agreements_keep_their_tag(own: str) -> None:
    assert known("Thing", '"Thing" means goods.', thing=own) == own
    assert known("Red Thing", '"Red Thing" means goods.', thing=own) is None


@pytest.mark.parametrize("own", ["CONTENT", "OUTPUT", "FEEDBACK", "PERSONAL", "USAGE"])
def test_data_stays_what_it_is(own: str) -> None:
    assert known("Thing", '"Thing" means goods.', thing=own, tag="DEID") == own
    assert known("Your Thing", '"Your Thing" means goods.', thing=own, tag="DEID") is None
    assert known("Thing", '"Thing" means goods.', thing=own, tag="VENDOR_CONTENT") == "VENDOR_CONTENT"
    assert known("Red Things", '"Red Thing" means goods.', thing=own, tag=own) == own
    assert known("Thing Request", '"Thing Request" means goods.', tag=own) is None  # no data
    assert known("Thing", '"Thing" means people with goods.', tag=own) is None


def test_other_tags_may_change() -> None:
    assert known("Thing", '"Thing" means goods.', thing="AI", tag="MODEL") == "MODEL"
    assert known("Thing Request", '"Thing Request" means goods.', tag="DEID") is None
    assert known("Thing Request", '"Thing Request" means goods.', tag="MODEL") == "MODEL"


def far(text: str, words: str, length: int) -> str:
    """The text with so many commas in the place of '@' that what stands between '<' and '>' is so long."""
    begun, ended = text.index("<"), text.index(">")
    filled = text.replace("@", "," * (length - (ended - begun - 2)))
    assert words in filled
    return filled.replace("<", "").replace(">", "")


@pytest.mark.parametrize(
    ("text", "term", "most"),
    [
        ('"Thing"< means @ goods> and more', "Thing", 500),
        ("Thing: the <the @ goods> and more".replace("the <", "<"), "Thing", 500),
        ('All <goods @ >(the "Thing")', "Thing", 350),
        ('All goods <(@ >"Thing")', "Thing", 60),
    ],
)
def test_how_far_a_definition_reaches(text: str, term: str, most: int) -> None:
    assert known(term, far(text, "goods", most)) == "CONTENT"
    assert known(term, far(text, "goods", most + 1)) is None


def test_brackets_before_a_term_are_open() -> None:
    assert known("Thing", 'All goods (or so) and "Thing" belong to us.') is None
    assert known("Thing", 'All goods (or so "Thing") belong to us.') == "CONTENT"
    assert known("Thing", '(or so "Thing" belongs to us).') is None
    assert known("Thing", 'More goods. All (the "Thing") belong to us.') is None
    assert known("Thing", 'goods (the "Thing") belong to us.') == "CONTENT"


def test_owners_in_definitions() -> None:
    owned = Concept("CONTENT", (re.compile("CUSTOMER's goods$"), re.compile("CUSTOMER goods$")), (), ())
    language = replace(EN, concepts=(owned,))
    for words, found in (
        ("your goods", "CONTENT"),
        ("client's goods", "CONTENT"),
        ("client goods", "CONTENT"),
        ("clients goods", None),
        ("our goods", None),
        ("client'x goods", None),
    ):
        owners = {"your": "CUSTOMER's", "own": "CUSTOMER's", "client": "CUSTOMER", "tenant": "CUSTOMER"}
        phrases = Phrases(language.tokens, owners)
        add_defined(phrases, [f'"Thing" means {words}'], language)
        assert phrases.tag_of(("thing",)) == found


def test_what_the_document_calls_itself() -> None:
    phrases = Phrases(EN.tokens, base=EN.phrases)
    add_own_names(phrases, ["By these Community Terms you agree. This Privacy Policy is it."], EN)
    assert phrases.tag_of(("community", "terms")) == "AGREEMENT"
    assert (
        phrases.tag_of(("privacy", "policy")) == EN.phrases.tag_of(("privacy", "policy"))
        or phrases.tag_of(("privacy", "policy")) == "AGREEMENT"
    )
    known = made_of({"community terms": "CONTENT"}, EN.phrases)
    add_own_names(known, ["By these Community Terms you agree."], EN)
    assert known.tag_of(("community", "terms")) == "CONTENT"


def test_what_clauses_state_of_a_phrase() -> None:
    stated = Stated("CONTENT", (("secret", "things"), ("secrets",)), (re.compile("secrets include"), re.compile("x")))
    language = replace(EN, stated=(stated,))
    phrases = Phrases(language.tokens, base=language.phrases)
    assert not add_stated(phrases, ["all is well"], language)
    assert phrases.tag_of(("secrets",)) is None
    assert add_stated(phrases, ["all is well", "secrets include CONTENT"], language)
    assert [phrases.tag_of(form) for form in (("secrets",), ("secret", "things"))] == ["CONTENT", "CONTENT"]


def test_clauses_are_tagged_anew() -> None:
    [first, *_] = EN.stated
    assert first.forms
    text = "Confidential Information includes your content. You keep Confidential Information."
    assert clauses(text)[-1].text != clauses("You keep Confidential Information.")[-1].text


def groups(text: str) -> list[list[str]]:
    found = list(quoted_groups(text, EN.naming))
    assert all(text[begun] == text[ended - 1] == '"' for begun, ended, _ in found)
    return [group for _, _, group in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nothing", []),
        ('"A"', [["A"]]),
        ('("A," "b" or "c.") and d "E"', [["A", "b", "c"], ["E"]]),
        ('"A" ' + " " * 55 + '"b"', [["A", "b"]]),
        ('"A" ' + " " * 60 + '"b"', [["A"], ["b"]]),
        ('"' + "x" * 80 + '"', [["x" * 80]]),
        ('"' + "x" * 82 + '"', []),
        ('" A " and "b"', [["A", "b"]]),
    ],
)
def test_terms_that_stand_together(text: str, found: list[list[str]]) -> None:
    assert groups(text) == found
