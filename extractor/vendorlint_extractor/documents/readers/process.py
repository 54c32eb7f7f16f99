"""The reading of a file in a process of its own, and by OCR where it holds only pictures of words."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.readers.rendering import NAMES, Limits, NoTextError, ReadingError, Rendering

_WORKER = Path(__file__).with_name("worker.py")

MAX_KEPT = 256
OCR_OPTIONS = ("--quiet", "--force-ocr", "--output-type", "pdf", "-", "-")
OCR_WARNING = "was read by OCR; compare its quotes with the pages"

# Extracting, checking quotes and reporting each need the same file; what it holds depends on nothing else.
_RENDERINGS: dict[tuple[str, bytes, bool], Rendering] = {}


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
    # What it and the programs that it calls lay down is in a folder of ours, which goes with them when it is given up.
    with tempfile.TemporaryDirectory(prefix="vendorlint-") as folder:
        run = _run_whole([program, *OCR_OPTIONS], raw, limits.ocr_seconds, os.environ | {"TMPDIR": folder})
    if run is None:
        raise ReadingError(f"took longer than {limits.ocr_seconds} s to recognise and was given up")
    if run.returncode:
        message = run.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise ReadingError(f"holds no text, and ocrmypdf could not read it: {message}")
    return run.stdout


def _run_whole(
    command: Sequence[str], raw: bytes, seconds: float, environ: Mapping[str, str]
) -> subprocess.CompletedProcess[bytes] | None:
    """Run a program that calls others; None where it took too long. However it ends, none of them is left."""
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - a program of the user's own PATH
        command, stdin=pipe, stdout=pipe, stderr=pipe, env=environ, start_new_session=True
    ) as process:
        try:
            out, errors = process.communicate(raw, timeout=seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _end_group(process)
    return subprocess.CompletedProcess(command, process.returncode, out, errors)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):  # all have ended
        os.killpg(process.pid, signal.SIGKILL)


def _read(raw: bytes, kind: str, limits: Limits) -> Rendering:
    # -I: neither the working directory nor the user's environment says what is imported.
    command = [sys.executable, "-I", str(_WORKER), str(_WORKER.parents[3]), kind, json.dumps(asdict(limits))]
    try:
        run = subprocess.run(command, input=raw, capture_output=True, timeout=limits.seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise ReadingError(too_slow(limits)) from None
    if run.returncode:
        raise _died(kind, limits, run.returncode, run.stderr.decode(errors="replace"))
    answer: dict[str, Any] = json.loads(run.stdout)
    if "error" in answer:
        raise (NoTextError if answer["pictures"] else ReadingError)(answer["error"])
    places = tuple((label, line) for label, line in answer["places"])
    notes = tuple(Note(**note) for note in answer["notes"])
    return Rendering(
        answer["text"],
        places,
        tuple(answer["warnings"]),
        notes=notes,
        around=tuple((place, words) for place, words in answer["around"]),
    )


def too_slow(limits: Limits) -> str:
    """What is wrong with a document that takes too long."""
    return f"took longer than {limits.seconds} s to read and was given up"


def too_large(limits: Limits) -> str:
    """What is wrong with a document that needs too much memory."""
    return f"needs more than {limits.memory_mb} MB of memory to read and was given up"


def _died(kind: str, limits: Limits, code: int, stderr: str) -> ReadingError:
    if code < 0 and signal.Signals(-code).name == "SIGXCPU":  # not on every platform
        return ReadingError(too_slow(limits))
    if "MemoryError" in stderr or "memory allocation" in stderr:
        return ReadingError(too_large(limits))
    how = signal.strsignal(-code) if code < 0 else stderr.strip().rpartition("\n")[2]
    return ReadingError(f"crashed the reader of {NAMES[kind]} files ({how}); the file is probably broken")
