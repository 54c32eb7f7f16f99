"""Calls that mean the same everywhere only with certain arguments: sprintf, dates, patterns, all of input."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vendorlint.engines.subset.names import World, meaning_of
from vendorlint.engines.subset.syntax import Call, Fault, Node, Reference, RuleSyntax, Tree, reference, search

DATE = "2006-01-02"
# Perl's and Unicode's classes, and case folding, are ASCII in Go's engine and Unicode in Rust's.
# Go's repeats at most 1,000 times.
_FOREIGN = re.compile(r"\\[dDwWsSbBpPxuQ]|\(\?|[^\x00-\x7f]|\{[0-9,]{4,}\}")


def check_calls(known: World, tree: Tree, rule: RuleSyntax) -> Iterator[Fault]:
    """Calls outside the subset."""
    for call in rule.found.calls:
        for argument in _whole_documents(known, tree, rule, call):
            yield tree.fault(argument.start, "all of input is an argument; name what is meant, as in input.facts")
        if (check := CHECKS.get(call.name)) and (fault := check(call)):
            yield tree.fault(call.start, fault)


def check_modifiers(known: World, tree: Tree, rule: RuleSyntax) -> Iterator[Fault]:
    """`with input.x as <a rule>`, which is undefined in the embedded engine."""
    for modifier in rule.found.modifiers:
        for used in search(modifier["as"]).references:
            if meaning_of(known, tree, rule, used).rule:
                yield tree.fault(used.start, f"'with' takes the rule {used.head}; bind it to a variable first")


def _whole_documents(known: World, tree: Tree, rule: RuleSyntax, call: Call) -> Iterator[Reference]:
    for position, argument in enumerate(call.arguments):
        if "Var" not in argument:
            continue
        found = reference(argument)
        if meaning_of(known, tree, rule, found).path == ("input",) and not _looks_up(call, position):
            yield found


def _looks_up(call: Call, position: int) -> bool:
    """Whether it is object.get(input, [...], default), in which the path says what is read."""
    return call.name == "object.get" and position == 0 and len(call.arguments) == 3 and "Array" in call.arguments[1]


def _sprintf(call: Call) -> str | None:
    template = _literal(call.arguments[0])
    values = call.arguments[1].get("Array")
    if template is None or values is None:
        return 'sprintf needs a literal template and a literal list, as in sprintf("%v days", [days])'
    verbs = re.findall(r"%.?", template)
    for verb in verbs:
        if verb != "%v":
            return f"sprintf with '{verb}'; expected %v only"
    if len(verbs) != len(values["items"]):
        return f"sprintf has {len(verbs)} verbs and {len(values['items'])} values; expected as many"
    return None


def _parse_ns(call: Call) -> str | None:
    layout = _literal(call.arguments[0])
    return None if layout == DATE else f'dates are read with time.parse_ns("{DATE}", text) only'


def _regex(call: Call) -> str | None:
    pattern = _literal(call.arguments[0])
    if pattern is None:
        return "regex.match needs a literal pattern"
    if foreign := _FOREIGN.search(pattern):
        return f"the pattern has '{foreign[0]}', which engines read differently; expected ASCII, as in [0-9]{{1,3}}"
    return None


def _literal(node: Node) -> str | None:
    text = node.get("String") or node.get("RawString")
    return text["value"] if text else None


CHECKS: dict[str, Callable[[Call], str | None]] = {
    "sprintf": _sprintf,
    "time.parse_ns": _parse_ns,
    "regex.match": _regex,
}
