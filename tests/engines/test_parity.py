"""Each built-in that rules may use gives the same in the embedded engine as in OPA, over arguments of the right types, but for
the differences in parity.json: with test_conformance.py (every shipped rule), what a new version of the engine's wheel has to pass.

A version that differs elsewhere, or no longer there, is looked at; then `python -m tests.engines.test_parity URL-OF-AN-OPA` writes
the differences anew.
"""

from __future__ import annotations

import json
import random
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import regorus

from vendorlint.engines.embedded import CAPABILITIES
from vendorlint.project.bundled import bundled

KNOWN = Path(__file__).with_name("parity.json")
SEED = 20261129
TRIES = 24  # calls of each built-in, at most
STRINGS = (
    "",
    "a",
    "abc",
    "ABC",
    "a,b,,c",
    " é ",
    "ß",
    "日本語",
    "-12",
    "3.50",
    "2026-11-29",
    "x.y",
    "%v",
    "\\t\\n",
    "aaa",
)
POOLS: dict[str, tuple[str, ...]] = {
    "string": tuple(f'"{each}"' for each in STRINGS),
    "number": ("0", "1", "2", "-3", "7", "10", "2.5", "-0.5", "1e3", "9007199254740993", "0.1"),
    "boolean": ("true", "false"),
    "null": ("null",),
    "array": ("[]", '["a", "b"]', "[3, 1, 2]", '[1, "a", null, true]', "[[1], [0]]", '["b", "B", "é"]', "[1, 1.0, 2]"),
    "set": ("set()", '{"a", "b"}', "{1, 2, 3}", '{1, "a", null}', "{{1}, {2}}"),
    "object": ("{}", '{"a": 1, "b": {"c": [2]}}', '{"b": {"d": null}}', '{"é": "x", "1": true}'),
}
OPERATORS = {
    "and": "&", "or": "|", "plus": "+", "minus": "-", "mul": "*", "div": "/", "rem": "%", "eq": "==", "equal": "==",
    "neq": "!=", "gt": ">", "gte": ">=", "lt": "<", "lte": "<=", "internal.member_2": "in",
}  # fmt: skip
UNCALLED = {"assign", "internal.member_3"}  # `:=`, and `k, v in xs`, which have tests of their own below
PATTERNS = ('"^a+$"', '"[0-9]{2,}"', '"é"', '"(?i)abc"', '""', '"\\\\d"', '"a|b"')
FORMATS = ('"%v"', '"%d"', '"%s and more"', '"%v %v"', '"%05d"', '"%.2f"', '"100 %%"')
LAYOUTS = ('"2006-01-02"', '"2006-01-02T15:04:05Z07:00"')
FIRST = {"regex.match": PATTERNS, "sprintf": FORMATS, "time.parse_ns": LAYOUTS}
OWN = (
    "{k | some k, v in [3, 1, 2]; v > 1}", "{k: v | some k, v in {\"a\": 1}}", "[x | some x in {3, 1, 2}]", "1 in {1, 2}", "\"k\", 1 in {\"k\": 1}",
    "count([x | x := [1, 2, 3][_]; x != 2])", "[1, [2, {\"a\": {3}}]]", "given({\"a\": 1})[\"b\"]", "given([1, 2])[5]",
    "max([\"a\", \"B\"]) == \"a\"", "1 == 1.0", "{1, 1.0}", "[null < false, false < 1, 1 < \"a\", \"a\" < [1], [1] < {\"a\": 1}, {\"a\": 1} < {1}]",
)  # fmt: skip


def expressions() -> list[str]:
    """Calls of every built-in, the same in each run."""
    draw = random.Random(SEED)
    builtins = json.loads((bundled("rego") / CAPABILITIES).read_bytes())["builtins"]
    found = list(OWN)
    for builtin in builtins:
        if builtin["name"] not in UNCALLED:
            found += list(dict.fromkeys(call(builtin, draw) for _ in range(TRIES)))
    return found


def call(builtin: dict[str, Any], draw: random.Random) -> str:
    name = builtin["name"]
    wanted = builtin["decl"].get("args", [])
    words = [draw.choice(pool(each, draw)) for each in wanted]
    if name in FIRST:
        words[0] = draw.choice(FIRST[name])
    if name == "numbers.range":  # of whole numbers, and not of 9007199254740993
        words = [str(draw.randint(-3, 9)) for _ in words]
    words = [f"given({each})" for each in words]  # of no type that a compiler could know
    if name in OPERATORS:
        return f"{words[0]} {OPERATORS[name]} {words[1]}"
    return f"{name}({', '.join(words)})"


def pool(wanted: dict[str, Any], draw: random.Random) -> tuple[str, ...]:
    """The arguments of a type, which may be one of several."""
    kind = wanted["type"]
    if kind == "any":
        kind = draw.choice(wanted["of"])["type"] if wanted.get("of") else draw.choice(list(POOLS))
    return POOLS[kind]


def module(calls: list[str]) -> str:
    """A package in which each call is a rule: the list of what it gives, empty where it is undefined."""
    rules = "\n".join(f"r{number} := [found | found := {each}]" for number, each in enumerate(calls))
    return f"package parity\n\nimport rego.v1\n\ngiven(x) := x\n\n{rules}\n"


def asked(url: str, method: str, body: bytes = b"") -> Any:
    request = urllib.request.Request(url, body or None, method=method, headers={"Content-Type": "text/plain"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def by_opa(url: str, calls: list[str]) -> list[Any]:
    policy = f"{url}/v1/policies/parity"
    asked(policy, "PUT", module(calls).encode())
    try:
        found = asked(f"{url}/v1/data/parity", "GET")["result"]
    finally:
        asked(policy, "DELETE")
    return [found.get(f"r{number}") for number in range(len(calls))]


def embedded(calls: list[str]) -> Iterator[Any]:
    """What the embedded engine gives of each. An error within a built-in, which ends a run of ours in either engine, is none."""
    for each in calls:
        engine = regorus.Engine()
        engine.add_policy("parity.rego", module([each]))
        try:
            yield json.loads(engine.eval_rule_as_json("data.parity.r0"))
        except RuntimeError:
            yield []


def differences(url: str) -> dict[str, dict[str, Any]]:
    """What OPA and the embedded engine give of the calls that they answer differently."""
    calls = expressions()
    pairs = zip(calls, by_opa(url, calls), embedded(calls), strict=True)
    return {call: {"opa": theirs, "embedded": ours} for call, theirs, ours in pairs if theirs != ours}


def test_each_builtin_gives_what_opa_gives_but_where_it_is_known(quiet_opa: str) -> None:
    assert len(expressions()) > 1000
    assert differences(quiet_opa) == json.loads(KNOWN.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "name", ["http.send", "opa.runtime", "net.lookup_ip_addr", "rego.parse_module", "time.now_ns", "rand.intn"]
)
def test_what_reaches_out_is_no_builtin_of_rules(name: str) -> None:
    builtins = json.loads((bundled("rego") / CAPABILITIES).read_bytes())["builtins"]
    assert name not in {each["name"] for each in builtins}


if __name__ == "__main__":
    KNOWN.write_text(json.dumps(differences(sys.argv[1]), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
