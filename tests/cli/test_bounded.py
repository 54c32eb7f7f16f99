"""Reading facts is bounded: what takes too long, too much memory or the process with it costs one document, and one line."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from vendorlint.errors import InputError
from vendorlint.facts import worker
from vendorlint.files.text import file_bytes
from vendorlint_extractor import Extractor
from vendorlint_extractor.customer import ANYBODY

from ..command import COMMAND
from .conftest import TERMS, Vendorlint
from .test_kill import children, ends_with_its_parent, start, stat, within

LONG = (
    TERMS
    + "We may change the fees of the Service on 30 days' notice, and You may use it for Your business.\n\n" * 60_000
)
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
SLOW = "vendors/brightleaf/long.md: took longer than 5 s to read and was given up"
LARGE = "vendors/brightleaf/long.md: needs more than 120 MB of memory to read and was given up"


@pytest.fixture
def long(repository: Path) -> Path:
    """A document beside the terms that takes many seconds to read."""
    path = repository / "vendors/brightleaf/long.md"
    path.write_text(LONG)
    return path


@pytest.mark.parametrize(("limit", "line"), [("seconds: 5", SLOW), ("memory_mb: 120", LARGE)])
def test_a_document_over_a_limit_costs_itself_alone(
    vendorlint: Vendorlint, repository: Path, long: Path, limit: str, line: str
) -> None:
    config = repository / "vendorlint.yaml"
    config.write_text(f"{config.read_text()}limits: {{{limit}}}\n")
    run = vendorlint("extract")
    assert (run.code, run.err) == (2, f"vendorlint: {line}\n")
    facts = (repository / "vendors/brightleaf/facts.yaml").read_text()
    assert "customer_content" in facts
    assert f'unread:\n  - path: "long.md"\n    reason: "{line.partition(": ")[2]}"\n' in facts
    long.unlink()
    assert vendorlint("extract").code == 0


@ON_LINUX
def test_a_worker_that_is_killed_costs_the_document_that_it_was_at(repository: Path, long: Path) -> None:
    process = start([*COMMAND, "extract"], repository)
    child = within(30, lambda: next((each for each in children(process.pid) if busy(each)), 0))
    assert child  # 0 is every process of ours
    os.kill(child, signal.SIGKILL)
    assert process.wait(60) == 2
    facts = (repository / "vendors/brightleaf/facts.yaml").read_text()
    assert 'reason: "crashed the extractor (Killed)"' in facts
    assert "customer_content" in facts


def busy(process: int) -> bool:
    """Whether a process has computed for two seconds: it has read what is short."""
    status = stat(process)
    return bool(status) and int(status[11]) > 2 * os.sysconf("SC_CLK_TCK")


@ON_LINUX
def test_the_worker_dies_with_extract(repository: Path, long: Path) -> None:
    assert ends_with_its_parent(["extract"], repository, "facts/worker.py")


def test_what_fails_in_the_extractor_is_told_of_its_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Extractor._read

    def failing(self: Extractor, document, *rest):
        errors = {
            "type.md": TypeError("no such thing\nat all"),
            "memory.md": MemoryError(),
            "deep.md": RecursionError(),
        }
        if document.path.name in errors:
            raise errors[document.path.name]
        return real(self, document, *rest)

    monkeypatch.setattr(Extractor, "_read", failing)
    names = ("deep.md", "empty.md", "terms.md", "type.md")
    answer = answered([tmp_path / name for name in names])
    assert answer["unread"] == [
        {"at": 1, "message": "found no text; expected the terms of a vendor", "line": None, "column": None},
        {"at": 0, "message": "is nested too deeply to read"},
        {"at": 3, "message": "internal error: TypeError: no such thing at all (run with --debug for the traceback)"},
    ]
    assert [document["path"] for document in answer["content"]["documents"]] == ["terms.md"]
    assert answered([tmp_path / "empty.md"])["content"] is None


def answered(paths: list[Path]) -> dict:
    """What the worker answers for documents with the terms, but for those that are called empty."""
    try:
        return worker._extracted(
            sources=[
                {"path": path, "document_id": path.stem, "text": "" if path.stem == "empty" else TERMS}
                for path in paths
            ],
            vendor="x",
            folder=paths[0].parent,
            precedence=(),
            customer=ANYBODY,
            own=(),
            digest="",
            silent_of=("governing_law",),
            asked=(),
            quotes=(),
            seconds=600,
        )
    finally:
        worker.set_alarm(0)


NO_FILE = "is no regular file; expected a file"
WITHOUT_FILES = {
    "vendors/brightleaf/pipe.md": "is no file; expected a document",
    "vendors/brightleaf/facts.yaml": NO_FILE,
    "vendors/brightleaf/vendor.yaml": NO_FILE,
    "own/house/rate.yaml": NO_FILE,
}


@pytest.mark.parametrize("path", WITHOUT_FILES)
def test_a_pipe_is_refused_before_it_is_read(vendorlint: Vendorlint, repository: Path, path: str) -> None:
    (repository / "own/house").mkdir(parents=True)
    with (repository / "vendorlint.yaml").open("a") as config:
        config.write("facts: [own]\n")
    os.mkfifo(repository / path)
    run = vendorlint("extract")
    assert (run.code, run.err) == (2, f"vendorlint: {path}: {WITHOUT_FILES[path]}\n")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="has no such device")
def test_a_device_is_refused_before_it_is_read() -> None:
    with pytest.raises(InputError, match=r"^/dev/zero: cannot be read: it is a device, a pipe or a socket$"):
        file_bytes(Path("/dev/zero"))


def test_a_document_that_a_link_leads_nowhere_from_is_told(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / "vendors/brightleaf/dpa.md").symlink_to("dpa-2.md")
    run = vendorlint("extract")
    assert (run.code, run.err) == (2, "vendorlint: vendors/brightleaf/dpa.md: no such file\n")


def test_a_page_with_too_much_text_is_one_line(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / "vendors/brightleaf/page.html").write_text("<p>" + "We may end it. " * 1_500_000)
    run = vendorlint("extract")
    line = "vendors/brightleaf/page.html: holds 22 MB of text; expected at most 20 MB of terms"
    assert (run.code, run.err) == (2, f"vendorlint: {line}\n")
