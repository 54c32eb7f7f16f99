"""The reading of a file in a process of its own."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from vendorlint_extractor.documents.readers.rendering import ERRORS, NAMES, Limits, ReadingError
from vendorlint_extractor.shipped import ShippedError

_WORKER = Path(__file__).with_name("worker.py")


def answer_of(raw: bytes, kind: str, limits: Limits) -> dict[str, Any]:
    """What the process says of a file that it has read. Raises ReadingError, and ShippedError where no file can be read."""
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
        raise (ERRORS | {ShippedError.__name__: ShippedError})[answer["is"]](answer["error"])
    return answer


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
