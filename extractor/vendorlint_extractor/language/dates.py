"""Dates as contracts print them: 'August 7, 2023', '7 August 2023', '26.02.2020', '2023-08-07'."""

from __future__ import annotations

import datetime
import functools
import re

from vendorlint_extractor.language.lexicon import load_lexicon


@functools.cache
def _pattern(language: str) -> re.Pattern[str]:
    months = "|".join(sorted(load_lexicon(language).cues["months"], key=len, reverse=True))
    return re.compile(
        rf"(?P<iso>\b(\d{{4}})-(\d{{2}})-(\d{{2}})\b)"
        rf"|(?P<month_first>\b({months})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b)"
        rf"|(?P<day_first>\b(\d{{1,2}})(?:st|nd|rd|th|er)?(?: of)?\s+({months})\.?,?\s+(\d{{4}})\b)"
        rf"|(?P<figures>\b(\d{{1,2}})[./](\d{{1,2}})[./](\d{{4}})\b)"
    )


def read_date(text: str, language: str) -> str | None:
    """The first date of a text (lower case) as ISO 8601, or None where there is none or it does not exist.

    Figures alone are read day first, as everywhere but in the US, unless only the US order gives a date.
    """
    months = load_lexicon(language).cues["months"]
    match = _pattern(language).search(text)
    if match is None:
        return None
    groups = [group for group in match.groups()[1:] if group is not None]
    if match["iso"]:
        year, month, day = (int(group) for group in match["iso"].split("-"))
    elif match["month_first"]:
        name, day_text, year_text = groups[-3:]
        year, month, day = int(year_text), months[name], int(day_text)
    elif match["day_first"]:
        day_text, name, year_text = groups[-3:]
        year, month, day = int(year_text), months[name], int(day_text)
    else:
        day, month, year = (int(group) for group in re.split(r"[./]", match["figures"]))
        if month > 12 >= day:
            day, month = month, day
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
