"""A Dask cluster that reads documents: each vendor's go to one of its workers by content, and come back as facts.

Nothing else leaves this machine, and nobody but --executor names where to. Certificates and all other settings are Dask's own
(https://docs.dask.org/en/stable/configuration.html).
"""

from __future__ import annotations

import asyncio
import logging
import os
import re
import socket
import threading
import uuid
from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from vendorlint import __version__
from vendorlint.errors import DEBUG_VARIABLE, ClusterError, InputError
from vendorlint.facts.elsewhere import DIFFERS, keep_renderings, read_elsewhere
from vendorlint.facts.order import NOTHING, Order
from vendorlint.facts.provenance import extractor_digest
from vendorlint.near import did_you_mean
from vendorlint.network import within

if TYPE_CHECKING:
    from distributed import Client

SCHEMES = {"dask": "tcp", "tls": "tls"}  # as they are given, and as Dask has them
WANTED = "expected dask://HOST:PORT, or tls://HOST:PORT where the scheduler wants certificates"
CONNECT_SECONDS = 5
PATIENCE_SECONDS = 30  # after which it is asked whether there is any worker left
# Contracts are larger than what Dask takes for arguments, and it would remember the last 1,000 that it sent.
SETTINGS = {"distributed.admin.large-graph-warning-threshold": "1GB", "distributed.admin.low-level-log-length": 0}
AT_A_TIME = range(32, 257)  # orders that are out, by how many the workers can be at
_ADDRESS = re.compile(r"(?P<scheme>[^:/]+)://(?P<host>[^\s/@:\[\]]+|\[[0-9A-Fa-f:.]+\]):(?P<port>\d{1,5})/?")


def dask_address(given: str) -> str:
    """The address of a scheduler as Dask has it. Raises InputError."""
    found = _ADDRESS.fullmatch(given)
    scheme = found["scheme"] if found else given.partition("://")[0]
    near = "" if scheme in SCHEMES else did_you_mean(scheme, SCHEMES)
    if not found or scheme not in SCHEMES or not 1 <= int(found["port"]) <= 65535:
        raise InputError(f"--executor is '{given}'; {WANTED}{near}")
    return f"{SCHEMES[scheme]}://{found['host']}:{found['port']}"


@contextmanager
def connected(given: str) -> Iterator[Cluster]:
    """The cluster of a scheduler. Raises InputError for what is no address, and where Dask is not installed; ClusterError where
    nobody answers in CONNECT_SECONDS, or another vendorlint."""
    address = dask_address(given)
    client = _client(address, given)
    try:
        _require_same(client, given)
        yield Cluster(client, given)
    finally:
        with suppress(Exception):  # the scheduler may be gone
            client.close(timeout=CONNECT_SECONDS)


def _client(address: str, given: str) -> Client:
    try:
        import dask
        import distributed
    except ModuleNotFoundError:
        raise InputError("--executor needs Dask; pip install 'vendorlint[dask]'") from None
    _silence()
    dask.config.set(SETTINGS)
    try:
        security = distributed.Security()
        within(CONNECT_SECONDS + 1, lambda: asyncio.run(_reach(address, security.get_connection_args("client"))))
        return distributed.Client(address, timeout=CONNECT_SECONDS, security=security, set_as_default=False)
    except Exception as error:
        raise ClusterError(f"{given}: no scheduler can be reached there: {_line(_cause(error))}") from None


def _silence() -> None:
    """What there is to say is said here, in a line: Dask shows tracebacks of all that it tries again."""
    if not os.environ.get(DEBUG_VARIABLE):
        for name in [each for each in logging.root.manager.loggerDict if each.partition(".")[0] == "distributed"]:
            logging.getLogger(name).setLevel(logging.CRITICAL)


async def _reach(address: str, arguments: Mapping[str, Any]) -> None:
    """See whether a scheduler answers: Dask's client tries one that refuses for as long as it may, and leaves threads behind."""
    from distributed.comm import connect

    if address.startswith("tls") and arguments["ssl_context"] is None:
        raise OSError("Dask has no certificates; set ca-file, client.cert and client.key below distributed.comm.tls")
    at = urlsplit(address)
    socket.create_connection((at.hostname, at.port or 0), timeout=CONNECT_SECONDS).close()
    comm = await connect(address, timeout=CONNECT_SECONDS, **arguments)
    await comm.close()


