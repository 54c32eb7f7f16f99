"""Both engines give the same whole answers: every shipped rule, over facts that are there, gone, null and mistyped."""

from __future__ import annotations

import copy
import json
import random
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vendorlint.engines.engine import open_engine
from vendorlint.engines.results import collect
from vendorlint.facts.file import iter_facts, read_facts
from vendorlint.jobs.export import export_policy
from vendorlint.policy.rules import RuleSet
from vendorlint.project.config import OpaSettings
from vendorlint.project.declared import PREFIX, declared_facts
from vendorlint.project.project import find_project
from vendorlint_extractor import ontology

EXAMPLES = Path(__file__).parents[2] / "examples"
SEED = 20261125
RANDOM_DOCUMENTS = 200
DATA = ("personal", "special_category", "confidential", "public")
TIERS = ("critical", "standard", "low")
LEVELS = ("error", "warning", "info", "pass")


def evidence(fact: str, number: int = 0) -> list[dict[str, Any]]:
    return [
        {
            "document": "terms",
            "lines": [number + 1, number + 1],
            "column": 1,
            "quote": f"What § {number} says of {fact}.",
        }
    ]


def stated(fact: str, value: object, number: int = 0) -> dict[str, Any]:
    return {"value": value, "confidence": "high", "evidence": evidence(fact, number)}


def conflict(fact: str, *values: object) -> dict[str, Any]:
    return {"conflict": [stated(fact, value, number) for number, value in enumerate(values)]}


def nested(vendor: str, nodes: dict[str, Any]) -> dict[str, Any]:
    """An input with these nodes by the dotted names of their facts."""
    facts: dict[str, Any] = {}
    for fact, node in nodes.items():
        *parents, last = fact.split(".")
        inner = facts
        for parent in parents:
            inner = inner.setdefault(parent, {})
        inner[last] = node
    return {"version": 1, "vendor": vendor, "documents": [{"id": "terms", "path": "terms.md"}], "facts": facts}


def values(fact: str) -> list[Any]:
    """Values of the fact's type, all of them where they can be counted."""
    info = ontology.facts()[fact]
    if info.type == "enum":
        return list(info.values)
    if info.type == "set":
        return [[], list(info.values[:1]), list(info.values)]
    return {
        "bool": [True, False],
        "int": [0, 1, 30, 365],
        "number": [0, 99.5, 100],
        "date": ["2026-11-25", "2020-02-29"],
    }.get(info.type, ["Ireland", "§ “é”"])


MISTYPED = (7, -0.5, "", "x", True, [], [1, "x"], {}, {"value": {}}, None)


def one_fact_at_a_time(facts: list[str], groups: list[list[str]]) -> Iterator[dict[str, Any]]:
    full = {fact: stated(fact, values(fact)[0]) for fact in facts}
    yield nested("acme", {})
    yield nested("acme", full)
    yield from ({}, {"vendor": "acme"}, {"vendor": 7, "facts": None}, {"vendor": "acme", "facts": []})
    for family in sorted({fact.partition(".")[0] for fact in facts}):
        yield nested("acme", {family: None})
        yield nested("acme", {family: "terms"})
    for group in groups:
        states = {fact: list(states_of(fact)) for fact in group}
        for number in range(max(map(len, states.values()))):
            nodes = dict(full)
            for fact, each in states.items():
                del nodes[fact]
                nodes |= each[number % len(each)]
            yield nested("acme", nodes)


def states_of(fact: str) -> Iterator[dict[str, Any]]:
    """A fact that is gone, that is no node, of each of its values and of wrong ones, in conflict, and without evidence."""
    yield {}
    yield from ({fact: None}, {fact: "no node"})
    yield from ({fact: stated(fact, value)} for value in (*values(fact), *MISTYPED))
    yield {fact: conflict(fact, *values(fact)[:2])}
    yield from ({fact: {"value": values(fact)[0]}}, {fact: {"conflict": "both"}})


def apart(facts: list[str], rules: RuleSet) -> list[list[str]]:
    """The facts in groups of which no rule reads two: a rule is never asked about two changes at once."""
    read = [set(rule.facts) for rule in rules.rules.values()]
    groups: list[list[str]] = []
    for fact in facts:
        beside = set().union(*(each for each in read if fact in each))
        group = next((group for group in groups if not beside.intersection(group)), None)
        groups.append([fact]) if group is None else group.append(fact)
    return groups


