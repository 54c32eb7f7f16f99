"""Which text of a document binds whom."""

from __future__ import annotations

import re

from vendorlint_extractor.clauses.clause import Piece
from vendorlint_extractor.language.lexicon import Lexicon


class Zones:
    """Which text binds a paying business in no special region: trial, regional and summary sections do not."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cues: list[tuple[str, re.Pattern[str]]] = [
            (zone, re.compile(pattern)) for zone, pattern in lexicon.cues["zones"].items()
        ]
        self._openers: list[tuple[str, re.Pattern[str]]] = [
            (zone, re.compile(pattern)) for zone, pattern in lexicon.cues["zone_openers"].items()
        ]

    def of(self, piece: Piece) -> str:
        """The zone of a clause, by its section's headings and its paragraph's opening words."""
        path = piece.block.block.section.path[-3:]
        for title in path:
            for zone, cue in self._cues:
                # A summary is its own section; what stands below one (the whole document, after a contents list) is not.
                if (zone != "summary" or title is path[-1]) and cue.search(title.lower()):
                    return zone
        opening = piece.block.plain.text[:160].lower()
        for zone, cue in self._openers:
            if cue.search(opening):
                return zone
        return "operative"
