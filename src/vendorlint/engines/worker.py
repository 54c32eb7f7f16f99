"""The process in which the embedded engine runs, so that a rule that crashes or never ends takes nothing else along.

Standard input: a line {modules, packages, shipped, tests, capabilities, deadline_seconds, memory_mb}, a line with the data document, then a
line per input. Standard output: one JSON object, `faults` (of the rules: syntax, or outside the subset), `failure` (of an
input), or `results` (per input, the `deny` of each package) and `edits` (per module, as joined.py has them; only without inputs); where
`tests` names modules, `cases`: path, line, name and fault of each of their tests, the fault null where it passes.
Start-up is most of the time that a check of one file takes: this file imports little, and runs without `site`.
"""

import gc
import json
import signal
import sys
from collections.abc import Callable
from typing import Any

UNSAFE = "is unsafe"
PR_SET_PDEATHSIG = 1  # <linux/prctl.h>

Fault = tuple[str, int, int, str]


def main() -> None:
    """Serve one request."""
    sys.path[:0] = sys.argv[1:]
    _end_with_parent()
    gc.disable()  # results are trees and are kept until the end: to look for cycles in them takes a tenth of the time
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it even while regorus runs
    lines = sys.stdin.buffer.read().splitlines()
    request = json.loads(lines[0])
    _limit(request["deadline_seconds"], request["memory_mb"])
    # Not json.dump, which is not written in C, and takes three times as long.
    sys.stdout.write(json.dumps(_answer(request, lines[1].decode(), lines[2:], _shut)))


def _end_with_parent() -> None:
    """Where the parent is killed, this process is too: what it computes has no reader. Elsewhere than on Linux the limits end it."""
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _limit(deadline_seconds: float, memory_mb: int) -> None:
    """Memory, and processor time for the case that nobody is left who could end this process."""
    try:
        import resource
    except ImportError:
        return
    for limit, value in (
        (resource.RLIMIT_AS, memory_mb * 2**20),
        (resource.RLIMIT_CPU, int(deadline_seconds) + 2),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(limit)[1]
        resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _shut() -> None:
    """From here on this process opens no file and no connection, and writes nothing but its answer: neither a rule nor the
    engine, which others build, needs any."""
    try:
        import resource
    except ImportError:
        return
    for limit in (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE):
        resource.setrlimit(limit, (0, 0))


def _answer(
    request: dict[str, Any], data: str, inputs: list[bytes], ready: Callable[[], None] = lambda: None
) -> dict[str, Any]:
    """The answer to a request. `ready` is called once the rules are read and within the subset, before any is run."""
    # Both are found only on the path that the command line brought.
    import regorus

    from vendorlint.engines.answers import Answers
    from vendorlint.engines.subset import edits_of, faults_of, reads_in
    from vendorlint.engines.subset.syntax import read_tree

    engine = regorus.Engine()
    sources = dict(request["modules"])
    faults = [fault for path in sources if (fault := _add(engine, path, sources))]
    if faults:
        return {"faults": faults}
    trees = [read_tree(document) for document in json.loads(engine.get_ast_as_json())]
    tests = set(request["tests"])
    rules = [tree for tree in trees if tree.path not in tests]
    if faults := faults_of(rules, request["capabilities"], request["packages"]):
        return {"faults": faults}
    ready()
    engine.add_data_json(data)
    if tests:
        return {"cases": [case for tree in trees if tree.path in tests for case in _cases(engine, tree)]}
    paths = set(request["shipped"])
    shipped = {tree.package[-1] for tree in rules if tree.path in paths}
    answers = Answers(engine, reads_in(rules) if len(inputs) > 1 else {}, shipped)
    results = []
    for index, document in enumerate(inputs):
        try:
            results.append(answers.of(document.decode()))
        except MemoryError:
            raise  # the parent knows it by its name
        except BaseException as error:  # a panic in Rust is no Exception
            return _failure(error, index, sources)
    return {"results": results} if inputs else {"edits": edits_of(trees)}


def _cases(engine: Any, tree: Any) -> list[tuple[str, int, str, str | None]]:
    """The tests of a module: its rules whose names begin with test_, as `opa test` has them."""
    lines: dict[str, int] = {}
    for rule in tree.rules:
        if rule.name.startswith("test_"):
            lines.setdefault(rule.name, tree.source.count(b"\n", 0, rule.start) + 1)
    package = ".".join(tree.package)
    return [(tree.path, line, name, _test_fault(engine, f"data.{package}.{name}")) for name, line in lines.items()]


def _test_fault(engine: Any, query: str) -> str | None:
    """Why a test fails. One that is true case by case (`test_x[name]`) would hide a case that is not: it fails too."""
    try:
        answer = json.loads(engine.eval_query_as_json(query)).get("result")
    except MemoryError:
        raise
    except BaseException as error:
        return _message(error)
    value = answer[0]["expressions"][0]["value"] if answer else None
    if value is True:
        return None
    if isinstance(value, dict | list):
        return "is a collection; expected true: give each case a rule of its own, or write `every`"
    return "is false" if value is False else "is undefined: one of its expressions does not hold"


def _add(engine: Any, path: str, sources: dict[str, str]) -> Fault | None:
    try:
        engine.add_policy(path, sources[path])
    except BaseException as error:
        return _fault(error, sources) or (path, 1, 1, _message(error))
    return None


def _failure(error: BaseException, index: int, sources: dict[str, str]) -> dict[str, Any]:
    fault = _fault(error, sources)
    if fault and UNSAFE in fault[3]:  # regorus looks for undeclared variables only once it has an input
        return {"faults": [fault]}
    kind = "eval" if isinstance(error, Exception) else "crash"
    return {"failure": {"kind": kind, "message": _message(error), "fault": fault, "input": index}}


def _fault(error: BaseException, sources: dict[str, str]) -> Fault | None:
    """Where regorus says the error is: `--> path:line:column` above the source line, and `error: message` below it."""
    place = str(error).lstrip().partition("\n")[0]
    path, *numbers = place.removeprefix("--> ").rsplit(":", 2)
    if not place.startswith("--> ") or path not in sources or not all(map(str.isdigit, numbers)):
        return None
    number, shown = map(int, numbers)
    line = (*sources[path].splitlines(), "")[number - 1]
    column = _column(line, shown)
    if line[column - 1 : column] == "$":
        return path, number, column, 'string interpolation; expected sprintf("%v", [x]), which all engines have'
    return path, number, column, _message(error)


def _column(line: str, shown: int) -> int:
    """The column in characters, from one of regorus', in which a tab counts as four."""
    at = 1
    for column, character in enumerate(line, start=1):
        if at >= shown:
            return column
        at += 4 if character == "\t" else 1
    return len(line) + 1


def _message(error: BaseException) -> str:
    text = str(error).partition("\n\nStack backtrace")[0].strip()
    message = text.partition("\nerror: ")[2].partition("\n")[0] or text.partition("\n")[0]
    return message.partition(f" {UNSAFE} (path")[0] + f" {UNSAFE}" if f"{UNSAFE} (path" in message else message


if __name__ == "__main__":
    main()
