"""Where the server listens, when it refuses to start, and how it ends."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from vendorlint.serve.server import Listening

from ..command import COMMAND, run_command, surroundings

WITHOUT_STARLETTE = "import sys; sys.modules['starlette'] = None; from vendorlint.cli.app import main; main()"
NETWORK = "is reached over a network; give --tls-cert and --tls-key, or --behind-proxy where a proxy ends TLS"
NO_URL = "give --url https://NAME, the address that people open: the server answers to no other"
TLS = ("--tls-cert", "cert.pem", "--tls-key", "key.pem")


def test_without_starlette_one_line_says_what_to_install(repository: Path) -> None:
    command = [sys.executable, "-c", WITHOUT_STARLETTE, "serve"]
    run = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    message = "vendorlint: the page needs starlette and uvicorn; run: pip install 'vendorlint[serve]'\n"
    assert (run.returncode, run.stdout, run.stderr) == (2, "", message)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--host", "0.0.0.0"), f"--host 0.0.0.0 {NETWORK}"),
        (("--host", "::"), rf"--host \x3a: {NETWORK}"),
        (("--host", "192.0.2.1"), f"--host 192.0.2.1 {NETWORK}"),
        (("--host", "review.example"), f"--host review.example {NETWORK}"),
        (("--host", "127.0.0.1.example"), f"--host 127.0.0.1.example {NETWORK}"),
        (("--host", ""), f"--host  {NETWORK}"),
        (("--host", "0.0.0.0", "--url", "http://review.example"), f"--host 0.0.0.0 {NETWORK}"),
        (("--host", "0.0.0.0", *TLS), NO_URL),
        (("--behind-proxy",), NO_URL),
        (("--behind-proxy", *TLS), "--tls-cert and --behind-proxy exclude each other: one of both ends TLS"),
        (TLS[:2], "--tls-cert and --tls-key go together"),
        (TLS, "--tls-cert and --tls-key cannot be used: No such file or directory"),
        (("--behind-proxy", "--url", "http://review.example"), "--url is 'http://review.example'; expected https://NAME or https://NAME:PORT, and no path"),
        (("--behind-proxy", "--url", "https://review.example/a"), "--url is 'https://review.example/a'; expected https://NAME or https://NAME:PORT, and no path"),
        (("--behind-proxy", "--url", "https://me@review.example"), "--url is 'https://me@review.example'; expected https://NAME or https://NAME:PORT, and no path"),
        (("--behind-proxy", "--url", "https://review.example:x"), "--url is 'https://review.example:x'; expected https://NAME or https://NAME:PORT, and no path"),
        (("--behind-proxy", "--url", "https://"), "--url is 'https://'; expected https://NAME or https://NAME:PORT, and no path"),
    ],
)  # fmt: skip
def test_what_would_not_be_safe_does_not_start(repository: Path, options: tuple[str, ...], why: str) -> None:
    run = run_command("serve", *options, cwd=repository, environ={})
    assert (run.code, run.out, run.err) == (2, "", f"vendorlint: {why}\n")


@pytest.mark.parametrize(
    ("listening", "origins"),
    [
        (Listening("127.0.0.1", 0), ["http://127.0.0.1:8080", "http://localhost:8080"]),
        (Listening("localhost", 0), ["http://localhost:8080"]),
        (Listening("::1", 0), ["http://[::1]:8080", "http://localhost:8080"]),
        (Listening("Review.Example", 0, Path("c"), Path("k")), ["https://review.example:8080"]),
        (Listening("127.0.0.1", 0, behind_proxy=True, url="https://Review.example:443/"), ["https://review.example"]),
        (Listening("0.0.0.0", 0, Path("c"), Path("k"), url="https://review.example:8443"), ["https://review.example:8443"]),
    ],
)  # fmt: skip
def test_the_names_that_it_answers_to(listening: Listening, origins: list[str]) -> None:
    listening.require_safe()
    assert listening.origins(8080) == origins


def test_a_port_that_is_taken_is_told(repository: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = run_command("serve", "--port", str(port), cwd=repository, environ={})
    assert (run.code, run.out, run.err) == (
        2,
        "",
        f"vendorlint: cannot listen on 127.0.0.1, port {port}: Address already in use\n",
    )


def test_a_configuration_that_is_wrong_is_told_at_once(repository: Path) -> None:
    (repository / "vendorlint.yaml").write_text("version: 2\n")
    run = run_command("serve", cwd=repository, environ={})
    assert (run.code, run.out, run.err.startswith("vendorlint: vendorlint.yaml:1:10: ")) == (2, "", True)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_its_link_serves_and_ends_when_it_is_asked_to(repository: Path, number: int) -> None:
    command = [*COMMAND, "serve", "--by", "Ann"]
    with subprocess.Popen(
        command, cwd=repository, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout and server.stderr
        link = server.stdout.readline().removeprefix("Review at ").strip()
        assert server.stdout.readline() == "Whoever has this link may decide. Ctrl-C ends it.\n"
        with httpx.Client(verify=False, timeout=60) as client:  # no TLS here
            client.get(link).raise_for_status()
            page = client.get(link.partition("/enter")[0])
            assert (page.status_code, 'name="by" value="Ann"' in page.text) == (200, True)
        server.send_signal(number)
        assert (server.wait(120), server.stdout.read(), server.stderr.read()) == (0, "", "")
