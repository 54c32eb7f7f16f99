"""Serves a procurement repository of a test's own, and asks it as browsers do."""

from __future__ import annotations

import contextlib
import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import uvicorn
from selectolax.lexbor import LexborHTMLParser, LexborNode

from vendorlint.serve.access import Gate
from vendorlint.serve.desk import Desk
from vendorlint.serve.server import Listening, configuration
from vendorlint.serve.verdicts import Verdicts

from ..command import run_command

TODAY = "2026-11-26"
TOKEN = "t" * 43
TRAINING = "ai.training.customer_content"
OWNED = "licence.ownership_retained"
TERMS = """\
# Brightleaf Terms of Service

## 1. Your Content

1.1 Customer retains **all rights** in [Customer Content](https://brightleaf.example/content).

1.2 We may use Customer Content to train our machine-learning models.

1.3 Customer grants us an irrevocable licence to use Customer Content.

## 2. Changes

We will tell you by email at least 60 days before a change to these Terms takes effect.

| Plan | Answer |
| --- | --- |
| Basic | 4 hours |

Nobody may at their own wish end what is granted here.
"""
QUIET = "# Quiet Agreement\n\nWe will never use the content of our customers to train models, and they keep all rights in it.\n"
POLICY = """\
version: 1
name: house
requirements:
  ai-training-opt-in: {severity: error, on_silence: warning}
  licence-irrevocable: {severity: error, on_silence: info}
  licence-term: {severity: warning, on_silence: warning}
"""


@dataclass(frozen=True, slots=True)
class Site:
    """A server on a repository, and where it is."""

    root: Path
    origin: str

    @property
    def link(self) -> str:
        return f"{self.origin}/enter?token={TOKEN}"

    def facts(self, vendor: str = "brightleaf") -> Path:
        return self.root / "vendors" / vendor / "facts.yaml"

    def browser(self, by: str = "Ann") -> Browser:
        """A browser of somebody who came by the link."""
        client = httpx.Client(
            base_url=self.origin, headers={"Origin": self.origin}, verify=False, timeout=60
        )  # no TLS here
        client.get("/enter", params={"token": TOKEN}).raise_for_status()
        found = Browser(client)
        found.send("/name", by=by, back="/")
        return found


@dataclass(frozen=True, slots=True)
class Browser:
    """Keeps its cookie, and sends forms with what pages had in them."""

    client: httpx.Client

    def get(self, path: str) -> httpx.Response:
        return self.client.get(path)

    def page(self, path: str) -> LexborHTMLParser:
        answer = self.get(path)
        assert answer.status_code == 200, answer.text
        return LexborHTMLParser(answer.text)

    def send(self, path: str, **fields: str) -> httpx.Response:
        """A form of the first page, with these fields."""
        csrf = self.page("/changes").css_first("input[name=csrf]").attributes["value"] or ""
        return self.client.post(path, data={"csrf": csrf, **fields})

    def form(self, fact: str, action: str, vendor: str = "brightleaf", more: str = "") -> tuple[str, dict[str, str]]:
        """Where a form of a fact's page goes, and what it holds as it is shown."""
        page = self.page(f"/vendors/{vendor}?fact={fact}{more}")
        for form in page.css("form"):
            fields = dict(_fields(form))
            if fields.get("action") == action:
                return form.attributes["action"] or "", fields
        raise AssertionError(f"no form to {action} {fact}")

    def decide(self, fact: str, action: str, vendor: str = "brightleaf", **fields: str) -> httpx.Response:
        """Look at a fact and decide."""
        path, shown = self.form(fact, action, vendor)
        return self.client.post(path, data=shown | fields)


def _fields(form: LexborNode) -> Iterator[tuple[str, str]]:
    for each in form.css("input, textarea, select"):
        if each.attributes.get("name") and each.attributes.get("type") != "checkbox":
            yield each.attributes["name"] or "", each.attributes.get("value") or each.text()


def words(page: LexborHTMLParser, selector: str) -> list[str]:
    """The text of each element, white space folded."""
    return [" ".join(each.text().split()) for each in page.css(selector)]


def unsealed(text: str) -> str:
    """Without the digest of the whole file."""
    return re.sub(r"(?m)^  file: .*\n", "", text)


def git(folder: Path, *arguments: str) -> str:
    run = subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, text=True)
    return run.stdout


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two vendors with their facts, committed."""
    root = tmp_path_factory.mktemp("made")
    (root / "vendorlint.yaml").write_text("version: 1\npolicy: policies/house.yaml\n")
    (root / "policies").mkdir()
    (root / "policies" / "house.yaml").write_text(POLICY)
    for name, text in (("brightleaf", TERMS), ("quiet", QUIET)):
        (root / "vendors" / name).mkdir(parents=True)
        (root / "vendors" / name / "terms.md").write_text(text)
    git(root, "init", "--quiet")
    run = run_command("extract", cwd=root, environ={})
    assert run.code == 0, run.err
    git(root, "add", ".")
    git(root, "-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "--quiet", "--message", "start")
    return root


@pytest.fixture
def repository(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "repository"))


@contextlib.contextmanager
def serving(root: Path) -> Iterator[Site]:
    """The real server, in a thread. Its socket listens before it does, so that nobody has to wait for it."""
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    origin = f"http://127.0.0.1:{port}"
    verdicts = Verdicts(TODAY)
    gate = Gate(origin, TOKEN, "", [f"http://localhost:{port}"])
    server = uvicorn.Server(configuration(Desk(root, verdicts), gate, Listening("127.0.0.1", port)))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield Site(root, origin)
    finally:
        server.should_exit = True
        thread.join()
        verdicts.close()


@pytest.fixture
def site(repository: Path) -> Iterator[Site]:
    with serving(repository) as site:
        yield site
