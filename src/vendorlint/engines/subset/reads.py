"""What the answer of each rule goes by: the parts of the input that it, and all that it calls, may look at.

A library's rule without arguments that looks at more of the input than at facts is a part of its own: an engine finds its value once
for each input, and it says less than all that it was found from, such as that nothing is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vendorlint.engines.subset.names import LIBRARIES, RULES, Definition, RuleName, World, meaning_of
from vendorlint.engines.subset.shape import DECISION
from vendorlint.engines.subset.syntax import Call, Node, reference

INPUT = ("input",)
FACTS = ("facts",)
Path = tuple[str, ...]


class Reads(NamedTuple):
    """Of one decision: paths into the input, without the word itself; an empty path is all of it. And rules of libraries, by path."""

    inputs: frozenset[Path]
    rules: frozenset[Path]


def reads_of(known: World) -> dict[str, Reads]:
    """By the last name of each package of a rule, what its decision goes by."""
    direct = {
        (package, name): _looked_at(known, definitions)
        for package, rules in known.packages.items()
        for name, definitions in rules.items()
    }
    shared = _shared(known, direct)
    return {
        package[-1]: _closure((package, DECISION), direct, shared)
        for package in known.packages
        if package[:-1] == RULES
    }


Direct = Mapping[RuleName, tuple[frozenset[Path], frozenset[RuleName]]]


def _looked_at(known: World, definitions: Sequence[Definition]) -> tuple[frozenset[Path], frozenset[RuleName]]:
    """The paths and the rules that a rule itself names."""
    paths: set[Path] = set()
    rules: set[RuleName] = set()
    for tree, rule in definitions:
        if rule.found.modifiers:  # what it calls sees another input
            paths.add(())
        gets = dict(_gets(rule.found.calls))
        for found in (*rule.found.references, *(call.function for call in rule.found.calls)):
            target = meaning_of(known, tree, rule, found)
            if target.rule:
                rules.add(target.rule)
            elif target.path[:1] == INPUT:
                paths.add((*_constant(target.path[1:]), *gets.get(found.start, ())))
    return frozenset(paths), frozenset(rules)


def _constant(path: Sequence[str | None]) -> Path:
    """A path up to the first key that is computed."""
    names: list[str] = []
    for part in path:
        if part is None:
            break
        names.append(part)
    return tuple(names)


def _gets(calls: Sequence[Call]) -> Iterator[tuple[int, Path]]:
    """Where `input` stands in object.get(input, ["a", "b"], default), with the path."""
    for call in calls:
        if call.name == "object.get" and "Var" in call.arguments[0] and "Array" in call.arguments[1]:
            keys = call.arguments[1]["Array"]["items"]
            yield reference(call.arguments[0]).start, _constant([_literal(key) for key in keys])


def _literal(node: Node) -> str | None:
    text = node.get("String") or node.get("RawString")
    return text["value"] if text else None


def _shared(known: World, direct: Direct) -> frozenset[RuleName]:
    """The rules of libraries without arguments that look at more of the input than at facts, or call who does."""
    candidates = (
        (package, name)
        for package, rules in known.packages.items()
        if package[:-1] == LIBRARIES
        for name, definitions in rules.items()
        if all(each.rule.arity is None for each in definitions)
    )
    return frozenset(
        each for each in candidates if any(path[:1] != FACTS for path in _closure(each, direct, frozenset()).inputs)
    )


def _closure(start: RuleName, direct: Direct, shared: frozenset[RuleName]) -> Reads:
    """All that a rule looks at; through rules that are `shared` it does not look."""
    inputs: set[Path] = set()
    rules: set[Path] = set()
    seen, waiting = {start}, [start]
    while waiting:
        paths, called = direct[waiting.pop()]
        inputs |= paths
        for each in called - seen:
            seen.add(each)
            if each in shared:
                rules.add((*each[0], each[1]))
            else:
                waiting.append(each)
    return Reads(frozenset(inputs), frozenset(rules))
