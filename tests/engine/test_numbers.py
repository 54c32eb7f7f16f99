"""Numbers and what they count."""

import pytest

from vendorlint_extractor.language.numbers import number_cues

from .make import EN, FR, LANGUAGES

RAW = {
    "numbers": {"un": 1}, "number_links": ["et"], "unit_adjectives": ["full"], "unit_nouns": ["days?"],
    "scaled_currency": "euros", "units": {"day": "day"}, "currencies": {"euro": "EUR"},
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
    ("text", "scale"),
    [
        (" hundred dollars", "hundred"),
        ("-thousand u.s. dollars", "thousand"),
        (" million us euros", "million"),
        (" million united states dollars", "million"),
        (" million canadian dollars", "million"),
        (" million australian dollars", "million"),
        (" million pounds", "million"),
        (" million swiss francs", "million"),
        (" million users", None),
    ],
)
def test_scales_stand_before_a_currency(text: str, scale: str | None) -> None:
    match = EN.numbers.scaled.match(text)
    assert (match and match[1]) == scale


def test_words_and_figures() -> None:
    assert (EN.numbers.words["thirty"], FR.numbers.words["trente"]) == (30, 30)
    assert (EN.numbers.links, FR.numbers.links) == ({"hundred", "thousand", "and"}, {"et"})
    assert (EN.numbers.scales, FR.numbers.scales) == ({"hundred": 100, "thousand": 1000, "million": 1_000_000}, {})
    assert (EN.numbers.units["quarters"], FR.numbers.units["mensualites"]) == ("quarter", "month")
    assert (EN.numbers.currencies["us$"], FR.numbers.currencies["francs suisses"]) == ("USD", "CHF")


def test_a_language_without_scales_has_none() -> None:
    numbers = number_cues(RAW | {"scales": {}})
    assert not numbers.scaled.search(" euros")
    assert number_cues(RAW | {"scales": {"cent": 100}}).scaled.match(" cent euros")
