"""The subset of Rego: each thing outside of it is refused at its place, and what comes near it is allowed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vendorlint.engines.subset import check_subset
from vendorlint.policy.rules import Module, RuleSet

from .conftest import asked

Build = Callable[..., Module]

LIBRARY = Module(
    "lib/words.rego",
    """package vendorlint.lib.words

import rego.v1

kinds := {"a": 1}

partly := 1 if input.x

default always := false

always if input.x

found contains x if some x in input.list

listed[x] := 1 if some x in input.list

get(o, key) := object.get(o, [key], "") if is_object(o)

get_or(o, key) := o[key] if {
	is_array(o)
	some key, _ in o
}

or_else(o) := 1 if is_object(o) else := 2

half(1) := 2
""",
)


def faults(*modules: Module) -> list[str]:
    """What the engine's process answers, asked in this one."""
    found = asked([*modules, LIBRARY]).get("faults", [])
    return [
        f"{path}:{line}:{column}: {message}".removeprefix("rules/sample.rego:") for path, line, column, message in found
    ]


PREFIX = "deny contains 1 if true\n"

REFUSED = {
    # 1. the language
    "string interpolation": ('x := $"{input.y}"', ['5:6: string interpolation; expected sprintf("%v", [x]), which all engines have']),
    "keyword in a reference": ("x := input.facts.contains", ['5:18: the keyword contains is part of a reference; write ["contains"]']),
    "recursion": ("f(x) := g(x)\n\ng(x) := f(x)", ["5:1: recursion: f -> g -> f"]),
    "recursion of rules": ("x if y\n\ny if not x", ["5:1: recursion: x -> y -> x"]),
    "recursion through an absolute name": ("x if data.vendorlint.rules.sample.x", ["5:1: recursion: x -> x"]),
    "all of input": ("x := count(input)", ["5:12: all of input is an argument; name what is meant, as in input.facts"]),
    "all of input, looked up by name": ('x := object.get(input, "a", 1)', ["5:17: all of input is an argument; name what is meant, as in input.facts"]),
    "all of data": ("x := count(data)", ["5:12: refers to all of data; name what is meant, as in data.vendorlint_data.today"]),
    "all rules": ("x := data.vendorlint.rules", ["5:6: data.vendorlint.rules refers to a whole package; name one rule of it"]),
    "some rule": ("x := data.vendorlint.lib[y].z if y := input.y", ["5:6: data.vendorlint.lib.[…].z refers to a whole package; name one rule of it"]),
    "data that nobody hands over": ("x := data.vendorlint_dta.today", ["5:6: nothing is at data.vendorlint_dta.today (did you mean 'vendorlint_data'?)"]),
    "data in brackets": ('x := data["vendorlint_data"].today', ["5:6: write data.vendorlint_data, with a dot"]),
    "a library in brackets": (
        'x := data.vendorlint["lib"].words.always',
        ["5:6: write data.vendorlint.lib, with a dot"],
    ),
    "a rule that is not there": ("x := data.vendorlint.lib.words.kins", ["5:6: no rule is at data.vendorlint.lib.words.kins (did you mean 'data.vendorlint.lib.words.kinds'?)"]),
    "a variable called data": ("f(data) := data.x", ["5:1: a variable of the rule is called data; choose another name"]),
    "with a rule": ("y := 1\n\nx if startswith(input.x, \"a\") with input.x as y", ["7:47: 'with' takes the rule y; bind it to a variable first"]),
    # 2. terms that may have no value
    "not in": ('x if not input.x in {"a"}', ['5:10: under \'not\', input.x may have no value; bind it first, as in v := object.get(o, ["x"], "default")']),
    "not a built-in": ('x if not startswith(input.x, "a")', ['5:21: under \'not\', input.x may have no value; bind it first, as in v := object.get(o, ["x"], "default")']),
    "not a comparison": ('x if not input.x.y == "a"', ['5:10: under \'not\', input.x.y may have no value; bind it first, as in v := object.get(o, ["x"], "default")']),
    "not a part of a variable": ("x if {\n\tv := input.v\n\tnot v.y in [1]\n}", ['7:6: under \'not\', v.y may have no value; bind it first, as in v := object.get(o, ["x"], "default")']),
    "not a rule that may be undefined": ("y := 1 if input.y\n\nx if not y == 1", ['7:10: under \'not\', y may have no value; bind it first, as in v := object.get(o, ["x"], "default")']),
    "not a function that may be undefined": ("f(x) := x if x > 1\n\nx if not f(1) == 1", ['7:10: under \'not\', f(1) may have no value; bind it first, as in v := object.get(o, ["x"], "default")']),
    "not max": ("x if {\n\tv := [1]\n\tnot max(v) > 1\n}", ['7:6: under \'not\', max(v) may have no value; bind it first, as in v := object.get(o, ["x"], "default")']),
    "not, deep inside": ('x := [v | some v in [1]; not [{"a": input.x}] == v]', ['5:37: under \'not\', input.x may have no value; bind it first, as in v := object.get(o, ["x"], "default")']),
    "not, with a key that may be undefined": ("x if not input.x[input.y]", ['5:18: under \'not\', input.y may have no value; bind it first, as in v := object.get(o, ["x"], "default")']),
    "in, used as a value": ("x := v if v := input.x in [1]", ['5:16: beside an \'in\' whose answer is used, input.x may have no value; bind it first, as in v := object.get(o, ["x"], "default")']),
    "the head of a set": ("x contains input.l[i] if some i in [1]", ['5:12: in the head, input.l[i] may have no value; bind it first, as in v := object.get(o, ["x"], "default")']),
    "the head of an object": ("x[i] := input.l[i] if some i in [1]", ['5:9: in the head, input.l[i] may have no value; bind it first, as in v := object.get(o, ["x"], "default")']),
    "before else": ("f(x) := input.l[x] if x > 1 else := 0", ['5:9: before \'else\', input.l[x] may have no value; bind it first, as in v := object.get(o, ["x"], "default")']),
    "an object of sets": ("x[i] contains 1 if some i in [1]", ["5:1: x is an object of sets, which is undefined where it is empty"]),
    # 3. to 5. sprintf, dates, patterns
    "a verb that is not %v": ('x := sprintf("%d", [1])', ["5:6: sprintf with '%d'; expected %v only"]),
    "a percent sign": ('x := sprintf("100%% %v", [1])', ["5:6: sprintf with '%%'; expected %v only"]),
    "fewer values": ('x := sprintf("%v of %v", [1])', ["5:6: sprintf has 2 verbs and 1 values; expected as many"]),
    "a template that is no literal": ("x := sprintf(input.t, [1])", ['5:6: sprintf needs a literal template and a literal list, as in sprintf("%v days", [days])']),
    "values that are no literal": ('x := sprintf("%v", input.v)', ['5:6: sprintf needs a literal template and a literal list, as in sprintf("%v days", [days])']),
    "another layout": ('x := time.parse_ns("2006", input.d)', ['5:6: dates are read with time.parse_ns("2006-01-02", text) only']),
    "a class of Perl's": (r"x if regex.match(`\d+`, input.x)", ["5:6: the pattern has '\\d', which engines read differently; expected ASCII, as in [0-9]{1,3}"]),
    "a flag": ("x if regex.match(`(?i)a`, input.x)", ["5:6: the pattern has '(?', which engines read differently; expected ASCII, as in [0-9]{1,3}"]),
    "a pattern that is no literal": ("x if regex.match(input.p, input.x)", ["5:6: regex.match needs a literal pattern"]),
    "many repeats": ("x if regex.match(`a{1001}`, input.x)", ["5:6: the pattern has '{1001}', which engines read differently; expected ASCII, as in [0-9]{1,3}"]),
    # 6. built-ins
    "the network": ('x := http.send({"url": "a"})', ["5:6: http.send is neither a function here nor a built-in that rules may use"]),
    "the clock": ("x := time.now_ns()", ["5:6: time.now_ns is neither a function here nor a built-in that rules may use (did you mean 'time.parse_ns'?)"]),
    "the machine": ("x := opa.runtime()", ["5:6: opa.runtime is neither a function here nor a built-in that rules may use"]),
    "print": ("x if print(1)", ["5:6: print is neither a function here nor a built-in that rules may use (did you mean 'sprintf'?)"]),
    "an operator as a function": ("x := plus(1, 2)", ["5:6: plus is neither a function here nor a built-in that rules may use"]),
    "a misspelt built-in": ('x if startwith("a", "b")', ["5:6: startwith is neither a function here nor a built-in that rules may use (did you mean 'startswith'?)"]),
    "too few arguments": ('x if startswith("a")', ["5:6: startswith has 1 arguments; expected 2"]),
    "too many arguments": ("f(x) := x\n\nx := f(1, 2)", ["7:6: f has 2 arguments; expected 1"]),
    "a rule that is called": ("y := 1\n\nx := y(1)", ["7:6: y is a rule, not a function"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), REFUSED.values(), ids=REFUSED)
def test_refused(rule: Build, body: str, expected: list[str]) -> None:
    assert faults(rule(PREFIX + body)) == expected


ALLOWED = {
    "a keyword as a string": 'x := input.facts["contains"]',
    "input, looked up by a path": 'x := object.get(input, ["a", "b"], 1)',
    "input in an iteration": "x := [k | some k, _ in input]",
    "not a reference": "x if not input.x.y",
    "not a reference with a bound key": "x if {\n\tsome k in [1]\n\tnot input.l[k]\n}",
    "not a bound value": 'x if {\n\tv := object.get(input, ["v"], "")\n\tnot startswith(v, "a")\n\tnot v in {"a", "b"}\n}',
    "not a lookup": 'x if not object.get(input, ["x"], false)',
    "not a nested lookup": 'x if not startswith(object.get(input, ["x"], ""), "a")',
    "not a function of bound values": "f(v) if v > 1\n\nx if {\n\tv := 1\n\tnot f(v)\n}",
    "not a function that always holds": 'import data.vendorlint.lib.words\n\nx if not words.or_else([]) == 1',
    "not a constant": 'import data.vendorlint.lib.words\n\nx if not "a" in words.kinds',
    "not a set": 'import data.vendorlint.lib.words\n\nx if not "a" in words.found',
    "not an object": 'import data.vendorlint.lib.words\n\nx if not "a" in words.listed',
    "not a rule with a default": "import data.vendorlint.lib.words\n\nx if not words.always == true",
    "not a comprehension": "x if not count([v | some v in input.l]) > 1",
    "not today": 'x if not data.vendorlint_data.today == ""',
    "in as a statement": "x if input.x in input.l",
    "in as a value of bound values": "x := v if {\n\ty := input.y\n\tv := y in [1]\n}",
    "every": "x if every v in input.l { v in input.m }",
    "else with bound values": "f(x) := v if v := input.l[x] else := 0",
    "the last else": "f(x) := 0 if x > 1 else := input.l[x]",
    "the head of a constant": "x := input.x",
    "a library by its whole name": "x := data.vendorlint.lib.words.kinds",
    "a library under another name": "import data.vendorlint.lib.words as w\n\nx := w.kinds.a",
    "a rule of a library": "import data.vendorlint.lib.words.kinds\n\nx := kinds.a",
    "a part of the input": "import input.facts\n\nx := facts.a",
    "several calls": 'x := sprintf("%v of %v", [1, concat(", ", ["a"])])',
    "a date": 'x := time.parse_ns("2006-01-02", data.vendorlint_data.today)',
    "a pattern": "x if regex.match(`^[a-z]{2}-[0-9]+\\.$`, input.x)",
    "with a value": 'x if startswith(input.x, "a") with input.x as "a"',
    "a local name that a rule has too": "node := 1\n\nf(node) := node",
    "data by a computed key": "x := data.vendorlint_data.requirements[y] if y := input.y",
}  # fmt: skip


@pytest.mark.parametrize("body", ALLOWED.values(), ids=ALLOWED)
def test_allowed(rule: Build, body: str) -> None:
    imports, separator, rest = body.partition("\n\n") if body.startswith("import") else ("", "", body)
    assert faults(rule(f"{imports}{separator}{PREFIX}{rest}")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("package vendorlint.rules.sample\n\ndeny contains 1 if true\n", ["1:9: lacks 'import rego.v1' below its package"]),
        ("package vendorlint.rule.sample\n\nimport rego.v1\n", ["1:9: the package is vendorlint.rule.sample; expected vendorlint.rules.<rule> or vendorlint.lib.<library> (did you mean 'vendorlint.rules'?)"]),
        ("package main\n\nimport rego.v1\n", ["1:9: the package is main; expected vendorlint.rules.<rule> or vendorlint.lib.<library>"]),
        ("package vendorlint.rules\n\nimport rego.v1\n\ndeny contains 1 if true\n", ["1:9: the package is vendorlint.rules; expected vendorlint.rules.<rule>"]),
        ("package vendorlint.rules.a.b\n\nimport rego.v1\n\ndeny contains 1 if true\n", ["1:9: the package is vendorlint.rules.a.b; expected vendorlint.rules.<rule>"]),
        ("package vendorlint.rules.sample\n\nimport rego.v1\n\ndny contains 1 if true\n", ["1:9: the rule has no decision; expected 'deny contains result if { … }'"]),
        ("package vendorlint.rules.sample\n\nimport rego.v1\n\nwarn contains 1 if true\n", ["1:9: the rule has no decision; expected 'deny contains result if { … }'", "5:1: found 'warn'; expected 'deny contains result if { … }'"]),
        ("package vendorlint.rules.sample\n\nimport rego.v1\n\ndeny := [1]\n", ["5:1: deny is not a set; expected 'deny contains result if { … }'"]),
        ('package vendorlint.rules.sample\n\nimport rego.v1\n\ndeny contains {"value": {1}} if true\n', ["5:25: a set is within a result; expected a list, as in [x | some x in …]"]),
        ('package vendorlint.rules.sample\n\nimport rego.v1\n\ndeny contains r if r := {"value": [{x | some x in [1]}]}\n', ["5:36: a set is within a result; expected a list, as in [x | some x in …]"]),
        ("package vendorlint.rules.sample\n\nimport rego.v1\nimport data.vendorlint.lib.wrods\n\ndeny contains 1 if true\n", ["4:8: nothing to import is at data.vendorlint.lib.wrods (did you mean 'data.vendorlint.lib.words'?)"]),
        ("package vendorlint.rules.sample\n\nimport rego.v1\nimport data.other\n\ndeny contains 1 if true\n", ["4:8: imports data.other; expected rego.v1, data.vendorlint.lib.<library> or input.<key>"]),
        ("package vendorlint.rules.sample\n\nimport rego.v1\n\npackage vendorlint.rules.other\n", ["5:1: unexpected keyword `package`"]),
    ],
)  # fmt: skip
def test_the_outside_of_a_module(text: str, expected: list[str]) -> None:
    assert faults(Module("rules/sample.rego", text)) == expected


