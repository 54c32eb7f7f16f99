"""Who reads documents: the processes of this machine, or a cluster that somebody named with --executor."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from vendorlint.facts.order import Order


class Executor(Protocol):
    """Whoever reads documents, for several threads at a time."""

    def read(self, order: Order) -> dict[str, Any]:
        """What documents are read as, as order.py has it. Raises InterruptedError where the run ends."""


class ClusterExecutor(Executor, Protocol):
    """The same elsewhere."""

    def at_a_time(self) -> int:
        """How many orders keep it at work."""

    def ending(self) -> AbstractContextManager[None]:
        """Take back all that was asked; who waits for an answer within is interrupted."""


class Here:
    """The processes of this machine, at most `--jobs` of them."""

    def read(self, order: Order) -> dict[str, Any]:
        """See Executor."""
        from vendorlint.facts.process import read_here

        return read_here(order)


_CLUSTER: ContextVar[ClusterExecutor | None] = ContextVar("cluster", default=None)


@contextmanager
def executed_by(address: str | None) -> Iterator[None]:
    """Have a cluster read all documents in the block, where an address is given. Raises InputError and ClusterError."""
    if address is None:
        yield
        return
    from vendorlint.facts.cluster import connected

    with connected(address) as cluster:
        token = _CLUSTER.set(cluster)
        try:
            yield
        finally:
            _CLUSTER.reset(token)


def executor() -> Executor:
    """Who reads documents now."""
    return _CLUSTER.get() or Here()


def at_a_time(here: int) -> int:
    """How many vendors to read at a time: `here` where this machine reads them."""
    cluster = _CLUSTER.get()
    return cluster.at_a_time() if cluster else here


def ending() -> AbstractContextManager[None]:
    """End all reading, whatever it is at; who waits for it within is interrupted."""
    from vendorlint.facts.process import ending_workers  # which takes the reader of documents

    cluster = _CLUSTER.get()
    return cluster.ending() if cluster else ending_workers()
