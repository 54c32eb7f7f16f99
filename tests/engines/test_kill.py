"""Rules and inputs that would take the process along end in one readable line, and leave nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from vendorlint.engines.engine import open_engine
from vendorlint.errors import EngineError
from vendorlint.policy.rules import Module

Build = Callable[..., Module]

WORKER = str(Path("engines") / "worker.py")
ENDLESS = "deny contains 1 if { some i in numbers.range(1, 30000); some j in numbers.range(1, 30000); i + j == 0 }"
LARGE = 'deny contains 1 if { x := [concat("", ["a", "b"]) | some i in numbers.range(1, 100000000)]; count(x) == 0 }'


def failure(module: Module, document: dict[str, Any], **limits: Any) -> tuple[str, str]:
    with pytest.raises(EngineError) as caught:
        open_engine("embedded", **limits).evaluate([module], {}, [document])
    return caught.value.kind, str(caught.value)


def test_endless(rule: Build) -> None:
    assert failure(rule(ENDLESS), {}, deadline_seconds=1) == (
        "timeout",
        "the rules took longer than 1 s and were stopped; one of them probably never ends",
    )
    assert workers() == []


def test_memory(rule: Build) -> None:
    assert failure(rule(LARGE), {}, memory_mb=200) == (
        "memory",
        "the rules needed more than 200 MB of memory and were stopped",
    )


def test_a_crash(rule: Build) -> None:
    """As a stack overflow ends: no rule that passes our checks is known to bring it about, so the test does."""
    with ThreadPoolExecutor() as pool:
        running = pool.submit(failure, rule(ENDLESS), {})
        while not (alive := workers()):
            pass
        os.kill(alive[0], signal.SIGSEGV)
        assert running.result() == (
            "crash",
            "the rules crashed the engine (Segmentation fault); one of them probably recurses without end",
        )


def test_nesting_that_the_parser_never_ends_with(rule: Build) -> None:
    deep = rule(f"deny contains 1 if {'[' * 500}1{']' * 500} == 1")
    assert failure(deep, {}, deadline_seconds=1)[0] == "timeout"


def test_input_that_is_too_deep(rule: Build) -> None:
    deep: Any = 1
    for _ in range(500):
        deep = [deep]
    kind, message = failure(rule("deny contains 1 if input.x"), {"vendor": "acme", "x": deep})
    assert (kind, message.splitlines()) == ("eval", [message])
    assert message.startswith("recursion limit exceeded") and message.endswith("(while checking vendor 'acme')")


def test_a_large_input_is_no_error(rule: Build) -> None:
    document = {"x": ["a quote of a clause " * 50] * 20_000}
    assert open_engine("embedded").evaluate([rule("deny contains 1 if count(input.x) == 3")], {}, [document]) == [[]]


def workers() -> list[int]:
    """The worker processes that this process has."""
    listed = subprocess.run(["ps", "-ww", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    processes = [line.split(maxsplit=2) for line in listed.splitlines()[1:]]
    return [int(pid) for pid, parent, command in processes if int(parent) == os.getpid() and WORKER in command]
