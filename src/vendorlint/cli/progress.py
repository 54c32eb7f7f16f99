"""How far long work is: a bar where a person watches, a line per tenth of it elsewhere."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

DELAY_SECONDS = 1.0
LINES_AFTER_SECONDS = 5.0  # where nobody watches
LINES = 10
Item = TypeVar("Item")


def track(items: Sequence[Item], what: str = "vendors") -> Iterator[Item]:
    """The items of a run, one after another, with a bar on stderr once they take longer than DELAY_SECONDS; with lines where
    nobody watches and there are enough of them."""
    if not _is_watched():
        yield from _told(items, what)
        return
    started, bar = time.monotonic(), None
    done, total = 0, sum(map(_documents, items))
    try:
        for index, item in enumerate(items):
            if bar is None and time.monotonic() - started >= DELAY_SECONDS:
                bar = _bar(len(items), what)
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


def _told(items: Sequence[Item], what: str) -> Iterator[Item]:
    started, told = time.monotonic(), 0
    silent = (
        len(items) < LINES or os.environ.get("PRE_COMMIT") == "1"
    )  # which shows all that a hook said where it fails
    for index, item in enumerate(items):
        tenth = index * LINES // len(items)
        if not silent and tenth > told and time.monotonic() - started >= LINES_AFTER_SECONDS:
            told = tenth
            told_line = f"vendorlint: read {index} of {len(items)} {what} ({tenth * 100 // LINES} %)"
            print(told_line, file=sys.stderr, flush=True)  # noqa: T201
        yield item


def _bar(total: int, what: str) -> Progress:
    # typer brings rich along; loading it takes longer than most runs.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    counts = MofNCompleteColumn(), TextColumn("{task.fields[documents]}")
    columns = (TextColumn("{task.description}"), BarColumn(), *counts, TimeRemainingColumn())
    console = Console(stderr=True)
    bar = Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
    bar.add_task(f"reading {what}", total=total, documents="")
    bar.start()
    return bar
