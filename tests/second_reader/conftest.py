"""A repository of one vendor whose terms patterns read in part, and a way to run with a scripted model."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from vendorlint.files.yaml.document import parse_yaml

from ..command import Run, run_command
from .server import MODEL, Play, Server, serving

TERMS = """\
# Tidewater Terms

These terms are between Tidewater Inc. ("Tidewater", "we", "us") and the customer who accepts them ("Customer", "you").

## 1. Content

1.1 You keep all rights in your content.

1.2 We may use your content to train our AI models.

## 2. Care

2.1 Should strangers ever get at what you store here, our desk rings you up before two days are over.

2.2 The service is offered in the version of the day.
"""
RINGS = "our desk rings you up before two days are over"
KEEPS = "You keep all rights in your content."
POLICY = """\
version: 1
name: house
requirements:
  ai-training-opt-in: {severity: error}
  data-breach-notice: {severity: error, on_silence: error}
  data-breach-notice-hours: {severity: warning}
  licence-ownership: {severity: error, on_silence: warning}
"""
FACTS = "vendors/tidewater/facts.yaml"
ASKED = [  # in the order of the questions, family by family
    ["licence.granted", "licence.purposes", "licence.ownership_retained"],
    [
        "ai.training.customer_content",
        *(f"ai.training.{kind}_data" for kind in ("personal", "usage", "deidentified")),
        "ai.training.consent",
    ],
    ["data.breach_notice", "data.breach_notice_hours"],
]


@dataclass
class Repository:
    """A repository, and the command line run in it."""

    root: Path

    def run(self, *arguments: str, **environ: str) -> Run:
        own = {"HOME": str(self.root.parent), "XDG_CACHE_HOME": str(self.root.parent / "cache"), "TZ": "UTC"}
        return run_command(*arguments, cwd=self.root, environ=own | environ)

    def extract(self, url: str, *more: str, **environ: str) -> Run:
        """`extract --second-reader` at a server."""
        flags = ("--second-reader", "--second-reader-url", url, "--second-reader-model", MODEL)
        return self.run("extract", *flags, *more, **environ)

    @property
    def text(self) -> str:
        return (self.root / FACTS).read_text()

    @property
    def content(self) -> dict[str, Any]:
        content: dict[str, Any] = parse_yaml(self.text, Path(FACTS)).value
        return content

    def fact(self, name: str) -> dict[str, Any]:
        """The node of a fact, {} where it is silent."""
        node = self.content["facts"]
        for part in name.split("."):
            node = node.get(part, {})
        return node

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repository")
    made.write("vendors/tidewater/terms.md", TERMS)
    made.write("policy.yaml", POLICY)
    made.write("vendorlint.yaml", "version: 1\npolicy: [policy.yaml]\n")
    return made


@pytest.fixture
def model() -> Any:
    """Starts a model that plays a script; it ends with the test."""
    with ExitStack() as stack:
        start: Callable[[Play], Server] = lambda play: stack.enter_context(serving(play))  # noqa: E731
        yield start
