"""Of many inputs a rule that ships is asked once for all that are the same to it: the answers are those that it gives of each alone."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vendorlint.facts.file import read_facts
from vendorlint.policy.rules import Module, RuleSet
from vendorlint.project.project import find_project
from vendorlint_extractor import ontology

from .conftest import asked

Build = Callable[..., Module]
EXAMPLES = Path(__file__).parents[2] / "examples"
SEED = 20261130
VENDORS = 40
QUOTES = [f"What § {number} says." for number in range(30)]  # few, so that facts share some


def clauses(draw: random.Random) -> list[dict[str, Any]]:
    roles = draw.choice([["statement"], ["lead_in", "statement"], ["statement", "statement", "exception"], [None]])
    found = []
    for role in roles:
        line = draw.randint(1, 90)
        clause = {"document": "terms", "lines": [line, line], "column": 1, "quote": draw.choice(QUOTES)}
        found.append(clause | {"role": role} if role else clause)
    return found


def values(fact: str) -> list[Any]:
    info = ontology.facts()[fact]
    if info.type == "enum":
        return list(info.values[:2])
    if info.type == "set":
        return [list(info.values[:1]), list(info.values[1:3])]
    return {"bool": [True, False], "int": [1, 30], "number": [95, 99.5]}.get(info.type, ["IE", "US"])


def side(fact: str, draw: random.Random) -> dict[str, Any]:
    return {"value": draw.choice(values(fact)), "confidence": draw.choice(["high", "low"]), "evidence": clauses(draw)}


def node(fact: str, draw: random.Random) -> dict[str, Any]:
    """A fact as terms state it, in conflict, for others alone, read by a model, set by a person, or without a clause."""
    plain = side(fact, draw)
    kinds: list[dict[str, Any]] = [
        plain,
        {"conflict": [plain, side(fact, draw)]},
        {"conflict": [plain, side(fact, draw)], "value": plain["value"]},
        {"elsewhere": [{"scope": {"plan": draw.choice(["business", "consumer"])}, **plain}]},
        {**plain, "read_by": ["model"]},
        {**plain, "review": {"status": "confirmed", "by": "legal", "date": "2026-11-01"}},
        {"value": plain["value"], "confidence": "high", "evidence": []},
        {"not_there": True, "review": {"status": "overridden", "by": "legal", "date": "2026-11-01"}},
    ]
    return draw.choices(kinds, [12, 2, 2, 1, 1, 1, 1, 1])[0]


def vendor(number: int, draw: random.Random) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for fact in ontology.facts():
        if draw.random() < 0.5:
            *parents, last = fact.split(".")
            inner = facts
            for parent in parents:
                inner = inner.setdefault(parent, {})
            inner[last] = node(fact, draw)
    kind = draw.choice(["dpa", "sla", "order_form"])
    entry = {"type": kind, "documents": draw.choice([[], ["terms"]]), "name": f"The {kind}", "evidence": clauses(draw)}
    documents = [{"id": "terms", "path": "terms.md", "type": draw.choice(["terms_of_service", "ai_terms"])}]
    found: dict[str, Any] = {"version": 1, "vendor": f"vendor-{number}", "documents": documents, "facts": facts}
    return found | draw.choice([{}, {}, {"incorporated": [entry]}, {"customer": {"plan": "business"}}])


@pytest.fixture(scope="module")
def inputs() -> list[dict[str, Any]]:
    """Vendors from a seed, the first as it is in each that follows, and those of the examples."""
    draw = random.Random(SEED)
    made = [vendor(number, draw) for number in range(VENDORS)]
    project = find_project(EXAMPLES)
    there = [dict(read_facts(path, project).raw) for path in sorted(EXAMPLES.glob("**/facts.yaml"))]
    return [*made, {"vendor": "none"}, {}, {"vendor": "vendor-0", "facts": []}, *there]


def data_for(rules: RuleSet) -> dict[str, Any]:
    draw = random.Random(SEED)
    asked_of = [
        {"severity": "error", "params": {}},
        {"severity": "warning", "params": {}, "on_silence": "info", "min_confidence": "high"},
        {"severity": "error", "params": {}, "applies_to": {"tier": ["critical"]}},
        {"severity": "error", "params": {"no_such": 1}, "second_reader": {"model_only": "ignore"}},
    ]
    requirements = {rule: draw.choices(asked_of, [6, 3, 2, 1])[0] for rule in rules.rules}
    waiver = {"rule": "data-dpa", "reason": "in June", "approved_by": "legal", "expires": "2026-12-31"}
    agreed = {"agreed": False, "where": "Annex 1", "by": "legal", "date": "2026-11-01"}
    vendors = {
        f"vendor-{number}": {"name": f"Vendor {number}", "tier": draw.choice(["critical", "low"]), "data": ["personal"]}
        for number in range(0, VENDORS, 2)
    }
    vendors["vendor-4"]["declared"] = {"subcontracting": agreed}
    waivers = [waiver | {"vendor": f"vendor-{number}"} for number in (1, 2, 3)]
    return {"requirements": requirements, "waivers": waivers, "vendors": vendors, "today": "2026-11-30"}


def test_of_many_vendors_as_of_each_alone(shipped: RuleSet, inputs: list[dict[str, Any]]) -> None:
    data = data_for(shipped)
    paths = [module.path for module in shipped.modules]
    together = asked(shipped.modules, inputs, shipped=paths, data=data)["results"]
    apart = asked(shipped.modules, inputs, data=data)["results"]  # none of them as one that ships: each is run for each
    assert together == apart
    assert [list(map(repr, each.values())) for each in together] == [
        list(map(repr, (each[name] for name in found))) for each, found in zip(apart, together, strict=True)
    ]  # to the letter: the order of keys, too


def test_an_own_rule_may_look_at_clauses(rule: Build, shipped: RuleSet) -> None:
    own = rule(
        "deny contains quote if {\n\tsome clause in input.facts.data.dpa.evidence\n\tquote := clause.quote\n}",
        name="own_one",
    )
    found = [
        {"vendor": "a", "facts": {"data": {"dpa": {"value": True, "evidence": [{"quote": quote, "lines": [1, 1]}]}}}}
        for quote in ("Yes.", "Indeed.")
    ]
    paths = [module.path for module in shipped.modules]
    answers = asked([*shipped.modules, own], found, shipped=paths)["results"]
    assert [each["own_one"] for each in answers] == [["Yes."], ["Indeed."]]


@pytest.mark.parametrize(
    "clause", ["no clause", {"quote": 7}, {"quote": "Yes.", "lines": [1.5, 2]}, {"quote": "Yes.", "number_put_by": 0}]
)
def test_clauses_that_are_none(shipped: RuleSet, clause: object) -> None:
    data = {"requirements": {"data-dpa": {"severity": "error", "params": {}}}}
    found = [
        {"vendor": "a", "facts": {"data": {"dpa": {"value": False, "confidence": "high", "evidence": [each]}}}}
        for each in ({"quote": "Yes."}, clause)
    ]
    paths = [module.path for module in shipped.modules]
    answers = asked(shipped.modules, found, shipped=paths, data=data)["results"]
    assert [each["data_dpa"][0]["evidence"] for each in answers] == [[{"quote": "Yes."}], [clause]]


def test_half_a_character_is_refused_as_ever(shipped: RuleSet) -> None:
    found = [
        {"vendor": "a", "facts": {"data": {"dpa": {"value": False, "evidence": [{"quote": quote}]}}}}
        for quote in ("Yes.", "\ud800")
    ]
    paths = [module.path for module in shipped.modules]
    assert asked(shipped.modules, found, shipped=paths) == asked(shipped.modules, found)


def clause(quote: str, line: int, role: str = "statement") -> dict[str, Any]:
    return {"lines": [line, line], "quote": quote, "role": role}


def answers_of(shipped: RuleSet, rule: str, facts: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The clauses that a rule's answer about each input rests on."""
    data = {"requirements": {rule: {"severity": "error", "params": {}}}}
    found = [{"vendor": "a", "facts": each} for each in facts]
    paths = [module.path for module in shipped.modules]
    answers = asked(shipped.modules, found, shipped=paths, data=data)["results"]
    return [clause for each in answers for clause in each[rule.replace("-", "_")][0]["evidence"]]


