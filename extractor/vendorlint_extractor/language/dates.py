"""Dates as contracts print them: 'August 7, 2023', '7 August 2023', '26.02.2020', '26/02/20', '2023-08-07'.
A month without a day is none."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Dates:
    """A language's names of months (as in text in lower case without accents), its words for days ('fourth') and the pattern of
    its dates."""

    months: Mapping[str, int]
    days: Mapping[str, int]
    pattern: re.Pattern[str]

    def read(self, text: str) -> str | None:
        """The first date of a text (lower case) as ISO 8601, or None where there is none or it does not exist.

        Figures alone are read day first, as everywhere but in the US, unless only the US order gives a date.
        """
        match = self.pattern.search(text)
        if match is None:
            return None
        try:
            return datetime.date(*self._parts(match)).isoformat()
        except ValueError:
            return None

    def _parts(self, match: re.Match[str]) -> tuple[int, int, int]:
        """Year, month, day."""
        if match["iso"]:
            year, month, day = map(int, re.split(r"[-/]", match["iso"]))
            return year, month, day
        if match["figures"]:
            day, month, year = map(int, re.split(r"[./-]", match["figures"]))
            year += 2000 if year < 100 else 0
            return (year, day, month) if month > 12 >= day else (year, month, day)
        if match["month_first"]:
            return int(match["year"]), self.months[match["month_first"]], int(match["day"])
        return int(match["year_last"]), self.months[match["month_last"]], self._day(match["day_first"])

    def _day(self, word: str) -> int:
        return self.days.get(word) or int(word)


def date_cues(raw: Mapping[str, Any]) -> Dates:
    """The dates as a language's cues have them: `months`, the endings of `ordinals` ('3rd'), `spelled_days` ('third'),
    `date_links` ('3rd of May'), `year_links` ('in the year')."""
    months = "|".join(sorted(raw["months"], key=len, reverse=True))
    # Converters of pages put blanks before and into the endings of days ('17t h day').
    ordinal = f"(?: ?(?:{'|'.join(' ?'.join(ending) for ending in raw['ordinals'])}))?"
    spelled = "|".join(sorted(raw["spelled_days"], key=len, reverse=True))
    year = "".join(f"(?: {word})?" for word in raw["year_links"])
    link = "".join(f"(?: {word})?" for word in raw["date_links"])
    return Dates(
        raw["months"],
        raw["spelled_days"],
        re.compile(
            r"\b(?P<iso>\d{4}-\d{2}-\d{2}|\d{4}/\d{2}/\d{2})\b"
            rf"|\b(?P<month_first>{months})\.?\s+(?P<day>\d{{1,2}}){ordinal} ?,?\s+(?P<year>\d{{4}})\b"
            rf"|\b(?P<day_first>\d{{1,2}}|{spelled}){ordinal}\)?{link}\s+(?P<month_last>{months})\.? ?,?{year}\s+(?P<year_last>\d{{4}})\b"
            r"|\b(?P<figures>\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}/\d{1,2}/\d{2})\b"
        ),
    )
