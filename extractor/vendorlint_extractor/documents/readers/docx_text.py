"""The words of a DOCX paragraph, as Word shows them with all tracked changes accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element, SubElement

from vendorlint_extractor.documents.notes import NoteKind
from vendorlint_extractor.documents.readers.css_values import WHITE, Colour
from vendorlint_extractor.documents.readers.docx_drawn import BREAKS, boxes, drawn, is_large, words_in
from vendorlint_extractor.documents.readers.docx_fields import BLANK, Fields, control, form_field, is_of_elsewhere
from vendorlint_extractor.documents.readers.docx_look import are_signs, is_out_of_sight, shade, unshown
from vendorlint_extractor.documents.readers.docx_numbering import formatted
from vendorlint_extractor.documents.readers.docx_package import (
    Package,
    attribute,
    child,
    children,
    is_on,
    value,
)
from vendorlint_extractor.documents.readers.docx_styles import Style, Styles
from vendorlint_extractor.documents.readers.docx_symbols import symbol, symbols
from vendorlint_extractor.documents.readers.links import Run, target_of, target_of_field
from vendorlint_extractor.documents.readers.markdown import raised, titled
from vendorlint_extractor.documents.readers.rendering import ReadingError

PICTURES = frozenset({"drawing", "pict", "object"})
_GONE = frozenset({"Fallback", "pPr", "rPr", "sdtPr"})
_NOTES = {"footnote": "decimal", "endnote": "lowerRoman"}  # and how they are numbered where nothing says


EN_SPACE, MIN_EMPTY = "\u2002", 3  # what Word shows of a field that nobody filled, and how many of them at least


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: its runs, the notes and the text boxes that it refers to."""

    runs: list[Run] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    boxes: list[tuple[Element, bool]] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The words as Markdown."""
        return titled(self.runs)

    @property
    def title(self) -> str:
        """The words on one line, as those of a heading."""
        return titled([replace(run, target="") for run in self.runs]).replace("**", "").replace("\n", " ")

    @property
    def is_bold(self) -> bool:
        """Whether all words are bold."""
        shown = [run.bold for run in self.runs if run.text.strip()]
        return bool(shown) and all(shown)

    def followed_by(self, other: Text) -> Text:
        """Two paragraphs in one."""
        return Text(self.runs + other.runs, self.notes + other.notes, self.boxes + other.boxes)


class Texts:
    """Reads paragraphs in their order: fields go over several, and notes are numbered."""

    def __init__(self, package: Package, styles: Styles, depth: int, fields: Fields) -> None:
        self.changed = False  # whether there were tracked changes
        self.told: Counter[NoteKind] = Counter()  # words that are read otherwise than they are seen
        self.aside: list[
            str
        ] = []  # words that are shown and are no terms: of tables of contents, of what nobody filled
        self.paper: Colour | None = WHITE  # what is behind the words, where that is known
        self.shut = False  # whether nothing is seen of what is read: a row or a cell without room
        self._package = package
        self._styles = styles
        self._depth = depth
        self._fields = fields
        settings = package.beside("settings.xml")
        self._formats = {kind: value(settings, f"{kind}Pr", "numFmt") or kept for kind, kept in _NOTES.items()}
        self._notes = {
            kind: {attribute(note, "id"): note for note in children(package.beside(f"{kind}s.xml"), kind)}
            for kind in _NOTES
        }
        self._comments = {
            attribute(each, "id"): count_words(" ".join(text.text or "" for text in each.iter("t")))
            for each in children(package.beside("comments.xml"), "comment")
        }
        self._counts = dict.fromkeys(_NOTES, 0)
        self._targets = package.links()
        self._mark = ""  # of the note that is read
        self._in_note = False

    def of(self, paragraph: Element, style: Style) -> Text:
        """The text of a paragraph."""
        found = Text()
        outer = self.paper
        own = child(paragraph, "pPr")
        self.paper = shade(own) or shade(self._styles.shade_of(style.id)) or outer
        shut, self.shut = self.shut, self.shut or is_out_of_sight(own)
        for run, deleted, target in self._runs(paragraph, "", 0):
            if deleted:
                self.strike(run)
            else:
                words = self._words(run, found, style)
                found.runs.append(Run(words, self._is_bold(run, style), target or self._fields.target))
        self.paper, self.shut = outer, shut
        return found

    def strike(self, element: Element) -> None:
        """Count the words in something that a tracked change deletes."""
        self.changed = True
        texts = (part.text or "" for part in element.iter() if part.tag in {"t", "delText"})
        self.told["struck"] += count_words("".join(texts))

    def bound_otherwise(self, element: Element) -> int:
        """How many words a content control has in place of which Word shows what it is bound to."""
        if element.tag != "sdt" or child(element, "sdtPr", "dataBinding") is None:
            return 0
        words = " ".join(words_in(child(element, "sdtContent")).split())
        return count_words(words) if self._package.bound() and words not in self._package.bound() else 0

    def _runs(self, element: Element, target: str, depth: int) -> Iterator[tuple[Element, bool, str]]:
        """The runs of a paragraph, whether each is deleted, and where it leads."""
        if depth > self._depth:
            raise ReadingError(f"nests elements more than {self._depth} deep; expected a document of terms")
        for inner in element:
            if inner.tag == "r":
                yield inner, False, target
            elif inner.tag == "sdt" and (shown := control(inner)):
                self.aside.append(words_in(inner))
                yield _run_of(shown), False, target
            elif inner.tag == "bdo" and attribute(inner, "val") == "rtl":
                yield _run_of(words_in(inner)[::-1]), False, target
            elif inner.tag in {"del", "moveFrom"}:
                yield inner, True, target
            elif inner.tag not in _GONE:
                self.told["shown_otherwise"] += self.bound_otherwise(inner)
                if inner.tag == "AlternateContent":
                    self.aside += drawn(inner)
                if inner.tag == "fldSimple":
                    said = attribute(inner, "instr") or ""
                    self.aside.append(said)
                    self.told["unread"] += is_of_elsewhere(said)
                self.changed = self.changed or inner.tag in {"ins", "moveTo"}
                yield from self._runs(inner, self._target(inner) or target, depth + 1)

    def _target(self, element: Element) -> str:
        if element.tag == "fldSimple":
            return target_of_field(attribute(element, "instr") or "")
        if element.tag == "hyperlink" and not self._in_note:  # a note's relationships are others
            return target_of(self._targets.get(attribute(element, "id") or "", ""))
        return ""

    def _words(self, run: Element, found: Text, style: Style) -> str:
        if child(run, "rPr", "del") is not None:
            return ""
        words = ""
        for part in run:
            if part.tag in {"fldChar", "instrText"}:
                self._fields.read(part)
                words += form_field(part)
                said = self._fields.told()
                self.aside.append(said)
                self.told["unread"] += is_of_elsewhere(said)
            elif part.tag == "commentReference":
                self.told["comment"] += self._comments.get(attribute(part, "id"), 0)
            elif self._fields.are_shown:
                words += self._part(part, run, found)
            elif part.tag == "t":
                self.aside.append(part.text or "")
        kind = unshown(run, style, self._styles, self.paper) if words else None
        if words and not kind and are_signs(run, style, self._styles):
            self.told["shown_otherwise"] += count_words(words) if len(words.strip()) > 1 else 0
        if words and self.shut:
            kind = kind or "hidden"
        if kind:
            self.told[kind] += count_words(words)
            return ""
        return raised(words) if value(run, "rPr", "vertAlign") == "superscript" else words

    def _part(self, part: Element, run: Element, found: Text) -> str:
        if part.tag == "t":
            return _written(part.text or "", attribute(child(run, "rPr", "rFonts"), "ascii"))
        if part.tag == "sym":
            return symbol(part)
        if part.tag in BREAKS:
            return BREAKS[part.tag]
        if part.tag in {"footnoteReference", "endnoteReference"}:
            return self._note(part, found)
        if part.tag in {"footnoteRef", "endnoteRef"}:
            return self._mark
        if part.tag in {*PICTURES, "AlternateContent"}:
            found.boxes.extend(boxes(part))
            self.aside += drawn(part)
            alternative = child(part, "Choice")
            self.told["picture"] += sum(map(is_large, (part if alternative is None else alternative).iter()))
        return words_in(child(part, "rubyBase")) if part.tag == "ruby" else ""

    def _note(self, reference: Element, found: Text) -> str:
        """The mark of a note, whose text is gathered."""
        kind = reference.tag.removesuffix("Reference")
        note = self._notes[kind].get(attribute(reference, "id"))
        if note is None or self._in_note:  # a note has none of its own
            return ""
        mark = ""
        if attribute(reference, "customMarkFollows") not in {"1", "true", "on"}:
            self._counts[kind] += 1
            number = formatted(self._counts[kind], self._formats[kind])
            mark = raised(number) if number.isdigit() else f"[{number}]"
        self._mark, self._in_note = mark, True
        texts = [self.of(paragraph, self._styles.of(paragraph)).words for paragraph in note.iter("p")]
        self._mark, self._in_note = "", False
        found.notes.extend(text for text in texts if text)
        return mark

    def _is_bold(self, run: Element, style: Style) -> bool:
        """Bold or underlined: drafters set titles in either."""
        properties = child(run, "rPr")
        if child(properties, "b") is not None:
            bold = is_on(properties, "b")
        else:
            named = self._styles.is_bold(properties)
            bold = style.bold if named is None else named
        return bold or is_on(properties, "u")


def count_words(text: str) -> int:
    """How many words stand in a text; marks alone are none."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _written(text: str, font: str | None) -> str:
    """What a text shows in a font; the wide blanks of a field that nobody filled as a blank to fill."""
    empty = len(text) >= MIN_EMPTY and not text.strip(EN_SPACE)
    return BLANK if empty else symbols(text, font)


def _run_of(text: str) -> Element:
    run = Element("r")
    SubElement(run, "t").text = text
    return run
