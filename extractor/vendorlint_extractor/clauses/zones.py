"""Which text of a document binds whom."""

from __future__ import annotations

from typing import cast

from vendorlint_extractor.clauses.clause import Piece, Zone
from vendorlint_extractor.language.cues import ZoneCues

MAX_TITLES = 3  # headings above a clause that are looked at, the closest ones
OPENING = 160  # characters of a paragraph


def zone_of(piece: Piece, cues: ZoneCues) -> Zone:
    """Whether text binds a paying business in no special region: trial, regional and summary sections do not.

    Told by the section's headings and by the paragraph's opening words.
    """
    path = piece.block.block.section.path[-MAX_TITLES:]
    for title in path:
        for zone, cue in cues.titles.items():
            # A summary is its own section; what stands below one (the whole document, after a contents list) is not.
            if (zone != "summary" or title is path[-1]) and cue.search(title.lower()):
                return cast(Zone, zone)
    opening = piece.block.plain.text[:OPENING].lower()
    found = next((zone for zone, cue in cues.openers.items() if cue.search(opening)), "operative")
    return cast(Zone, found)