def test_two_facts_of_one_clause_are_not_two_of_two(shipped: RuleSet) -> None:
    def indemnities(second: str) -> dict[str, Any]:
        given = {"value": True, "confidence": "high", "evidence": [clause("You indemnify us.", 1)]}
        kept = {"value": False, "confidence": "high", "evidence": [clause(second, 2)]}
        return {"indemnity": {"by_customer": given, "by_vendor": kept}}

    both = [indemnities("We do not."), indemnities("You indemnify us."), indemnities("We never do.")]
    assert answers_of(shipped, "indemnity-one-sided", both) == [
        clause("You indemnify us.", 1),
        clause("We do not.", 2),
        clause("You indemnify us.", 1),
        clause("You indemnify us.", 1),
        clause("We never do.", 2),
    ]


def test_an_exception_is_not_a_statement(shipped: RuleSet) -> None:
    def disagree(role: str) -> dict[str, Any]:
        sides = [
            {"value": True, "confidence": "high", "evidence": [clause("We do.", 1), clause("Not in May.", 2, role)]},
            {"value": False, "confidence": "high", "evidence": [clause("We do not.", 3)]},
        ]
        return {"data": {"dpa": {"conflict": sides}}}

    found = answers_of(shipped, "data-dpa", [disagree("exception"), disagree("statement")])
    assert [each["quote"] for each in found] == [
        *("We do.", "Not in May.", "We do not."),
        *("We do.", "We do not.", "Not in May."),
    ]


def test_no_rule_that_ships_looks_into_a_clause(shipped: RuleSet) -> None:
    """Of one it sees its role, what it states of a set, and in two places whether two quotes are one: the rest is put by. Words and
    places of reading notes are no clause's."""
    looks = re.compile(
        r'\.(?:lines|column|section|number|quote|words|(?<!lib\.)place)\b(?!\()|"(?:lines|column|section|number|quote)"'
    )
    found = {
        Path(module.path).name: looks.findall(re.sub(r"#[^\n]*", "", module.text))
        for module in shipped.modules
        if looks.search(re.sub(r"#[^\n]*", "", module.text))
    }
    assert found == {"fact.rego": ['"quote"'] * 4, "notes.rego": [".words", ".words", ".words", ".place"]}
