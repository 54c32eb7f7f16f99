"""A run that is asked to end leaves nothing behind, and says so in a line."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from vendorlint.files.signals import Ended, ended_by_exception, uninterrupted

from ..command import COMMAND, surroundings
from .conftest import TERMS, Vendorlint
from .test_kill import is_running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.mark.parametrize(
    ("number", "code", "line"),
    [
        (signal.SIGINT, 130, "vendorlint: interrupted\n"),
        (signal.SIGTERM, 143, "vendorlint: ended by SIGTERM\n"),
        (signal.SIGHUP, 129, "vendorlint: ended by SIGHUP\n"),
    ],
)
def test_copies_of_terms_go_with_the_run(
    vendorlint: Vendorlint,
    repository: Path,
    tmp_path_factory: pytest.TempPathFactory,
    number: int,
    code: int,
    line: str,
) -> None:
    temporary = tmp_path_factory.mktemp("temporary")
    commit(repository, number_of_vendors=40)
    process = subprocess.Popen(
        [*COMMAND, "diff", "--git", "HEAD", "HEAD"],
        cwd=repository, env=surroundings() | {"TMPDIR": str(temporary)}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    until = time.monotonic() + 60
    while not list(temporary.rglob("terms.md")) and process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
    modes = {path.stat().st_mode & 0o777 for path in temporary.rglob("*")}
    process.send_signal(number)
    _, error = process.communicate(timeout=60)
    assert (process.returncode, error.decode(), modes) == (code, line, {0o700, 0o600})
    assert list(temporary.iterdir()) == []


def commit(repository: Path, number_of_vendors: int) -> None:
    for number in range(number_of_vendors):
        folder = repository / "vendors" / f"vendor-{number}"
        folder.mkdir()
        (folder / "terms.md").write_text(TERMS.replace("60 days", f"{number + 60} days"))
    (repository / ".git").rmdir()
    author = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    for words in (("init", "--quiet"), ("add", "."), (*author, "commit", "--quiet", "--message", "Terms")):
        subprocess.run(["git", *words], cwd=repository, check=True)


def test_signals_wait_for_a_step_that_must_not_be_cut() -> None:
    done = []
    with pytest.raises(Ended) as caught, ended_by_exception():
        with uninterrupted():
            signal.raise_signal(signal.SIGTERM)
            signal.raise_signal(signal.SIGINT)
            done.append("step")
        done.append("more")
    assert (caught.value.number, str(caught.value), done) == (signal.SIGTERM, "ended by SIGTERM", ["step"])


def test_clearing_up_is_not_cut_by_a_second_signal() -> None:
    done = []
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    with pytest.raises(Ended, match="interrupted"), ended_by_exception():
        try:
            signal.raise_signal(signal.SIGINT)
        finally:
            signal.raise_signal(signal.SIGTERM)
            signal.raise_signal(signal.SIGINT)
            done.append("cleared")
    assert done == ["cleared"]
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


def test_a_signal_that_was_switched_off_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
    try:
        with ended_by_exception(), uninterrupted():
            os.kill(os.getpid(), signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)


PROGRAM = """\
#!/bin/sh
echo $$ > "$TMPDIR/page"
cp "$TMPDIR/page" "$OUTSIDE"
sleep 600 &
echo $! >> "$OUTSIDE"
wait
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_ocr_goes_with_the_run_and_so_does_what_it_laid_down(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, number: int
) -> None:
    temporary, path = tmp_path_factory.mktemp("temporary"), tmp_path_factory.mktemp("path")
    (path / "ocrmypdf").write_text(PROGRAM)
    (path / "ocrmypdf").chmod(0o700)
    (repository / "vendors/brightleaf/scan.pdf").write_bytes(picture())
    outside = path / "processes"
    environ = surroundings() | {"TMPDIR": str(temporary), "OUTSIDE": str(outside)}
    process = subprocess.Popen(
        [*COMMAND, "extract", "--ocr"], cwd=repository, env=environ | {"PATH": f"{path}{os.pathsep}{environ['PATH']}"},
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    until = time.monotonic() + 60
    while (
        not (outside.exists() and outside.read_text().count("\n") == 2)
        and process.poll() is None
        and time.monotonic() < until
    ):
        time.sleep(0.01)
    process.send_signal(number)
    process.communicate(timeout=60)
    started = [int(word) for word in outside.read_text().split()]
    until = time.monotonic() + 10  # a killed process is there for a moment more
    while any(map(is_running, started)) and time.monotonic() < until:
        time.sleep(0.01)
    assert (process.returncode, [each for each in started if is_running(each)]) == (128 + number, [])
    assert list(temporary.iterdir()) == []


def picture() -> bytes:
    """A PDF that holds a picture and no text."""
    page = io.BytesIO()
    canvas = Canvas(page)
    canvas.drawInlineImage(Image.new("RGB", (200, 200), "white"), 100, 100, 300, 300)
    canvas.save()
    return page.getvalue()