def test_columns_are_characters(rule: Build) -> None:
    assert faults(rule(PREFIX + 'x if {\n\t"§é" == "€"; print(1)\n}')) == [
        "6:15: print is neither a function here nor a built-in that rules may use (did you mean 'sprintf'?)"
    ]


def test_a_cycle_through_several_modules(rule: Build) -> None:
    one = Module(
        "lib/one.rego", "package vendorlint.lib.one\n\nimport rego.v1\nimport data.vendorlint.lib.two\n\na := two.b\n"
    )
    two = Module(
        "lib/two.rego", "package vendorlint.lib.two\n\nimport rego.v1\nimport data.vendorlint.lib.one\n\nb := one.a\n"
    )
    assert faults(one, two) == ["lib/one.rego:6:1: recursion: a -> b -> a"]


def test_every_error_is_told_in_order(rule: Build) -> None:
    module = rule(PREFIX + 'y := time.now_ns()\nx := sprintf("%d", [http.send({})])')
    assert [line.partition(" ")[0] for line in faults(module)] == ["5:6:", "6:6:", "6:21:"]


def test_the_shipped_rules_are_within_it(shipped: RuleSet) -> None:
    assert check_subset(shipped.modules) == []


def test_the_process_answers_the_same(rule: Build) -> None:
    wrong = [rule(PREFIX + "x := count(input)"), LIBRARY]
    places = [(error.file_place, error.message) for error in check_subset(wrong)]
    assert [(str(place.path), place.line, place.column, message) for place, message in places if place] == [
        tuple(fault) for fault in asked(wrong)["faults"]
    ]
