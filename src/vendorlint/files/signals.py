"""What asks a run to end (Ctrl-C, a runner that cancels a job, a terminal that closes) ends it by an exception, so that what it
laid down on the way goes."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Ended(BaseException):
    """A signal asked the run to end; `number` is the signal's. It is no KeyboardInterrupt, which typer would keep to itself."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__("interrupted" if number == signal.SIGINT else f"ended by {signal.Signals(number).name}")


@contextmanager
def ended_by_exception() -> Iterator[None]:
    """Within it, the first such signal raises Ended; further ones are ignored until the clearing up is done.

    Signals that whoever started the run had switched off (nohup) stay so.
    """
    own = {signal.SIG_DFL, signal.default_int_handler}
    before = {number: signal.getsignal(number) for number in ENDING if signal.getsignal(number) in own}
    try:
        for number in before:
            signal.signal(number, _raise)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def end_at_once() -> None:
    """From now on signals end the process as the system does it: for a server that lays nothing down, and whose thread that
    waits for a client would keep it alive."""
    for number in ENDING:
        if signal.getsignal(number) is _raise:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Within it signals wait; at its end the first that came is sent again. For steps that take little time, and in the main
    thread alone, as no other one is interrupted."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = {number: handler for number in ENDING if callable(handler := signal.getsignal(number))}
    try:
        for number in before:
            signal.signal(number, lambda number, _frame: came.append(number))
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if came:
            signal.raise_signal(came[0])


def _raise(number: int, _frame: FrameType | None) -> NoReturn:
    for each in ENDING:
        if callable(signal.getsignal(each)):
            signal.signal(each, signal.SIG_IGN)
    raise Ended(number)
