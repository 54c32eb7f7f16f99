"""Documents of which nothing was read, each with the reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint_extractor.documents.file import DocumentError

_ESCAPED = re.compile(r"\\u(dc[89a-f][0-9a-f])")  # a byte of a name that is no UTF-8, as Python holds it


@dataclass(frozen=True, slots=True)
class Unread:
    """A document of which nothing was read. `path` is as a facts file has it; `file` is where it is."""

    file: Path
    path: str
    error: Exception

    @property
    def foreseen(self) -> bool:
        """Whether the document is at fault, and not the extractor."""
        return isinstance(self.error, DocumentError)

    @property
    def reason(self) -> str:
        """One line on why."""
        if isinstance(self.error, DocumentError):
            return self.error.message
        return " ".join(f"internal error: {type(self.error).__name__}: {self.error}".split())

    @property
    def place(self) -> tuple[int, int] | None:
        """Line and column in the document, from 1; None where all of it is at fault."""
        if isinstance(self.error, DocumentError) and self.error.line:
            return self.error.line, self.error.column or 1
        return None

    def to_dict(self) -> dict[str, Any]:
        """The shape of the facts file."""
        shown: dict[str, Any] = {"path": self.path, "reason": self.reason}
        return shown | dict(zip(("line", "column"), self.place or (), strict=False))


class NothingReadError(DocumentError):
    """None of the documents could be read; it says of the first why, and `unread` has all."""

    def __init__(self, unread: Sequence[Unread]) -> None:
        self.unread = tuple(unread)
        super().__init__(unread[0].file, unread[0].reason, *(unread[0].place or ()))


def path_inside(file: Path, folder: Path | None) -> str:
    """A document's path in its vendor's folder, in which what is no UTF-8 is escaped; its name where there is no folder."""
    return unescaped_path_inside(file, folder).encode("utf-8", "backslashreplace").decode()


def unescaped_path_inside(file: Path, folder: Path | None) -> str:
    """The same as the system has it."""
    parent = file.parent.resolve()
    return (parent / file.name).relative_to(folder.resolve() if folder else parent).as_posix()


def file_inside(path: str, folder: Path) -> Path:
    """The file of a path that `path_inside` gave."""
    file = folder / path
    escaped = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), path)
    return file if escaped == path or file.exists() else folder / escaped


def require_utf8_name(file: Path) -> None:
    """Raises DocumentError for a document that no facts file can name."""
    try:
        str(file).encode()
    except UnicodeEncodeError:
        raise DocumentError(file, "has a name that is no UTF-8; rename it") from None