def random_facts(facts: list[str], chance: random.Random) -> dict[str, Any]:
    nodes: dict[str, Any] = {}
    for fact in facts:
        kind = chance.random()
        if kind < 0.55:
            nodes[fact] = stated(fact, chance.choice(values(fact)), chance.randrange(9))
        elif kind < 0.7:
            nodes[fact] = conflict(fact, *chance.choices(values(fact), k=chance.randint(1, 3)))
        elif kind < 0.8:
            nodes[fact] = stated(fact, chance.choice(MISTYPED))
    return nested(chance.choice(["acme", "umbra", "undeclared"]), nodes)


def requirement(rules: RuleSet, rule: str, chance: random.Random) -> dict[str, Any]:
    """What a policy could ask of a rule, now and then with parameters that are wrong."""
    params = {name: default for name, default in rules.rules[rule].params.items() if chance.random() < 0.5}
    if chance.random() < 0.15:
        params[chance.choice(["unknown", *rules.rules[rule].params])] = chance.choice(MISTYPED)
    asked: dict[str, Any] = {"severity": chance.choice(LEVELS[:3]), "params": params}
    for key, options in (("on_silence", LEVELS), ("on_conflict", LEVELS[:3])):
        if chance.random() < 0.5:
            asked[key] = chance.choice(options)
    if chance.random() < 0.3:
        asked["applies_to"] = {"tier": chance.sample(TIERS, 2), "data": chance.sample(DATA, chance.randint(0, 2))}
    return asked


def data(requirements: dict[str, Any]) -> dict[str, Any]:
    # Of each provision something else is declared, also what vendor.yaml would refuse.
    entries = [{"agreed": agreed, "where": "Annex 5", "by": "légal", "date": "2026-10-01"} for agreed in (True, False)]
    odd = [{**entries[0], "agreed": "yes"}, {"agreed": False}, None, 7, "Annex 5"]
    provisions = (fact.removeprefix(PREFIX) for fact in declared_facts())
    declared = dict(zip(provisions, [*entries, *odd, *entries], strict=False))
    vendors = {
        "acme": {
            "name": "Acme",
            "tier": "critical",
            "data": ["personal", "confidential"],
            "regions": ["eu"],
            "declared": declared,
        },
        "umbra": {"name": "Umbra", "tier": "low", "data": [], "regions": []},
    }
    return {"requirements": requirements, "vendors": vendors, "today": "2026-11-25"}


