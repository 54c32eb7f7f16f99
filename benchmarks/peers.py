"""What a document costs vendorlint and its neighbours: each as a process of its own, one after another, several times around.

    python benchmarks/peers.py DOCUMENT [--rounds 5] [--folder DIR]

Installs the neighbours from PyPI, pinned, into environments of their own in the folder (kept for the next time), and prints for each
its version, the least processor time (user and system) of the rounds, the time that passed, the peak of memory, and the processor
time as a multiple of vendorlint's. They do not do the same: what each found in the document is counted as it counts itself.
vendorlint runs with what it keeps (YAML that it has read) and without (`--no-cache`); the document is read anew in both.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROUNDS = 5
VENDORLINT = str(Path(sys.executable).with_name("vendorlint"))


@dataclass(frozen=True, slots=True)
class Peer:
    """A program: what it is called, the package with its version, how a document is given to it, and how its output is counted."""

    name: str
    package: str
    command: tuple[str, ...]
    found: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor, seconds that passed, megabytes."""

    cpu: float
    wall: float
    memory: float


def _fields(text: str) -> str:
    return f"{_told(json.loads(text))} fields"


def _told(node: Any) -> int:
    """How many fields have a value: those of extract-cli that it is sure of to some degree."""
    if isinstance(node, dict):
        return int(node["confidence"] > 0) if "confidence" in node else sum(map(_told, node.values()))
    return sum(map(_told, node)) if isinstance(node, list) else 0


def _findings(text: str) -> str:
    return f"{len(json.loads(text)['findings'])} findings"


def _lines(text: str) -> str:
    return f"{len(text.splitlines())} lines"


PEERS = (
    Peer("extract-cli", "extract-cli==0.1.18", ("extract",), _fields),
    Peer("redline-buddy", "redline-buddy==0.2.0", ("redline", "review", "--format", "json"), _findings),
    Peer(
        "hermes-legal-advisor",
        "hermes-legal-advisor==2.9.0",
        ("hermes-legal", "analyze", "--provider", "offline", "--no-cache", "--no-save"),
        _lines,
    ),
    Peer("contract-lint", "contract-lint==0.2.6", ("contract-lint", "lint"), _lines),
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("document", type=Path)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "vendorlint-peers")
    options = parser.parse_args()
    commands, texts = {}, {}
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "terms").mkdir()  # what vendorlint keeps is never in the folder that it works in
        document = Path(shutil.copy(options.document, Path(home) / "terms"))
        for name, command in _ours(document).items():
            commands[name] = command
        for peer in PEERS:
            program = _installed(peer, options.folder)
            if program:
                commands[peer.package] = [program, *peer.command[1:], str(document)]
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(options.rounds):
            for name, command in commands.items():
                cost, texts[name] = _cost(command, Path(home))
                costs[name].append(cost)
    _print(costs, texts, options.document.stat().st_size)


def _ours(document: Path) -> dict[str, list[str]]:
    command = [VENDORLINT, "extract", "--stdout", "--format", "json", str(document)]
    return {"vendorlint": command, "vendorlint --no-cache": [*command, "--no-cache"]}


def _installed(peer: Peer, folder: Path) -> str | None:
    """The program of a peer; None where it cannot be installed, which is told."""
    home = folder / peer.package
    program = home / "bin" / peer.command[0]
    if not program.exists():
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        run = subprocess.run(
            [home / "bin" / "pip", "--disable-pip-version-check", "-q", "install", peer.package], check=False
        )
        if run.returncode:
            print(f"{peer.package} cannot be installed")
            return None
    return str(program)


def _cost(command: list[str], home: Path) -> tuple[Cost, str]:
    """What one run costs, its children included. Facts that vendorlint has kept of the document are taken away before."""
    shutil.rmtree(home / "cache" / "vendorlint" / "facts", ignore_errors=True)
    environment = os.environ | {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    output = home / "output"
    started = time.perf_counter()
    with output.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, env=environment, cwd=home / "terms")
        _, _, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    return Cost(used.ru_utime + used.ru_stime, wall, _megabytes(used)), output.read_text(errors="replace")


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / 1024


def _print(costs: dict[str, list[Cost]], texts: dict[str, str], size: int) -> None:
    known = {peer.package: peer for peer in PEERS}
    ours = min(each.cpu for each in costs["vendorlint"])
    print(f"a document of {size / 1000:.0f} kB\n")
    print("| program | CPU | wall | memory | CPU, of vendorlint's | found |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, every in costs.items():
        cpu, wall, memory = (
            min(each.cpu for each in every),
            min(each.wall for each in every),
            max(each.memory for each in every),
        )
        print(
            f"| {name} | {cpu:.2f} s | {wall:.2f} s | {memory:.0f} MB | {cpu / ours:.2f} | {_found(known.get(name), texts[name])} |"
        )


def _found(peer: Peer | None, text: str) -> str:
    """What a program found, in its own words for it."""
    try:
        if peer:
            return peer.found(text)
        return f"{sum(len(family) for family in json.loads(text)['facts'].values())} facts"
    except (ValueError, KeyError, TypeError):
        return _lines(text)


if __name__ == "__main__":
    main()
