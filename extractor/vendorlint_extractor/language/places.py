"""Jurisdictions: names of countries, states, provinces, nations and court cities as ISO 3166 codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from vendorlint_extractor.language.cues import FOLDER
from vendorlint_extractor.shipped import read


@dataclass(frozen=True, slots=True)
class Places:
    """A language's names of places (lower case, without accents) with their ISO 3166 codes, and the pattern of them all."""

    codes: Mapping[str, str]
    pattern: re.Pattern[str]

    def read(self, text: str) -> str | None:
        """The code of the place that a text names, the subdivision rather than its country; None where it names none.

        Of several places the first subdivision counts ('the State of Delaware, United States'), else the first country.
        """
        found = [self.codes[match[1]] for match in self.pattern.finditer(text)]
        return next((code for code in found if "-" in code), found[0] if found else None)


def read_places(code: str) -> Places:
    """The places that a language names."""
    raw = read(FOLDER / "places.yaml")
    codes = {name: place for place, names in raw[code].items() for name in names}
    longest_first = sorted(codes, key=len, reverse=True)
    # No \b, which does not hold behind the full stop of 'U.S.'.
    return Places(codes, re.compile(r"(?<!\w)(" + "|".join(map(re.escape, longest_first)) + r")(?!\w)"))
