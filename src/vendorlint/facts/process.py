"""The reading of documents for their facts in a process of its own, see worker.py: what harms it costs one document."""

from __future__ import annotations

import atexit
import functools
import json
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib import util
from pathlib import Path
from typing import IO, Any, cast

from vendorlint.errors import DEBUG_VARIABLE
from vendorlint.facts.order import NOTHING, ROOT, Order, told
from vendorlint.facts.worker import DEFINITIONS, FULL, LATE
from vendorlint.project.jobs import jobs
from vendorlint_extractor.documents.file import text_of
from vendorlint_extractor.documents.readers.process import too_large, too_slow
from vendorlint_extractor.documents.readers.rendering import Limits
from vendorlint_extractor.shipped import ShippedError

_WORKER = Path(__file__).with_name("worker.py")
_FOLDERS = (str(_WORKER.parents[2]), str(Path(sys.modules["vendorlint_extractor"].__file__ or "").parents[1]))


@functools.cache
def _libraries() -> str:
    """The folder that this process has its libraries from, which the worker may not look for in the environment."""
    found = util.find_spec("re2")
    return str(Path(found.origin).parents[1]) if found and found.origin else ""


class _DiedError(Exception):
    """The worker ended over the document at an index."""

    def __init__(self, index: int, message: str) -> None:
        self.index = index
        self.message = message
        super().__init__(message)


def read_here(order: Order) -> dict[str, Any]:
    """What documents are read as by the processes of this machine, as an answer has it. Raises InterruptedError where the run ends."""
    try:
        sources, unread = _sources(order)
    except ShippedError as error:
        return {DEFINITIONS: str(error)}
    request = {
        "vendor": order.vendor,
        "folder": ROOT,
        "precedence": order.precedence,
        "customer": order.customer,
        "own": order.own,
        "digest": order.own_digest(),
        "silent_of": order.silent_of,
        "asked": order.asked,
        "quotes": order.quotes,
    }
    left = list(sources)
    while left:
        try:
            asked = {**request, "sources": [sources[at] for at in left]}
            answer = _workers(order.limits).ask(asked)
        except _DiedError as error:
            unread.append({"at": left.pop(error.index), "message": error.message})
            continue
        if DEFINITIONS in answer:
            return answer
        return {
            **NOTHING,
            **answer,
            "unread": [*unread, *({**each, "at": left[each["at"]]} for each in answer["unread"])],
        }
    return {**NOTHING, "unread": unread}


def _sources(order: Order) -> tuple[dict[int, dict[str, Any]], list[dict[str, Any]]]:
    """The arguments of `parse_document` for each document by its place in the order, and what is wrong with those of which no text
    comes. Raises ShippedError."""
    sources: dict[int, dict[str, Any]] = {}
    unread: list[dict[str, Any]] = []
    for at, original in enumerate(order.originals):
        path = ROOT / original.path
        try:
            text, rendering = text_of(path, original.raw, order.limits)
        except ShippedError:
            raise
        except Exception as error:
            unread.append(told(at, error))
            continue
        named = {"document_id": original.id, "sha256": original.sha256}
        sources[at] = {"path": path, "text": text, "rendering": rendering, **named}
    return sources, unread


class _Worker:
    """The process, which is started when it is first asked, and anew after it died."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The answer to a request. Raises _DiedError."""
        process = self._process = self._process or self._started()
        at = 0
        try:
            for message in _messages(process, request):
                if "at" not in message:
                    return message
                at = message["at"]
        except BrokenPipeError:
            pass
        except BaseException:  # interrupted: its answer is nobody's any more
            self.end()
            raise
        self._process = None
        raise _DiedError(at, self._fault(process.wait()))

    def end(self) -> None:
        """End the process, if it runs."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()

    def _started(self) -> subprocess.Popen[bytes]:
        limits = str(self._limits.seconds), str(self._limits.memory_mb)
        # -I: neither the working directory nor the user's environment says what is imported.
        command = [sys.executable, "-I", str(_WORKER), *_FOLDERS, _libraries(), *limits]
        stderr = None if os.environ.get(DEBUG_VARIABLE) else subprocess.DEVNULL
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr)  # noqa: S603

    def _fault(self, code: int) -> str:
        if code == LATE or (code < 0 and signal.Signals(-code).name == "SIGALRM"):  # not on every platform
            return too_slow(self._limits)
        if code == FULL or -code == signal.SIGABRT:  # which a library in C++ ends with where it gets no memory
            return too_large(self._limits)
        how = signal.strsignal(-code) if code < 0 else f"code {code}"
        return f"crashed the extractor ({how})"


def _messages(process: subprocess.Popen[bytes], request: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What the worker says to a request, until it ends."""
    stdin, stdout = cast(IO[bytes], process.stdin), cast(IO[bytes], process.stdout)
    pickle.dump(request, stdin)
    stdin.flush()
    yield from map(json.loads, stdout)


class _Workers:
    """As many processes as are asked at a time, at most `jobs()`: whoever asks while all are at work waits for one."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._every: list[_Worker] = []
        self._free: queue.LifoQueue[_Worker] = queue.LifoQueue()  # the one that was used last has all that it needs
        self._lock = threading.Lock()
        self._ending = False

    def ask(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The answer to a request. Raises _DiedError."""
        worker = self._one()
        try:
            return worker.ask(request)
        except _DiedError:
            if self._ending:
                raise InterruptedError from None
            raise
        finally:
            self._free.put(worker)

    def _one(self) -> _Worker:
        with self._lock:
            if self._ending:
                raise InterruptedError
            if self._free.empty() and len(self._every) < jobs():
                self._every.append(_Worker(self._limits))
                return self._every[-1]
        return self._free.get()

    def end(self) -> None:
        """End those that run."""
        for worker in self._every:
            worker.end()

    @contextmanager
    def ending(self) -> Iterator[None]:
        """The same, and start none within."""
        with self._lock:
            self._ending = True
        self.end()
        try:
            yield
        finally:
            self._ending = False


@functools.cache
def _workers(limits: Limits) -> _Workers:
    workers = _POOLS[limits] = _Workers(limits)
    atexit.register(workers.end)
    return workers


_POOLS: dict[Limits, _Workers] = {}


@contextmanager
def ending_workers() -> Iterator[None]:
    """End all processes, whatever they are at; who waits for one within is interrupted."""
    with ExitStack() as stack:
        for workers in list(_POOLS.values()):
            stack.enter_context(workers.ending())
        yield
