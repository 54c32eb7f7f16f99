"""Jurisdictions: names of countries, states, provinces, nations and court cities as ISO 3166 codes."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

import yaml

from vendorlint_extractor.language.lexicon import FOLDER
from vendorlint_extractor.ontology import LOADER


@functools.cache
def _names(language: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    raw = yaml.load((FOLDER / "places.yaml").read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader
    codes = {name: code for code, names in raw[language].items() for name in names}
    longest_first = sorted(codes, key=len, reverse=True)
    # No \b, which does not hold behind the full stop of 'U.S.'.
    return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, longest_first)) + r")(?!\w)"), codes


def read_place(text: str, language: str) -> str | None:
    """The ISO 3166 code of the place that a text names, the subdivision rather than its country; None where it names none.

    Of several places the first subdivision counts ('the State of Delaware, United States'), else the first country.
    """
    pattern, codes = _names(language)
    found = [codes[match[1]] for match in pattern.finditer(text)]
    return next((code for code in found if "-" in code), found[0] if found else None)
