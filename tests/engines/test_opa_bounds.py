"""What a server answers is bounded: one that lets its answer drip, or that never ends it, is one line after a while."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from vendorlint.engines.opa import connection
from vendorlint.engines.opa.connection import Connection
from vendorlint.errors import EngineError
from vendorlint.project.config import OpaSettings

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@contextmanager
def server(answer: Callable[[socketserver.StreamRequestHandler], None]) -> Iterator[str]:
    """The address of a server that answers every connection so, until nobody listens."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            try:
                answer(self)
            except OSError:
                return

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as running:
        running.daemon_threads = True
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


def failure(url: str) -> tuple[str, str]:
    opened = Connection(OpaSettings(url, None, None, None, None, "push"))
    with pytest.raises(EngineError) as raised:
        opened.get_data("x")
    return raised.value.kind, str(raised.value).replace(url, "URL")


@pytest.mark.parametrize("begun", [b"HTTP/1.1 200 OK\r\nX: ", HEAD + b"Content-Length: 100000\r\n\r\n"])
def test_an_answer_that_drips(begun: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "TOTAL_SECONDS", 0.5)
    ended = threading.Event()

    def drip(handler: socketserver.StreamRequestHandler) -> None:
        handler.wfile.write(begun)
        while not ended.wait(0.05):
            handler.wfile.write(b"a")

    with server(drip) as url:
        assert failure(url) == ("timeout", "URL did not answer in time")
        ended.set()


def test_an_answer_that_does_not_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "MAX_ANSWER", 3_000_000)

    def pour(handler: socketserver.StreamRequestHandler) -> None:
        handler.wfile.write(HEAD + b"\r\n")
        while True:
            handler.wfile.write(b"a" * 100_000)

    with server(pour) as url:
        assert failure(url) == ("protocol", "URL does not answer as an OPA server does: its answer has more than 3 MB")
