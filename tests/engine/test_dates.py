"""Dates of terms."""

import pytest

from .make import EN, FR, LANGUAGES


@pytest.mark.parametrize(
    ("code", "text", "date"),
    [
        ("en", "effective august 7, 2023", "2023-08-07"),
        ("en", "sept. 3rd, 2031", "2031-09-03"),
        ("en", "dec 31 1999", "1999-12-31"),
        ("en", "7 august 2023", "2023-08-07"),
        ("en", "1st of may, 2030", "2030-05-01"),
        ("en", "22nd march 2030 or 1 april 2031", "2030-03-22"),
        ("en", "this 17t h day of october, 2007", "2007-10-17"),
        ("en", "this 1 st day of may 2006", "2006-05-01"),
        ("en", "this fourth day of may, 2031", "2031-05-04"),
        ("en", "on the twenty-first of may 2031", "2031-05-21"),
        ("en", "thirty first day of may 2031", "2031-05-31"),
        ("en", "the 1st day of june , 2031 and june 1 , 2032", "2031-06-01"),
        ("en", "updated november, 2023", None),  # a month is no date
        ("en", "july 2023, then 4 august 2024", "2024-08-04"),
        ("en", "26.02.2020", "2020-02-26"),
        ("en", "26-02-2020", "2020-02-26"),
        ("en", "26/02/20", "2020-02-26"),  # a short year is of this century
        ("en", "26.02.20", None),  # a section as well
        ("en", "2020/02/26", "2020-02-26"),
        ("en", "2/26/2020", "2020-02-26"),  # only the order of the US gives a date
        ("en", "5/6/2020", "2020-06-05"),
        ("en", "12/12/2020", "2020-12-12"),
        ("en", "5/12/2020", "2020-12-05"),
        ("en", "12/13/2020", "2020-12-13"),
        ("en", "13/14/2020", None),
        ("en", "2023-08-07", "2023-08-07"),
        ("en", "12023-08-07", None),
        ("en", "february 30, 2023", None),
        ("en", "7 août 2023", None),
        ("en", "no date", None),
        ("fr", "1er aout 2023", "2023-08-01"),
        ("fr", "le 14 fevrier 2031", "2031-02-14"),
        ("fr", "le premier mai 2031", "2031-05-01"),
        ("fr", "3 janv. 2030", "2030-01-03"),
        ("fr", "version : janvier 2025", None),
        ("fr", "7 august 2023", None),
    ],
)
def test_date(code: str, text: str, date: str | None) -> None:
    assert LANGUAGES[code].dates.read(text) == date


@pytest.mark.parametrize("ending", ["st", "nd", "rd", "th", ""])
def test_endings_of_days(ending: str) -> None:
    assert EN.dates.read(f"may 4{ending}, 2030") == EN.dates.read(f"4{ending} of may 2030") == "2030-05-04"


def test_months() -> None:
    assert {name: EN.dates.read(f"1 {name} 2030") for name in EN.dates.months} == {
        name: f"2030-{number:02}-01" for name, number in EN.dates.months.items()
    }
    assert sorted(set(EN.dates.months.values())) == sorted(set(FR.dates.months.values())) == list(range(1, 13))
