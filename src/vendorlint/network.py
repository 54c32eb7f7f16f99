"""What concerns any server: whether it is this machine, and answers that come in time."""

from __future__ import annotations

import ipaddress
import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar

Answer = TypeVar("Answer")


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, by its name."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def within(seconds: float, ask: Callable[[], Answer]) -> Answer:
    """What a call gives or raises. Raises TimeoutError after so many seconds: the limits of a socket start anew with each byte
    that a server lets drip. The thread that still waits ends with the process."""
    outcome: queue.SimpleQueue[tuple[bool, Any]] = queue.SimpleQueue()

    def call() -> None:
        try:
            outcome.put((True, ask()))
        except BaseException as error:
            outcome.put((False, error))

    threading.Thread(target=call, daemon=True).start()
    try:
        well, found = outcome.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError from None
    if not well:
        raise found
    answer: Answer = found
    return answer
