"""tools/audit: an advisory fails it, none passes it, and where nobody answers it says that it looked nothing up."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
ADVISORY = {
    "id": "TEST-1",
    "modified": "2026-01-01T00:00:00Z",
    "affected": [{"package": {"ecosystem": "PyPI", "name": "jinja2"}, "versions": [], "ranges": []}],
}


@pytest.fixture(autouse=True)
def installed() -> None:
    if not (ROOT / ".tools/audit/bin/pip-audit").exists():
        missing = "pip-audit is not installed; run tools/audit"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)


@contextmanager
def advisories(known: dict[str, Any]) -> Iterator[tuple[str, set[str]]]:
    """The URL of a service that knows these advisories by package, and what it was asked for."""
    asked: set[str] = set()

    class Service(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            name = query["package"]["name"]
            asked.add(name)
            body = json.dumps({"vulns": [known[name]]} if name in known else {}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Service) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/v1/query", asked
        finally:
            server.shutdown()
            thread.join()


def audit(url: str) -> tuple[int, str]:
    run = subprocess.run(["tools/audit", "--osv-url", url], cwd=ROOT, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout


def test_an_advisory_fails_it() -> None:
    with advisories({"jinja2": ADVISORY}) as (url, asked):
        code, out = audit(url)
    assert (code, [line.split()[::2] for line in out.splitlines() if "TEST-1" in line]) == (1, [["jinja2", "TEST-1"]])
    assert {"gordon-to-regorus", "google-re2", "hatchling"} < asked


def test_none_passes_it() -> None:
    with advisories({}) as (url, asked):
        assert audit(url) == (0, "")
    assert len(asked) > 40


def test_where_nobody_answers_it_says_so() -> None:
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as closed:
        url = f"http://127.0.0.1:{closed.server_port}/v1/query"
    code, out = audit(url)
    assert (code, out.partition(":")[0]) == (0, "audit")
    assert out.startswith("audit: skipped, no source of advisories can be reached: ")
