"""How deep an item of a list stands: by its indent, and by how it is marked where nothing is indented."""

from __future__ import annotations

from vendorlint_extractor.documents.block import Block

DEEPEST = 5


class Depths:
    """The lists that are open, the outermost first: (a) below 1.1 opens one, and 1.2 closes it."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []

    def reset(self) -> None:
        """Nothing is open: a heading or a paragraph stands between."""
        self._open = []

    def of(self, block: Block) -> int:
        """The depth of the next item, from 0 to DEEPEST."""
        key = block.style, block.indent
        if block.style.startswith("decimal"):  # no list of letters has 1.2 in it
            self._open = [each for each in self._open if each[0].startswith("decimal")]
        if key in self._open:
            del self._open[self._open.index(key) + 1 :]
        else:
            while self._open and self._open[-1][1] > block.indent:
                self._open.pop()
            self._open.append(key)
        return min(len(self._open) - 1, DEEPEST)
