"""The words of RTF paragraphs as they are gathered: runs, and what is read otherwise than it is seen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from vendorlint_extractor.documents.notes import NoteKind
from vendorlint_extractor.documents.readers.docx_fields import BLANK, TICKED, UNTICKED, is_list
from vendorlint_extractor.documents.readers.docx_text import EN_SPACE, MIN_EMPTY, Text, count_words
from vendorlint_extractor.documents.readers.links import Run, target_of_field
from vendorlint_extractor.documents.readers.rtf.look import Shape

UNSET = 25  # the result of a box that nobody touched: its default holds
_EMPTY = re.compile(f"{EN_SPACE}{{{MIN_EMPTY},}}")  # what Word shows of a field that nobody filled


@dataclass(slots=True)
class Field:
    """A field: its instruction, and what it holds where it is one of a form."""

    outer: str = ""  # where a link around it leads
    instruction: str = ""
    numbers: dict[str, int] = field(default_factory=dict)
    entries: list[str] = field(default_factory=list)

    @property
    def target(self) -> str:
        """Where its result leads."""
        return target_of_field(self.instruction) or self.outer

    @property
    def is_contents(self) -> bool:
        """Whether it is a table of contents or an index."""
        return is_list(self.instruction)

    @property
    def shown(self) -> str:
        """What a form shows of it: a box, ticked or not, or the entry that was chosen."""
        chosen = self.numbers.get("ffres", UNSET)
        chosen = self.numbers.get("ffdefres", 0) if chosen == UNSET else chosen
        kind = self.numbers.get("fftype", 0)
        if kind == 1:
            return TICKED if chosen else UNTICKED
        return self.entries[chosen] if kind == 2 and 0 <= chosen < len(self.entries) else ""


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its number as printed, its runs, its notes, and the boxes beside it."""

    shape: Shape = field(default_factory=Shape)
    mark: str = ""
    runs: list[Run] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    boxes: list[Paragraph] = field(default_factory=list)
    unseen: list[tuple[NoteKind, str]] = field(default_factory=list)
    pictures: int = 0  # that may show a clause

    def say(self, text: str, *, bold: bool, target: str) -> None:
        """Add words."""
        last = self.runs[-1] if self.runs else None
        if last and (last.bold, last.target) == (bold, target):
            self.runs[-1] = replace(last, text=last.text + text)
        else:
            self.runs.append(Run(text, bold, target))

    def hide(self, kind: NoteKind, text: str) -> None:
        """Add words that are told of and not read."""
        if self.unseen and self.unseen[-1][0] == kind:
            self.unseen[-1] = kind, self.unseen[-1][1] + text
        else:
            self.unseen.append((kind, text))

    def add_aside(self, inner: list[Paragraph], *, is_note: bool) -> None:
        """Add what stands aside: a note, or the paragraphs of a box."""
        shown = [each for each in inner if each.text.words or each.told()]
        if is_note:
            self.unseen += [told for each in shown for told in each.unseen]
            self.pictures += sum(each.pictures for each in shown)
            self.notes.append(" ".join(each.text.words.replace("\n", " ") for each in shown).strip())
        else:
            self.boxes += shown

    @property
    def text(self) -> Text:
        """Its words, with blanks to fill where nobody filled a field."""
        return Text([replace(run, text=_EMPTY.sub(BLANK, run.text)) for run in self.runs], self.notes)

    def told(self) -> list[tuple[NoteKind, int]]:
        """How many words are read otherwise than they are seen, and how many pictures are not."""
        pictures: list[tuple[NoteKind, int]] = [("picture", self.pictures)] if self.pictures else []
        return [*((kind, count) for kind, text in self.unseen if (count := count_words(text))), *pictures]


def paired(half: str, number: int) -> tuple[str, str]:
    """What is kept for the next unit of UTF-16, and what is shown: the first of a pair waits for the second."""
    unit = chr(number & 0xFFFF)
    if "\ud800" <= unit < "\udc00":
        return unit, ""
    if "\udc00" <= unit < "\ue000":
        unit = (half + unit).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "", unit
