"""The open paragraph of an HTML page: what inline text has been gathered since the last block."""

from __future__ import annotations

from vendorlint_extractor.readers import Place
from vendorlint_extractor.readers.markdown import titled

BREAK = "\n"


class OpenText:
    """Gathers pieces of text, each bold or not."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, bool]] = []
        self.begun = False  # whether it has words
        self.place: Place = ("", None)  # of its first word

    def add(self, text: str, place: Place, *, bold: bool) -> None:
        """Words; a line break in them is a blank as any other."""
        if not self.begun and text.strip():
            self.begun, self.place = True, place
        self._pieces.append((text.replace(BREAK, " "), bold))

    def end_line(self) -> bool:
        """A line break; whether it is the second in a row, which ends the paragraph."""
        ended = next((text for text, _ in reversed(self._pieces) if text == BREAK or text.strip()), "") == BREAK
        self._pieces.append((BREAK, False))
        return ended

    def taken(self) -> str:
        """The paragraph as Markdown with line breaks, and a new one begun."""
        pieces, begun, self._pieces, self.begun = self._pieces, self.begun, [], False
        return titled(pieces) if begun else ""
