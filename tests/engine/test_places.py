"""Places as ISO 3166 codes."""

import pytest

from vendorlint_extractor import shipped
from vendorlint_extractor.language import places
from vendorlint_extractor.language.places import read_places

from .make import LANGUAGES


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("en", "the laws of the state of delaware, united states", "US-DE"),
        ("en", "the united states and delaware", "US-DE"),
        ("en", "santa clara county, california", "US-CA"),
        ("en", "new york city", "US-NY"),
        ("en", "the courts of washington, dc", "US-DC"),
        ("en", "the courts of washington", "US-WA"),
        ("en", "england and wales", "GB-ENG"),
        ("en", "ireland and france", "IE"),
        ("en", "delawarean law", None),
        ("en", "the moon", None),
        ("fr", "les tribunaux de paris", "FR"),
        ("fr", "l'irlande", "IE"),
        ("fr", "la lune", None),
    ],
)
def test_place(code: str, text: str, place: str | None) -> None:
    assert LANGUAGES[code].places.read(text) == place


@pytest.mark.parametrize(
    ("code", "text", "countries"),
    [
        ("en", "ireland, the uk and california", ["IE", "GB", "US"]),
        ("en", "the eu (ireland), and the eea", ["EEA", "IE"]),
        ("en", "germany, but not outside of the eea", ["DE"]),
        ("en", "countries outside the united states", []),
        ("en", "the policy at https://corsair.eu/uk", []),
        ("en", "the moon", []),
        ("fr", "france et au sein de l'union europeenne", ["FR", "EEA"]),
        ("fr", "pays situes hors de l'union europeenne", []),
    ],
)
def test_countries(code: str, text: str, countries: list[str]) -> None:
    assert LANGUAGES[code].scopes.regions.countries(text) == countries


def test_longer_names_come_first(tmp_path, monkeypatch) -> None:
    (tmp_path / "places.yaml").write_text("xx:\n  AA: [york]\n  BB-C: [york minster, st. x]\n", encoding="utf-8")
    monkeypatch.setattr(places, "FOLDER", tmp_path)
    monkeypatch.setattr(shipped, "ROOT", tmp_path)
    found = read_places("xx")
    assert found.codes == {"york": "AA", "york minster": "BB-C", "st. x": "BB-C"}
    assert [found.read(text) for text in ("york minster", "york", "stx x")] == ["BB-C", "AA", None]
