"""What the embedded engine's process answers, asked in this process."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vendorlint.policy.rules import Module

from .conftest import asked

Build = Callable[..., Module]
TESTS = Module(
    "rules/sample_test.rego",
    """\
package vendorlint.rules.sample_test

import rego.v1

test_right if 1 == 1

test_wrong if 1 == 2

test_false := false

test_cases[name] if some name in ["a"]

test_error if 1 / data.vendorlint_data.zero == 1

helper if 1 == 1
""",
)


def test_tests_are_told_with_line_name_and_fault(rule: Build) -> None:
    answer = asked([rule("deny contains 1 if input.x"), TESTS], tests=[TESTS.path])
    assert answer == {
        "cases": [
            (TESTS.path, 5, "test_right", None),
            (TESTS.path, 7, "test_wrong", "is undefined: one of its expressions does not hold"),
            (TESTS.path, 9, "test_false", "is false"),
            (
                TESTS.path,
                11,
                "test_cases",
                "is a collection; expected true: give each case a rule of its own, or write `every`",
            ),
            (TESTS.path, 13, "test_error", "is undefined: one of its expressions does not hold"),
        ]
    }


def test_answers_by_package(rule: Build) -> None:
    module = rule("deny contains 1 if data.vendorlint_data.x == input.a\n\ndeny contains 2 if not input.a")
    assert asked([module], [{"a": True}, {}]) == {"results": [{"sample": []}, {"sample": [2]}]}


def test_without_inputs_it_answers_how_modules_become_one(rule: Build) -> None:
    library = Module("lib/words.rego", "package vendorlint.lib.words\n\nimport rego.v1\n\nof(x) := x\n")
    body = """import data.vendorlint.lib.words as w # a word
kinds := {"a#b": `#`}

deny contains w.of(kind) if {
	some kind in data.vendorlint_data.today
	words := data.vendorlint.lib.words.of(kinds)
	words == 1
}"""
    module = rule(body)
    changed = module.text
    for start, end, text in sorted(asked([module, library])["edits"][module.path], reverse=True):
        changed = changed[:start] + text.replace("\0", "_1") + changed[end:]
    assert [line.strip() for line in changed.splitlines()] == [
        "",
        "",
        "",
        "",
        'rules_1.sample.kinds := {"a#b": `#`}',
        "",
        "rules_1.sample.deny contains data.vendorlint_1.lib_1.words.of(kind) if {",
        "some kind in data.vendorlint_data_1.today",
        "words := data.vendorlint_1.lib_1.words.of(data.vendorlint_1.rules_1.sample.kinds)",
        "words == 1",
        "}",
    ]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("deny contains 1 if {\n\tx :=\n", (5, 4, "expecting")),
        ("deny contains 1 if\t{ x == $\"a\" }", (4, 27, "string interpolation")),
    ],
)  # fmt: skip
def test_a_module_that_is_no_rego(rule: Build, body: str, fault: tuple[int, int, str]) -> None:
    [(path, line, column, message)] = asked([rule(body)])["faults"]
    assert (path, line, column, message.startswith(fault[2])) == ("rules/sample.rego", *fault[:2], True), message


def test_an_input_that_a_rule_fails_on_is_named(rule: Build) -> None:
    module = rule("deny contains 1 if input.x / 0 == 1")
    fault = (module.path, 4, 28, "divide by zero")
    assert asked([module], [{}, {"x": 1}]) == {
        "failure": {"kind": "eval", "message": "divide by zero", "fault": fault, "input": 1}
    }
