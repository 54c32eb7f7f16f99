"""The process in which the embedded engine runs, so that a rule that crashes or never ends takes nothing else along.

Standard input: a line {modules, deadline_seconds, memory_mb}, a line with the data document, then a line per input.
Standard output: one JSON object, `results` (per input the `deny` of each package), `faults` or `failure`.
Start-up is most of the time that a check of one file takes: this file imports little, and runs without `site`.
"""

import json
import sys
from typing import Any

QUERY = "data.vendorlint.rules"

Fault = tuple[str, int, int, str]


def main() -> None:
    """Serve one request."""
    sys.path[:0] = sys.argv[1:]
    lines = sys.stdin.buffer.read().splitlines()
    request = json.loads(lines[0])
    _limit(request["deadline_seconds"], request["memory_mb"])
    json.dump(_answer(request["modules"], lines[1].decode(), lines[2:]), sys.stdout)


def _limit(deadline_seconds: float, memory_mb: int) -> None:
    """Memory, and processor time for the case that the parent was killed and cannot end this process."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    for limit, value in (
        (resource.RLIMIT_AS, memory_mb * 2**20),
        (resource.RLIMIT_CPU, int(deadline_seconds) + 2),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(limit)[1]
        resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _answer(modules: list[tuple[str, str]], data: str, inputs: list[bytes]) -> dict[str, Any]:
    import regorus  # noqa: PLC0415 - found only on the path that the request brought

    engine = regorus.Engine()
    faults = [fault for path, text in modules if (fault := _add(engine, path, text))]
    if faults:
        return {"faults": faults}
    engine.add_data_json(data)
    results = []
    for index, document in enumerate(inputs):
        try:
            engine.set_input_json(document.decode())
            results.append(_denials(json.loads(engine.eval_query_as_json(QUERY))))
        except BaseException as error:  # a panic in Rust is no Exception
            return _failure(error, index)
    return {"results": results}


def _add(engine: Any, path: str, text: str) -> Fault | None:  # noqa: ANN401
    try:
        engine.add_policy(path, text)
    except BaseException as error:
        return _fault(error) or (path, 1, 1, _message(error))
    return None


def _denials(answer: dict[str, Any]) -> dict[str, Any]:
    """`deny` of each package under vendorlint.rules. An answer without a result: there is no such package."""
    packages = answer["result"][0]["expressions"][0]["value"] if answer["result"] else {}
    return {name: rules["deny"] for name, rules in packages.items() if "deny" in rules}


def _failure(error: BaseException, index: int) -> dict[str, Any]:
    kind = "eval" if isinstance(error, Exception) else "crash"
    return {"failure": {"kind": kind, "message": _message(error), "fault": _fault(error), "input": index}}


def _fault(error: BaseException) -> Fault | None:
    """Where regorus says the error is: `--> path:line:column` above the source line, and `error: message` below it."""
    place = str(error).lstrip().partition("\n")[0]
    path, *numbers = place.removeprefix("--> ").rsplit(":", 2)
    if place.startswith("--> ") and len(numbers) == 2 and all(map(str.isdigit, numbers)):
        return path, int(numbers[0]), int(numbers[1]), _message(error)
    return None


def _message(error: BaseException) -> str:
    text = str(error).partition("\n\nStack backtrace")[0].strip()
    return text.partition("\nerror: ")[2].partition("\n")[0] or text.partition("\n")[0]


if __name__ == "__main__":
    main()
