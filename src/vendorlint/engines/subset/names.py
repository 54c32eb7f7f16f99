"""What the names in a module refer to: a local variable, the input, data, a rule, a function or a built-in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vendorlint.engines.subset.syntax import Call, Fault, Reference, RuleSyntax, Tree
from vendorlint.near import did_you_mean

ROOT = ("data", "vendorlint")
RULES = (*ROOT, "rules")
LIBRARIES = (*ROOT, "lib")
DATA = ("data", "vendorlint_data")

RuleName = tuple[tuple[str, ...], str]  # a package, with `data` in front, and a rule in it


class Definition(NamedTuple):
    """One definition of a rule, and the module that it is in."""

    tree: Tree
    rule: RuleSyntax


class World(NamedTuple):
    """All that names can refer to: the definitions of each rule by package and name, and the arity of each built-in."""

    packages: Mapping[tuple[str, ...], Mapping[str, Sequence[Definition]]]
    builtins: Mapping[str, int]


class Target(NamedTuple):
    """What a reference means. `path` is whole: input or data first. For a local variable it is empty."""

    path: tuple[str | None, ...]
    rule: RuleName | None


LOCAL = Target((), None)


def world(trees: Sequence[Tree], builtins: Mapping[str, int]) -> World:
    """The names that modules define together."""
    packages: dict[tuple[str, ...], dict[str, list[Definition]]] = {}
    for tree in trees:
        names = packages.setdefault(("data", *tree.package), {})
        for rule in tree.rules:
            names.setdefault(rule.name, []).append(Definition(tree, rule))
    return World(packages, builtins)


def meaning_of(known: World, tree: Tree, rule: RuleSyntax, reference: Reference) -> Target:
    """What a reference within a rule means."""
    head = reference.head
    package = ("data", *tree.package)
    if not head or head in rule.locals:
        return LOCAL
    if head in ("input", "data"):
        path: tuple[str | None, ...] = (head, *reference.path)
    elif head in tree.imports:
        path = (*tree.imports[head][0], *reference.path)
    elif head in known.packages[package]:
        path = (*package, head, *reference.path)
    else:
        return LOCAL
    return Target(path, _rule(known, path))


def _rule(known: World, path: tuple[str | None, ...]) -> RuleName | None:
    names = [part or "" for part in path]
    for length in range(len(path) - 1, len(ROOT), -1):
        package, name = tuple(names[:length]), names[length]
        if name in known.packages.get(package, ()):
            return package, name
    return None


def check_names(known: World, tree: Tree, rule: RuleSyntax) -> Iterator[Fault]:
    """References to rules and functions that do not exist or to all of data, and calls with a wrong arity."""
    for name in sorted(rule.locals & {"data", "input"}):
        yield tree.fault(rule.start, f"a variable of the rule is called {name}; choose another name")
    for reference in rule.found.references:
        target = meaning_of(known, tree, rule, reference)
        message = _reference_fault(known, target)
        if reference.head == "data" and (bracketed := _bracketed(reference)):
            message = f"write {bracketed}, with a dot"
        if message:
            yield tree.fault(reference.start, message)
    for call in rule.found.calls:
        if message := _call_fault(known, tree, rule, call):
            yield tree.fault(call.start, message)


def _bracketed(reference: Reference) -> str:
    """The name with dots of what is in brackets and leads to a rule or to the data of a run; empty where nothing is."""
    path = ["data", *(part or "…" for part in reference.path[: 2 if reference.path[:1] == ROOT[1:] else 1])]
    at = reference.start
    for name, start in zip(path, (at, *(start for _, start in reversed(reference.fields))), strict=False):
        if start != at:
            break
        at += len(name.encode()) + 1
    else:
        if len(reference.fields) >= len(path) - 1:
            return ""
    return ".".join(path)


def _reference_fault(known: World, target: Target) -> str | None:
    path = target.path
    if path[:1] != ("data",):
        return None
    if len(path) == 1:
        return "refers to all of data; name what is meant, as in data.vendorlint_data.today"
    if path[:2] == DATA or target.rule:
        return None
    shown = ".".join(part or "[…]" for part in path)
    if path[:2] != ROOT:
        return f"nothing is at {shown}{did_you_mean(path[1] or '', ('vendorlint', 'vendorlint_data'))}"
    if path in known.packages or None in path or path in (ROOT, RULES, LIBRARIES):
        return f"{shown} refers to a whole package; name one rule of it"
    return f"no rule is at {shown}{_near_rule(known, path)}"


def _call_fault(known: World, tree: Tree, rule: RuleSyntax, call: Call) -> str | None:
    target = meaning_of(known, tree, rule, call.function)
    if target.rule:
        package, name = target.rule
        arity = known.packages[package][name][0].rule.arity
        if arity is None:
            return f"{call.name} is a rule, not a function"
    elif target.path:
        return f"no function {call.name}{_near_rule(known, target.path)}"
    elif call.name in known.builtins:
        arity = known.builtins[call.name]
    else:
        own = known.packages[("data", *tree.package)]
        allowed = did_you_mean(call.name, (*own, *tree.imports, *known.builtins))
        return f"{call.name} is neither a function here nor a built-in that rules may use{allowed}"
    if len(call.arguments) != arity:
        return f"{call.name} has {len(call.arguments)} arguments; expected {arity}"
    return None


def _near_rule(known: World, path: tuple[str | None, ...]) -> str:
    names = [".".join((*package, name)) for package, rules in known.packages.items() for name in rules]
    return did_you_mean(".".join(part or "" for part in path), names)
