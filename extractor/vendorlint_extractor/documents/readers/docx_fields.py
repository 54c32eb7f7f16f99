"""Fields of a DOCX: their instructions are not shown, and of a table of contents not its entries either."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from vendorlint_extractor.documents.readers.docx_package import attribute, child, children, integer, is_on, value
from vendorlint_extractor.documents.readers.links import target_of_field

TICKED, UNTICKED = "☒", "☐"
BLANK = "____"  # as a form on paper has it
_ELSEWHERE = frozenset({"INCLUDETEXT", "INCLUDE", "LINK", "DDE", "DDEAUTO", "RD"})
_LISTS = frozenset({"TOC", "INDEX", "TOA"})


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    result: bool = False  # whether its result has begun
    target: str = ""  # where that leads, or what is around it


class Fields:
    """The fields that are open, over paragraphs. `followed`: a document whose fields do not end is read as if it had none."""

    def __init__(self, *, followed: bool) -> None:
        self._followed = followed
        self._open: list[_Field] = []
        self.are_shown = True
        self._told = ""

    @property
    def are_closed(self) -> bool:
        """Whether each field that began has ended."""
        return not self._open

    @property
    def target(self) -> str:
        """Where the result that is read leads, if one of the open fields is a link."""
        return self._open[-1].target if self._open else ""

    def read(self, part: Element) -> None:
        """A part of a field: its begin, its instruction, the begin of its result or its end."""
        if not self._followed:
            return
        kind = attribute(part, "fldCharType")
        ended: _Field | None = None
        if kind == "begin":
            self._open.append(_Field(target=self.target))
        elif self._open and kind == "end":
            ended = self._open.pop()
        elif self._open and kind == "separate":
            self._open[-1].result = True
            self._open[-1].target = target_of_field(self._open[-1].instruction) or self._open[-1].target
        elif self._open and part.tag == "instrText":
            self._open[-1].instruction += part.text or ""
        if kind in {"separate", "end"} and not self._told:
            self._told = _words_of(ended or self._open[-1]) if ended or self._open else ""
        self.are_shown = all(field.result and not is_list(field.instruction) for field in self._open)

    def told(self) -> str:
        """What the instruction of a field says that has just been read, which a program may show when it is brought up to date."""
        told, self._told = self._told, ""
        return told


def _words_of(field: _Field) -> str:
    """The instruction of a field that shows words of its own: {QUOTE "..."}, {IF ...}, {MACROBUTTON name ...}."""
    return "" if is_list(field.instruction) or target_of_field(field.instruction) else field.instruction


def is_of_elsewhere(instruction: str) -> bool:
    """Whether a field shows what stands in another file: {INCLUDETEXT file}."""
    return instruction.split(maxsplit=1)[:1] != [] and instruction.split(maxsplit=1)[0].upper() in _ELSEWHERE


def is_list(instruction: str) -> bool:
    """Whether a field is a table of contents or an index."""
    return instruction.split(maxsplit=1)[:1] != [] and instruction.split(maxsplit=1)[0].upper() in _LISTS


def control(element: Element) -> str:
    """What a content control shows that nobody filled, or that is a box to tick; empty for one that shows its content."""
    properties = child(element, "sdtPr")
    box = child(properties, "checkbox")
    if box is not None:
        return TICKED if is_on(box, "checked") else UNTICKED
    return BLANK if is_on(properties, "showingPlcHdr") else ""


def form_field(part: Element) -> str:
    """What a form shows in a field of its own: a ticked box, a chosen entry."""
    data = child(part, "ffData")
    box, choices = child(data, "checkBox"), child(data, "ddList")
    if box is not None:
        return TICKED if is_on(box, "checked" if child(box, "checked") is not None else "default") else UNTICKED
    entries = [attribute(entry, "val") or "" for entry in children(choices, "listEntry")]
    chosen = integer(value(choices, "result") or value(choices, "default")) or 0
    return entries[chosen] if chosen < len(entries) else ""
