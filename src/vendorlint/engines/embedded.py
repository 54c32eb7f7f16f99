"""The embedded engine: regorus in a worker process with a deadline and a memory limit. The default."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from importlib import util
from itertools import chain
from math import ceil
from pathlib import Path
from typing import Any

from vendorlint import __version__
from vendorlint.engines.results import collect, evaluation_error
from vendorlint.errors import EngineError, InputError, InputErrors, VendorlintError
from vendorlint.files.cache import NOTHING_KEPT, Cache
from vendorlint.place import FilePlace
from vendorlint.policy.rules import Module
from vendorlint.project.bundled import bundled
from vendorlint.project.jobs import jobs

WORKER = Path(__file__).with_name("worker.py")
# Documents for one process. At most: a few seconds, as deadline and memory hold for each. At least: starting takes as long
# as judging a few dozen.
LARGEST_BATCH = 500
SMALLEST_BATCH = 100
CAPABILITIES = "capabilities.json"
DISTRIBUTION = "gordon-to-regorus"
# Collecting a backtrace for an error in a rule would take longer than judging it.
ENVIRONMENT = {"RUST_BACKTRACE": "0", "RUST_LIB_BACKTRACE": "0"}


class EmbeddedEngine:
    """regorus. Each evaluation is a process of its own: nothing outlives it, and a crash is an EngineError.

    What it judged before is in `cache`, as long as rules, requirements and input are the same.
    """

    name = "regorus"

    def __init__(self, deadline_seconds: float, memory_mb: int, cache: Cache = NOTHING_KEPT) -> None:
        self._cache = cache
        self._site = _site()
        self.version = _version(self._site)
        self.decision_ids: tuple[str, ...] = ()
        self._deadline_seconds = deadline_seconds
        self._memory_mb = memory_mb

    def evaluate(
        self, modules: Sequence[Module], data: Mapping[str, Any], inputs: Sequence[Mapping[str, Any]]
    ) -> list[list[dict[str, Any]]]:
        """The results for each input. Raises InputErrors and EngineError (timeout, memory, crash, eval)."""
        if self._cache.folder is None:
            return self._evaluated(modules, data, inputs)
        by = self._by(modules, data)
        keys = [(by, hashlib.sha256(_json(each).encode()).hexdigest()) for each in inputs]
        known = {key: self._cache.get(key) for key in keys}
        fresh = [(key, each) for key, each in zip(keys, inputs, strict=True) if known[key] is None]
        answers = self._evaluated(modules, data, [each for _, each in fresh]) if fresh else []
        for (key, _), found in zip(fresh, answers, strict=True):
            known[key] = found
            self._cache.put(key, found)
        return [known[key] for key in keys]

    def _by(self, modules: Sequence[Module], data: Mapping[str, Any]) -> str:
        """Names all that an answer depends on beside the input."""
        said = _json([__version__, self.version, [[module.path, module.text] for module in modules], data])
        code = (path.read_bytes() for path in sorted(WORKER.parent.rglob("*.py")))
        return hashlib.sha256(
            b"".join([said.encode(), (bundled("rego") / CAPABILITIES).read_bytes(), *code])
        ).hexdigest()

    def _evaluated(
        self, modules: Sequence[Module], data: Mapping[str, Any], inputs: Sequence[Mapping[str, Any]]
    ) -> list[list[dict[str, Any]]]:
        cores = jobs()
        size = _batch(len(inputs), cores)
        batches = [inputs[start : start + size] for start in range(0, len(inputs), size)]
        if len(batches) <= 1:
            return self._judge(modules, data, inputs)
        from concurrent.futures import ThreadPoolExecutor

        with _no_search_for_cycles(), ThreadPoolExecutor(cores) as pool:
            return list(chain.from_iterable(pool.map(partial(self._judge, modules, data), batches)))

    def _judge(
        self, modules: Sequence[Module], data: Mapping[str, Any], inputs: Sequence[Mapping[str, Any]]
    ) -> list[list[dict[str, Any]]]:
        answer = self._ask(modules, data, inputs)
        if failure := answer.get("failure"):
            raise evaluation_error(_failure(failure), inputs[failure["input"]])
        return collect(modules, answer.get("results", ()))  # there are none where nothing was asked

    def run_tests(self, modules: Sequence[Module], tests: Sequence[Module]) -> list[tuple[str, int, str, str | None]]:
        """Path, line, name and fault of each rule `test_…` of the modules `tests`; the fault is None where it passes.

        Raises InputErrors for modules that do not compile or are outside the subset, and EngineError.
        """
        answer = self._ask([*modules, *tests], {}, (), tests=[module.path for module in tests])
        return [(path, line, name, fault) for path, line, name, fault in answer["cases"]]

    def require_sound(self, modules: Sequence[Module]) -> None:
        """Raise InputErrors for modules that do not compile or are outside the subset. What was sound before is in the cache.

        A rule that never ends or fails on no facts at all is as good as any here: the run tells it by its input.
        """
        key = ["sound", self._by(modules, {})]
        if self._cache.get(key) is None:
            with suppress(EngineError):
                self._ask(modules, {}, [{}])  # undeclared variables are looked for once there is an input
            self._cache.put(key, True)

    def edits(self, modules: Sequence[Module]) -> dict[str, list[tuple[int, int, str]]]:
        """By the path of each module, what to change so that all can stand in one (subset/joined.py).

        Raises InputErrors for modules that are outside the subset.
        """
        found: dict[str, list[tuple[int, int, str]]] = self._ask(modules, {}, ())["edits"]
        return found

    def _ask(
        self,
        modules: Sequence[Module],
        data: Mapping[str, Any],
        inputs: Sequence[Mapping[str, Any]],
        *,
        tests: Sequence[str] = (),
    ) -> dict[str, Any]:
        header = {
            "modules": [(module.path, module.text) for module in modules],
            "packages": {module.path: module.package for module in modules},
            "shipped": [module.path for module in modules if Path(module.path).is_relative_to(bundled("rego"))],
            "tests": tests,
            "capabilities": json.loads((bundled("rego") / CAPABILITIES).read_bytes()),
            "deadline_seconds": self._deadline_seconds,
            "memory_mb": self._memory_mb,
        }
        request = "\n".join([_json(header), _json({"vendorlint_data": data}), *map(_json, inputs)])
        answer = self._run(request.encode())
        if faults := answer.get("faults"):
            raise InputErrors(map(_fault, faults))
        return answer

    def _run(self, request: bytes) -> dict[str, Any]:
        # Without site-packages (-S), a third of the start-up; the worker is told where its two packages are.
        command = [sys.executable, "-I", "-S", str(WORKER), str(self._site), str(WORKER.parents[2])]
        try:
            run = subprocess.run(  # noqa: S603 - our own interpreter and file
                command,
                input=request,
                capture_output=True,
                timeout=self._deadline_seconds,
                check=False,
                env=os.environ | ENVIRONMENT,
            )
        except subprocess.TimeoutExpired:
            raise self._timeout() from None
        if run.returncode == 0:
            answer: dict[str, Any] = json.loads(run.stdout)
            return answer
        raise self._died(run.returncode, run.stderr.decode(errors="replace"))

    def _timeout(self) -> EngineError:
        limit = f"{self._deadline_seconds:g} s"
        return EngineError(
            "timeout", f"the rules took longer than {limit} and were stopped; one of them probably never ends"
        )

    def _died(self, code: int, stderr: str) -> EngineError:
        if code < 0 and signal.Signals(-code).name == "SIGXCPU":  # not on every platform
            return self._timeout()
        if "MemoryError" in stderr or "memory allocation" in stderr:
            message = f"the rules needed more than {self._memory_mb} MB of memory and were stopped"
            return EngineError("memory", message)
        how = signal.strsignal(-code) if code < 0 else stderr.strip().rpartition("\n")[2]
        return EngineError("crash", f"the rules crashed the engine ({how}); one of them probably recurses without end")


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Reading the results of a thousand documents would otherwise take more than twice as long; they are trees."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _batch(documents: int, cores: int) -> int:
    """How many documents a process gets, so that all cores work, and end at about the same time."""
    rounds = ceil(documents / (cores * LARGEST_BATCH))
    return max(SMALLEST_BATCH, ceil(documents / (cores * max(rounds, 1))))


def _site() -> Path:
    """The folder that regorus is installed in."""
    found = util.find_spec("regorus")
    if found is None or not found.submodule_search_locations:
        raise EngineError(
            "crash", f"the engine regorus is not installed; install {DISTRIBUTION} or reinstall vendorlint"
        )
    return Path(found.submodule_search_locations[0]).parent


def _version(site: Path) -> str:
    """From the name of the installed distribution's folder: importlib.metadata takes 20 ms for the same."""
    folder = next(site.glob(f"{DISTRIBUTION.replace('-', '_')}-*.dist-info"), None)
    return folder.name.removesuffix(".dist-info").rpartition("-")[2] if folder else "unknown"


def _failure(failure: Mapping[str, Any]) -> VendorlintError:
    if failure["fault"]:
        return InputErrors([_fault(failure["fault"])])
    return EngineError(failure["kind"], failure["message"])


def _fault(fault: Sequence[Any]) -> InputError:
    path, line, column, message = fault
    return InputError(message, FilePlace(Path(path), line, column))


def _json(value: object) -> str:
    return json.dumps(value, allow_nan=False, separators=(",", ":"))
