"""What ci/github/comment.py uses of GitHub's API, on the loopback interface: the comments of one pull request."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

COMMENTS = "/repos/acme/procurement/issues/7/comments"
COMMENT = "/repos/acme/procurement/issues/comments/"


@dataclass
class GitHub:
    """`written` has the method and path of each request that was not a GET; `refuse` is the status to answer them with."""

    url: str = ""
    comments: list[dict[str, Any]] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    refuse: int = 0

    def add(self, body: str, kind: str = "Bot") -> dict[str, Any]:
        identity = len(self.comments) + 1
        comment = {"id": identity, "body": body, "user": {"type": kind}, "html_url": f"https://github.test/{identity}"}
        self.comments.append(comment)
        return comment

    def answer(self, method: str, target: str, payload: Any) -> tuple[int, Any]:
        url = urlsplit(target)
        if method == "GET" and url.path == COMMENTS:
            query = {key: int(value[0]) for key, value in parse_qs(url.query).items()}
            start = (query["page"] - 1) * query["per_page"]
            return 200, self.comments[start : start + query["per_page"]]
        self.written.append(f"{method} {url.path}")
        if self.refuse:
            return self.refuse, {"message": "Resource not accessible by integration"}
        if method == "POST" and url.path == COMMENTS:
            return 201, self.add(payload["body"])
        comment = self.comments[int(url.path.removeprefix(COMMENT)) - 1]
        comment["body"] = payload["body"]
        return 200, comment


@contextmanager
def serve() -> Iterator[GitHub]:
    github = GitHub()

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            payload = json.loads(self.rfile.read(length)) if length else None
            if self.headers["Authorization"] == "Bearer secret-token":
                status, body = github.answer(self.command, self.path, payload)
            else:
                status, body = 401, {"message": "Bad credentials"}
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(body).encode())

        do_GET = do_POST = do_PATCH = handle_any  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    github.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield github
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
