"""A clause's text without what stands in it by the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorlint_extractor.readings import view
from vendorlint_extractor.readings.view import View, without_asides

from .make import EN, FR, LANGUAGES

LONG = "for as long as it is of use to those others"


def shortened(text: str, code: str = "en") -> str:
    found = without_asides(text, 0, LANGUAGES[code].asides)
    return found.text if found else text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        # Between an auxiliary and its verb.
        ("VENDOR may, at any time, use it", "VENDOR may use it"),
        ("VENDOR may, as is said, and for as long as it likes, promptly use it", "VENDOR may promptly use it"),
        ("VENDOR agrees to, on request, delete it", "VENDOR agrees to delete it"),
        ("VENDOR shall not, save as agreed, use it", "VENDOR shall not use it"),
        ("VENDOR may, if it likes; use it", "VENDOR may, if it likes; use it"),
        ("VENDOR may, at (a) one, (b) two", "VENDOR may, at (a) one, (b) two"),
        ("VENDOR may (for as long as it likes) use it", "VENDOR may use it"),
        ("VENDOR may – for as long as it likes – use it", "VENDOR may use it"),
        # Between a subject and its auxiliary.
        ("VENDOR, acting with care, may use it", "VENDOR may use it"),
        ("VENDOR, acting with care, and on request, may use it", "VENDOR may use it"),
        ("VENDOR, with all the care, skill and caution, may use it", "VENDOR may use it"),
        ("CONTENT, which CUSTOMER uploads, shall be deleted", "CONTENT shall be deleted"),
        ("CONTENT (the backups included), with care, may be used", "CONTENT may be used"),
        ("after notice, VENDOR, with care, may end it", "after notice, VENDOR may end it"),
        ("CUSTOMER, VENDOR, may use it", "CUSTOMER, VENDOR, may use it"),
        ("VENDOR, on request, will not sell, will not share", "VENDOR will not sell, will not share"),
        # Between a verb and what it is about.
        ("VENDOR may use, for its own ends, the CONTENT", "VENDOR may use the CONTENT"),
        ("VENDOR may use, for its ends, plans and whims, any CONTENT", "VENDOR may use any CONTENT"),
        (f"VENDOR may use it, {LONG}, to train", "VENDOR may use it to train"),
        ("VENDOR may use it, for its own ends, to train", "VENDOR may use it, for its own ends, to train"),
        (f"VENDOR may use ({LONG}) CONTENT", "VENDOR may use CONTENT"),
        (f"VENDOR may use it ({LONG}), to train", f"VENDOR may use it ({LONG}), to train"),
        # A condition with its main clause.
        ("prices rise, and if CUSTOMER does not like it then and there, CUSTOMER may end it", None),
        ("prices rise, and if CUSTOMER does not like it, CUSTOMER may delete it, and any CONTENT", None),
    ],
)
def test_english(text: str, left: str | None) -> None:
    assert shortened(text) == (left or text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("VENDOR peut, a tout moment, utiliser les CONTENT", "VENDOR peut utiliser les CONTENT"),
        ("VENDOR s'engage, a la demande du CUSTOMER, a les supprimer", "VENDOR s'engage a les supprimer"),
        ("VENDOR ne peut (sauf accord ecrit) les utiliser", "VENDOR ne peut les utiliser"),
        ("VENDOR, agissant avec soin, peut les utiliser", "VENDOR peut les utiliser"),
        ("les CONTENT, que CUSTOMER depose, sont supprimes", "les CONTENT sont supprimes"),
        ("VENDOR peut utiliser, pour ses besoins, les CONTENT", "VENDOR peut utiliser les CONTENT"),
        ("les prix montent, et si CUSTOMER ne le souhaite vraiment pas, il peut resilier", None),
    ],
)
def test_french(text: str, left: str | None) -> None:
    assert shortened(text, "fr") == (left or text)


def test_lengths() -> None:
    assert (view.LONGEST, view.BRACKETS, view.LONG) == (600, 12, 35)
    for words, left in ((55, "VENDOR may use it"), (65, None)):
        text = f"VENDOR may, as it said{' and so on' * words}, use it"
        assert shortened(text) == (left or text)
    assert shortened("VENDOR may (12345678901) use it") == "VENDOR may (12345678901) use it"
    assert shortened("VENDOR may (123456789012) use it") == "VENDOR may use it"


def test_where_its_own_words_begin() -> None:
    lead = "VENDOR may, at will, do so: "
    text = f"{lead}VENDOR may, on request, use it"
    for own_start, found in ((0, 0), (10, 10), (14, 10), (len(lead), len("VENDOR may do so: "))):
        held = without_asides(text, own_start, EN.asides)
        assert held
        assert (held.text, held.own_start) == ("VENDOR may do so: VENDOR may use it", found)


def test_spans_lead_back() -> None:
    held = View("ab", 0, ((1, 4), (5, 7)))  # of 'a---b--'
    assert (held.origin(0, 1), held.origin(1, 2), held.origin(0, 2)) == ((0, 1), (4, 5), (0, 5))
    assert (held.around(0, 1), held.around(1, 2)) == ((0, 4), (1, 7))
    assert (held.shown(0, 1), held.shown(4, 5), held.shown(0, 7)) == ((0, 1), (1, 2), (0, 2))
    assert (held.shown(1, 4), held.shown(3, 5), held.shown(5, 7)) == (None, None, None)
    assert (View("ab", 0).origin(1, 2), View("ab", 0).shown(1, 2)) == ((1, 2), (1, 2))


WORDS = ["VENDOR", "may", "use", "CONTENT", "at", "will", ",", ",", ", for", ", and", "(as is said)", " – ", "; "]


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.sampled_from([EN, FR]))
def test_what_is_left_stands_in_the_text_in_its_order(text: str, language) -> None:
    held = without_asides(text, 0, language.asides) or View(text, 0)
    places = [held.origin(at, at + 1) for at in range(len(held.text))]
    assert places == sorted(places)
    assert [text[begin:end] for begin, end in places] == list(held.text)
    assert [held.shown(*place) for place in places] == [(at, at + 1) for at in range(len(held.text))]
