"""The few errors that vendorlint raises on purpose; each is one line for the user and an exit code."""

from __future__ import annotations

import difflib
import os
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vendorlint.choices import EngineFailure
from vendorlint.place import FilePlace
from vendorlint.unsafe import escape

DEBUG_VARIABLE = "VENDORLINT_DEBUG"  # set where tracebacks are wanted
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
        told = f"{self.place}: {self.message}" if self.place else self.message
        return told.replace("\n", r"\n")  # one line, also where a file's name has more

    @property
    def file_place(self) -> FilePlace | None:
        """The place in a file, its beginning for a file as a whole; None where no file is at fault."""
        if isinstance(self.place, Path):
            return FilePlace(self.place)
        return self.place if isinstance(self.place, FilePlace) else None


class InputErrors(VendorlintError):
    """Several errors at once, a line each."""

    def __init__(self, errors: Iterable[InputError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in self.errors))


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
    told = " ".join(f"{type(error).__name__}: {error}".split())
    return f"internal error: {told} (run with --debug for the traceback)"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean 'x'?)`, or an empty string where nothing known is near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean '{near[0]}'?)" if near else ""
