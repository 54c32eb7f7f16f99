"""The command where its extra is not installed, and where no editor speaks to it."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from .conftest import COMMAND

WITHOUT_PYGLS = "import sys; sys.modules['pygls'] = None; from vendorlint.cli.app import main; main()"


def test_without_pygls_one_line_says_what_to_install() -> None:
    run = subprocess.run([sys.executable, "-c", WITHOUT_PYGLS, "lsp"], capture_output=True, text=True, check=False)
    message = "vendorlint: the language server needs pygls 2; run: pip install 'vendorlint[lsp]'\n"
    assert (run.returncode, run.stdout, run.stderr) == (2, "", message)


def test_an_editor_that_goes_away_without_a_word_ends_the_server() -> None:
    run = subprocess.run(COMMAND, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60)
    assert (run.returncode, run.stdout, run.stderr) == (1, "", "")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_server_while_its_editor_is_silent(number: int) -> None:
    body = b'{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}'
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin and server.stdout
        server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        server.stdin.flush()
        assert server.stdout.readline().startswith(b"Content-Length: ")
        server.send_signal(number)
        assert server.wait(10) == -number
