"""A real OPA server, with its certificates, and the rules that ship."""

from __future__ import annotations

import json
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from vendorlint.engines import worker
from vendorlint.engines.embedded import CAPABILITIES
from vendorlint.policy.rules import Module, RuleSet, load_rules
from vendorlint.project.bundled import bundled

from ..tools import needed


@pytest.fixture
def rule() -> Callable[..., Module]:
    """A module of package vendorlint.rules.<name> with a body; the body begins in line 4."""

    def build(body: str, name: str = "sample") -> Module:
        return Module(f"rules/{name}.rego", f"package vendorlint.rules.{name}\n\nimport rego.v1\n{body}\n")

    return build


def asked(
    modules: Sequence[Module],
    inputs: Sequence[object] = (),
    tests: Sequence[str] = (),
    shipped: Sequence[str] = (),
    data: object = None,
) -> dict[str, Any]:
    """The answer of the embedded engine's process, given in this one: what cannot crash or hang it needs none of its own."""
    capabilities = json.loads((bundled("rego") / CAPABILITIES).read_bytes())
    request = {
        "modules": [(each.path, each.text) for each in modules],
        "packages": {each.path: each.package for each in modules},
        "shipped": shipped,
        "tests": tests,
        "capabilities": capabilities,
    }
    return worker._answer(
        request, json.dumps({"vendorlint_data": data or {}}), [json.dumps(each).encode() for each in inputs]
    )


@pytest.fixture(scope="session")
def shipped() -> RuleSet:
    return load_rules([bundled("rego")])


@pytest.fixture(scope="session")
def opa_binary() -> Path:
    return needed("opa")


@pytest.fixture(scope="session")
def conftest_binary() -> Path:
    return needed("conftest")


@pytest.fixture(scope="session")
def start_opa(opa_binary: Path) -> Iterator[Callable[..., str]]:
    """Starts a server with some options, until the session ends; gives its address, host:port."""
    with ExitStack() as running:
        yield lambda *options: running.enter_context(_server(opa_binary, options))


@pytest.fixture(scope="session")
def quiet_opa(start_opa: Callable[..., str]) -> str:
    """The URL of one that logs nothing: to write what it was asked and answered is half of its work."""
    return f"http://{start_opa()}"


@pytest.fixture(scope="session")
def opa(start_opa: Callable[..., str]) -> str:
    """The URL of a server that lets everyone in, and logs its decisions."""
    return f"http://{start_opa('--set', 'decision_logs.console=true')}"


@contextmanager
def _server(binary: Path, options: tuple[str, ...]) -> Iterator[str]:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [
        str(binary),
        "run",
        "--server",
        "--addr",
        address,
        "--skip-version-check",
        "--log-level",
        "info" if any("decision_logs" in option for option in options) else "error",
        *options,
    ]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    try:
        assert process.stderr
        log: list[str] = []
        # What it writes would fill the pipe, and then it would wait.
        threading.Thread(target=log.extend, args=(process.stderr,), daemon=True).start()
        _wait_for(address, process, log)
        yield address
    finally:
        process.terminate()
        process.wait()


def _wait_for(address: str, process: subprocess.Popen[str], log: list[str]) -> None:
    """It listens once its policies are compiled and its bundles are there."""
    host, port = address.split(":")
    while True:
        try:
            socket.create_connection((host, int(port))).close()
        except ConnectionRefusedError:
            assert process.poll() is None, "".join(log)
            time.sleep(0.02)
            continue
        return


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ca.pem, and server.pem, client.pem signed by it; the keys are *.key. Another CA is other-ca.pem."""
    folder = tmp_path_factory.mktemp("certificates")
    for name in ("ca", "other-ca"):
        _openssl(folder, f"req -x509 -days 2 {_KEY} -keyout {name}.key -out {name}.pem -subj /CN={name}")
    (folder / "names").write_text("subjectAltName=IP:127.0.0.1\nauthorityKeyIdentifier=keyid\n")
    for name in ("server", "client"):
        _openssl(folder, f"req {_KEY} -keyout {name}.key -out {name}.csr -subj /CN={name}")
        signed = "-CA ca.pem -CAkey ca.key -CAcreateserial -extfile names"
        _openssl(folder, f"x509 -req -days 2 -in {name}.csr {signed} -out {name}.pem")
    return folder


_KEY = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"


def _openssl(folder: Path, arguments: str) -> None:
    subprocess.run(["openssl", *arguments.split()], cwd=folder, check=True, capture_output=True)
