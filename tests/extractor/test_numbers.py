"""Numbers as contracts print and spell them, amounts made of them, dates, and blanks that a page lost."""

import pytest

from vendorlint_extractor.documents.plain import plain
from vendorlint_extractor.documents.spans import inserted

from ..reading import EXTRACTOR
from .clauses_of import clauses_of, texts_of

EN, FR = EXTRACTOR.language("en"), EXTRACTOR.language("fr")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Pay in thirty (30) days.", "en", "30 days"),
        ("Pay in 30 (thirty) days.", "en", "30 days"),
        ("Pay in 72 (seventy-two) hours.", "en", "72 hours"),
        ("Pay in thirty-seven days.", "en", "37 days"),
        ("Pay in one hundred and eighty days.", "en", "180 days"),
        ("It is a twelve-month plan.", "en", "12-month plan"),
        ("It is a forty-two-day plan.", "en", "42-day plan"),
        ("Pay in nineteen full days.", "en", "19 full days"),
        ("Pay two thousand five hundred euros.", "en", "2500 euros"),
        ("Pay five hundred thousand (500,000) dollars.", "en", "500000 dollars"),
        ("Pay in 30 (or more) days.", "en", "30 (or more) days"),
        ("Pay one or more days.", "en", "one or more days"),
        ("Payez sous 48 (quarante-huit) heures.", "fr", "48 heures"),
        ("Payez sous trente (30) jours.", "fr", "30 jours"),
        ("Payez sous quatre-vingt-quinze jours.", "fr", "95 jours"),
        ("Payez sous soixante-quinze jours.", "fr", "75 jours"),
        ("Payez sous vingt et un jours.", "fr", "21 jours"),
        ("Payez deux cents euros.", "fr", "200 euros"),
        ("Payez cent mille (100 000) euros.", "fr", "100000 euros"),
        ("Une fois payé, tout va.", "fr", "une fois"),
    ],
)
def test_numbers(text: str, language: str, expected: str) -> None:
    assert expected in texts_of(text, language)[0]


@pytest.mark.parametrize(
    ("word", "times"), [("two", 2), ("3", 3), ("twice", 2), ("forty-two", 42), ("the", None), ("9" * 400, 999999)]
)
def test_a_multiple(word: str, times: int | None) -> None:
    assert EN.numbers.multiple(word) == times


def test_a_french_multiple() -> None:
    assert (FR.numbers.multiple("double"), FR.numbers.multiple("deux")) == (2, 2)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("this 6th day of march 2006", "2006-03-06"),
        ("this 6 day of march, 2006", "2006-03-06"),
        ("march 6, 2006", "2006-03-06"),
        ("2006-03-06", "2006-03-06"),
        ("06.03.2006", "2006-03-06"),
    ],
)
def test_dates(text: str, date: str) -> None:
    assert EN.dates.read(text) == date


@pytest.mark.parametrize(("text", "date"), [("le 1er mars 2031", "2031-03-01"), ("le 07.02.2031", "2031-02-07")])
def test_french_dates(text: str, date: str) -> None:
    assert FR.dates.read(text) == date


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Effective May 7, 2032Older version", "en", "2032 older"),
        ("Pay in fifteen (15)working days.", "en", "15 working days"),
        ("Pay within 15days of it, the 3rd time.", "en", "15 days of it, the 3rd time"),
        ("Payez sous 15jours, la 2e fois.", "fr", "15 jours, la 2e fois"),
        ("They owe us a duty ofconfidentiality.", "en", "of confidentiality"),
        ("The monthly invoices are sent. Pay theinvoices.", "en", "the invoices"),
        (
            "The laws ofthe land. The terms ofthe deal, subject tothis rule.",
            "en",
            "laws of the land. AGREEMENT of the deal, subject to this rule",
        ),
        ("Withholding taxes are yours. A holding pays.", "en", "withholding"),
        ("Reached by theirs and together.", "en", "together"),
        ("All parts stay our property.You pay us.", "en", "property. CUSTOMER pay VENDOR."),
        ("It was built by Booked.Com and sold.", "en", "by booked.com and"),
        ("Tout reste notre bien.Vous payez.", "fr", "bien. CUSTOMER payez."),
        ("En vigueur le 7 mai 2032Ancienne version", "fr", "2032 ancienne"),
        ("Payez sous quinze (15)jours.", "fr", "15 jours"),
        ("Les factures partent. Payez lesfactures.", "fr", "les factures"),
        ("La règle par laquelle on va, quelle que soit la date.", "fr", "laquelle"),
    ],
)
def test_blanks_that_a_page_lost(text: str, language: str, expected: str) -> None:
    assert expected in " ".join(texts_of(text, language))


def test_a_word_that_stands_alone_far_oftener_is_glued_however_often() -> None:
    assert "the widgets" in " ".join(texts_of("See thewidgets. " * 2 + "Count widgets. " * 10))
    assert "thewidgets" in " ".join(texts_of("See thewidgets. " * 2 + "Count widgets. " * 9))


def test_a_word_that_returns_is_one() -> None:
    assert "theinvoices" in " ".join(texts_of("Pay theinvoices. The invoices. See theinvoices."))


def test_the_way_back_over_a_blank() -> None:
    text = "Pay **in** (15)days of it."
    derived = inserted(plain(text, 0, len(text)), [11])
    assert derived.text == "Pay in (15) days of it."
    assert [
        text[slice(*derived.source(i, i + 4))] for i in (derived.text.index("days"), derived.text.index("(15)"))
    ] == ["days", "(15)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cap is US$250 in all.", "us$250"),
        ("The laws of the US apply here.", "of the us apply"),
        ("You tell us of it.", "tell VENDOR of"),
        ("YOU TELL US OF IT AT ONCE.", "tell VENDOR of"),
        ("The cap is U.S.$ 250 in all.", "u·s·$ 250"),
    ],
)
def test_us_in_capitals_is_a_country(text: str, expected: str) -> None:
    assert expected in texts_of(text)[0]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ('"Notice Period" means a period of sixty (60) days. You leave within the Notice Period.', "en", "CUSTOMER leave within 60 days."),
        ('We erase it in ninety days (the "Deletion Period"). We keep it for the Deletion Period.', "en", "VENDOR keep it for 90 days."),
        ('"Notice Period" means the time that we agree. You leave within the Notice Period.', "en", "CUSTOMER leave within the notice period."),
        ('"Billing Period" means 30 days. You pay each Billing Period.', "en", "CUSTOMER pay each billing period."),
        ("« Délai de préavis » désigne soixante (60) jours. Vous partez dans le délai de préavis.", "fr", "CUSTOMER partez dans 60 jours."),
        ("Elles restent trente jours (la « Période de conservation »). Vous les lisez pendant la Période de conservation.", "fr", "CUSTOMER les lisez pendant 30 jours."),
    ],
)  # fmt: skip
def test_periods_that_definitions_set(text: str, language: str, expected: str) -> None:
    assert clauses_of(text, language)[-1].text == expected
