"""Files opened for reading, and nothing that only looks like one: a pipe would be waited for, a device has no end."""

from __future__ import annotations

import contextlib
import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@contextlib.contextmanager
def regular_file(path: Path) -> Iterator[BinaryIO]:
    """The file at `path`, open for its bytes. Raises OSError, also for what is no regular file."""
    with io.open(path, "rb", opener=_opened) as file:  # noqa: UP020 - pathlib's takes no opener
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(0, "it is a device, a pipe or a socket")
        yield file


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | _AT_ONCE)
