"""Documents that are no text become text: PDF, DOCX and HTML, each as Markdown with the place of every line.

A parser of such formats is a large target for hostile input. Each file is read in a process of its own, with limits of time
and memory, so that a crash or a hang is one error line.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

KINDS = {".pdf": "pdf", ".docx": "docx", ".html": "html", ".htm": "html"}
NAMES = {"pdf": "PDF", "docx": "DOCX", "html": "HTML"}
_WORKER = Path(__file__).with_name("worker.py")

MAX_KEPT = 256
OCR_WARNING = "was read by OCR; compare its quotes with the pages"

Place = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may cost. `unpacked_mb` is the size of what a DOCX holds, `depth` how deep HTML and XML nest.

    `ocr` lets a PDF without text be read by ocrmypdf, which has `ocr_seconds` for it.
    """

    file_mb: int = 50
    seconds: int = 60
    memory_mb: int = 1000
    pages: int = 2000
    unpacked_mb: int = 200
    depth: int = 500
    ocr_seconds: int = 900
    ocr: bool = False


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a reader makes of a file: Markdown, and for each of its lines where that stands in the file.

    A place is ("page 3", 12) for the twelfth line of a page, ("paragraph 41", None), or ("#fees > p:nth-of-type(2)", None);
    ("", None) for a line that is the reader's own, such as a blank one. `warnings` are to be told, a line each. The words of
    `ocr` were guessed from pictures.
    """

    text: str
    places: tuple[Place, ...]
    warnings: tuple[str, ...]
    ocr: bool = False

    def place(self, first: int, last: int) -> str:
        """Where lines `first` to `last` of the text, from 1, stand in the file, in words; empty where nothing is known."""
        known = [place for place in self.places[first - 1 : last] if place[0]]
        if not known:
            return ""
        (start, line), (end, until) = known[0], known[-1]
        if start != end:
            return f"{_worded(start, line)} to {_worded(end, until)}"
        return start if line is None else f"{start}, line{'' if line == until else 's'} {_span(line, until)}"


# Extracting, checking quotes and reporting each need the same file; what it holds depends on nothing else.
_RENDERINGS: dict[tuple[str, bytes, bool], Rendering] = {}


class ReadingError(Exception):
    """A file that cannot be read; the message says why, after the file's name."""


class NoTextError(ReadingError):
    """A file of pictures: there are words on its pages, and none in it."""


def render(raw: bytes, kind: str, limits: Limits) -> Rendering:
    """The content of a file of a kind of KINDS. Raises ReadingError."""
    key = kind, hashlib.sha256(raw).digest(), limits.ocr
    if key not in _RENDERINGS:
        while len(_RENDERINGS) >= MAX_KEPT:
            del _RENDERINGS[next(iter(_RENDERINGS))]
        _RENDERINGS[key] = _read_or_recognise(raw, kind, limits)
    return _RENDERINGS[key]


def _read_or_recognise(raw: bytes, kind: str, limits: Limits) -> Rendering:
    try:
        return _read(raw, kind, limits)
    except NoTextError:
        if not limits.ocr:
            raise
    found = _read(_recognised(raw, limits), kind, limits)
    return replace(found, ocr=True, warnings=(*found.warnings, OCR_WARNING))


def _recognised(raw: bytes, limits: Limits) -> bytes:
    """The PDF with a layer of text that ocrmypdf found on its pages."""
    program = shutil.which("ocrmypdf")
    if program is None:
        raise ReadingError("holds no text, and ocrmypdf is not installed; install it, or send a PDF with text")
    command = [program, "--quiet", "--force-ocr", "--output-type", "pdf", "-", "-"]
    try:
        run = subprocess.run(command, input=raw, capture_output=True, timeout=limits.ocr_seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise ReadingError(f"took longer than {limits.ocr_seconds} s to recognise and was given up") from None
    if run.returncode:
        message = run.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise ReadingError(f"holds no text, and ocrmypdf could not read it: {message}")
    return run.stdout


def _read(raw: bytes, kind: str, limits: Limits) -> Rendering:
    # -I: neither the working directory nor the user's environment says what is imported.
    command = [sys.executable, "-I", str(_WORKER), str(_WORKER.parents[3]), kind, json.dumps(asdict(limits))]
    try:
        run = subprocess.run(command, input=raw, capture_output=True, timeout=limits.seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise _timeout(limits) from None
    if run.returncode:
        raise _died(kind, limits, run.returncode, run.stderr.decode(errors="replace"))
    answer: dict[str, Any] = json.loads(run.stdout)
    if "error" in answer:
        raise (NoTextError if answer["pictures"] else ReadingError)(answer["error"])
    places = tuple((label, line) for label, line in answer["places"])
    return Rendering(answer["text"], places, tuple(answer["warnings"]))


def _timeout(limits: Limits) -> ReadingError:
    return ReadingError(f"took longer than {limits.seconds} s to read and was given up")


def _died(kind: str, limits: Limits, code: int, stderr: str) -> ReadingError:
    if code < 0 and signal.Signals(-code).name == "SIGXCPU":  # not on every platform
        return _timeout(limits)
    if "MemoryError" in stderr or "memory allocation" in stderr:
        return ReadingError(f"needs more than {limits.memory_mb} MB of memory to read and was given up")
    how = signal.strsignal(-code) if code < 0 else stderr.strip().rpartition("\n")[2]
    return ReadingError(f"crashed the reader of {NAMES[kind]} files ({how}); the file is probably broken")


def _worded(label: str, line: int | None) -> str:
    return label if line is None else f"{label}, line {line}"


def _span(first: int, last: int | None) -> str:
    return str(first) if last in (None, first) else f"{first}-{last}"
