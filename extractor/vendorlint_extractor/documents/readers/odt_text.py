"""The words of an ODT paragraph, as LibreOffice shows them with all tracked changes accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from vendorlint_extractor.documents.notes import NoteKind
from vendorlint_extractor.documents.readers.css_values import WHITE, Colour
from vendorlint_extractor.documents.readers.docx_fields import BLANK
from vendorlint_extractor.documents.readers.docx_package import attribute, integer
from vendorlint_extractor.documents.readers.docx_text import Text, count_words
from vendorlint_extractor.documents.readers.links import Run, target_of
from vendorlint_extractor.documents.readers.markdown import raised
from vendorlint_extractor.documents.readers.odt_styles import Styles
from vendorlint_extractor.documents.readers.pictures import may_show_a_clause, points

_SIGNS = {"tab": " ", "line-break": "\n", "placeholder": BLANK}
_PICTURES = frozenset({"image", "object", "object-ole"})
LEAST = 4.0  # points: a box that is no wider or no higher shows no word
_BOXES = frozenset({"frame", "custom-shape", "rect", "g"})
_UNREAD = frozenset({"ruby-text", "script", "annotation-end", "note-citation", "tracked-changes"})
_CHANGES = frozenset({"change-start", "change-end"})
MAX_BLANKS = 100

_Words = tuple[str, tuple[str, ...], str]  # words, the styles of their spans, where they lead


class Texts:
    """Reads paragraphs in their order."""

    def __init__(self, styles: Styles, changes: Element | None) -> None:
        self.changed = False  # whether there were tracked changes
        self.told: Counter[NoteKind] = Counter()  # words that are read otherwise than they are seen
        self.paper: Colour = WHITE  # what is behind the words
        self.shut = False  # whether they stand in a box that shows none
        self._styles = styles
        self._deleted = {
            attribute(region, "id"): sum(count_words("".join(gone.itertext())) for gone in paragraphs(region))
            for region in (changes if changes is not None else ())
        }

    def of(self, paragraph: Element) -> Text:
        """The text of a paragraph."""
        found = Text()
        if any(attribute(each, "is-hidden") == "true" for each in paragraph.iter("hidden-paragraph")):
            self.told["hidden"] += count_words("".join(paragraph.itertext()))
            return found
        style = attribute(paragraph, "style-name")
        for words, spans, target in self._inside(paragraph, (), "", found):
            layers = self._styles.layers(spans, style)
            kind = self._styles.unshown(layers, self.paper) if words.strip() else None
            if words.strip() and self.shut:
                kind = kind or "hidden"
            if not kind and len(words.strip()) > 1 and self._styles.are_signs(layers):
                self.told["shown_otherwise"] += count_words(words)
            if kind:
                self.told[kind] += count_words(words)
            else:
                shown = raised(words) if self._styles.is_raised(layers) else words
                found.runs.append(Run(shown, self._styles.is_bold(layers), target))
        return found

    def hide(self, element: Element) -> None:
        """Count the words of what is not shown."""
        self.told["hidden"] += sum(count_words("".join(each.itertext())) for each in paragraphs(element))

    def _inside(self, element: Element, spans: tuple[str, ...], target: str, found: Text) -> Iterator[_Words]:
        if element.text:
            yield element.text.replace("\n", " "), spans, target
        for inner in element:
            yield from self._part(inner, spans, target, found)
            if inner.tail:
                yield inner.tail.replace("\n", " "), spans, target

    def _part(self, part: Element, spans: tuple[str, ...], target: str, found: Text) -> Iterator[_Words]:
        if part.tag in _SIGNS:
            yield _SIGNS[part.tag], spans, target
        elif part.tag == "s":
            yield " " * min(integer(attribute(part, "c")) or 1, MAX_BLANKS), spans, target
        elif part.tag == "note":
            yield from ((mark, spans, "") for mark in self._note(part, found))
        elif part.tag in _BOXES:
            inner = [part] if part.tag == "custom-shape" else part.iter("text-box")
            found.boxes.extend((box, not _is_shut(part)) for box in inner)
            self.told["picture"] += sum(map(_is_large, part.iter()))
        elif part.tag == "annotation":
            self.told["comment"] += sum(count_words("".join(each.itertext())) for each in paragraphs(part))
        elif part.tag == "change":
            self.changed = True
            self.told["struck"] += self._deleted.get(attribute(part, "change-id"), 0)
        elif part.tag == "hidden-text":
            self.told["hidden"] += count_words(attribute(part, "string-value") or "")
        elif part.tag not in _UNREAD:
            self.changed = self.changed or part.tag in _CHANGES
            name = attribute(part, "style-name") if part.tag in {"span", "a"} else None
            leads = target_of(attribute(part, "href") or "") if part.tag == "a" else target
            yield from self._inside(part, (*spans, name) if name else spans, leads, found)

    def _note(self, note: Element, found: Text) -> Iterator[str]:
        """The mark of a note, whose text is gathered."""
        citation = next(note.iter("note-citation"), None)
        number = ("" if citation is None else citation.text or "").strip()
        mark = raised(number) if number.isdigit() else f"[{number}]" if number else ""
        texts = [self.of(each).words for body in note.iter("note-body") for each in paragraphs(body)]
        shown = " ".join(filter(None, texts))
        if shown:
            found.notes.append(f"{mark} {shown}".strip())
        yield mark


def _is_shut(frame: Element) -> bool:
    """Whether a frame has no room for words."""
    sizes = [points(attribute(frame, side)) for side in ("width", "height")]
    return any(size is not None and size < LEAST for size in sizes)


def _is_large(frame: Element) -> bool:
    """Whether it is a frame with a picture or a file of another program that may show a clause."""
    shows = frame.tag in _BOXES and any(each.tag in _PICTURES for each in frame)
    return shows and may_show_a_clause(*(points(attribute(frame, side)) for side in ("width", "height")))


def paragraphs(element: Element) -> Iterator[Element]:
    """The paragraphs and headings in an element."""
    return (each for each in element.iter() if each.tag in {"p", "h"})
