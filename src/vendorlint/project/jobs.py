"""How many processes a run may have: --jobs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from vendorlint.errors import InputError

JOBS = "VENDORLINT_JOBS"  # the variable by which `--jobs` is told
MOST = 256
WORTH = 100_000  # bytes of documents for which one more process is worth its start


def jobs(environ: Mapping[str, str] = os.environ) -> int:
    """How many processes may work at a time: as many as were asked for, else one for each core of this process. Raises InputError."""
    wanted = environ.get(JOBS, "")
    if not wanted:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not wanted.isdecimal() or not 1 <= int(wanted) <= MOST:
        raise InputError(f"{JOBS} is '{wanted}'; expected a number of processes from 1 to {MOST}")
    return int(wanted)


def worth(documents: Iterable[Path]) -> int:
    """How many processes documents are worth, at most `jobs()`."""
    most = jobs()
    size = 0
    for path in documents if most > 1 else ():
        size += path.stat().st_size if path.is_file() else 0
        if size >= most * WORTH:
            return most
    return max(size // WORTH, 1)
