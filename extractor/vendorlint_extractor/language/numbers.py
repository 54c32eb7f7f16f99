"""Numbers as a language spells them, and the units and currencies that they count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vendorlint_extractor.language.cues import NEVER


@dataclass(frozen=True, slots=True)
class Numbers:
    """`words` by what they count; `links` stand between them ('one hundred and eighty').

    `unit` matches what makes a number word a figure, with the adjectives and the figure in brackets before it; `scaled`
    a scale before a currency, whose factor `scales` has. `units` and `currencies` lead from words to names of units
    (hour, day, week, month, quarter, year) and to ISO 4217 codes.
    """

    words: Mapping[str, int]
    links: frozenset[str]
    unit: re.Pattern[str]
    scales: Mapping[str, int]
    scaled: re.Pattern[str]
    units: Mapping[str, str]
    currencies: Mapping[str, str]


def number_cues(raw: Mapping[str, Any]) -> Numbers:
    """The numbers as a language's cues have them."""
    scales = "|".join(raw["scales"])
    return Numbers(
        words=raw["numbers"],
        links=frozenset(raw["number_links"]),
        unit=re.compile(
            rf"[\s\-]*(?:\(\d+\)\s*)?(?:(?:{'|'.join(raw['unit_adjectives'])})\s+)*(?:{'|'.join(raw['unit_nouns'])})\b"
        ),
        scales=raw["scales"],
        scaled=re.compile(rf"[ -]({scales})(?= {raw['scaled_currency']})") if scales else NEVER,
        units=raw["units"],
        currencies=raw["currencies"],
    )
