"""The few errors that vendorlint raises on purpose; each is one line for the user and an exit code."""

from __future__ import annotations

import os
import re
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vendorlint.choices import EngineFailure
from vendorlint.place import FilePlace, told_path
from vendorlint.unsafe import escape

DEBUG_VARIABLE = "VENDORLINT_DEBUG"  # set where tracebacks are wanted
MAX_TOLD = 40  # errors at once
_LOOP = re.compile(r"Symlink loop from '(?P<path>.+)'")  # what pathlib says of it before Python 3.13
EXIT_OK = 0
EXIT_FINDINGS = 1
EXIT_ERROR = 2
EXIT_NOTHING = 3
EXIT_INTERRUPTED = 130
EXIT_SIGNAL = 128  # and the number of the signal that ended the run, as shells have it


class VendorlintError(Exception):
    """Something that the user can act on. `str()` is the whole message; `exit_code` is 2 unless a subclass differs."""

    exit_code = EXIT_ERROR


@dataclass
class InputError(VendorlintError):
    """A file or value that cannot be used: what was found, what was expected.

    `place` is a place in a file, a file as a whole, or the name of what else is at fault: an option, a variable, or where a
    setting stands (`vendorlint.yaml:3`).
    """

    message: str
    place: FilePlace | Path | str | None = None

    def __str__(self) -> str:
        place = told_path(self.place) if isinstance(self.place, Path) else self.place
        told = f"{place}: {self.message}" if place else self.message
        return told.replace("\n", r"\n")  # one line, also where a file's name has more

    @property
    def file_place(self) -> FilePlace | None:
        """The place in a file, its beginning for a file as a whole; None where no file is at fault."""
        if isinstance(self.place, Path):
            return FilePlace(self.place)
        return self.place if isinstance(self.place, FilePlace) else None


class InputErrors(VendorlintError):
    """Several errors at once, a line each; of more than MAX_TOLD, how many more there are."""

    def __init__(self, errors: Iterable[InputError]) -> None:
        self.errors = tuple(errors)
        more = len(self.errors) - MAX_TOLD
        lines = [str(error) for error in self.errors[:MAX_TOLD]]
        super().__init__("\n".join([*lines, f"and {more} more errors"] if more > 0 else lines))


class DefinitionErrors(InputErrors):
    """What is wrong with definitions that all vendors are read by."""


class ErrorCollector:
    """Gathers what is wrong with an input, so that a person is told all of it at once."""

    def __init__(self, errors: Iterable[InputError] = ()) -> None:
        self._errors = list(errors)

    def __bool__(self) -> bool:
        return bool(self._errors)

    @contextmanager
    def collect(self) -> Iterator[None]:
        """Keep the InputError or InputErrors that ends the block."""
        try:
            yield
        except InputErrors as several:
            self.extend(several.errors)
        except InputError as error:
            self.add(error)

    def add(self, error: InputError) -> None:
        """Keep an error that nobody has raised."""
        self._errors.append(error)

    def extend(self, errors: Iterable[InputError]) -> None:
        """The same of several."""
        self._errors.extend(errors)

    def finalize(self) -> None:
        """Raises InputErrors with all that was kept, in its order, if there is any."""
        if self._errors:
            raise InputErrors(self._errors)


class NothingToCheckError(VendorlintError):
    """No input matched, or no rule is enabled: never a pass."""

    exit_code = EXIT_NOTHING


class ClusterError(VendorlintError):
    """A cluster that cannot read documents, so that no vendor has its turn any more."""


class EngineError(VendorlintError):
    """A Rego engine failed; `kind` says how."""

    def __init__(self, kind: EngineFailure, message: str) -> None:
        self.kind = kind
        super().__init__(message)


def internal_error(error: Exception) -> str:
    """The line on an error that nobody foresaw; with --debug its traceback goes to stderr."""
    if os.environ.get(DEBUG_VARIABLE):
        lines = "".join(traceback.format_exception(error)).split("\n")
        print("\n".join(escape(line) for line in lines), file=sys.stderr)  # noqa: T201
    if looped := _LOOP.fullmatch(str(error)):
        return f"{looped['path']}: is a link that leads to itself; expected a file or a folder"
    told = " ".join(f"{type(error).__name__}: {error}".split())
    return f"internal error: {told} (run with --debug for the traceback)"
