"""One writer at a time: several commands, a server and an editor may work on one vendor."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vendorlint.errors import InputError

WAIT_SECONDS = 10.0  # what is done under a lock takes less than one
POLL_SECONDS = 0.02


@contextmanager
def locked(folder: Path, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Within it no other vendorlint is in a block like this one with the same folder, on this machine.

    The folder itself is locked: no file is left in it or elsewhere, and the lock goes with the process. Where a file system
    has no such locks, or the platform (Windows), nothing is locked; see `replace_facts` for what is lost then: nothing but
    time. Raises InputError where another one holds the lock for longer than `wait` seconds.
    """
    handle = _open(folder)
    try:
        if handle is not None:
            _take(handle, folder, wait)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _open(folder: Path) -> int | None:
    if sys.platform == "win32":
        return None
    try:
        return os.open(folder, os.O_RDONLY)
    except OSError:  # not ours to read: writing in it says why
        return None


def _take(handle: int, folder: Path, wait: float) -> None:
    if sys.platform == "win32":
        return
    import fcntl

    until = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > until:
                raise InputError("another vendorlint is writing here; run this again when it is done", folder) from None
            time.sleep(POLL_SECONDS)
        except OSError:  # a file system without locks
            return
