"""The outputs of a run: which reports, and where each goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from vendorlint.choices import FILE_FORMATS
from vendorlint.errors import InputError
from vendorlint.files.atomic import NO_FILE
from vendorlint.near import did_you_mean

Format = TypeVar("Format", bound=str)  # those of a command, as vendorlint.choices has them


@dataclass(frozen=True, slots=True)
class Output(Generic[Format]):
    """One report of a run. `file` is absolute; None is stdout."""

    format: Format
    file: Path | None

    def __str__(self) -> str:
        return f"{self.format}={self.file}" if self.file else self.format


def parse_outputs(
    words: Iterable[str], folder: Path, origin: str, formats: Sequence[Format]
) -> tuple[Output[Format], ...]:
    """The outputs named by words `FORMAT` or `FORMAT=FILE`, with files relative to `folder`.

    Raises InputError, with `origin` as its place: an unknown format, two outputs for stdout or for one file.
    """
    outputs = tuple(_parse(word, folder, origin, formats) for word in words)
    seen: dict[Path | None, Output[Format]] = {}
    for output in outputs:
        place = output.file.resolve() if output.file else None
        if place in seen:
            where = output.file or f"stdout; write one to a file, as in {output.format}=FILE"
            raise InputError(f"{seen[place].format} and {output.format} both go to {where}", origin)
        seen[place] = output
    return outputs


def require_writable(outputs: Iterable[Output[Format]]) -> None:
    """Raises InputError for a file that cannot be there, before a run begins."""
    for file in (output.file for output in outputs if output.file):
        if not file.parent.is_dir():
            raise InputError(f"cannot be written: there is no folder {file.parent}", file)
        if file.is_dir():
            raise InputError("is a folder; expected the file to write", file)
        if file.exists() and not file.is_file():
            raise InputError(NO_FILE, file)


def _parse(word: str, folder: Path, origin: str, formats: Sequence[Format]) -> Output[Format]:
    name, equals, file = word.partition("=")
    known = next((each for each in formats if each == name), None)
    if known is None:
        raise InputError(
            f"unknown format '{name}'; expected one of {', '.join(formats)}{did_you_mean(name, formats)}", origin
        )
    if equals and not file:
        raise InputError(f"found '{word}'; expected {name} or {name}=FILE", origin)
    if not equals and known in FILE_FORMATS:
        raise InputError(f"{name} is no text; expected {name}=FILE", origin)
    return Output(known, folder / file if file else None)
