"""The parts of a DOCX archive, opened with limits; nothing is unpacked to a disk and no link is followed.

Element and attribute names are taken without their namespaces: the strict and the transitional form of ISO/IEC 29500 differ in them alone.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from vendorlint_extractor.documents.readers.rendering import Limits, ReadingError

# What zipfile raises for archives that are no whole ones; offsets out of the file among them.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    OverflowError,
)
_BOUND = re.compile(r"customXml/item\d+\.xml|docProps/\w+\.xml", re.IGNORECASE)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of old Office files, and of encrypted new ones


class Archive:
    """An archive of XML parts; `kind` is the format that is expected. Raises ReadingError for what is none."""

    def __init__(self, raw: bytes, limits: Limits, kind: str) -> None:
        if raw.startswith(OLE):
            raise ReadingError(
                f"is an old Word document (.doc), or is protected by a password; save it as {kind} without a password"
            )
        if raw.startswith(b"%PDF-"):
            raise ReadingError("is a PDF file by its content; give it the ending .pdf")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(raw))
        except _BROKEN:
            raise ReadingError(f"is no {kind}, or is broken: it is not a whole archive") from None
        if min((each.header_offset for each in self._archive.infolist()), default=0) > 0:
            raise ReadingError("is broken: something stands before its archive, and programs differ in what they show")
        if twice := _twice(self._archive.namelist()):
            raise ReadingError(f"is broken: it holds {twice} twice, and programs differ in which they show")
        self._left = limits.unpacked_mb * 1_000_000
        self._limits = limits
        self._kind = kind

    def names(self) -> list[str]:
        """The names of its parts."""
        return self._archive.namelist()

    def holds(self, name: str, tag: str) -> bool:
        """Whether a part has an element of a local name."""
        root = self.part(name)
        return root is not None and next(root.iter(tag), None) is not None

    def part(self, name: str) -> Element | None:
        """The XML of a part, or None where there is none."""
        raw = self.bytes_of(name)
        return None if raw is None else self._parsed(name, raw)

    def bytes_of(self, name: str) -> bytes | None:
        """What stands in a part, or None where there is none."""
        try:
            info = self._archive.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise ReadingError("is protected by a password; save it without one")
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise ReadingError(f"is broken: its part {name} is packed in a way that {self._kind} does not know")
        try:
            with self._archive.open(info) as file:
                text = file.read(self._left + 1)  # what the archive declares of sizes may be wrong
        except _BROKEN:
            raise ReadingError(f"is broken: its part {name} cannot be unpacked") from None
        self._left -= len(text)
        if self._left < 0:
            raise ReadingError(f"unpacks to more than {self._limits.unpacked_mb} MB; expected a document of terms")
        return text

    def _parsed(self, name: str, text: bytes) -> Element:
        try:
            root: Element = fromstring(text, forbid_dtd=True)
        except DefusedXmlException:
            raise ReadingError(f"declares XML entities in {name}, which no {self._kind} does") from None
        except (ParseError, ValueError, LookupError):
            raise ReadingError(f"is broken: its part {name} is no XML") from None
        for element in root.iter():
            element.tag = local(element.tag)
        return root


def _twice(names: Iterable[str]) -> str:
    """A name that stands among others again, as archives of documents compare names; empty where none does."""
    known: set[str] = set()
    for name in names:
        folded = posixpath.normpath(name).casefold()
        if folded in known:
            return name
        known.add(folded)
    return ""


class Package(Archive):
    """A DOCX archive. Raises ReadingError for what is none."""

    def __init__(self, raw: bytes, limits: Limits) -> None:
        super().__init__(raw, limits, "DOCX")
        self.document = self._main_part()
        self._bound: frozenset[str] | None = None

    def beside(self, name: str) -> Element | None:
        """A part in the folder of the document's own, such as styles.xml."""
        return self.part(posixpath.join(posixpath.dirname(self.document), name))

    def links(self) -> dict[str, str]:
        """The addresses that the document links to, by the ids of their relationships."""
        links = (each for each in self._relations() if each.get("Type", "").endswith("/hyperlink"))
        return {each.get("Id", ""): each.get("Target", "") for each in links if each.get("TargetMode") == "External"}

    def related(self, kinds: Collection[str]) -> Iterator[tuple[str, Element]]:
        """The parts of some kinds (header, footer) that belong to the document, each with its kind."""
        folder = posixpath.dirname(self.document)
        for each in self._relations():
            kind = each.get("Type", "").rpartition("/")[2]
            if kind in kinds and each.get("TargetMode") != "External":
                part = self.part(posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/"))
                if part is not None:
                    yield kind, part

    def bound(self) -> frozenset[str]:
        """The texts in the parts that content controls may be bound to, which Word shows in place of what stands in these."""
        if self._bound is None:
            parts = [self.part(name) for name in self.names() if _BOUND.fullmatch(name)]
            texts = (
                text
                for part in parts
                if part is not None
                for each in part.iter()
                for text in (each.text, *each.attrib.values())
            )
            self._bound = frozenset(" ".join(text.split()) for text in texts if text)
        return self._bound

    def fonts(self) -> Iterator[tuple[str, bytes]]:
        """The fonts that the document brings along, each with its name."""
        folder = posixpath.dirname(self.document)
        links = {
            each.get("Id", ""): each.get("Target", "")
            for each in children(self.part(posixpath.join(folder, "_rels", "fontTable.xml.rels")), "Relationship")
        }
        for font in children(self.beside("fontTable.xml"), "font"):
            for kind in ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic"):
                held = child(font, kind)
                target = links.get(attribute(held, "id") or "")
                raw = self.bytes_of(posixpath.normpath(posixpath.join(folder, target))) if target else None
                if raw:
                    yield attribute(font, "name") or "", _plain_font(raw, attribute(held, "fontKey") or "")

    def _relations(self) -> Iterator[Element]:
        folder, name = posixpath.split(self.document)
        return children(self.part(posixpath.join(folder, "_rels", f"{name}.rels")), "Relationship")

    def _main_part(self) -> str:
        relations = self.part("_rels/.rels")
        named = (
            posixpath.normpath(relation.get("Target", "").lstrip("/"))
            for relation in (relations if relations is not None else ())
            if relation.get("Type", "").endswith("/officeDocument")
        )
        found = list(dict.fromkeys(name for name in named if name in self.names()))
        if len(found) > 1:
            raise ReadingError(f"is broken: it holds two documents, {found[0]} and {found[1]}, and shows one")
        if found:
            return found[0]
        if "word/document.xml" in self.names():
            return "word/document.xml"
        raise ReadingError("is no DOCX: the archive holds no Word document")


def _plain_font(raw: bytes, key: str) -> bytes:
    """A font as it was before its head was mixed with a key (ISO/IEC 29500-4, 17.8.1)."""
    digits = re.sub(r"[^0-9a-fA-F]", "", key)
    if len(digits) != 32:
        return raw
    mixed = bytes.fromhex(digits)[::-1] * 2
    return bytes(a ^ b for a, b in zip(raw[:32], mixed, strict=False)) + raw[32:]


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute by its local name."""
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if local(key) == name), None)


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of local names."""
    for name in path:
        element = element.find(name) if element is not None else None
    return element


def value(element: Element | None, *path: str) -> str | None:
    """The attribute `val` at the end of a path."""
    return attribute(child(element, *path), "val")


def integer(text: str | None) -> int | None:
    """A number of at most nine figures, or None for what is none."""
    return int(text) if text and re.fullmatch(r"[0-9]{1,9}", text) else None


def signed(text: str | None) -> int | None:
    """A number that may be below zero."""
    number = integer(text.removeprefix("-")) if text else None
    return -number if number is not None and text and text.startswith("-") else number


def is_on(element: Element | None, *path: str) -> bool:
    """Whether a switch such as <b/> is there and not turned off."""
    found = child(element, *path)
    return found is not None and attribute(found, "val") not in {"0", "false", "off", "none"}


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of a name."""
    if element is not None:
        yield from element.findall(name)