def _cause(error: BaseException) -> BaseException:
    """What is behind an error, and behind that."""
    return _cause(error.__cause__) if error.__cause__ else error


def _require_same(client: Client, given: str) -> None:
    """Raises ClusterError where the scheduler or a worker has no vendorlint, or another."""
    found = client.get_versions(packages=["vendorlint"])
    if not found["workers"]:
        raise ClusterError(f"{given}: has no worker; start one with: dask worker {dask_address(given)}")
    for where, each in (("the scheduler", found["scheduler"]), *found["workers"].items()):
        version = each["packages"]["vendorlint"]
        if version != __version__:
            raise _differs(where, f"has vendorlint {version}" if version else "has no vendorlint", given)


def _differs(where: str, what: str, given: str) -> ClusterError:
    return ClusterError(f"{given}: {where} {what}; expected the same as here, {__version__}, on all of the cluster")


class Cluster:
    """Reads orders, for as many threads as ask."""

    def __init__(self, client: Client, given: str) -> None:
        self._client = client
        self._given = given
        self._by = extractor_digest()
        self._out: dict[str, Any] = {}  # futures, by their keys
        self._one = threading.Lock()
        self._ending = False

    def at_a_time(self) -> int:
        """See ClusterExecutor."""
        workers: int = sum(self._client.nthreads().values())
        return min(max(2 * workers, AT_A_TIME.start), AT_A_TIME.stop - 1)

    def read(self, order: Order) -> dict[str, Any]:
        """See Executor. An order that was lost with each worker that had it is read document by document."""
        answer = self._answer(order)
        return self._apart(order) if answer is None else answer

    @contextmanager
    def ending(self) -> Iterator[None]:
        """See ClusterExecutor."""
        self._ending = True
        with suppress(Exception):
            self._client.cancel(list(self._out.values()), force=True)
        yield

    def _apart(self, order: Order) -> dict[str, Any]:
        """Each document of an order by itself, one at a time, as others were perhaps lost with it; then those that were not lost
        again together. The others are unread."""
        with self._one:
            alone = [self._answer(order.of([at])) for at in range(len(order.originals))]
        left = [at for at, each in enumerate(alone) if each is not None]
        lost = [_lost(at) for at, each in enumerate(alone) if each is None]
        if not left:
            return {**NOTHING, "unread": lost}
        answer = alone[0] if len(alone) == 1 else self._answer(order.of(left))
        if answer is None:
            return {**NOTHING, "unread": [_lost(at) for at in range(len(alone))]}
        unread = ({**each, "at": left[each["at"]]} for each in answer.get("unread", ()))
        return {**answer, "unread": [*lost, *unread]}

    def _answer(self, order: Order) -> dict[str, Any] | None:
        """The answer of a worker; None where each that had the order was lost. Raises ClusterError."""
        from distributed.scheduler import KilledWorker

        key = f"vendorlint-{uuid.uuid4().hex}"
        future = self._out[key] = self._client.submit(read_elsewhere, self._by, order.to_plain(), key=key)
        try:
            answer = self._waited_for(future)
        except KilledWorker:
            return None
        except CancelledError:
            if self._ending:
                raise InterruptedError from None
            raise self._gone() from None
        except ClusterError:
            raise
        except Exception as error:
            if self._client.status != "running":
                raise self._gone() from None
            raise ClusterError(f"{self._given}: a worker failed: {_line(error)}") from None
        finally:
            del self._out[key]
        if DIFFERS in answer:
            raise _differs("a worker", "has an extractor that differs", self._given)
        return keep_renderings(order, answer)

    def _gone(self) -> ClusterError:
        return ClusterError(f"{self._given}: the scheduler is gone; what was read is kept, run this again")

    def _waited_for(self, future: Any) -> dict[str, Any]:
        from distributed import TimeoutError as NotYet

        while True:
            if self._ending:
                raise InterruptedError
            try:
                answer: dict[str, Any] = future.result(timeout=PATIENCE_SECONDS)
                return answer
            except NotYet:
                if not self._client.nthreads():
                    raise ClusterError(f"{self._given}: has no worker any more; what was read is kept") from None


def _lost(at: int) -> Mapping[str, Any]:
    return {"at": at, "message": "was lost with each worker of the cluster that read it, and given up"}


def _line(error: BaseException) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error) or "no answer in time"
    return " ".join(f"{type(error).__name__}: {error}".split()).rstrip(":")
