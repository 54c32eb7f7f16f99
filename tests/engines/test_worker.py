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


def test_answers_with_the_ends_of_the_roots_names(rule: Build) -> None:
    module = rule("deny contains 1 if data.vendorlint_data.x == input.a\n\ndeny contains 2 if not input.a")
    start = module.text.index("data.vendorlint_data")
    assert asked([module], [{"a": True}, {}]) == {
        "results": [{"sample": []}, {"sample": [2]}],
        "root_ends": {module.path: [len("package vendorlint"), start + len("data.vendorlint_data")]},
    }


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
