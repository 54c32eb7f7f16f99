"""The bar on a terminal that a person watches, and lines elsewhere."""

import os
import pty
import subprocess
import sys

import pytest

PROGRAM = """
import sys
from vendorlint.cli import progress
progress.DELAY_SECONDS = 0
print([item for item in progress.track(["a", "b", "c"])])
"""


def on_a_terminal(**environ: str) -> tuple[str, str]:
    """What the program prints to stdout, and to the terminal that is its stderr."""
    kept = {key: value for key, value in os.environ.items() if key not in {"CI", "PRE_COMMIT", "TERM", "NO_COLOR"}}
    master, terminal = pty.openpty()
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        stdout=subprocess.PIPE,
        stderr=terminal,
        env=kept | {"TERM": "xterm"} | environ,
        text=True,
        check=True,
    )
    os.close(terminal)
    shown = b""
    try:
        while piece := os.read(master, 65536):
            shown += piece
    except OSError:  # Linux says so at the end
        pass
    os.close(master)
    return run.stdout, shown.decode()


def test_a_bar_and_then_no_trace_of_it() -> None:
    printed, shown = on_a_terminal()
    assert printed == "['a', 'b', 'c']\n"
    assert "reading vendors" in shown
    assert shown.endswith("\x1b[2K")  # the line is erased


@pytest.mark.parametrize("environ", [{"CI": "true"}, {"PRE_COMMIT": "1"}, {"TERM": "dumb"}])
def test_none_where_nobody_watches(environ: dict[str, str]) -> None:
    assert on_a_terminal(**environ) == ("['a', 'b', 'c']\n", "")


LINES = """
import sys
from vendorlint.cli import progress
progress.LINES_AFTER_SECONDS = 0
print(sum(progress.track(range(int(sys.argv[1])), "versions")))
"""


def test_a_line_per_tenth_where_nobody_watches() -> None:
    run = subprocess.run([sys.executable, "-c", LINES, "25"], capture_output=True, text=True, check=True)
    assert run.stdout == "300\n"
    assert run.stderr.splitlines() == [
        f"vendorlint: read {read} of 25 versions ({percent} %)"
        for read, percent in ((3, 10), (5, 20), (8, 30), (10, 40), (13, 50), (15, 60), (18, 70), (20, 80), (23, 90))
    ]


@pytest.mark.parametrize(("number", "environ"), [("9", {}), ("25", {"PRE_COMMIT": "1"})])
def test_no_line_of_a_few_and_none_in_a_hook(number: str, environ: dict[str, str]) -> None:
    kept = {key: value for key, value in os.environ.items() if key != "PRE_COMMIT"}
    command = [sys.executable, "-c", LINES, number]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=kept | environ)
    assert run.stderr == ""


def test_none_in_a_file() -> None:
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("['a', 'b', 'c']\n", "")