def both(opa: str, rules: RuleSet, policy: dict[str, Any], inputs: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The answers of the embedded engine, after they were found to be those of the server."""
    server = open_engine("opa", opa=OpaSettings(opa, None, None, None, None, "push"))
    embedded = open_engine("embedded").evaluate(rules.modules, policy, inputs)
    served = server.evaluate(rules.modules, policy, inputs)
    for document, one, other in zip(inputs, embedded, served, strict=True):
        assert one == other, document
    return embedded


@pytest.fixture(scope="module")
def facts(shipped: RuleSet) -> list[str]:
    return sorted({fact for rule in shipped.rules.values() for fact in rule.facts} - set(declared_facts()))


def test_each_fact_present_removed_null_and_mistyped(quiet_opa: str, shipped: RuleSet, facts: list[str]) -> None:
    # A rule that accepts any place by default has nothing to find until it accepts one alone.
    places = {rule: {"accepted": ["IE"]} for rule, declared in shipped.rules.items() if "accepted" in declared.params}
    read = [rule for rule, declared in shipped.rules.items() if set(declared.facts) <= set(facts)]
    asked = {rule: {"severity": "error", "params": places.get(rule, {}), "on_silence": "warning"} for rule in read}
    answers = both(quiet_opa, shipped, data(asked), list(one_fact_at_a_time(facts, apart(facts, shipped))))
    found = {(result["rule"], result["status"]) for answer in answers for result in answer}
    # Nothing was compared where a rule found nothing at all.
    # What is incorporated and what is noted are below; whether facts are reviewed is asked of all, and answered of those there.
    apart_from = {
        "incorporated-dpa",
        "incorporated-documents",
        "facts-reviewed",
        "documents-as-seen",
        "documents-filled-in",
        "documents-pictures",
    }
    for rule in set(read) - apart_from:
        assert {status for name, status in found if name == rule} >= {"stated", "silent", "conflict"}, rule


def test_what_is_noted(quiet_opa: str, shipped: RuleSet) -> None:
    note = {"kind": "struck", "place": "line 3", "words": 2}
    lists = [
        [],
        [note],
        [note, {**note, "kind": "comment"}],
        [{"kind": "blank"}],
        [{**note, "kind": "picture"}],
        [7, None, {}],
        "struck",
        None,
        {},
    ]
    inputs = [
        {**nested("acme", {}), "documents": [{"id": "terms", "path": "terms.md", "notes": each}]} for each in lists
    ]
    asked = {
        "documents-as-seen": {"severity": "error", "params": {"allowed": ["comment"]}},
        "documents-filled-in": {"severity": "warning", "params": {"allowed": ["alternative"]}},
        "documents-pictures": {"severity": "warning", "params": {}},
    }
    answers = both(quiet_opa, shipped, data(asked), inputs)
    assert [[result["rule"] for result in answer] for answer in answers[:5]] == [
        [],
        ["documents-as-seen"],
        ["documents-as-seen"],
        ["documents-filled-in"],
        ["documents-pictures"],
    ]


def test_what_is_incorporated(quiet_opa: str, shipped: RuleSet) -> None:
    entry = {"type": "dpa", "name": "DPA “§”", "documents": [], "evidence": evidence("data.dpa")}
    odd = [None, "dpa", [], {}, 7, {"type": 7}, {**entry, "documents": "dpa"}, {**entry, "evidence": [], "name": ""}]
    lists = [
        [],
        [entry],
        [entry, entry],
        [{**entry, "documents": ["dpa"]}],
        [{**entry, "type": "sla"}],
        odd,
        "dpa",
        None,
        {},
    ]
    inputs = [{**nested("acme", {}), "incorporated": each} for each in lists]
    answers = both(quiet_opa, shipped, data({"incorporated-dpa": {"severity": "error", "params": {}}}), inputs)
    assert [len(answer) for answer in answers] == [0, 1, 1, 0, 0, 1, 0, 0, 0]
    asked = {
        "incorporated-documents": {"severity": "error", "params": {}},
        "data-audit": {},
        "licence-ownership": {},
        "sla-uptime": {},
    }
    every = {rule: {"severity": "error", "params": {}, "on_silence": "warning", **more} for rule, more in asked.items()}
    lists += [
        [entry, {**entry, "type": "sla", "link": "https://x.example"}, {**entry, "type": "specific_terms", "name": 7}]
    ]
    told = both(quiet_opa, shipped, data(every), [{**nested("acme", {}), "incorporated": each} for each in lists])
    assert [[(each["rule"], each["severity"], each["msg"]) for each in found] for found in told[-1:]] == [
        [
            (
                "data-audit",
                "info",
                "Not known whether the customer may audit the vendor: the DPA “§”, on which the terms rest, is not in the folder",
            ),
            (
                "incorporated-documents",
                "error",
                "The terms rest on what is not in the vendor's folder: DPA “§”, DPA “§” (https://x.example), terms of single services",
            ),
            (
                "licence-ownership",
                "warning",
                "Found no clause that says that the customer keeps ownership of its content; it may stand in the terms of single services (not in the folder)",
            ),
            (
                "sla-uptime",
                "info",
                "Not known which availability the vendor undertakes: the DPA “§”, on which the terms rest, is not in the folder",
            ),
        ]
    ]


def test_what_is_declared(quiet_opa: str, shipped: RuleSet) -> None:
    rules = [rule for rule in shipped.rules if rule.startswith("declared-")]
    asked = {rule: {"severity": "error", "params": {}, "on_silence": "warning"} for rule in rules}
    inputs = [nested(vendor, {}) for vendor in ("acme", "umbra", "undeclared")]
    answers = both(quiet_opa, shipped, data(asked), inputs)
    counts = [Counter(result["status"] for result in answer) for answer in answers]
    assert counts == [{"stated": 3, "silent": 5}, {"silent": 10}, {"silent": 10}]


@pytest.mark.parametrize("seed", range(SEED, SEED + 10))
def test_random_facts_and_policies(
    opa_binary: Path, shipped: RuleSet, facts: list[str], seed: int, tmp_path: Path
) -> None:
    """2,000 documents in all, each under a third of the rules; OPA judges a seed's at once, from the exported policy."""
    chance = random.Random(seed)
    asked = {rule: requirement(shipped, rule, chance) for rule in shipped.rules if chance.random() < 0.33}
    policy = data(asked)
    inputs = [random_facts(facts, chance) for _ in range(RANDOM_DOCUMENTS)]
    answers = open_engine("embedded", deadline_seconds=120).evaluate(shipped.modules, policy, inputs)
    executed = opa_exec(opa_binary, shipped, policy, inputs, tmp_path)
    for document, one, other in zip(inputs, answers, executed, strict=True):
        assert one == other, document
    assert {result["status"] for answer in answers for result in answer} >= {"stated", "silent", "conflict"}


def opa_exec(
    opa: Path, rules: RuleSet, policy: dict[str, Any], inputs: list[dict[str, Any]], folder: Path
) -> list[list[Any]]:
    """What the exported policy finds of each input, in the order of the embedded engine."""
    paths = exported(rules, policy, inputs, folder)
    command = [opa, "exec", "--bundle", folder / "policy", "--decision", "main/findings", *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    answers = json.loads(done.stdout)["result"]
    assert [answer for answer in answers if "result" not in answer] == []  # an error stands in its place
    found = {answer["path"]: answer["result"] for answer in answers}
    return collect(rules.modules, [_by_package(found[str(path)]) for path in paths])


def conftest_test(
    conftest: Path, rules: RuleSet, policy: dict[str, Any], inputs: list[dict[str, Any]], folder: Path
) -> list[list[Any]]:
    """The same by conftest: what it denies and warns of is what is found."""
    paths = exported(rules, policy, inputs, folder)
    command = [conftest, "test", "--policy", folder / "policy", "--output", "json", *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    found: dict[str, list[Any]] = {str(path): [] for path in paths}
    for answer in json.loads(done.stdout):
        for told in (*answer.get("failures", ()), *answer.get("warnings", ())):
            result = {**told["metadata"]}
            result["msg"] = told["msg"].removeprefix(f"{result['rule']}: ").partition(" [the waiver of ")[0]
            del result["query"]
            found[answer["filename"]].append(result)
    return collect(rules.modules, [_by_package(found[str(path)]) for path in paths])


def exported(rules: RuleSet, policy: dict[str, Any], inputs: list[dict[str, Any]], folder: Path) -> list[Path]:
    """The inputs as files, beside the exported policy."""
    export_policy(folder / "policy", "acme", rules, {"waivers": [], **policy})
    paths = [folder / f"{number:04}.json" for number in range(len(inputs))]
    for path, document in zip(paths, inputs, strict=True):
        path.write_text(json.dumps(document))
    return paths


def all_four(
    opa: str, binaries: tuple[Path, Path], rules: RuleSet, policy: dict[str, Any], inputs: list[Any], folder: Path
) -> list[list[dict[str, Any]]]:
    """The answers of the embedded engine, after they were found to be those of the server, `opa exec` and conftest."""
    answers = both(opa, rules, policy, inputs)
    for judge, binary in zip((opa_exec, conftest_test), binaries, strict=True):
        for document, one, other in zip(inputs, answers, judge(binary, rules, policy, inputs, folder), strict=True):
            assert one == other, (judge.__name__, document)
    return answers


def _by_package(results: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    packages: dict[str, list[dict[str, Any]]] = {}
    for result in results:
        packages.setdefault(result["rule"].replace("-", "_"), []).append(result)
    return packages


HOSTILE = (
    "\x1b[31mred\x1b[0m\x07\x00\x9b2J",
    "\u202eevil\u2066\u200b\ufeff\u2028\u2029",
    "]]> --> <script>alert(1)</script> ::error file=x::y %0A",
    "%v %s %d %!v(MISSING) {{.}} ${x} \\u0041 \\n",
    "😀 é e\u0301 ｆｕｌｌ \U000e0041",
    "x" * 3_000,
    "",
    " ",
    "null",
    "9" * 400,
    "__proto__",
)


def test_hostile_strings(
    quiet_opa: str, opa_binary: Path, conftest_binary: Path, shipped: RuleSet, facts: list[str], tmp_path: Path
) -> None:
    inputs = []
    for text in HOSTILE:
        clause = {"document": text, "section": text, "lines": [1, 1], "column": 1, "quote": text, "words": [text]}
        nodes = {fact: {"value": text, "confidence": text, "evidence": [clause]} for fact in facts}
        inputs.append(nested(text, nodes))
        inputs.append(nested("acme", {**nodes, text or "empty": stated("licence.granted", True)}))
        inputs.append(
            {
                **nested("acme", {}),
                "incorporated": [{"type": "dpa", "name": text, "documents": [], "evidence": [clause]}],
            }
        )
    asked: dict[str, Any] = {}
    for number, (rule, declared) in enumerate(shipped.rules.items()):
        hostile = HOSTILE[number % len(HOSTILE)]
        params = {
            name: [hostile] if isinstance(default, list) else hostile for name, default in declared.params.items()
        }
        asked[rule] = {"severity": "error", "params": params if number % 3 == 0 else {}, "on_silence": "info"}
    policy = data(asked)
    policy["waivers"] = [
        {"rule": "licence-term", "vendor": text, "reason": text, "approved_by": text, "expires": text}
        for text in HOSTILE
    ]
    answers = all_four(quiet_opa, (opa_binary, conftest_binary), shipped, policy, inputs, tmp_path)
    assert {result["status"] for answer in answers for result in answer} == {"stated", "silent", "parameters"}


def deep(levels: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(levels):
        value = [value]
    return value


# What readers let through: they refuse lone surrogates, and whole numbers of more than 64 bits.
HOSTILE_VALUES = (
    *(10**18, -(10**18), 1e308, -1e308, 1e16, 1e21, 1.2345678901234568e20, -1e16),
    *(5e-324, 1e-7, 0.1 + 0.2, -0.0, 99.99999999999999),
    *({"__proto__": {"a": 1}, "constructor": 1, "": 2}, {"value": {"value": None}}),
    *(deep(100), [[], {}, [None]], ["x" * 100] * 50),
)


def test_hostile_values(
    quiet_opa: str, opa_binary: Path, conftest_binary: Path, shipped: RuleSet, facts: list[str], tmp_path: Path
) -> None:
    inputs = [nested("acme", {fact: stated(fact, value) for fact in facts}) for value in HOSTILE_VALUES]
    inputs.append(nested("acme", {"licence.duration": stated("licence.duration", "x" * 1_000_000)}))
    # Where the policy wants numbers, ones that are the limits of what there is.
    numbers = {
        rule: {name: HOSTILE_VALUES[at % 8] for name, default in declared.params.items() if isinstance(default, int)}
        for at, (rule, declared) in enumerate(shipped.rules.items())
    }
    asked = {rule: {"severity": "error", "params": params, "on_silence": "info"} for rule, params in numbers.items()}
    answers = all_four(quiet_opa, (opa_binary, conftest_binary), shipped, data(asked), inputs, tmp_path)
    assert {result["status"] for answer in answers for result in answer} == {"stated", "silent"}


def test_whole_numbers_of_64_bits(quiet_opa: str, shipped: RuleSet, facts: list[str]) -> None:
    """Not in conftest, which reads them as floating-point numbers and shows values of fewer digits."""
    asked = {rule: {"severity": "error", "params": {}} for rule in shipped.rules}
    numbers = (2**63 - 1, 2**53 + 1, 1 - 2**63)
    inputs = [nested("acme", {fact: stated(fact, number) for fact in facts}) for number in numbers]
    answers = both(quiet_opa, shipped, data(asked), inputs)
    shown = [{result["value"] for result in answer if result["fact"] == "ai.training.usage_data"} for answer in answers]
    assert shown == [{number} for number in numbers]


def test_conftest_of_random_facts(
    quiet_opa: str, opa_binary: Path, conftest_binary: Path, shipped: RuleSet, facts: list[str], tmp_path: Path
) -> None:
    chance = random.Random(SEED)
    asked = {rule: requirement(shipped, rule, chance) for rule in shipped.rules}
    inputs = [random_facts(facts, chance) for _ in range(20)]
    answers = all_four(quiet_opa, (opa_binary, conftest_binary), shipped, data(asked), inputs, tmp_path)
    assert {result["status"] for answer in answers for result in answer} >= {"stated", "silent", "conflict"}


def test_no_requirements_no_results(quiet_opa: str, shipped: RuleSet, facts: list[str]) -> None:
    full = nested("acme", {fact: stated(fact, values(fact)[0]) for fact in facts})
    assert both(quiet_opa, shipped, data({}), [full, nested("acme", {})]) == [[], []]


def without_each_fact(raw: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The input as it is, then once without each of its facts."""
    yield raw
    for fact, _ in iter_facts(raw["facts"]):
        fewer = copy.deepcopy(raw)
        *parents, last = fact.split(".")
        inner = fewer["facts"]
        for parent in parents:
            inner = inner[parent]
        del inner[last]
        yield fewer


def test_every_example_whole_and_without_each_fact(quiet_opa: str, shipped: RuleSet) -> None:
    asked = {name: {"severity": rule.severity, "params": {}} for name, rule in shipped.rules.items()}
    files, project = sorted(EXAMPLES.glob("vendors/*/facts.yaml")), find_project(EXAMPLES)
    inputs = [document for path in files for document in without_each_fact(read_facts(path, project).raw)]
    answers = both(quiet_opa, shipped, data(asked), inputs)
    assert [path.parent.name for path in files] == ["brightroom", "ledgerline"]
    assert {"ai-training-opt-in", "licence-term"} <= {result["rule"] for result in answers[0]}
