"""A bar for work that takes longer than a second, where a person watches."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

DELAY_SECONDS = 1.0
Item = TypeVar("Item")


def track(items: Sequence[Item]) -> Iterator[Item]:
    """The vendors of a run, one after another, with a bar on stderr once they take longer than DELAY_SECONDS."""
    if not _is_watched():
        yield from items
        return
    started, bar = time.monotonic(), None
    done, total = 0, sum(map(_documents, items))
    try:
        for index, item in enumerate(items):
            if bar is None and time.monotonic() - started >= DELAY_SECONDS:
                bar = _bar(len(items))
            if bar:
                bar.update(bar.task_ids[0], completed=index, documents=f"{done}/{total} documents")
            yield item
            done += _documents(item)
    finally:
        if bar:
            bar.stop()


def _documents(item: Any) -> int:
    """How many documents a vendor has, or a version of one."""
    return len(getattr(item, "documents", getattr(item, "blobs", ())))


def _is_watched() -> bool:
    """Whether stderr is a terminal of a person: pre-commit gives hooks a pseudo-terminal, and so do some CI systems."""
    unwatched = os.environ.get("PRE_COMMIT") == "1" or os.environ.get("CI") or os.environ.get("TERM") == "dumb"
    return sys.stderr.isatty() and not unwatched


def _bar(total: int) -> Progress:
    # typer brings rich along; loading it takes longer than most runs.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    counts = MofNCompleteColumn(), TextColumn("{task.fields[documents]}")
    columns = (TextColumn("{task.description}"), BarColumn(), *counts, TimeRemainingColumn())
    console = Console(stderr=True)
    bar = Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
    bar.add_task("reading vendors", total=total, documents="")
    bar.start()
    return bar
