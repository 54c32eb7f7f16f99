"""Several vendors at a time. What reads their documents are processes, here or in a cluster; a thread waits for each, and puts together what it said."""

from __future__ import annotations

import contextvars
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from vendorlint.facts.executor import ending

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_order(work: Callable[[Item], Result], items: Sequence[Item], workers: int) -> Iterator[Result]:
    """What becomes of each item, in the order of the items, `workers` of them at a time.

    Whoever stops asking, or is interrupted, ends the processes that are at work; what they were at is done by nobody.
    """
    if workers <= 1 or len(items) <= 1:
        yield from map(work, items)
        return
    with ThreadPoolExecutor(workers) as pool:
        waiting = [pool.submit(contextvars.copy_context().run, work, item) for item in items]
        try:
            for each in waiting:
                yield each.result()
        except BaseException:
            with ending():
                pool.shutdown(cancel_futures=True)
            raise
