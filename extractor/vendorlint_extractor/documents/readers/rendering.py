"""What reading a file may cost, what comes of it, and what goes wrong."""

from __future__ import annotations

from dataclasses import dataclass

from vendorlint_extractor.documents.notes import Note

TEXT_SUFFIXES = frozenset({".md", ".markdown", ".txt"})
# What may stand beside terms and is none: data and settings, signatures, and what editors leave behind.
BESIDE = frozenset(
    (".yaml", ".yml", ".json", ".toml", ".rego", ".sig", ".asc", ".p7s", ".sha256", ".tmp", ".bak", ".orig", ".rej", ".swp", ".db", ".ini")
)  # fmt: skip
# Macros and templates of Word are documents like others: nothing in them is run.
KINDS = {
    ".pdf": "pdf",
    **dict.fromkeys((".docx", ".docm", ".dotx"), "docx"),
    ".odt": "odt",
    ".rtf": "rtf",
    ".doc": "doc",
    ".eml": "eml",
    ".msg": "msg",
    **dict.fromkeys((".mhtml", ".mht"), "mhtml"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
}
MAILS = frozenset({"eml", "msg"})  # kinds that are taken apart
NAMES = {
    "pdf": "PDF",
    "docx": "DOCX",
    "html": "HTML",
    "odt": "ODT",
    "rtf": "RTF",
    "eml": "EML",
    "msg": "MSG",
    "mhtml": "MHTML",
    "doc": "DOC",
}

Place = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may cost. `unpacked_mb` is the size of what a DOCX or an ODT holds, `depth` how deep HTML, XML and RTF nest.

    `ocr` lets a PDF without text be read by ocrmypdf, which has `ocr_seconds` for it; `office` lets LibreOffice read old Word documents.
    """

    file_mb: int = 50
    seconds: int = 60
    memory_mb: int = 1000
    pages: int = 2000
    unpacked_mb: int = 200
    depth: int = 500
    ocr_seconds: int = 900
    ocr: bool = False
    office: bool = False


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a reader makes of a file: Markdown, and for each of its lines where that stands in the file.

    A place is ("page 3", 12) for the twelfth line of a page, ("paragraph 41", None), or ("#fees > p:nth-of-type(2)", None);
    ("", None) for a line that is the reader's own, such as a blank one. `warnings` are to be told, a line each; `notes` say
    where a person sees something else. The words of `ocr` were guessed from pictures. `around` is text that stands around the
    terms on a page, such as a footer, each piece with its place.
    """

    text: str
    places: tuple[Place, ...]
    warnings: tuple[str, ...]
    ocr: bool = False
    notes: tuple[Note, ...] = ()
    around: tuple[tuple[str, str], ...] = ()

    def place(self, first: int, last: int) -> str:
        """Where lines `first` to `last` of the text, from 1, stand in the file, in words; empty where nothing is known."""
        known = [place for place in self.places[first - 1 : last] if place[0]]
        if not known:
            return ""
        (start, line), (end, until) = known[0], known[-1]
        if start != end:
            return f"{_worded(start, line)} to {_worded(end, until)}"
        return start if line is None else f"{start}, line{'' if line == until else 's'} {_span(line, until)}"


class ReadingError(Exception):
    """A file that cannot be read; the message says why, after the file's name."""


class NoTextError(ReadingError):
    """A file of pictures: there are words on its pages, and none in it."""


class EmptyError(ReadingError):
    """A file with no words at all."""


ERRORS = {error.__name__: error for error in (ReadingError, NoTextError, EmptyError)}


def _worded(label: str, line: int | None) -> str:
    return label if line is None else f"{label}, line {line}"


def _span(first: int, last: int | None) -> str:
    return str(first) if last in (None, first) else f"{first}-{last}"
