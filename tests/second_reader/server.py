"""An OpenAI-compatible server on loopback that plays a script: what a model may answer, right and wrong."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

MODEL = "scripted-1"
DRIP_SECONDS = 0.05

Request = Mapping[str, Any]
Play = Callable[[Request], "Reply"]


@dataclass(frozen=True)
class Reply:
    """What the server sends; `drip` sends a byte at a time for ever, `hang_up` closes before an answer."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    drip: bool = False
    hang_up: bool = False


def said(text: str, *, finish: str = "stop", tokens: tuple[int, int] | None = (100, 10)) -> Reply:
    """A chat completion with this text."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}
    usage = {"usage": {"prompt_tokens": tokens[0], "completion_tokens": tokens[1]}} if tokens else {}
    return Reply(json.dumps({"choices": [choice], **usage}).encode())


def answers(*found: Mapping[str, Any], **more: Any) -> Reply:
    """A chat completion with these answers."""
    return said(json.dumps({"answers": [{"scope": None, **each} for each in found]}), **more)


def error(status: int, message: str, **headers: str) -> Reply:
    """What such servers answer where something is wrong."""
    return Reply(json.dumps({"error": {"message": message}}).encode(), status, headers)


SILENT = answers()


def asked_for(request: Request) -> list[str]:
    """The facts that a request asks about, as its form of answers or its text names them."""
    text = request["messages"][1]["content"].rpartition("</terms ")[2]
    lines = (line for line in text.split("\n") if line.startswith("- ") and " (" in line)
    return [line[2:].partition(" ")[0] for line in lines]


def only(*found: Mapping[str, Any]) -> Play:
    """Answers each question with those of these that it asks for."""
    return lambda request: answers(*(each for each in found if each["fact"] in asked_for(request)))


@dataclass
class Server:
    """A running server: its base URL, and the requests that it got, each {path, headers, body}."""

    url: str
    requests: list[dict[str, Any]]

    @property
    def bodies(self) -> list[dict[str, Any]]:
        """What was asked."""
        return [each["body"] for each in self.requests]


@contextmanager
def serving(play: Play) -> Iterator[Server]:
    """A server that plays for as long as the block."""
    requests: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            requests.append({"path": self.path, "headers": dict(self.headers), "body": body})
            reply = play(body)
            if reply.hang_up:
                self.close_connection = True
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.drip:
                self.end_headers()
                self._drip()
                return
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        def _drip(self) -> None:
            try:
                while not stopped.is_set():
                    self.wfile.write(b" ")
                    self.wfile.flush()
                    time.sleep(DRIP_SECONDS)
            except OSError:
                pass

        def log_message(self, *_: object) -> None:
            pass

    stopped = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Server(f"http://127.0.0.1:{server.server_port}/v1", requests)
    finally:
        stopped.set()
        server.shutdown()
        server.server_close()
