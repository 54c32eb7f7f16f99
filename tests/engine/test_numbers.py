"""Numbers and what they count."""

import pytest

from vendorlint_extractor.language.numbers import number_cues

from .make import EN, FR, LANGUAGES

RAW = {
    "numbers": {"un": 1}, "number_links": ["et"], "unit_adjectives": ["full"], "unit_nouns": ["days?"],
    "scaled_currency": "euros", "amount_scales": {}, "multiples": {}, "units": {"day": "day"}, "currencies": {"euro": "EUR"},
    "periods": {"2 days": "pair"}, "period_words": ["pair"], "days_by_number": "{day} (?P<unit>day)", "counted_days": {"first": 1},
    "half": " half",
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "matches"),
    [
        *(("en", f" {unit}", True) for unit in ("day", "days", "month", "years", "hours", "weeks", "percent")),
        *(
            ("en", f" {adjective} days", True)
            for adjective in (
                "calendar",
                "business",
                "working",
                "full",
                "consecutive",
                "clear",
                "prior",
                "more",
                "additional",
            )
        ),
        ("en", "-month", True),
        ("en", " (12) months", True),
        ("en", " (12)prior  business days", True),
        ("en", " parties", False),
        ("en", " daytime", False),
        *(
            ("fr", f" {unit}", True)
            for unit in ("jour", "jours", "mois", "an", "ans", "annee", "heures", "semaine", "mensualites", "trimestre")
        ),
        *(("fr", f" {adjective} mois", True) for adjective in ("derniers", "dernieres", "premier", "premiere")),
        ("fr", " parties", False),
    ],
)
def test_what_a_number_counts(code: str, text: str, matches: bool) -> None:
    assert bool(LANGUAGES[code].numbers.unit.match(text)) == matches


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("one hundred dollars", "100"),
        ("two-thousand u.s. dollars", "2000"),
        ("two thousand u.s. dollars", "2000"),
        ("one million us euros", "1000000"),
        ("one million united states dollars", "1000000"),
        ("two million canadian dollars", "2000000"),
        ("two million australian dollars", "2000000"),
        ("two million pounds", "2000000"),
        ("two million swiss francs", "2000000"),
        ("two million users", None),
    ],
)
def test_numbers_stand_before_a_currency(text: str, figure: str | None) -> None:
    found = EN.numbers.read(text, 0, text.partition(" ")[0])
    assert (found and found[0]) == figure


def test_words_and_figures() -> None:
    assert (EN.numbers.words["thirty"], FR.numbers.words["trente"]) == (30, 30)
    assert (EN.numbers.links, FR.numbers.links) == ({"hundred", "thousand", "and"}, {"et"})
    assert (EN.numbers.scales, FR.numbers.scales) == (
        {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000},
        {"cent": 100, "cents": 100, "mille": 1000, "million": 1_000_000, "millions": 1_000_000},
    )
    assert (EN.numbers.units["quarters"], FR.numbers.units["mensualites"]) == ("quarter", "month")
    assert (EN.numbers.currencies["us$"], FR.numbers.currencies["francs suisses"]) == ("USD", "CHF")


def test_a_scale_is_of_the_figure_before_it() -> None:
    assert EN.numbers.read("2 million euros", 2, "million") is None
    assert EN.numbers.read("a million euros", 2, "million") == ("1000000", 9)
    assert (EN.numbers.amount_scales["m"], FR.numbers.amount_scales["millions"]) == (1_000_000, 1_000_000)


def test_a_language_without_scales_has_none() -> None:
    numbers = number_cues(RAW | {"scales": {}})
    assert numbers.read("un cent euros", 0, "un") is None
    assert number_cues(RAW | {"scales": {"cent": 100}}).read("un cent euros", 0, "un") == ("100", 7)


@pytest.mark.parametrize(
    ("code", "text", "figure"),
    [
        ("en", "ten (15) days", "10\u00a615"),
        ("en", "15 (ten) days", "10\u00a615"),
        ("en", "ninety (30) calendar days", "90\u00a630"),
        ("fr", "trente (60) jours", "30\u00a660"),
        ("en", "ten (10) days", "10"),
        ("en", "10 (ten) days", "10"),
        ("en", "section two (15) of it", "15"),
    ],
)
def test_words_that_disagree_with_their_figure_stand_beside_it(code: str, text: str, figure: str) -> None:
    numbers, words = LANGUAGES[code].numbers, text.split()
    start = next(text.index(word) for word in words if numbers.begins(word))
    found = numbers.read(text, start, text[start:].split(maxsplit=1)[0])
    assert found and found[0] == figure


@pytest.mark.parametrize(
    ("code", "text", "word", "written"),
    [
        ("en", "a fortnight's notice", "a", "14 days"),
        ("en", "the fortnight after", "the", "14 days"),
        ("en", "half a year of fees", "half", "6 months"),
        ("en", "a half-year before", "a", "6 months"),
        ("en", "a year and a half later", "a", "18 months"),
        ("en", "half a day later", "half", "12 hours"),
        ("en", "a month's prior written notice", "a", "1 month"),
        ("en", "a business day before it", "a", "1 business day"),
        ("en", "within a week of it", "a", "1 week"),
        ("en", "10 euros a month", "a", None),
        ("en", "once in a year", "a", None),
        ("en", "the thirtieth (30th) day after receipt", "the", "30 day"),
        ("en", "30th business day following it", "30th", "30 business day"),
        ("en", "the tenth day of may", "the", None),
        ("en", "the first day of it", "the", None),
        ("en", "three and a half percent", "three", "3_5"),
        ("en", "two point five per cent", "two", "2_5"),
        ("en", "three and a half stars", "three", None),
        ("fr", "quinzaine de jours apres", "quinzaine", "15 jours"),
        ("fr", "la huitaine de la facture", "la", "8 jours"),
        ("fr", "une trentaine de jours", "une", "30 jours"),
        ("fr", "un an et demi", "un", "18 mois"),
        ("fr", "un semestre", "un", "6 mois"),
        ("fr", "dans le mois qui suit", "le", "1 mois"),
        ("fr", "dans le mois de mai", "le", None),
        ("fr", "le trentieme jour ouvre suivant", "le", "30 jour ouvre"),
        ("fr", "le premier jour du mois", "le", None),
        ("fr", "trois virgule cinq pour cent", "trois", "3_5"),
        ("fr", "deux et demi pour cent", "deux", "2_5"),
    ],
)
def test_periods_and_halves_in_words(code: str, text: str, word: str, written: str | None) -> None:
    numbers = LANGUAGES[code].numbers
    start = text.index(word)
    assert numbers.begins(word)
    found = numbers.read(text, start, word)
    assert (found and found[0]) == written
