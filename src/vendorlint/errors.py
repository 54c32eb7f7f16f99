"""The few errors that vendorlint raises on purpose; each is one line for the user and an exit code."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

EXIT_OK = 0
EXIT_FINDINGS = 1
EXIT_ERROR = 2
EXIT_NOTHING = 3
EXIT_INTERRUPTED = 130


class VendorlintError(Exception):
    """Something that the user can act on. `str()` is the whole message; `exit_code` is 2 unless a subclass differs."""

    exit_code = EXIT_ERROR


@dataclass
class InputError(VendorlintError):
    """A file or value that cannot be used: where it is, what was found, what was expected. Lines and columns are 1-based."""

    message: str
    path: Path | str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {self.message}" if place else self.message


class InputErrors(VendorlintError):
    """All errors of one file at once, a line each."""

    def __init__(self, errors: Iterable[InputError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in self.errors))


class NothingToCheckError(VendorlintError):
    """No input matched, or no rule is enabled: never a pass."""

    exit_code = EXIT_NOTHING


class EngineError(VendorlintError):
    """A Rego engine failed. `kind` is one of connect, auth, timeout, compile, eval, undefined, protocol, memory, crash."""

    def __init__(self, kind: str, message: str) -> None:
        self.kind = kind
        super().__init__(message)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean 'x'?)`, or an empty string where nothing known is near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean '{near[0]}'?)" if near else ""
