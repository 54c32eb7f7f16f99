"""Places where a term must be total, because engines disagree on what an undefined one does there.

Real answers of OPA and of the embedded engine, with input.x and f(i) undefined:

- `not startswith(input.x, "a")`: OPA takes input.x out of the negation first and is undefined; regorus is true.
- `v := input.x in {"a"}`: undefined in OPA, false in regorus.
- `found contains f(i) if some i in list`: OPA leaves that one out; regorus loses them all.
- `g(i) := f(i) if i > 1 else := 0`: OPA goes on to the else, regorus does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from vendorlint.engines.subset.names import World
from vendorlint.engines.subset.syntax import Fault, Node, RuleSyntax, Tree, reference, start_of
from vendorlint.engines.subset.total import REFERENCES, Scope, operands_of

ADVICE = 'bind it first, as in v := object.get(o, ["x"], "default")'


def check_partial(known: World, tree: Tree, rule: RuleSyntax) -> Iterator[Fault]:
    """Each term of the rule that may have no value where it must have one."""
    scope = Scope(known, tree, rule)
    for where, term in _places(rule):
        for node in scope.partial(term):
            yield tree.fault(start_of(node), f"{where}, {scope.text(node)} may have no value; {ADVICE}")


def _places(rule: RuleSyntax) -> Iterator[tuple[str, Node]]:
    for negated in rule.found.nodes["NotExpr"]:
        for node in _operands(negated["expr"]):
            yield "under 'not'", node
    for membership in _membership_values(rule):
        for node in operands_of("Membership", membership):
            yield "beside an 'in' whose answer is used", node
    if rule.head in ("Compr", "Set"):
        for node in _collected(rule.node["head"][rule.head]):
            yield "in the head", node
    if rule.head == "Func":
        for before_else in (rule.node["head"]["Func"], *rule.node["bodies"][1:])[: len(rule.node["bodies"]) - 1]:
            if before_else["assign"]:
                yield "before 'else'", before_else["assign"]["value"]


def _operands(negated: Node) -> list[Node]:
    """What a negated expression is made of. A reference by itself is meant to be undefined, and engines agree on it."""
    ((kind, content),) = negated.items()
    return list(reference(negated).indices) if kind in REFERENCES else operands_of(kind, content)


def _membership_values(rule: RuleSyntax) -> list[Node]:
    """Each `in` that is no statement by itself: there, undefined and false come to the same."""
    statements = [statement["expr"] for kind in ("Expr", "NotExpr") for statement in rule.found.nodes[kind]]
    plain = {id(statement["Membership"]) for statement in statements if "Membership" in statement}
    return [membership for membership in rule.found.nodes["Membership"] if id(membership) not in plain]


def _collected(head: Node) -> Iterator[Node]:
    """The keys and the value in the head of a rule that adds to a set or an object."""
    indices = reference(head["refr"]).indices
    yield from indices
    if "key" in head:
        yield head["key"]
    elif indices and head["assign"]:
        yield head["assign"]["value"]
