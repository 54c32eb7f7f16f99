"""Whether a term is total: whether it has a value whatever the input is.

Engines agree on what an undefined statement does. They do not where an undefined term is a part of something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorlint.engines.subset.names import DATA, RuleName, World, meaning_of
from vendorlint.engines.subset.syntax import Call, Node, RuleSyntax, Tree, reference

LITERALS = frozenset(("String", "RawString", "Number", "Bool", "Null"))
REFERENCES = frozenset(("Var", "RefDot", "RefBrack"))
COMPREHENSIONS = frozenset(("ArrayCompr", "SetCompr", "ObjectCompr"))
# Undefined without an error, for an empty collection.
PARTIAL_BUILTINS = frozenset(("max", "min"))
# The host always hands these over.
GIVEN = (("input",), DATA, *((*DATA, key) for key in ("requirements", "vendors", "today")))


class Scope(NamedTuple):
    """Where a term stands, and the rules that are being looked at already."""

    known: World
    tree: Tree
    rule: RuleSyntax
    within: tuple[RuleName, ...] = ()

    def total(self, node: Node) -> bool:
        """Whether a term has a value whatever the input is."""
        return next(self.partial(node), None) is None

    def partial(self, node: Node) -> Iterator[Node]:
        """The parts of a term, or itself, for which it may have no value."""
        ((kind, content),) = node.items()
        if kind in LITERALS or kind in COMPREHENSIONS:
            return
        if kind in REFERENCES:
            if not self._reference_is_total(node):
                yield node
        elif kind == "Call" and not self._function_is_total(node):
            yield node
        else:
            for operand in operands_of(kind, content):
                yield from self.partial(operand)

    def text(self, node: Node) -> str:
        """The expression as it stands in the source."""
        ((_, content),) = node.items()
        return self.tree.source[content["span"]["start"] : content["span"]["end"]].decode()

    def _reference_is_total(self, node: Node) -> bool:
        found = reference(node)
        target = meaning_of(self.known, self.tree, self.rule, found)
        if target.rule:
            return target.path == (*target.rule[0], target.rule[1]) and self._rule_is_total(target.rule)
        return target.path in GIVEN or not (target.path or found.path)

    def _function_is_total(self, node: Node) -> bool:
        function = reference(node["Call"]["fcn"])
        target = meaning_of(self.known, self.tree, self.rule, function)
        if target.rule:
            return self._rule_is_total(target.rule)
        return Call(function, (), 0).name not in PARTIAL_BUILTINS

    def _rule_is_total(self, name: RuleName) -> bool:
        if name in self.within:
            return False
        package, rule_name = name
        within = (*self.within, name)
        definitions = self.known.packages[package][rule_name]
        return any(Scope(self.known, tree, rule, within).always_holds() for tree, rule in definitions)

    def always_holds(self) -> bool:
        """Whether one definition gives its rule a value in any case: a default, a set or an object that it adds to, or
        an `else` (or nothing) without conditions at its end."""
        node = self.rule.node
        if self.rule.head == "Default":
            return True
        ((_, head),) = node["head"].items()
        if self.rule.head == "Set" or "RefBrack" in head["refr"]:
            return True
        bodies = node["bodies"]
        open_ended = not bodies or (bodies[-1]["is_else"] and not bodies[-1]["query"]["stmts"])
        takes_anything = all("Var" in argument for argument in head.get("args", ()))
        assigned = [part["assign"]["value"] for part in (head, *bodies) if part["assign"]]
        return open_ended and takes_anything and all(map(self.total, assigned))


def operands_of(kind: str, content: Node) -> list[Node]:
    """The terms that a term is made of."""
    if kind == "Object":
        return [part for _, *pair in content["fields"] for part in pair]
    if kind in ("Array", "Set"):
        return list(content["items"])
    if kind == "Call":
        return list(content["params"])
    return [content[key] for key in ("expr", "lhs", "rhs", "key", "value", "collection") if content.get(key)]
