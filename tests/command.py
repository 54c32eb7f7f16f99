"""Runs the command line in this process, as a process of its own would: its own surroundings. What a process keeps is only
what ships, which no run changes.

For tests of what a command says, writes and exits with. Where the process itself matters (signals, pipes, terminals,
encodings, start-up), tests start a real one: `COMMAND`.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import types
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vendorlint.cli.app import main

COMMAND = [sys.executable, "-c", "from vendorlint.cli.app import main; main()"]
PROGRAM = str(Path(sys.executable).with_name("vendorlint"))
# What a test's surroundings may hold and would change a run.
LEFT_OUT = frozenset({"PRE_COMMIT", "FORCE_COLOR", "NO_COLOR", "CI", "HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})


@dataclass(frozen=True, slots=True)
class Run:
    code: int
    out: str
    err: str


def run_command(*arguments: str, cwd: Path, environ: Mapping[str, str]) -> Run:
    """`vendorlint ARGUMENTS` in `cwd`, with `environ` on top of what surrounds the tests."""
    code, out, err = run_bytes(*arguments, cwd=cwd, environ=surroundings() | environ)
    return Run(code, out.decode(), err.decode())


def surroundings() -> dict[str, str]:
    """The environment of the tests, without what would change a run."""
    return {
        key: value
        for key, value in os.environ.items()
        if not (key in LEFT_OUT or "VENDORLINT" in key or key.startswith("GITHUB_"))
    }


def run_bytes(*arguments: str, cwd: Path, environ: Mapping[str, str]) -> tuple[int, bytes, bytes]:
    """The exit code, stdout and stderr of a run with this environment and no other."""
    out, err = io.BytesIO(), io.BytesIO()
    with _streams(out, err), _place(cwd, environ), _program(arguments), _own_warnings():
        code = _exit_code()
    return code, out.getvalue(), err.getvalue()


def _exit_code() -> int:
    try:
        main()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        print(end.code, file=sys.stderr)
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


@contextlib.contextmanager
def _streams(out: io.BytesIO, err: io.BytesIO) -> Iterator[None]:
    """Pipes to nobody's terminal, in UTF-8, with the error handlers that Python gives them; nothing to read."""
    stdout = io.TextIOWrapper(out, "utf-8", "strict", newline="\n")
    stderr = io.TextIOWrapper(err, "utf-8", "backslashreplace", newline="\n")
    names = {"stdout": stdout, "__stdout__": stdout, "stderr": stderr, "__stderr__": stderr}
    with Path(os.devnull).open(encoding="utf-8") as stdin:
        names |= {"stdin": stdin, "__stdin__": stdin}
        before = {name: getattr(sys, name) for name in names}
        try:
            for name, stream in names.items():
                setattr(sys, name, stream)
            yield
        finally:
            for name, stream in before.items():
                setattr(sys, name, stream)
            stdout.detach()
            stderr.detach()


@contextlib.contextmanager
def _place(cwd: Path, environ: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    with contextlib.chdir(cwd):
        try:
            os.environ.clear()
            os.environ.update(environ)
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


@contextlib.contextmanager
def _program(arguments: tuple[str, ...]) -> Iterator[None]:
    """The words of the command line, and a __main__ that is no package: click makes the program's name of both."""
    argv, module = sys.argv, sys.modules["__main__"]
    sys.argv, sys.modules["__main__"] = [PROGRAM, *arguments], types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.argv, sys.modules["__main__"] = argv, module


@contextlib.contextmanager
def _own_warnings() -> Iterator[None]:
    """What Python would warn of goes to the run's stderr, and not to pytest."""
    with warnings.catch_warnings(record=True) as shown:
        warnings.resetwarnings()
        for quiet in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
            warnings.simplefilter("ignore", quiet)
        try:
            yield
        finally:
            for each in shown:
                sys.stderr.write(warnings.formatwarning(each.message, each.category, each.filename, each.lineno))
            sys.stderr.flush()
