"""The Markdown that readers write, line by line with places, such that blocks.py reads back what the document shows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vendorlint_extractor.readers import Place, Rendering

INDENT = "    "  # per level of a list
_MARKUP = re.compile(r"[\\`*~<]|(?<![^\W_])_|_(?![^\W_])")
_LOOKS_LIKE_MARKUP = re.compile(r"#{1,6}\s|[|+>-]|={2,}\s*$")
_BLANKS = re.compile(r"\s+")


def escaped(text: str) -> str:
    """Text of one paragraph with blanks folded, in which nothing is markup."""
    folded = _BLANKS.sub(" ", text).strip()
    return _MARKUP.sub(lambda found: f"\\{found[0]}", folded)


class Writer:
    """Gathers blocks. Texts are escaped, or Markdown of the reader's own."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._places: list[Place] = []

    def heading(self, text: str, level: int, place: Place) -> None:
        """A heading of level 1 to 6."""
        if text:
            self._block([f"{'#' * min(max(level, 1), 6)} {text}"], place)

    def paragraph(self, text: str, place: Place) -> None:
        """A paragraph, of several lines where it has line breaks."""
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        self._block([f"\\{line}" if _LOOKS_LIKE_MARKUP.match(line) else line for line in lines], place)

    def item(self, mark: str, text: str, depth: int, place: Place) -> None:
        """An item of a list with its mark as printed; `depth` counts from 0."""
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        if lines:
            indent = INDENT * depth
            self._block([f"{indent}{mark} {lines[0]}", *(f"{indent}{line}" for line in lines[1:])], place)

    def printed(self, lines: list[str], places: list[Place]) -> None:
        """A paragraph or an item as printed, a place per line; its mark and its indent are in the lines."""
        first = lines[0]
        if _LOOKS_LIKE_MARKUP.match(first) and not first.startswith("- "):
            first = f"\\{first}"
        self._block([first, *lines[1:]], places[0])
        self._places[-len(places) :] = places

    def row(self, cells: Iterable[str], place: Place) -> None:
        """A row of a table; rows that follow one another stand together."""
        shown = [cell.replace("\n", " ").replace("|", "¦").strip() for cell in cells]
        if any(shown):
            together = bool(self._lines) and self._lines[-1].startswith("| ")
            self._block([f"| {' | '.join(shown)} |"], place, together=together)

    def rendering(self, warnings: Iterable[str] = ()) -> Rendering:
        """All of it, ending in a line break."""
        return Rendering("\n".join([*self._lines, ""]), (*self._places, ("", None)), tuple(warnings))

    def _block(self, lines: list[str], place: Place, *, together: bool = False) -> None:
        if lines and self._lines and not together:
            self._lines.append("")
            self._places.append(("", None))
        self._lines.extend(lines)
        self._places.extend([place] * len(lines))
