from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib import metadata
from typing import Any

import pytest

from vendorlint.engines.engine import open_engine
from vendorlint.errors import EngineError, InputError, InputErrors, VendorlintError
from vendorlint.policy.rules import Module

Build = Callable[..., Module]

RESULT = """
deny contains result if {
	some value in object.get(input, ["values"], [])
	result := {
		"msg": sprintf("%v of %v", [value, data.vendorlint_data.today]),
		"rule": "sample",
		"severity": "error",
		"status": "stated",
		"fact": "licence.duration",
		"value": value,
		"required": "term",
		"evidence": [{"document": "terms", "quote": "it is"}],
	}
}
"""


def result(value: object, rule: str = "sample") -> dict[str, Any]:
    return {
        "msg": f"{value} of 2026-11-25",
        "rule": rule,
        "severity": "error",
        "status": "stated",
        "fact": "licence.duration",
        "value": value,
        "required": "term",
        "evidence": [{"document": "terms", "quote": "it is"}],
    }


def raised(modules: list[Module], document: dict[str, Any]) -> str:
    with pytest.raises(VendorlintError) as caught:
        open_engine("embedded").evaluate(modules, {}, [document])
    return str(caught.value)


def test_a_call_judges_every_input(rule: Build) -> None:
    other = rule(RESULT.replace('"sample"', '"other-one"'), "other_one")
    inputs = [{"values": ["b", "a"]}, {}, {"values": [2]}]
    answers = open_engine("embedded").evaluate([rule(RESULT), other], {"today": "2026-11-25"}, inputs)
    assert answers == [
        [result("a", "other-one"), result("b", "other-one"), result("a"), result("b")],
        [],
        [result(2, "other-one"), result(2)],
    ]


def test_many_inputs_keep_their_order(rule: Build) -> None:
    inputs = [{"values": [number]} for number in range(1_201)]
    answers = open_engine("embedded").evaluate([rule(RESULT)], {"today": "2026-11-25"}, inputs)
    assert answers == [[result(number)] for number in range(1_201)]


def test_the_one_that_fails_among_many_is_named(rule: Build) -> None:
    inputs = [{"vendor": f"vendor-{number}", "x": number - 700} for number in range(1_201)]
    with pytest.raises(InputErrors) as caught:
        open_engine("embedded").evaluate([rule("deny contains 1 if 1 / input.x == 7")], {}, inputs)
    assert str(caught.value) == "rules/sample.rego:4:22: divide by zero (while checking vendor 'vendor-700')"


def test_whole_numbers_stay_whole(rule: Build) -> None:
    (answer,) = open_engine("embedded").evaluate([rule(RESULT)], {"today": "t"}, [{"values": [30.0, 1.5]}])
    assert [repr(found["value"]) for found in answer] == ["1.5", "30"]


def test_it_names_itself() -> None:
    engine = open_engine("embedded")
    assert (engine.name, engine.version) == ("regorus", metadata.version("gordon-to-regorus"))


def test_no_input_is_no_answer(rule: Build) -> None:
    assert open_engine("embedded").evaluate([rule(RESULT)], {}, []) == []


