"""The open paragraph of an HTML page: what inline text has been gathered since the last block."""

from __future__ import annotations

from dataclasses import replace

from vendorlint_extractor.documents.readers.links import Run
from vendorlint_extractor.documents.readers.markdown import titled
from vendorlint_extractor.documents.readers.rendering import Place

BREAK = "\n"


class OpenText:
    """Gathers runs of text."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self.begun = False  # whether it has words
        self.place: Place = ("", None)  # of its first word

    def add(self, text: str, place: Place, *, bold: bool, target: str = "") -> None:
        """Words; a line break in them is a blank as any other."""
        if not self.begun and text.strip():
            self.begun, self.place = True, place
        self._runs.append(Run(text.replace(BREAK, " "), bold, target))

    def end_line(self) -> bool:
        """A line break; whether it is the second in a row, which ends the paragraph."""
        ended = next((run.text for run in reversed(self._runs) if run.text == BREAK or run.text.strip()), "") == BREAK
        self._runs.append(Run(BREAK))
        return ended

    def taken(self, *, links: bool) -> str:
        """The paragraph as Markdown with line breaks, and a new one begun."""
        runs, begun, self._runs, self.begun = self._runs, self.begun, [], False
        return titled(runs if links else [replace(run, target="") for run in runs]) if begun else ""
