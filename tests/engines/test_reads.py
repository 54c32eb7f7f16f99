"""What a rule's answer goes by, as its text tells."""

from __future__ import annotations

import json
from collections.abc import Callable

import regorus

from vendorlint.engines.subset import reads_in
from vendorlint.engines.subset.reads import Reads
from vendorlint.engines.subset.syntax import read_tree
from vendorlint.policy.rules import Module

Build = Callable[..., Module]


def library(name: str, body: str) -> Module:
    return Module(f"lib/{name}.rego", f"package vendorlint.lib.{name}\n\nimport rego.v1\n\n{body}\n")


def reads(*modules: Module) -> dict[str, Reads]:
    engine = regorus.Engine()
    for module in modules:
        engine.add_policy(module.path, module.text)
    return reads_in([read_tree(each) for each in json.loads(engine.get_ast_as_json())])


def test_paths_up_to_the_first_key_that_is_computed(rule: Build) -> None:
    body = """
import input.documents as papers

deny contains 1 if {
	input.facts.data.dpa.value == true
	some name in ["a"]
	input.facts.ai[name].value == object.get(input, ["customer", "plan"], "")
	papers[0].type == object.get(input, ["facts", name], "")
	input["facts"]["sla"]
}
"""
    inputs = [("facts", "data", "dpa", "value"), ("facts", "ai"), ("customer", "plan"), ("documents",), ("facts",)]
    assert reads(rule(body)) == {"sample": Reads(frozenset([*inputs, ("facts", "sla")]), frozenset())}


def test_what_it_calls_looks_for_it(rule: Build) -> None:
    words = library("words", "of(x) := input.facts.data[x]\n\nunused := input.secret")
    body = "\nimport data.vendorlint.lib.words\n\ndeny contains 1 if problem\n\nproblem if words.of(1) == input.vendor\n\nother := input.other"
    assert reads(rule(body), words) == {"sample": Reads(frozenset([("facts", "data"), ("vendor",)]), frozenset())}


def test_a_value_of_a_library_stands_for_what_it_was_found_from(rule: Build) -> None:
    gone = library(
        "gone",
        "names := [each.name | some each in input.incorporated]\n\nany if count(names) > 0\n\nfact := input.facts.ai.features\n\nfixed := 1",
    )
    body = "\nimport data.vendorlint.lib.gone\n\ndeny contains gone.fixed if {\n\tgone.any\n\tgone.fact == 1\n}"
    assert reads(rule(body), gone) == {
        "sample": Reads(
            frozenset([("facts", "ai", "features")]), frozenset([("data", "vendorlint", "lib", "gone", "any")])
        )
    }


def test_another_input_for_what_it_calls_is_all_of_the_input(rule: Build) -> None:
    body = "\ndeny contains 1 if problem with input.facts as {}\n\nproblem if input.facts.data"
    assert reads(rule(body)) == {"sample": Reads(frozenset([(), ("facts", "data"), ("facts",)]), frozenset())}


def test_a_whole_input_is_all_of_it(rule: Build) -> None:
    assert reads(rule("\ndeny contains 1 if {\n\tsome x in input\n\tx == 1\n}")) == {
        "sample": Reads(frozenset([()]), frozenset())
    }