def test_libraries_are_used(rule: Build) -> None:
    library = Module(
        "lib/words.rego", "package vendorlint.lib.words\n\nimport rego.v1\n\ntoday := data.vendorlint_data.today\n"
    )
    body = "import data.vendorlint.lib.words\n" + RESULT.replace("data.vendorlint_data.today", "words.today")
    assert open_engine("embedded").evaluate([rule(body), library], {"today": "2026-11-25"}, [{"values": [1]}]) == [
        [result(1)]
    ]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("deny contains 1", "a result is 1; expected an object with msg, rule, fact, severity, status, value, required, evidence"),
        (
            'deny contains {"msg": "x"}',
            'a result lacks rule, fact, severity, status, value, required, evidence: {"msg": "x"}',
        ),
        (RESULT.replace('"required": "term",', ""), None),
        (RESULT.replace('sprintf("%v of %v", [value, data.vendorlint_data.today])', '" "'), 'a result\'s msg is " "; expected text'),
        (
            RESULT.replace('"error"', '"fatal"'),
            "a result's severity is \"fatal\"; expected one of error, warning, info",
        ),
        (
            RESULT.replace('"stated"', '"unsure"'),
            "a result's status is \"unsure\"; expected one of stated, silent, conflict, parameters",
        ),
        (RESULT.replace('"sample"', '"other"'), "a result's rule is \"other\"; expected the rule's own id 'sample'"),
        (RESULT.replace('"licence.duration"', "null"), "a result's fact is null; expected text"),
        (RESULT.replace('[{"document": "terms", "quote": "it is"}]', "{}"), "a result's evidence is {}; expected a list of clauses"),
        (RESULT.replace('{"document": "terms", "quote": "it is"}', '"it is"'), "a result's evidence is [\"it is\"]; expected a list of clauses"),
        (RESULT.replace('"value": value', '"value": value, "parameters": [1]'), "a result's parameters is [1]; expected a list of names"),
    ],
)  # fmt: skip
def test_a_result_that_is_no_finding_names_the_rule(rule: Build, body: str, message: str | None) -> None:
    with pytest.raises(InputErrors) as caught:
        open_engine("embedded").evaluate([rule(body)], {"today": "t"}, [{"values": ["a"]}])
    if message is None:
        message = str(caught.value).removeprefix("rules/sample.rego: ")
        assert message.startswith('a result lacks required: {"evidence": [')
    assert str(caught.value) == f"rules/sample.rego: {message}"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("deny contains 1 if {\n\tx := 1 +\n}", "rules/sample.rego:5:4: expecting `}` while parsing set"),
        (
            "deny contains 1 if {\n\tundeclared\n}",
            "rules/sample.rego:5:2: use of undefined variable `undeclared` is unsafe",
        ),
        ("deny contains x if x := y", "rules/sample.rego:4:25: var y is unsafe"),
        ("deny contains 1 if", "rules/sample.rego:5:1: expecting expression"),
        (
            "rule := 1\nrule := 2\ndeny contains 1",
            "rules/sample.rego:5:1: rule conflicts with rule at rules/sample.rego:4:1",
        ),
    ],
)
def test_rules_that_do_not_compile(rule: Build, body: str, message: str) -> None:
    assert raised([rule(body)], {}) == message


def test_every_module_that_does_not_compile_is_told(rule: Build) -> None:
    broken = [rule("deny contains", "one"), rule("deny contains 1 if {", "two"), rule(RESULT)]
    assert raised(broken, {}).splitlines() == [
        "rules/one.rego:5:1: expecting expression",
        "rules/two.rego:5:1: expecting expression",
    ]


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ('startswith(input.x, "a")', "rules/sample.rego:4:38: `startswith` expects string argument. Got `0` instead"),
        ("1 / input.x == 1", "rules/sample.rego:4:24: divide by zero"),
    ],
)
def test_rules_that_fail_name_the_vendor(rule: Build, expression: str, message: str) -> None:
    module = rule(f"deny contains 1 if {{ {expression} }}")
    assert raised([module], {"vendor": "acme", "x": 0}) == f"{message} (while checking vendor 'acme')"


def test_a_bad_date_is_an_error(rule: Build) -> None:
    module = rule('deny contains 1 if time.parse_ns("2006-01-02", input.x)')
    with pytest.raises(EngineError) as caught:
        open_engine("embedded").evaluate([module], {}, [{"vendor": "acme", "x": "soon"}])
    assert caught.value.kind == "eval"
    assert str(caught.value).endswith("(while checking vendor 'acme')")
    assert "\n" not in str(caught.value)


def test_an_engine_that_does_not_exist() -> None:
    with pytest.raises(InputError) as caught:
        open_engine("embeded")
    assert str(caught.value) == "unknown engine 'embeded'; expected embedded or opa (did you mean 'embedded'?)"


def test_opa_needs_an_address() -> None:
    with pytest.raises(InputError, match="the engine opa needs the server's URL"):
        open_engine("opa")


def test_the_embedded_engine_loads_no_http_client() -> None:
    script = """
import sys
from vendorlint.engines.engine import open_engine
from vendorlint.policy.rules import Module
text = "package vendorlint.rules.a\\n\\nimport rego.v1\\n\\ndeny contains 1 if input.x\\n"
assert open_engine("embedded").evaluate([Module("a.rego", text)], {}, [{}]) == [[]]
print(*sorted({"requests", "urllib3", "httpx", "aiohttp", "opa_client", "regorus"} & set(sys.modules)))
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout == "\n"
