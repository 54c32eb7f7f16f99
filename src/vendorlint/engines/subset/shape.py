"""The outside of a module: its package, its imports, the decision of a rule, names that are keywords."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vendorlint.engines.subset.names import LIBRARIES, ROOT, RULES, World
from vendorlint.engines.subset.syntax import Fault, Node, RuleSyntax, Tree
from vendorlint.near import did_you_mean

DECISION = "deny"
OTHER_DECISIONS = ("warn", "violation")  # conftest's, which nobody would ask for here
REGO_V1 = ("rego", "v1")
KEYWORDS = frozenset(
    "as contains default else every false if import in not null package some true with".split()  # noqa: SIM905
)


def check_packages(trees: Sequence[Tree], named: Mapping[str, str]) -> Iterator[Fault]:
    """Packages that are defined twice, however they are spelled, so that nobody adds to a shipped one or replaces it; and those
    that the syntax tree has other than whoever loaded the modules read them: `named`, by path."""
    seen: dict[tuple[str, ...], str] = {}
    for tree in trees:
        shown = ".".join(tree.package)
        start = tree.package_name.start
        if tree.package in seen:
            yield tree.fault(
                start, f"the package {shown} is already defined in {seen[tree.package]}; choose another name"
            )
        elif named.get(tree.path) != shown:
            yield tree.fault(
                start, f"the package is {shown}; write 'package {shown}' on a line of its own, with dots alone"
            )
        seen.setdefault(tree.package, tree.path)


def check_shape(known: World, tree: Tree) -> Iterator[Fault]:
    """What is wrong with a module before any of its rules is read."""
    yield from _package(tree)
    yield from _imports(known, tree)
    if ("data", *tree.package)[:3] == RULES:
        yield from _decision(tree)
    for rule in tree.rules:
        if rule.head == "Set" and "RefBrack" in rule.node["head"]["Set"]["refr"]:
            yield tree.fault(rule.start, f"{rule.name} is an object of sets, which is undefined where it is empty")
    fields = [*tree.package_name.fields, *(field for rule in tree.rules for field in _fields(rule))]
    for name, start in fields:
        if name in KEYWORDS:
            yield tree.fault(start, f'the keyword {name} is part of a reference; write ["{name}"]')


def _package(tree: Tree) -> Iterator[Fault]:
    path = ("data", *tree.package)
    shown = ".".join(tree.package)
    if path[:3] == RULES:
        if len(path) != 4:
            yield tree.fault(tree.package_name.start, f"the package is {shown}; expected vendorlint.rules.<rule>")
    elif path[:3] != LIBRARIES or len(path) != 4:
        folder = did_you_mean(".".join(tree.package[:2]), ("vendorlint.rules", "vendorlint.lib"))
        message = f"the package is {shown}; expected vendorlint.rules.<rule> or vendorlint.lib.<library>{folder}"
        yield tree.fault(tree.package_name.start, message)


def _imports(known: World, tree: Tree) -> Iterator[Fault]:
    if REGO_V1 not in (path for path, _ in tree.imports.values()):
        yield tree.fault(tree.package_name.start, "lacks 'import rego.v1' below its package")
    for path, name in tree.imports.values():
        shown = ".".join(path)
        if path == REGO_V1 or path[0] == "input" or path in known.packages:
            continue
        if path[:-1] in known.packages and path[-1] in known.packages[path[:-1]]:
            continue
        if path[:2] == ROOT:
            packages = [".".join(package) for package in known.packages]
            yield tree.fault(name.start, f"nothing to import is at {shown}{did_you_mean(shown, packages)}")
        else:
            yield tree.fault(
                name.start, f"imports {shown}; expected rego.v1, data.vendorlint.lib.<library> or input.<key>"
            )


def _decision(tree: Tree) -> Iterator[Fault]:
    decisions = [rule for rule in tree.rules if rule.name == DECISION]
    for rule in tree.rules:
        if rule.name in OTHER_DECISIONS:
            yield tree.fault(rule.start, f"found '{rule.name}'; expected '{DECISION} contains result if {{ … }}'")
    if not decisions:
        message = f"the rule has no decision; expected '{DECISION} contains result if {{ … }}'"
        yield tree.fault(tree.package_name.start, message)
    for rule in decisions:
        if rule.head != "Set":
            yield tree.fault(rule.start, f"{DECISION} is not a set; expected '{DECISION} contains result if {{ … }}'")
        elif sets := list(_sets_within(rule.node["head"]["Set"]["key"], rule)):
            yield tree.fault(sets[0], "a set is within a result; expected a list, as in [x | some x in …]")


def _sets_within(node: object, rule: RuleSyntax) -> Iterator[int]:
    """Where sets begin that are written into a result, or into the variable that is the result."""
    if isinstance(node, list):
        for item in node:
            yield from _sets_within(item, rule)
    elif isinstance(node, dict):
        for kind, content in node.items():
            if kind in ("Set", "SetCompr"):
                yield content["span"]["start"]
            elif kind == "Var":
                yield from _sets_assigned(content["value"], rule)
            elif kind in ("Object", "Array", "items", "fields"):
                yield from _sets_within(content, rule)


def _sets_assigned(name: str, rule: RuleSyntax) -> Iterator[int]:
    for assign in rule.found.nodes["AssignExpr"]:
        target: Node = assign["lhs"]
        if target.get("Var", {}).get("value") == name and "Var" not in assign["rhs"]:
            yield from _sets_within(assign["rhs"], rule)


def _fields(rule: RuleSyntax) -> Iterator[tuple[str, int]]:
    for reference in rule.found.references:
        yield from reference.fields
    for call in rule.found.calls:
        yield from call.function.fields
